import type { Span } from '../core/statement.ts';
import { type Attribution, attributions } from './attributions.ts';
import { isOutside, type Range, tokenAt } from './clauses.ts';
import type { CueWords } from './cuewords.ts';
import { leadingAttribution } from './leads.ts';
import { spanOf } from './marks.ts';
import { nounAttributions } from './noun-cues.ts';
import { isSigned } from './phrase-cues.ts';
import type { Sentence } from './sentences.ts';
import { takesTurn, transcriptTurn } from './transcripts.ts';

/** An attribution over one or more sentences. Spans are characters of the text. */
export interface Passage {
  readonly content: Span[];
  readonly cue: readonly Span[];
  /** Null where no source stands in its sentence. */
  readonly source: Range | null;
  /** The first sentence that belongs to it. */
  first: number;
  /** The sentence of the cue; for words that run on without one, the sentence itself. */
  readonly sentence: number;
  /** The last sentence that belongs to it. */
  last: number;
  /** The passage whose speaker goes on speaking here, null where the passage has a source of its own. */
  readonly continues: Passage | null;
  readonly how: string;
}

// A quotation of more pieces is a document, not a statement; it goes on as a new one.
const mostSpans = 50;

// A sentence of more tokens than this is no prose; its clauses are not looked into.
const longestSentence = 1500;

/** The attributions of an article's sentences, with the quotations that run on over sentences and lines. */
export function passages(
  sentences: readonly Sentence[],
  words: CueWords,
  takers: ReadonlySet<string> = new Set(),
): Passage[] {
  const found: Passage[] = [];
  let current: Passage | null = null;
  let ahead: Ahead | null = null;
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.tokens.length > longestSentence) {
      current = null;
      continue;
    }
    if (current?.how === takesTurn && sentences[current.last]?.line === sentence.line) {
      goOn(current, sentence, index);
      continue;
    }
    const own = ownPassages(sentence, index, words, takers);
    if (ahead && index === ahead.to) prepend(own[0], sentence, ahead, sentences);
    const runsOn =
      own.length === 0 && current !== null && current.how !== isSigned && sentence.layer === 'body'
        ? runningOn(sentences, index, current)
        : null;
    if (runsOn === 'same' && current) {
      current.content.push(...quotedSpans(sentence));
      current.last = index;
      continue;
    }
    if (own.length === 0 && isWhollyQuoted(sentence)) {
      ahead = ahead && index < ahead.to ? ahead : speakerAhead(sentences, index, words);
      if (ahead.isClaimed) continue;
    }
    if (runsOn === 'new' && current) {
      current = continuation(sentence, index, current);
      found.push(current);
    } else {
      found.push(...own);
      current = own.findLast(({ content }) => holdsQuotation(sentence, content)) ?? own.at(-1) ?? null;
      const lead = leadOver(sentence, index, words, own);
      if (lead) found.push(lead);
      current = lead ?? current;
    }
  }
  return found.filter(({ content }) => content.length > 0);
}

function ownPassages(
  sentence: Sentence,
  index: number,
  words: CueWords,
  takers: ReadonlySet<string>,
): Passage[] {
  const turn = transcriptTurn(sentence, takers);
  return (turn ? [turn] : everyAttribution(sentence, words)).map(made => passage(sentence, index, made));
}

const passage = (sentence: Sentence, index: number, made: Attribution): Passage => ({
  content: made.content
    .flatMap(range => withoutInserts(sentence, range))
    .map(range => contentSpan(sentence, range)),
  cue: made.cue.map(range => spanOf(sentence, range)),
  source: made.source,
  first: index,
  sentence: index,
  last: index,
  continues: null,
  how: made.how,
});

/** A cue that leaves its words to the sentence or the paragraph that follows; null where the sentence has them. */
function leadOver(
  sentence: Sentence,
  index: number,
  words: CueWords,
  own: readonly Passage[],
): Passage | null {
  const lead = sentence.layer === 'body' ? leadingAttribution(sentence, words) : null;
  if (!lead) return null;
  const made = passage(sentence, index, lead);
  const isTaken = own.some(({ content, cue }) =>
    [...content, ...cue].some(span =>
      made.cue.some(({ start, end }) => span.start < end && start < span.end),
    ),
  );
  const isColon = tokenAt(sentence, sentence.tokens.length - 1).text === ':';
  return isTaken || (own.length > 0 && !isColon) ? null : made;
}

/** Sentences of nothing but quotation whose marks stay open, up to the one that says who speaks. */
interface Ahead {
  readonly from: number;
  /** The sentence after them. */
  readonly to: number;
  readonly isClaimed: boolean;
}

function speakerAhead(sentences: readonly Sentence[], from: number, words: CueWords): Ahead {
  let to = from;
  while (to < sentences.length && isHeldOpen(sentences, to)) to++;
  const next = sentences[to];
  const isNear = to > from && to - from <= mostSpans && next?.first === true && next.within[0] === 0;
  const isClaimed =
    isNear &&
    !isWhollyQuoted(next) &&
    next.tokens.length <= longestSentence &&
    everyAttribution(next, words).some(({ content }) => content[0]?.from === 0);
  return { from, to: Math.max(to, from + 1), isClaimed };
}

/** Whether a sentence is nothing but quotation, and the paragraph it stands in leaves the quotation open. */
function isHeldOpen(sentences: readonly Sentence[], index: number): boolean {
  const sentence = sentences[index];
  if (sentence?.layer !== 'body' || !isWhollyQuoted(sentence)) return false;
  return sentence.last ? sentence.quotations.at(-1)?.closed === false : true;
}

/** The paragraphs that a speaker's quotation began with belong to it. */
function prepend(
  own: Passage | undefined,
  { start }: Sentence,
  { from, to, isClaimed }: Ahead,
  sentences: readonly Sentence[],
): void {
  if (!own || !isClaimed || own.content[0]?.start !== start) return;
  own.content.unshift(...sentences.slice(from, to).flatMap(quotedSpans));
  own.first = from;
}

/** A turn goes on to its line's end. */
function goOn(turn: Passage, sentence: Sentence, index: number): void {
  const last = turn.content.pop();
  turn.content.push({ start: last?.start ?? sentence.start, end: sentence.end });
  turn.last = index;
}

function everyAttribution(sentence: Sentence, words: CueWords): Attribution[] {
  const made = attributions(sentence, words);
  const nouns = nounAttributions(sentence, words, made);
  const place = ({ content }: Attribution): number => content[0]?.from ?? 0;
  return [...made, ...nouns].sort((a, b) => place(a) - place(b));
}

function continuation(sentence: Sentence, index: number, of: Passage): Passage {
  return {
    content: quotedSpans(sentence),
    cue: [],
    source: null,
    first: index,
    sentence: index,
    last: index,
    continues: of,
    how: 'a quotation that runs on from the speaker before',
  };
}

/** Cuts the reporter's insert between dashes out of words he renders: "The Vatican — where … — is very interested". */
function withoutInserts(sentence: Sentence, { from, to }: Range): Range[] {
  const dashes: number[] = [];
  for (let at = from; at < to; at++)
    if (isOutside(sentence, at) && /^[—–]$/.test(tokenAt(sentence, at).text)) dashes.push(at);
  for (const [index, dash] of dashes.entries()) {
    const next = dashes[index + 1];
    if (
      next === undefined ||
      dash === from ||
      !/^(?:where|which|who|whose|whom|when)$/.test(tokenAt(sentence, dash + 1).lower)
    )
      continue;
    return [{ from, to: dash }, ...withoutInserts(sentence, { from: next + 1, to })];
  }
  return [{ from, to }];
}

/** A content's characters: closing marks belong to it, a comma or stop outside marks does not. */
function contentSpan(sentence: Sentence, range: Range): Span {
  let { from, to } = range;
  while (from < to && isOutside(sentence, from) && /^[,;:—–]$/.test(tokenAt(sentence, from).text)) from++;
  while (to > from && isOutside(sentence, to - 1) && /^[,;:—–]$/.test(tokenAt(sentence, to - 1).text)) to--;
  return spanOf(sentence, { from, to });
}

const quotedSpans = (sentence: Sentence): Span[] =>
  sentence.quotations.map(({ start, end }) => ({ start, end }));

/** Whether a sentence is nothing but quotation. */
function isWhollyQuoted(sentence: Sentence): boolean {
  if (sentence.quotations.length === 0) return false;
  return sentence.tokens.every((token, at) => !isOutside(sentence, at) || !/[\p{L}\p{N}]/u.test(token.text));
}

/** How a quotation without a cue goes on from the passage before: as part of it, as a statement of its own, or not. */
function runningOn(sentences: readonly Sentence[], index: number, current: Passage): 'same' | 'new' | null {
  const sentence = sentences[index];
  const before = sentences[current.last];
  if (!sentence || !before || current.last !== index - 1 || !isWhollyQuoted(sentence)) return null;
  if (current.content.length >= mostSpans) return 'new';
  if (current.content.length === 0) return 'same';
  const endsQuoted = (before.within.at(-1) ?? -1) >= 0;
  if (sentence.line === before.line) return hasQuotation(sentences, current) ? 'same' : 'new';
  const open = endsQuoted && before.quotations.at(-1)?.closed === false;
  if (open) return 'same';
  if (tokenAt(before, before.tokens.length - 1).text === ':') return 'same';
  return 'new';
}

const hasQuotation = (sentences: readonly Sentence[], { sentence, last }: Passage): boolean =>
  sentences
    .slice(sentence, last + 1)
    .some(({ quotations }) => quotations.some(({ inner }) => inner.end - inner.start > 12));

const holdsQuotation = ({ quotations }: Sentence, content: readonly Span[]): boolean =>
  quotations.some(({ inner }) => content.some(({ start, end }) => start <= inner.start && inner.end <= end));
