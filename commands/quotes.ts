import { command } from '../src/app/command.ts';
import { involving, viewOf } from '../src/app/evidence.ts';
import * as kinds from '../src/app/kinds.ts';
import type { StatementQuery } from '../src/app/ports.ts';
import * as times from '../src/app/times.ts';
import { UserError } from '../src/core/errors.ts';
import { speaks } from '../src/core/statement.ts';
import { day } from '../src/core/time.ts';
import { newestFirst, utterances } from '../src/core/utterance.ts';
import { quotesMessage } from '../src/views/quotes.ts';

const usualDays = 30;
const newest = 500;

export const quotes = command({
  name: 'quotes',
  summary: 'The words of a person or party, newest first',
  example: '/quotes Rutte',
  reply: 'private',
  access: 'everyone',
  options: {
    who: { kind: kinds.actor, summary: 'a person, body or party' },
    topic: { kind: kinds.topic, summary: 'only on this topic' },
    days: { kind: times.days, summary: `how far back, ${usualDays} days if not given` },
  },
  async run({ who, topic, days = usualDays }, context) {
    if (!who && !topic) throw new UserError('/quotes needs a name or a topic. For example: /quotes Rutte');
    const query: StatementQuery = {
      ...(who ? involving(who) : {}),
      ...(topic ? { topics: topic.map(({ id }) => id) } : {}),
      from: context.now - days * day,
      limit: newest,
    };
    const statements = await context.ledger.statements(query);
    const said = statements.filter(
      statement => statement.layer === 'body' && (!who || speaks(statement, who.id)),
    );
    const asked = { who: who?.name ?? null, on: topic?.map(({ title }) => title).join(', ') ?? null, days };
    return quotesMessage(newestFirst(utterances(said)), asked, await viewOf(said, context));
  },
});
