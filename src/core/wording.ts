import type { Span, Statement } from './statement.ts';
import { type Sense, senses } from './utterance-words.ts';

/** A rendering of an utterance with the text it stands in. */
export interface Rendered {
  readonly statement: Statement;
  /** The snapshot's text of its article. */
  readonly text: string;
}

/** Where two renderings of one utterance put something else in the same place. */
export interface Wording {
  /** `figure`, `name`: one names another or none; `extent`: "all", "temporary"; `matter`: another thing altogether. */
  readonly what: 'figure' | 'name' | 'extent' | 'matter';
  readonly one: Passage;
  readonly other: Passage;
}

export interface Passage {
  readonly statement: Statement;
  readonly span: Span;
}

const most = 3;

/**
 * Where the first rendering and the others differ in a way that matters, at most one difference for each and three in
 * all. A freer translation of the same thing is none; in doubt nothing is said.
 */
export function wordings([first, ...others]: readonly Rendered[]): Wording[] {
  if (!first) return [];
  return others.flatMap(other => differences(first, other).slice(0, 1)).slice(0, most);
}

/** A word of a statement that carries sense. */
interface Word extends Span {
  readonly text: string;
  readonly sense: Sense;
  /** Not only because a sentence begins with it. */
  readonly isName: boolean;
}

/** What stands in both between the same words. */
interface Gap {
  readonly left: readonly Word[];
  readonly right: readonly Word[];
}

function differences(one: Rendered, other: Rendered): Wording[] {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  return gaps(left, right).flatMap(gap => {
    const what = difference(gap, { one, other, left, right });
    if (what === null) return [];
    return [{ what, one: passage(one, gap.left), other: passage(other, gap.right) }];
  });
}

const longest = 80;

const word =
  /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’.,][\p{L}\p{N}]+)*%?/gu;

function wordsOf({ statement, text }: Rendered): Word[] {
  const found = statement.content.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(word)].flatMap(({ 0: word, index }): Word[] => {
      const [sense] = senses([word]);
      if (!sense) return [];
      const begins = /(?:^|[.!?]\s+)[“"‘']*$/.test(text.slice(start, start + index));
      const place = { start: start + index, end: start + index + word.length };
      return [{ ...place, text: word, sense, isName: /^\p{Lu}/u.test(word) && !begins }];
    }),
  );
  return found.slice(0, longest);
}

/** The places where both go on with other words between words they share, or after the last of them. */
function gaps(left: readonly Word[], right: readonly Word[]): Gap[] {
  const shared = common(left, right);
  return shared.map(([a, b], index) => {
    const [nextA, nextB] = shared[index + 1] ?? [left.length, right.length];
    return { left: left.slice(a + 1, nextA), right: right.slice(b + 1, nextB) };
  });
}

/** The longest common subsequence of senses, as places in both. */
function common(left: readonly Word[], right: readonly Word[]): [number, number][] {
  const table = Array.from({ length: left.length + 1 }, () => new Uint8Array(right.length + 1));
  const at = (a: number, b: number): number => table[a]?.[b] ?? 0;
  const same = (a: number, b: number): boolean => left[a]?.sense.name === right[b]?.sense.name;
  for (let a = left.length - 1; a >= 0; a--)
    for (let b = right.length - 1; b >= 0; b--) {
      const row = table[a] as Uint8Array;
      row[b] = same(a, b) ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  const found: [number, number][] = [];
  for (let a = 0, b = 0; a < left.length && b < right.length; ) {
    if (same(a, b)) found.push([a++, b++]);
    else if (at(a + 1, b) >= at(a, b + 1)) a += 1;
    else b += 1;
  }
  return found;
}

interface Compared {
  readonly one: Rendered;
  readonly other: Rendered;
  readonly left: readonly Word[];
  readonly right: readonly Word[];
}

/** Short enough that one stands for the other, and neither says elsewhere what this says here. */
function difference({ left, right }: Gap, compared: Compared): Wording['what'] | null {
  if (left.length === 0 || right.length === 0 || left.length > 5 || right.length > 5) return null;
  if (left.some(word => isIn(word, compared.right)) || right.some(word => isIn(word, compared.left)))
    return null;
  const [figures, others] = [figuresOf(left), figuresOf(right)];
  if (figures.length + others.length > 0) return differ(figures, others) ? 'figure' : null;
  if (left.some(isExtent) && right.some(isExtent)) return left.length + right.length <= 4 ? 'extent' : null;
  const named = [left, right].map(words => words.some(({ isName }) => isName));
  if (named[0] && named[1]) return namesDiffer(compared) ? 'name' : null;
  const { one, other } = compared;
  return isPhrase(left, one) && isPhrase(right, other) && isElseAlike(compared, left, right)
    ? 'matter'
    : null;
}

const isIn = ({ sense }: Word, words: readonly Word[]): boolean =>
  words.some(other => other.sense.name === sense.name);

const figuresOf = (words: readonly Word[]): string[] =>
  words.filter(({ text }) => /\d/.test(text)).map(({ text }) => text.replace(/[,\s\u00a0\u202f]/g, ''));

const differ = (a: readonly string[], b: readonly string[]): boolean => lacks(a, b) || lacks(b, a);

/** What an agreement turns on: with another of these it is another agreement. */
const extents = new Set(
  'all any full partial total complete temporary permanent lasting unconditional conditional immediate gradual legal legally de facto jure limited unlimited'.split(
    ' ',
  ),
);

const isExtent = ({ text }: Word): boolean => extents.has(text.toLowerCase().replace(/(?<=.{5})ly$/, ''));

/** Whether each names somebody whom the other does not. "Kyiv" and "Ukraine" are one. */
function namesDiffer({ one, other }: Compared): boolean {
  const [left, right] = [one, other].map(({ statement }) => [
    ...(statement.told?.names ?? []),
    ...(statement.told?.places ?? []),
  ]);
  return lacks(left, right) && lacks(right, left);
}

const lacks = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.some(each => !b.includes(each));

/** Two words and more, one of weight, that nothing but "of" and the like joins: the name of a thing. */
function isPhrase(words: readonly Word[], { text }: Rendered): boolean {
  const joined = words.slice(1).every((word, index) => {
    const between = text.slice(words[index]?.end ?? word.start, word.start);
    return /^(?:['’]s?)?\s*(?:(?:of|for|the|a|an|in)\s+)*$/i.test(between);
  });
  return joined && words.length >= 2 && words.some(({ sense }) => sense.weight > 0.5);
}

/** Apart from the phrase, both say nearly the same. */
function isElseAlike({ left, right }: Compared, a: readonly Word[], b: readonly Word[]): boolean {
  const rest = Math.max(left.length - a.length, right.length - b.length);
  return common(left, right).length >= rest * 0.5;
}

const determiner = /(?:^|\s)(?:an?|the|its|their|our|his|her|any|some)\s+$/i;

/** From the first to the last word, with the article before them. */
function passage({ statement, text }: Rendered, words: readonly Word[]): Passage {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) throw new RangeError('a difference has words on both sides');
  const before = text.slice(Math.max(0, first.start - 8), first.start);
  const [article = ''] = determiner.exec(before) ?? [];
  const within = statement.content.find(({ start, end }) => start <= first.start && first.end <= end);
  const start = Math.max(within?.start ?? first.start, first.start - article.trimStart().length);
  return { statement, span: { start, end: last.end } };
}
