import { isOutside, type Range, tokenAt } from './clauses.ts';
import type { Article } from './outcomes.ts';
import type { Mention } from './people.ts';
import { phraseBefore } from './phrases.ts';
import type { Sentence } from './sentences.ts';

interface Place {
  readonly index: number;
  readonly sentence: Sentence;
  readonly range: Range;
}

/**
 * The person whose aside ends with these words: "Jane Roe, a pilot from Torvik, Ohio, said" and "Jane Roe, who works for
 * the Harbour Union, said". What stands before the last comma is then no subject.
 */
export function ownerOfAside(article: Article, { index, sentence, range }: Place): Mention | null {
  if (tokenAt(sentence, range.to).text !== ',' || isAccording(sentence, range.from)) return null;
  const start = tokenAt(sentence, range.from).start;
  const before = namedNear(article, index, start);
  return before.find(mention => isHeldApart(sentence, mention, range)) ?? null;
}

// Nobody holds an aside or a list in mind that is longer.
const longestAside = 500;

const namedNear = ({ people }: Article, index: number, start: number): Mention[] =>
  people.mentionsIn(index).filter(({ end, quoted }) => end < start && start - end < longestAside && !quoted);

/**
 * Those named before these words in one list with them: "Jane Roe, Peter Poe and Paul Moe", "Jane Roe, the pilot, and Paul
 * Moe". Nobody where a clause of its own stands between.
 */
export function listedBefore(article: Article, { index, sentence, range }: Place): readonly Mention[] {
  const joint = sentence.tokens.slice(range.from, range.to).some(({ lower }) => lower === 'and');
  const from = tokenAt(sentence, range.from - 1).pos === 'DET' ? range.from - 1 : range.from;
  if (tokenAt(sentence, from - 1).lower !== (joint ? ',' : 'and')) return [];
  const end = tokenAt(sentence, from - 1).start;
  const before = namedNear(article, index, end + 1);
  const first = before.find(each => opensClause(sentence, each.start, placeAfter(sentence, each.end)));
  const next = placeAfter(sentence, first?.end ?? 0);
  const goesOn = next === from - 1 || /^(?:[,(]|of|from)$/.test(tokenAt(sentence, next).lower);
  if (!first || !goesOn || !isOneAside(sentence, next, from - 1)) return [];
  return before.filter(
    each => each === first || (each.start > first.start && isListed(sentence, each.start)),
  );
}

/** Whether nothing but titles stands between a comma and the name. */
function isListed(sentence: Sentence, start: number): boolean {
  let at = placeAfter(sentence, start) - 1;
  while (at >= 0 && /^(?:PROPN|NOUN|ADJ)$/.test(tokenAt(sentence, at).pos)) at--;
  return tokenAt(sentence, at).text === ',';
}

function isAccording(sentence: Sentence, from: number): boolean {
  const to = tokenAt(sentence, from - 1).pos === 'DET' ? from - 2 : from - 1;
  return tokenAt(sentence, to).lower === 'to' && tokenAt(sentence, to - 1).lower === 'according';
}

function isHeldApart(sentence: Sentence, { start, end }: Mention, { from }: Range): boolean {
  const comma = afterOrigin(sentence, placeAfter(sentence, end));
  if (tokenAt(sentence, comma).text !== ',' || comma >= from) return false;
  return opensClause(sentence, start, placeAfter(sentence, end)) && isOneAside(sentence, comma + 1, from);
}

/** The first token that begins at a character or after it; the number of tokens where none does. */
export function placeAfter({ tokens }: Sentence, end: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "Jane Roe of Torvik, …", "Jane Roe (D-Ohio), …": the place where the comma should stand. */
function afterOrigin(sentence: Sentence, at: number): number {
  if (tokenAt(sentence, at).text === '(')
    return sentence.tokens.findIndex(({ text }, k) => k > at && text === ')') + 1;
  if (!/^(?:of|from)$/.test(tokenAt(sentence, at).lower)) return at;
  let to = at + 1;
  while (/^(?:PROPN|DET)$/.test(tokenAt(sentence, to).pos)) to++;
  return to;
}

/** Whether the name heads a phrase that a clause can begin with: nothing but a link, a comma or a mark stands before it. */
export function opensClause(sentence: Sentence, start: number, to: number): boolean {
  if (start === sentence.start) return true;
  const phrase = phraseBefore(sentence, to);
  if (!phrase || isAfterPreposition(sentence, phrase.from, start)) return false;
  const before = tokenAt(sentence, phrase.from - 1);
  return (
    phrase.from === 0 ||
    /^[,;:—–]$/.test(before.text) ||
    /^(?:CCONJ|SCONJ)$/.test(before.pos) ||
    !isOutside(sentence, phrase.from - 1)
  );
}

const isAfterPreposition = ({ tokens }: Sentence, from: number, start: number): boolean =>
  tokens.slice(from).some(token => token.start < start && token.pos === 'ADP' && token.lower !== 'of');

/** Whether no clause of its own begins in these words: all of them describe the name before them. */
function isOneAside(sentence: Sentence, from: number, to: number): boolean {
  let relative = false;
  for (let at = from; at < to; at++) {
    const { lower, pos, text } = tokenAt(sentence, at);
    if (!isOutside(sentence, at)) return false;
    if (/^(?:who|whose|whom)$/.test(lower)) relative = true;
    else if (/^[;:—–]$/.test(text)) return false;
    else if (!relative && (pos === 'AUX' || (pos === 'VERB' && !/(?:ed|en|ing)$/.test(lower)))) return false;
  }
  return true;
}
