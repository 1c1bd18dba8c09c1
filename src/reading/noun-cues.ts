import type { Attribution } from './attributions.ts';
import { isOutside, isVerbal, type Range, tokenAt } from './clauses.ts';
import type { CueWords } from './cuewords.ts';
import { phraseBefore } from './phrases.ts';
import type { Sentence } from './sentences.ts';

/** "Kyiv's warning that …", "his call for …": a noun of saying with a possessor, outside what `found` has claimed. */
export function nounAttributions(
  sentence: Sentence,
  words: CueWords,
  found: readonly Attribution[],
): Attribution[] {
  const made: Attribution[] = [];
  if (sentence.layer === 'heading') return made;
  for (let at = 1; at < sentence.tokens.length; at++) {
    const { lower, pos } = tokenAt(sentence, at);
    if (pos !== 'NOUN' || !words.nouns.has(lower) || !isOutside(sentence, at)) continue;
    const source = possessorOf(sentence, at);
    const content = source && contentAfter(sentence, at);
    if (!content || isClaimed([...found, ...made], at, content.to)) continue;
    const cue = [
      { from: at, to: tokenAt(sentence, content.from - 1).lower === 'that' ? at + 1 : content.from },
    ];
    made.push({ content: [content], cue, source, shared: false, how: 'a noun of saying with its possessor' });
  }
  return made;
}

function possessorOf(sentence: Sentence, noun: number): Range | null {
  let at = noun - 1;
  while (at > 0 && /^(?:ADJ|NUM)$/.test(tokenAt(sentence, at).pos)) at--;
  const { lower } = tokenAt(sentence, at);
  if (/^(?:his|her|their)$/.test(lower)) return { from: at, to: at + 1 };
  return lower === "'s" || lower === '’s' || lower === '’' || lower === "'"
    ? phraseBefore(sentence, at)
    : null;
}

function contentAfter(sentence: Sentence, noun: number): Range | null {
  const link = tokenAt(sentence, noun + 1).lower;
  const to = endAfter(sentence, noun + 2);
  if (link === 'that') {
    const states = sentence.tokens.slice(noun + 2, to).some(token => isVerbal(token));
    return states && to - noun > 4 ? { from: noun + 2, to } : null;
  }
  if (link === 'to' && tokenAt(sentence, noun + 2).pos === 'VERB') return { from: noun + 1, to };
  return (link === 'for' || link === 'of') && to > noun + 2 ? { from: noun + 2, to } : null;
}

/** Such a phrase ends at the next mark, or where a verb of the main clause follows. */
function endAfter(sentence: Sentence, from: number): number {
  for (let at = from; at < sentence.tokens.length; at++) {
    if (isOutside(sentence, at) && /^[,;:.?!—–)]$/.test(tokenAt(sentence, at).text)) return at;
  }
  return sentence.tokens.length;
}

const isClaimed = (found: readonly Attribution[], from: number, to: number): boolean =>
  found.some(({ content, cue }) => [...content, ...cue].some(range => range.from < to && from < range.to));
