import type { Actor } from '../core/actor.ts';
import { folded } from '../core/catalog.ts';
import { UserError } from '../core/errors.ts';
import type { Stance } from '../core/statement.ts';
import type { Kind } from './command.ts';
import { best, cut, matching, plainChoice } from './completion.ts';
import { actor } from './kinds.ts';

/** One of a few words. */
export function oneOf<const T extends string>(name: string, words: readonly T[]): Kind<T> {
  return {
    name,
    parse(word) {
      const typed = word.trim().toLowerCase();
      const found = words.find(each => each === typed);
      if (found) return found;
      const hint = `It is one of ${words.join(', ')}.`;
      throw new UserError(`“${cut(word)}” is no ${name}. ${hint}`, { suggestions: words.slice(0, 5) });
    },
    complete: part => matching(part, words.map(plainChoice)),
  };
}

/** What a kind takes, or `all` for no restriction. */
export const orAll = <T>(kind: Kind<T>): Kind<T | 'all'> => ({
  ...kind,
  parse: (word, about) => (folded(word) === 'all' ? 'all' : kind.parse(word, about)),
  complete: (part, typing) => best([...matching(part, [plainChoice('all')]), ...kind.complete(part, typing)]),
});

/** What an editor can say of a statement. */
export const change = oneOf('correction', [
  'speaker',
  'stance',
  'off-topic',
  'withdrawn',
  'apart',
  'together',
  'restored',
]);

export const stance: Kind<Stance> = oneOf('stance', ['supports', 'opposes', 'conditional', 'noncommittal']);

/** The answer to "shall it be written down?". */
export const yes = oneOf('answer', ['yes']);

/** Who spoke, by name, several joined by "and" or commas; `unclear` is nobody. */
export const speakers: Kind<readonly Actor[]> = {
  name: 'name or unclear',
  parse(word, about) {
    if (/^(unclear|nobody|unknown)$/i.test(word.trim())) return [];
    return word.split(/,| and /).map(name => actor.parse(name.trim(), about));
  },
  complete: (part, about) =>
    [...matching(part, [plainChoice('unclear')]), ...actor.complete(part, about)].slice(0, 25),
};

const longestReason = 300;

/** Words that are kept as they are. */
export const words: Kind<string> = {
  name: 'word or phrase',
  verbatim: true,
  parse: word => word.trim().slice(0, longestReason),
  complete: () => [],
};
