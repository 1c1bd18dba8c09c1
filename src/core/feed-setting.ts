import type { Catalog } from './catalog.ts';
import type { Feed, Outlet } from './feed.ts';
import type { Setting } from './setting.ts';
import type { Instant } from './time.ts';

/** What somebody set of a feed. */
export interface FeedSetting {
  /** What was added; null where the feed is one of the file's. */
  readonly added: AddedFeed | null;
  /** `removed` keeps the outlet: what it published stays on record, under its name. */
  readonly state: 'polled' | 'paused' | 'removed';
}

export interface AddedFeed {
  readonly feed: Feed;
  readonly outlet: Outlet;
  readonly by: string;
  readonly at: Instant;
}

/** A feed of the file or of a setting, with who last changed it; `changed` is null where nobody did. */
export interface ListedFeed {
  readonly feed: Feed;
  readonly outlet: string;
  readonly added: Pick<AddedFeed, 'by' | 'at'> | null;
  readonly state: FeedSetting['state'];
  readonly changed: { readonly by: string; readonly at: Instant } | null;
}

/**
 * The catalog as the files and the settings say together: paused and removed feeds are not in it, outlets of removed
 * ones are. What a file says of an id or an address holds against what was added. The same catalog where nothing is set.
 */
export function catalogWith(catalog: Catalog, settings: readonly Setting[]): Catalog {
  const set = settings.filter(({ kind, value }) => kind === 'feed' && value !== null);
  const isPaused = [...catalog.feeds.values()].some(({ paused }) => paused);
  if (set.length === 0 && !isPaused) return catalog;
  const polled = listedFeeds(catalog, settings).filter(({ state }) => state === 'polled');
  // Of what was said of an outlet, the last holds.
  const added = addedIn(settings).toSorted((a, b) => a.at - b.at);
  return {
    ...catalog,
    feeds: new Map(polled.map(({ feed }) => [feed.id, feed])),
    outlets: new Map([...added.map(({ outlet }) => [outlet.id, outlet] as const), ...catalog.outlets]),
  };
}

/** Every feed, paused and removed ones included: those of the file first, in its order, then as they were added. */
export function listedFeeds({ feeds, outlets }: Catalog, settings: readonly Setting[]): ListedFeed[] {
  const set = new Map(settings.flatMap(each => (each.kind === 'feed' ? [[each.id, each] as const] : [])));
  const ofFile = [...feeds.values()].map((feed): ListedFeed => {
    const last = set.get(feed.id);
    // A feed that the file has was removed, if at all, before the file had it.
    const said = last?.value?.state ?? (feed.paused ? 'paused' : 'polled');
    const state = said === 'paused' ? 'paused' : 'polled';
    const changed = last?.value ? { by: last.by, at: last.at } : null;
    return { feed, outlet: outlets.get(feed.outlet)?.name ?? feed.outlet, added: null, state, changed };
  });
  const addresses = new Set(ofFile.map(({ feed }) => addressKey(feed.url)));
  const ofChat = [...set.values()].flatMap(({ value, by, at }): ListedFeed[] => {
    if (!value?.added || feeds.has(value.added.feed.id)) return [];
    const { feed, outlet, ...added } = value.added;
    if (addresses.has(addressKey(feed.url))) return [];
    const name = outlets.get(outlet.id)?.name ?? outlet.name;
    const changed = value.state === 'polled' && at === added.at ? null : { by, at };
    return [{ feed, outlet: name, added, state: value.state, changed }];
  });
  return [...ofFile, ...ofChat];
}

export const addedIn = (settings: readonly Setting[]): AddedFeed[] =>
  settings.flatMap(({ kind, value }) => (kind === 'feed' && value?.added ? [value.added] : []));

/** An address as it is compared: scheme, `www.`, a slash at the end and a fragment make no other feed. */
export function addressKey(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  const { host, pathname, search } = url;
  return host.replace(/^www\./, '') + pathname.replace(/\/+$/, '') + search;
}

/** A short name that none of `taken` has: small letters, digits and single hyphens, from the words given. */
export function shortName(words: string, taken: ReadonlySet<string>): string {
  const plain = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = plain.slice(0, 40).replace(/-+$/, '') || 'feed';
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base}-${count}`;
  return name;
}
