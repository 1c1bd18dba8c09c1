import type * as uk from './uk.ts';

export const names: Readonly<Record<keyof typeof uk.names, string>> = {
  stance: 'haltung',
  about: 'gegenstand',
  party: 'partei',
  days: 'tage',
  'as-of': 'stand',
  page: 'seite',
  matrix: 'matrix',
  shifts: 'änderungen',
  topic: 'thema',
  brief: 'briefing',
  since: 'seit',
  quotes: 'zitate',
  who: 'wer',
  search: 'suche',
  words: 'wörter',
  why: 'warum',
  ref: 'kennung',
  topics: 'themen',
  digest: 'übersicht',
  show: 'zeigen',
  set: 'einrichten',
  at: 'uhrzeit',
  zone: 'zeitzone',
  quiet: 'ruhe',
  language: 'sprache',
  silent: 'stumm',
  pause: 'anhalten',
  resume: 'fortsetzen',
  preview: 'vorschau',
  now: 'jetzt',
  feeds: 'feeds',
  list: 'liste',
  add: 'hinzufügen',
  url: 'adresse',
  outlet: 'medium',
  ownership: 'trägerschaft',
  id: 'kürzel',
  confirm: 'bestätigen',
  try: 'ausprobieren',
  feed: 'feed',
  remove: 'entfernen',
  alerts: 'meldungen',
  person: 'person',
  kind: 'art',
  through: 'durchlassen',
  perhour: 'pro-stunde',
  cooldown: 'abstand',
  to: 'wohin',
  audience: 'empfänger',
  save: 'speichern',
  change: 'ändern',
  alert: 'meldung',
  test: 'testen',
  snooze: 'zurückstellen',
  hours: 'stunden',
  mute: 'stummschalten',
  unmute: 'reaktivieren',
  home: 'start',
  status: 'status',
  deliveries: 'zustellungen',
  retry: 'wiederholen',
  delivery: 'zustellung',
  channel: 'kanal',
  correct: 'berichtigen',
  what: 'was',
  speaker: 'sprecher',
  with: 'mit',
  because: 'grund',
  corrections: 'berichtigungen',
  help: 'hilfe',
  command: 'befehl',
};

export const descriptions: Readonly<Record<keyof typeof uk.descriptions, string>> = {
  'Where each party stands on a topic, or what one of them holds, with the words it rests on':
    'Wo die Parteien bei einem Thema stehen oder was eine vertritt, mit den Worten als Beleg',
  'a topic, a party or a person; or a topic and a name':
    'ein Thema, eine Partei oder eine Person; oder ein Thema und ein Name',
  'only this party, body or person': 'nur diese Partei, Stelle oder Person',
  'only what was said in the last days': 'nur was in den letzten Tagen gesagt wurde',
  'what was held at the end of that day': 'was am Ende dieses Tages vertreten wurde',
  'further positions': 'weitere Haltungen',
  'Who stands where at one sight: parties and topics in a table':
    'Wer wo steht, auf einen Blick: Parteien und Themen in einer Tabelle',
  'a negotiation, a family of topics or a topic': 'eine Verhandlung, eine Gruppe von Themen oder ein Thema',
  'only this party, in more detail': 'nur diese Partei, ausführlicher',
  'further parties': 'weitere Parteien',
  'Which positions moved, with the words before and after':
    'Welche Haltungen sich geändert haben, mit den Worten davor und danach',
  'only on this topic': 'nur zu diesem Thema',
  'only of this party': 'nur dieser Partei',
  'how far back, 30 days if not given': 'wie viele Tage zurück, ohne Angabe 30',
  'older ones': 'ältere',
  'What is new: the digest of the last day, now': 'Was neu ist: die Übersicht des letzten Tages, jetzt',
  'only this topic': 'nur dieses Thema',
  'only this party': 'nur diese Partei',
  'what is new since then: yesterday, "yesterday 18:00", 2025-11-27':
    'was seitdem neu ist: yesterday, "yesterday 18:00", 2025-11-27',
  'how far back, 1 day if not given': 'wie viele Tage zurück, ohne Angabe 1',
  'further topics': 'weitere Themen',
  'The words of a person or party, newest first': 'Die Worte einer Person oder Partei, die neuesten zuerst',
  'a person, body or party; or a topic; or both':
    'eine Person, Stelle oder Partei; oder ein Thema; oder beides',
  'Statements with these words in any ending, newest first':
    'Äußerungen mit diesen Wörtern in jeder Form, die neuesten zuerst',
  'all of them must occur; "in quotation marks": side by side':
    'alle müssen vorkommen; "in Anführungszeichen": nebeneinander',
  'only by or about this party, or by this person':
    'nur von dieser Partei oder über sie, oder von dieser Person',
  'how far back, all of the record if not given': 'wie viele Tage zurück, ohne Angabe alles',
  'The proof of a statement: its surroundings, its snapshot, and how it got its labels':
    'Der Beleg einer Äußerung: ihr Umfeld, das Textabbild und wie sie eingeordnet wurde',
  'the eight letters and digits after a quotation, or latest':
    'die acht Buchstaben und Ziffern nach einem Zitat oder latest',
  'What is followed: parties and topics, with how much was said on each':
    'Was verfolgt wird: Parteien und Themen, und wie viel zu jedem Thema gesagt wurde',
  'how far back to count, 30 days if not given': 'wie viele Tage zurück gezählt wird, ohne Angabe 30',
  'show, set, pause, resume, preview, now': 'zeigen, einrichten, anhalten, fortsetzen, vorab ansehen, senden',
  'Which digests come where and when, and who set them':
    'Welche Übersichten wann und wohin kommen und wer sie eingerichtet hat',
  'only this one': 'nur diese',
  'Sets or changes the digest of this channel: hours, days, topics':
    'Richtet die Übersicht dieses Kanals ein oder ändert sie: Uhrzeiten, Tage, Themen',
  'local time, or several: 07:30,18:00': 'Ortszeit, auch mehrere: 07:30,18:00',
  'daily, weekdays, or mon,thu': 'daily (täglich), weekdays (werktags) oder mon,thu',
  'time zone, as Europe/Kyiv': 'Zeitzone, etwa Europe/Kyiv',
  'only on this topic, or all': 'nur zu diesem Thema, oder all für alle',
  'only of this party, or all': 'nur dieser Partei, oder all für alle',
  'a day without news: one line, or nothing': 'ein Tag ohne Neues: eine Zeile oder nichts',
  'language of the dates, as uk or de; off: each reader’s own':
    'Sprache der Daten, etwa uk oder de; off: die des Lesers',
  'yes: notifies nobody, on Discord; Slack always notifies':
    'yes: ohne Benachrichtigung, in Discord; Slack benachrichtigt immer',
  'another digest than the one of this channel': 'eine andere Übersicht als die dieses Kanals',
  'Holds a digest back until it is resumed': 'Hält eine Übersicht zurück, bis sie fortgesetzt wird',
  'Lets a paused digest come again, with what is new since':
    'Lässt eine angehaltene Übersicht wieder kommen, mit dem, was seither neu ist',
  'The next digest as it would be now, for you alone':
    'Die nächste Übersicht, wie sie jetzt wäre, nur für dich',
  'Sends the next digest at once; the one of the hour goes on from there':
    'Sendet die nächste Übersicht sofort; die geplante macht dort weiter',
  'list, add, try, pause, resume, remove':
    'auflisten, hinzufügen, ausprobieren, anhalten, fortsetzen, entfernen',
  'Every feed: how it is, where it comes from, who changed it':
    'Alle Feeds: wie es ihnen geht, woher sie kommen, wer sie geändert hat',
  'further ones': 'weitere',
  'Adds a feed, after showing what it would have brought':
    'Fügt einen Feed hinzu und zeigt vorher, was er gebracht hätte',
  'of a feed, or of a page that names one': 'eines Feeds oder einer Seite, die auf einen verweist',
  'who publishes it; its title, if not said': 'wer ihn herausgibt; ohne Angabe der Titel des Feeds',
  'en, if not said': 'ohne Angabe en',
  'independent (if not said), public, or the party whose voice the outlet is':
    'independent (ohne Angabe), public oder die Partei, deren Sprachrohr das Medium ist',
  'what the feed is called here': 'wie der Feed hier heißt',
  'yes, to add it': 'yes, um ihn hinzuzufügen',
  'What a feed would bring: its newest items, and how many are on what is followed':
    'Was ein Feed brächte: die neuesten Einträge und wie viele davon Verfolgtes betreffen',
  'Stops polling a feed until it is resumed': 'Ruft einen Feed nicht mehr ab, bis er fortgesetzt wird',
  'its name in /feeds list': 'sein Name in /feeds list',
  'Polls a paused feed again': 'Ruft einen angehaltenen Feed wieder ab',
  'Takes out a feed that was added in chat; what it brought stays on record':
    'Entfernt einen im Chat hinzugefügten Feed; was er gebracht hat, bleibt erhalten',
  'list, add, change, test, snooze, mute, unmute, remove':
    'auflisten, hinzufügen, ändern, testen, zurückstellen, stummschalten, reaktivieren, entfernen',
  'Your own alerts, and those of channels': 'Die eigenen Meldungen und die der Kanäle',
  'An alert for yourself, in a direct message; managers: for this channel':
    'Eine Meldung für dich, als Direktnachricht; für Verantwortliche: für diesen Kanal',
  'only on this topic, family of topics or negotiation':
    'nur zu diesem Thema, dieser Themengruppe oder Verhandlung',
  'only involving this party': 'nur was diese Partei betrifft',
  'only what this person or body says': 'nur was diese Person oder Stelle sagt',
  'only in this outlet': 'nur in diesem Medium',
  'statements and shifts if not given': 'ohne Angabe Äußerungen und geänderte Haltungen',
  'how long a silence was that is broken; 30 if not given':
    'wie viele Tage das gebrochene Schweigen dauerte, ohne Angabe 30',
  'told in one message at their end: 22:00-07:00': 'Ruhezeit, danach alles in einer Nachricht: 22:00-07:00',
  'what passes in quiet hours': 'was auch in der Ruhezeit durchkommt',
  'time zone of the quiet hours': 'Zeitzone der Ruhezeit',
  'at most so many an hour': 'höchstens so viele pro Stunde',
  'no repetition of a position within so many': 'so viele Stunden dieselbe Haltung nicht wiederholen',
  'you, or this channel (managers)': 'me: an dich; channel: in diesen Kanal (Verantwortliche)',
  'whom to mention in the channel': 'wer im Kanal erwähnt wird',
  'keeps it without asking': 'yes: ohne Rückfrage speichern',
  'Changes what an alert tells and when; what is not said stays as it is':
    'Ändert, was eine Meldung wann mitteilt; was nicht genannt wird, bleibt',
  'which one; your only one if not given': 'welche; ohne Angabe die einzige eigene',
  'only on this topic, family or negotiation, or all':
    'nur zu diesem Thema, dieser Themengruppe oder Verhandlung, oder all für alle',
  'only involving this party, or all': 'nur was diese Partei betrifft, oder all für alle',
  'only what this person or body says, or all': 'nur was diese Person oder Stelle sagt, oder all für alle',
  'only in this outlet, or all': 'nur in diesem Medium, oder all für alle',
  'all is statements and shifts': 'all: Äußerungen und geänderte Haltungen',
  'how long a silence was that is broken': 'wie viele Tage das gebrochene Schweigen dauerte',
  'told in one message at their end: 22:00-07:00; or off':
    'Ruhezeit, danach alles in einer Nachricht: 22:00-07:00; oder off',
  'at most so many an hour; 0 is any': 'höchstens so viele pro Stunde; 0: beliebig viele',
  'What an alert would have told in the past 7 days; nobody is pinged':
    'Was eine Meldung in den letzten 7 Tagen mitgeteilt hätte; niemand wird benachrichtigt',
  'Leaves what an alert would tell to the digest for 24 hours, or as many as you say':
    'Überlässt für 24 Stunden, oder so viele wie angegeben, der Übersicht, was eine Meldung mitteilte',
  'how long; 0 ends it': 'wie lange; 0 beendet es',
  'Leaves all that an alert would tell to the digest, until it is unmuted':
    'Überlässt alles, was eine Meldung mitteilte, der Übersicht, bis sie reaktiviert wird',
  'Lets a muted or snoozed alert tell again':
    'Lässt eine stummgeschaltete oder zurückgestellte Meldung wieder zu',
  'Takes back an alert that was set in chat': 'Nimmt eine im Chat eingerichtete Meldung zurück',
  'which one': 'welche',
  'What is yours at one sight: alerts, quiet hours, the next digests, how the feeds are':
    'Alles Eigene auf einen Blick: Meldungen, Ruhezeiten, nächste Übersichten, Zustand der Feeds',
  'How the feeds are, what is on record, what could not be delivered':
    'Wie es den Feeds geht, was vorliegt, was nicht zugestellt werden konnte',
  'list, retry': 'auflisten, wiederholen',
  'How much waits to be posted; managers: what was given up, and what to do':
    'Was auf Zustellung wartet; für Verantwortliche: was aufgegeben wurde und was zu tun ist',
  'Posts again what was given up in this channel, after what kept it was put right':
    'Stellt zu, was in diesem Kanal aufgegeben wurde, nachdem die Ursache behoben ist',
  'only this one, as /deliveries list calls it': 'nur diese, wie /deliveries list sie nennt',
  'another channel of desk.yaml, or all': 'ein anderer Kanal aus desk.yaml, oder all für alle',
  'Put a statement right: its speaker, its stance, or that it is none':
    'Eine Äußerung berichtigen: wer spricht, die Haltung, oder dass es keine ist',
  'the reference after the quotation': 'die Kennung nach dem Zitat',
  'speaker, stance, off-topic, withdrawn (no statement), apart, together, restored':
    'was zu berichtigen ist: speaker, stance, off-topic, withdrawn, apart, together, restored',
  'who spoke, or unclear': 'wer gesprochen hat, oder unclear',
  'of a stance: on which topic; or the topic that it is not on':
    'zu welchem Thema die Haltung gehört; oder das Thema, um das es nicht geht',
  'whose stance it is, where that is not the speaker’s party':
    'wessen Haltung es ist, wenn nicht die der Partei des Sprechers',
  'supports, opposes, conditional or noncommittal':
    'supports (dafür), opposes (dagegen), conditional (bedingt) oder noncommittal (ausweichend)',
  'the statement that reports the same utterance': 'die Äußerung, die dasselbe Gesagte wiedergibt',
  'why, in your words; it is shown in /why': 'warum, in eigenen Worten; es steht dann beim Beleg',
  'yes, where it changes a position': 'yes, wo es eine Haltung ändert',
  'What managers put right: which statement, who, when and why':
    'Was Verantwortliche berichtigt haben: welche Äußerung, wer, wann und warum',
  'What you can ask, with examples that work': 'Was man fragen kann, mit Beispielen, die funktionieren',
  'more on one command, or on several such as digest': 'mehr zu einem Befehl, oder zu mehreren wie digest',
};
