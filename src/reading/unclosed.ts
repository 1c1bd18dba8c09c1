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
    if (cut === null && toLineEnd && next !== null && takesUp(next, inner, words)) {
      kept.push(quotation);
      continue;
    }
    unclosed.push(quotation.start);
    if (cut === null) continue;
    const end = quotation.inner.start + cut;
    kept.push({ ...quotation, end, inner: { start: quotation.inner.start, end } });
  }
  return { quotations: kept, unclosed };
}

const opening = /^\s*(?:["“„«]|''|``|‘‘)/;

/**
 * A paragraph of a longer quotation opens with a mark of its own and is nothing but quotation; so is the one after it.
 * Where the reporter speaks in that one, only a single sentence is sure to be the speaker's.
 */
function takesUp(next: string, inner: string, words: CueWords): boolean {
  if (!opening.test(next) || !/^[^\p{L}]*\p{Lu}/u.test(inner)) return false;
  const isWhole = !/\p{L}/u.test(outsideOf(next)) && attributionIn(next, words) === null;
  return isWhole || !/[.?!…]\s+\p{Lu}/u.test(inner);
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
