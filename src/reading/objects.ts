import { isOccasionPhrase } from './adjuncts.ts';
import { isDay, isOutside, isVerbal, type Range, tokenAt } from './clauses.ts';
import type { CueWord, CueWords } from './cuewords.ts';
import type { Sentence } from './sentences.ts';

export function opensObject(sentence: Sentence, at: number): boolean {
  const token = tokenAt(sentence, at);
  if (!isOutside(sentence, at)) return true;
  if (isDay(sentence, at)) return false;
  return (
    /^(?:DET|PROPN|NOUN|PRON|ADJ|NUM)$/.test(token.pos) ||
    /^(?:what|how|why|whether|any|as|both)$/.test(token.lower) ||
    (token.pos === 'VERB' && /(?:ing|ed|s)$/.test(token.lower)) ||
    (token.lower === 'that' && /^(?:NOUN|ADJ)$/.test(tokenAt(sentence, at + 1).pos))
  );
}

/** An object ends where the reporter's sentence goes on. */
export function objectEnd(
  sentence: Sentence,
  words: CueWords,
  from: number,
  form: CueWord['form'],
  end: number,
): number {
  for (let at = from + 1; at < end; at++) {
    if (!isOutside(sentence, at)) continue;
    const token = tokenAt(sentence, at);
    const next = tokenAt(sentence, at + 1);
    if (/^(?:;|—|–)$/.test(token.text)) return at;
    // ", but not …" limits what was said.
    if (token.text === ',' && next.lower === 'but' && tokenAt(sentence, at + 2).lower === 'not') continue;
    if (
      token.text === ',' &&
      ((/(?:ing|ed)$/.test(next.lower) && next.pos === 'VERB') ||
        /^(?:and|but|while|as|after|when|which|who|with|in|on|at|during|although|though|even|despite|just|before|following|saying|where)$/.test(
          next.lower,
        ))
    )
      return at;
    if (/^(?:during|while|when|after)$/.test(token.lower)) return at;
    if (/^(?:and|but)$/.test(token.lower) && next.pos === 'VERB' && isSameForm(next.lower, form, words))
      return at;
    if (
      /^(?:in|on|at)$/.test(token.lower) &&
      (isDay(sentence, at + 1) || isOccasionPhrase(sentence, words, at, end))
    )
      return at;
  }
  return end;
}

/** "commended Roe on Thursday for her work": the reason after the day or the occasion, up to `end`. */
export function reasonAfter(sentence: Sentence, words: CueWords, from: number, end: number): Range | null {
  const opening = tokenAt(sentence, from).lower;
  const isAdjunct =
    /^(?:in|on|at)$/.test(opening) &&
    (isDay(sentence, from + 1) || isOccasionPhrase(sentence, words, from, end));
  if (!isAdjunct && !isDay(sentence, from)) return null;
  for (let at = from + 1; at < Math.min(end, from + 8); at++) {
    if (!isOutside(sentence, at) || isVerbal(tokenAt(sentence, at))) return null;
    if (tokenAt(sentence, at).lower === 'for')
      return { from: at, to: objectEnd(sentence, words, at, 'base', end) };
  }
  return null;
}

function isSameForm(word: string, form: CueWord['form'], words: CueWords): boolean {
  if (form === 'past')
    return /ed$/.test(word) || words.verbs.get(word)?.some(each => each.form === 'past') === true;
  return form === 's' ? /s$/.test(word) : form === 'ing' ? /ing$/.test(word) : false;
}
