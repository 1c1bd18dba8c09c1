import type { Actor } from '../core/actor.ts';
import { type Catalog, folded, namesOf, partyOf } from '../core/catalog.ts';
import type { NameOf } from '../core/utterance-told.ts';
import type { Setting } from './said.ts';

const indexes = new WeakMap<Catalog, ReadonlyMap<string, Actor>>();

/** Who a capitalised word or phrase names, as a path from the party: `ukraine`, `ukraine/sybiha`. */
export function namesIn({ catalog, at }: Setting): NameOf {
  const index = indexOf(catalog);
  return words => {
    const actor = index.get(folded(words));
    if (!actor) return null;
    const party = partyOf(catalog, actor.id, at);
    return actor.kind === 'person' && party ? `${party}/${actor.id}` : (party ?? actor.id);
  };
}

/** Names before adjectives before surnames; what two actors share names neither. */
function indexOf(catalog: Catalog): ReadonlyMap<string, Actor> {
  const known = indexes.get(catalog);
  if (known) return known;
  const index = new Map<string, Actor>();
  const actors = [...catalog.actors.values()];
  for (const names of [namesOf, adjectivesOf, surnameOf]) add(index, actors, names);
  indexes.set(catalog, index);
  return index;
}

const adjectivesOf = ({ adjectives }: Actor): readonly string[] => adjectives;

const surnameOf = ({ kind, name }: Actor): readonly string[] =>
  kind === 'person' ? [name.split(' ').at(-1) ?? name] : [];

function add(
  index: Map<string, Actor>,
  actors: readonly Actor[],
  names: (actor: Actor) => readonly string[],
): void {
  const found = new Map<string, Set<Actor>>();
  for (const actor of actors) {
    for (const name of names(actor))
      found.set(folded(name), (found.get(folded(name)) ?? new Set()).add(actor));
  }
  for (const [name, [only, ...others]] of found) {
    if (only && others.length === 0 && !index.has(name)) index.set(name, only);
  }
}
