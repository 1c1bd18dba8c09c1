import type { CueWords } from './cuewords.ts';
import { isAllQuotation, quotedSpans } from './marks.ts';
import type { Passage } from './passages.ts';
import { everyAttribution, longestSentence, mostSpans } from './sentence-attributions.ts';
import type { Sentence } from './sentences.ts';

/** Sentences of nothing but quotation whose marks stay open, up to the one that says who speaks. */
export interface Ahead {
  readonly from: number;
  /** The sentence after them. */
  readonly to: number;
  readonly isClaimed: boolean;
}

export function speakerAhead(sentences: readonly Sentence[], from: number, words: CueWords): Ahead {
  let to = from;
  while (to < sentences.length && isHeldOpen(sentences, to)) to++;
  const next = sentences[to];
  const isNear = to > from && to - from <= mostSpans && next?.first === true && next.within[0] === 0;
  const isClaimed =
    isNear &&
    !isAllQuotation(next) &&
    next.tokens.length <= longestSentence &&
    everyAttribution(next, words).some(({ content }) => content[0]?.from === 0);
  return { from, to: Math.max(to, from + 1), isClaimed };
}

/** Whether a sentence is nothing but quotation, and the paragraph it stands in leaves the quotation open. */
function isHeldOpen(sentences: readonly Sentence[], index: number): boolean {
  const sentence = sentences[index];
  if (sentence?.layer !== 'body' || !isAllQuotation(sentence)) return false;
  return sentence.last ? sentence.quotations.at(-1)?.closed === false : true;
}

/** The paragraphs that a speaker's quotation began with belong to it. */
export function prepend(
  own: Passage | undefined,
  { start }: Sentence,
  { from, to, isClaimed }: Ahead,
  sentences: readonly Sentence[],
): void {
  if (!own || !isClaimed || own.content[0]?.start !== start) return;
  own.content.unshift(...sentences.slice(from, to).flatMap(quotedSpans));
  own.first = from;
}
