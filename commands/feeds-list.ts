import { command } from '../src/app/command.ts';
import { feedsListed } from '../src/app/feeds.ts';
import * as times from '../src/app/times.ts';
import { feedHealth } from '../src/core/health.ts';
import { feedListMessage } from '../src/views/feeds.ts';

export const feedsList = command({
  name: 'feeds list',
  summary: 'Every feed: how it is, where it comes from, who changed it',
  example: '/feeds list',
  reply: 'personal',
  access: 'everyone',
  options: { page: { kind: times.page, summary: 'further ones' } },
  async run({ page }, context) {
    const states = await context.feedStates.all();
    const feeds = feedHealth(states, context.catalog);
    const asked = { command: 'feeds list', given: context.given };
    const view = { ...context, states, feeds, asked, page: page?.number ?? 1 };
    return feedListMessage(await feedsListed(context), view);
  },
});
