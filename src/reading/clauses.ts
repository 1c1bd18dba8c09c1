import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Half-open, in tokens of one sentence. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const nothing: Token = { start: 0, end: 0, text: '', lower: '', pos: 'NONE' };

/** The token at a place; one that matches nothing outside the sentence. */
export const tokenAt = (sentence: Sentence, at: number): Token => sentence.tokens[at] ?? nothing;

export const isOutside = (sentence: Sentence, at: number): boolean => sentence.within[at] === -1;

export const isVerbal = ({ pos }: Token): boolean => pos === 'VERB' || pos === 'AUX';

/** "Thursday", "earlier". */
export const isDay = (sentence: Sentence, at: number): boolean =>
  sentence.words.days.has(tokenAt(sentence, at).lower);
