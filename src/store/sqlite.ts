import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import type { Log, Store } from '../app/ports.ts';
import { StartError } from '../core/errors.ts';
import { dropOldest } from '../core/oldest.ts';
import { migrate } from './migrations.ts';
import { rebuild } from './rebuild.ts';
import { searchInSqlite } from './search-sqlite.ts';
import { storeOn } from './store.ts';
import { tablesOn } from './tables.ts';

/**
 * A store in one file, or in memory for `:memory:`. Creates the file and its folder. Rejects with a StartError where
 * the file cannot be written, is no database, or was written by a newer program.
 */
export async function openSqlite(path: string, log: Pick<Log, 'info'> = { info: () => {} }): Promise<Store> {
  const where = path === ':memory:' ? path : resolve(path);
  const db = tablesOn(new NodeSqliteDialect({ database: () => patiently(() => opened(where)) }));
  try {
    if (where !== ':memory:') await mkdir(dirname(where), { recursive: true });
    // A transaction of SQLite that means to write locks the file by itself.
    await migrate(db, { engine: 'sqlite', where, lock: async () => {} });
    await rebuild(db, { engine: 'sqlite', search: searchInSqlite, where, log });
    return storeOn(db, 'sqlite');
  } catch (error) {
    await db.destroy();
    throw error instanceof StartError ? error : new StartError(sentence(where, error), { cause: error });
  }
}

/** https://sqlite.org/rescode.html; the low byte is the primary code. */
const busy = 5;
const notADatabase = 26;

const primaryCode = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : null;

function sentence(where: string, error: unknown): string {
  if (primaryCode(error) === notADatabase) {
    return `${where} is not a SQLite database: move that file away, or name another place for the store`;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `the store ${where} cannot be opened (${reason}): check that this user may write there, or name another place`;
}

/** Measured with `synchronous = full`: no acknowledged write was lost to kill -9 or power cuts; with `normal` some were. */
function opened(path: string): SqliteDatabase {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true });
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full');
  } catch (error) {
    database.close();
    throw error;
  }
  return { close: () => database.close(), prepare: preparing(database) };
}

const mostPrepared = 200;

/** The statements prepared last are kept: each query is read to its end before the next begins. */
function preparing(database: DatabaseSync): SqliteDatabase['prepare'] {
  const kept = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  return sql => {
    const statement = kept.get(sql) ?? prepared(database, sql);
    kept.delete(sql);
    kept.set(sql, statement);
    dropOldest(kept, mostPrepared);
    return statement;
  };
}

function prepared(database: DatabaseSync, sql: string): ReturnType<SqliteDatabase['prepare']> {
  const statement = database.prepare(sql);
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: parameters => statement.all(...values(parameters)),
    run: parameters => statement.run(...values(parameters)),
    iterate: parameters => statement.iterate(...values(parameters)),
  };
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new WaitingDriver(this.#config);
  }
}

class WaitingDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: query => patiently(() => connection.executeQuery(query)),
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
  }

  /** A transaction that begins with reading cannot always go on to write: another may have written meanwhile. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

const pause = 5;
const patience = 10_000;

/**
 * Waits for another writer, in milliseconds. SQLite's own `busy_timeout` would sleep in the thread that answers people,
 * and never end where the other writer is a second handle in this process.
 */
async function patiently<T>(work: () => T | Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += pause) {
    try {
      return await work();
    } catch (error) {
      if (primaryCode(error) !== busy || waited >= patience) throw error;
      await setTimeout(pause);
    }
  }
}
