import { type Context, command } from '../src/app/command.ts';
import { digestOf, statementsIn } from '../src/app/edition.ts';
import { viewOf } from '../src/app/evidence.ts';
import * as kinds from '../src/app/kinds.ts';
import * as times from '../src/app/times.ts';
import type { Scope } from '../src/core/desk.ts';
import type { Statement } from '../src/core/statement.ts';
import { day, type Instant } from '../src/core/time.ts';
import { briefMessage, type Cut } from '../src/views/brief.ts';

const usualDays = 1;
const newest = 1_000;

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
    const { news, cut } = await newsOf(scope, { from: period.from, until: page?.until ?? null }, context);
    const found = await digestOf(news, scope, period, { catalog: context.catalog, store: context });
    const view = { ...(await viewOf(statementsIn(found), context, found.shifts)), late: false, cut };
    return briefMessage(found, view, page ?? { number: 1, until }, {
      command: 'brief',
      given: context.given,
    });
  },
});

/**
 * The newest statements that a digest may tell, and where they were cut, if there are more. What is on no topic is in no
 * digest, so it is not read where nothing narrower is asked.
 */
async function newsOf(
  { topics, parties }: Scope,
  { from, until }: { readonly from: Instant; readonly until: Instant | null },
  { ledger, catalog }: Context,
): Promise<{ news: readonly Statement[]; cut: Cut | null }> {
  const followed = parties.length > 0 ? [] : [...catalog.topics.keys()];
  const wanted = topics.length > 0 ? topics : followed;
  const all = await ledger.statements({
    ...(wanted.length > 0 ? { topics: wanted } : {}),
    ...(parties.length > 0 ? { parties } : {}),
    from,
    ...(until === null ? {} : { until }),
    limit: newest + 1,
  });
  const news = all.slice(0, newest);
  const oldest = all.length > newest ? news.at(-1) : undefined;
  return { news, cut: oldest ? { read: newest, since: oldest.at } : null };
}
