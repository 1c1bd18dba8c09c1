import type { Layer, Span } from '../core/statement.ts';
import type { CueWords } from './cuewords.ts';
import type { Line } from './layout.ts';
import { type Quotation, quotations } from './quotations.ts';
import { type Token, tokens } from './tokens.ts';
import { withoutUnclosed } from './unclosed.ts';

/**
 * A sentence as its reporter wrote it: the sentences inside a quotation do not end it, so `"A. B," she said.` is one.
 * `within[i]` is the place in `quotations` of the quotation that token `i` stands in (its marks included), or -1.
 */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
  readonly within: readonly number[];
  readonly quotations: readonly Quotation[];
  readonly layer: Layer;
  readonly line: number;
  /** Whether it is the first of its line, the last of its line. */
  readonly first: boolean;
  readonly last: boolean;
  /** Whether a closing mark is missing in it. */
  readonly unclosed: boolean;
  /** The lexicon it is read with. */
  readonly words: CueWords;
}

/** What a line's sentences depend on besides the line. */
interface Surroundings {
  readonly next?: Line | null;
  readonly transcript?: boolean;
}

/**
 * The sentences of a line, in order, without a dateline ("KYIV, Nov 27 (Reuters) -"). `next` is the line of body that
 * follows: it may take up a quotation. In a transcript a name in capitals before a colon is a speaker, no dateline.
 */
export function sentences(
  text: string,
  line: Line,
  words: CueWords,
  { next = null, transcript = false }: Surroundings = {},
): Sentence[] {
  const opening = text.slice(line.start, Math.min(line.end, line.start + 90));
  const from = line.start + (transcript ? 0 : datelineLength(opening));
  const shown = text.slice(from, line.end);
  const following = next && text.slice(next.start, next.end);
  const kept = withoutUnclosed(shown, from, quotations(shown, from), following, words);
  const quoted = kept.quotations;
  const open = new Set(kept.unclosed);
  const opensNothing = ({ start }: Token): boolean =>
    open.has(start) && !quoted.some(quotation => quotation.start === start);
  const found = withDashes(tokens(shown, from));
  const tagged = open.size === 0 ? found : found.filter(token => !opensNothing(token));
  const within = places(tagged, quoted);
  const all =
    line.layer === 'body'
      ? tagged.map((token, at) =>
          speaks(token, tagged[at + 1], words)
            ? { ...token, pos: 'PROPN' }
            : asName(token, tagged[at - 1], within[at] !== within[at - 1]),
        )
      : tagged;
  const ends = sentenceEnds(all, within, words);
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? 0;
    return sentence(
      all.slice(start, end),
      within.slice(start, end),
      quoted,
      line,
      index === 0,
      index === ends.length - 1,
      kept.unclosed,
      words,
    );
  });
}

function sentence(
  own: readonly Token[],
  within: readonly number[],
  quoted: readonly Quotation[],
  { layer, number }: Line,
  first: boolean,
  last: boolean,
  unclosed: readonly number[],
  words: CueWords,
): Sentence {
  const [start, end] = [own[0]?.start ?? 0, own.at(-1)?.end ?? 0];
  const lowest = within.find(place => place >= 0) ?? 0;
  const highest = within.findLast(place => place >= 0) ?? -1;
  return {
    start,
    end,
    tokens: own,
    within: within.map(place => (place < 0 ? -1 : place - lowest)),
    quotations: quoted.slice(lowest, highest + 1),
    layer,
    line: number,
    first,
    last,
    // The mark itself may have been left out before the first word.
    unclosed: unclosed.some(at => start - 2 <= at && at < end),
    words,
  };
}

const withDashes = (found: readonly Token[]): readonly Token[] =>
  found.map((token, at) => (isDash(found, at) ? { ...token, text: '—' } : token));

/** Typewriters' dashes: "--" and a hyphen between spaces. */
function isDash(found: readonly Token[], at: number): boolean {
  const token = found[at];
  if (token?.text === '--' || token?.text === '―') return true;
  return token?.text === '-' && found[at - 1]?.end !== token.start && found[at + 1]?.start !== token.end;
}

/** The tagger takes some surnames for verbs ("Lynch said"): a capital inside a sentence says that they are names. */
function asName(token: Token, before: Token | undefined, atMark: boolean): Token {
  if (token.text === 'US') return { ...token, pos: 'PROPN' };
  if (!/^\p{Lu}\p{Ll}/u.test(token.text) || !/^(?:VERB|AUX|ADV|INTJ|X)$/.test(token.pos)) return token;
  const inside =
    before !== undefined && (/^\p{L}/u.test(before.text) || before.text === ',')
      ? !atMark || before.text === ','
      : atMark && /^["”’']$/.test(before?.text ?? '');
  return inside ? { ...token, pos: 'PROPN' } : token;
}

/** "Cook said": what opens a sentence and stands before a verb of saying is a name, whatever the tagger says. */
const speaks = ({ text, pos, lower }: Token, next: Token | undefined, { verbs }: CueWords): boolean =>
  /^\p{Lu}\p{Ll}{2,}$/u.test(text) &&
  /^(?:VERB|ADV|ADP|INTJ)$/.test(pos) &&
  !openings.has(lower) &&
  verbs
    .get(next?.lower ?? '')
    ?.some(({ form, frames }) => form === 'past' && (frames.has('clause') || frames.has('naming'))) === true;

// Words that open a sentence before a verb without being its subject.
const openings = new Set(
  'then also later there here now still even just only once again thus yet never not instead earlier what when while as so too both how nor neither often first asked having being said says though although since'.split(
    ' ',
  ),
);

const dateline =
  /^(?:\p{Lu}[\p{Lu}.'’-]+(?:[ ,/]+[\p{L}.\d'’-]+){0,5}?\s*(?:\([^)]{2,25}\)\s*)?[-–—:]+\s+|\p{Lu}[\p{L}.'’-]+(?:[ ,/]+[\p{L}.\d'’-]+){0,5}?\s*\([^)]{2,25}\)\s*[-–—:]+\s+)(?=[\p{Lu}“"])/u;

/** How much of a line's opening says only where and when it was written. */
function datelineLength(opening: string): number {
  const found = dateline.exec(opening)?.[0] ?? '';
  const place = found.replace(/[^\p{L}]/gu, '');
  // "PUTIN: THE CHOICE …" is a heading with a speaker, not a dateline.
  const after = opening.slice(found.length, found.length + 20).replace(/[^\p{L}]/gu, '');
  return place.length < 3 || after === after.toUpperCase() ? 0 : found.length;
}

function places(all: readonly Token[], quoted: readonly Quotation[]): number[] {
  let next = 0;
  return all.map(token => {
    while (next < quoted.length && (quoted[next]?.end ?? 0) <= token.start) next++;
    const quotation = quoted[next];
    return quotation && quotation.start <= token.start && token.start < quotation.end ? next : -1;
  });
}

const stop = /^(?:[.?!…]+|\.\.+)$/;
const startsAnew = new Set(
  'the a an he she it they we in on at but and this that these those his her their its if when while after as for however meanwhile i you there'.split(
    ' ',
  ),
);

/** Places after the last token of each sentence. */
function sentenceEnds(all: readonly Token[], within: readonly number[], words: CueWords): number[] {
  const ends: number[] = [];
  for (let at = 0; at < all.length; at++) {
    if (within[at] === -1 ? endsOutside(all, within, at, words) : endsWithQuotation(all, within, at, words))
      ends.push(at + 1);
  }
  if (ends.at(-1) !== all.length && all.length > 0) ends.push(all.length);
  return ends;
}

function endsOutside(all: readonly Token[], within: readonly number[], at: number, words: CueWords): boolean {
  const token = all[at];
  const next = all[at + 1];
  if (!token || !next) return false;
  if (/^[)\]]$/.test(next.text)) return false;
  if (stop.test(token.text))
    return startsSentence(next, within[at + 1]) && !afterAbbreviation(all, at, words);
  const previous = all[at - 1];
  if (/^[)\]]$/.test(token.text) && previous && /^[.?!]$/.test(previous.text))
    return startsSentence(next, within[at + 1]);
  if (/^\p{Lu}\.$/u.test(token.text)) return !isInitial(all, at) && startsSentence(next, within[at + 1]);
  return /^(?:\p{L}\.){2,}$/u.test(token.text) && startsAnew.has(next.lower) && /^\p{Lu}/u.test(next.text);
}

/** An initial goes on with a name; what was written "on X." ends there, and who "took to X." too. */
const isInitial = (all: readonly Token[], at: number): boolean => {
  const [took, to] = [all[at - 2]?.lower ?? '', all[at - 1]?.lower ?? ''];
  return to !== 'on' && to !== 'via' && !(to === 'to' && /^(?:took|takes|turned|posted)$/.test(took));
};

function startsSentence(next: Token, place: number | undefined): boolean {
  return (
    /^[\p{Lu}\p{Lt}\p{Lo}\p{N}#@([•–—-]/u.test(next.text) ||
    (place ?? -1) >= 0 ||
    /^["“”'‘„«]/.test(next.text)
  );
}

function afterAbbreviation(all: readonly Token[], at: number, { abbreviations }: CueWords): boolean {
  const token = all[at];
  const previous = all[at - 1];
  if (token?.text !== '.' || !previous || previous.end !== token.start) return false;
  return abbreviations.has(previous.lower) || /^\p{Lu}$/u.test(previous.text);
}

/** A closing mark ends the sentence where a stop stands before it and what follows does not say who spoke. */
function endsWithQuotation(
  all: readonly Token[],
  within: readonly number[],
  at: number,
  words: CueWords,
): boolean {
  const next = all[at + 1];
  if (!next || within[at + 1] === within[at]) return false;
  const last = all[at]?.text === "'" ? all[at - 2] : all[at - 1];
  const before = /^[\p{P}]+$/u.test(all[at]?.text ?? '') ? (last?.text ?? '') : (all[at]?.text ?? '');
  if (!/[.?!…]$/.test(before)) return false;
  if (!startsSentence(next, within[at + 1]) || isSigned(all, at + 1)) return false;
  return !speaksNext(all, within, at + 1, words);
}

/** `“…” — Jane Roe`: nothing but a dash and a name until the line ends. */
function isSigned(all: readonly Token[], from: number): boolean {
  const rest = all.length - from;
  if (!/^[—–―]$/.test(all[from]?.text ?? '') || rest > 7) return false;
  return all.slice(from + 1).every(({ text }) => /^(?:\p{Lu}|[.-]$)/u.test(text));
}

/** `he said.` and `he said, pointing …` close what came before; `he said, "…"` and `he said: …` open what follows. */
function closesAttribution(next: Token | undefined, placeAfter: number): boolean {
  if (next === undefined || next.text === '.') return true;
  return next.text === ',' ? placeAfter < 0 : /^(?:on|in|at|during|when|to|after|of)$/.test(next.lower);
}

/** Whether a short subject and a cue come next, as in `"Why now?" the minister asked.` or `"…" Said Smith:`. */
function speaksNext(
  all: readonly Token[],
  within: readonly number[],
  from: number,
  words: CueWords,
): boolean {
  for (let at = from; at < from + 8; at++) {
    const token = all[at];
    if (!token || within[at] !== -1 || /^[,;:.?!—–]$/.test(token.text)) return false;
    const cue =
      at > from && words.verbs.get(token.lower)?.find(({ form }) => form === 'past' || form === 's');
    if (cue) return cue.frames.has('clause') && closesAttribution(all[at + 1], within[at + 2] ?? -1);
    if (token.pos === 'VERB' || token.pos === 'AUX') return false;
  }
  return false;
}
