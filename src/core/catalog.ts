import { type Actor, type ActorId, type Office, officesAt } from './actor.ts';
import type { Feed, Outlet } from './feed.ts';
import { dropOldest } from './oldest.ts';
import type { Instant } from './time.ts';
import type { Negotiation, Topic, TopicId } from './topic.ts';

/** Everything the desk follows, as the configuration says. */
export interface Catalog {
  readonly negotiations: readonly Negotiation[];
  readonly actors: ReadonlyMap<ActorId, Actor>;
  readonly topics: ReadonlyMap<TopicId, Topic>;
  readonly outlets: ReadonlyMap<string, Outlet>;
  readonly feeds: ReadonlyMap<string, Feed>;
}

export interface CatalogParts {
  readonly negotiations: readonly Negotiation[];
  readonly actors: readonly Actor[];
  readonly outlets: readonly Outlet[];
  readonly feeds: readonly Feed[];
}

const byId = <T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> =>
  new Map(things.map(thing => [thing.id, thing]));

export function catalog({ negotiations, actors, outlets, feeds }: CatalogParts): Catalog {
  return {
    negotiations,
    actors: byId(actors),
    topics: byId(negotiations.flatMap(negotiation => negotiation.topics)),
    outlets: byId(outlets),
    feeds: byId(feeds),
  };
}

/** The parties of all negotiations, in the order of the configuration. */
export function parties(of: Catalog): Actor[] {
  const ids = new Set(of.negotiations.flatMap(negotiation => negotiation.parties));
  return [...ids].flatMap(id => of.actors.get(id) ?? []);
}

/**
 * The party an actor speaks for at an instant: itself where it is one, else through what a body speaks for or what a
 * person's offices are of. Null where there is none, or where the offices lead to different parties.
 */
export function partyOf(of: Catalog, id: ActorId, at: Instant): ActorId | null {
  const isParty = (actor: ActorId): boolean => of.negotiations.some(({ parties }) => parties.includes(actor));
  const climb = (actor: ActorId, depth: number): ActorId | null => {
    if (isParty(actor)) return actor;
    const found = of.actors.get(actor);
    if (!found || depth > 5) return null;
    const next = found.speaksFor ? [found.speaksFor] : officesAt(found, at).map(office => office.of);
    const reached = new Set(next.map(each => climb(each, depth + 1)).filter(each => each !== null));
    return reached.size === 1 ? ([...reached][0] ?? null) : null;
  };
  return climb(id, 0);
}

/** The office to show beside a name, such as "Foreign Minister of Ukraine"; null where none is held. */
export function shownOffice(actor: Actor, at: Instant): string | null {
  const office: Office | undefined = officesAt(actor, at).at(-1);
  return office?.title ?? null;
}

/** Words of plain letters with single spaces between them have nothing to fold but their case. */
const plain = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/** A name as it is compared: without case, accents, apostrophes, dots and a leading "the". */
export function folded(name: string): string {
  const known = foldings.get(name);
  if (known !== undefined) return known;
  const found = folding(name);
  if (name.length <= longestName) foldings.set(name, found);
  dropOldest(foldings, mostFoldings);
  return found;
}

/** Every name of the catalog is compared with what people type: each is folded once. What they type is soon dropped. */
const foldings = new Map<string, string>();
const mostFoldings = 20_000;
const longestName = 100;

function folding(name: string): string {
  if (plain.test(name)) return name.toLowerCase().replace(/^the /, '');
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`.]/g, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .replace(/^the /, '');
}

/** The actors a word or phrase names, by id, name, alias or a person's surname: several where it is ambiguous. */
export function actorsNamed(of: Catalog, words: string): Actor[] {
  const wanted = folded(words);
  const all = [...of.actors.values()];
  const exact = all.filter(actor => namesOf(actor).some(name => folded(name) === wanted));
  if (exact.length > 0) return exact;
  return all.filter(actor => actor.kind === 'person' && folded(actor.name).split(' ').at(-1) === wanted);
}

export const namesOf = (actor: Actor): readonly string[] => [actor.id, actor.name, ...actor.aliases];

/** The topics a word names: one by id or title, a whole family by its id or title, else those whose terms hold it. */
export function topicsNamed(of: Catalog, words: string): Topic[] {
  const wanted = folded(words);
  const all = [...of.topics.values()];
  const one = all.filter(topic => [topic.id, topic.title].some(name => folded(name) === wanted));
  if (one.length > 0) return one;
  const family = all.filter(topic =>
    [topic.family, familyTitle(of, topic)].some(name => folded(name) === wanted),
  );
  if (family.length > 0) return family;
  return all.filter(topic => wordsOf(topic).some(word => folded(word) === wanted));
}

/** What a topic is called in texts, as people would type it: without the patterns. */
export const wordsOf = ({ terms, named, faint }: Topic): readonly string[] =>
  [...terms, ...named, ...faint].filter(word => !/[|…]/.test(word));

export function familyTitle(of: Catalog, topic: Topic): string {
  const negotiation = of.negotiations.find(({ id }) => id === topic.negotiation);
  return negotiation?.families[topic.family] ?? topic.family;
}

/** Up to `count` of `candidates` that look like `word`, nearest first: for "did you mean". */
export function lookalikes(word: string, candidates: Iterable<string>, count = 3): string[] {
  const wanted = folded(word);
  const limit = Math.min(4, Math.max(1, Math.floor(wanted.length / 3)));
  return [...new Set(candidates)]
    .map(candidate => ({ candidate, distance: nearness(wanted, folded(candidate)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

function nearness(wanted: string, candidate: string): number {
  if (candidate.startsWith(wanted) && wanted.length >= 2) return 0.5;
  return editDistance(wanted.slice(0, 40), candidate.slice(0, 40));
}

/** Optimal string alignment: insertions, deletions, replacements and swapped neighbours each cost one. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const replaced = cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cell(i - 2, j - 2) + 1 : replaced;
      row.push(Math.min(cell(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, replaced, swapped));
    }
  }
  return cell(a.length, b.length);
}
