import { parseArgs } from 'node:util';
import type { About } from '../app/command.ts';
import { correctionCase, csvHead, csvRows, statementDocument } from '../app/export.ts';
import * as kinds from '../app/kinds.ts';
import type { StatementQuery, Store } from '../app/ports.ts';
import { configuredNow } from '../app/settings.ts';
import * as times from '../app/times.ts';
import { envFrom } from '../config/env.ts';
import type { Config } from '../config/load.ts';
import { UserError } from '../core/errors.ts';
import { listedFeeds } from '../core/feed-setting.ts';
import type { Statement } from '../core/statement.ts';
import { day } from '../core/time.ts';
import { opmlOf } from '../feeds/opml.ts';
import { configOf, storeOf } from '../main.ts';
import { print, printLine, type Subcommand } from './subcommand.ts';

const options = {
  format: { type: 'string', default: 'jsonl' },
  corrections: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  topic: { type: 'string' },
  party: { type: 'string' },
  days: { type: 'string' },
  since: { type: 'string' },
  opml: { type: 'boolean', default: false },
} as const;

const batch = 500;

/**
 * Statements of the store on standard output, newest first, as JSON lines or CSV; or what editors put right, as test
 * cases; or the feeds, as OPML.
 */
export const exported: Subcommand = {
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [what = 'statements'] = positionals;
    if (positionals.length > 1 || !['statements', 'feeds'].includes(what))
      throw new UserError(
        `attache export gives statements or feeds, not ${positionals.join(' ').slice(0, 40)}.`,
      );
    if (values.format !== 'csv' && values.format !== 'jsonl')
      throw new UserError(`--format is jsonl or csv, not ${values.format.slice(0, 40)}.`);
    const env = envFrom('.');
    const config = configOf(env);
    const query = queryOf(values, config);
    const store = await storeOf(env);
    try {
      const now = { ...config, ...(await configuredNow({ ...config, store })) };
      if (values.opml || what === 'feeds') await printFeeds(store, config);
      else if (values.corrections) await printCases(store);
      else await printStatements(query, values.format, store, now);
    } finally {
      await store.close();
    }
    return 0;
  },
};

type Values = { [Name in keyof typeof options]?: string | boolean };

function queryOf({ topic, party, days, since, all }: Values, { catalog, desk }: Config): StatementQuery {
  const about: About = { catalog, now: Date.now(), zone: desk.zone, commands: [] };
  const from =
    typeof since === 'string'
      ? times.moment.parse(since, about)
      : typeof days === 'string'
        ? about.now - times.days.parse(days, about) * day
        : null;
  return {
    ...(typeof topic === 'string' ? { topics: kinds.topic.parse(topic, about).map(({ id }) => id) } : {}),
    ...(typeof party === 'string' ? { parties: [kinds.party.parse(party, about).id] } : {}),
    ...(from === null ? {} : { from }),
    ...(all ? { standing: 'any' } : {}),
    limit: batch,
  };
}

async function printStatements(
  query: StatementQuery,
  format: 'csv' | 'jsonl',
  { ledger, articles }: Store,
  { catalog }: Config,
): Promise<void> {
  if (format === 'csv') await print(`${csvHead()}\r\n`);
  for await (const statements of pagesOf(query, ledger)) {
    const held = await articles.intact([...new Set(statements.map(({ article }) => article))]);
    const lines = statements.flatMap(statement => {
      const article = held.get(statement.article);
      if (!article) return [];
      if (format === 'csv') return csvRows(statement, article, catalog).map(row => `${row}\r\n`);
      return [`${JSON.stringify(statementDocument(statement, article, catalog))}\n`];
    });
    await print(lines.join(''));
  }
}

async function* pagesOf(query: StatementQuery, ledger: Store['ledger']): AsyncGenerator<Statement[]> {
  let last: Statement | undefined;
  do {
    const found = await ledger.statements({ ...query, ...(last ? { before: last } : {}) });
    yield found;
    last = found.length === batch ? found.at(-1) : undefined;
  } while (last);
}

/** Paused ones too: what is exported can be brought back. */
async function printFeeds({ settings }: Store, { catalog }: Config): Promise<void> {
  const feeds = listedFeeds(catalog, await settings.current())
    .filter(({ state }) => state !== 'removed')
    .map(({ feed, outlet }) => ({ title: outlet, url: feed.url, language: feed.language }));
  await print(opmlOf(feeds, { title: 'Attaché', made: new Date() }));
}

/** Each corrected statement once, in the order of the first correction. */
async function printCases({ corrections, ledger, articles }: Store): Promise<void> {
  const refs = new Set<string>();
  for (let skipped = 0; ; skipped += batch) {
    const rows = await corrections.all(skipped, batch);
    for (const { correction } of rows) refs.add(correction.ref);
    if (rows.length < batch) break;
  }
  const read = new Map((await ledger.asRead([...refs])).map(each => [each.ref, each]));
  for (const statement of await ledger.withRefs([...refs])) {
    const article = (await articles.intact([statement.article])).get(statement.article);
    if (article) printLine(correctionCase({ statement, read: read.get(statement.ref) ?? null }, article));
  }
}
