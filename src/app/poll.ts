import type { Article } from '../core/article.ts';
import { atAddress, type Feed, type FeedState, unpolled } from '../core/feed.ts';
import { addressOf, isMoved } from '../core/moves.ts';
import type { Instant } from '../core/time.ts';
import { type Hash, identityKeys } from './identity.ts';
import { recordOf, stateAfter, type TakenIn } from './poll-state.ts';
import type { ArticleText, FeedReader, Item, Log, PageReader, Poll, Store } from './ports.ts';

export interface PollTools {
  readonly feeds: ReadonlyMap<string, Feed>;
  readonly reader: FeedReader;
  readonly pages: PageReader;
  readonly store: Pick<Store, 'articles' | 'feedStates'>;
  readonly hash: Hash;
  readonly now: () => Instant;
  /** From 0 to 1, anew at each call. */
  readonly random: () => number;
  readonly log: Log;
}

/** Hosts that are asked at the same time. Their pace is slow by itself: it is the sum that costs memory. */
const hostsAtOnce = 16;

interface Due {
  readonly feed: Feed;
  readonly state: FeedState;
}

/** Polls every feed that is due and keeps what is new. What one feed does wrong is recorded on it and stops no other. */
export async function pollFeeds(tools: PollTools): Promise<void> {
  const hosts = byHost(await dueFeeds(tools));
  const workers = Array.from({ length: hostsAtOnce }, async () => {
    for (let feeds = hosts.shift(); feeds; feeds = hosts.shift()) await pollHost(feeds, tools);
  });
  await Promise.all(workers);
}

async function dueFeeds({ feeds, store, now }: PollTools): Promise<Due[]> {
  const states = new Map((await store.feedStates.all()).map(state => [state.feed, state]));
  const all = [...feeds.values()].map(feed => {
    const known = states.get(feed.id);
    return { feed, state: known ? atAddress(known, feed.url) : unpolled(feed.id, feed.url) };
  });
  const held = new Set(all.filter(({ state }) => (state.holdUntil ?? 0) > now()).map(hostOf));
  return all.filter(each => each.state.nextAt <= now() && !held.has(hostOf(each)));
}

const hostOf = ({ feed }: Due): string => URL.parse(feed.url)?.host ?? feed.url;

/** Those that have waited longest come first: after a host has had its peace, not the feed that cost us our welcome. */
function byHost(due: readonly Due[]): Due[][] {
  const inOrder = due.toSorted((a, b) => a.state.nextAt - b.state.nextAt);
  return [...Map.groupBy(inOrder, hostOf).values()];
}

/** One feed after the other; where the host asks for patience, the others wait for another day. */
async function pollHost(feeds: readonly Due[], tools: PollTools): Promise<void> {
  for (const { feed, state } of feeds) {
    const after = await pollFeed(feed, state, tools);
    if ((after.holdUntil ?? 0) > tools.now()) return;
  }
}

async function pollFeed(feed: Feed, before: FeedState, tools: PollTools): Promise<FeedState> {
  const poll = await tools.reader.poll({ ...feed, url: addressOf(feed, before) }, before);
  const taken = poll.outcome === 'ok' ? await keepNew(poll.items, feed, before, tools) : nothing;
  const polled = { feed, before, poll, taken, now: tools.now(), chance: tools.random() };
  const after = stateAfter(polled);
  // The validators are remembered after the articles: a crash in between asks again instead of losing them.
  await tools.store.feedStates.save(after, recordOf(polled, after));
  logPoll(poll, { before, after, taken }, tools);
  return after;
}

const nothing: TakenIn = { added: 0, dated: 0, isComplete: true };

function logPoll(
  { outcome }: Poll,
  { before, after, taken }: { before: FeedState; after: FeedState; taken: TakenIn },
  { log }: PollTools,
): void {
  const { feed, detail } = after;
  log.info('feed polled', { feed, outcome, added: taken.added });
  if (after.pausedSince !== null && before.pausedSince === null) log.warn('feed paused', { feed, detail });
  if (isMoved(after) && !isMoved(before)) log.warn('feed moved', { feed, to: after.movedTo });
}

/** A host with a long archive, a page a second, must not keep the others waiting: the rest is taken in next time. */
const patience = 30_000;

async function keepNew(
  items: readonly Item[],
  feed: Feed,
  state: FeedState,
  tools: PollTools,
): Promise<TakenIn> {
  const until = tools.now() + patience;
  const keyed = items.map(item => ({ item, keys: identityKeys(item, feed) }));
  const known = await tools.store.articles.known(keyed.flatMap(({ keys }) => keys));
  let [added, dated] = [0, 0];
  for (const { item, keys } of keyed.filter(each => !each.keys.some(key => known.has(key)))) {
    if (tools.now() > until) return { added, dated, isComplete: false };
    const article = await articleOf(item, keys, feed, state, tools);
    if (!(await tools.store.articles.add(article, keys))) continue;
    added += 1;
    if (article.published !== null) dated += 1;
  }
  return { added, dated, isComplete: true };
}

async function articleOf(
  item: Item,
  keys: string[],
  feed: Feed,
  state: FeedState,
  tools: PollTools,
): Promise<Article> {
  const found = await tools.pages.article(item, feed);
  const fetched = tools.now();
  const published = publication(item, found, fetched);
  const text = snapshotText(item.title, found.text);
  return {
    id: tools.hash(keys.join(' ')).slice(0, 24),
    feed: feed.id,
    outlet: feed.outlet,
    language: feed.language,
    url: item.link ?? feed.url,
    title: storable(item.title),
    author: storable(item.author ?? found.author ?? '') || null,
    published,
    fetched,
    textFrom: found.from,
    // Nobody can say how old an undated article is, so it announces nothing either.
    quiet: state.lastOk === null || published === null,
    snapshot: { sha256: tools.hash(text), text },
  };
}

/** A date in the future is a mistake of the feed: the article is as old as our knowledge of it. */
function publication(item: Item, found: ArticleText, fetched: Instant): Instant | null {
  const stated = item.published ?? found.published;
  return stated === null ? null : Math.min(stated, fetched);
}

const snapshotText = (title: string, body: string): string =>
  [storable(title), storable(body)].filter(Boolean).join('\n\n');

/** Text as every store can hold it: no NUL, which PostgreSQL refuses, and no half of a surrogate pair. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed().trim();
