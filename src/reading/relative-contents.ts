import { isVerbal, type Range, tokenAt } from './clauses.ts';
import type { Cue } from './cues.ts';
import type { CueWords } from './cuewords.ts';
import { phraseBefore } from './phrases.ts';
import type { Sentence } from './sentences.ts';

/** "…, which Moscow claims was …": the words are the pronoun and what follows the cue. */
export function relativeContent(sentence: Sentence, cue: Cue, end: number): Range[] | null {
  if (!cue.subject || !(cue.word.frames.has('clause') || cue.word.frames.has('belief'))) return null;
  const pronoun = cue.subject.from - 1;
  const next = tokenAt(sentence, cue.to);
  if (
    !/^(?:which|that|who)$/.test(tokenAt(sentence, pronoun).lower) ||
    !isVerbal(next) ||
    /ing$/.test(next.lower)
  )
    return null;
  return [
    { from: pronoun, to: pronoun + 1 },
    { from: cue.to, to: end },
  ];
}

/** "Putin, who called …": the name that stands right before belongs to the source. */
export function antecedent(sentence: Sentence, words: CueWords, subject: Range): Range {
  if (tokenAt(sentence, subject.from).lower !== 'who' || subject.to - subject.from > 1) return subject;
  const end = tokenAt(sentence, subject.from - 1).text === ',' ? subject.from - 1 : subject.from;
  const before = phraseBefore(sentence, end);
  if (!before || tokenAt(sentence, before.to - 1).pos !== 'PROPN') return subject;
  return { from: personFrom(sentence, words, before), to: subject.to };
}

/** Where the person's name begins: "the words of Anton Berg", but "the president of Norland". */
function personFrom(sentence: Sentence, words: CueWords, { from, to }: Range): number {
  let start = from;
  for (let at = from; at < to; at++) {
    if (tokenAt(sentence, at).pos !== 'ADP') continue;
    if (words.titles.has(tokenAt(sentence, at - 1).lower)) return start;
    start = at + 1;
  }
  return start;
}
