import type { Span } from '../core/statement.ts';
import type { Topic } from '../core/topic.ts';
import type { Setting } from './said.ts';
import { type Act, known, type Pole, type TopicPhrase } from './stance-lexicon.ts';
import { type Hit, hits } from './stance-phrases.ts';
import { type Word, wordsIn } from './stance-words.ts';

/** A topic of a text, with the words that put it there. */
export interface TopicFound {
  readonly topic: Topic;
  readonly matches: readonly TopicMatch[];
}

export interface TopicMatch {
  readonly topic: Topic;
  readonly pole: Pole;
  /** From the first word to the last, with the words in between. */
  readonly span: Span;
  readonly words: string;
  /** Where the words are a pronoun: the words before the statement that it stands for. */
  readonly standsFor?: string;
  /** It only names the occasion: "during ongoing talks". */
  readonly passing: boolean;
  readonly hit: Hit<TopicPhrase>;
}

/** The topics of a text, in the order of the configuration. */
export function topicsIn(text: string, setting: Setting): TopicFound[] {
  const { forms } = known(setting.catalog, setting.lexicon.stance);
  return grouped(matchesIn(text, wordsIn(text, forms), setting), setting);
}

export function grouped(matches: readonly TopicMatch[], { catalog }: Setting): TopicFound[] {
  return [...catalog.topics.values()]
    .map(topic => ({ topic, matches: matches.filter(match => match.topic.id === topic.id) }))
    .filter(found => found.matches.length > 0);
}

/** Where topics are spoken of, in the order of the text. A longer phrase hides the shorter ones inside it. */
export function matchesIn(text: string, words: readonly Word[], setting: Setting): TopicMatch[] {
  const named = topicHits(words, setting);
  return named.length > 0 ? matchesOf(text, words, named, actHits(words, setting)) : [];
}

/** Every topic's phrases. */
export const topicHits = (words: readonly Word[], { catalog, lexicon }: Setting): Hit<TopicPhrase>[] =>
  hits(words, known(catalog, lexicon.stance).topics);

/** Every phrase of the lexicon. */
export const actHits = (words: readonly Word[], { catalog, lexicon }: Setting): Hit<Act>[] =>
  hits(words, known(catalog, lexicon.stance).acts);

/** What is left of the topics' phrases where idioms and occasions are seen. */
export function matchesOf(
  text: string,
  words: readonly Word[],
  named: readonly Hit<TopicPhrase>[],
  told: readonly Hit<Act>[],
): TopicMatch[] {
  const idioms = told.filter(({ phrase, at }) => phrase.of === 'idle' && at.length > 1);
  const free = named.filter(hit => !idioms.some(({ at }) => at.some(each => hit.at.includes(each))));
  const kept = withoutFaint(plainest(free));
  const occasions = told.filter(({ phrase }) => phrase.of === 'occasions');
  const isPassing = (hit: Hit<TopicPhrase>): boolean =>
    occasions.some(({ first, last }) => hit.at.every(at => at >= first && at <= last));
  const matter = kept.filter(hit => !isPassing(hit));
  return (matter.length > 0 ? matter : kept)
    .toSorted((a, b) => a.first - b.first || a.last - b.last)
    .map(hit => ({ ...matchOf(text, words, hit), passing: matter.length === 0 }));
}

/** A topic that is only faintly spoken of is none where another is spoken of plainly. */
function withoutFaint(found: readonly Hit<TopicPhrase>[]): readonly Hit<TopicPhrase>[] {
  const plain = new Set(found.filter(({ phrase }) => !phrase.of.faint).map(({ phrase }) => phrase.of.topic));
  return plain.size === 0 ? found : found.filter(({ phrase }) => plain.has(phrase.of.topic));
}

/** Without the phrases that longer ones hide. */
function plainest(found: readonly Hit<TopicPhrase>[]): Hit<TopicPhrase>[] {
  const kept: Hit<TopicPhrase>[] = [];
  for (const hit of found.toSorted((a, b) => rank(b) - rank(a) || width(a) - width(b))) {
    const hidden = found.some(other => covers(other, hit)) || kept.some(other => repeats(other, hit));
    if (!hidden) kept.push(hit);
  }
  return kept;
}

/** A phrase with a side of its own before a plain term, that before what is only named, then the one of more words. */
const rank = ({ at, phrase }: Hit<TopicPhrase>): number => at.length + ranks[phrase.of.pole];

const ranks: Readonly<Record<Pole, number>> = { pro: 200, contra: 200, thing: 100, name: 0 };

const width = (hit: Hit<unknown>): number => hit.last - hit.first;

/** Another topic's shorter phrase within it, of one of its words at least: "NATO" in "accession to NATO". */
const covers = (longer: Hit<TopicPhrase>, hit: Hit<TopicPhrase>): boolean =>
  longer.phrase.of.topic !== hit.phrase.of.topic &&
  longer.at.length > hit.at.length &&
  hit.first >= longer.first &&
  hit.last <= longer.last &&
  hit.at.some(at => longer.at.includes(at));

/** Phrases of one topic that share a word are one mention. */
const repeats = (other: Hit<TopicPhrase>, hit: Hit<TopicPhrase>): boolean =>
  other.phrase.of.topic === hit.phrase.of.topic && hit.at.some(at => other.at.includes(at));

function matchOf(text: string, words: readonly Word[], hit: Hit<TopicPhrase>): Omit<TopicMatch, 'passing'> {
  const start = words[hit.first]?.start ?? 0;
  const end = words[hit.last]?.end ?? start;
  const { topic, pole } = hit.phrase.of;
  return { topic, pole, span: { start, end }, words: text.slice(start, end), hit };
}
