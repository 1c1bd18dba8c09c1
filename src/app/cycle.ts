import { promiseAlerts } from './alert.ts';
import type { AlertTools } from './alert-post.ts';
import { type BriefTools, promiseDigests } from './brief.ts';
import { catalogNow } from './catalog.ts';
import { type DeliverTools, deliverPromises } from './deliver.ts';
import { promiseNotices } from './notices.ts';
import { type PollTools, pollFeeds } from './poll.ts';
import { type ReadTools, readArticles } from './read.ts';

export type CycleTools = Omit<PollTools, 'feeds'> &
  ReadTools &
  AlertTools &
  BriefTools & { readonly deliver: DeliverTools };

/** Keeps what the feeds have. What is due lives in the store, so a round that is cut short is made up by the next. */
export async function gather(tools: CycleTools): Promise<void> {
  const catalog = await catalogNow(tools);
  await pollFeeds({ ...tools, feeds: catalog.feeds });
  await promiseNotices({ ...tools, catalog }, tools.now());
}

/** Milliseconds of reading after which what was found is told before reading goes on. */
const patience = 1_000;

/** Reads and tells what was kept. Apart from `gather`, so that a slow feed never makes an alert late. */
export async function follow(tools: CycleTools): Promise<void> {
  for (let isAll = false; !isAll; ) {
    const until = tools.now() + patience;
    isAll = await readArticles(tools, () => tools.now() < until);
    await promiseAlerts({ ...tools, catalog: await catalogNow(tools) }, tools.now());
    await deliverPromises(tools.deliver);
  }
}

/** What the hour asks for. Apart from `gather`, so that a slow feed never makes a digest late. */
export async function brief(tools: CycleTools): Promise<void> {
  await promiseDigests({ ...tools, catalog: await catalogNow(tools) }, tools.now());
  await deliverPromises(tools.deliver);
}
