import type { Span } from '../core/statement.ts';
import { isDay, isOutside, isVerbal, type Range, tokenAt } from './clauses.ts';
import type { Sentence } from './sentences.ts';

export const isMark = (sentence: Sentence, at: number): boolean =>
  at >= 0 && (!isOutside(sentence, at) || /^[,?!—–]$/.test(tokenAt(sentence, at).text));

export function wordsWithin(sentence: Sentence, place: number): number {
  return sentence.tokens.filter(
    (token, at) => sentence.within[at] === place && /[\p{L}\p{N}]/u.test(token.text),
  ).length;
}

export function hasFiniteOutside(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokenAt(sentence, at);
    if (isVerbal(token) && !/ing$/.test(token.lower) && tokenAt(sentence, at - 1).lower !== 'to') return true;
  }
  return false;
}

export function lastOutside(sentence: Sentence, from: number, to: number, mark: string): number | null {
  for (let at = to - 1; at >= from; at--)
    if (isOutside(sentence, at) && tokenAt(sentence, at).text === mark) return at;
  return null;
}

/** "Tuesday", "this week", "last month". */
export function isTime(sentence: Sentence, at: number): boolean {
  if (/^(?:'s|’s)$/.test(tokenAt(sentence, at + 1).lower)) return false;
  if (isDay(sentence, at)) return true;
  return (
    /^(?:this|last|next|earlier|later|that)$/.test(tokenAt(sentence, at).lower) &&
    sentence.words.periods.has(tokenAt(sentence, at + 1).lower)
  );
}

export function nextMark(sentence: Sentence, from: number, end: number): number | null {
  for (let at = from; at < end; at++)
    if (isOutside(sentence, at) && tokenAt(sentence, at).text === ',') return at;
  return null;
}

export function withoutStop(sentence: Sentence): number {
  let end = sentence.tokens.length;
  while (end > 0 && isOutside(sentence, end - 1) && /^[.?!…;,]+$/.test(tokenAt(sentence, end - 1).text))
    end--;
  return end;
}

export function isWhollyQuoted(sentence: Sentence, { from, to }: Range): boolean {
  for (let at = from; at < to; at++)
    if (isOutside(sentence, at) && /[\p{L}\p{N}]/u.test(tokenAt(sentence, at).text)) return false;
  return true;
}

export function untilMark(sentence: Sentence, from: number): Range | null {
  for (let at = from; at < Math.min(sentence.tokens.length, from + 12); at++)
    if (!isOutside(sentence, at) || /^[,.;:—–]$/.test(tokenAt(sentence, at).text))
      return at > from ? { from, to: at } : null;
  return null;
}

/** The characters of a range of tokens. */
export function spanOf(sentence: Sentence, { from, to }: Range): Span {
  return { start: tokenAt(sentence, from).start, end: tokenAt(sentence, to - 1).end };
}

/** Whether a quotation is written like the title of a work. */
export function isTitled(sentence: Sentence, place: number): boolean {
  const words = sentence.tokens.filter(
    ({ text }, at) => sentence.within[at] === place && /^\p{L}/u.test(text),
  );
  const isSmall = (word: string): boolean => /^(?:a|an|and|at|for|in|of|on|or|the|to|with)$/.test(word);
  const isShort = words.length >= 2 && words.length <= 8;
  return isShort && words.every(({ text }) => /^\p{Lu}/u.test(text) || isSmall(text));
}

/** Whether a sentence is nothing but quotation. */
export function isAllQuotation(sentence: Sentence): boolean {
  if (sentence.quotations.length === 0) return false;
  return sentence.tokens.every((token, at) => !isOutside(sentence, at) || !/[\p{L}\p{N}]/u.test(token.text));
}

export const quotedSpans = (sentence: Sentence): Span[] =>
  sentence.quotations.map(({ start, end }) => ({ start, end }));
