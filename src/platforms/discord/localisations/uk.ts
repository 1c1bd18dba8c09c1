export const names = {
  stance: 'позиція',
  about: 'предмет',
  party: 'сторона',
  days: 'дні',
  'as-of': 'станом-на',
  page: 'сторінка',
  matrix: 'матриця',
  shifts: 'зміни',
  topic: 'тема',
  brief: 'огляд',
  since: 'відколи',
  quotes: 'цитати',
  who: 'хто',
  search: 'пошук',
  words: 'слова',
  why: 'чому',
  ref: 'код',
  topics: 'теми',
  digest: 'дайджест',
  show: 'показати',
  set: 'налаштувати',
  at: 'час',
  zone: 'пояс',
  quiet: 'без-новин',
  silent: 'без-сповіщень',
  pause: 'призупинити',
  resume: 'відновити',
  preview: 'перегляд',
  now: 'зараз',
  confirm: 'підтвердити',
  home: 'головна',
  status: 'стан',
  deliveries: 'надсилання',
  retry: 'повторити',
  correct: 'виправити',
  what: 'що',
  speaker: 'мовець',
  with: 'разом-із',
  because: 'причина',
  corrections: 'виправлення',
  help: 'допомога',
  command: 'команда',
};

export const descriptions = {
  'Where each party stands on a topic, or what one of them holds, with the words it rests on':
    'Позиції сторін щодо теми або позиції однієї з них, зі словами, на яких вони ґрунтуються',
  'a topic, a party or a person; or a topic and a name': 'тема, сторона або особа; або тема й ім’я',
  'only this party, body or person': 'лише ця сторона, орган або особа',
  'only what was said in the last days': 'лише сказане за останні дні',
  'what was held at the end of that day': 'якою була позиція наприкінці того дня',
  'further positions': 'наступні позиції',
  'Who stands where at one sight: parties and topics in a table':
    'Хто яку має позицію, в одній таблиці: сторони й теми',
  'a negotiation, a family of topics or a topic': 'переговори, група тем або тема',
  'only this party, in more detail': 'лише ця сторона, докладніше',
  'further parties': 'наступні сторони',
  'Which positions moved, with the words before and after': 'Які позиції змінилися, зі словами до і після',
  'only on this topic': 'лише на цю тему',
  'only of this party': 'лише цієї сторони',
  'how far back, 30 days if not given': 'за скільки останніх днів; якщо не вказано — за 30',
  'older ones': 'давніші',
  'What is new: the digest of the last day, now': 'Що нового: дайджест за останню добу, зараз',
  'only this topic': 'лише ця тема',
  'only this party': 'лише ця сторона',
  'what is new since then: yesterday, "yesterday 18:00", 2025-11-27':
    'що нового відтоді: yesterday, "yesterday 18:00", 2025-11-27',
  'how far back, 1 day if not given': 'за скільки останніх днів; якщо не вказано — за 1',
  'further topics': 'наступні теми',
  'The words of a person or party, newest first': 'Слова особи або сторони, спершу найновіші',
  'a person, body or party; or a topic; or both': 'особа, орган або сторона; або тема; або те й інше',
  'Statements with these words in any ending, newest first':
    'Висловлювання з цими словами в будь-якій формі, спершу найновіші',
  'all of them must occur; "in quotation marks": side by side': 'усі мають траплятися; "у лапках" — поруч',
  'only by or about this party, or by this person': 'лише від цієї сторони чи про неї або від цієї особи',
  'how far back, all of the record if not given': 'за скільки останніх днів; якщо не вказано — за весь час',
  'The proof of a statement: its surroundings, its snapshot, and how it got its labels':
    'Доказ висловлювання: контекст, знімок тексту та звідки взялися позначки',
  'the eight letters and digits after a quotation, or latest': 'вісім літер і цифр після цитати або latest',
  'What is followed: parties and topics, with how much was said on each':
    'За чим стежимо: сторони й теми та скільки сказано на кожну з тем',
  'how far back to count, 30 days if not given': 'за скільки останніх днів рахувати; якщо не вказано — за 30',
  'show, set, pause, resume, preview, now':
    'показати, налаштувати, призупинити, відновити, переглянути, надіслати',
  'Which digests come where and when, and who set them':
    'Які дайджести куди й коли надходять і хто їх налаштував',
  'only this one': 'лише цей',
  'Sets or changes the digest of this channel: hours, days, topics':
    'Налаштовує або змінює дайджест цього каналу: години, дні, теми',
  'local time, or several: 07:30,18:00': 'місцевий час, один або кілька: 07:30,18:00',
  'daily, weekdays, or mon,thu': 'daily (щодня), weekdays (будні) або mon,thu',
  'time zone, as Europe/Kyiv': 'часовий пояс, як-от Europe/Kyiv',
  'only on this topic, or all': 'лише на цю тему; all — на всі',
  'only of this party, or all': 'лише цієї сторони; all — усіх',
  'a day without news: one line, or nothing': 'день без новин: один рядок або нічого',
  'language of the dates, as uk or de; off: each reader’s own': 'мова дат, як-от uk чи de; off — мова читача',
  'yes: notifies nobody, on Discord; Slack always notifies':
    'yes: без сповіщень, у Discord; Slack сповіщає завжди',
  'another digest than the one of this channel': 'інший дайджест, не цього каналу',
  'Holds a digest back until it is resumed': 'Призупиняє дайджест, доки його не відновлять',
  'Lets a paused digest come again, with what is new since':
    'Відновлює призупинений дайджест, з усім новим за цей час',
  'The next digest as it would be now, for you alone':
    'Наступний дайджест, яким він був би зараз, лише для вас',
  'Sends the next digest at once; the one of the hour goes on from there':
    'Надсилає наступний дайджест одразу; плановий продовжить із цього місця',
  'Changes what an alert tells and when; what is not said stays as it is':
    'Змінює, що і коли повідомляє сповіщення; неназване лишається, як було',
  'What is yours at one sight: alerts, quiet hours, the next digests, how the feeds are':
    'Усе ваше одразу: сповіщення, тихі години, наступні дайджести, стан джерел',
  'How the feeds are, what is on record, what could not be delivered':
    'Стан стрічок, що записано і що не вдалося доставити',
  'How much waits to be posted; managers: what was given up, and what to do':
    'Скільки чекає на надсилання; для керівників: що не надіслано і що робити',
  'Posts again what was given up in this channel, after what kept it was put right':
    'Надсилає знову те, що не надіслано в цей канал, коли перешкоду усунуто',
  'only this one, as /deliveries list calls it': 'лише це, як його називає /deliveries list',
  'another channel of desk.yaml, or all': 'інший канал із desk.yaml, або all — усі',
  'Put a statement right: its speaker, its stance, or that it is none':
    'Виправити висловлювання: мовця, позицію або те, що це не висловлювання',
  'the reference after the quotation': 'код після цитати',
  'speaker, stance, off-topic, withdrawn (no statement), apart, together, restored':
    'що саме виправити: speaker, stance, off-topic, withdrawn, apart, together, restored',
  'who spoke, or unclear': 'хто говорив, або unclear',
  'of a stance: on which topic; or the topic that it is not on':
    'на яку тему позиція; або тема, якої висловлювання не стосується',
  'whose stance it is, where that is not the speaker’s party': 'чия це позиція, якщо не сторони мовця',
  'supports, opposes, conditional or noncommittal':
    'supports (за), opposes (проти), conditional (за умови) або noncommittal (ухильно)',
  'the statement that reports the same utterance': 'висловлювання, що передає те саме сказане',
  'why, in your words; it is shown in /why': 'чому, своїми словами; це буде видно поруч із доказом',
  'yes, where it changes a position': 'yes, якщо це змінює позицію',
  'What managers put right: which statement, who, when and why':
    'Що виправили відповідальні: яке висловлювання, хто, коли й чому',
  'What you can ask, with examples that work': 'Що можна запитати, з прикладами, які працюють',
  'more on one command, or on several such as digest':
    'докладніше про одну команду або про кілька, як-от digest',
};
