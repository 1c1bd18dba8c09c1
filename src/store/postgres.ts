import { PostgresDialect, sql, type Transaction } from 'kysely';
import { Pool, types } from 'pg';
import type { Log, Store } from '../app/ports.ts';
import { StartError } from '../core/errors.ts';
import { migrate } from './migrations.ts';
import { rebuild } from './rebuild.ts';
import { searchInPostgres } from './search-postgres.ts';
import { storeOn } from './store.ts';
import { type Tables, tablesOn } from './tables.ts';

export interface PostgresOptions {
  readonly schema?: string;
  readonly patience?: number;
  readonly log?: Pick<Log, 'info'>;
}

/**
 * A store in a PostgreSQL database, for several processes. `schema` (lower-case letters, digits and `_`) is created
 * where it is missing. Rejects with a StartError when the server was not reached after `patience` milliseconds, and
 * where the database is of a newer program.
 */
export async function openPostgres(
  url: string,
  { schema, patience = 8_000, log = { info: () => {} } }: PostgresOptions = {},
): Promise<Store> {
  const where = shownPlace(url);
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: patience,
    types: { getTypeParser },
    ...(schema && { options: `-c search_path=${schema}` }),
  });
  // An idle connection that breaks is replaced by the pool, but without a listener it would end the process.
  pool.on('error', () => {});
  const db = tablesOn(new PostgresDialect({ pool }));
  try {
    await migrate(db, { engine: 'postgres', where, lock: trx => lockMigrations(trx, schema) });
    await rebuild(db, { engine: 'postgres', search: searchInPostgres, where, log });
    return storeOn(db, 'postgres');
  } catch (error) {
    await db.destroy();
    throw error instanceof StartError ? error : new StartError(sentence(where, error), { cause: error });
  }
}

/** Instants and counts are whole numbers below 2^53; pg would give bigint as text. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format);

/** Any number that other programs on the server are unlikely to take: "attache" on a telephone's keys. */
const advisoryLock = 2_882_243;

async function lockMigrations(trx: Transaction<Tables>, schema: string | undefined): Promise<void> {
  await sql`select pg_advisory_xact_lock(${advisoryLock})`.execute(trx);
  if (schema) await sql`create schema if not exists ${sql.id(schema)}`.execute(trx);
}

function sentence(where: string, error: unknown): string {
  return `PostgreSQL at ${where} cannot be used (${reasonOf(error)}): check DATABASE_URL and that the server is running`;
}

/** An address with several numbers fails with an error for each, and no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/**
 * The host and database of an address, without user and password. An unescaped `/`, `?` or `#` in a password would
 * make a part of it look like the database: then nothing is shown.
 */
function shownPlace(url: string): string {
  const parsed = URL.parse(url);
  const isPostgres = parsed?.protocol === 'postgres:' || parsed?.protocol === 'postgresql:';
  if (!parsed || !isPostgres || (parsed.username === '' && url.includes('@'))) {
    throw new StartError(
      'DATABASE_URL is not an address of the form postgres://user:password@host:5432/database ' +
        '(write / ? # @ : in a password as %2F %3F %23 %40 %3A)',
    );
  }
  return `${parsed.host || 'the local socket'}${parsed.pathname}`;
}
