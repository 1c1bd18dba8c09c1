import type { CueWords } from './cuewords.ts';
import { type Quotation, quotations } from './quotations.ts';

/** The quotations of a line that hold nobody's words but the speaker's, and the opening marks that led to none. */
export interface Kept {
  readonly quotations: readonly Quotation[];
  /** Places of opening marks whose closing mark is missing. */
  readonly unclosed: readonly number[];
}

/**
 * A quotation without its closing mark may run on into the reporter's words. It is kept whole where the next line takes
 * it up, it ends before an attribution where one follows, and otherwise it is none. `offset` is the line's place.
 */
export function withoutUnclosed(
  line: string,
  offset: number,
  quoted: readonly Quotation[],
  next: string | null,
  words: CueWords,
): Kept {
  const kept: Quotation[] = [];
  const unclosed: number[] = [];
  for (const quotation of quoted) {
    if (quotation.closed) {
      kept.push(quotation);
      continue;
    }
    const inner = line.slice(quotation.inner.start - offset, quotation.inner.end - offset);
    const cut = attributionIn(inner, words);
    const toLineEnd = quotation.end >= offset + line.trimEnd().length;
    const runsOn =
      cut === null && toLineEnd && next !== null && takesUp(next, inner, words, quotation.start === offset);
    const end = runsOn ? spokenEnd(inner) : cut;
    if (end === inner.length) kept.push(quotation);
    else unclosed.push(quotation.start);
    if (end !== null && end < inner.length) kept.push(endingAt(quotation, quotation.inner.start + end));
  }
  return { quotations: kept, unclosed };
}

const endingAt = (quotation: Quotation, end: number): Quotation => ({
  ...quotation,
  end,
  inner: { start: quotation.inner.start, end },
});

const sentenceEnd = /[.?!…]\s+(?=\p{Lu})/gu;
const ownWords = /\b(?:I|we|my|our|ours|us|me|you|your)\b|[’'](?:m|ve|re|ll)\b|\?/i;
const narrative =
  /^(?:He|She|They|The \p{Ll}+(?: \p{Ll}+)?|(?:\p{Lu}[\p{L}.’'-]+ ?){1,3}) ?(?:then |later |also )?(?:\p{Ll}+ed|said|told|left|went|came|fell|stood|sat|took|met|spoke|began|rose|ran|flew|made|was|were|had)\b/u;

/**
 * Where the speaker's words end for sure in a paragraph whose quotation the next one takes up: before closing sentences
 * that tell in the third person what happened. They may be the speaker's too; then the words shown are fewer.
 */
function spokenEnd(inner: string): number {
  const starts = [0, ...[...inner.matchAll(sentenceEnd)].map(({ index, 0: stop }) => index + stop.length)];
  let end = inner.length;
  for (const start of starts.slice(1).reverse()) {
    const sentence = inner.slice(start, end);
    if (ownWords.test(sentence) || !narrative.test(sentence)) break;
    end = start;
  }
  return end === inner.length ? end : inner.slice(0, end).trimEnd().length;
}

const opening = /^\s*(?:["“„«]|''|``|‘‘)/;

/**
 * A paragraph of a longer quotation opens with a mark of its own. Where a paragraph is not quoted from its first letter
 * on and the reporter speaks in the next, only a single sentence is sure to be the speaker's.
 */
function takesUp(next: string, inner: string, words: CueWords, isWholeLine: boolean): boolean {
  if (!opening.test(next) || !/^[^\p{L}]*\p{Lu}/u.test(inner)) return false;
  if (isWholeLine || !/[.?!…]\s+\p{Lu}/u.test(inner)) return true;
  return !/\p{L}/u.test(outsideOf(next)) && attributionIn(next, words) === null;
}

function outsideOf(line: string): string {
  let [outside, at] = ['', 0];
  for (const { start, end } of quotations(line, 0)) {
    outside += line.slice(at, start);
    at = end;
  }
  return outside + line.slice(at);
}

// "…, Berg said." and "…, the minister told reporters": a comma, a short subject and a verb of saying.
const subjectFirst =
  /,\s+((?:\p{Lu}|he |she |they |the |a |one |its |his |her )[^,.;:!?“”"]{0,70}?)\s(\p{Ll}+)(?=[.,:;\s]|$)/gu;
const verbFirst = /,\s+(\p{Ll}+)\s+(?=\p{Lu}|the |a |an |one |its |his |her )/gu;

/** Where an attribution begins inside what looks like a quotation: after the comma that ends the speaker's words. */
function attributionIn(inner: string, words: CueWords): number | null {
  const places = [
    ...[...inner.matchAll(subjectFirst)].filter(([, , verb = '']) => says(verb, words)),
    ...[...inner.matchAll(verbFirst)].filter(([, verb = '']) => says(verb, words)),
  ].map(({ index }) => index + 1);
  return places.length > 0 ? Math.min(...places) : null;
}

const says = (verb: string, { verbs }: CueWords): boolean =>
  verbs
    .get(verb)
    ?.some(
      ({ form, frames, after }) =>
        form === 'past' && after.length === 0 && (frames.has('clause') || frames.has('recipient')),
    ) === true;
