import type { TermCues } from '../core/term-cues.ts';
import { day, type Instant } from '../core/time.ts';
import type { Quantity } from './term-quantities.ts';
import { type Measured, once, oneOf, word } from './term-words.ts';

const compiled = once(cues => {
  const months = oneOf(cues.months);
  const weekday = `(?:(?:next|this|on)\\s+)?${oneOf(cues.weekdays)}(?:['’]s\\s+[\\p{L}-]+)?`;
  const date = `\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?\\s+${months}(?:,?\\s+\\d{4})?|${months}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?`;
  const end = `(?:the\\s+)?end\\s+of\\s+(?:(?:the|this|next)\\s+(?:year|month)|${months}(?:\\s+\\d{4})?|\\d{4})`;
  const vague = `(?:(?:the|this|next|mid|early|late)[\\s-]+)*(?:${oneOf(cues.vague)}|${months})`;
  const time = `(?:${end}|${date}|${weekday}|${oneOf(Object.keys(cues.feasts))}|tomorrow|(?:19|20)\\d\\d|${vague})`;
  return {
    by: new RegExp(`${word(cues.by)}\\s+(${time})(?![\\p{L}\\p{N}])(?![-–]\\p{L})`, 'giu'),
    within: new RegExp(`${word(cues.within)}\\s+$`, 'iu'),
    article: new RegExp(
      `${word(cues.within)}\\s+(an?|one)\\s+${oneOf(Object.values(cues.units).flat())}(?![\\p{L}])`,
      'giu',
    ),
    event: new RegExp(`^[\\s,]+(?:[\\p{L}-]+\\s+){0,2}?${word(cues.events)}`, 'iu'),
    past: new RegExp(word(cues.past), 'iu'),
    date: new RegExp(
      `^(?:(\\d{1,2})\\D*?\\s+(${months})|(${months})\\s+(\\d{1,2})\\D*?)(?:,?\\s+(\\d{4}))?$`,
      'iu',
    ),
    weekday: new RegExp(oneOf(cues.weekdays), 'iu'),
    month: new RegExp(`(${months})(?:\\s+(\\d{4}))?$`, 'iu'),
  };
});

/** "by 31 December", "within 30 days", "a 30-day truce". A date is told only where the article's date makes it certain. */
export function deadlinesIn(
  text: string,
  quantities: readonly Quantity[],
  cues: TermCues,
  at: Instant,
): Measured[] {
  const { by, article } = compiled(cues);
  const dates = [...text.matchAll(by)].map(found => {
    const [whole, time = ''] = found;
    const value = dateOf(time, clauseAround(text, found.index), cues, at);
    return { start: found.index, end: found.index + whole.length, value, unit: 'date' };
  });
  const single = [...text.matchAll(article)].flatMap(({ index, 0: whole }) => {
    const unit = Object.keys(cues.durations).find(name => whole.toLowerCase().endsWith(name.slice(0, -1)));
    return unit ? [{ start: index, end: index + whole.length, ...inDays(1, unit, cues) }] : [];
  });
  return [...dates, ...single, ...quantities.flatMap(each => lengthOf(text, each, cues))];
}

function lengthOf(
  text: string,
  { start, until, value, unit, isCompound }: Quantity,
  cues: TermCues,
): Measured[] {
  if (unit === null || !(unit in cues.durations)) return [];
  const [before] = compiled(cues).within.exec(text.slice(Math.max(0, start - 30), start)) ?? [];
  const isEvent = compiled(cues).event.test(text.slice(until, until + 60));
  if (before === undefined && (!isCompound || isEvent)) return [];
  const length = typeof value === 'number' ? inDays(value, unit, cues) : { value, unit };
  return [{ start: start - (before?.length ?? 0), end: until, ...length }];
}

function inDays(value: number, unit: string, cues: TermCues): Pick<Measured, 'value' | 'unit'> {
  const days = cues.durations[unit] ?? 0;
  return days > 0 ? { value: value * days, unit: 'days' } : { value, unit };
}

const clauseAround = (text: string, at: number): string => {
  const [before = ''] = /[^.!?;]*$/.exec(text.slice(Math.max(0, at - 200), at)) ?? [];
  const [after = ''] = /^[^.!?;]*/.exec(text.slice(at, at + 100)) ?? [];
  return before + after;
};

const iso = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

/** The day that is meant, as `2025-12-31`; a year as itself. Null where it is not certain. */
function dateOf(time: string, clause: string, cues: TermCues, at: Instant): string | null {
  const words = time.toLowerCase().replace(/\s+/g, ' ');
  if (/^\d{4}$/.test(words)) return words;
  const { past, weekday } = compiled(cues);
  const isPast = past.test(clause);
  const full = dayOf(words, cues, at, isPast) ?? endOf(words, cues, at, isPast);
  if (full !== null || isPast) return full;
  if (words === 'tomorrow') return iso(at + day);
  const feast = Object.entries(cues.feasts).find(([name]) => name.toLowerCase() === words.replace('’', "'"));
  if (feast) return nextOf(feast[1], at);
  const [named] = weekday.exec(words) ?? [];
  return named === undefined || /^next/.test(words) ? null : weekdayAfter(indexIn(cues.weekdays, named), at);
}

const indexIn = (names: readonly string[], name: string): number =>
  names.findIndex(each => each.toLowerCase() === name.toLowerCase());

function dayOf(words: string, cues: TermCues, at: Instant, isPast: boolean): string | null {
  const [, early, first, second, late, year] = compiled(cues).date.exec(words) ?? [];
  const month = first ?? second;
  if (month === undefined) return null;
  const monthDay = `${two(indexIn(cues.months, month) + 1)}-${two(Number(early ?? late))}`;
  const given = year === undefined ? (isPast ? null : nextOf(monthDay, at)) : `${year}-${monthDay}`;
  return given !== null && isDate(given) ? given : null;
}

const two = (value: number): string => String(value).padStart(2, '0');

const isDate = (text: string): boolean => {
  const parsed = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(parsed) && iso(parsed) === text;
};

/** The next time it is that day, today included. */
function nextOf(monthDay: string, at: Instant): string {
  const year = new Date(at).getUTCFullYear();
  return [`${year}-${monthDay}`, `${year + 1}-${monthDay}`].find(each => each >= iso(at)) ?? '';
}

/** "the end of January", "the end of next year". */
function endOf(words: string, cues: TermCues, at: Instant, isPast: boolean): string | null {
  const [, of] = /end of (.+)$/.exec(words) ?? [];
  if (of === undefined) return null;
  const today = new Date(at);
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()];
  if (/^\d{4}$/.test(of)) return `${of}-12-31`;
  const [, name, given] = compiled(cues).month.exec(of) ?? [];
  if (name !== undefined && given !== undefined) return lastDay(Number(given), indexIn(cues.months, name));
  if (isPast) return null;
  if (name !== undefined) {
    const index = indexIn(cues.months, name);
    return lastDay(index < month ? year + 1 : year, index);
  }
  const later = /^next/.test(of) ? 1 : 0;
  return /year$/.test(of) ? `${year + later}-12-31` : lastDay(year, month + later);
}

const lastDay = (year: number, month: number): string => iso(Date.UTC(year, month + 1, 0));

/** Today's own name can mean today or in a week. */
function weekdayAfter(weekday: number, at: Instant): string | null {
  const ahead = (weekday - new Date(at).getUTCDay() + 7) % 7;
  return ahead === 0 ? null : iso(at + ahead * day);
}
