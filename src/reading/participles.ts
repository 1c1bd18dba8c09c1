import { isOutside, isVerbal, type Range, tokenAt } from './clauses.ts';
import type { Cue } from './cues.ts';
import type { CueWord, CueWords } from './cuewords.ts';
import { phraseAfter } from './phrases.ts';
import type { Sentence } from './sentences.ts';

export function participle(
  sentence: Sentence,
  words: CueWords,
  base: Omit<Cue, 'subject' | 'start' | 'linked'>,
  subject: Range | null,
  link: boolean,
): Cue | null {
  const beforeGroup = tokenAt(sentence, base.groupStart - 1);
  if (opensWithParticiple(sentence, base.groupStart)) {
    const main = subjectAfterOpening(sentence, base.to);
    if (main) return { ...base, subject: main, start: base.groupStart, linked: false };
  }
  const progressive =
    base.groupStart < base.at &&
    sentence.tokens
      .slice(base.groupStart, base.at)
      .some(({ lower }) => /^(?:is|are|was|were|been|be|'s|’s|'re|’re|am)$/.test(lower));
  if (
    subject &&
    (progressive ||
      tokenAt(sentence, subject.from - 1).lower === 'with' ||
      tokenAt(sentence, subject.from - 1).lower === 'both')
  ) {
    return { ...base, subject, start: subject.from, linked: false };
  }
  if (
    /^(?:,|—|–|-|while|and|but|before|after|;|\))$/.test(beforeGroup.lower) ||
    !isOutside(sentence, base.groupStart - 1) ||
    link
  ) {
    return { ...base, subject: null, start: base.groupStart, linked: true };
  }
  if (beforeGroup.pos === 'NOUN' && isPiece(words, base.word, beforeGroup.lower)) {
    return { ...base, subject: null, start: base.groupStart, linked: true };
  }
  return null;
}

/** "Citing the accord, Berg …", "After saying that …, Berg …", "In calling …". */
const opensWithParticiple = (sentence: Sentence, at: number): boolean =>
  at === 0 ||
  (at === 1 &&
    /^(?:after|before|while|by|in|when|without|despite|and|but)$/.test(tokenAt(sentence, 0).lower));

/** The subject of the main clause behind an opening phrase: what stands after the first comma, before a verb. */
function subjectAfterOpening(sentence: Sentence, from: number): Range | null {
  for (let at = from; at < sentence.tokens.length - 2; at++) {
    if (!isOutside(sentence, at) || tokenAt(sentence, at).text !== ',') continue;
    const found = phraseAfter(sentence, at + 1);
    if (found && isVerbal(tokenAt(sentence, found.to))) return found;
  }
  return null;
}

/** "a statement condemning …"; of the things that are said or written, those that are words only state: "a speech saying …". */
const isPiece = ({ occasions, pieces }: CueWords, { frames }: CueWord, noun: string): boolean =>
  pieces.has(noun) || (occasions.has(noun) && (frames.has('clause') || frames.has('recipient')));

export const linkBefore = (sentence: Sentence, at: number): boolean =>
  (!isOutside(sentence, at - 1) && tokenAt(sentence, at - 2).text === ',') ||
  /^(?:and|but|while|though|although|then|yet|or|before|,|—|–)$/.test(tokenAt(sentence, at - 1).lower);
