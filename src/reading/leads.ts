import type { Attribution } from './attributions.ts';
import { tokenAt } from './clauses.ts';
import { type Cue, cuesIn } from './cues.ts';
import type { CueWords } from './cuewords.ts';
import { hasFiniteOutside } from './marks.ts';
import type { Sentence } from './sentences.ts';

// What stands between such a cue and the end of its sentence is an occasion, a medium, a day.
const longestAdjunct = 16;

/**
 * "Berg said in a statement." and "Berg told the crews:": a cue whose words stand in the sentence or the paragraph after
 * it. Without content; null where the sentence ends in another way.
 */
export function leadingAttribution(sentence: Sentence, words: CueWords): Attribution | null {
  const closing = tokenAt(sentence, sentence.tokens.length - 1).text;
  if (closing !== ':' && closing !== '.') return null;
  const cue = cuesIn(sentence, words).findLast(({ subject }) => subject !== null);
  if (!cue?.subject || !takesQuotation(cue) || !endsInAdjuncts(sentence, cue, closing)) return null;
  return {
    content: [],
    cue: [{ from: cue.groupStart, to: cue.to }],
    source: cue.subject,
    shared: false,
    how: closing === ':' ? 'the words follow a colon' : 'the words follow the sentence',
  };
}

const takesQuotation = ({ word: { frames } }: Cue): boolean =>
  frames.has('clause') || frames.has('recipient') || frames.has('quoting');

function endsInAdjuncts(sentence: Sentence, { at, to, start, word }: Cue, closing: string): boolean {
  const end = sentence.tokens.length - 1;
  if (/^(?:as|while|when|after|before|until|if)$/.test(tokenAt(sentence, start - 1).lower)) return false;
  if (end - to > longestAdjunct || hasFiniteOutside(sentence, to, end)) return false;
  if (sentence.within.slice(at).some(place => place >= 0)) return false;
  if (closing === ':' || end === to) return true;
  const next = tokenAt(sentence, to);
  return next.pos === 'ADP' || word.frames.has('recipient');
}
