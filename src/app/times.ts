import { UserError } from '../core/errors.ts';
import { type Page, pageIn } from '../core/page.ts';
import { type Instant, localDate } from '../core/time.ts';
import { dateTyped, earliest, type Fault, momentTyped, type TypedDate } from '../core/typed-date.ts';
import type { About, Kind } from './command.ts';
import { cut, matching, plainChoice } from './completion.ts';

const longest = 3_650;

/** A number of days, 1 to 3,650. */
export const days: Kind<number> = {
  name: 'days',
  parse(word) {
    const count = /^\d{1,5}$/.test(word.trim()) ? Number(word) : Number.NaN;
    if (count >= 1 && count <= longest) return count;
    throw new UserError(
      `“${cut(word)}” is no number of days. Type a whole number from 1 to ${longest}, such as 7.`,
      { suggestions: ['7', '30'] },
    );
  },
  complete: part => matching(part, ['1', '7', '30', '90', '365'].map(plainChoice)),
};

/** A day that has begun: `2025-11-27`, `27 Nov 2025`, `yesterday`, `3 days ago`. */
export const date: Kind<TypedDate> = {
  name: 'date',
  parse(word, about) {
    const found = dateTyped(word, about);
    if (typeof found !== 'string') return found;
    throw refused(
      word,
      found,
      about,
      'Type a date such as 2025-11-27, 27 Nov 2025, yesterday or 3 days ago.',
    );
  },
  complete: (part, about) => matching(part, ['yesterday', '7 days ago', today(about)].map(plainChoice)),
};

/** A moment that has passed: a date with or without a time, `12 hours ago`. */
export const moment: Kind<Instant> = {
  name: 'date or time',
  parse(word, about) {
    const found = momentTyped(word, about);
    if (typeof found !== 'string') return found;
    const hint = 'Type a date or a time such as 2025-11-27, "yesterday 18:00" or "12 hours ago".';
    throw refused(word, found, about, hint);
  },
  complete: (part, about) =>
    matching(part, ['yesterday', 'yesterday 18:00', '12 hours ago', today(about)].map(plainChoice)),
};

/** The part of a long answer, counted from 1. */
export const page: Kind<Page> = {
  name: 'page',
  parse(word) {
    const found = pageIn(word);
    if (found) return found;
    throw new UserError(`“${cut(word)}” is no page. Type a whole number from 1, such as 2.`, {
      suggestions: ['2'],
    });
  },
  complete: part => matching(part, ['1', '2', '3'].map(plainChoice)),
};

const today = ({ now, zone }: About): string => localDate(now, zone);

function refused(word: string, fault: Fault, about: About, hint: string): UserError {
  const reason = {
    unreadable: `“${cut(word)}” cannot be read as a date.`,
    impossible: `There is no such date as ${cut(word)}.`,
    future: `${cut(word)} has not come yet; today is ${today(about)}.`,
    'too early': `${cut(word)} is before ${earliest}, where the record cannot reach.`,
  }[fault];
  return new UserError(fault === 'future' ? reason : `${reason} ${hint}`, { suggestions: ['yesterday'] });
}
