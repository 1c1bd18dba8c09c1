import { command } from '../src/app/command.ts';
import * as times from '../src/app/times.ts';
import { feedHealth } from '../src/core/health.ts';
import { day } from '../src/core/time.ts';
import type { TopicId } from '../src/core/topic.ts';
import { topicsMessage } from '../src/views/topics.ts';

const usualDays = 30;
const newest = 10_000;

export const topics = command({
  name: 'topics',
  summary: 'What is followed: parties and topics, with how much was said on each',
  example: '/topics',
  reply: 'private',
  access: 'everyone',
  options: { days: { kind: times.days, summary: `how far back to count, ${usualDays} days if not given` } },
  async run({ days = usualDays }, context) {
    const statements = await context.ledger.statements({ from: context.now - days * day, limit: newest });
    const counts = new Map<TopicId, number>();
    for (const { stances } of statements) {
      for (const id of new Set(stances.map(({ topic }) => topic))) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const feeds = feedHealth(await context.feedStates.all(), context.catalog);
    return topicsMessage(counts, days, { ...context, feeds });
  },
});
