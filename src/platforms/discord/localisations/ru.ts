import type * as uk from './uk.ts';

export const names: Readonly<Record<keyof typeof uk.names, string>> = {
  stance: 'позиция',
  about: 'предмет',
  party: 'сторона',
  days: 'дни',
  'as-of': 'на-дату',
  page: 'страница',
  matrix: 'матрица',
  shifts: 'изменения',
  topic: 'тема',
  brief: 'обзор',
  since: 'начало',
  quotes: 'цитаты',
  who: 'кто',
  search: 'поиск',
  words: 'слова',
  why: 'почему',
  ref: 'код',
  topics: 'темы',
  digest: 'дайджест',
  show: 'показать',
  set: 'настроить',
  at: 'время',
  zone: 'пояс',
  quiet: 'тишина',
  language: 'язык',
  silent: 'без-уведомлений',
  pause: 'приостановить',
  resume: 'возобновить',
  preview: 'просмотр',
  now: 'сейчас',
  feeds: 'ленты',
  list: 'список',
  add: 'добавить',
  url: 'адрес',
  outlet: 'издание',
  ownership: 'принадлежность',
  id: 'идентификатор',
  confirm: 'подтвердить',
  try: 'попробовать',
  feed: 'лента',
  remove: 'удалить',
  alerts: 'оповещения',
  person: 'человек',
  kind: 'вид',
  through: 'пропускать',
  perhour: 'за-час',
  cooldown: 'интервал',
  to: 'куда',
  audience: 'адресаты',
  save: 'сохранить',
  change: 'изменить',
  alert: 'оповещение',
  test: 'проверить',
  snooze: 'отложить',
  hours: 'часы',
  mute: 'заглушить',
  unmute: 'включить',
  home: 'главная',
  status: 'состояние',
  deliveries: 'отправка',
  retry: 'повторить',
  delivery: 'отправка',
  channel: 'канал',
  correct: 'исправить',
  what: 'что',
  speaker: 'говорящий',
  with: 'вместе-с',
  because: 'причина',
  corrections: 'исправления',
  help: 'помощь',
  command: 'команда',
};

export const descriptions: Readonly<Record<keyof typeof uk.descriptions, string>> = {
  'Where each party stands on a topic, or what one of them holds, with the words it rests on':
    'Позиции сторон по теме или позиции одной из них, со словами, на которых они основаны',
  'a topic, a party or a person; or a topic and a name': 'тема, сторона или человек; или тема и имя',
  'only this party, body or person': 'только эта сторона, орган или человек',
  'only what was said in the last days': 'только сказанное за последние дни',
  'what was held at the end of that day': 'какой была позиция в конце того дня',
  'further positions': 'следующие позиции',
  'Who stands where at one sight: parties and topics in a table':
    'Кто какую занимает позицию, в одной таблице: стороны и темы',
  'a negotiation, a family of topics or a topic': 'переговоры, группа тем или тема',
  'only this party, in more detail': 'только эта сторона, подробнее',
  'further parties': 'следующие стороны',
  'Which positions moved, with the words before and after': 'Какие позиции изменились, со словами до и после',
  'only on this topic': 'только на эту тему',
  'only of this party': 'только этой стороны',
  'how far back, 30 days if not given': 'за сколько последних дней; если не указано — за 30',
  'older ones': 'более давние',
  'What is new: the digest of the last day, now': 'Что нового: дайджест за последние сутки, сейчас',
  'only this topic': 'только эта тема',
  'only this party': 'только эта сторона',
  'what is new since then: yesterday, "yesterday 18:00", 2025-11-27':
    'что нового с тех пор: yesterday, "yesterday 18:00", 2025-11-27',
  'how far back, 1 day if not given': 'за сколько последних дней; если не указано — за 1',
  'further topics': 'следующие темы',
  'The words of a person or party, newest first': 'Слова человека или стороны, сначала самые новые',
  'a person, body or party; or a topic; or both': 'человек, орган или сторона; или тема; или и то и другое',
  'Statements with these words in any ending, newest first':
    'Высказывания с этими словами в любой форме, сначала самые новые',
  'all of them must occur; "in quotation marks": side by side':
    'все должны встречаться; "в кавычках" — рядом',
  'only by or about this party, or by this person': 'только от этой стороны или о ней либо от этого человека',
  'how far back, all of the record if not given': 'за сколько последних дней; если не указано — за всё время',
  'The proof of a statement: its surroundings, its snapshot, and how it got its labels':
    'Доказательство высказывания: контекст, снимок текста и откуда взялись метки',
  'the eight letters and digits after a quotation, or latest': 'восемь букв и цифр после цитаты или latest',
  'What is followed: parties and topics, with how much was said on each':
    'За чем следим: стороны и темы и сколько сказано по каждой из тем',
  'how far back to count, 30 days if not given': 'за сколько последних дней считать; если не указано — за 30',
  'show, set, pause, resume, preview, now':
    'показать, настроить, приостановить, возобновить, просмотреть, отправить',
  'Which digests come where and when, and who set them':
    'Какие дайджесты куда и когда приходят и кто их настроил',
  'only this one': 'только этот',
  'Sets or changes the digest of this channel: hours, days, topics':
    'Настраивает или меняет дайджест этого канала: часы, дни, темы',
  'local time, or several: 07:30,18:00': 'местное время, одно или несколько: 07:30,18:00',
  'daily, weekdays, or mon,thu': 'daily (ежедневно), weekdays (будни) или mon,thu',
  'time zone, as Europe/Kyiv': 'часовой пояс, например Europe/Kyiv',
  'only on this topic, or all': 'только на эту тему; all — на все',
  'only of this party, or all': 'только этой стороны; all — всех',
  'a day without news: one line, or nothing': 'день без новостей: одна строка или ничего',
  'language of the dates, as uk or de; off: each reader’s own':
    'язык дат, например uk или de; off — язык читателя',
  'yes: notifies nobody, on Discord; Slack always notifies':
    'yes: без уведомлений, в Discord; Slack уведомляет всегда',
  'another digest than the one of this channel': 'другой дайджест, не этого канала',
  'Holds a digest back until it is resumed': 'Приостанавливает дайджест, пока его не возобновят',
  'Lets a paused digest come again, with what is new since':
    'Возобновляет приостановленный дайджест, со всем новым за это время',
  'The next digest as it would be now, for you alone':
    'Следующий дайджест, каким он был бы сейчас, только для вас',
  'Sends the next digest at once; the one of the hour goes on from there':
    'Отправляет следующий дайджест сразу; плановый продолжит с этого места',
  'list, add, try, pause, resume, remove':
    'список, добавить, попробовать, приостановить, возобновить, удалить',
  'Every feed: how it is, where it comes from, who changed it':
    'Все ленты: в каком они состоянии, откуда взялись, кто их менял',
  'further ones': 'следующие',
  'Adds a feed, after showing what it would have brought':
    'Добавляет ленту, сначала показав, что она принесла бы',
  'of a feed, or of a page that names one': 'адрес ленты или страницы, которая на неё указывает',
  'who publishes it; its title, if not said': 'кто её издаёт; если не указано — название ленты',
  'en, if not said': 'если не указано — en',
  'independent (if not said), public, or the party whose voice the outlet is':
    'independent (если не указано), public или сторона, чьим голосом является издание',
  'what the feed is called here': 'как лента называется здесь',
  'yes, to add it': 'yes, чтобы добавить',
  'What a feed would bring: its newest items, and how many are on what is followed':
    'Что принесла бы лента: самые новые записи и сколько из них о том, за чем следим',
  'Stops polling a feed until it is resumed': 'Перестаёт опрашивать ленту, пока её не возобновят',
  'its name in /feeds list': 'её название в /feeds list',
  'Polls a paused feed again': 'Снова опрашивает приостановленную ленту',
  'Takes out a feed that was added in chat; what it brought stays on record':
    'Убирает ленту, добавленную в чате; то, что она принесла, остаётся в записях',
  'list, add, change, test, snooze, mute, unmute, remove':
    'список, добавить, изменить, проверить, отложить, заглушить, включить, удалить',
  'Your own alerts, and those of channels': 'Ваши собственные оповещения и оповещения каналов',
  'An alert for yourself, in a direct message; managers: for this channel':
    'Оповещение для вас, в личные сообщения; для ответственных: и для этого канала',
  'only on this topic, family of topics or negotiation': 'только на эту тему, группу тем или переговоры',
  'only involving this party': 'только то, что касается этой стороны',
  'only what this person or body says': 'только то, что говорит этот человек или орган',
  'only in this outlet': 'только в этом издании',
  'statements and shifts if not given': 'если не указано — высказывания и изменения позиций',
  'how long a silence was that is broken; 30 if not given':
    'сколько дней длилось прерванное молчание; если не указано — 30',
  'told in one message at their end: 22:00-07:00':
    'тихие часы, после них — всё одним сообщением: 22:00-07:00',
  'what passes in quiet hours': 'что приходит и в тихие часы',
  'time zone of the quiet hours': 'часовой пояс тихих часов',
  'at most so many an hour': 'сколько самое большее за час',
  'no repetition of a position within so many': 'сколько часов не повторять ту же позицию',
  'you, or this channel (managers)': 'me — вам, channel — в этот канал (ответственные)',
  'whom to mention in the channel': 'кого упомянуть в канале',
  'keeps it without asking': 'yes: сохранить без вопросов',
  'Changes what an alert tells and when; what is not said stays as it is':
    'Меняет, о чём и когда сообщает оповещение; неназванное остаётся как было',
  'which one; your only one if not given': 'какое именно; если не указано — ваше единственное',
  'only on this topic, family or negotiation, or all':
    'только на эту тему, группу тем или переговоры; all — на все',
  'only involving this party, or all': 'только то, что касается этой стороны; all — всех',
  'only what this person or body says, or all': 'только то, что говорит этот человек или орган; all — все',
  'only in this outlet, or all': 'только в этом издании; all — во всех',
  'all is statements and shifts': 'all — высказывания и изменения позиций',
  'how long a silence was that is broken': 'сколько дней длилось прерванное молчание',
  'told in one message at their end: 22:00-07:00; or off':
    'тихие часы, после них — всё одним сообщением: 22:00-07:00; или off',
  'at most so many an hour; 0 is any': 'сколько самое большее за час; 0 — без ограничений',
  'What an alert would have told in the past 7 days; nobody is pinged':
    'О чём оповещение сообщило бы за прошлые 7 дней; никого не тревожа',
  'Leaves what an alert would tell to the digest for 24 hours, or as many as you say':
    'На 24 часа, или сколько укажете, новости оповещения идут только в дайджест',
  'how long; 0 ends it': 'на сколько; 0 — отменить',
  'Leaves all that an alert would tell to the digest, until it is unmuted':
    'Все новости оповещения идут только в дайджест, пока его не включат снова',
  'Lets a muted or snoozed alert tell again': 'Снова включает заглушённое или отложенное оповещение',
  'Takes back an alert that was set in chat': 'Удаляет оповещение, настроенное в чате',
  'which one': 'какое именно',
  'What is yours at one sight: alerts, quiet hours, the next digests, how the feeds are':
    'Всё ваше сразу: оповещения, тихие часы, ближайшие дайджесты, состояние лент',
  'How the feeds are, what is on record, what could not be delivered':
    'Состояние лент, что записано и что не удалось доставить',
  'list, retry': 'список, повторить',
  'How much waits to be posted; managers: what was given up, and what to do':
    'Сколько ждёт отправки; для ответственных: что не отправлено и что делать',
  'Posts again what was given up in this channel, after what kept it was put right':
    'Отправляет снова то, что не отправлено в этот канал, когда помеха устранена',
  'only this one, as /deliveries list calls it': 'только эту, как её называет /deliveries list',
  'another channel of desk.yaml, or all': 'другой канал из desk.yaml, или all — все',
  'Put a statement right: its speaker, its stance, or that it is none':
    'Исправить высказывание: говорящего, позицию или то, что это не высказывание',
  'the reference after the quotation': 'код после цитаты',
  'speaker, stance, off-topic, withdrawn (no statement), apart, together, restored':
    'что именно исправить: speaker, stance, off-topic, withdrawn, apart, together, restored',
  'who spoke, or unclear': 'кто говорил, или unclear',
  'of a stance: on which topic; or the topic that it is not on':
    'по какой теме позиция; или тема, к которой высказывание не относится',
  'whose stance it is, where that is not the speaker’s party': 'чья это позиция, если не стороны говорящего',
  'supports, opposes, conditional or noncommittal':
    'supports (за), opposes (против), conditional (с условием) или noncommittal (уклончиво)',
  'the statement that reports the same utterance': 'высказывание, передающее то же сказанное',
  'why, in your words; it is shown in /why':
    'почему, своими словами; это будет видно рядом с доказательством',
  'yes, where it changes a position': 'yes, если это меняет позицию',
  'What managers put right: which statement, who, when and why':
    'Что исправили ответственные: какое высказывание, кто, когда и почему',
  'What you can ask, with examples that work': 'О чём можно спросить, с примерами, которые работают',
  'more on one command, or on several such as digest':
    'подробнее об одной команде или о нескольких, таких как digest',
};
