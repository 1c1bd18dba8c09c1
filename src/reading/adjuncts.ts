import { isDay, isOutside, isVerbal, type Range, tokenAt } from './clauses.ts';
import type { Cue } from './cues.ts';
import type { CueWords } from './cuewords.ts';
import { hasFiniteOutside, isTime } from './marks.ts';
import type { Sentence } from './sentences.ts';

const adjunctOpenings = new Set([
  'in',
  'on',
  'at',
  'during',
  'to',
  'after',
  'via',
  'through',
  'from',
  'before',
  'of',
  'when',
  'as',
]);

/** Steps over the person spoken to, time, place and occasion: "told reporters in Kyiv on Thursday:". */
export function afterAdjuncts(sentence: Sentence, words: CueWords, cue: Cue, end: number): number {
  let at = cue.to;
  if (cue.word.frames.has('recipient')) at = afterRecipient(sentence, at, end);
  for (let moved = true; moved && at < end; ) {
    moved = false;
    const token = tokenAt(sentence, at);
    if (!isOutside(sentence, at)) return at;
    if (isTime(sentence, at) && !isDay(sentence, at)) {
      at += 2;
      moved = true;
    } else if (
      isTime(sentence, at) ||
      (token.pos === 'ADV' && isLoose(sentence, at)) ||
      /^[,:]$/.test(token.text)
    ) {
      at++;
      moved = true;
    } else if (adjunctOpenings.has(token.lower)) {
      const after = afterAdjunct(sentence, words, at, end);
      moved = after > at;
      at = after;
    }
  }
  return at;
}

/** An adverb that belongs to the cue ("said again:"), not to the words ("said just because …"). */
function isLoose(sentence: Sentence, at: number): boolean {
  if (
    /^(?:how|why|when|where|there|only|not|even|just|none|nearly|almost|about|more|less|most|perhaps)$/.test(
      tokenAt(sentence, at).lower,
    )
  )
    return false;
  const next = tokenAt(sentence, at + 1);
  return (
    !isOutside(sentence, at + 1) ||
    /^[,:]$/.test(next.text) ||
    next.lower === 'that' ||
    isTime(sentence, at + 1) ||
    adjunctOpenings.has(next.lower)
  );
}

export function afterRecipient(sentence: Sentence, from: number, end: number): number {
  if (/^(?:him|her|them|us|me|you|it)$/.test(tokenAt(sentence, from).lower)) return from + 1;
  let at = from;
  const proper = tokenAt(sentence, from).pos === 'PROPN';
  while (at < end && isOutside(sentence, at)) {
    const token = tokenAt(sentence, at);
    const fits = proper
      ? /^(?:PROPN|PART)$/.test(token.pos) || /^(?:and|’s|'s)$/.test(token.lower)
      : /^(?:DET|ADJ|NOUN|NUM)$/.test(token.pos) ||
        (at > from && /^(?:of|'s|’s|and|at|in|on)$/.test(token.lower));
    if (!fits || isDay(sentence, at)) break;
    at++;
  }
  return at;
}

/** An adjunct is stepped over where a comma, a colon, a quotation or the end follows it, or it names the occasion. */
function afterAdjunct(sentence: Sentence, words: CueWords, from: number, end: number): number {
  if (isDay(sentence, from + 1)) return from + 2;
  let occasion = false;
  for (let at = from + 1; at < Math.min(end, from + 25); at++) {
    const token = tokenAt(sentence, at);
    if (!isOutside(sentence, at))
      return /^[,:]$/.test(tokenAt(sentence, at - 1).text) || occasion ? at : from;
    if (/^[,:]$/.test(token.text)) return at;
    if (isVerbal(token) && !/(?:ing|ed)$/.test(token.lower))
      return occasion ? afterOccasion(sentence, words, from, at) : from;
    occasion ||= words.occasions.has(token.lower) && token.pos !== 'VERB';
  }
  return from;
}

function afterOccasion(sentence: Sentence, words: CueWords, from: number, to: number): number {
  for (let at = from + 1; at < to; at++) if (words.occasions.has(tokenAt(sentence, at).lower)) return at + 1;
  return from;
}

export function isOccasionPhrase(sentence: Sentence, words: CueWords, at: number, end: number): boolean {
  for (let k = at + 1; k < Math.min(end, at + 7); k++) {
    const token = tokenAt(sentence, k);
    if (!isOutside(sentence, k) || isVerbal(token) || token.pos === 'ADP' || token.text === ',') return false;
    if (words.occasions.has(token.lower.replace(/\.$/, '')) && token.text !== 'x')
      return (
        k === at + 1 ||
        /^(?:a|an|his|her|their|its|the|one|another|two|several|joint|separate)$/.test(
          tokenAt(sentence, at + 1).lower,
        )
      );
  }
  return false;
}

/** Cuts a closing ", in a statement on Thursday" and a closing comma. */
export function trimmed(sentence: Sentence, words: CueWords, { from, to }: Range): Range {
  let end = to;
  for (let at = Math.max(from + 2, to - 14); at < to; at++) {
    if (!isOutside(sentence, at) || !/^(?:in|on|at|during)$/.test(tokenAt(sentence, at).lower)) continue;
    if (hasFiniteOutside(sentence, at + 1, to) || !isOccasionPhrase(sentence, words, at, to)) continue;
    end = at;
    break;
  }
  while (end > from && isOutside(sentence, end - 1) && /^[,;:—–]$/.test(tokenAt(sentence, end - 1).text))
    end--;
  return { from, to: end };
}
