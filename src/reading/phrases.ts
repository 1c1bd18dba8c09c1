import { isDay, isOutside, type Range, tokenAt } from './clauses.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

const nominal = new Set(['PROPN', 'NOUN', 'ADJ', 'DET', 'NUM', 'PRON', 'SYM']);
const subjectPronouns = new Set(
  'he she they it we i you who which others many some one few both several another neither everyone nobody all most none somebody someone anyone two each'.split(
    ' ',
  ),
);
const possessives = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your', 'whose']);
const inPhrase = new Set(
  'of for from at in to on with against behind near inside under within by about among close like'.split(' '),
);
const isPossessiveMark = ({ lower }: Token): boolean =>
  lower === "'s" || lower === '’s' || lower === "'" || lower === '’';
const isHyphen = ({ text }: Token): boolean => /^[-‐‑–/&]$/.test(text);

/** The noun phrase that ends before `to`: a possible subject of what follows. Null where none does. */
export function phraseBefore(sentence: Sentence, to: number): Range | null {
  const last = tokenAt(sentence, to - 1);
  if (!isOutside(sentence, to - 1)) return null;
  if (subjectPronouns.has(last.lower) && !isModified(sentence, to - 1)) return { from: to - 1, to };
  if (last.pos === 'DET' || last.lower === 'that' || possessives.has(last.lower)) return null;
  if (/^(?:him|her|it|them)sel(?:f|ves)$/.test(last.lower)) return phraseBefore(sentence, to - 1);
  // "a source close to him"
  let from = /^(?:him|her|them)$/.test(last.lower) && tokenAt(sentence, to - 2).pos === 'ADP' ? to - 1 : to;
  while (from > 0 && isOutside(sentence, from - 1) && belongs(sentence, from - 1, to)) from--;
  from = withoutLeadingLinks(sentence, from, to);
  return from < to && hasHead(sentence, from, to) ? { from, to } : null;
}

/** "many", "others" and the like may end a longer phrase: "most others", "the one". */
function isModified(sentence: Sentence, at: number): boolean {
  const { lower } = tokenAt(sentence, at);
  const before = tokenAt(sentence, at - 1);
  return /^(?:others|many|some|one|few|all)$/.test(lower) && /^(?:DET|ADJ|NUM)$/.test(before.pos);
}

export function belongs(sentence: Sentence, at: number, to: number): boolean {
  const token = tokenAt(sentence, at);
  const next = tokenAt(sentence, at + 1);
  const before = tokenAt(sentence, at - 1);
  if (
    /^(?:he|she|they|i|we|you|who|which|it|there|what|him|them|me|us|that)$/.test(token.lower) &&
    token.text !== 'US'
  )
    return false;
  if (isPossessiveMark(token)) return at < to - 1;
  if (nominal.has(token.pos)) return true;
  if (isHyphen(token)) return isJoint(before, token, next);
  if (token.pos === 'VERB') return isModifier(sentence, at) || isPlaceName(sentence, at);
  if (token.pos === 'ADV') return /^(?:ADJ|NUM)$/.test(next.pos) && at < to - 1;
  if (inPhrase.has(token.lower))
    return (
      at < to - 1 &&
      (/^(?:NOUN|PROPN|NUM)$/.test(before.pos) || /^(?:chief|close)$/.test(before.lower)) &&
      isOutside(sentence, at - 1)
    );
  if (token.lower === 'and' || token.lower === '&') return joinsNames(sentence, at, to);
  if (token.text === '.') return before.end === token.start && before.text.length <= 4;
  return false;
}

const isJoint = (before: Token, mark: Token, next: Token): boolean =>
  before.end === mark.start && mark.end === next.start;

/** "Downing Street": what looks like a verb begins the name of a place. */
const isPlaceName = (sentence: Sentence, at: number): boolean =>
  /^\p{Lu}/u.test(tokenAt(sentence, at).text) &&
  /^(?:Street|House|Palace|Square|Hall)$/.test(tokenAt(sentence, at + 1).text);

/** A participle inside a phrase: "U.S.-backed", "the newly elected president". */
function isModifier(sentence: Sentence, at: number): boolean {
  const before = tokenAt(sentence, at - 1);
  const next = tokenAt(sentence, at + 1);
  if (isHyphen(before) && before.end === tokenAt(sentence, at).start) return true;
  return (
    /(?:ed|ing|en)$/.test(tokenAt(sentence, at).lower) &&
    /^(?:DET|ADJ)$/.test(before.pos) &&
    /^(?:NOUN|PROPN|ADJ)$/.test(next.pos)
  );
}

/** "Russia and Ukraine", "the US and Ukraine" where a clause can begin before them; not "… the vote and Trump". */
function joinsNames(sentence: Sentence, at: number, to: number): boolean {
  const next = tokenAt(sentence, at + 1);
  if (at + 1 >= to || !/^(?:PROPN|DET|NOUN|ADJ)$/.test(next.pos)) return false;
  let from = at;
  while (
    from > 0 &&
    isOutside(sentence, from - 1) &&
    /^(?:PROPN|NOUN|ADJ|DET)$/.test(tokenAt(sentence, from - 1).pos)
  )
    from--;
  if (from === at) return false;
  const before = tokenAt(sentence, from - 1);
  const listed = before.text === ',' && /^(?:PROPN|NOUN)$/.test(tokenAt(sentence, from - 2).pos);
  return (
    from === 0 ||
    /^(?:both|with|while|as|but|and|that|:|;|—|–)$/.test(before.lower) ||
    before.text === ',' ||
    listed ||
    !isOutside(sentence, from - 1)
  );
}

/** "On Thursday the minister", "late on Friday Roe": a day before the subject is no part of it; "the Friday Group" is. */
function afterDay(sentence: Sentence, from: number, to: number): number {
  for (let at = to - 2; at >= from; at--) {
    const next = tokenAt(sentence, at + 1);
    const isApart = next.pos === 'DET' || /^\p{Lu}/u.test(next.text);
    const isDate = /day$/.test(tokenAt(sentence, at).lower) && tokenAt(sentence, at - 1).pos !== 'DET';
    if (isApart && isDate && isDay(sentence, at)) return at + 1;
  }
  return from;
}

function withoutLeadingLinks(sentence: Sentence, from: number, to: number): number {
  let at = afterDay(sentence, from, to);
  while (at < to) {
    const { lower, pos } = tokenAt(sentence, at);
    if (
      !(
        pos === 'ADP' ||
        pos === 'CCONJ' ||
        pos === 'ADV' ||
        isHyphen(tokenAt(sentence, at)) ||
        isPossessiveMark(tokenAt(sentence, at)) ||
        lower === '.'
      )
    )
      break;
    at++;
  }
  return at;
}

function hasHead(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { pos, lower } = tokenAt(sentence, at);
    if (
      pos === 'NOUN' ||
      pos === 'PROPN' ||
      lower === '%' ||
      (pos === 'NUM' && at === to - 1) ||
      /^(?:others|many|some|one|few|all|two|official|analyst|expert)s?$/.test(lower)
    )
      return true;
  }
  return to - from >= 2 && tokenAt(sentence, to - 1).pos === 'ADJ' && tokenAt(sentence, from).pos === 'DET';
}

/** The noun phrase that begins at `from`, as the subject after an inverted verb: `said the minister`. */
export function phraseAfter(sentence: Sentence, from: number): Range | null {
  const first = tokenAt(sentence, from);
  if (!isOutside(sentence, from)) return null;
  if (/^(?:he|she|they|it|i|we)$/.test(first.lower)) return { from, to: from + 1 };
  let to = from;
  while (to < sentence.tokens.length && isOutside(sentence, to) && continues(sentence, to, from)) to++;
  while (to > from && !/^(?:NOUN|PROPN|NUM|ADJ|PRON)$/.test(tokenAt(sentence, to - 1).pos)) to--;
  if (to > from && hasHead(sentence, from, to)) return { from, to };
  return /^(?:another|others)$/.test(first.lower) ? { from, to: from + 1 } : null;
}

export function continues(sentence: Sentence, at: number, from: number): boolean {
  const token = tokenAt(sentence, at);
  const next = tokenAt(sentence, at + 1);
  const before = tokenAt(sentence, at - 1);
  if (isDay(sentence, at) && !(at > from && next.pos === 'NOUN')) return false;
  if (/^(?:he|she|they|i|we|you|who|which|it|that|there|what)$/.test(token.lower)) return false;
  if (nominal.has(token.pos)) return true;
  if (isPossessiveMark(token)) return at > from;
  if (isHyphen(token)) return isJoint(before, token, next);
  if (token.pos === 'VERB') return isModifier(sentence, at);
  if (token.text === '.')
    return before.end === token.start && before.text.length <= 4 && /^\p{Lu}/u.test(next.text);
  if (token.lower === 'and') return at > from && /^(?:PROPN|DET|NOUN)$/.test(next.pos);
  const isHead = /^(?:NOUN|PROPN)$/.test(before.pos) || before.lower === 'chief';
  return /^(?:of|for|at|from|with)$/.test(token.lower) && at > from && isHead;
}
