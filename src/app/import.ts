import { type Catalog, folded } from '../core/catalog.ts';
import type { Outlet } from '../core/feed.ts';
import {
  type AddedFeed,
  addedIn,
  addressKey,
  type ListedFeed,
  listedFeeds,
  shortName,
} from '../core/feed-setting.ts';
import type { Setting } from '../core/setting.ts';

/** A feed of a list that another program wrote. */
export interface ListedEntry {
  readonly line: number;
  readonly url: string;
  readonly title: string;
  readonly language: string;
}

export interface Import {
  readonly added: readonly AddedFeed[];
  readonly newOutlets: readonly Outlet[];
  /** What is polled or paused already, or stands twice in the list, with the feed that it is. */
  readonly known: readonly { readonly line: number; readonly feed: string }[];
}

/**
 * What a list brings. A feed belongs to the outlet that its title names, else to a new one of that name: what feeds share
 * a host is no reason, as many outlets publish through one.
 */
export function imported(
  entries: readonly ListedEntry[],
  catalog: Catalog,
  settings: readonly Setting[],
  by: Pick<AddedFeed, 'by' | 'at'>,
): Import {
  const taken = takenIn(catalog, settings);
  const before = new Set(taken.outlets.values());
  const [added, known]: [AddedFeed[], { line: number; feed: string }[]] = [[], []];
  for (const entry of entries) {
    const feed = taken.addresses.get(addressKey(entry.url));
    if (feed === undefined) added.push({ ...newFeed(entry, taken), ...by });
    else known.push({ line: entry.line, feed });
  }
  const newOutlets = [...new Set(added.map(({ outlet }) => outlet))].filter(outlet => !before.has(outlet));
  return { added, newOutlets, known };
}

/** What is used already; it grows with each feed of the list. */
interface Taken {
  /** Feeds by the keys of their addresses; those that were removed apart, as their names come back with them. */
  readonly addresses: Map<string, string>;
  readonly removed: ReadonlyMap<string, string>;
  readonly ids: Set<string>;
  /** By name, as names are compared. */
  readonly outlets: Map<string, Outlet>;
}

function takenIn(catalog: Catalog, settings: readonly Setting[]): Taken {
  const all = listedFeeds(catalog, settings);
  const byAddress = (feeds: readonly ListedFeed[]) =>
    new Map(feeds.map(({ feed }) => [addressKey(feed.url), feed.id]));
  const outlets = [...addedIn(settings).map(({ outlet }) => outlet), ...catalog.outlets.values()];
  return {
    addresses: byAddress(all.filter(({ state }) => state !== 'removed')),
    removed: byAddress(all.filter(({ state }) => state === 'removed')),
    ids: new Set(all.map(({ feed }) => feed.id)),
    outlets: new Map(outlets.map(outlet => [folded(outlet.name), outlet])),
  };
}

function newFeed({ url, title, language }: ListedEntry, taken: Taken): Pick<AddedFeed, 'feed' | 'outlet'> {
  const outlet = outletOf(title, url, taken.outlets);
  const key = addressKey(url);
  const id = taken.removed.get(key) ?? shortName(`${outlet.id}-${language}`, taken.ids);
  taken.ids.add(id);
  taken.addresses.set(key, id);
  return { feed: { id, outlet: outlet.id, url, language, every: null }, outlet };
}

function outletOf(title: string, url: string, outlets: Map<string, Outlet>): Outlet {
  const host = (URL.parse(url)?.hostname ?? url).replace(/^www\./, '');
  const name = title.replace(/\s+/g, ' ').slice(0, 60).toWellFormed().trim() || host;
  const known = outlets.get(folded(name));
  if (known) return known;
  const ids = new Set([...outlets.values()].map(({ id }) => id));
  const id = shortName(/[a-z]/i.test(name) ? name : host, ids);
  const outlet: Outlet = { id, name, country: 'INT', ownership: { kind: 'independent' } };
  outlets.set(folded(name), outlet);
  return outlet;
}
