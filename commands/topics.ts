import { command } from '../src/app/command.ts';
import * as times from '../src/app/times.ts';
import { feedHealth } from '../src/core/health.ts';
import { day } from '../src/core/time.ts';
import { topicsMessage } from '../src/views/topics.ts';

const usualDays = 30;

export const topics = command({
  name: 'topics',
  summary: 'What is followed: parties and topics, with how much was said on each',
  example: '/topics',
  reply: 'private',
  access: 'everyone',
  options: { days: { kind: times.days, summary: `how far back to count, ${usualDays} days if not given` } },
  async run({ days = usualDays }, context) {
    const { ledger, catalog, now } = context;
    const counts = await ledger.counts([...catalog.topics.keys()], now - days * day);
    const feeds = feedHealth(await context.feedStates.all(), context.catalog);
    return topicsMessage(counts, days, { ...context, feeds });
  },
});
