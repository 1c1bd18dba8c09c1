import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Half-open, in tokens of one sentence. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const nothing: Token = { start: 0, end: 0, text: '', lower: '', pos: 'NONE' };

/** The token at a place; one that matches nothing outside the sentence. */
export const tokenAt = (sentence: Sentence, at: number): Token => sentence.tokens[at] ?? nothing;

export const isOutside = (sentence: Sentence, at: number): boolean => sentence.within[at] === -1;

export const isVerbal = ({ pos }: Token): boolean => pos === 'VERB' || pos === 'AUX';

const nominal = new Set(['PROPN', 'NOUN', 'ADJ', 'DET', 'NUM', 'PRON', 'SYM']);
const subjectPronouns = new Set([
  'he',
  'she',
  'they',
  'it',
  'we',
  'i',
  'you',
  'who',
  'which',
  'others',
  'many',
  'some',
  'one',
  'few',
  'both',
  'several',
  'another',
  'neither',
  'everyone',
  'nobody',
  'all',
  'most',
  'none',
  'somebody',
  'someone',
  'anyone',
  'two',
  'each',
]);
const possessives = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your', 'whose']);
const inPhrase = new Set([
  'of',
  'for',
  'from',
  'at',
  'in',
  'to',
  'on',
  'with',
  'against',
  'behind',
  'near',
  'inside',
  'under',
  'within',
  'by',
  'about',
  'among',
  'close',
  'like',
]);
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

function belongs(sentence: Sentence, at: number, to: number): boolean {
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
  if (token.pos === 'VERB') return isModifier(sentence, at);
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

function withoutLeadingLinks(sentence: Sentence, from: number, to: number): number {
  let at = from;
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

function continues(sentence: Sentence, at: number, from: number): boolean {
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
  return /^(?:of|for|at|from|with)$/.test(token.lower) && at > from && /^(?:NOUN|PROPN)$/.test(before.pos);
}

/** "Thursday", "earlier". */
export const isDay = (sentence: Sentence, at: number): boolean =>
  sentence.words.days.has(tokenAt(sentence, at).lower);

/** What stands between a subject and its verb. */
export interface Lead {
  /** Place after the subject. */
  readonly subjectEnd: number;
  /** Where the verb group begins: its auxiliaries and adverbs belong to the cue. */
  readonly groupStart: number;
  readonly negated: boolean;
  readonly passive: boolean;
  readonly infinitive: boolean;
  readonly modal: boolean;
}

const be = new Set("is are was were be been being am get gets got 's ’s 're ’re".split(' '));
const modals = new Set('would could may might must should can will shall ca wo'.split(' '));
const have = new Set("has have had having 've ’ve 'd ’d do does did is are was were 's ’s".split(' '));

/** Reads leftwards from a verb over adverbs, auxiliaries and asides between commas to where its subject ends. */
export function leadOf(sentence: Sentence, verb: number, isPast: boolean): Lead {
  let at = verb - 1;
  let [negated, passive, infinitive, modal] = [false, false, false, false];
  for (; at >= 0 && isOutside(sentence, at); at--) {
    const token = tokenAt(sentence, at);
    if (/^(?:not|n't|n’t|never|hardly|neither|nor)$/.test(token.lower)) negated = true;
    else if (token.lower === 'to' && token.pos !== 'ADP') infinitive = true;
    else if (token.lower === 'to' && at === verb - 1) infinitive = true;
    else if (be.has(token.lower) && token.pos !== 'PART') passive ||= isPast && at >= verb - 3;
    else if (modals.has(token.lower)) modal = true;
    else if (
      !(have.has(token.lower) && token.pos !== 'PART') &&
      token.pos !== 'ADV' &&
      !/^(?:also|then|later|now|both|all|once|repeatedly|publicly|further|again|simply|just|only|even|still|first|previously|since)$/.test(
        token.lower,
      )
    )
      break;
  }
  const groupStart = at + 1;
  return {
    subjectEnd: withoutAsides(sentence, withoutDate(sentence, groupStart)),
    groupStart,
    negated,
    passive,
    infinitive,
    modal,
  };
}

/** Steps back over "on Tuesday", "earlier Thursday", "in 2010", "late last week" between subject and verb. */
function withoutDate(sentence: Sentence, end: number): number {
  const before = tokenAt(sentence, end - 2).lower;
  const start = dateStart(sentence, end);
  if (start === end) return end;
  return /^(?:on|late|early|earlier)$/.test(tokenAt(sentence, start - 1).lower) && before !== 'in'
    ? start - 1
    : start;
}

function dateStart(sentence: Sentence, end: number): number {
  const last = tokenAt(sentence, end - 1);
  const before = tokenAt(sentence, end - 2).lower;
  if (isDay(sentence, end - 1)) return end - 1;
  if (/^(?:in|since)$/.test(before) && /^(?:19|20)\d\d$/.test(last.text)) return end - 2;
  return /^(?:this|last)$/.test(before) && sentence.words.periods.has(last.lower) ? end - 2 : end;
}

/** Steps back over ", the Kremlin spokesman," and ", speaking in Kyiv,". */
function withoutAsides(sentence: Sentence, end: number): number {
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
