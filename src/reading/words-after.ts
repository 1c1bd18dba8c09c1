import { isDay, isOutside, isVerbal, type Range, tokenAt } from './clauses.ts';
import type { Cue } from './cues.ts';
import type { CueWord, CueWords } from './cuewords.ts';
import { hasFiniteOutside, isTime, isTitled, wordsWithin } from './marks.ts';
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
function afterAdjuncts(sentence: Sentence, words: CueWords, cue: Cue, end: number): number {
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

function opensObject(sentence: Sentence, at: number): boolean {
  const token = tokenAt(sentence, at);
  if (!isOutside(sentence, at)) return true;
  if (isDay(sentence, at)) return false;
  return (
    /^(?:DET|PROPN|NOUN|PRON|ADJ|NUM)$/.test(token.pos) ||
    /^(?:what|how|why|whether|any|as|both)$/.test(token.lower) ||
    (token.pos === 'VERB' && /(?:ing|ed|s)$/.test(token.lower)) ||
    (token.lower === 'that' && /^(?:NOUN|ADJ)$/.test(tokenAt(sentence, at + 1).pos))
  );
}

/** An object ends where the reporter's sentence goes on. */
function objectEnd(
  sentence: Sentence,
  words: CueWords,
  from: number,
  form: CueWord['form'],
  end: number,
): number {
  for (let at = from + 1; at < end; at++) {
    if (!isOutside(sentence, at)) continue;
    const token = tokenAt(sentence, at);
    const next = tokenAt(sentence, at + 1);
    if (/^(?:;|—|–)$/.test(token.text)) return at;
    // ", but not …" limits what was said.
    if (token.text === ',' && next.lower === 'but' && tokenAt(sentence, at + 2).lower === 'not') continue;
    if (
      token.text === ',' &&
      ((/(?:ing|ed)$/.test(next.lower) && next.pos === 'VERB') ||
        /^(?:and|but|while|as|after|when|which|who|with|in|on|at|during|although|though|even|despite|just|before|following|saying|where)$/.test(
          next.lower,
        ))
    )
      return at;
    if (/^(?:during|while|when|after)$/.test(token.lower)) return at;
    if (/^(?:and|but)$/.test(token.lower) && next.pos === 'VERB' && isSameForm(next.lower, form, words))
      return at;
    if (
      /^(?:in|on|at)$/.test(token.lower) &&
      (isDay(sentence, at + 1) || isOccasionPhrase(sentence, words, at, end))
    )
      return at;
  }
  return end;
}

/** "commended Roe on Thursday for her work": the reason after the day or the occasion, up to `end`. */
export function reasonAfter(sentence: Sentence, words: CueWords, from: number, end: number): Range | null {
  const opening = tokenAt(sentence, from).lower;
  const isAdjunct =
    /^(?:in|on|at)$/.test(opening) &&
    (isDay(sentence, from + 1) || isOccasionPhrase(sentence, words, from, end));
  if (!isAdjunct && !isDay(sentence, from)) return null;
  for (let at = from + 1; at < Math.min(end, from + 8); at++) {
    if (!isOutside(sentence, at) || isVerbal(tokenAt(sentence, at))) return null;
    if (tokenAt(sentence, at).lower === 'for')
      return { from: at, to: objectEnd(sentence, words, at, 'base', end) };
  }
  return null;
}

function isSameForm(word: string, form: CueWord['form'], words: CueWords): boolean {
  if (form === 'past')
    return /ed$/.test(word) || words.verbs.get(word)?.some(each => each.form === 'past') === true;
  return form === 's' ? /s$/.test(word) : form === 'ing' ? /ing$/.test(word) : false;
}

function isOccasionPhrase(sentence: Sentence, words: CueWords, at: number, end: number): boolean {
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
