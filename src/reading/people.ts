import type { CueWords } from './cuewords.ts';
import { type Register, register } from './figures.ts';
import { bodyWords, type Named, namedIn } from './named.ts';
import { isPersonNoun } from './persons.ts';
import type { Sentence } from './sentences.ts';
import { isTitleCase } from './source-heads.ts';

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
  /** Whether a first name, a title or a pronoun shows a person, or the words before it a place or a thing. */
  kind: 'person' | 'thing' | 'unsure';
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

type Is = (words: string) => boolean;

/** Gathers the people that the sentences name. `isBody` tells words that name states and bodies, which are no persons. */
export function people(sentences: readonly Sentence[], words: CueWords, isBody: Is, isPerson: Is): People {
  const named = sentences
    .flatMap((sentence, index) => (sentence.layer === 'body' ? namedIn(sentence, index, words) : []))
    .map(name => withoutState(name, isBody));
  const known = register(words, standingAlone(named));
  // A headline in the body makes nobody: "Roe Slams Police Shooting Comments".
  const plain = named.filter(({ sentence }) => !isHeadline(sentences[sentence]));
  for (const name of plain) if (isFullName(name, words, isBody)) known.add(name);
  // Full names first, so that a surname alone finds its person wherever it stands.
  for (const name of plain) if (isShortName(name, words, isBody, isPerson)) known.add(name);
  const bySentence = mentions(named, known);
  return {
    figures: known.figures,
    mentionsIn: sentence => bySentence.get(sentence) ?? [],
    bySurname: known.bySurname,
  };
}

const isHeadline = (sentence: Sentence | undefined): boolean =>
  sentence !== undefined && isTitleCase(sentence);

/** "The former president of Norland Jane Roe": a state before the name is no part of it. */
function withoutState(name: Named, isBody: Is): Named {
  const [first = '', ...words] = name.words;
  return words.length >= 2 && isBody(first) ? { ...name, words, start: name.start + first.length + 1 } : name;
}

function isFullName({ words }: Named, cues: CueWords, isBody: Is): boolean {
  if (words.length < 2 || isBody(words.join(' '))) return false;
  const [first = '', last = ''] = words;
  if (words.length === 2 && alsoSurnames.test(last) && cues.gender.has(first.toLowerCase())) return true;
  return !words.some(word => bodyWords.test(word));
}

const alsoSurnames = /^(?:Post|Day|House|Court|Street|Park|Banks?)$/;

function isShortName({ words, titles, kin }: Named, cues: CueWords, isBody: Is, isPerson: Is): boolean {
  const [name = '', ...more] = words;
  if (more.length > 0 || isBody(name)) return false;
  return kin || titles.some(title => isPersonNoun(cues, title)) || isPerson(name);
}

// Where a surname stands alone says whose it is before a second bearer is named: the first places tell.
const mostPlaces = 100;

function standingAlone(named: readonly Named[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { words, titles, start } of named) {
    const surname = (words[0] ?? '').toLowerCase();
    const known = places.get(surname) ?? [];
    if (words.length > 1 || titles.length > 0 || known.length >= mostPlaces) continue;
    known.push(start);
    places.set(surname, known);
  }
  return places;
}

function mentions(named: readonly Named[], known: Register): Map<number, Mention[]> {
  const found = new Map<number, Mention[]>();
  for (const name of named) {
    const figure = known.find(name);
    if (!figure) continue;
    const { sentence, start, end, quoted } = name;
    const here = found.get(sentence) ?? [];
    here.push({ figure, sentence, start, end, quoted });
    found.set(sentence, here);
  }
  return found;
}
