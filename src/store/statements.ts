import { crc32 } from 'node:zlib';
import { type RawBuilder, sql } from 'kysely';
import { mostFound, type StatementQuery } from '../app/ports.ts';
import { dropOldest } from '../core/oldest.ts';
import type { Statement } from '../core/statement.ts';
import { found, type SearchIndex } from './search.ts';
import { chunks, type Db } from './tables.ts';
import { facet } from './words.ts';

/** What rows may lack that were written before these fields existed. */
type Later = 'topics' | 'terms' | 'copyOf' | 'standing' | 'corrections';

export function parsed(body: string): Statement {
  const statement = JSON.parse(body) as Omit<Statement, Later> & Partial<Statement>;
  const topics = [...new Set(statement.stances.map(({ topic }) => topic))];
  return { topics, terms: [], copyOf: null, standing: 'current', corrections: [], ...statement };
}

/** Shows whether a character of a statement was changed behind the program's back. */
export const sealOf = (text: string): number => crc32(text);

export const standsAs = sql<string>`coalesce(statements.current, statements.body)`;

type Sealed = { readonly text: string; readonly seal: number | null };
type SealedRow = Sealed & { readonly number: number };

/** What the row holds; nothing where it is not what was written: no words of it are to be shown. */
export const intact = ({ text, seal }: Sealed): Statement[] =>
  seal !== null && seal !== sealOf(text) ? [] : [parsed(text)];

/** How many statements are kept as they were last read: 8.5 MB in the ledger of the bench. */
const mostKept = 1_500;

/**
 * Reads rows, and keeps what it read last: the same news is asked for again and again, and reading a thousand rows takes
 * longer than fetching them. What is kept serves only where the row still holds the very text it was read from.
 */
export function rememberedRows(most = mostKept): (row: SealedRow) => Statement[] {
  const kept = new Map<number, Sealed & { readonly found: Statement[] }>();
  return ({ number, text, seal }) => {
    const last = kept.get(number);
    const isSame = last?.text === text && last.seal === seal;
    const row = isSame ? last : { text, seal, found: intact({ text, seal }) };
    kept.delete(number);
    kept.set(number, row);
    dropOldest(kept, most);
    return row.found;
  };
}

/**
 * Where a query can be answered from facets, the first condition leads and the others check: the one that usually has the
 * fewest statements comes first.
 */
const conditionsOf = ({ speakers, topics, parties }: StatementQuery): (readonly string[])[] =>
  [speakers?.map(facet.speaker), topics?.map(facet.topic), parties?.map(facet.party)].filter(
    list => list !== undefined,
  );

/** What few statements of many meet together is found by the index of words, which goes through both at once. */
const isCrossed = ({ limit }: StatementQuery, conditions: readonly unknown[]): boolean =>
  conditions.length > 1 && limit !== undefined && limit <= mostFound;

type Read = ReturnType<typeof rememberedRows>;

export async function newestStatements(
  db: Db,
  search: SearchIndex,
  query: StatementQuery,
  read: Read,
): Promise<Statement[]> {
  const conditions = conditionsOf(query);
  if (query.words !== undefined || isCrossed(query, conditions)) {
    const newest = await found(db, search, query);
    return withNumbers(
      db,
      newest.map(({ number }) => number),
    );
  }
  if (query.grades?.length === 0 || conditions.some(list => list.length === 0)) return [];
  const [leading, ...others] = conditions;
  const chosen = leading ? withAnyOf(leading, others, query) : ofPeriod(query);
  // The bodies are joined last: of all that was found, only the newest are read.
  const newest = sql`select * from (${chosen}) as found order by at desc, ref, statement ${limitOf(query)}`;
  const { rows } = await sql<SealedRow>`
    select statements.number, ${standsAs} as text, statements.seal from (${newest}) as newest
    join statements on statements.number = newest.statement
    order by newest.at desc, newest.ref, newest.statement`.execute(db);
  return rows.flatMap(read);
}

/** In the order of the numbers. */
async function withNumbers(db: Db, numbers: readonly number[]): Promise<Statement[]> {
  const texts = new Map<number, Sealed>();
  for (const some of chunks(numbers)) {
    const { rows } = await sql<SealedRow>`
      select number, ${standsAs} as text, seal from statements where number in (${sql.join(some)})`.execute(
      db,
    );
    for (const row of rows) texts.set(row.number, row);
  }
  return numbers.flatMap(number => intact(texts.get(number) as Sealed));
}

function ofPeriod(query: StatementQuery): RawBuilder<unknown> {
  const ofGrade = query.grades && [
    sql`exists (select 1 from statement_facets as held where held.statement = led.number and held.grade in (${sql.join(query.grades)}))`,
  ];
  return sql`
    select number as statement, at, ref from statements as led where ${sql.join([...periodOf(query), ...(ofGrade ?? [])], sql` and `)}
    order by at desc, ref, number ${limitOf(query)}`;
}

/**
 * The newest of each alternative, put together: the newest of all are among them, and each part is read from its index
 * in order and left as soon as there are enough, however many statements the topic or party has. SQLite puts
 * up to 500 parts together.
 */
function withAnyOf(
  leading: readonly string[],
  others: readonly (readonly string[])[],
  query: StatementQuery,
): RawBuilder<unknown> {
  const ofGrade = query.grades ? [sql`led.grade in (${sql.join(query.grades)})`] : [];
  const filters = sql.join([...periodOf(query), ...ofGrade, ...others.map(holds)], sql` and `);
  const parts = leading.map(
    value => sql`select * from (
      select statement, at, ref from statement_facets as led
      where facet = ${value} and ${filters}
      order by at desc, ref, statement ${limitOf(query)}) as part`,
  );
  return sql.join(parts, sql` union `);
}

/** A condition on a statement that another condition has led to. */
const holds = (facets: readonly string[]): RawBuilder<unknown> =>
  sql`exists (select 1 from statement_facets as held where held.statement = led.statement and held.facet in (${sql.join(facets)}))`;

function periodOf({ from, until, before, standing }: StatementQuery): RawBuilder<unknown>[] {
  return [
    ...(standing === 'any' ? [] : [sql`led.standing = 'current'`]),
    ...(from === undefined ? [] : [sql`led.at >= ${from}`]),
    ...(until === undefined ? [] : [sql`led.at < ${until}`]),
    ...(before === undefined
      ? []
      : [sql`led.at <= ${before.at}`, sql`(led.at < ${before.at} or led.ref > ${before.ref})`]),
    sql`1 = 1`,
  ];
}

const limitOf = ({ limit }: StatementQuery): RawBuilder<unknown> =>
  limit === undefined ? sql`` : sql`limit ${Math.max(0, limit)}`;
