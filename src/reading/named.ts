import type { CueWords } from './cuewords.ts';
import { apposition, descriptive, phraseWords, titlesBefore } from './designations.ts';
import { relativeBeside } from './kin.ts';
import type { Gender } from './people.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** A name as it stands in a sentence, with what is said beside it. */
export interface Named {
  readonly words: readonly string[];
  readonly titles: readonly string[];
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly nominal: readonly string[];
  /** A whole phrase before a comma and the name, after the name and a comma. */
  readonly phrases: readonly string[];
  /** Whether it stands there as somebody's relative: "his wife, Jane Roe", "Roe's son Jack". */
  readonly kin: boolean;
  /** What the words beside it say: "the actress", "a father of two", "lost her seat". */
  readonly gender: Gender | null;
  /** Whether it stands there as no person does: "in Port Roe", "the Purple Star". */
  readonly isThing: boolean;
  /** A first name that shares the surname: "Jack" before "and Jane Roe". */
  readonly partner: string | null;
}

const notNames = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);
export const bodyWords =
  /^(?:ministry|party|university|institute|council|committee|union|court|bank|agency|times|post|journal|news|house|department|group|association|center|centre|foundation|organisation|organization|commission|parliament|congress|senate|government|administration|forces|army|press|office|street|war|day|act|agreement|summit|plan|convention|street|city|county|state|states|kingdom|republic|federation|nations|sea|region|province|river|airport|hospital|school|college|company|inc|corp|co|ltd|club|team|league|academy|society|museum|tower|hotel|square|palace)$/i;

/** Runs of capitalised words, with the titles before them and in an apposition after them. */
export function namedIn(sentence: Sentence, index: number, words: CueWords): Named[] {
  const found: Named[] = [];
  const { tokens } = sentence;
  for (let at = 0; at < tokens.length; ) {
    const from = at;
    while (at < tokens.length && isNamePart(sentence, at, from)) at++;
    if (at === from) {
      at++;
      continue;
    }
    const named = nameIn(sentence, from, at, index, words);
    if (named) found.push(named);
  }
  return found;
}

function isNamePart(sentence: Sentence, at: number, from: number): boolean {
  const token = sentence.tokens[at];
  if (!token || (at === from && !/^\p{Lu}/u.test(token.text))) return false;
  const previous = sentence.tokens[at - 1];
  if (/^(?:al|bin|de|del|della|der|di|du|la|le|van|von|ben|ibn|el|da|dos)$/.test(token.text))
    return at > from && /^\p{Lu}/u.test(sentence.tokens[at + 1]?.text ?? '');
  if (/^[-‐–’']$/.test(token.text))
    return (
      at > from &&
      previous?.end === token.start &&
      sentence.tokens[at + 1]?.start === token.end &&
      joinsName(previous?.text ?? '', sentence.tokens[at + 1]?.text ?? '') &&
      token.text !== '–'
    );
  if (token.text === '.')
    return (
      at > from &&
      previous?.end === token.start &&
      (previous?.text.length ?? 9) <= 4 &&
      /^\p{Lu}/u.test(sentence.tokens[at + 1]?.text ?? '') &&
      sentence.tokens[at + 1]?.pos === 'PROPN'
    );
  // "PeÃ±a Nieto": letters that were decoded wrongly are part of the word they stand in.
  if (
    at > from &&
    previous?.end === token.start &&
    (/^\p{S}/u.test(token.text) || /\p{S}$/u.test(previous.text))
  )
    return /^[\p{S}\p{L}]/u.test(token.text);
  // "Ban Ki-moon": a small letter right after a hyphen.
  if (at > from && /^[-‐]$/.test(previous?.text ?? '') && previous?.end === token.start)
    return /^\p{L}/u.test(token.text);
  if (!/^\p{Lu}/u.test(token.text)) return false;
  if (at > from && sentence.within[at] !== sentence.within[from]) return false;
  return (
    token.pos === 'PROPN' ||
    token.pos === 'NOUN' ||
    token.pos === 'ADJ' ||
    (at > from && token.pos === 'VERB') ||
    (token.pos !== 'DET' &&
      token.pos !== 'PRON' &&
      token.pos !== 'ADP' &&
      token.pos !== 'SCONJ' &&
      token.pos !== 'CCONJ' &&
      token.pos !== 'ADV' &&
      token.pos !== 'AUX' &&
      at > 0)
  );
}

const bare = (word: string): string => word.replace(/\.$/, '');

/** "Mr. King", "Charlie King": the last word is a name although it could be a title. */
function isSurname(run: readonly { readonly lower: string }[], place: number, words: CueWords): boolean {
  const own = run.slice(0, place).map(({ lower }) => bare(lower));
  if (place !== run.length - 1 || place === 0) return false;
  const first = own.find(word => word !== '' && !words.titles.has(word)) ?? '';
  return /^(?:mr|mrs|ms|miss|dr)$/.test(own.at(-1) ?? '') || words.gender.has(first);
}

/** What a sentence can begin with before a name, and the marks that a title leaves behind. */
const noFirstName =
  /^(?:[.\-’']|Several|Many|More|Other|Most|Some|All|Few|Both|Another|Like|Outside|Inside|Unlike|Even|Only|Republicans|Democrats|Senators|Sens|Reps|Govs|Drs|Messrs)$/;

const joinsName = (before: string, after: string): boolean =>
  /^\p{Lu}/u.test(after) || (/^\p{Lu}\p{Ll}{0,4}$/u.test(before) && /^\p{Ll}{2,5}$/u.test(after));

function nameIn(sentence: Sentence, from: number, to: number, index: number, words: CueWords): Named | null {
  const run = sentence.tokens.slice(from, to);
  let first = 0;
  for (const [place, { lower }] of run.entries()) {
    if (isTitle(bare(lower), words) && !isSurname(run, place, words)) first = place + 1;
  }
  while (first < run.length && noFirstName.test(run[first]?.text ?? '')) first++;
  const own = withoutPossessive(run.slice(first));
  const parts = joined(own);
  const lastWord = parts.at(-1) ?? '';
  if (
    parts.length === 0 ||
    parts.length > 5 ||
    (parts.length === 1 && bodyWords.test(lastWord)) ||
    (parts.length === 1 && notNames.has(lastWord.toLowerCase())) ||
    !/^\p{Lu}/u.test(lastWord) ||
    (parts.length === 1 && /^[JS]r\.?$/.test(lastWord)) ||
    partyTag.test(lastWord)
  )
    return null;
  const before = titlesBefore(sentence, from, words);
  const after = apposition(sentence, to, words);
  const titles = [...run.slice(0, first).map(({ lower }) => lower.replace(/\.$/, '')), ...before].filter(
    word => /\p{L}/u.test(word),
  );
  const relative = relativeBeside(sentence, from, to);
  const start = own[0]?.start ?? 0;
  const end = own.at(-1)?.end ?? 0;
  return {
    words: parts,
    titles,
    nominal: descriptive(after, words),
    phrases: [phraseWords(sentence, from - 1), after]
      .filter(({ length }) => length > 1)
      .map(phrase => phrase.join(' ')),
    kin: relative !== null,
    gender:
      genderBeside(sentence, from, after, relative, words) ??
      (isThing(sentence, from) ? null : ownerGender(sentence, from, to)),
    isThing: isThing(sentence, from + first),
    partner: parts.length === 2 && first === 0 ? partnerBefore(sentence, from) : null,
    sentence: index,
    start,
    end,
    quoted: (sentence.within[from] ?? -1) >= 0,
  };
}

function genderBeside(
  { tokens }: Sentence,
  from: number,
  after: readonly string[],
  relative: string | null,
  words: CueWords,
): Gender | null {
  const link = after.findIndex(word => /^(?:of|for|from|at|in|to|on|with|who|and)$/.test(word));
  const described = link < 0 ? after : after.slice(0, link);
  const before = tokens[from - 1];
  const beside = [
    ...(before?.pos === 'NOUN' ? [before.lower] : []),
    ...described.slice(-1),
    ...(relative ? [relative] : []),
  ];
  return beside.map(word => words.titleGender.get(word)).find(known => known !== undefined) ?? null;
}

/** "Roe lost her seat": of the subject that opens the sentence, as long as nobody else is named before the pronoun. */
function ownerGender({ tokens, within }: Sentence, from: number, to: number): Gender | null {
  const opens =
    from <= 12 && tokens.slice(0, from).every(({ pos }) => /^(?:NOUN|PROPN|ADJ|DET|PUNCT)$/.test(pos));
  if (!opens || within[from] !== -1) return null;
  for (let at = to; at < tokens.length; at++) {
    const token = tokens[at];
    if (
      !token ||
      within[at] !== -1 ||
      /^\p{Lu}\p{Ll}/u.test(token.text) ||
      /^(?:he|she|him)$/.test(token.lower)
    )
      return null;
    if (token.lower === 'his' || token.lower === 'himself') return 'male';
    if (token.lower === 'herself') return 'female';
    if (token.lower === 'her') return /^(?:NOUN|ADJ)$/.test(tokens[at + 1]?.pos ?? '') ? 'female' : null;
  }
  return null;
}

/** A place or a thing by the word before it. */
function isThing({ tokens }: Sentence, from: number): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  return /^(?:in|at|near|the|into|across|inside|outside)$/.test(before);
}

/** The tokenizer leaves some possessives on the name: "Roe’s". */
function withoutPossessive(run: readonly Token[]): readonly Token[] {
  const last = run.at(-1);
  if (!last || !/.['’]s$/.test(last.text)) return run;
  const [text, end] = [last.text.slice(0, -2), last.end - 2];
  return [...run.slice(0, -1), { ...last, text, end, lower: text.toLowerCase() }];
}

/** "Jane Roe, R-Ohio, said". */
const partyTag = /^[RDI]-\p{Lu}/u;

/** "Jack" of "Jack and Jane Roe", if it is a name of one word. */
function partnerBefore({ tokens }: Sentence, from: number): string | null {
  const [and, partner, before] = tokens.slice(Math.max(0, from - 3), from).reverse();
  if (and?.lower !== 'and' || !partner || !isCapital(partner)) return null;
  return before && (isCapital(before) || before.end === partner.start) ? null : partner.text;
}

const isCapital = ({ text, pos }: Token): boolean => pos === 'PROPN' && /^\p{Lu}/u.test(text);

const isTitle = (word: string, words: CueWords): boolean =>
  words.titles.has(word) ||
  (words.titleGender.has(word) && /^(?:mr|mrs|ms|miss|king|prince|pope|queen|princess)$/.test(word));

function joined(
  run: readonly { readonly text: string; readonly start: number; readonly end: number }[],
): string[] {
  const parts: string[] = [];
  let last = -1;
  for (const { text, start, end } of run) {
    if (start === last && parts.length > 0) parts[parts.length - 1] += text;
    else parts.push(text);
    last = end;
  }
  return parts;
}
