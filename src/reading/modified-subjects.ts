import { isOutside, isVerbal, type Range, tokenAt } from './clauses.ts';
import type { CueWords } from './cuewords.ts';
import { isTime } from './marks.ts';
import { phraseBefore } from './phrases.ts';
import type { Sentence } from './sentences.ts';

/**
 * The subject of a verb at `end` with a clause between them that no comma parts off: "The order released Friday said",
 * "Republicans who have praised him said". Null where there is no such clause.
 */
export function modifiedSubject(sentence: Sentence, words: CueWords, end: number): Range | null {
  for (let at = end - 1; at > Math.max(0, end - 20); at--) {
    const token = tokenAt(sentence, at);
    if (token.lower === 'and' && (tokenAt(sentence, at + 1).lower === 'who' || joinsNames(sentence, at)))
      continue;
    if (!isOutside(sentence, at) || /^(?:[,;:.—–()]|and|but|or|if|when|as|while|because)$/.test(token.lower))
      return null;
    if (!opensModifier(sentence, words, at)) continue;
    const subject = phraseBefore(sentence, at) ?? those(sentence, at);
    if (subject && !isPronoun(sentence, subject) && opensClause(sentence, subject.from)) return subject;
  }
  return null;
}

/** "joined by Norland and Suderia" */
const joinsNames = (sentence: Sentence, at: number): boolean =>
  [at - 1, at + 1].every(each => tokenAt(sentence, each).pos === 'PROPN') &&
  tokenAt(sentence, at - 2).lower === 'by';

/** A relative pronoun with its verb, or a participle after a noun. A verb of saying there has what follows for its words. */
function opensModifier(sentence: Sentence, words: CueWords, at: number): boolean {
  const token = tokenAt(sentence, at);
  if (/^(?:who|that|which)$/.test(token.lower)) {
    const verb = verbAfter(sentence, at + 1);
    return isVerbal(tokenAt(sentence, verb)) && !takesClause(words, tokenAt(sentence, verb).lower);
  }
  const before = tokenAt(sentence, at - 1);
  const isAfterNoun = /^(?:NOUN|PROPN|NUM)$/.test(before.pos) || those(sentence, at) !== null;
  if (token.pos !== 'VERB' || !isAfterNoun || takesClause(words, token.lower)) return false;
  if (/ing$/.test(token.lower)) return true;
  // A past participle has no object: "They slammed the loophole called …" is a clause.
  const next = tokenAt(sentence, at + 1);
  const isPast = /(?:ed|en|held|made|led|sent|born|found)$/.test(token.lower);
  return isPast && (/^(?:ADP|ADV|VERB|AUX)$/.test(next.pos) || isTime(sentence, at + 1));
}

const isPronoun = (sentence: Sentence, { from, to }: Range): boolean =>
  to - from === 1 && /^(?:he|she|they|it|we|i|you|who|which)$/.test(tokenAt(sentence, from).lower);

function verbAfter(sentence: Sentence, from: number): number {
  let at = from;
  while (/^(?:ADV|AUX|PART)$/.test(tokenAt(sentence, at).pos) && isVerbal(tokenAt(sentence, at + 1))) at++;
  return at;
}

const takesClause = (words: CueWords, word: string): boolean =>
  words.verbs
    .get(word)
    ?.some(({ frames, after }) => after.length === 0 && (frames.has('clause') || frames.has('belief'))) ===
  true;

/** "those surveyed say". */
const those = (sentence: Sentence, at: number): Range | null =>
  /^(?:those|all|many|most|some)$/.test(tokenAt(sentence, at - 1).lower) ? { from: at - 1, to: at } : null;

function opensClause(sentence: Sentence, from: number): boolean {
  const before = tokenAt(sentence, from - 1);
  return (
    from === 0 ||
    !isOutside(sentence, from - 1) ||
    /^(?:[,;:—–]|and|but|that|while|although|though|as|if|because|when|even)$/.test(before.lower)
  );
}
