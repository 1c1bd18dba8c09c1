import { folded, lookalikes } from '../core/catalog.ts';
import { UserError } from '../core/errors.ts';
import type { Outlet } from '../core/feed.ts';
import { isLanguage, isZone, type Zone } from '../core/time.ts';
import type { Choice, Kind } from './command.ts';
import { matching } from './completion.ts';

/** One of a few words. */
export const oneOf = <const W extends string>(name: string, words: readonly W[]): Kind<W> => ({
  name,
  isClosed: true,
  parse(word) {
    const found = words.find(each => each === word.trim().toLowerCase());
    if (found) return found;
    throw new UserError(`“${word.slice(0, 40)}” is none of ${words.join(', ')}.`, { suggestions: words });
  },
  complete: part => beginningWith(part, words),
});

const mostTimes = 6;

/** Local times of day, `07:30` or `07:30,18:00`: earliest first, each once, six at most. */
export const times: Kind<readonly string[]> = {
  name: 'time',
  parse(words) {
    const parts = words.split(/[\s,]+/).filter(Boolean);
    const found = [...new Set(parts.map(timeOfDay))].sort();
    if (found.length > 0 && found.length <= mostTimes) return found;
    throw new UserError(`Give one to ${mostTimes} times of day, such as 07:30 or 07:30,18:00.`);
  },
  complete: part => beginningWith(part, ['07:30', '07:30,18:00', '08:00', '18:00']),
};

function timeOfDay(word: string): string {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(word) ?? [];
  if (hours !== '' && Number(hours) < 24 && Number(minutes) < 60)
    return `${hours.padStart(2, '0')}:${minutes}`;
  throw new UserError(`“${word.slice(0, 40)}” is no time of day. Write it as 07:30.`, {
    suggestions: ['07:30'],
  });
}

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Days of the week as numbers, 0 is Sunday: `daily`, `weekdays`, or `mon,thu`. */
export const weekdays: Kind<readonly number[]> = {
  name: 'days',
  parse(words) {
    const typed = words.trim().toLowerCase();
    if (typed === 'daily') return [0, 1, 2, 3, 4, 5, 6];
    if (typed === 'weekdays') return [1, 2, 3, 4, 5];
    const found = typed.split(/[\s,]+/).map(word => names.indexOf(word.slice(0, 3)));
    if (found.every(each => each >= 0)) return [...new Set(found)].sort();
    throw new UserError(`“${words.slice(0, 40)}” is no days. Write daily, weekdays, or days as mon,thu.`, {
      suggestions: ['daily', 'weekdays'],
    });
  },
  complete: part => beginningWith(part, ['daily', 'weekdays', ...names.slice(1), 'sun']),
};

/** The words for days of the week. */
export function weekdayWords(days: readonly number[]): string {
  const sorted = days.toSorted((a, b) => a - b);
  if (sorted.length === 7) return 'daily';
  return sorted.join() === '1,2,3,4,5' ? 'weekdays' : sorted.map(each => names[each]).join(',');
}

/** Quiet hours as `22:00-07:00`; `off` is none. */
export const quietHours: Kind<{ readonly from: string; readonly until: string } | 'off'> = {
  name: 'hours',
  parse(words) {
    const typed = words.trim().toLowerCase();
    if (typed === 'off') return 'off';
    const [from = '', until = '', ...more] = typed.split(/\s*[-–]\s*/);
    const hours = { from: timeOfDay(from), until: timeOfDay(until) };
    if (more.length === 0 && hours.from !== hours.until) return hours;
    throw new UserError(`“${words.slice(0, 40)}” is no quiet hours. Write them as 22:00-07:00.`, {
      suggestions: ['22:00-07:00'],
    });
  },
  complete: part => beginningWith(part, ['22:00-07:00', '20:00-08:00', 'off']),
};

/** A whole number within bounds. */
export const count = (name: string, least: number, most: number): Kind<number> => ({
  name,
  parse(word) {
    const found = /^\d{1,6}$/.test(word.trim()) ? Number(word) : Number.NaN;
    if (found >= least && found <= most) return found;
    throw new UserError(
      `“${word.slice(0, 40)}” is no number of ${name}. Type a whole number from ${least} to ${most}.`,
    );
  },
  complete: part =>
    beginningWith(
      part,
      ['1', '6', '24'].filter(each => Number(each) <= most),
    ),
});

/** An outlet that the feeds name. */
export const outlet: Kind<Outlet> = {
  name: 'outlet',
  isClosed: true,
  parse(word, { catalog }) {
    const typed = folded(word);
    const all = [...catalog.outlets.values()];
    const found = all.find(({ id, name }) => folded(id) === typed || folded(name) === typed);
    if (found) return found;
    const suggestions = lookalikes(
      word,
      all.map(({ name }) => name),
    );
    throw new UserError(`There is no outlet “${word.slice(0, 40)}”.`, { suggestions });
  },
  complete: (part, { catalog }) =>
    matching(
      part,
      [...catalog.outlets.values()].map(({ id, name }) => ({ name, value: id, names: [id] })),
    ),
};

/** The language that dates are written in, as a tag (BCP 47): `uk`, `de-AT`; `off` is each reader's own. */
export const dateLanguage: Kind<string> = {
  name: 'language',
  parse(word) {
    const typed = word.trim().toLowerCase();
    const [tag = ''] = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/.test(typed) ? Intl.getCanonicalLocales(typed) : [];
    if (typed === 'off' || isLanguage(tag)) return typed === 'off' ? typed : tag;
    throw new UserError(
      `“${word.slice(0, 40)}” is no language that dates are known in. Write it as uk or de.`,
      {
        suggestions: ['uk', 'de', 'off'],
      },
    );
  },
  complete: part => beginningWith(part, ['en', 'uk', 'ru', 'de', 'fr', 'es', 'pl', 'tr', 'off']),
};

/** An IANA time zone. */
export const zone: Kind<Zone> = {
  name: 'time zone',
  parse(word) {
    const found = Intl.supportedValuesOf('timeZone').find(
      each => each.toLowerCase() === word.trim().toLowerCase(),
    );
    if (found) return found;
    if (/^[\w+/-]{1,40}$/.test(word.trim()) && isZone(word.trim())) return word.trim();
    throw new UserError(`“${word.slice(0, 40)}” is no time zone. Write it as Europe/Kyiv.`, {
      suggestions: ['Europe/Kyiv', 'UTC'],
    });
  },
  complete: part => beginningWith(part, ['UTC', ...Intl.supportedValuesOf('timeZone')]),
};

const longestName = 60;

/** What a rule of the desk is called: `morning`, `slack-c01gen`. */
export const ruleId: Kind<string> = {
  name: 'name',
  parse(word) {
    const typed = word.trim().toLowerCase();
    if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(typed) && typed.length <= longestName) return typed;
    throw new UserError(`“${word.slice(0, 40)}” is no name: small letters, digits and hyphens make one.`);
  },
  complete: () => [],
};

function beginningWith(part: string, words: readonly string[]): Choice[] {
  const wanted = part.trim().toLowerCase();
  const found = words.filter(each => each.toLowerCase().includes(wanted));
  const rank = (word: string): number => Number(!word.toLowerCase().startsWith(wanted));
  return found
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 25)
    .map(word => ({ name: word, value: word }));
}
