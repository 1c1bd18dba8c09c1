import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Ledger, Numbered, StatementQuery } from '../app/ports.ts';
import type { ArticleId } from '../core/article.ts';
import type { Statement } from '../core/statement.ts';
import { isStorable } from './storable.ts';
import { beginning, chunks, type Db, reserve, type Tables } from './tables.ts';

export function ledgerIn(db: Db): Ledger {
  return {
    record: (article, statements, note) => recordStatements(db, article, statements, note),
    statements: query => newestStatements(db, query),
    byRef: prefix => statementsByRef(db, prefix),
    withRefs: refs => statementsWithRefs(db, refs),
    after: (number, limit) => statementsAfter(db, number, limit),
    count: () => counts(db),
  };
}

async function recordStatements(
  db: Db,
  article: ArticleId,
  statements: readonly Statement[],
  note: string | null,
): Promise<void> {
  const stray = statements.find(statement => statement.article !== article);
  if (stray) throw new TypeError(`statement ${stray.ref} is of article ${stray.article}, not of ${article}`);
  await db.transaction().execute(async trx => {
    if (!(await markRead(trx, article, note))) return;
    const before = await reserve(trx, 'statements', statements.length);
    await writeStatements(
      trx,
      statements.map((statement, i) => ({ number: before + i + 1, statement })),
    );
  });
}

/** False where it was read before. */
async function markRead(trx: Transaction<Tables>, id: ArticleId, note: string | null): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('articles')
    .set({ isRead: 1, note })
    .where('id', '=', id)
    .where('isRead', '=', 0)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return true;
  const unknown = () => new Error(`statements cannot be recorded: no article ${id} is held; add it first`);
  await trx.selectFrom('articles').select('id').where('id', '=', id).executeTakeFirstOrThrow(unknown);
  return false;
}

async function writeStatements(trx: Transaction<Tables>, numbered: readonly Numbered[]): Promise<void> {
  for (const rows of chunks(numbered.map(row))) await trx.insertInto('statements').values(rows).execute();
  for (const rows of chunks(numbered.flatMap(topicRows)))
    await trx.insertInto('statementTopics').values(rows).execute();
  for (const rows of chunks(numbered.flatMap(speakerRows)))
    await trx.insertInto('statementSpeakers').values(rows).execute();
}

const row = ({ number, statement }: Numbered): Tables['statements'] => ({
  number,
  ref: statement.ref,
  article: statement.article,
  outlet: statement.outlet,
  at: statement.at,
  body: JSON.stringify(statement),
});

const topicRows = ({ number, statement: { at, ref, stances } }: Numbered): Tables['statementTopics'][] =>
  stances.map(({ topic, holder, stance }) => ({ statement: number, at, ref, topic, holder, stance }));

const speakerRows = ({ number, statement: { at, ref, speakers } }: Numbered): Tables['statementSpeakers'][] =>
  speakers
    .filter(({ actor, party }) => actor !== null || party !== null)
    .map(({ actor, party }) => ({ statement: number, at, ref, actor, party }));

/**
 * Where each condition of a query is looked up. Each of these columns has two indexes: one goes on with the statement's
 * place in time and leads to the newest, the other begins with the statement and checks it. The first condition that a
 * query has leads, so the one that usually has the fewest statements comes first.
 */
const lookups = {
  speakers: [['statementSpeakers', 'actor']],
  topics: [['statementTopics', 'topic']],
  parties: [
    ['statementTopics', 'holder'],
    ['statementSpeakers', 'party'],
  ],
} as const;

interface Condition {
  readonly columns: (typeof lookups)[keyof typeof lookups];
  readonly values: readonly string[];
}

const conditionsOf = (query: StatementQuery): Condition[] =>
  (['speakers', 'topics', 'parties'] as const).flatMap(name => {
    const values = query[name];
    return values ? [{ columns: lookups[name], values }] : [];
  });

async function newestStatements(db: Db, query: StatementQuery): Promise<Statement[]> {
  const conditions = conditionsOf(query);
  if (conditions.some(({ values }) => values.length === 0)) return [];
  const [leading, ...others] = conditions;
  const found = leading ? withAnyOf(leading, others, query) : ofPeriod(query);
  // The bodies are joined last: of all that was found, only the newest are read.
  const newest = sql`select * from (${found}) as found order by at desc, ref, statement ${limitOf(query)}`;
  const { rows } = await sql<{ body: string }>`
    select statements.body from (${newest}) as newest join statements on statements.number = newest.statement
    order by newest.at desc, newest.ref, newest.statement`.execute(db);
  return rows.map(statementOf);
}

const ofPeriod = (query: StatementQuery): RawBuilder<unknown> => sql`
  select number as statement, at, ref from statements as led where ${periodOf(query)}
  order by at desc, ref, number ${limitOf(query)}`;

/**
 * The newest of each alternative, put together: the newest of all are among them, and each part is read from its index
 * in order and left as soon as there are enough, however many statements the topic or party has. SQLite puts
 * up to 500 parts together; a party makes two.
 */
function withAnyOf(
  leading: Condition,
  others: readonly Condition[],
  query: StatementQuery,
): RawBuilder<unknown> {
  const filters = sql.join([periodOf(query), ...others.map(holds)], sql` and `);
  const parts = leading.columns.flatMap(([table, column]) =>
    leading.values.map(
      value => sql`select * from (
        select distinct statement, at, ref from ${sql.table(table)} as led
        where ${sql.ref(column)} = ${value} and ${filters}
        order by at desc, ref, statement ${limitOf(query)}) as part`,
    ),
  );
  return sql.join(parts, sql` union `);
}

/** A condition on a statement that another condition has led to. */
function holds({ columns, values }: Condition): RawBuilder<unknown> {
  const lists = columns.map(
    ([table, column]) => sql`exists (select 1 from ${sql.table(table)} as held
      where held.statement = led.statement and held.${sql.ref(column)} in (${sql.join(values)}))`,
  );
  return sql`(${sql.join(lists, sql` or `)})`;
}

function periodOf({ from, until }: StatementQuery): RawBuilder<unknown> {
  const bounds = [
    ...(from === undefined ? [] : [sql`led.at >= ${from}`]),
    ...(until === undefined ? [] : [sql`led.at < ${until}`]),
  ];
  return bounds.length > 0 ? sql.join(bounds, sql` and `) : sql`1 = 1`;
}

const limitOf = ({ limit }: StatementQuery): RawBuilder<unknown> =>
  limit === undefined ? sql`` : sql`limit ${limit}`;

/** What rows may lack that were written before these fields existed. */
type Later = 'topics' | 'terms' | 'standing' | 'corrections';

function statementOf({ body }: { body: string }): Statement {
  const statement = JSON.parse(body) as Omit<Statement, Later> & Partial<Statement>;
  const topics = [...new Set(statement.stances.map(({ topic }) => topic))];
  return { topics, terms: [], standing: 'current', corrections: [], ...statement };
}

async function statementsByRef(db: Db, prefix: string): Promise<Statement[]> {
  // Anybody can type a prefix. What cannot be stored is the beginning of nothing.
  if (!isStorable(prefix)) return [];
  const { from, until } = beginning(prefix);
  const rows = db
    .selectFrom('statements')
    .select('body')
    .where('ref', '>=', from)
    .where('ref', '<', until)
    .orderBy('ref')
    .orderBy('number')
    .limit(10);
  return (await rows.execute()).map(statementOf);
}

async function statementsWithRefs(db: Db, refs: readonly string[]): Promise<Statement[]> {
  const found: Statement[] = [];
  for (const some of chunks(refs)) {
    const rows = db.selectFrom('statements').select('body').where('ref', 'in', some).orderBy('number');
    found.push(...(await rows.execute()).map(statementOf));
  }
  return found;
}

async function statementsAfter(db: Db, number: number, limit: number): Promise<Numbered[]> {
  const rows = db
    .selectFrom('statements')
    .select(['number', 'body'])
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit);
  return (await rows.execute()).map(row => ({ number: row.number, statement: statementOf(row) }));
}

async function counts(db: Db): Promise<{ statements: number; articles: number }> {
  const { articles, statements } = await db
    .selectNoFrom(({ fn, selectFrom }) => [
      selectFrom('articles')
        .select(fn.countAll<number>().as('count'))
        .where('editOf', 'is', null)
        .as('articles'),
      // Statements are numbered without gaps and never deleted.
      selectFrom('counters').select('value').where('name', '=', 'statements').as('statements'),
    ])
    .executeTakeFirstOrThrow();
  return { articles: articles ?? 0, statements: statements ?? 0 };
}
