import type { ActorId } from '../core/actor.ts';
import { parties, partyOf } from '../core/catalog.ts';
import type { TopicId } from '../core/topic.ts';
import type { Setting } from './said.ts';
import { known } from './stance-lexicon.ts';
import { hits } from './stance-phrases.ts';
import { wordsIn } from './stance-words.ts';
import { topicsIn } from './topics.ts';

/** The topics that a text speaks of and the parties that it names, themselves or by their persons and bodies. */
export function mentionsIn(
  text: string,
  setting: Setting,
): { readonly topics: readonly TopicId[]; readonly parties: readonly ActorId[] } {
  const { catalog, lexicon, at } = setting;
  const { forms, actors } = known(catalog, lexicon.stance);
  const named = hits(wordsIn(text, forms), actors).map(({ phrase }) => partyOf(catalog, phrase.of, at));
  return {
    topics: topicsIn(text, setting).map(({ topic }) => topic.id),
    parties: parties(catalog).flatMap(({ id }) => (named.includes(id) ? [id] : [])),
  };
}
