import { afterAdjuncts } from './adjuncts.ts';
import { isOutside, isVerbal, type Range, tokenAt } from './clauses.ts';
import type { Cue } from './cues.ts';
import type { CueWords } from './cuewords.ts';
import { hasFiniteOutside, isTime, isTitled, wordsWithin } from './marks.ts';
import { objectEnd, opensObject } from './objects.ts';
import type { Sentence } from './sentences.ts';

/** The words after the cue, up to `end`; null where nothing there can be what was said. */
export function rightContent(sentence: Sentence, words: CueWords, cue: Cue, end: number): Range | null {
  const { frames } = cue.word;
  const that = thatAfter(sentence, cue.to, end, frames.has('recipient'));
  const takesClause = frames.has('clause') || frames.has('recipient') || frames.has('belief');
  if (that !== null && takesClause && that + 1 < end) return { from: that + 1, to: end };
  const start = afterAdjuncts(sentence, words, cue, end);
  if (start >= end) return null;
  const asks = frames.has('infinitive') ? infinitiveFrom(sentence, cue.to, end) : null;
  if (asks !== null) return { from: asks, to: end };
  if (!isOutside(sentence, start)) return quotedRight(sentence, cue, start, end);
  const alsoObject = frames.has('object') || frames.has('naming');
  if (takesClause && opensClause(sentence, start) && hasClause(sentence, start, end, alsoObject))
    return { from: start, to: end };
  if ((frames.has('object') || frames.has('naming')) && opensObject(sentence, cue.to))
    return { from: cue.to, to: objectEnd(sentence, words, cue.to, cue.word.form, end) };
  return null;
}

function quotedRight(sentence: Sentence, cue: Cue, start: number, end: number): Range | null {
  const mark = tokenAt(sentence, start - 1).text;
  const place = sentence.within[start] ?? -1;
  const isNamed =
    !/^[,:]$/.test(mark) && isTitled(sentence, place) && end > sentence.within.lastIndexOf(place) + 1;
  if (isNamed && !cue.word.frames.has('naming')) return null;
  const whole = wordsWithin(sentence, place) >= 3 || hasClause(sentence, start, end);
  if (/^[,:]$/.test(mark) || whole || cue.word.frames.has('object') || cue.word.frames.has('naming'))
    return { from: start, to: end };
  return null;
}

/** The place of a "that" that begins the words; null where something else comes first. */
function thatAfter(sentence: Sentence, from: number, end: number, recipient: boolean): number | null {
  let apposed = false;
  for (let at = from; at < Math.min(end, from + 24); at++) {
    if (!isOutside(sentence, at)) {
      // "told Radio Torvik's “Morning Talk” that …"
      if (isTitled(sentence, sentence.within[at] ?? -1)) continue;
      return null;
    }
    const token = tokenAt(sentence, at);
    // "said Thursday, the day that …": this one belongs to the day.
    if (token.text === ',') apposed = tokenAt(sentence, at + 1).pos === 'DET';
    if (token.lower === 'that' && apposed) return null;
    if (token.lower === 'that')
      return token.pos === 'SCONJ' || at === from || hasFiniteOutside(sentence, at + 1, end) ? at : null;
    if (
      isVerbal(token) &&
      !(/(?:ing|ed)$/.test(token.lower) && /^(?:DET|ADP|ADJ)$/.test(tokenAt(sentence, at - 1).pos))
    )
      return null;
    if (at === from && !recipient && /^(?:DET|PROPN|NOUN)$/.test(token.pos) && !isTime(sentence, at))
      return null;
    if (at === from && /^(?:and|or|but|,)$/.test(token.lower) && token.lower !== ',') return null;
  }
  return null;
}

const clauseOpenings = new Set(
  'if there what how why whether who when where as while because unless not only even once since although though although neither nor to no'.split(
    ' ',
  ),
);

function opensClause(sentence: Sentence, at: number): boolean {
  const { pos, lower } = tokenAt(sentence, at);
  if (
    /^sa(?:id|ys?)$/.test(tokenAt(sentence, at - 1).lower) &&
    /^(?:in|under|for|with|after|on|at|by|about|despite|among|over|during|as|like|without|before)$/.test(
      lower,
    )
  )
    return true;
  return (
    /^(?:DET|PROPN|NOUN|PRON|ADJ|ADV|NUM)$/.test(pos) ||
    (clauseOpenings.has(lower) && lower !== 'to') ||
    (pos === 'VERB' && /ing$/.test(lower)) ||
    lower === 'both' ||
    lower === 'such'
  );
}

/** A subject and a finite verb within reach: words that state something. */
export function hasClause(sentence: Sentence, from: number, end: number, beforeComma = false): boolean {
  for (let at = from; at < Math.min(end, from + 45); at++) {
    const token = tokenAt(sentence, at);
    if (
      beforeComma &&
      at > from &&
      /^(?:[,;—–]|and|but|who|which|that|when|where|as|after)$/.test(token.lower)
    )
      return false;
    if (!isVerbal(token) || (at === from && /ing$/.test(token.lower))) continue;
    const before = tokenAt(sentence, at - 1);
    if (
      before.lower === 'to' ||
      /^[-‐]$/.test(before.text) ||
      (/ing$/.test(token.lower) && !isVerbal(before))
    )
      continue;
    return at > from;
  }
  return false;
}

/** "(Kyiv) to withdraw": where the words of an order, plea or promise begin. */
export function infinitiveFrom(sentence: Sentence, from: number, end: number): number | null {
  for (let at = from; at < Math.min(end, from + 14); at++) {
    const token = tokenAt(sentence, at);
    if (!isOutside(sentence, at)) return null;
    if (token.lower === 'to' && opensInfinitive(sentence, at + 1)) return from;
    if (isVerbal(token) || /^[,;:]$/.test(token.text) || token.lower === 'that') return null;
  }
  return null;
}

/** "to sign", "to “sign the accord”". */
function opensInfinitive(sentence: Sentence, at: number): boolean {
  const verb = isOutside(sentence, at) ? at : at + 1;
  return /^(?:VERB|AUX|ADV|PART)$/.test(tokenAt(sentence, verb).pos);
}
