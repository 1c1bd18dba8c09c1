import type * as uk from './uk.ts';

export const names: Readonly<Record<keyof typeof uk.names, string>> = {
  stance: 'position',
  about: 'objet',
  party: 'partie',
  days: 'jours',
  'as-of': 'date',
  page: 'page',
  matrix: 'matrice',
  shifts: 'évolutions',
  topic: 'sujet',
  brief: 'nouveautés',
  since: 'depuis',
  quotes: 'citations',
  who: 'qui',
  search: 'recherche',
  words: 'mots',
  why: 'pourquoi',
  ref: 'référence',
  topics: 'sujets',
  digest: 'synthèse',
  show: 'afficher',
  set: 'régler',
  at: 'heure',
  zone: 'fuseau',
  quiet: 'calme',
  language: 'langue',
  silent: 'sans-notification',
  pause: 'suspendre',
  resume: 'reprendre',
  preview: 'aperçu',
  now: 'maintenant',
  feeds: 'flux',
  list: 'liste',
  add: 'ajouter',
  url: 'adresse',
  outlet: 'média',
  ownership: 'propriété',
  id: 'identifiant',
  confirm: 'confirmer',
  try: 'essayer',
  feed: 'flux',
  remove: 'retirer',
  alerts: 'alertes',
  person: 'personne',
  kind: 'type',
  through: 'laisser-passer',
  perhour: 'par-heure',
  cooldown: 'intervalle',
  to: 'destination',
  audience: 'destinataires',
  save: 'enregistrer',
  change: 'modifier',
  alert: 'alerte',
  test: 'tester',
  snooze: 'reporter',
  hours: 'heures',
  mute: 'mettre-en-sourdine',
  unmute: 'réactiver',
  home: 'accueil',
  status: 'état',
  deliveries: 'envois',
  retry: 'réessayer',
  delivery: 'envoi',
  channel: 'salon',
  correct: 'corriger',
  what: 'quoi',
  speaker: 'auteur',
  with: 'avec',
  because: 'motif',
  corrections: 'corrections',
  help: 'aide',
  command: 'commande',
};

export const descriptions: Readonly<Record<keyof typeof uk.descriptions, string>> = {
  'Where each party stands on a topic, or what one of them holds, with the words it rests on':
    'La position de chaque partie sur un sujet, ou de l’une d’elles, avec les propos qui la fondent',
  'a topic, a party or a person; or a topic and a name':
    'un sujet, une partie ou une personne ; ou un sujet et un nom',
  'only this party, body or person': 'seulement cette partie, cet organe ou cette personne',
  'only what was said in the last days': 'seulement ce qui a été dit ces derniers jours',
  'what was held at the end of that day': 'la position à la fin de ce jour-là',
  'further positions': 'autres positions',
  'Who stands where at one sight: parties and topics in a table':
    'Qui se situe où, d’un coup d’œil : parties et sujets dans un tableau',
  'a negotiation, a family of topics or a topic': 'une négociation, un groupe de sujets ou un sujet',
  'only this party, in more detail': 'seulement cette partie, plus en détail',
  'further parties': 'autres parties',
  'Which positions moved, with the words before and after':
    'Quelles positions ont bougé, avec les propos d’avant et d’après',
  'only on this topic': 'seulement sur ce sujet',
  'only of this party': 'seulement de cette partie',
  'how far back, 30 days if not given': 'sur combien de jours, 30 par défaut',
  'older ones': 'plus anciens',
  'What is new: the digest of the last day, now':
    'Ce qu’il y a de nouveau : la synthèse du dernier jour, maintenant',
  'only this topic': 'seulement ce sujet',
  'only this party': 'seulement cette partie',
  'what is new since then: yesterday, "yesterday 18:00", 2025-11-27':
    'ce qui est nouveau depuis : yesterday, "yesterday 18:00", 2025-11-27',
  'how far back, 1 day if not given': 'sur combien de jours, 1 par défaut',
  'further topics': 'autres sujets',
  'The words of a person or party, newest first':
    'Les propos d’une personne ou d’une partie, les plus récents d’abord',
  'a person, body or party; or a topic; or both':
    'une personne, un organe ou une partie ; ou un sujet ; ou les deux',
  'Statements with these words in any ending, newest first':
    'Les déclarations avec ces mots, sous toutes leurs formes, les plus récentes d’abord',
  'all of them must occur; "in quotation marks": side by side':
    'tous doivent y figurer ; "entre guillemets" : côte à côte',
  'only by or about this party, or by this person':
    'seulement de cette partie ou à son sujet, ou de cette personne',
  'how far back, all of the record if not given': 'sur combien de jours, tout par défaut',
  'The proof of a statement: its surroundings, its snapshot, and how it got its labels':
    'La preuve d’une déclaration : son contexte, la copie du texte et l’origine de son classement',
  'the eight letters and digits after a quotation, or latest':
    'les huit lettres et chiffres après une citation, ou latest',
  'What is followed: parties and topics, with how much was said on each':
    'Ce qui est suivi : parties et sujets, et combien a été dit sur chaque sujet',
  'how far back to count, 30 days if not given': 'sur combien de jours compter, 30 par défaut',
  'show, set, pause, resume, preview, now': 'afficher, régler, suspendre, reprendre, prévisualiser, envoyer',
  'Which digests come where and when, and who set them':
    'Quelles synthèses arrivent où et quand, et qui les a réglées',
  'only this one': 'seulement celle-ci',
  'Sets or changes the digest of this channel: hours, days, topics':
    'Crée ou modifie la synthèse de ce salon : heures, jours, sujets',
  'local time, or several: 07:30,18:00': 'heure locale, ou plusieurs : 07:30,18:00',
  'daily, weekdays, or mon,thu': 'daily (tous les jours), weekdays (en semaine) ou mon,thu',
  'time zone, as Europe/Kyiv': 'fuseau horaire, comme Europe/Kyiv',
  'only on this topic, or all': 'seulement sur ce sujet, ou all pour tous',
  'only of this party, or all': 'seulement de cette partie, ou all pour toutes',
  'a day without news: one line, or nothing': 'un jour sans nouvelles : une ligne, ou rien',
  'language of the dates, as uk or de; off: each reader’s own':
    'langue des dates, comme uk ou de ; off : celle du lecteur',
  'yes: notifies nobody, on Discord; Slack always notifies':
    'yes : sans notification, sur Discord ; Slack notifie toujours',
  'another digest than the one of this channel': 'une autre synthèse que celle de ce salon',
  'Holds a digest back until it is resumed': 'Retient une synthèse jusqu’à sa reprise',
  'Lets a paused digest come again, with what is new since':
    'Rétablit une synthèse suspendue, avec ce qui est nouveau depuis',
  'The next digest as it would be now, for you alone':
    'La prochaine synthèse telle qu’elle serait maintenant, rien que pour vous',
  'Sends the next digest at once; the one of the hour goes on from there':
    'Envoie la prochaine synthèse tout de suite ; celle de l’heure prévue reprend de là',
  'list, add, try, pause, resume, remove': 'lister, ajouter, essayer, suspendre, reprendre, retirer',
  'Every feed: how it is, where it comes from, who changed it':
    'Tous les flux : leur état, leur provenance, qui les a modifiés',
  'further ones': 'les suivants',
  'Adds a feed, after showing what it would have brought':
    'Ajoute un flux, après avoir montré ce qu’il aurait apporté',
  'of a feed, or of a page that names one': 'd’un flux, ou d’une page qui en indique un',
  'who publishes it; its title, if not said': 'qui le publie ; son titre par défaut',
  'en, if not said': 'en par défaut',
  'independent (if not said), public, or the party whose voice the outlet is':
    'independent (par défaut), public, ou la partie dont le média est la voix',
  'what the feed is called here': 'comment le flux s’appelle ici',
  'yes, to add it': 'yes, pour l’ajouter',
  'What a feed would bring: its newest items, and how many are on what is followed':
    'Ce qu’un flux apporterait : ses derniers articles, et combien portent sur ce qui est suivi',
  'Stops polling a feed until it is resumed': 'Cesse de consulter un flux jusqu’à sa reprise',
  'its name in /feeds list': 'son nom dans /feeds list',
  'Polls a paused feed again': 'Consulte de nouveau un flux suspendu',
  'Takes out a feed that was added in chat; what it brought stays on record':
    'Retire un flux ajouté dans la discussion ; ce qu’il a apporté reste enregistré',
  'list, add, change, test, snooze, mute, unmute, remove':
    'lister, ajouter, modifier, tester, reporter, mettre en sourdine, réactiver, retirer',
  'Your own alerts, and those of channels': 'Vos propres alertes, et celles des salons',
  'An alert for yourself, in a direct message; managers: for this channel':
    'Une alerte pour vous, en message privé ; pour les responsables : pour ce salon',
  'only on this topic, family of topics or negotiation':
    'seulement sur ce sujet, ce groupe de sujets ou cette négociation',
  'only involving this party': 'seulement ce qui concerne cette partie',
  'only what this person or body says': 'seulement ce que dit cette personne ou cet organe',
  'only in this outlet': 'seulement dans ce média',
  'statements and shifts if not given': 'déclarations et évolutions par défaut',
  'how long a silence was that is broken; 30 if not given':
    'combien de jours a duré le silence rompu, 30 par défaut',
  'told in one message at their end: 22:00-07:00': 'heures calmes, puis tout en un message : 22:00-07:00',
  'what passes in quiet hours': 'ce qui passe pendant les heures calmes',
  'time zone of the quiet hours': 'fuseau horaire des heures calmes',
  'at most so many an hour': 'au plus tant par heure',
  'no repetition of a position within so many': 'pendant combien d’heures ne pas répéter une position',
  'you, or this channel (managers)': 'me : à vous ; channel : dans ce salon (responsables)',
  'whom to mention in the channel': 'qui mentionner dans le salon',
  'keeps it without asking': 'yes : enregistrer sans demander',
  'Changes what an alert tells and when; what is not said stays as it is':
    'Modifie ce qu’une alerte signale et quand ; ce qui n’est pas dit reste tel quel',
  'which one; your only one if not given': 'laquelle ; par défaut votre seule alerte',
  'only on this topic, family or negotiation, or all':
    'seulement sur ce sujet, ce groupe ou cette négociation, ou all pour tout',
  'only involving this party, or all': 'seulement ce qui concerne cette partie, ou all pour toutes',
  'only what this person or body says, or all':
    'seulement ce que dit cette personne ou cet organe, ou all pour tous',
  'only in this outlet, or all': 'seulement dans ce média, ou all pour tous',
  'all is statements and shifts': 'all : déclarations et évolutions',
  'how long a silence was that is broken': 'combien de jours a duré le silence rompu',
  'told in one message at their end: 22:00-07:00; or off':
    'heures calmes, puis tout en un message : 22:00-07:00 ; ou off',
  'at most so many an hour; 0 is any': 'au plus tant par heure ; 0 : sans limite',
  'What an alert would have told in the past 7 days; nobody is pinged':
    'Ce qu’une alerte aurait signalé ces 7 derniers jours ; personne n’est notifié',
  'Leaves what an alert would tell to the digest for 24 hours, or as many as you say':
    'Laisse à la synthèse ce qu’une alerte signalerait, pendant 24 heures ou autant que vous dites',
  'how long; 0 ends it': 'combien de temps ; 0 y met fin',
  'Leaves all that an alert would tell to the digest, until it is unmuted':
    'Laisse à la synthèse tout ce qu’une alerte signalerait, jusqu’à sa réactivation',
  'Lets a muted or snoozed alert tell again': 'Rétablit une alerte mise en sourdine ou reportée',
  'Takes back an alert that was set in chat': 'Retire une alerte créée dans la discussion',
  'which one': 'laquelle',
  'What is yours at one sight: alerts, quiet hours, the next digests, how the feeds are':
    'Ce qui est à vous d’un coup d’œil : alertes, heures calmes, prochaines synthèses, état des flux',
  'How the feeds are, what is on record, what could not be delivered':
    'L’état des flux, ce qui est enregistré, ce qui n’a pas pu être remis',
  'list, retry': 'lister, réessayer',
  'How much waits to be posted; managers: what was given up, and what to do':
    'Ce qui attend d’être envoyé ; pour les responsables : ce qui a été abandonné, et que faire',
  'Posts again what was given up in this channel, after what kept it was put right':
    'Renvoie ce qui a été abandonné dans ce salon, une fois la cause réglée',
  'only this one, as /deliveries list calls it': 'seulement celui-ci, comme le nomme /deliveries list',
  'another channel of desk.yaml, or all': 'un autre salon de desk.yaml, ou all pour tous',
  'Put a statement right: its speaker, its stance, or that it is none':
    'Rectifier une déclaration : son auteur, sa position, ou dire que ce n’en est pas une',
  'the reference after the quotation': 'la référence après la citation',
  'speaker, stance, off-topic, withdrawn (no statement), apart, together, restored':
    'quoi rectifier : speaker, stance, off-topic, withdrawn, apart, together, restored',
  'who spoke, or unclear': 'qui a parlé, ou unclear',
  'of a stance: on which topic; or the topic that it is not on':
    'le sujet de la position ; ou le sujet dont il ne s’agit pas',
  'whose stance it is, where that is not the speaker’s party':
    'à qui est la position, si ce n’est à la partie de l’auteur',
  'supports, opposes, conditional or noncommittal':
    'supports (pour), opposes (contre), conditional (sous condition) ou noncommittal (évasif)',
  'the statement that reports the same utterance': 'la déclaration qui rapporte la même parole',
  'why, in your words; it is shown in /why': 'pourquoi, avec vos mots ; cela figurera avec la preuve',
  'yes, where it changes a position': 'yes, si cela change une position',
  'What managers put right: which statement, who, when and why':
    'Ce que les responsables ont rectifié : quelle déclaration, qui, quand et pourquoi',
  'What you can ask, with examples that work': 'Ce que vous pouvez demander, avec des exemples qui marchent',
  'more on one command, or on several such as digest': 'plus sur une commande, ou sur plusieurs comme digest',
};
