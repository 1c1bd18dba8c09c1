import { isOutside, isVerbal, tokenAt } from './clauses.ts';
import type { CueWord } from './cuewords.ts';
import { hasFiniteOutside } from './marks.ts';
import type { Sentence } from './sentences.ts';
import { isTitleCase } from './source-heads.ts';
import { hasClause } from './words-after.ts';

/** "agreed to the terms" is "agree to", "agreed to sign" is "agree" with an infinitive. */
export function isInfinitiveMark(
  sentence: Sentence,
  at: number,
  { after }: CueWord,
  fitting: readonly CueWord[],
): boolean {
  if (after.at(-1) !== 'to' || !isVerbal(tokenAt(sentence, at + 1 + after.length))) return false;
  return fitting.some(other => other.after.length < after.length && other.frames.has('infinitive'));
}

const verbLike = new Set(['VERB', 'AUX']);

/** Whether a word that could be a cue is a verb here: the tagger is unsure of words like "claims" in headlines. */
export function isVerbHere(sentence: Sentence, at: number, word: CueWord): boolean {
  const token = tokenAt(sentence, at);
  const before = tokenAt(sentence, at - 1);
  const next = tokenAt(sentence, at + 1);
  if (isWithinName(sentence, at)) return false;
  if (word.after.length > 0 && token.pos !== 'NOUN') return true;
  if (/^[-‐/]$/.test(before.text) && before.end === token.start) return false;
  if (/^[-‐]$/.test(next.text) && next.start === token.end) return false;
  if (/^(?:the|a|an|of|'s|’s|his|her|their|its|this|these|those|no|any|in|for|with|by)$/.test(before.lower))
    return before.lower === 'by' && word.form === 'ing';
  if (verbLike.has(token.pos)) return true;
  if (word.form === 'past')
    return (
      token.lower === 'said' ||
      token.lower === 'told' ||
      /^(?:PRON|PROPN)$/.test(before.pos) ||
      next.lower === 'that'
    );
  if (word.form === 's' && before.pos === 'PROPN' && (next.pos === 'AUX' || next.lower === 'that'))
    return true;
  if (word.form === 's' && sentence.layer === 'body' && isOnlyVerb(sentence, at, word)) return true;
  if (word.form === 'base' && isPluralsVerb(sentence, at, word)) return true;
  return (
    sentence.layer === 'heading' && word.form !== 'ing' && at > 0 && /^(?:PRON|PROPN|NOUN)$/.test(before.pos)
  );
}

/** "the United States": no verb, whatever follows. */
const isWithinName = (sentence: Sentence, at: number): boolean =>
  sentence.layer === 'body' &&
  at > 0 &&
  [at - 1, at].every(each => /^\p{Lu}\p{Ll}/u.test(tokenAt(sentence, each).text)) &&
  !isTitleCase(sentence);

/** "The ministry claims the ferry sank", "…, the ministry reports.": a plural noun by its looks, but the clause has no verb else. */
function isOnlyVerb(sentence: Sentence, at: number, { frames }: CueWord): boolean {
  const before = tokenAt(sentence, at - 1);
  const next = tokenAt(sentence, at + 1);
  if (!/^(?:PROPN|NOUN)$/.test(before.pos) || (before.pos === 'NOUN' && /s$/.test(before.lower)))
    return false;
  let from = at - 1;
  for (; from >= 0 && isOutside(sentence, from) && !/^[,;:—–]$/.test(tokenAt(sentence, from).text); from--) {
    if (isVerbal(tokenAt(sentence, from)) || tokenAt(sentence, from).pos === 'ADP') return false;
  }
  const end = sentence.tokens.length;
  if (!frames.has('clause'))
    return (
      /^(?:PROPN|PRON)$/.test(next.pos) && frames.has('object') && !hasFiniteOutside(sentence, at + 1, end)
    );
  if (/^[.,]$/.test(next.text) || next.text === '')
    return from >= 0 && /^[,”"’']$/.test(tokenAt(sentence, from).text);
  if (next.lower === 'that' || !isOutside(sentence, at + 1)) return true;
  return /^(?:DET|PROPN|PRON)$/.test(next.pos) && hasClause(sentence, at + 1, end, true);
}

/** "Nine in ten say they …", "Critics call it …": what the tagger takes for a noun stands between a plural and a pronoun. */
function isPluralsVerb(sentence: Sentence, at: number, { after, frames }: CueWord): boolean {
  if (after.length > 0 || !(frames.has('clause') || frames.has('naming') || frames.has('belief')))
    return false;
  const before = tokenAt(sentence, at - 1);
  const isPlural =
    before.pos === 'NUM' ||
    (/^(?:NOUN|PROPN)$/.test(before.pos) && /(?:[^s]s|men|people|\d)$/.test(before.lower));
  return isPlural && /^(?:he|she|it|they|him|them|we|that|there)$/.test(tokenAt(sentence, at + 1).lower);
}
