import { type Forms, type Word, wordsIn } from './stance-words.ts';

/** A phrase of the configuration, ready to be looked for, with what it stands for. */
export interface Phrase<T> {
  readonly text: string;
  readonly of: T;
  readonly parts: readonly Part[];
}

interface Part {
  readonly stems: ReadonlySet<string>;
  /** Whether other words may stand before it. */
  readonly gap: boolean;
}

export type Phrases<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

/** A phrase found: the numbers of the words it took, in order; those in its gaps are not among them. */
export interface Hit<T> {
  readonly phrase: Phrase<T>;
  readonly at: readonly number[];
  readonly first: number;
  readonly last: number;
}

const widestGap = 6;

/** Phrases by the stems they begin with. Phrases without a word are left out. */
export function phrases<T>(entries: Iterable<readonly [string, T]>, forms: Forms): Phrases<T> {
  const found = new Map<string, Phrase<T>[]>();
  for (const [text, of] of entries) {
    const parts = partsOf(text, forms);
    for (const stem of parts[0]?.stems ?? [])
      found.set(stem, [...(found.get(stem) ?? []), { text, of, parts }]);
  }
  return found;
}

function partsOf(text: string, forms: Forms): Part[] {
  return text.split('…').flatMap((stretch, index) => {
    const slots = stretch
      .trim()
      .split(/\s+/)
      .filter(slot => slot !== '');
    const parts = slots.flatMap(slot => slotParts(slot, forms));
    return parts.map((part, place) => ({ ...part, gap: index > 0 && place === 0 }));
  });
}

/** "a|b" is one part with two stems; "28-point" is two parts. */
function slotParts(slot: string, forms: Forms): Part[] {
  const [only, ...more] = slot.split('|').map(word => wordsIn(word, forms).map(({ stem }) => stem));
  if (more.length === 0) return (only ?? []).map(stem => ({ stems: new Set([stem]), gap: false }));
  return [{ stems: new Set([only, ...more].flatMap(stems => stems?.[0] ?? [])), gap: false }];
}

/** Every phrase at every place, each with the narrowest gaps it has there. */
export function hits<T>(words: readonly Word[], known: Phrases<T>): Hit<T>[] {
  const found: Hit<T>[] = [];
  for (let index = 0; index < words.length; index++) {
    const begun = known.get(words[index]?.stem ?? '');
    if (begun) addHits(found, words, index, begun);
  }
  return found;
}

function addHits<T>(
  found: Hit<T>[],
  words: readonly Word[],
  index: number,
  begun: readonly Phrase<T>[],
): void {
  const next = words[index + 1]?.stem ?? '';
  for (const phrase of begun) {
    const second = phrase.parts[1];
    if (second && !second.gap && !second.stems.has(next)) continue;
    const at = placed(words, index + 1, phrase, 1, [index]);
    if (at) found.push({ phrase, at, first: index, last: at.at(-1) ?? index });
  }
}

function placed(
  words: readonly Word[],
  from: number,
  phrase: Phrase<unknown>,
  next: number,
  at: readonly number[],
): readonly number[] | null {
  const part = phrase.parts[next];
  if (!part) return at;
  const until = from + (part.gap ? widestGap : 0);
  for (let index = from; index <= until; index++) {
    const word = words[index];
    if (!word || word.kind === 'stop' || word.kind === 'break') return null;
    if (!part.stems.has(word.stem) || (next === phrase.parts.length - 1 && isOwner(words, index, phrase)))
      continue;
    const rest = placed(words, index + 1, phrase, next + 1, [...at, index]);
    if (rest) return rest;
  }
  return null;
}

/** "support Ukraine" is not in "support Ukraine's path": what is spoken of comes behind. */
const isOwner = (words: readonly Word[], at: number, { text }: Phrase<unknown>): boolean =>
  words[at]?.possessive === true && words[at + 1]?.kind === 'word' && !/['’]s?\b[^ ]*$/.test(text);
