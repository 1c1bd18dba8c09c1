import { isOutside, isVerbal, tokenAt } from './clauses.ts';
import type { Cue } from './cues.ts';
import { hasFiniteOutside, withoutStop } from './marks.ts';
import type { Sentence } from './sentences.ts';
import { type Left, leftContent } from './words-before.ts';

/** A cue that ends its sentence, and the words before it that it gives to its subject. */
export interface Closing {
  readonly cue: Cue;
  readonly words: Left;
}

/**
 * "Norland expects a treaty and wants it soon, Jane Roe told reporters": all that comes before is hers, what Norland expects
 * too. "…, she announced, the Herald reports" is hers as well: the paper only passes it on. Null where the sentence goes on,
 * or has speakers on the way.
 */
export function closing(sentence: Sentence, cues: readonly Cue[]): Closing | null {
  const fitting = cues.filter(each => isSaying(each) && isBehindComma(sentence, each));
  const cue =
    fitting.findLast(({ to }) => isLater(sentence, to) || isCredit(sentence, to)) ??
    fitting.findLast(({ to }) => ends(sentence, to));
  const words = cue && leftContent(sentence, cue, 0);
  if (!words || words.quoted || !words.clause || words.from > 3) return null;
  const others = cues.filter(({ at }) => at > words.from && at < words.to);
  if (others.length === 0 && ends(sentence, cue.to)) return null;
  const isFree = others.every(({ subject, linked }) => subject !== null || linked);
  return isFree && !hasAside(sentence, words, others) ? { cue, words } : null;
}

const isSaying = ({ word, subject, groupStart }: Cue): boolean =>
  subject !== null &&
  subject.to <= groupStart &&
  (word.frames.has('clause') || word.frames.has('recipient')) &&
  !word.frames.has('belief') &&
  (word.form === 'past' || word.form === 's');

const isBehindComma = (sentence: Sentence, { subject }: Cue): boolean =>
  subject !== null &&
  tokenAt(sentence, subject.from - 1).text === ',' &&
  isOutside(sentence, subject.from - 1);

/** Nothing follows but who was told, and where and when: no words, no other clause. */
function ends(sentence: Sentence, from: number): boolean {
  if (/^(?:that|to|if|it|there)$/.test(tokenAt(sentence, from).lower)) return false;
  for (let at = from; at < withoutStop(sentence); at++) {
    const token = tokenAt(sentence, at);
    if (!isOutside(sentence, at) || /^[,:;—–]$/.test(token.text) || token.lower === 'that') return false;
    if (/^(?:after|before|when|as|while)$/.test(token.lower)) return true;
    if (isVerbal(token) && !/(?:ing|ed)$/.test(token.lower)) return false;
  }
  return true;
}

/** ", hours after …": when it was said. */
const isLater = (sentence: Sentence, comma: number): boolean =>
  tokenAt(sentence, comma).text === ',' &&
  [2, 3].some(step => /^(?:after|before)$/.test(tokenAt(sentence, comma + step).lower)) &&
  /^(?:minutes?|hours?|days?|weeks?|months?|years?|shortly|soon|just|one|two|three|a|an)$/.test(
    tokenAt(sentence, comma + 1).lower,
  );

/** "on Facebook, the Herald reports." */
function isCredit(sentence: Sentence, from: number): boolean {
  const last = withoutStop(sentence) - 1;
  if (!/^(?:reports|reported|writes|wrote)$/.test(tokenAt(sentence, last).lower)) return false;
  let comma = last - 1;
  while (comma > from && isCapital(tokenAt(sentence, comma).text)) comma--;
  if (tokenAt(sentence, comma - 1).text === ',' && tokenAt(sentence, comma).lower === 'the') comma--;
  return comma < last - 1 && tokenAt(sentence, comma).text === ',' && isShort(sentence, from, comma);
}

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);

/** No clause of its own: where and when. */
const isShort = (sentence: Sentence, from: number, to: number): boolean =>
  !hasFiniteOutside(sentence, from, to) &&
  sentence.tokens.slice(from, to).every((_, at) => isOutside(sentence, from + at));

/** Another speaker's cue between commas: the words are not one speaker's. */
const hasAside = (sentence: Sentence, { from }: Left, others: readonly Cue[]): boolean =>
  others.some(
    each => each.start > from && isBehindComma(sentence, each) && tokenAt(sentence, each.to).text === ',',
  );
