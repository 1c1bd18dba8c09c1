import type { CueWords } from './cuewords.ts';
import type { Named } from './named.ts';
import type { Figure, Gender } from './people.ts';

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
}

// No article names more people of one surname; a list that does says nothing about who is meant.
const mostOfOneSurname = 20;

export function register(words: CueWords): Register {
  const figures: Known[] = [];
  const surnames = new Map<string, Known[]>();
  const find = (name: Named): Known | null => meant(surnames.get(surnameOf(name.words)) ?? [], name, words);
  return {
    figures,
    find,
    bySurname: surname => surnames.get(surname.toLowerCase()) ?? [],
    add(name) {
      const known = find(name);
      if (known) {
        enrich(known, name, words);
        return;
      }
      const surname = surnameOf(name.words);
      const namesakes = surnames.get(surname) ?? [];
      if (namesakes.length >= mostOfOneSurname) return;
      const figure = newFigure(name, surname);
      enrich(figure, name, words);
      figures.push(figure);
      surnames.set(surname, [...namesakes, figure]);
    },
  };
}

const newFigure = (name: Named, surname: string): Known => ({
  name: name.words.join(' '),
  surname,
  titles: new Set(),
  designations: new Set(),
  gender: null,
  count: 0,
});

function enrich(figure: Known, { words: parts, titles, nominal, phrases }: Named, words: CueWords): void {
  figure.count++;
  if (parts.join(' ').length > figure.name.length) figure.name = parts.join(' ');
  for (const title of [...titles, ...nominal]) figure.titles.add(title);
  for (const phrase of phrases) figure.designations.add(phrase);
  figure.gender ??= genderOf([...titles, ...nominal], parts, words);
}

function meant(namesakes: readonly Known[], { words: parts, titles }: Named, words: CueWords): Known | null {
  const same = namesakes.filter(({ name }) => compatible(name, parts));
  if (same.length <= 1) return same[0] ?? null;
  return same.find(({ name }) => name === parts.join(' ')) ?? byTitle(same, titles, words) ?? mainOne(same);
}

/** "Mrs. Roe" is the one who can be. */
function byTitle(same: readonly Known[], titles: readonly string[], words: CueWords): Known | null {
  const gender = titles.map(title => words.gender.get(title)).find(each => each !== undefined);
  const fitting = gender === undefined ? [] : same.filter(figure => figure.gender === gender);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** Where one of them is plainly whom the article is about, the surname alone means them. */
function mainOne(same: readonly Known[]): Known | null {
  const [first, second] = [...same].sort((a, b) => b.count - a.count);
  return first && first.count >= 2 && first.count >= 2 * (second?.count ?? 0) ? first : null;
}

/** Popes and kings go by the name before the number: "Leo XIV" is "Leo" later. */
function surnameOf(parts: readonly string[]): string {
  const numbered = parts.length > 1 && /^[IVX]+$/.test(parts.at(-1) ?? '');
  return (parts.at(numbered ? -2 : -1) ?? '').toLowerCase();
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
