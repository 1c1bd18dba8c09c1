import type { Span } from '../core/statement.ts';
import type { Attribution } from './attributions.ts';
import { isOutside, type Range, tokenAt } from './clauses.ts';
import type { CueWords } from './cuewords.ts';
import { leadingAttribution } from './leads.ts';
import { isAllQuotation, quotedSpans, spanOf } from './marks.ts';
import { isSigned } from './phrase-cues.ts';
import { everyAttribution, longestSentence, mostSpans } from './sentence-attributions.ts';
import type { Sentence } from './sentences.ts';
import { type Ahead, prepend, speakerAhead } from './speakers-ahead.ts';
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
    if (own.length === 0 && isAllQuotation(sentence)) {
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

/** A turn goes on to its line's end. */
function goOn(turn: Passage, sentence: Sentence, index: number): void {
  const last = turn.content.pop();
  turn.content.push({ start: last?.start ?? sentence.start, end: sentence.end });
  turn.last = index;
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

/** How a quotation without a cue goes on from the passage before: as part of it, as a statement of its own, or not. */
function runningOn(sentences: readonly Sentence[], index: number, current: Passage): 'same' | 'new' | null {
  const sentence = sentences[index];
  const before = sentences[current.last];
  if (!sentence || !before || current.last !== index - 1 || !isAllQuotation(sentence)) return null;
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
