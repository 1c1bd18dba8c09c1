import { isOutside, isVerbal, type Range, tokenAt } from './clauses.ts';
import { phraseBefore } from './phrases.ts';
import type { Sentence } from './sentences.ts';
import { leadOf } from './verb-groups.ts';

/** The subject of a sentence's main clause: the phrase before its first verb that has one. Null where there is none. */
export function mainSubject(sentence: Sentence, before: number): Range | null {
  for (let at = 1; at < before; at++) {
    const token = tokenAt(sentence, at);
    if (
      !isOutside(sentence, at) ||
      !isVerbal(token) ||
      /ing$/.test(token.lower) ||
      tokenAt(sentence, at - 1).lower === 'to'
    )
      continue;
    if (/^-/.test(tokenAt(sentence, at - 1).text)) continue;
    const { subjectEnd } = leadOf(sentence, at, false);
    const found = phraseBefore(sentence, subjectEnd);
    if (found && !startsSubordinate(sentence, found.from)) return found;
  }
  return null;
}

function startsSubordinate(sentence: Sentence, from: number): boolean {
  return /^(?:when|while|as|if|after|before|because|since|although|though|that|which|who|where|until|whether)$/.test(
    tokenAt(sentence, from - 1).lower,
  );
}
