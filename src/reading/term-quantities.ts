import type { TermCues } from '../core/term-cues.ts';
import { clauseAfter, clauseBefore, type Measured, once, oneOf, word } from './term-words.ts';

/** A number as it stands in a text, with what it counts. */
export interface Quantity extends Measured {
  /** Where its unit's noun ends; `end` where there is none. */
  readonly until: number;
  /** "30-day", "three-year": of that length. */
  readonly isCompound: boolean;
  /** The first of a change: "from 600,000 to 800,000". */
  readonly isFormer: boolean;
}

const digits = String.raw`(?:\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+)(?:\.\d+)?`;

/** "a", "one": numbers only before "hundred" and the like. */
const singles = ({ numerals }: TermCues): ReadonlySet<string> =>
  new Set(Object.keys(numerals).filter(name => numerals[name] === 1));

const compiled = once(cues => {
  const signs = Object.values(cues.signs).flat();
  const magnitude = oneOf(Object.keys(cues.magnitudes));
  const numeral = `(?:${oneOf(Object.keys(cues.numerals))}|${magnitude})`;
  const figure = `(?:${oneOf(signs)}\\s?)?${digits}(?:\\s?${magnitude}(?![\\p{L}\\p{N}]))?(?:\\s?${oneOf(signs)})?`;
  const more = `(?:[\\s-]+|\\s+and\\s+)`;
  const [ones, others] = [
    [...singles(cues)],
    Object.keys(cues.numerals).filter(name => !singles(cues).has(name)),
  ];
  const written = `(?:${oneOf(ones)}${more}${magnitude}(?![\\p{L}])|${oneOf(others)}(?![\\p{L}]))(?:${more}${numeral}(?![\\p{L}]))*`;
  const one = `(?:${figure}|${written})`;
  const range = `(?:\\s?[–-]\\s?|\\s+${oneOf(cues.ranges)}\\s+)`;
  const units = Object.entries(cues.units).flatMap(([unit, nouns]) => nouns.map(noun => ({ unit, noun })));
  return {
    all: new RegExp(
      `(?<![\\p{L}\\p{N}.,:/#’'_-])(${one})(?:(${range})(${one}))?(?![\\p{L}\\p{N}]|[.,:/]\\d)`,
      'giu',
    ),
    signed: new Map(Object.entries(cues.signs).flatMap(([unit, all]) => all.map(sign => [sign, unit]))),
    sign: new RegExp(oneOf(signs), 'u'),
    noun: new RegExp(`^${word(units.map(({ noun }) => noun))}`, 'iu'),
    unitOf: new Map(units.map(({ unit, noun }) => [noun.toLowerCase(), unit])),
    wholes: Object.entries(cues.wholes).map(([unit, nouns]) => ({
      unit,
      before: new RegExp(word(nouns), 'iu'),
      behind: new RegExp(`^(?:-strong)?\\s+(?:[\\p{L}-]+\\s+){0,3}?${word(nouns)}`, 'iu'),
    })),
    change: new RegExp(`${word(cues.changes)}\\s+$`, 'iu'),
    calendar: new RegExp(`^(?:st|nd|rd|th)?(?:\\s+of)?\\s+${oneOf(cues.months)}\\b`, 'iu'),
    month: new RegExp(`\\b${oneOf(cues.months)}\\.?\\s+$`, 'iu'),
    magnitude: new RegExp(`(?:\\s?|\\b)(${magnitude})(?=\\P{L}|$)`, 'iu'),
    numerals: new Map(
      Object.entries({ ...cues.numerals, ...cues.magnitudes }).map(([name, value]) => [name, value]),
    ),
  };
});

/** The numbers of a text with what they count. Years, dates, hours of the day and numbers in names are none. */
export function quantitiesIn(text: string, cues: TermCues): Quantity[] {
  if (!/\d|\p{L}{3}/u.test(text)) return [];
  const found: Quantity[] = [];
  const { all } = compiled(cues);
  all.lastIndex = 0;
  for (let match = all.exec(text); match; match = all.exec(text)) {
    const quantities = quantitiesOf(text, match, cues);
    found.push(...quantities);
    if (match[0] === '') all.lastIndex += 1;
  }
  return found;
}

function quantitiesOf(text: string, match: RegExpExecArray, cues: TermCues): Quantity[] {
  const [whole, first = '', joint = '', second = ''] = match;
  const place = { start: match.index, end: match.index + whole.length };
  if (second === '') return single(text, { ...place, words: first }, cues);
  if (isChange(text, match.index, cues) || !isRange(text, match, cues)) {
    const later = match.index + first.length + joint.length;
    const to = { start: later, end: place.end, words: second };
    const from = { start: match.index, end: match.index + first.length, words: first };
    const [last] = single(text, to, cues);
    const isFormer = isChange(text, match.index, cues);
    const earlier = single(text, from, cues).map(each => ({
      ...each,
      isFormer,
      unit: each.unit ?? last?.unit ?? null,
    }));
    return [...earlier, ...(last ? [last] : [])];
  }
  const [low, high] = [numberOf(first, cues), numberOf(second, cues)];
  const counted = single(text, { ...place, words: second }, cues, signIn(first, cues));
  if (low === null || high === null || low >= high) return [];
  return counted.flatMap(each =>
    each.unit === null ? [] : [{ ...each, value: `${low * scaleOf(first, second, cues)}-${high}` }],
  );
}

const isChange = (text: string, at: number, cues: TermCues): boolean =>
  compiled(cues).change.test(text.slice(Math.max(0, at - 20), at));

/** "20 to 30", "15-20", "between 5 and 10"; "5 and 10" are two. */
function isRange(
  text: string,
  [, first = '', joint = '']: RegExpExecArray & { index: number },
  cues: TermCues,
): boolean {
  const isBetween = /\bbetween\s+$/i.test(text.slice(0, text.indexOf(first)));
  return /[–-]/.test(joint) || !/^\s*and\s*$/i.test(joint) || isBetween || cues.ranges.length === 0;
}

/** "20 to 30 million": what scales the second scales the first. */
function scaleOf(first: string, second: string, cues: TermCues): number {
  const [own, other] = [first, second].map(words => compiled(cues).magnitude.exec(words)?.[1]?.toLowerCase());
  return own === undefined && other !== undefined ? (cues.magnitudes[other] ?? 1) : 1;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

function single(
  text: string,
  { start, end, words }: Place,
  cues: TermCues,
  given: string | null = null,
): Quantity[] {
  const value = numberOf(words, cues);
  const sign = signIn(words, cues) ?? given;
  const counted = sign === null ? countedAfter(text, end, cues) : { unit: sign, until: end, noun: '' };
  const isCompound = /^[\s-]/.test(text.slice(end)) && isSingular(text, end, counted, cues) && value !== 1;
  const isWritten = !/\d/.test(words);
  const isBare = !isWritten && !/[,\u00a0\u202f ]\d{3}/.test(words) && sign === null && !/\p{L}/u.test(words);
  const whole = counted ?? wholeAround(text, start, end, cues);
  if (/\b(?:half|quarter of)\s+$/i.test(text.slice(Math.max(0, start - 12), start))) return [];
  if (value === null || isCalendar(text, start, end, words, cues)) return [];
  if (isWritten && whole === null && !compiled(cues).magnitude.test(words)) return [];
  if (isBare && (isName(text, start, end) || (counted === null && whole === null && value < 10))) return [];
  if (
    /^[\s-]*(?:[a-z]+[\s-])?old\b/i.test(text.slice(end)) ||
    (/^-(?!strong)/.test(text.slice(end)) && !counted)
  )
    return [];
  return [
    {
      start,
      end,
      value,
      unit: whole?.unit ?? null,
      until: counted?.until ?? end,
      isCompound,
      isFormer: false,
    },
  ];
}

interface Counted {
  readonly unit: string;
  readonly until: number;
  readonly noun: string;
}

const stops =
  /^(?:to|in|on|at|for|by|and|or|with|from|will|would|is|are|was|were|be|must|should|can|could|may|might|have|has|had|that|which|who|if|as|than|after|before|until|unless|but|per|of(?!\s+(?:our|their|its|his|her|these|those|the)\b))\b/i;

/** The unit's noun right behind a number, or behind up to three words that qualify it: "600,000 Ukrainian troops". */
function countedAfter(text: string, end: number, cues: TermCues): Counted | null {
  const { noun, unitOf } = compiled(cues);
  let at = end;
  for (let skipped = 0; skipped <= 3; skipped++) {
    const [gap = ''] = /^(?:\s+|-)/.exec(text.slice(at, at + 8)) ?? [];
    if (gap === '') return null;
    const rest = text.slice(at + gap.length, at + gap.length + 40);
    const [named] = noun.exec(rest) ?? [];
    if (named !== undefined) {
      const unit = unitOf.get(named.toLowerCase().replace(/\s+/g, ' ')) ?? '';
      return { unit, until: at + gap.length + named.length, noun: named };
    }
    const [skip] = /^[\p{L}\p{M}’']+/u.exec(rest) ?? [];
    if (skip === undefined || stops.test(rest)) return null;
    at += gap.length + skip.length;
  }
  return null;
}

/** "30-day", "30 day truce": the singular of a unit of time. */
function isSingular(text: string, end: number, counted: Counted | null, cues: TermCues): boolean {
  if (!counted || !(counted.unit in cues.durations)) return false;
  const gap = text.slice(end, counted.until - counted.noun.length);
  return /^[\s-]$/.test(gap) && !/s$/i.test(counted.noun);
}

/** "an army of 600,000", "a 600,000-strong army": the whole that is counted, in the same clause. */
function wholeAround(text: string, start: number, end: number, cues: TermCues): Counted | null {
  const before = clauseBefore(text, start).slice(-90);
  const after = clauseAfter(text, end).slice(0, 60);
  const isEnd = /^-strong\b|^\s*(?:$|[,.;:!?)”"’'])/i.test(after) || stops.test(after.trimStart());
  for (const { unit, before: named, behind } of compiled(cues).wholes) {
    if (/^-strong/.test(after) && behind.test(after)) return { unit, until: end, noun: '' };
    if (isEnd && named.test(before)) return { unit, until: end, noun: '' };
  }
  return null;
}

/** A year, a day of a month, an hour. */
function isCalendar(text: string, start: number, end: number, words: string, cues: TermCues): boolean {
  const { calendar, month } = compiled(cues);
  const [before, after] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 24)];
  if (calendar.test(after) || month.test(before)) return true;
  if (/^\s?(?:am|pm|a\.m|p\.m|o[’']clock)\b/i.test(after)) return true;
  const isYear = /^(?:19|20)\d\d$/.test(words);
  return (
    isYear &&
    (/\b(?:in|since|of|by|until|from|before|after|during|for|to|late|early|mid)[\s-]+$/i.test(before) ||
      !compiled(cues).noun.test(after.trimStart()))
  );
}

/** "Article 5", "No. 7", "COP 30": part of a name. */
function isName(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  if (/^[-–]?\p{L}/u.test(text.slice(end))) return !/^-(?:[a-z]+)\b/.test(text.slice(end));
  return (
    /(?:\b(?:No|Nos|Nr)\.?|\p{Lu}[\p{L}]*)\s$/u.test(before) &&
    !/(?:^|[.!?…“"]\s*)\p{Lu}\p{L}*\s$/u.test(before)
  );
}

function signIn(words: string, cues: TermCues): string | null {
  const { sign, signed } = compiled(cues);
  return signed.get(sign.exec(words)?.[0] ?? '') ?? null;
}

/** The value of digits or written numbers; null where it cannot be told. */
export function numberOf(words: string, cues: TermCues): number | null {
  const [plain] = /\d[\d,\u00a0\u202f .]*\d|\d/.exec(words) ?? [];
  if (plain === undefined) return writtenNumber(words, cues);
  if (/^\d{1,3}\.\d{3}$/.test(plain)) return null;
  const number = Number(plain.replace(/[,\u00a0\u202f ]/g, ''));
  const scale = compiled(cues).magnitude.exec(words.slice(words.indexOf(plain) + plain.length))?.[1];
  return rounded(number * (scale === undefined ? 1 : (cues.magnitudes[scale.toLowerCase()] ?? 1)));
}

/** 1.1 × 10⁹ is no 1100000000.0000002. */
const rounded = (value: number): number => Number(value.toPrecision(12));

function writtenNumber(words: string, cues: TermCues): number | null {
  let [total, group] = [0, 0];
  for (const each of words.toLowerCase().split(/[\s-]+/)) {
    const value = compiled(cues).numerals.get(each);
    if (value === undefined && each !== 'and') return null;
    const scale = each in cues.magnitudes;
    if (scale && (value ?? 0) >= 1000) [total, group] = [total + (group || 1) * (value ?? 0), 0];
    else if (scale) group = (group || 1) * (value ?? 0);
    else group += value ?? 0;
  }
  return total + group;
}
