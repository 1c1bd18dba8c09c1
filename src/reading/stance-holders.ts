import type { ActorId } from '../core/actor.ts';
import { partyOf } from '../core/catalog.ts';
import type { Setting } from './said.ts';
import { known } from './stance-lexicon.ts';
import { hits } from './stance-phrases.ts';
import type { Word } from './stance-words.ts';

/** A party named in a text, by its own name or by that of someone who speaks for it. */
export interface Mention {
  readonly party: ActorId;
  readonly first: number;
  readonly last: number;
  readonly words: string;
}

/** The parties named, in order. A longer name hides the shorter ones inside it. */
export function mentionsIn(
  text: string,
  words: readonly Word[],
  { catalog, lexicon, at }: Setting,
): Mention[] {
  const found = hits(words, known(catalog, lexicon.stance).actors).flatMap(
    ({ phrase, first, last }): Mention[] => {
      const party = partyOf(catalog, phrase.of, at);
      const start = words[first]?.start ?? 0;
      const capital = /^\p{Lu}/u.test(text.slice(start));
      return party && capital ? [{ party, first, last, words: text.slice(start, words[last]?.end) }] : [];
    },
  );
  const longest = found.toSorted((a, b) => b.last - b.first - (a.last - a.first));
  const kept: Mention[] = [];
  for (const each of longest)
    if (!kept.some(other => each.first <= other.last && each.last >= other.first)) kept.push(each);
  return kept.toSorted((a, b) => a.first - b.first);
}
