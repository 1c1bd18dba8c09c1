import type { Found, Span } from './statement.ts';
import { day, hour, type Instant } from './time.ts';
import { isEveryday } from './utterance-words.ts';

/** What a text says of the circumstances of a statement, as far as sameness turns on it. */
export interface Told {
  /** Figures of the content, as digits: "600000". Days of a month are none. */
  readonly figures: readonly string[];
  /** Who and what the content names, by actor where the desk follows it; the speaker's own party left out. */
  readonly names: readonly string[];
  /** Named places the content puts something in: "in Istanbul". */
  readonly places: readonly string[];
  /** Named persons, bodies or media the words were addressed to: "told the Bundestag". */
  readonly to: readonly string[];
  /** The days on which it can have been said, counted from 1970-01-01; null where the sentence names none. */
  readonly days: Days | null;
}

export interface Days {
  readonly first: number;
  readonly last: number;
}

/**
 * Who a capitalised word or phrase names, as a path from the party: "Kyiv" and "Ukrainian" are `ukraine`, Andrii Sybiha
 * is `ukraine/sybiha`. Null for whom the desk does not follow.
 */
export type NameOf = (words: string) => string | null;

type Placed = Pick<Found, 'content' | 'cue' | 'source' | 'speakers'>;

/** `at` is the article's date. Weekdays are taken backwards from it. */
export function told(text: string, found: Placed, at: Instant, nameOf: NameOf): Told {
  const content = found.content.map(({ start, end }) => text.slice(start, end)).join(' … ');
  const own = new Set(found.speakers.map(({ party }) => party));
  const named = namesIn(content, nameOf).filter(({ name }) => !own.has(name));
  return {
    figures: figuresIn(content),
    names: unique(named.filter(({ isPlace }) => !isPlace)),
    places: unique(named.filter(({ isPlace }) => isPlace)),
    to: addressees(text, found, nameOf),
    days: daysTold(text, found, at),
  };
}

interface Named {
  readonly name: string;
  readonly isPlace: boolean;
}

const unique = (named: readonly Named[]): string[] => [...new Set(named.map(({ name }) => name))];

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const date = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${months.join('|')})|(${months.join('|')}) (\\d{1,2})(?!\\d))(?:,? (\\d{4}))?`,
  'gi',
);

const counted = 'two three four five six seven eight nine ten eleven twelve'.split(' ');

const anyCounted = new RegExp(counted.join('|'));

function figuresIn(content: string): string[] {
  const digits = /\d/.test(content) ? (content.replace(date, ' ').match(/\d+(?:[.,]\d+)*/g) ?? []) : [];
  const lower = content.toLowerCase();
  const written = anyCounted.test(lower) ? (lower.match(/\p{L}+/gu) ?? []) : [];
  return [
    ...digits.map(each => each.replace(/,(?=\d{3})/g, '')),
    ...written.filter(word => counted.includes(word)).map(word => String(counted.indexOf(word) + 2)),
  ];
}

const capitalised = /\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?=\p{Lu})\p{Lu}[\p{L}\p{M}'’.-]*)*/gu;

/** A word in capitals that only begins a sentence is a name only where the desk knows it. */
function namesIn(content: string, nameOf: NameOf): Named[] {
  return [...content.matchAll(capitalised)].flatMap(({ 0: phrase, index }) => {
    const before = content.slice(Math.max(0, index - furthest), index);
    const isPlace = /\b(?:in|at|near)\s+(?:the\s+)?$/i.test(before);
    return namedBy(phrase, begins(content, index), nameOf).map(name => ({ name, isPlace }));
  });
}

/** How many characters before a name can say that it is a place. */
const furthest = 60;

/** Whether nothing but marks stands between a place and the beginning or the end of a sentence. */
function begins(content: string, place: number): boolean {
  let at = place;
  while (at > 0 && /[\s“”"‘']/.test(content[at - 1] ?? '')) at--;
  return at === 0 || /[.!?…]/.test(content[at - 1] ?? '');
}

function namedBy(phrase: string, opens: boolean, nameOf: NameOf): string[] {
  const bare = (word: string): string => word.replace(/[’']s$|[.’']+$/g, '');
  const called = (word: string): string | null => nameOf(word) ?? nameOf(word.replace(/s$/, ''));
  const whole = called(bare(phrase));
  if (whole !== null) return [whole];
  const words = phrase
    .split(/[\s–-]+/)
    .map(bare)
    .filter(isName);
  const known = words.map(called).filter(name => name !== null);
  if (known.length > 0) return known;
  const last = words.at(-1);
  return last === undefined || (opens && words.length === 1) ? [] : [last.toLowerCase()];
}

const titles = 'president prime minister secretary chancellor king pope mr mrs ms dr'.split(' ');

const nameless = new Set([...months, ...weekdays, ...titles]);

function isName(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    /^\p{Lu}/u.test(word) && word.length > 1 && !nameless.has(lower) && (word === 'US' || !isEveryday(word))
  );
}

const addressing =
  /^(?:tell|told|telling|urg|ask|warn|assur|inform|thank|call(?:ed|ing|s)? (?:on|upon)|remind|address)/i;

/** The names right after a cue that takes a person: "told Macron", but not "told German lawmakers". */
function addressees(text: string, { cue, content }: Placed, nameOf: NameOf): string[] {
  return cue.flatMap(({ start, end }) => {
    if (!addressing.test(text.slice(start, end))) return [];
    const until = content.find(span => span.start > end)?.start ?? end + 80;
    const after = text.slice(end, Math.min(until, end + 80));
    const [, phrase] =
      /^\s+(?:the\s+|[a-z]+\s+)?(\p{Lu}[\p{L}\p{M}’'-]*(?:\s+\p{Lu}[\p{L}\p{M}’'-]*)*)(?!\s+[a-z]*(?:ers|ists|men|ians|leaders|people))/u.exec(
        after,
      ) ?? [];
    return phrase === undefined ? [] : namedBy(phrase, false, nameOf);
  });
}

const sentenceEnd = /[.!?][”"’]?\s+|\n+/g;
const occasion =
  /\b(?:said|saying|told|telling|spoke|speaking|wrote|posted|published|announced|interview|conference|briefing|address|speech|statement|reporters|journalists)\b/i;
const quoted = /“[^”\n]*”?|"[^"\n]*"?/g;

/**
 * The days a statement's sentence names outside what was said, else those of the nearest sentence before that speaks of
 * an occasion: "In an interview published on Tuesday …".
 */
function daysTold(text: string, { content, cue, source }: Placed, at: Instant): Days | null {
  const spans = [...content, ...cue, ...(cue.length > 0 ? source : [])];
  const [from, until] = [Math.min(...spans.map(s => s.start)), Math.max(...spans.map(s => s.end))];
  const before = text.slice(Math.max(0, from - 700), from).split(sentenceEnd);
  const [after = ''] = text.slice(until, until + 400).split(sentenceEnd);
  const own = `${before.pop() ?? ''} ${without(text, { start: from, end: until }, content)} ${after}`;
  const days = daysPast(own, at);
  if (days) return days;
  for (const sentence of before.reverse()) {
    const outside = sentence.replace(quoted, ' ');
    const earlier = occasion.test(outside) ? daysPast(outside, at) : null;
    if (earlier) return earlier;
  }
  return null;
}

/** The days a sentence names, up to where it turns to what is to come. */
const daysPast = (sentence: string, at: Instant): Days | null =>
  anyDay.test(sentence)
    ? daysIn(sentence.replace(/\b(?:will|would|is to|are to|due|before|after)\b.*$/is, ''), at)
    : null;

const anyDay = new RegExp(
  `${months.join('|')}|${weekdays.join('|')}|day (?:before|earlier)|previous day|yesterday|today|tonight|(?:last|this) (?:week|morning|afternoon|evening)`,
  'i',
);
const anyWeekday = new RegExp(`\\b(?:${weekdays.join('|')})\\b`, 'i');

function without(text: string, { start, end }: Span, left: readonly Span[]): string {
  let rest = '';
  let at = start;
  for (const span of left.toSorted((a, b) => a.start - b.start)) {
    rest += `${text.slice(at, Math.max(at, span.start))} `;
    at = Math.max(at, span.end);
  }
  return rest + text.slice(at, Math.max(at, end));
}

export const dayOf = (at: Instant): number => Math.floor(at / day);

function daysIn(sentence: string, at: Instant): Days | null {
  const today = dayOf(at);
  const monday = today - ((today + 3) % 7);
  const only = (first: number): Days => ({ first, last: first });
  for (const [, early, month, other, late, year] of sentence.matchAll(date)) {
    const found = dateBefore(Number(early ?? late), (month ?? other ?? '').toLowerCase(), year, at);
    if (found !== null) return only(found);
  }
  const [weekday] = anyWeekday.exec(sentence) ?? [];
  if (weekday) return only(lastWeekday(weekdays.indexOf(weekday.toLowerCase()), at));
  if (/\b(?:yesterday|the day before|a day earlier|the previous day)\b/i.test(sentence))
    return only(today - 1);
  if (/\blast week\b/i.test(sentence)) return { first: monday - 7, last: monday - 1 };
  if (/\b(?:earlier )?this week\b/i.test(sentence)) return { first: monday, last: today };
  return /\b(?:today|tonight|this (?:morning|afternoon|evening))\b/i.test(sentence) ? only(today) : null;
}

/** Days are the speaker's or the outlet's own: in the east they begin nine hours or more before those of UTC. */
function lastWeekday(weekday: number, at: Instant): number {
  const today = dayOf(at + 9 * hour);
  return today - ((today + 4 - weekday + 7) % 7);
}

function dateBefore(dayOfMonth: number, month: string, year: string | undefined, at: Instant): number | null {
  const index = months.indexOf(month);
  const years =
    year === undefined ? [0, -1].map(back => new Date(at).getUTCFullYear() + back) : [Number(year)];
  const days = years.map(each => dayOf(Date.UTC(each, index, dayOfMonth)));
  return days.find(each => each <= dayOf(at + 14 * hour)) ?? null;
}
