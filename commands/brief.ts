import { command } from '../src/app/command.ts';
import { digestOf, statementsIn } from '../src/app/edition.ts';
import { viewOf } from '../src/app/evidence.ts';
import * as kinds from '../src/app/kinds.ts';
import * as times from '../src/app/times.ts';
import { day } from '../src/core/time.ts';
import { digestDetail, digestMessage, wholeDigest } from '../src/views/digest.ts';

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
    days: { kind: times.days, summary: 'how far back, 1 day if not given' },
  },
  async run({ topic, party, days = usualDays }, context) {
    const period = { from: context.now - days * day, until: context.now };
    const scope = { topics: topic?.map(({ id }) => id) ?? [], parties: party ? [party.id] : [] };
    const news = await context.ledger.statements({ from: period.from, limit: newest });
    const found = await digestOf(news, scope, period, { catalog: context.catalog, store: context });
    const view = { ...(await viewOf(statementsIn(found), context, found.shifts)), late: false };
    return wholeDigest(digestMessage(found, view), digestDetail(found, view));
  },
});
