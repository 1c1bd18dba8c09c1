import { isOutside, isVerbal, tokenAt } from './clauses.ts';
import { phraseBefore } from './phrases.ts';
import type { Sentence } from './sentences.ts';

/** Steps back over ", the Kremlin spokesman," and ", speaking in Kyiv,". */
export function withoutAsides(sentence: Sentence, end: number): number {
  let at = end;
  for (let asides = 0; asides < 3; asides++) {
    const mark = tokenAt(sentence, at - 1).text;
    if (asides > 0 && isAge(sentence, at - 1)) return at - 2;
    if (!/^[,)—–]$/.test(mark) || !isOutside(sentence, at - 1)) return withoutOrigin(sentence, at, asides);
    const opening = asideStart(sentence, at - 2, mark === ')' ? '(' : mark);
    if (opening === null) return asides === 0 ? end : at;
    at = opening;
  }
  return at;
}

/** "Jane Roe, 61, the editor, said": the age shares its commas. */
const isAge = (sentence: Sentence, at: number): boolean =>
  tokenAt(sentence, at).pos === 'NUM' && tokenAt(sentence, at - 1).text === ',';

/** "Jane Roe, 59, of Torvik, Norland, said": the home town is two asides, of which the first begins with "of". */
function withoutOrigin(sentence: Sentence, end: number, asides: number): number {
  for (let at = end - 2; asides > 0 && at > Math.max(0, end - 6); at--) {
    if (!/^(?:of|from)$/.test(tokenAt(sentence, at).lower) || tokenAt(sentence, at - 1).text !== ',')
      continue;
    return withoutAsides(sentence, at);
  }
  return end;
}

function asideStart(sentence: Sentence, from: number, mark: string): number | null {
  for (let at = from; at >= Math.max(0, from - 45); at--) {
    if (!isOutside(sentence, at)) {
      if (mark === ',' && sentence.within[at] !== -1 && /[,.!?]$/.test(tokenAt(sentence, at - 1).text))
        return null;
      continue;
    }
    if (tokenAt(sentence, at).text !== mark) continue;
    return (mark === '(' || isAside(sentence, at + 1, from + 1)) && endsName(sentence, at) ? at : null;
  }
  return null;
}

/** An age or a party in brackets may stand between a name and the next aside: "Jane Roe, 27, a teacher, said". */
const endsName = (sentence: Sentence, at: number): boolean =>
  phraseBefore(sentence, at) !== null ||
  tokenAt(sentence, at - 1).pos === 'NUM' ||
  tokenAt(sentence, at - 1).text === ')';

/** An apposition, a participle or a relative clause; not a clause of its own. */
function isAside(sentence: Sentence, from: number, to: number): boolean {
  const first = tokenAt(sentence, from);
  if (
    /^(?:who|whose|whom|which|where|when|while|speaking|asked|one|in|at|on|during|after|before|as|for|like|along|following|for|with|from|of|a|an|the|his|her|their|its|also|however|though|meanwhile|too|now|then|\d+)$/.test(
      first.lower,
    )
  )
    return true;
  if (first.pos === 'NUM' && to - from <= 2) return true;
  if (first.lower === 'clad' || (first.pos === 'VERB' && /ing$/.test(first.lower))) return true;
  if (first.pos === 'CCONJ' || first.pos === 'SCONJ') return false;
  for (let at = from; at < to; at++) {
    if (!isOutside(sentence, at) || !isVerbal(tokenAt(sentence, at))) continue;
    if (
      !/(?:ed|en|ing)$/.test(tokenAt(sentence, at).lower) ||
      (at > from &&
        /^(?:NOUN|PROPN|PRON|ADV)$/.test(tokenAt(sentence, at - 1).pos) &&
        !/ing$/.test(tokenAt(sentence, at).lower))
    )
      return false;
  }
  return to > from;
}
