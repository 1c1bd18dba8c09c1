import type { ActorId } from '../core/actor.ts';
import type { Said, Setting } from './said.ts';
import { type Clause, clausesIn } from './stance-clauses.ts';
import { type Mention, mentionsIn } from './stance-holders.ts';
import { type Act, known } from './stance-lexicon.ts';
import type { Hit } from './stance-phrases.ts';
import { type Word, wordsIn } from './stance-words.ts';
import { tokens } from './tokens.ts';
import { actHits, matchesOf, type TopicMatch, topicHits } from './topics.ts';

/** The words of a statement and the topics they name. */
export interface Spoken {
  readonly text: string;
  readonly words: readonly Word[];
  /** How many of the words are the cue's; the content follows. */
  readonly cueWords: number;
  readonly matches: readonly TopicMatch[];
  /** The lexicon's phrases; null where they were not looked for, as no topic is named. */
  readonly told: readonly Hit<Act>[] | null;
}

/** What a statement says, ready to be weighed. */
export interface Scene extends Spoken {
  /** The lexicon's phrases, without those that longer ones take: the "no" of "no one wants peace more than". */
  readonly acts: readonly Hit<Act>[];
  readonly clauses: readonly Clause[];
  readonly mentions: readonly Mention[];
  /** Whether the word of this number is a verb where it stands. */
  readonly isVerb: (at: number) => boolean;
  /** The parties the speakers speak for. */
  readonly sides: readonly ActorId[];
}

/** Longer statements are read up to here: enough for a speech's argument, a bound for hostile texts. */
const mostCharacters = 6000;

/** The cue stands before the content as in "rejected calls for a truce", wherever the article has it. */
export function spokenIn(said: Said, setting: Setting): Spoken {
  const { forms } = known(setting.catalog, setting.lexicon.stance);
  const cue = said.cue === '' ? '' : `${said.cue} `;
  const text = `${cue}${said.text.slice(0, mostCharacters)}`;
  const words = wordsIn(text, forms);
  const cueWords = words.filter(({ start }) => start < cue.length).length;
  const named = topicHits(words, setting);
  if (named.length === 0) return { text, words, cueWords, matches: [], told: null };
  const told = actHits(words, setting);
  const matches = matchesOf(text, words, named, told).filter(({ hit }) => hit.last >= cueWords);
  return { text, words, cueWords, matches, told };
}

export function sceneOf(spoken: Spoken, said: Said, setting: Setting): Scene {
  const { text, words, cueWords } = spoken;
  const acts = visible(spoken.told ?? actHits(words, setting), words, cueWords);
  return {
    ...spoken,
    acts,
    clauses: clausesIn(words, acts, cueWords),
    mentions: mentionsIn(text, words, setting),
    isVerb: verbTest(text, words),
    sides: [...new Set(said.speakers.flatMap(({ party }) => party ?? []))],
  };
}

/** These tell what a word is besides: they take it from no other kind. */
const besides: ReadonlySet<Act> = new Set<Act>([
  'occasions',
  'auxiliaries',
  'joints',
  'doubts',
  'threats',
  'charges',
]);

function visible(found: readonly Hit<Act>[], words: readonly Word[], cueWords: number): Hit<Act>[] {
  const weighty = found.filter(({ phrase }) => !besides.has(phrase.of));
  const free = found.filter(
    hit => !words[hit.first]?.hyphened && !(hit.phrase.of === 'claims' && hit.first < cueWords),
  );
  const once = [...new Map(free.map(hit => [`${hit.phrase.of} ${hit.at}`, hit])).values()];
  return once.filter(
    hit =>
      !weighty.some(other => other.at.length > hit.at.length && hit.at.every(at => other.at.includes(at))),
  );
}

/** The tokenizer is asked once, and only where it matters. */
function verbTest(text: string, words: readonly Word[]): (at: number) => boolean {
  let starts: ReadonlySet<number> | null = null;
  return at => {
    starts ??= new Set(tokens(text).flatMap(({ pos, start }) => (pos === 'VERB' ? [start] : [])));
    return starts.has(words[at]?.start ?? -1);
  };
}

export const wordsOf = ({ words }: Scene, { first, last }: Hit<unknown>): string =>
  words
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ');

/** The kinds of acts a word belongs to. */
export const actsAt = ({ acts }: Scene, index: number): Act[] =>
  acts.filter(({ first, last }) => first <= index && index <= last).map(({ phrase }) => phrase.of);
