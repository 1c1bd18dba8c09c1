import type { Article } from '../core/article.ts';
import { type Feed, type FeedState, type PollFailure, unpolled } from '../core/feed.ts';
import { hour, type Instant } from '../core/time.ts';
import { type Hash, identityKeys } from './identity.ts';
import type { ArticleText, FeedReader, Item, Log, PageReader, Poll, Store } from './ports.ts';

export interface PollTools {
  readonly feeds: ReadonlyMap<string, Feed>;
  readonly reader: FeedReader;
  readonly pages: PageReader;
  readonly store: Pick<Store, 'articles' | 'feedStates'>;
  readonly hash: Hash;
  readonly now: () => Instant;
  readonly log: Log;
}

const longestWait = 24 * hour;
const atOnce = 6;

/** Polls every feed that is due and keeps what is new. What one feed does wrong is recorded on it and stops no other. */
export async function pollFeeds(tools: PollTools): Promise<void> {
  const due = await dueFeeds(tools);
  const workers = Array.from({ length: atOnce }, async () => {
    for (let next = due.shift(); next; next = due.shift()) await pollFeed(next.feed, next.state, tools);
  });
  await Promise.all(workers);
}

async function dueFeeds({ feeds, store, now }: PollTools): Promise<{ feed: Feed; state: FeedState }[]> {
  const states = new Map((await store.feedStates.all()).map(state => [state.feed, state]));
  return [...feeds.values()]
    .map(feed => ({ feed, state: states.get(feed.id) ?? unpolled(feed.id) }))
    .filter(({ state }) => state.nextAt <= now());
}

async function pollFeed(feed: Feed, state: FeedState, tools: PollTools): Promise<void> {
  const poll = await tools.reader.poll(feed, state);
  const added = poll.outcome === 'ok' ? await keepNew(poll.items, feed, state, tools) : 0;
  // The validators are remembered after the articles: a crash in between asks again instead of losing them.
  await tools.store.feedStates.save(stateAfter(poll, added, { feed, before: state, now: tools.now() }));
  tools.log.info('feed polled', { feed: feed.id, outcome: poll.outcome, added });
}

async function keepNew(
  items: readonly Item[],
  feed: Feed,
  state: FeedState,
  tools: PollTools,
): Promise<number> {
  const keyed = items.map(item => ({ item, keys: identityKeys(item, feed) }));
  const known = await tools.store.articles.known(keyed.flatMap(({ keys }) => keys));
  let added = 0;
  for (const { item, keys } of keyed.filter(each => !each.keys.some(key => known.has(key)))) {
    const article = await articleOf(item, keys, feed, state, tools);
    if (await tools.store.articles.add(article, keys)) added++;
  }
  return added;
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

interface Polled {
  readonly feed: Feed;
  readonly before: FeedState;
  readonly now: Instant;
}

function stateAfter(poll: Poll, added: number, { feed, before, now }: Polled): FeedState {
  const polled = { ...before, polledAt: now, outcome: poll.outcome };
  if (poll.outcome !== 'ok' && poll.outcome !== 'not-modified')
    return failed(poll, polled, { feed, before, now });
  const well = { ...polled, detail: null, lastOk: now, failingSince: null, failures: 0 };
  const next = {
    ...well,
    nextAt: now + Math.min(Math.max(poll.wait ?? 0, poll.fresh ?? 0, feed.every), longestWait),
  };
  if (poll.outcome === 'not-modified') return next;
  return { ...next, ...poll.validators, lastNew: added > 0 ? now : before.lastNew };
}

/** Waits twice as long after each failure, up to a day, and never less than the server asked. */
function failed(
  { detail, wait }: { outcome: PollFailure | 'held'; detail: string; wait: number | null },
  polled: FeedState,
  { feed, before, now }: Polled,
): FeedState {
  const failures = before.failures + 1;
  const backoff = Math.min(feed.every * 2 ** Math.min(failures - 1, 12), longestWait);
  const nextAt = now + Math.min(Math.max(backoff, wait ?? 0), longestWait);
  return { ...polled, detail, nextAt, failures, failingSince: before.failingSince ?? now };
}
