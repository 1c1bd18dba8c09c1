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
  quiet: 'sin-novedades',
  silent: 'sin-notificación',
  pause: 'pausar',
  resume: 'reanudar',
  preview: 'vista-previa',
  now: 'ahora',
  confirm: 'confirmar',
  home: 'inicio',
  status: 'estado',
  deliveries: 'envíos',
  retry: 'reintentar',
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
  'Changes what an alert tells and when; what is not said stays as it is':
    'Cambia qué avisa una alerta y cuándo; lo que no se dice queda como está',
  'What is yours at one sight: alerts, quiet hours, the next digests, how the feeds are':
    'Lo suyo de un vistazo: alertas, horas de silencio, próximos resúmenes, estado de las fuentes',
  'How the feeds are, what is on record, what could not be delivered':
    'Cómo están los feeds, qué hay registrado, qué no se pudo entregar',
  'How much waits to be posted; managers: what was given up, and what to do':
    'Cuánto espera a enviarse; para gestores: qué se abandonó y qué hacer',
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
