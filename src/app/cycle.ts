import type { Instant } from '../core/time.ts';
import { promiseAlerts } from './alert.ts';
import type { AlertTools } from './alert-post.ts';
import { awayPlaces, promiseAwayNotice, reached } from './away.ts';
import { type BriefTools, promiseDigests } from './brief.ts';
import { promiseNotices } from './notices.ts';
import { type PollTools, pollFeeds } from './poll.ts';
import type { Store } from './ports.ts';
import { type ReadTools, readArticles } from './read.ts';
import { promiseRevisions } from './revise.ts';
import { configuredToPost } from './settings.ts';

export type CycleTools = Omit<PollTools, 'feeds'> & ReadTools & AlertTools & BriefCycle;

/** What it takes to promise digests and to have them delivered. */
export type BriefCycle = BriefTools & {
  /** Called when something was promised. Nobody waits for the delivery: a channel that hangs makes no other alert late. */
  readonly promised: () => void;
  readonly store: Pick<Store, 'settings' | 'installations'>;
  readonly now: () => Instant;
};

/** Keeps what the feeds have. What is due lives in the store, so a round that is cut short is made up by the next. */
export async function gather(tools: CycleTools): Promise<void> {
  const now = await reachedNow(tools);
  await pollFeeds({ ...tools, feeds: now.catalog.feeds });
  await promiseNotices({ ...tools, ...now }, tools.now());
}

/** Milliseconds of reading after which what was found is told before reading goes on. */
const patience = 1_000;

/** Reads and tells what was kept. Apart from `gather`, so that a slow feed never makes an alert late. */
export async function follow(tools: CycleTools): Promise<void> {
  for (let isAll = false; !isAll; ) {
    const until = tools.now() + patience;
    isAll = await readArticles(tools, () => tools.now() < until);
    const current = { ...tools, ...(await reachedNow(tools)) };
    await promiseAlerts(current, tools.now());
    await promiseRevisions(current, tools.now());
    tools.promised();
  }
}

/** What is configured now, where the channels that take no messages for now are off. */
async function reachedNow(tools: BriefCycle): ReturnType<typeof configuredToPost> {
  const { catalog, desk } = await configuredToPost(tools);
  return { catalog, desk: reached(desk, await awayPlaces(tools.store.marks, tools.now())) };
}

/** What the hour asks for. Apart from `gather`, so that a slow feed never makes a digest late. */
export async function brief(tools: BriefCycle): Promise<void> {
  const now = await reachedNow(tools);
  await promiseDigests({ ...tools, ...now }, tools.now());
  await promiseAwayNotice({ ...tools, ...now }, tools.now());
  tools.promised();
}
