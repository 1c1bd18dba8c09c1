import { command } from '../src/app/command.ts';
import { digestOf, statementsIn } from '../src/app/edition.ts';
import { viewOf } from '../src/app/evidence.ts';
import * as kinds from '../src/app/kinds.ts';
import * as times from '../src/app/times.ts';
import { day } from '../src/core/time.ts';
import { briefMessage } from '../src/views/brief.ts';

const usualDays = 1;
const newest = 2_000;

export const brief = command({
  name: 'brief',
  summary: 'What is new: the digest of the last day, now',
  example: '/brief',
  reply: 'private',
  access: 'everyone',
  options: {
    topic: { kind: kinds.topic, summary: 'only this topic' },
    party: { kind: kinds.party, summary: 'only this party' },
    since: {
      kind: times.moment,
      summary: 'what is new since then: yesterday, "yesterday 18:00", 2025-11-27',
    },
    days: { kind: times.days, summary: 'how far back, 1 day if not given' },
    page: { kind: times.page, summary: 'further topics' },
  },
  async run({ topic, party, since, days = usualDays, page }, context) {
    const until = page?.until ?? context.now;
    const period = { from: since ?? until - days * day, until };
    const scope = { topics: topic?.map(({ id }) => id) ?? [], parties: party ? [party.id] : [] };
    const news = await context.ledger.statements({
      from: period.from,
      ...(page ? { until } : {}),
      limit: newest,
    });
    const found = await digestOf(news, scope, period, { catalog: context.catalog, store: context });
    const view = { ...(await viewOf(statementsIn(found), context, found.shifts)), late: false };
    return briefMessage(found, view, page ?? { number: 1, until }, {
      command: 'brief',
      given: context.given,
    });
  },
});
