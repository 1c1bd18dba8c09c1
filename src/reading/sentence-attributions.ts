import { type Attribution, attributions } from './attributions.ts';
import type { CueWords } from './cuewords.ts';
import { nounAttributions } from './noun-cues.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

// A quotation of more pieces is a document, not a statement; it goes on as a new one.
export const mostSpans = 50;

// A sentence of more tokens than this is no prose; its clauses are not looked into.
export const longestSentence = 1500;

/** All attributions of a sentence, by verbs, phrases and nouns, in the order of their words. */
export function everyAttribution(sentence: Sentence, words: CueWords): Attribution[] {
  const made = attributions(sentence, words);
  const nouns = nounAttributions(sentence, words, made);
  const place = ({ content }: Attribution): number => content[0]?.from ?? 0;
  return [...made, ...nouns].filter(each => isSound(sentence, each)).sort((a, b) => place(a) - place(b));
}

/** A lone mark says nothing, and no words hold the cue that gives them to somebody: what is read so is no prose. */
function isSound({ tokens }: Sentence, { content, cue }: Attribution): boolean {
  const holdsCue = content.some(({ from, to }) => cue.some(each => each.from < to && from < each.to));
  return !holdsCue && content.some(({ from, to }) => tokens.slice(from, to).some(isWord));
}

const isWord = ({ text }: Token): boolean => /[\p{L}\p{N}]/u.test(text);
