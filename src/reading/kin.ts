import { tokenAt } from './clauses.ts';
import type { Sentence } from './sentences.ts';

const relatives = new Set(
  'wife husband spouse widow widower ex-wife ex-husband son sons daughter daughters brother brothers sister sisters father mother parents stepson stepdaughter grandson granddaughter grandfather grandmother uncle aunt cousin nephew niece'.split(
    ' ',
  ),
);

/** Whether the name from `from` to `to` is introduced as a relative: "his wife, Jane Roe", "Roe's son Jack", "Jane Roe, his wife". */
export const isRelative = (sentence: Sentence, from: number, to: number): boolean =>
  relativeBefore(sentence, from) || relativeAfter(sentence, to);

function relativeBefore(sentence: Sentence, from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
    const { lower, pos, text } = tokenAt(sentence, at);
    if (relatives.has(lower)) return isOwned(sentence, at);
    if (!/^(?:NOUN|PROPN|ADJ|ADV)$/.test(pos) && !(text === ',' && at >= from - 4)) return false;
  }
  return false;
}

function relativeAfter(sentence: Sentence, to: number): boolean {
  if (tokenAt(sentence, to).text !== ',') return false;
  for (let at = to + 1; at <= to + 6; at++) {
    const { lower, pos } = tokenAt(sentence, at);
    if (relatives.has(lower)) return isOwned(sentence, at);
    if (!/^(?:NOUN|PROPN|ADJ|PRON|PART|NUM)$/.test(pos)) return false;
  }
  return false;
}

/** "his wife", "Roe's eldest son"; not "the son". */
function isOwned(sentence: Sentence, at: number): boolean {
  for (let k = at - 1; k >= Math.max(0, at - 3); k--) {
    if (/^(?:his|her|their|my|['’]s?)$/.test(tokenAt(sentence, k).lower)) return true;
    if (/['’]s?$/.test(tokenAt(sentence, k).lower)) return true;
  }
  return false;
}
