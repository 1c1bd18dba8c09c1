import { isDay, isOutside, isVerbal, type Range, tokenAt } from './clauses.ts';
import type { Cue } from './cues.ts';
import { hasFiniteOutside, isMark, isTitled, lastOutside, wordsWithin } from './marks.ts';
import { phraseAfter } from './phrases.ts';
import type { Sentence } from './sentences.ts';

export interface Left extends Range {
  readonly quoted: boolean;
  readonly clause: boolean;
}

export const adverbialOpenings =
  /^(?:when|while|as|after|before|since|following|speaking|asked|during|in|on|at|according|despite|although|though|with|by|for|from|to|amid|until|once|responding|writing|citing|addressing|without|like|unlike|because|given|where|whereas|ahead|upon|during|under|over|about|among|against|besides)$/;

/** What stands before the subject (or the inverted verb), parted from it by a comma or a closing mark. */
export function leftContent(sentence: Sentence, cue: Cue, claimed: number): Left | null {
  const direct = invertible(sentence, cue) && invertedSubject(sentence, cue) !== null;
  const subjectStart =
    direct || cue.subject === null ? cue.groupStart : (cue.subject?.from ?? cue.groupStart);
  let before = subjectStart - 1;
  if (before < claimed) return null;
  if (!isOutside(sentence, before)) return leftFrom(sentence, claimed, before + 1, true);
  const mark = tokenAt(sentence, before).text;
  if (!/^(?:,|—|–|\?|!|…|\.\.\.)$/.test(mark)) return null;
  before--;
  if (before < claimed) return null;
  const quoted = !isOutside(sentence, before);
  if (!quoted && mark !== ',' && mark !== '—' && mark !== '–') return null;
  return leftFrom(sentence, claimed, before + 1, quoted);
}

/**
 * "The plan is dead, said one diplomat." A phrase before the comma could be the subject too, with an aside; the phrase
 * after the verb is it only where the sentence says nothing more.
 */
export function invertible(sentence: Sentence, cue: Cue): boolean {
  if (cue.subject === null) return true;
  if (cue.subject.to >= cue.groupStart || !isMark(sentence, cue.groupStart - 1)) return false;
  if (!isOutside(sentence, cue.groupStart - 1)) return true;
  const after = phraseAfter(sentence, cue.to);
  if (!after || /^(?:he|she|they|it|i|we)$/.test(tokenAt(sentence, after.from).lower)) return false;
  return cue.word.base === 'say' && !hasFiniteOutside(sentence, after.to, sentence.tokens.length);
}

function leftFrom(sentence: Sentence, claimed: number, to: number, quoted: boolean): Left | null {
  let from = claimed;
  while (
    from < to &&
    isOutside(sentence, from) &&
    (/^[,;:—–•-]$/.test(tokenAt(sentence, from).text) ||
      (sentence.words.connectives.has(tokenAt(sentence, from).lower) &&
        tokenAt(sentence, from + 1).text === ','))
  )
    from++;
  if (from >= to) return null;
  const place = sentence.within[to - 1] ?? -1;
  const isSpeech =
    quoted &&
    (wordsWithin(sentence, place) >= 3 ||
      /^[,?!]$/.test(tokenAt(sentence, to - 2).text) ||
      hasFiniteOutside(sentence, from, to));
  if (quoted && (!isSpeech || isTitle(sentence, place))) return null;
  const opening = tokenAt(
    sentence,
    /^(?:and|but|so)$/.test(tokenAt(sentence, from).lower) ? from + 1 : from,
  ).lower;
  // "When asked about “the map,” he replied …": the marks belong to what came before he spoke.
  if (quoted && isOutside(sentence, from) && adverbialOpenings.test(opening)) {
    const start = sentence.within.indexOf(sentence.within[to - 1] ?? -1);
    if (/^[,:]$/.test(tokenAt(sentence, start - 1).text)) return { from: start, to, quoted, clause: true };
    // "While “much remains open”, she said, …": the conjunction is the speaker's.
    if (start === from + 1 && /^(?:while|although|though|because|if)$/.test(opening))
      return { from, to, quoted, clause: true };
    if (lastOutside(sentence, from, start, ',') === null) return null;
  }
  if (quoted) {
    const start = sentence.within.indexOf(sentence.within[to - 1] ?? -1);
    if (start > from && tokenAt(sentence, start - 1).text === ':')
      return { from: start, to, quoted, clause: true };
  }
  const lastComma = lastOutside(sentence, from, to, ',');
  const lastSegment = lastComma === null || opening === 'if' ? from : lastComma + 1;
  const clause =
    hasFiniteOutside(
      sentence,
      opening === 'if' ? from : adverbialOpenings.test(opening) ? lastSegment : from,
      to,
    ) &&
    (opening === 'if' ||
      !adverbialOpenings.test(tokenAt(sentence, adverbialOpenings.test(opening) ? lastSegment : from).lower));
  // A quotation at the very end of a longer clause of the reporter's: the whole belongs to the speaker.
  return { from, to, quoted, clause };
}

/** "On Radio Torvik's “Morning Talk,” Berg said …": a work that the sentence names, not words. */
function isTitle(sentence: Sentence, place: number): boolean {
  const start = sentence.within.indexOf(place);
  const before = tokenAt(sentence, start - 1);
  if (!/^(?:ADP|NOUN|PROPN|PART)$/.test(before.pos) || !isOutside(sentence, start - 1)) return false;
  return isTitled(sentence, place);
}

/** `"…," said X`: the subject after the verb. */
export function invertedSubject(sentence: Sentence, cue: Cue): Range | null {
  if (!cue.word.frames.has('clause') && !cue.word.frames.has('quoting')) return null;
  if (cue.word.form === 'ing' || cue.word.form === 'base') return null;
  const found = phraseAfter(sentence, cue.to);
  if (!found) return null;
  const next = tokenAt(sentence, found.to);
  return isVerbal(next) && next.pos === 'VERB' && !/ing$/.test(next.lower) ? null : found;
}

/** A further quotation after the cue: `"A," he said, "B."` */
export function quoteAfter(sentence: Sentence, from: number, end: number): Range[] {
  for (let at = from; at < Math.min(end, from + 30); at++) {
    if (isOutside(sentence, at)) {
      const token = tokenAt(sentence, at);
      if (at > from + 1 && isVerbal(token) && !/ing$/.test(token.lower)) return [];
      continue;
    }
    const mark = tokenAt(sentence, at - 1).text;
    const joined =
      tokenAt(sentence, from).text === ',' && /^(?:and|but|or)$/.test(tokenAt(sentence, from + 1).lower);
    if (joined) return [{ from: from + 1, to: end }];
    if (!/^[,:;.—–]$/.test(mark) && !/^(?:and|but|that)$/.test(mark)) return [];
    return [{ from: at, to: end }];
  }
  return [];
}

/** "Any settlement, he argued, must be …": what goes on after the cue belongs to the words before it. */
export function restAfterAside(sentence: Sentence, cue: Cue, left: Left, end: number): Range | null {
  let at = cue.to;
  while (
    at < end &&
    isOutside(sentence, at) &&
    (isDay(sentence, at) || (/^on$/.test(tokenAt(sentence, at).lower) && isDay(sentence, at + 1)))
  )
    at++;
  if (!/^[,—–]$/.test(tokenAt(sentence, at).text)) return null;
  const next = tokenAt(sentence, at + 1);
  const goesOn =
    !left.clause ||
    isVerbal(next) ||
    /^(?:and|but|or|so|because|which|if|unless|that|where|when|while)$/.test(next.lower);
  if (/ing$/.test(next.lower) || !goesOn || at + 1 >= end) return null;
  return { from: at + 1, to: end };
}
