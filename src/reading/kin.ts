import { tokenAt } from './clauses.ts';
import type { Sentence } from './sentences.ts';

const relatives = new Set(
  'wife husband spouse widow widower ex-wife ex-husband son sons daughter daughters brother brothers sister sisters father mother parents stepson stepdaughter grandson granddaughter grandfather grandmother uncle aunt cousin nephew niece'.split(
    ' ',
  ),
);

/** The relative as whom a name is introduced: "his wife, Jane Roe", "Roe's son Jack", "Jane Roe, his wife". Null for others. */
export const relativeBeside = (sentence: Sentence, from: number, to: number): string | null =>
  relativeBefore(sentence, from) ?? relativeAfter(sentence, to);

function relativeBefore(sentence: Sentence, from: number): string | null {
  for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
    const { lower, pos, text } = tokenAt(sentence, at);
    if (relatives.has(lower)) return isOwned(sentence, at) ? lower : null;
    if (!/^(?:NOUN|PROPN|ADJ|ADV)$/.test(pos) && !(text === ',' && at >= from - 4)) return null;
  }
  return null;
}

function relativeAfter(sentence: Sentence, to: number): string | null {
  if (tokenAt(sentence, to).text !== ',') return null;
  for (let at = to + 1; at <= to + 6; at++) {
    const { lower, pos } = tokenAt(sentence, at);
    if (relatives.has(lower)) return isOwned(sentence, at) ? lower : null;
    if (!/^(?:NOUN|PROPN|ADJ|PRON|PART|NUM)$/.test(pos)) return null;
  }
  return null;
}

/** "his wife", "Roe's eldest son"; not "the son". */
function isOwned(sentence: Sentence, at: number): boolean {
  for (let k = at - 1; k >= Math.max(0, at - 3); k--) {
    if (/^(?:his|her|their|my|['’]s?)$/.test(tokenAt(sentence, k).lower)) return true;
    if (/['’]s?$/.test(tokenAt(sentence, k).lower)) return true;
  }
  return false;
}
