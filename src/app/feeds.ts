import { folded, lookalikes } from '../core/catalog.ts';
import { UserError } from '../core/errors.ts';
import type { Feed, Outlet, Ownership } from '../core/feed.ts';
import {
  type AddedFeed,
  addressKey,
  type FeedSetting,
  type ListedFeed,
  listedFeeds,
  shortName,
} from '../core/feed-setting.ts';
import type { Setting } from '../core/setting.ts';
import type { Context } from './command.ts';
import type { FoundFeed, Mentions } from './ports.ts';
import { keep, personOf } from './settings.ts';

/** What stands at an address, and what of it is of interest to this desk. */
export interface Looked {
  readonly found: FoundFeed;
  /** Of each item, in the order of `found.items`. */
  readonly mentions: readonly Mentions[];
}

/** What a person, or a button, can say in one word. */
const longestAddress = 300;

/** Looks at an address. Throws a UserError that says what was seen where there is no feed. */
export async function looked(url: string, { feedFinder, mentionFinder, now }: Context): Promise<Looked> {
  const look = await feedFinder.look(url);
  if (look.outcome !== 'found') throw noFeed(URL.parse(url)?.host ?? url, look);
  if (look.feed.url.length > longestAddress)
    throw new UserError(
      `The feed's address is longer than ${longestAddress} characters. It belongs into feeds.yaml.`,
    );
  const texts = look.feed.items.map(({ title, text }) => `${title}\n\n${text}`);
  return { found: look.feed, mentions: await mentionFinder.mentions(texts, now) };
}

function noFeed(host: string, { outcome, detail }: { outcome: string; detail: string }): UserError {
  if (outcome === 'refused-address') {
    const hint = 'Feeds are fetched from public addresses; ATTACHE_ALLOW_HOSTS names internal ones.';
    return new UserError(`This address is not asked: ${detail}. ${hint}`, { option: 'url' });
  }
  const hint = 'Give the address of a feed, or of a page that names its feed.';
  return new UserError(`No feed was found at ${host}: ${detail}. ${hint}`, { option: 'url' });
}

/** Every feed, paused and removed ones included. Who changed it is home's to know. */
export async function feedsListed({ configured, settings, isHome }: Context): Promise<ListedFeed[]> {
  const all = listedFeeds(configured, await settings.current());
  return isHome ? all : all.map(unsigned);
}

const someone = 'a manager';

const unsigned = (feed: ListedFeed): ListedFeed => ({
  ...feed,
  added: feed.added && { ...feed.added, by: someone },
  changed: feed.changed && { ...feed.changed, by: someone },
});

/** The feed of that name. Throws a UserError where there is none, or none any more. */
export async function feedMeant(id: string, context: Context): Promise<ListedFeed> {
  const all = await feedsListed(context);
  const found = all.find(({ feed }) => feed.id === id);
  if (found && found.state !== 'removed') return found;
  const ids = all.flatMap(({ feed, state }) => (state === 'removed' ? [] : [feed.id]));
  const reason = found ? `The feed ${id} was removed.` : `There is no feed “${id}”.`;
  const suggestions = lookalikes(id, ids);
  throw new UserError(`${reason} /feeds list names them.`, { suggestions, option: 'feed' });
}

/** Throws a UserError where the address is one that is, or was, added or stands in the file. */
export function refuseKnown(url: string, all: readonly ListedFeed[]): void {
  const known = all.find(
    ({ feed, state }) => state !== 'removed' && addressKey(feed.url) === addressKey(url),
  );
  if (!known) return;
  const { id } = known.feed;
  const hint =
    known.state === 'paused' ? `It is paused: /feeds resume feed:${id}` : '/feeds list shows how it is.';
  throw new UserError(`This feed is here already, as ${id}. ${hint}`);
}

export interface Wished {
  readonly outlet?: string | undefined;
  readonly ownership?: Ownership | undefined;
  readonly language?: string | undefined;
  readonly id?: string | undefined;
}

/** The feed as it would be added: what was not said is made of its title and address. */
export function feedWished(
  { url, title }: Pick<FoundFeed, 'url' | 'title'>,
  wished: Wished,
  all: readonly ListedFeed[],
  outlets: ReadonlyMap<string, Outlet>,
): Pick<AddedFeed, 'feed' | 'outlet'> {
  const outlet = outletWished({ url, title }, wished, all, outlets);
  const { language = 'en' } = wished;
  const id = wished.id ?? nameOf(`${outlet.id}-${language}`, url, all);
  const feed: Feed = { id, outlet: outlet.id, url, language, every: null };
  return { feed, outlet };
}

function outletWished(
  { url, title }: Pick<FoundFeed, 'url' | 'title'>,
  { outlet: name, ownership }: Wished,
  all: readonly ListedFeed[],
  outlets: ReadonlyMap<string, Outlet>,
): Outlet {
  const host = hostOf(url);
  const isOwn = !sharedHosts.test(host);
  const sibling = isOwn ? all.find(({ feed }) => hostOf(feed.url) === host)?.feed.outlet : undefined;
  const known = name === undefined ? outlets.get(sibling ?? '') : outletNamed(name, outlets);
  if (known) return ownership ? { ...known, ownership } : known;
  const called = name ?? (title.slice(0, 60).toWellFormed().trim() || host);
  const id = shortName(name && /[a-z]/i.test(name) ? name : host, new Set(outlets.keys()));
  return { id, name: called, country: 'INT', ownership: ownership ?? { kind: 'independent' } };
}

/** Many publish through these: what they share says nothing of who they are. */
const sharedHosts =
  /(?:^|\.)(?:feedburner|feedblitz|medium|youtube|reddit|telegram|rsshub|google|wordpress|github|t)\.(?:com|org|app|io|me)$/;

const hostOf = (url: string): string => (URL.parse(url)?.host ?? '').replace(/^(?:www|rss|feeds?)\./, '');

const outletNamed = (name: string, outlets: ReadonlyMap<string, Outlet>): Outlet | undefined =>
  [...outlets.values()].find(outlet => [outlet.id, outlet.name].some(each => folded(each) === folded(name)));

/** What is remembered of a feed goes by its name: a name is used again for the same address alone. */
function nameOf(words: string, url: string, all: readonly ListedFeed[]): string {
  const removed = all.find(({ feed }) => addressKey(feed.url) === addressKey(url));
  return removed?.feed.id ?? shortName(words, new Set(all.map(({ feed }) => feed.id)));
}

/** Throws a UserError where a name that was typed is another feed's. */
export function refuseTaken(id: string, url: string, all: readonly ListedFeed[]): void {
  const other = all.find(({ feed }) => feed.id === id && addressKey(feed.url) !== addressKey(url));
  if (!other) return;
  const was = other.state === 'removed' ? 'was the name of' : 'is the name of';
  throw new UserError(`${id} ${was} another feed, of ${other.outlet}. Give this one another name.`, {
    option: 'id',
  });
}

/** Throws a UserError where the ownership of an outlet of the file would be another one than the file says. */
export function refuseOwnership(outlet: Outlet, { configured }: Pick<Context, 'configured'>): void {
  const known = configured.outlets.get(outlet.id);
  if (!known || JSON.stringify(known.ownership) === JSON.stringify(outlet.ownership)) return;
  throw new UserError(`feeds.yaml says whose ${known.name} is. Change it there.`, { option: 'ownership' });
}

/** Keeps what was added, under who asks. */
export async function addFeed(
  { feed, outlet }: Pick<AddedFeed, 'feed' | 'outlet'>,
  context: Context,
): Promise<void> {
  const by = { by: personOf(context), at: context.now };
  await put(feed.id, { added: { feed, outlet, ...by }, state: 'polled' }, context);
}

/** Changes how a feed stands, and gives it as it is then. */
export async function setState(
  { feed }: ListedFeed,
  state: FeedSetting['state'],
  context: Context,
): Promise<ListedFeed> {
  const set = await context.settings.current();
  const last = set.find(
    (each): each is Setting & { kind: 'feed' } => each.kind === 'feed' && each.id === feed.id,
  );
  const ofFile = context.configured.feeds.has(feed.id);
  await put(feed.id, { added: ofFile ? null : (last?.value?.added ?? null), state }, context);
  const now = (await feedsListed(context)).find(each => each.feed.id === feed.id);
  if (!now) throw new Error(`the feed ${feed.id} is gone`);
  return now;
}

const put = (id: string, value: FeedSetting, context: Context): Promise<void> =>
  keep({ kind: 'feed', id, value }, context);
