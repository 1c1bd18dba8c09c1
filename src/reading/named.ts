import type { CueWords } from './cuewords.ts';
import { apposition, descriptive, phraseWords, titlesBefore } from './designations.ts';
import { relativeBeside } from './kin.ts';
import { isNamePart, joined, withoutPossessive } from './name-runs.ts';
import { genderBeside, isThing, ownerGender, partnerBefore } from './name-signs.ts';
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
  /** What the words beside it say: "the actress", "a father of two". */
  readonly gender: Gender | null;
  /** What its pronoun says: "lost her seat". */
  readonly ownGender: Gender | null;
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
    const from = afterDate(sentence, at);
    at = from;
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

/** "On Thursday Roe", "Last Friday Jane Roe", "In May Roe": a date is no first name. */
function afterDate({ tokens }: Sentence, from: number): number {
  const lower = (at: number): string => tokens[at]?.lower ?? '';
  const at = dated.test(lower(from)) ? from + 1 : from;
  const isDate = weekdays.test(lower(at)) || (notNames.has(lower(at)) && dated.test(lower(at - 1)));
  return isDate && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '') ? at + 1 : from;
}

const weekdays = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

const dated = /^(?:last|next|this|late|early|in|since|until|by)$/;

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

function nameIn(sentence: Sentence, from: number, to: number, index: number, words: CueWords): Named | null {
  const run = sentence.tokens.slice(from, to);
  const first = afterTitles(run, words);
  const own = withoutPossessive(run.slice(first));
  const parts = joined(own);
  if (!isName(parts)) return null;
  const after = apposition(sentence, to, words);
  const relative = relativeBeside(sentence, from, to);
  return {
    words: parts,
    titles: titlesOf(sentence, from, run.slice(0, first), words),
    nominal: descriptive(after, words),
    phrases: [phraseWords(sentence, from - 1), after]
      .filter(({ length }) => length > 1)
      .map(phrase => phrase.join(' ')),
    kin: relative !== null,
    gender: genderBeside(sentence, from, after, relative, words),
    ownGender: isThing(sentence, from) ? null : ownerGender(sentence, from, to),
    isThing: isThing(sentence, from + first),
    partner: parts.length === 2 && first === 0 ? partnerBefore(sentence, from) : null,
    sentence: index,
    start: own[0]?.start ?? 0,
    end: own.at(-1)?.end ?? 0,
    quoted: (sentence.within[from] ?? -1) >= 0,
  };
}

/** Where the name begins after the titles of its run. */
function afterTitles(run: readonly Token[], words: CueWords): number {
  let first =
    run.findLastIndex(({ lower }, at) => isTitle(bare(lower), words) && !isSurname(run, at, words)) + 1;
  while (first < run.length && noFirstName.test(run[first]?.text ?? '')) first++;
  return first;
}

function isName(parts: readonly string[]): boolean {
  const last = parts.at(-1) ?? '';
  if (parts.length > 5 || !/^\p{Lu}/u.test(last) || partyTag.test(last)) return false;
  return (
    parts.length > 1 || !(bodyWords.test(last) || notNames.has(last.toLowerCase()) || /^[JS]r\.?$/.test(last))
  );
}

const titlesOf = (sentence: Sentence, from: number, own: readonly Token[], words: CueWords): string[] =>
  [...own.map(({ lower }) => bare(lower)), ...titlesBefore(sentence, from, words)].filter(word =>
    /\p{L}/u.test(word),
  );

/** "Jane Roe, R-Ohio, said". */
const partyTag = /^[RDI]-\p{Lu}/u;

const isTitle = (word: string, words: CueWords): boolean =>
  words.titles.has(word) ||
  (words.titleGender.has(word) && /^(?:mr|mrs|ms|miss|king|prince|pope|queen|princess)$/.test(word));
