import type { Log, Store } from '../app/ports.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

export interface StorePlace {
  /** A PostgreSQL address with its password; null for the file. */
  readonly databaseUrl: string | null;
  /** The SQLite file, or `:memory:`. */
  readonly path: string;
}

/**
 * Opens the store, brings its tables up to date, and derives anew what an earlier program derived otherwise; `log` is told
 * of that, because it takes minutes for a large store. Rejects with a StartError.
 */
export const openStore = (
  { databaseUrl, path }: StorePlace,
  log: Pick<Log, 'info'> = quiet,
): Promise<Store> => (databaseUrl === null ? openSqlite(path, log) : openPostgres(databaseUrl, { log }));

const quiet = { info: () => {} };
