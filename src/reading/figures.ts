import type { CueWords } from './cuewords.ts';
import type { Named } from './named.ts';
import type { Figure, Gender } from './people.ts';
import { isPersonNoun } from './persons.ts';

/** The figures that an article's names make, by surname. */
export interface Register {
  readonly figures: readonly Figure[];
  /** Takes a name in: as somebody new, or as one more form of somebody known. */
  add(name: Named): void;
  /** Whom a name means; null where it can be several or nobody. */
  find(name: Named): Figure | null;
  bySurname(surname: string): readonly Figure[];
}

interface Known extends Figure {
  /** How often the figure was taken in. */
  count: number;
  /** Where it was named first. */
  first: number;
  /** Whether it was named as somebody's relative whenever it was named in full. */
  kin: boolean;
}

// No article names more people of one surname; a list that does says nothing about who is meant.
const mostOfOneSurname = 20;

/** `alone` are the places where a surname stands alone, without title. */
export function register(words: CueWords, alone: ReadonlyMap<string, readonly number[]>): Register {
  const figures: Known[] = [];
  const surnames = new Map<string, Known[]>();
  const namesakesOf = (name: Named): readonly Known[] => surnames.get(surnameOf(name.words)) ?? [];
  const find = (name: Named): Known | null => meant(namesakesOf(name), name, words, alone);
  const add = (name: Named): void => {
    const isOpen = name.words.length === 1 && namesakesOf(name).length > 1;
    const figure = find(name) ?? (isOpen ? null : newFigure(surnames, name));
    if (!figure) return;
    if (figure.count === 0) figures.push(figure);
    enrich(figure, name, words);
    // "Jack and Jane Roe": whom the surname means is as open as if both were named in full.
    const [, surname] = name.words;
    if (name.partner !== null && surname)
      add({ ...name, words: [name.partner, surname], partner: null, titles: [], nominal: [] });
  };
  return { figures, find, add, bySurname: surname => surnames.get(surname.toLowerCase()) ?? [] };
}

function newFigure(surnames: Map<string, Known[]>, { words, start }: Named): Known | null {
  const surname = surnameOf(words);
  const namesakes = surnames.get(surname) ?? [];
  if (namesakes.length >= mostOfOneSurname) return null;
  const [titles, designations] = [new Set<string>(), new Set<string>()];
  const figure = {
    name: words.join(' '),
    surname,
    titles,
    designations,
    gender: null,
    kind: 'unsure' as const,
    count: 0,
    first: start,
    kin: true,
  };
  surnames.set(surname, [...namesakes, figure]);
  return figure;
}

function enrich(figure: Known, name: Named, words: CueWords): void {
  const { words: parts, titles, nominal, phrases } = name;
  figure.count++;
  figure.kin &&= name.kin;
  figure.name = fuller(figure.name, parts.join(' '), words);
  for (const title of [...titles, ...nominal]) figure.titles.add(title);
  for (const phrase of phrases) figure.designations.add(phrase);
  figure.gender ??= genderOf(name, words);
  figure.kind = kindOf(figure, name, words);
}

function kindOf({ gender, titles, kind }: Figure, { isThing }: Named, words: CueWords): Figure['kind'] {
  if (gender !== null) return 'person';
  if (isThing || kind === 'thing') return 'thing';
  return [...titles].some(title => isPersonNoun(words, title)) ? 'person' : 'unsure';
}

/** The longer form, but not one that only adds words before a first name: "Actress Jane Roe", a headline that runs on. */
function fuller(known: string, other: string, words: CueWords): string {
  const [short, long] = known.length <= other.length ? [known, other] : [other, known];
  const [first = '', ...rest] = short.split(' ');
  return rest.length > 0 && long.endsWith(` ${short}`) && words.gender.has(first.toLowerCase())
    ? short
    : long;
}

function meant(
  namesakes: readonly Known[],
  { words: parts, titles }: Named,
  words: CueWords,
  alone: ReadonlyMap<string, readonly number[]>,
): Known | null {
  const gender = titles.map(title => words.titleGender.get(title)).find(each => each !== undefined);
  const same = namesakes.filter(figure => compatible(figure.name, parts));
  if (same.length <= 1) return same[0] ?? null;
  const full = parts.join(' ');
  const [only, ...others] = same.filter(figure => gender === undefined || figure.gender === gender);
  // "Mrs. Roe" is the one who can be.
  if (only && others.length === 0) return only;
  const fitting = same.filter(figure => !gender || !figure.gender || figure.gender === gender);
  return (
    fitting.find(({ name }) => name === full) ??
    byOffice(fitting, titles, words) ??
    mainOne(fitting, alone.get(surnameOf(parts)) ?? [])
  );
}

/** "Captain Roe" is the one who is captain. */
function byOffice(same: readonly Known[], titles: readonly string[], words: CueWords): Known | null {
  const offices = titles.filter(
    title => words.titles.has(title) && !/^(?:former|mr|mrs|ms|miss)$/.test(title),
  );
  const holders = same.filter(figure => offices.some(title => figure.titles.has(title)));
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

/** Where one of them is plainly whom the article is about, the surname alone means them. */
function mainOne(same: readonly Known[], alone: readonly number[]): Known | null {
  const [strangers, [earlier, later]] = [
    same.filter(({ kin }) => !kin),
    [...same].sort((a, b) => a.first - b.first),
  ];
  if (strangers.length === 1) return strangers[0] ?? null;
  // A surname that stood alone before its second bearer was named goes on to mean the first.
  if (earlier && later && alone.some(at => earlier.first < at && at < later.first)) return earlier;
  const [first, second] = [...same].sort((a, b) => b.count - a.count);
  return first && first.count >= 2 && first.count >= 2 * (second?.count ?? 0) ? first : null;
}

/** Popes and kings go by the name before the number: "Leo XIV" is "Leo" later; "Jr." is no surname. */
function surnameOf(parts: readonly string[]): string {
  const counted = parts.length > 1 && /^(?:[IVX]+|[JS]r\.?)$/.test(parts.at(-1) ?? '');
  return (parts.at(counted ? -2 : -1) ?? '').toLowerCase();
}

/** Whether two forms can be one person's: "Jane Roe" and "J. Roe", "Ken Roe" and "Kenneth Roe". */
function compatible(name: string, parts: readonly string[]): boolean {
  const own = name.split(' ');
  const [known = '', other = ''] = [own[0], parts[0]];
  if (parts.length === 1 || own.length === 1) return true;
  const [short, long] = known.length <= other.length ? [known, other] : [other, known];
  return (
    (short.length >= 3 && long.startsWith(short)) ||
    (short.length <= 2 && short[0] === long[0]) ||
    own.includes(other)
  );
}

/** Titles say more than first names: "the widow Terry Roe". */
function genderOf(
  { titles, nominal, gender, ownGender, words: parts }: Named,
  words: CueWords,
): Gender | null {
  const titled = [...titles, ...nominal]
    .map(title => words.titleGender.get(title))
    .find(each => each !== undefined);
  const first = parts.length > 1 ? words.gender.get((parts[0] ?? '').toLowerCase()) : undefined;
  return titled ?? gender ?? first ?? ownGender;
}
