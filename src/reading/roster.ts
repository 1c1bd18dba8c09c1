import { type Actor, type Office, officesAt } from '../core/actor.ts';
import { type Catalog, folded, namesOf, partyOf, shownOffice } from '../core/catalog.ts';
import type { Speaker } from '../core/statement.ts';
import type { Instant } from '../core/time.ts';

/** The configured actors as texts call them. */
export interface Roster {
  /** Those of exactly this name or alias. */
  named(words: string): readonly Actor[];
  /** Who holds the office that these words name on the day. */
  holding(words: string): readonly Actor[];
  /** Persons whose office was of this title and body, on another day too. */
  person(name: string): Actor | null;
  /** The offices held on the day, in lower case, with and without what they are of: "president of suderia", "president". */
  titlesOf(actor: Actor): readonly string[];
  speaker(actor: Actor): Speaker;
}

interface Index {
  readonly names: ReadonlyMap<string, readonly Actor[]>;
  /** Those of the instant asked for last: the articles of one reading run are mostly of one day. */
  offices: { readonly at: Instant; readonly holders: ReadonlyMap<string, readonly Actor[]> } | null;
}

const indexes = new WeakMap<Catalog, Index>();

export function roster(catalog: Catalog, at: Instant): Roster {
  const { names } = indexOf(catalog);
  const offices = officesAtInstant(catalog, at);
  return {
    named: words => names.get(folded(words)) ?? [],
    holding: words => offices.get(folded(words)) ?? [],
    person: name => personNamed(names, name),
    titlesOf: actor => officesAt(actor, at).flatMap(office => titlesIn(catalog, office)),
    speaker: actor => ({
      name: actor.name,
      actor: actor.id,
      party: partyOf(catalog, actor.id, at),
      office: actor.kind === 'person' ? shownOffice(actor, at) : null,
    }),
  };
}

function indexOf(catalog: Catalog): Index {
  let index = indexes.get(catalog);
  if (!index) {
    const names = new Map<string, Actor[]>();
    for (const actor of catalog.actors.values())
      for (const name of spelledOut(actor)) append(names, folded(name), actor);
    index = { names, offices: null };
    indexes.set(catalog, index);
  }
  return index;
}

function officesAtInstant(catalog: Catalog, at: Instant): ReadonlyMap<string, readonly Actor[]> {
  const index = indexOf(catalog);
  if (index.offices?.at !== at) index.offices = { at, holders: officesOn(catalog, at) };
  return index.offices.holders;
}

/** Names and aliases; for a person also the surname alone. */
function spelledOut(actor: Actor): readonly string[] {
  const names = namesOf(actor).filter(name => name !== actor.id || actor.kind !== 'person');
  const surname = actor.kind === 'person' ? actor.name.split(' ').at(-1) : undefined;
  return [...new Set([...names, ...(surname ? [surname] : [])])];
}

function append(map: Map<string, Actor[]>, key: string, actor: Actor): void {
  const known = map.get(key) ?? [];
  if (!known.includes(actor)) map.set(key, [...known, actor]);
}

/** "Russian foreign minister", "Russia's president", "president of Russia": every way to name an office by what it is of. */
function officesOn(catalog: Catalog, at: Instant): Map<string, Actor[]> {
  const offices = new Map<string, Actor[]>();
  for (const actor of catalog.actors.values()) {
    for (const office of officesAt(actor, at)) {
      const owner = catalog.actors.get(office.of);
      const plain = [office.title, ...office.aliases];
      for (const title of plain) append(offices, folded(title), actor);
      if (owner) for (const name of qualified(plain, owner)) append(offices, folded(name), actor);
    }
  }
  return offices;
}

function qualified(titles: readonly string[], owner: Actor): string[] {
  const names = [owner.name, ...owner.aliases];
  const bare = titles
    .map(title => bareTitle(title, [...names, ...owner.adjectives]))
    .filter(title => title !== '');
  return [...new Set(bare)].flatMap(title => [
    ...owner.adjectives.map(adjective => `${adjective} ${title}`),
    ...names.flatMap(name => [`${name}'s ${title}`, `${title} of ${name}`, `${title} of the ${name}`]),
  ]);
}

function titlesIn({ actors }: Catalog, { title, aliases, of }: Office): string[] {
  const owner = actors.get(of);
  const plain = [title, ...aliases];
  const qualifiers = owner ? [owner.name, ...owner.aliases, ...owner.adjectives] : [];
  return [...plain, ...plain.map(each => bareTitle(each, qualifiers)).filter(each => each !== '')].map(
    folded,
  );
}

/** "Foreign Minister of Ukraine" and "Ukrainian foreign minister" are both "foreign minister". */
function bareTitle(title: string, qualifiers: readonly string[]): string {
  const found = qualifiers.find(
    each =>
      title.startsWith(`${each} `) ||
      title.startsWith(`${each}'s `) ||
      title.endsWith(` of ${each}`) ||
      title.endsWith(` of the ${each}`),
  );
  if (found === undefined) return '';
  const escaped = found.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return title.replace(new RegExp(`^${escaped}(?:'s)? | of (?:the )?${escaped}$`), '');
}

function personNamed(names: ReadonlyMap<string, readonly Actor[]>, name: string): Actor | null {
  const isPerson = (actor: Actor): boolean => actor.kind === 'person';
  const exact = (names.get(folded(name)) ?? []).filter(isPerson);
  if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null;
  const [first = '', ...rest] = folded(name).split(' ');
  const last = rest.at(-1);
  if (!last) return null;
  const alike = (names.get(last) ?? []).filter(actor => isPerson(actor) && sameFirstName(actor, first));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

const sameFirstName = (actor: Actor, first: string): boolean =>
  [actor.name, ...actor.aliases].some(
    name => folded(name).includes(' ') && folded(name).split(' ')[0] === first,
  );
