import { isOutside, isVerbal, tokenAt } from './clauses.ts';
import type { Cue } from './cues.ts';
import { hasFiniteOutside, nextMark, withoutStop } from './marks.ts';
import type { Sentence } from './sentences.ts';

/** Where the words after a cue end: at the next cue of the same speaker, at the reporter's own continuation, or with the sentence. */
export function contentEnd(sentence: Sentence, cue: Cue, later: readonly Cue[]): number {
  const last = withoutStop(sentence);
  if (cue.subject && cue.subject.from > cue.to)
    return withoutTail(sentence, cue.to, Math.max(cue.to, cue.subject.from - 1));
  let end = isSubordinate(sentence, cue) ? (nextMark(sentence, cue.to, last) ?? last) : last;
  if (isRelative(sentence, cue)) end = Math.min(end, relativeEnd(sentence, cue.to, last));
  for (const next of later) {
    // "Roe, who called the plan a joke, told reporters …": this cue stands in an aside of a later one.
    const boundary =
      next.subject && next.subject.to <= cue.at && next.groupStart > cue.to && cue.subject !== next.subject
        ? next.groupStart - 1
        : isInserted(sentence, next)
          ? next.start - 1
          : boundaryBefore(sentence, cue, next);
    if (boundary !== null && boundary >= cue.to) {
      end = Math.min(end, boundary);
      break;
    }
  }
  return withoutTail(sentence, cue.to, end);
}

/** "While Kyiv welcomed the plan, its positions …": the words end where the main clause begins. */
function isSubordinate(sentence: Sentence, { start, subject }: Cue): boolean {
  if (subject === null || (start > 3 && tokenAt(sentence, start - 2).text !== ',')) return false;
  return /^(?:while|as|after|when|although|though|since|because|if|before|even)$/.test(
    tokenAt(sentence, start - 1).lower,
  );
}

const isRelative = (sentence: Sentence, { subject }: Cue): boolean =>
  subject !== null && /^(?:who|which)$/.test(tokenAt(sentence, subject.from).lower);

/** "Roe, who called the plan a joke, left": a relative clause ends where the main verb follows a comma. */
function relativeEnd(sentence: Sentence, from: number, last: number): number {
  for (let at = from; at < last - 1; at++) {
    const next = tokenAt(sentence, at + 1);
    if (!isOutside(sentence, at) || tokenAt(sentence, at).text !== ',') continue;
    if (isOutside(sentence, at + 1) && isVerbal(next) && !/(?:ing|ed)$/.test(next.lower)) return at;
  }
  return last;
}

/** ", the agency reported,": it gives no words of the speaker's. */
const isInserted = (sentence: Sentence, { subject, start, to, word }: Cue): boolean =>
  subject !== null &&
  word.frames.has('clause') &&
  word.form !== 'ing' &&
  isOutside(sentence, start - 1) &&
  tokenAt(sentence, start - 1).text === ',' &&
  (tokenAt(sentence, to).text === ',' || to >= withoutStop(sentence));

/** Whether a later cue begins a statement of its own, and where the earlier words end then. */
function boundaryBefore(sentence: Sentence, cue: Cue, next: Cue): number | null {
  const link = tokenAt(sentence, next.start - 1);
  const isHeadline = sentence.layer === 'heading' && next.subject !== null && takesWords(sentence, next);
  if (isHeadline && /^(?:,|as|but|while|after)$/.test(link.lower)) return next.start - 1;
  const before = tokenAt(sentence, next.start - 2);
  const conjunction = /^(?:and|but|while|though|although|yet|as|before|then|with)$/.test(link.lower);
  const breaks = (at: number): boolean =>
    /^[,—–;]$/.test(tokenAt(sentence, at).text) || !isOutside(sentence, at);
  const start = conjunction
    ? breaks(next.start - 2) && isOutside(sentence, next.start - 2)
      ? next.start - 2
      : next.start - 1
    : next.start - 1;
  if (next.word.form === 'ing') {
    if (next.linked && (conjunction || /^[,—–;]$/.test(link.text) || !isOutside(sentence, next.start - 1)))
      return isOutside(sentence, start) ? start : next.start;
    return next.subject && link.lower === 'with' && before.text === ',' ? next.start - 2 : null;
  }
  // "… — she boasted, “That is mine.”": a quotation with a cue of its own.
  if (next.subject && breaks(next.start - 1) && opensQuotation(sentence, next.to)) return next.start - 1;
  if (next.word.frames.has('belief') || (next.word.form !== cue.word.form && cue.word.form !== 'ing'))
    return null;
  if (next.subject === null) return next.linked && conjunction && takesWords(sentence, next) ? start : null;
  if (!takesWords(sentence, next)) return null;
  return conjunction && (breaks(next.start - 2) || /^(?:he|she)$/.test(tokenAt(sentence, next.start).lower))
    ? start
    : null;
}

const opensQuotation = (sentence: Sentence, at: number): boolean =>
  /^[,:]$/.test(tokenAt(sentence, at).text) && !isOutside(sentence, at + 1);

function takesWords(sentence: Sentence, { to, word }: Cue): boolean {
  const next = tokenAt(sentence, to);
  if (next.lower === 'that' || !isOutside(sentence, to) || opensQuotation(sentence, to)) return true;
  if (word.frames.has('infinitive') && next.lower === 'to') return true;
  if (word.frames.has('clause') || word.frames.has('recipient'))
    return /^(?:DET|PROPN|NOUN|PRON|ADJ|NUM|ADP)$/.test(next.pos) || /^(?:it|there|if)$/.test(next.lower);
  return /^(?:DET|PROPN|NOUN|PRON|ADJ|NUM)$/.test(next.pos);
}

/** Cuts what the reporter adds: "— though deep disagreements remain", ", according to …", ", he said". */
function withoutTail(sentence: Sentence, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) {
    if (!isOutside(sentence, at)) continue;
    const token = tokenAt(sentence, at);
    const next = tokenAt(sentence, at + 1);
    if (token.text === ';') return at;
    if (
      /^[—–]$/.test(token.text) &&
      /^(?:though|although|but|while|even|despite|a|an|words|comments|remarks)$/.test(next.lower)
    )
      return at;
    if (token.text === ',' && isAddition(sentence, from, at, end)) return at;
    if (token.text === ',' && /^(?:according|while|compared|however)$/.test(next.lower)) return at;
  }
  return end;
}

/**
 * ", which opened on Friday", ", a move that …": what closes the sentence behind words that are whole without it is the
 * reporter's. In doubt the shorter words are the surer ones.
 */
function isAddition(sentence: Sentence, from: number, comma: number, end: number): boolean {
  if (comma - from < 4 || !hasFiniteOutside(sentence, from, comma)) return false;
  const first = tokenAt(sentence, comma + 1);
  const next = tokenAt(sentence, comma + 2);
  if (/^(?:but|and)$/.test(first.lower)) return /^(?:he|she)$/.test(next.lower);
  if (goesOn(sentence, comma + 1, end)) return false;
  if (first.lower === 'in' && /^(?:remarks|comments|what|which)$/.test(next.lower)) return true;
  if (first.lower === 'after' && endsOnOccasion(sentence, comma + 2, end)) return true;
  if (/^(?:which|who)$/.test(first.lower)) return !/^(?:would|could|should|might|may|can)$/.test(next.lower);
  return /^an?$/.test(first.lower) && /^(?:NOUN|ADJ|VERB)$/.test(next.pos);
}

/** "after a two-hour call with Roe in which …": when the words were said. */
const endsOnOccasion = ({ tokens }: Sentence, from: number, end: number): boolean =>
  tokens.slice(from, Math.min(end, from + 6)).some(({ lower, pos }) => pos !== 'VERB' && meeting.test(lower));

const meeting = /^(?:calls?|talks|meetings?|conversations?|summits?|visits?|conferences?|consultations)$/;

/** Whether a clause or a list follows the next comma: "…, which is new, must be signed". */
const goesOn = (sentence: Sentence, from: number, end: number): boolean =>
  sentence.tokens.slice(from, end).some(({ text }, at) => text === ',' || !isOutside(sentence, from + at));
