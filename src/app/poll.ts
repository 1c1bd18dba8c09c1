import { atAddress, type Feed, type FeedState, unpolled } from '../core/feed.ts';
import { addressOf, isMoved } from '../core/moves.ts';
import type { Arrivals } from './arrivals.ts';
import { recordOf, stateAfter, type TakenIn } from './poll-state.ts';
import type { FeedReader, Poll, Store } from './ports.ts';
import { type TakeInTools, takeIn } from './take-in.ts';
import { oneAfterAnother } from './turns.ts';

export interface PollTools extends Omit<TakeInTools, 'inTurn'> {
  readonly feeds: ReadonlyMap<string, Feed>;
  readonly reader: FeedReader;
  readonly store: Pick<Store, 'articles' | 'feedStates'>;
  readonly arrivals: Arrivals;
  /** From 0 to 1, anew at each call. */
  readonly random: () => number;
}

type Tools = PollTools & TakeInTools;

/** Hosts that are asked at the same time. Their pace is slow by itself: it is the sum that costs memory. */
const hostsAtOnce = 16;

interface Due {
  readonly feed: Feed;
  readonly state: FeedState;
}

/** Polls every feed that is due and keeps what is new. What one feed does wrong is recorded on it and stops no other. */
export async function pollFeeds(given: PollTools): Promise<void> {
  const tools = { ...given, inTurn: oneAfterAnother() };
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
async function pollHost(feeds: readonly Due[], tools: Tools): Promise<void> {
  for (const { feed, state } of feeds) {
    const after = await pollFeed(feed, state, tools);
    if ((after.holdUntil ?? 0) > tools.now()) return;
  }
}

async function pollFeed(feed: Feed, before: FeedState, tools: Tools): Promise<FeedState> {
  const poll = await tools.reader.poll({ ...feed, url: addressOf(feed, before) }, before);
  const taken =
    poll.outcome === 'ok'
      ? await tools.arrivals.during(feed.id, () => takeIn(poll.items, feed, before, tools))
      : nothing;
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
  { log }: Tools,
): void {
  const { feed, detail } = after;
  log.info('feed polled', { feed, outcome, added: taken.added });
  if (after.pausedSince !== null && before.pausedSince === null) log.warn('feed paused', { feed, detail });
  if (isMoved(after) && !isMoved(before)) log.warn('feed moved', { feed, to: after.movedTo });
}
