import { folded } from '../core/catalog.ts';
import type { Choice } from './command.ts';

/** A choice with all the names it goes by. */
export interface Completion extends Choice {
  readonly names: readonly string[];
}

/** As many as Discord shows. */
const offered = 25;

export const plainChoice = (word: string): Completion => ({ name: word, value: word, names: [] });

/** What begins with the part comes first, then what has a word that does. */
export function matching(part: string, choices: readonly Completion[]): Choice[] {
  const wanted = folded(part);
  const rank = ({ name, names }: Completion): number => {
    const all = [name, ...names].map(folded);
    if (all.some(each => each.startsWith(wanted))) return 0;
    return all.some(each => each.includes(` ${wanted}`)) ? 1 : 2;
  };
  const found = choices
    .map(choice => ({ choice, rank: rank(choice) }))
    .filter(each => each.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice: { name, value } }) => ({ name, value }));
  return best(found);
}

/** No value twice, and no more than can be shown. */
export const best = (choices: readonly Choice[]): Choice[] =>
  [...new Map(choices.toReversed().map(each => [each.value, each])).values()].reverse().slice(0, offered);

/** A typed word as it is repeated to the person who typed it: never ten thousand characters. */
export const cut = (word: string): string =>
  word.length > 60 ? `${word.slice(0, 60).toWellFormed()}…` : word;
