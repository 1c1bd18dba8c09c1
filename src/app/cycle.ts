import { type AlertTools, promiseAlerts } from './alert.ts';
import { type BriefTools, promiseDigests } from './brief.ts';
import { type DeliverTools, deliverPromises } from './deliver.ts';
import { promiseNotices } from './notices.ts';
import { type PollTools, pollFeeds } from './poll.ts';
import { type ReadTools, readArticles } from './read.ts';

export type CycleTools = PollTools & ReadTools & AlertTools & BriefTools & { readonly deliver: DeliverTools };

/** From the feeds to the alerts. What is due lives in the store, so a round that is cut short is made up by the next. */
export async function gather(tools: CycleTools): Promise<void> {
  await pollFeeds(tools);
  await readArticles(tools);
  await promiseAlerts(tools, tools.now());
  await promiseNotices(tools, tools.now());
  await deliverPromises(tools.deliver);
}

/** What the hour asks for. Apart from `gather`, so that a slow feed never makes a digest late. */
export async function brief(tools: CycleTools): Promise<void> {
  await promiseDigests(tools, tools.now());
  await deliverPromises(tools.deliver);
}
