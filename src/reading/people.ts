import { phraseBefore } from './clauses.ts';
import type { CueWords } from './cuewords.ts';
import type { Sentence } from './sentences.ts';

export type Gender = 'female' | 'male';

/** A person or body that the article names. */
export interface Figure {
  /** The fullest form in the article, without titles. */
  name: string;
  /** A name's last word that is no number, in lower case. */
  readonly surname: string;
  /** Title words that stood beside the name, in lower case. */
  readonly titles: Set<string>;
  /** Whole phrases that stood beside it, without "the": "head of the delegation". */
  readonly designations: Set<string>;
  gender: Gender | null;
}

/** A place where a figure is named. */
export interface Mention {
  readonly figure: Figure;
  /** The sentence's place among all sentences. */
  readonly sentence: number;
  /** Characters. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

export interface People {
  readonly figures: readonly Figure[];
  /** Those of one sentence, in order. */
  mentionsIn(sentence: number): readonly Mention[];
  /** Everyone of this surname or single name, in any case. */
  bySurname(surname: string): readonly Figure[];
}

interface Named {
  readonly words: readonly string[];
  readonly titles: readonly string[];
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly nominal: readonly string[];
  /** A whole phrase before a comma and the name, after the name and a comma. */
  readonly phrases: readonly string[];
}

const notNames = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);
const bodyWords =
  /^(?:ministry|party|university|institute|council|committee|union|court|bank|agency|times|post|journal|news|house|department|group|association|center|centre|foundation|organisation|organization|commission|parliament|congress|senate|government|administration|forces|army|press|office|street|war|day|act|agreement|summit|plan|convention|street|city|county|state|states|kingdom|republic|federation|nations|sea|region|province|river|airport|hospital|school|college|company|inc|corp|co|ltd|club|team|league|academy|society|museum|tower|hotel|square|palace)$/i;

// No article names more people of one surname; a list that does says nothing about who is meant.
const mostOfOneSurname = 20;

/** Gathers the people that the sentences name. `isPlace` tells words that name states and bodies, which are no persons. */
export function people(
  sentences: readonly Sentence[],
  words: CueWords,
  isBody: (words: string) => boolean,
  isPerson: (words: string) => boolean,
): People {
  const found = sentences.flatMap((sentence, index) =>
    sentence.layer === 'body' ? namedIn(sentence, index, words) : [],
  );
  const figures: Figure[] = [];
  // "The former president of Norland Jane Roe": a state before the name is no part of it.
  const named = found.map(each =>
    each.words.length > 2 && isBody(each.words[0] ?? '') ? withoutFirst(each) : each,
  );
  const surnames = new Map<string, Figure[]>();
  const fullNames = new Map<Figure, number>();
  const bySentence: Mention[][] = [];
  // Full names first, so that a surname alone finds its person wherever it stands.
  const isFull = ({ words: parts }: Named): boolean => parts.length >= 2;
  for (const each of named)
    if (isFull(each) && !isBody(each.words.join(' ')) && !each.words.some(word => bodyWords.test(word)))
      add(each);
  for (const each of named)
    if (
      !isFull(each) &&
      (each.titles.length > 0 || isPerson(each.words.join(' '))) &&
      !isBody(each.words.join(' '))
    )
      add(each);
  for (const each of named) {
    const figure = figureOf(each);
    if (!figure) continue;
    const mention = {
      figure,
      sentence: each.sentence,
      start: each.start,
      end: each.end,
      quoted: each.quoted,
    };
    const here = bySentence[each.sentence] ?? [];
    here.push(mention);
    bySentence[each.sentence] = here;
  }
  const mentionsIn = (sentence: number): readonly Mention[] => bySentence[sentence] ?? [];
  return { mentionsIn, figures, bySurname: surname => surnames.get(surname.toLowerCase()) ?? [] };

  function add(each: Named): void {
    const known = figureOf(each);
    if (known) {
      enrich(known, each);
      return;
    }
    const surname = surnameOf(each.words);
    if ((surnames.get(surname)?.length ?? 0) >= mostOfOneSurname) return;
    const figure: Figure = {
      name: each.words.join(' '),
      surname,
      titles: new Set(),
      designations: new Set(),
      gender: null,
    };
    enrich(figure, each);
    figures.push(figure);
    surnames.set(surname, [...(surnames.get(surname) ?? []), figure]);
  }

  function figureOf({ words: parts, titles }: Named): Figure | null {
    const known = surnames.get(surnameOf(parts)) ?? [];
    const same = known.filter(({ name }) => compatible(name, parts));
    if (same.length <= 1) return same[0] ?? null;
    return same.find(({ name }) => name === parts.join(' ')) ?? byTitle(same, titles) ?? mainOne(same);
  }

  /** "Mrs. Roe" is the one who can be. */
  function byTitle(same: readonly Figure[], titles: readonly string[]): Figure | null {
    const gender = titles.map(title => words.gender.get(title)).find(each => each !== undefined);
    const fitting = gender === undefined ? [] : same.filter(figure => figure.gender === gender);
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }

  /** Where one of them is plainly whom the article is about, the surname alone means them. */
  function mainOne(same: readonly Figure[]): Figure | null {
    const named = (figure: Figure | undefined): number => (figure ? (fullNames.get(figure) ?? 0) : 0);
    const [first, second] = [...same].sort((a, b) => named(b) - named(a));
    return first && named(first) >= 2 && named(first) >= 2 * named(second) ? first : null;
  }

  function enrich(figure: Figure, { words: parts, titles, nominal, phrases }: Named): void {
    fullNames.set(figure, (fullNames.get(figure) ?? 0) + 1);
    if (parts.join(' ').length > figure.name.length) figure.name = parts.join(' ');
    for (const title of [...titles, ...nominal]) figure.titles.add(title);
    for (const phrase of phrases) figure.designations.add(phrase);
    figure.gender ??= genderOf([...titles, ...nominal], parts, words);
  }
}

/** Popes and kings go by the name before the number: "Leo XIV" is "Leo" later. */
function surnameOf(parts: readonly string[]): string {
  const numbered = parts.length > 1 && /^[IVX]+$/.test(parts.at(-1) ?? '');
  return (parts.at(numbered ? -2 : -1) ?? '').toLowerCase();
}

function withoutFirst({ words, ...rest }: Named): Named {
  return { ...rest, words: words.slice(1), start: rest.start + (words[0]?.length ?? 0) + 1 };
}

function compatible(name: string, parts: readonly string[]): boolean {
  const own = name.split(' ');
  const first = parts[0] ?? '';
  if (parts.length === 1 || own.length === 1) return true;
  return (
    own[0] === first ||
    (own[0]?.[0] === first[0] && (first.length <= 2 || (own[0]?.length ?? 0) <= 2)) ||
    own.includes(first)
  );
}

function genderOf(titles: readonly string[], parts: readonly string[], words: CueWords): Gender | null {
  for (const title of titles) {
    const known = words.gender.get(title);
    if (known) return known;
  }
  return parts.length > 1 ? (words.gender.get((parts[0] ?? '').toLowerCase()) ?? null) : null;
}

/** Runs of capitalised words, with the titles before them and in an apposition after them. */
function namedIn(sentence: Sentence, index: number, words: CueWords): Named[] {
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
  const first = bare(run[0]?.lower ?? '');
  const before = bare(run[place - 1]?.lower ?? '');
  if (place !== run.length - 1 || place === 0) return false;
  return /^(?:mr|mrs|ms|miss|dr)$/.test(before) || (words.gender.has(first) && !words.titles.has(first));
}

const joinsName = (before: string, after: string): boolean =>
  /^\p{Lu}/u.test(after) || (/^\p{Lu}\p{Ll}{0,4}$/u.test(before) && /^\p{Ll}{2,5}$/u.test(after));

function nameIn(sentence: Sentence, from: number, to: number, index: number, words: CueWords): Named | null {
  const run = sentence.tokens.slice(from, to);
  let first = 0;
  for (const [place, { lower }] of run.entries()) {
    if (isTitle(bare(lower), words) && !isSurname(run, place, words)) first = place + 1;
  }
  while (first < run.length && /^[.\-’']$/.test(run[first]?.text ?? '')) first++;
  const own = run.slice(first);
  const parts = joined(own);
  const lastWord = parts.at(-1) ?? '';
  if (
    parts.length === 0 ||
    parts.length > 5 ||
    (parts.length === 1 && bodyWords.test(lastWord)) ||
    (parts.length === 1 && notNames.has(lastWord.toLowerCase())) ||
    !/^\p{Lu}/u.test(lastWord)
  )
    return null;
  const before = titlesBefore(sentence, from, words);
  const after = apposition(sentence, to);
  const titles = [...run.slice(0, first).map(({ lower }) => lower.replace(/\.$/, '')), ...before].filter(
    word => /\p{L}/u.test(word),
  );
  const start = own[0]?.start ?? 0;
  const end = own.at(-1)?.end ?? 0;
  return {
    words: parts,
    titles,
    nominal: descriptive(after, words),
    phrases: [phraseWords(sentence, from - 1), after]
      .filter(({ length }) => length > 1)
      .map(phrase => phrase.join(' ')),
    sentence: index,
    start,
    end,
    quoted: (sentence.within[from] ?? -1) >= 0,
  };
}

const isTitle = (word: string, words: CueWords): boolean =>
  words.titles.has(word) ||
  (words.gender.get(word) !== undefined && /^(?:mr|mrs|ms|miss|king|prince|pope|queen|princess)$/.test(word));

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

/** Lower-case titles directly before a name: "spokesman Dmitry Peskov", "the president of Finland, Alexander Stubb". */
function titlesBefore(sentence: Sentence, from: number, words: CueWords): string[] {
  const found: string[] = [];
  let at = from - 1;
  if (sentence.tokens[at]?.text === ',') return descriptive(phraseWords(sentence, at), words);
  for (; at >= 0 && at >= from - 5; at--) {
    const token = sentence.tokens[at];
    if (!token || !/^(?:NOUN|PROPN|ADJ)$/.test(token.pos)) break;
    found.unshift(token.lower);
  }
  return found.some(word => words.titles.has(word)) ? found : [];
}

/** The words of the phrase that ends before a comma, without "the" and the like. */
function phraseWords(sentence: Sentence, comma: number): string[] {
  const phrase = sentence.tokens[comma]?.text === ',' ? phraseBefore(sentence, comma) : null;
  if (!phrase) return [];
  return withoutArticle(
    sentence.tokens.slice(phrase.from, phrase.to).map(({ lower }) => lower.replace(/\.$/, '')),
  );
}

const withoutArticle = (phrase: readonly string[]): string[] =>
  phrase.slice(/^(?:the|a|an|its|his|her|their)$/.test(phrase[0] ?? '') ? 1 : 0);

/** The words that say what someone is: "the president of Finland" is a president, "the head of the president's office" none. */
function descriptive(phrase: readonly string[], words: CueWords): string[] {
  const link = phrase.findIndex(word => /^(?:of|for|at|in|to|on|with|and)$/.test(word));
  const head = link < 0 ? phrase : phrase.slice(0, link);
  if (!head.some(word => words.titles.has(word))) return [];
  return [...head, ...phrase.slice(head.length).filter(word => !words.titles.has(word))];
}

/** ", the Kremlin spokesman," after a name. */
function apposition(sentence: Sentence, to: number): string[] {
  if (sentence.tokens[to]?.text !== ',') return [];
  const found: string[] = [];
  for (let at = to + 1; at < Math.min(sentence.tokens.length, to + 14); at++) {
    const token = sentence.tokens[at];
    if (
      !token ||
      /^[,.;:—–]$/.test(token.text) ||
      token.pos === 'VERB' ||
      (sentence.within[at] ?? -1) >= 0 ||
      token.lower === 'who'
    )
      break;
    if (at === to + 1 && !/^(?:DET|NOUN|PROPN|ADJ|PRON)$/.test(token.pos)) break;
    found.push(token.lower.replace(/\.$/, ''));
  }
  return withoutArticle(found);
}
