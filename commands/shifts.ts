import { command } from '../src/app/command.ts';
import { viewOf } from '../src/app/evidence.ts';
import * as kinds from '../src/app/kinds.ts';
import * as times from '../src/app/times.ts';
import { parties } from '../src/core/catalog.ts';
import { pageOf } from '../src/core/page.ts';
import { day } from '../src/core/time.ts';
import { shiftsMessage } from '../src/views/shifts.ts';

const usualDays = 30;
const newest = 200;

export const shifts = command({
  name: 'shifts',
  summary: 'Which positions moved, with the words before and after',
  example: '/shifts',
  reply: 'private',
  access: 'everyone',
  options: {
    topic: { kind: kinds.topic, summary: 'only on this topic' },
    party: { kind: kinds.party, summary: 'only of this party' },
    days: { kind: times.days, summary: `how far back, ${usualDays} days if not given` },
    page: { kind: times.page, summary: 'older ones' },
  },
  async run({ topic, party, days = usualDays, page }, context) {
    const found = await context.positions.shifts({
      ...(topic ? { topics: topic.map(({ id }) => id) } : {}),
      holders: (party ? [party] : parties(context.catalog)).map(({ id }) => id),
      ...(page?.until ? { until: page.until } : {}),
      from: (page?.until ?? context.now) - days * day,
      limit: newest,
    });
    const what = [party?.name, topic?.map(({ title }) => title).join(', ')].filter(Boolean).join(' on ');
    return shiftsMessage(found, {
      ...(await viewOf([], context, found)),
      what: what || null,
      days,
      page: pageOf(page, found, context.now),
      asked: { command: 'shifts', given: context.given },
    });
  },
});
