import { UserError } from '../core/errors.ts';
import { isZone, type Zone } from '../core/time.ts';
import type { Choice, Kind } from './command.ts';

/** One of a few words. */
export const oneOf = <const W extends string>(name: string, words: readonly W[]): Kind<W> => ({
  name,
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

/** What a rule of the desk is called: `morning`, `slack-c01gen`. */
export const ruleId: Kind<string> = {
  name: 'name',
  parse(word) {
    const typed = word.trim().toLowerCase();
    if (/^[a-z0-9][a-z0-9-]{0,59}$/.test(typed)) return typed;
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
