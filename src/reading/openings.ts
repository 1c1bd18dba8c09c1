import { isOutside, type Range, tokenAt } from './clauses.ts';
import type { Cue } from './cues.ts';
import { hasFiniteOutside, nextMark, withoutStop } from './marks.ts';
import { phraseAfter } from './phrases.ts';
import type { Sentence } from './sentences.ts';

/** `Said the minister: "…"`. */
export function openingInversion(
  sentence: Sentence,
  cue: Cue,
  end: number,
): { readonly subject: Range; readonly content: Range } | null {
  if (cue.at > 1 || cue.subject || cue.word.form === 'ing' || cue.word.form === 'base') return null;
  const subject = phraseAfter(sentence, cue.to);
  if (!subject) return null;
  for (let at = subject.to; at < Math.min(end, subject.to + 25); at++) {
    if (!isOutside(sentence, at))
      return /^[,:]$/.test(tokenAt(sentence, at - 1).text)
        ? { subject, content: { from: at, to: end } }
        : null;
  }
  return null;
}

/** "As one aide told the paper, …": the words are the main clause. */
export function asClause(sentence: Sentence, cue: Cue, end: number): Range | null {
  if (!cue.subject || cue.start > 2 || tokenAt(sentence, cue.start - 1).lower !== 'as') return null;
  const comma = nextMark(sentence, cue.to, withoutStop(sentence));
  if (comma === null || comma > cue.to + 12 || hasFiniteOutside(sentence, cue.to, comma)) return null;
  const { frames } = cue.word;
  const takesWords = frames.has('clause') || frames.has('recipient') || frames.has('quoting');
  if (!takesWords || (isOutside(sentence, comma + 1) && !frames.has('clause') && !frames.has('recipient')))
    return null;
  return { from: comma + 1, to: Math.max(end, withoutStop(sentence)) };
}
