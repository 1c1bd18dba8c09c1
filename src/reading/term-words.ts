import type { TermCues } from '../core/term-cues.ts';

/** A stretch of a text, with the value its words have. */
export interface Measured {
  readonly start: number;
  readonly end: number;
  readonly value: number | string | null;
  readonly unit: string | null;
}

export const escaped = (phrase: string): string =>
  phrase
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/['’]/g, "['’]");

/** One of these phrases, the longest first. */
export const oneOf = (phrases: readonly string[]): string =>
  `(?:${phrases
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})`;

/** The same as whole words. */
export const word = (phrases: readonly string[]): string =>
  `(?<![\\p{L}\\p{N}])${oneOf(phrases)}(?![\\p{L}\\p{N}])`;

/** What is made of a lexicon once. */
export function once<T>(make: (cues: TermCues) => T): (cues: TermCues) => T {
  const made = new WeakMap<TermCues, T>();
  return cues => {
    const known = made.get(cues) ?? make(cues);
    made.set(cues, known);
    return known;
  };
}

/** The last of a text that is one sentence or stands between two of its breaks. */
export const clauseBefore = (text: string, at: number): string =>
  /[^.!?;:—]*$/.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? '';

export const clauseAfter = (text: string, at: number): string =>
  /^[^.!?;:—]*/.exec(text.slice(at, at + 200))?.[0] ?? '';
