import { command } from '../src/app/command.ts';
import { involving, pageView } from '../src/app/evidence.ts';
import * as kinds from '../src/app/kinds.ts';
import type { StatementQuery } from '../src/app/ports.ts';
import * as times from '../src/app/times.ts';
import { UserError } from '../src/core/errors.ts';
import { pageOf } from '../src/core/page.ts';
import { speaks } from '../src/core/statement.ts';
import { day } from '../src/core/time.ts';
import { newestFirst, utterances } from '../src/core/utterance.ts';
import { quotesMessage, quotesShown } from '../src/views/quotes.ts';
import { counted } from '../src/views/words.ts';

const usualDays = 30;
const newest = 300;

export const quotes = command({
  name: 'quotes',
  summary: 'The words of a person or party, newest first',
  example: '/quotes Rutte',
  reply: 'private',
  access: 'everyone',
  options: {
    who: { kind: kinds.subject, summary: 'a person, body or party; or a topic; or both' },
    topic: { kind: kinds.topic, summary: 'only on this topic' },
    days: { kind: times.days, summary: `how far back, ${usualDays} days if not given` },
    page: { kind: times.page, summary: 'older ones' },
  },
  async run({ who: about, topic, days = usualDays, page }, context) {
    const who = about?.actor ?? about?.only ?? null;
    const on = topic ?? (about && !about.actor ? about.topics : undefined);
    if (!who && !on) throw new UserError('/quotes needs a name or a topic. For example: /quotes Rutte');
    const query: StatementQuery = {
      ...(who ? involving(who) : {}),
      ...(on ? { topics: on.map(({ id }) => id) } : {}),
      ...(page?.until ? { until: page.until } : {}),
      from: (page?.until ?? context.now) - days * day,
      limit: newest,
    };
    const found = await context.ledger.statements(query);
    const said = found.filter(statement => statement.layer === 'body' && (!who || speaks(statement, who.id)));
    const by = who ? `by ${who.name}` : '';
    const title = ['Quotes', by, on && `on ${on.map(({ title }) => title).join(', ')}`]
      .filter(Boolean)
      .join(' ');
    const all = newestFirst(utterances(said));
    const shown = pageOf(page, found, context.now);
    return quotesMessage(all, {
      ...(await pageView(all, shown, quotesShown, context)),
      title,
      span: `the last ${counted(days, 'day')}`,
      page: shown,
      asked: { command: 'quotes', given: context.given },
      looked: found.length === newest ? newest : null,
    });
  },
});
