import { type Range, tokenAt } from './clauses.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** What names the speaker in a source: without determiners, appositions and "who". */
export const headRange = (sentence: Sentence, range: Range): Range =>
  headOf(sentence, withoutDeterminers(sentence, range));

function withoutDeterminers(sentence: Sentence, { from, to }: Range): Range {
  let at = from;
  while (
    at < to - 1 &&
    /^(?:the|a|an|both|this|that|and|but|even|also|while)$/.test(tokenAt(sentence, at).lower)
  )
    at++;
  return { from: at, to };
}

/** "the United States Elections Project estimated": the tagger takes part of a name for the verb, and the source ends before it. */
export function withWholeName(sentence: Sentence, { from, to }: Range): Range {
  let end = to;
  if (!isCapital(tokenAt(sentence, to - 1)) || isTitleCase(sentence)) return { from, to };
  while (isCapital(tokenAt(sentence, end)) && sentence.within[end] === sentence.within[from]) end++;
  return { from, to: end };
}

const isCapital = ({ text }: Token): boolean => /^\p{Lu}[\p{L}.]*$/u.test(text);

/** In tokens; also what keeps the question cheap, which is asked for every name. */
const longestHeadline = 40;

/** A headline that stands in the body: no longer word is written small, and capitals say nothing about names. */
export function isTitleCase({ tokens }: Sentence): boolean {
  if (tokens.length > longestHeadline) return false;
  const words = tokens.filter(
    ({ text, pos }) => /^\p{L}{5,}/u.test(text) && !/^(?:ADP|SCONJ|CCONJ|PRON|DET|AUX)$/.test(pos),
  );
  return words.length >= 4 && words.every(({ text }) => /^\p{Lu}/u.test(text));
}

/** Cuts the apposition after a comma and a relative pronoun; keeps lists ("Washington, Kyiv and Moscow"). */
function headOf(sentence: Sentence, { from, to }: Range): Range {
  for (let at = from; at < to; at++) {
    if (at > from && tokenAt(sentence, at).lower === 'who') return { from, to: at };
    if (tokenAt(sentence, at).text !== ',') continue;
    for (let k = at + 1; k < to; k++) if (tokenAt(sentence, k).lower === 'and') return { from, to };
    return { from, to: at };
  }
  return { from, to };
}
