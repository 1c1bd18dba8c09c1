import { sql } from 'kysely';
import type { Ledger, Numbered } from '../app/ports.ts';
import type { ArticleId } from '../core/article.ts';
import type { Statement } from '../core/statement.ts';
import type { Instant } from '../core/time.ts';
import type { TopicId } from '../core/topic.ts';
import { refold } from './positions.ts';
import { markRead, refuseStray, writeStatements } from './recording.ts';
import { rereadArticle } from './reread.ts';
import type { SearchIndex } from './search.ts';
import { originOf } from './standing.ts';
import { intact, newestStatements, parsed, rememberedRows, standsAs } from './statements.ts';
import { isStorable } from './storable.ts';
import { beginning, chunks, type Db } from './tables.ts';
import { facet } from './words.ts';

export function ledgerIn(db: Db, search: SearchIndex): Ledger {
  const read = rememberedRows();
  return {
    record: (article, statements, note) => recordStatements(db, search, article, statements, note),
    reread: (article, statements, note, replaced) =>
      rereadArticle(db, search, { article, statements, note, replaced: replaced ?? null }),
    statements: query => newestStatements(db, search, query, read),
    byRef: prefix => statementsByRef(db, prefix),
    withRefs: refs => statementsWithRefs(db, refs),
    asRead: refs => statementsAsRead(db, refs),
    standingFor: refs => standingFor(db, refs),
    changed: (number, limit) => changesAfter(db, number, limit),
    after: (number, limit, from) => statementsAfter(db, { number, limit, from }),
    count: () => counts(db),
    counts: (topics, since) => countsByTopic(db, topics, since),
  };
}

async function recordStatements(
  db: Db,
  search: SearchIndex,
  article: ArticleId,
  statements: readonly Statement[],
  note: string | null,
): Promise<void> {
  refuseStray(article, statements);
  await db.transaction().execute(async trx => {
    if (!(await markRead(trx, article, note))) return;
    const first = statements.map(statement => ({ statement, origin: null }));
    await refold(trx, await writeStatements(trx, search, first));
  });
}

async function statementsByRef(db: Db, prefix: string): Promise<Statement[]> {
  // Anybody can type a prefix. What cannot be stored is the beginning of nothing.
  if (!isStorable(prefix)) return [];
  const { from, until } = beginning(prefix);
  const rows = db
    .selectFrom('statements')
    .select([standsAs.as('text'), 'seal'])
    .where('ref', '>=', from)
    .where('ref', '<', until)
    .orderBy('ref')
    .orderBy('number')
    .limit(10);
  return (await rows.execute()).flatMap(intact);
}

async function statementsWithRefs(db: Db, refs: readonly string[]): Promise<Statement[]> {
  const found: Statement[] = [];
  for (const some of chunks(refs)) {
    const rows = db.selectFrom('statements').select([standsAs.as('text'), 'seal']);
    found.push(...(await rows.where('ref', 'in', some).orderBy('number').execute()).flatMap(intact));
  }
  return found;
}

async function statementsAsRead(db: Db, refs: readonly string[]): Promise<Statement[]> {
  const found: Statement[] = [];
  for (const some of chunks(refs)) {
    const rows = db.selectFrom('statements').select('body').where('ref', 'in', some).orderBy('number');
    found.push(...(await rows.execute()).map(({ body }) => parsed(body)));
  }
  return found;
}

async function standingFor(db: Db, refs: readonly string[]): Promise<ReadonlyMap<string, Statement>> {
  const found = new Map<string, Statement>();
  for (const some of chunks(refs)) {
    const asked = db.selectFrom('statements').select(['ref', 'number', 'origin']).where('ref', 'in', some);
    const rows = (await asked.execute()).map(row => ({ ref: row.ref, origin: originOf(row) }));
    const readings = await readingsOf(
      db,
      rows.map(({ origin }) => origin),
    );
    for (const { ref, origin } of rows) {
      const stand = readings.filter(each => each.origin === origin);
      const best = stand.find(({ statement }) => statement.ref === ref) ?? stand.at(-1);
      if (best) found.set(ref, best.statement);
    }
  }
  return found;
}

/** All readings of statements that stand, in the order of their recording, by the number of the first. */
async function readingsOf(
  db: Db,
  origins: readonly number[],
): Promise<{ origin: number; statement: Statement }[]> {
  if (origins.length === 0) return [];
  const rows = db.selectFrom('statements').select(['number', 'origin', standsAs.as('text'), 'seal']);
  const found = await rows
    .where(({ eb, or }) => or([eb('number', 'in', origins), eb('origin', 'in', origins)]))
    .where('standing', '=', 'current')
    .orderBy('number')
    .execute();
  return found.flatMap(row => intact(row).map(statement => ({ origin: originOf(row), statement })));
}

async function changesAfter(
  db: Db,
  number: number,
  limit: number,
): Promise<{ number: number; ref: string }[]> {
  const rows = db.selectFrom('changes').selectAll().where('number', '>', number);
  return rows.orderBy('number').limit(limit).execute();
}

interface Next {
  readonly number: number;
  readonly limit: number;
  readonly from: Instant | undefined;
}

async function statementsAfter(db: Db, { number, limit, from }: Next): Promise<Numbered[]> {
  const rows = db
    .selectFrom('statements')
    .select(['number', standsAs.as('text'), 'seal'])
    // Without a number to go on from, the index of time leads to the few that are wanted of many.
    .$if(number > 0 || from === undefined, query => query.where('number', '>', number))
    .$if(from !== undefined, query => query.where('at', '>=', from ?? 0))
    .where('standing', '=', 'current')
    .where('origin', 'is', null)
    .orderBy('number')
    .limit(limit);
  return (await rows.execute()).flatMap(row =>
    intact(row).map(statement => ({ number: row.number, statement })),
  );
}

async function counts(db: Db): Promise<{ statements: number; articles: number }> {
  const { articles, statements, fallen } = await db
    .selectNoFrom(({ fn, selectFrom }) => [
      selectFrom('articles')
        .select(fn.countAll<number>().as('count'))
        .where('editOf', 'is', null)
        .as('articles'),
      // Statements are numbered without gaps and never deleted.
      selectFrom('counters').select('value').where('name', '=', 'statements').as('statements'),
      selectFrom('counters').select('value').where('name', '=', 'fallen').as('fallen'),
    ])
    .executeTakeFirstOrThrow();
  return { articles: articles ?? 0, statements: (statements ?? 0) - (fallen ?? 0) };
}

/** From the index alone. */
async function countsByTopic(
  db: Db,
  topics: readonly TopicId[],
  since: Instant,
): Promise<ReadonlyMap<TopicId, number>> {
  const counts = new Map<TopicId, number>();
  for (const some of chunks(topics, 100)) {
    const parts = some.map(
      topic => sql`select ${topic} as topic, count(*) as count from statement_facets
        where facet = ${facet.topic(topic)} and at >= ${since} and standing = 'current'`,
    );
    const { rows } = await sql<{
      topic: TopicId;
      count: number;
    }>`${sql.join(parts, sql` union all `)}`.execute(db);
    for (const { topic, count } of rows) counts.set(topic, count);
  }
  return counts;
}
