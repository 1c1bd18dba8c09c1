import type * as uk from './uk.ts';

export const names: Readonly<Record<keyof typeof uk.names, string>> = {
  stance: 'postura',
  about: 'asunto',
  party: 'parte',
  days: 'días',
  'as-of': 'fecha',
  page: 'página',
  matrix: 'matriz',
  shifts: 'cambios',
  topic: 'tema',
  brief: 'novedades',
  since: 'desde',
  quotes: 'citas',
  who: 'quién',
  search: 'buscar',
  words: 'palabras',
  why: 'porqué',
  ref: 'referencia',
  topics: 'temas',
  digest: 'resumen',
  show: 'mostrar',
  set: 'ajustar',
  at: 'hora',
  zone: 'zona',
  quiet: 'silencio',
  language: 'idioma',
  silent: 'sin-notificación',
  pause: 'pausar',
  resume: 'reanudar',
  preview: 'vista-previa',
  now: 'ahora',
  feeds: 'feeds',
  list: 'lista',
  add: 'añadir',
  url: 'dirección',
  outlet: 'medio',
  ownership: 'propiedad',
  id: 'identificador',
  confirm: 'confirmar',
  try: 'probar',
  feed: 'feed',
  remove: 'quitar',
  alerts: 'alertas',
  person: 'persona',
  kind: 'tipo',
  through: 'dejar-pasar',
  perhour: 'por-hora',
  cooldown: 'intervalo',
  to: 'destino',
  audience: 'destinatarios',
  save: 'guardar',
  change: 'cambiar',
  alert: 'alerta',
  test: 'probar',
  snooze: 'posponer',
  hours: 'horas',
  mute: 'silenciar',
  unmute: 'reactivar',
  home: 'inicio',
  status: 'estado',
  deliveries: 'envíos',
  retry: 'reintentar',
  delivery: 'envío',
  channel: 'canal',
  correct: 'corregir',
  what: 'qué',
  speaker: 'hablante',
  with: 'con',
  because: 'motivo',
  corrections: 'correcciones',
  help: 'ayuda',
  command: 'comando',
};

export const descriptions: Readonly<Record<keyof typeof uk.descriptions, string>> = {
  'Where each party stands on a topic, or what one of them holds, with the words it rests on':
    'La postura de cada parte sobre un tema, o de una de ellas, con las palabras en que se basa',
  'a topic, a party or a person; or a topic and a name':
    'un tema, una parte o una persona; o un tema y un nombre',
  'only this party, body or person': 'solo esta parte, organismo o persona',
  'only what was said in the last days': 'solo lo dicho en los últimos días',
  'what was held at the end of that day': 'la postura al final de ese día',
  'further positions': 'más posturas',
  'Who stands where at one sight: parties and topics in a table':
    'Quién está dónde, de un vistazo: partes y temas en una tabla',
  'a negotiation, a family of topics or a topic': 'una negociación, un grupo de temas o un tema',
  'only this party, in more detail': 'solo esta parte, con más detalle',
  'further parties': 'más partes',
  'Which positions moved, with the words before and after':
    'Qué posturas han cambiado, con las palabras de antes y de después',
  'only on this topic': 'solo sobre este tema',
  'only of this party': 'solo de esta parte',
  'how far back, 30 days if not given': 'cuántos días atrás, 30 si no se indica',
  'older ones': 'anteriores',
  'What is new: the digest of the last day, now': 'Qué hay de nuevo: el resumen del último día, ahora',
  'only this topic': 'solo este tema',
  'only this party': 'solo esta parte',
  'what is new since then: yesterday, "yesterday 18:00", 2025-11-27':
    'qué hay de nuevo desde entonces: yesterday, "yesterday 18:00", 2025-11-27',
  'how far back, 1 day if not given': 'cuántos días atrás, 1 si no se indica',
  'further topics': 'más temas',
  'The words of a person or party, newest first':
    'Las palabras de una persona o parte, las más recientes primero',
  'a person, body or party; or a topic; or both': 'una persona, organismo o parte; o un tema; o ambas cosas',
  'Statements with these words in any ending, newest first':
    'Declaraciones con estas palabras en cualquier forma, las más recientes primero',
  'all of them must occur; "in quotation marks": side by side':
    'todas deben aparecer; "entre comillas": juntas',
  'only by or about this party, or by this person': 'solo de esta parte o sobre ella, o de esta persona',
  'how far back, all of the record if not given': 'cuántos días atrás, todo si no se indica',
  'The proof of a statement: its surroundings, its snapshot, and how it got its labels':
    'La prueba de una declaración: su contexto, la copia del texto y de dónde salen sus etiquetas',
  'the eight letters and digits after a quotation, or latest':
    'las ocho letras y cifras tras una cita, o latest',
  'What is followed: parties and topics, with how much was said on each':
    'Qué se sigue: partes y temas, y cuánto se ha dicho sobre cada tema',
  'how far back to count, 30 days if not given': 'cuántos días atrás contar, 30 si no se indica',
  'show, set, pause, resume, preview, now': 'mostrar, ajustar, pausar, reanudar, ver antes, enviar',
  'Which digests come where and when, and who set them':
    'Qué resúmenes llegan, adónde y cuándo, y quién los ajustó',
  'only this one': 'solo este',
  'Sets or changes the digest of this channel: hours, days, topics':
    'Crea o cambia el resumen de este canal: horas, días, temas',
  'local time, or several: 07:30,18:00': 'hora local, o varias: 07:30,18:00',
  'daily, weekdays, or mon,thu': 'daily (a diario), weekdays (laborables) o mon,thu',
  'time zone, as Europe/Kyiv': 'zona horaria, como Europe/Kyiv',
  'only on this topic, or all': 'solo sobre este tema, o all para todos',
  'only of this party, or all': 'solo de esta parte, o all para todas',
  'a day without news: one line, or nothing': 'un día sin novedades: una línea o nada',
  'language of the dates, as uk or de; off: each reader’s own':
    'idioma de las fechas, como uk o de; off: el de cada lector',
  'yes: notifies nobody, on Discord; Slack always notifies':
    'yes: sin notificación, en Discord; Slack siempre notifica',
  'another digest than the one of this channel': 'otro resumen que no sea el de este canal',
  'Holds a digest back until it is resumed': 'Retiene un resumen hasta que se reanude',
  'Lets a paused digest come again, with what is new since':
    'Reanuda un resumen en pausa, con lo nuevo desde entonces',
  'The next digest as it would be now, for you alone':
    'El próximo resumen tal como sería ahora, solo para ti',
  'Sends the next digest at once; the one of the hour goes on from there':
    'Envía ya el próximo resumen; el programado sigue desde ahí',
  'list, add, try, pause, resume, remove': 'listar, añadir, probar, pausar, reanudar, quitar',
  'Every feed: how it is, where it comes from, who changed it':
    'Todos los feeds: cómo están, de dónde vienen, quién los cambió',
  'further ones': 'los siguientes',
  'Adds a feed, after showing what it would have brought': 'Añade un feed, tras mostrar lo que habría traído',
  'of a feed, or of a page that names one': 'de un feed, o de una página que indique uno',
  'who publishes it; its title, if not said': 'quién lo publica; su título si no se indica',
  'en, if not said': 'en si no se indica',
  'independent (if not said), public, or the party whose voice the outlet is':
    'independent (si no se indica), public, o la parte de la que el medio es portavoz',
  'what the feed is called here': 'cómo se llama aquí el feed',
  'yes, to add it': 'yes, para añadirlo',
  'What a feed would bring: its newest items, and how many are on what is followed':
    'Qué traería un feed: sus entradas más recientes y cuántas tratan de lo que se sigue',
  'Stops polling a feed until it is resumed': 'Deja de consultar un feed hasta que se reanude',
  'its name in /feeds list': 'su nombre en /feeds list',
  'Polls a paused feed again': 'Vuelve a consultar un feed en pausa',
  'Takes out a feed that was added in chat; what it brought stays on record':
    'Quita un feed añadido en el chat; lo que trajo sigue registrado',
  'list, add, change, test, snooze, mute, unmute, remove':
    'listar, añadir, cambiar, probar, posponer, silenciar, reactivar, quitar',
  'Your own alerts, and those of channels': 'Tus propias alertas y las de los canales',
  'An alert for yourself, in a direct message; managers: for this channel':
    'Una alerta para ti, por mensaje directo; para responsables: para este canal',
  'only on this topic, family of topics or negotiation': 'solo sobre este tema, grupo de temas o negociación',
  'only involving this party': 'solo lo que concierne a esta parte',
  'only what this person or body says': 'solo lo que dice esta persona u organismo',
  'only in this outlet': 'solo en este medio',
  'statements and shifts if not given': 'declaraciones y cambios si no se indica',
  'how long a silence was that is broken; 30 if not given':
    'cuántos días duró el silencio que se rompe, 30 si no se indica',
  'told in one message at their end: 22:00-07:00':
    'horas de silencio; al acabar, todo en un mensaje: 22:00-07:00',
  'what passes in quiet hours': 'qué llega también en horas de silencio',
  'time zone of the quiet hours': 'zona horaria de las horas de silencio',
  'at most so many an hour': 'cuántas por hora como máximo',
  'no repetition of a position within so many': 'cuántas horas sin repetir una misma postura',
  'you, or this channel (managers)': 'me: a ti; channel: a este canal (responsables)',
  'whom to mention in the channel': 'a quién mencionar en el canal',
  'keeps it without asking': 'yes: guardar sin preguntar',
  'Changes what an alert tells and when; what is not said stays as it is':
    'Cambia qué avisa una alerta y cuándo; lo que no se dice queda como está',
  'which one; your only one if not given': 'cuál; si no se indica, la única que tengas',
  'only on this topic, family or negotiation, or all':
    'solo sobre este tema, grupo de temas o negociación, o all para todo',
  'only involving this party, or all': 'solo lo que concierne a esta parte, o all para todas',
  'only what this person or body says, or all': 'solo lo que dice esta persona u organismo, o all para todos',
  'only in this outlet, or all': 'solo en este medio, o all para todos',
  'all is statements and shifts': 'all: declaraciones y cambios',
  'how long a silence was that is broken': 'cuántos días duró el silencio que se rompe',
  'told in one message at their end: 22:00-07:00; or off':
    'horas de silencio; al acabar, todo en un mensaje: 22:00-07:00; u off',
  'at most so many an hour; 0 is any': 'cuántas por hora como máximo; 0: sin límite',
  'What an alert would have told in the past 7 days; nobody is pinged':
    'Qué habría avisado una alerta en los últimos 7 días; no se notifica a nadie',
  'Leaves what an alert would tell to the digest for 24 hours, or as many as you say':
    'Deja para el resumen lo que avisaría una alerta, durante 24 horas o las que digas',
  'how long; 0 ends it': 'cuánto tiempo; 0 lo termina',
  'Leaves all that an alert would tell to the digest, until it is unmuted':
    'Deja para el resumen todo lo que avisaría una alerta, hasta que se reactive',
  'Lets a muted or snoozed alert tell again': 'Reactiva una alerta silenciada o pospuesta',
  'Takes back an alert that was set in chat': 'Quita una alerta creada en el chat',
  'which one': 'cuál',
  'What is yours at one sight: alerts, quiet hours, the next digests, how the feeds are':
    'Lo tuyo de un vistazo: alertas, horas de silencio, próximos resúmenes, estado de los feeds',
  'How the feeds are, what is on record, what could not be delivered':
    'Cómo están los feeds, qué hay registrado, qué no se pudo entregar',
  'list, retry': 'listar, reintentar',
  'How much waits to be posted; managers: what was given up, and what to do':
    'Cuánto espera a enviarse; para responsables: qué se abandonó y qué hacer',
  'Posts again what was given up in this channel, after what kept it was put right':
    'Reenvía lo abandonado en este canal, una vez resuelta la causa',
  'only this one, as /deliveries list calls it': 'solo este, como lo llama /deliveries list',
  'another channel of desk.yaml, or all': 'otro canal de desk.yaml, o all para todos',
  'Put a statement right: its speaker, its stance, or that it is none':
    'Corregir una declaración: quién habla, su postura, o que no lo es',
  'the reference after the quotation': 'la referencia tras la cita',
  'speaker, stance, off-topic, withdrawn (no statement), apart, together, restored':
    'qué corregir: speaker, stance, off-topic, withdrawn, apart, together, restored',
  'who spoke, or unclear': 'quién habló, o unclear',
  'of a stance: on which topic; or the topic that it is not on':
    'el tema de la postura; o el tema del que no se trata',
  'whose stance it is, where that is not the speaker’s party':
    'de quién es la postura, si no es de la parte de quien habla',
  'supports, opposes, conditional or noncommittal':
    'supports (a favor), opposes (en contra), conditional (con condiciones) o noncommittal (evasivo)',
  'the statement that reports the same utterance': 'la declaración que recoge lo mismo que se dijo',
  'why, in your words; it is shown in /why': 'por qué, con tus palabras; se muestra junto a la prueba',
  'yes, where it changes a position': 'yes, si cambia una postura',
  'What managers put right: which statement, who, when and why':
    'Qué corrigieron los responsables: qué declaración, quién, cuándo y por qué',
  'What you can ask, with examples that work': 'Qué se puede preguntar, con ejemplos que funcionan',
  'more on one command, or on several such as digest': 'más sobre un comando, o sobre varios como digest',
};
