import type { Store } from '../app/ports.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

export interface StorePlace {
  /** A PostgreSQL address with its password; null for the file. */
  readonly databaseUrl: string | null;
  /** The SQLite file, or `:memory:`. */
  readonly path: string;
}

/** Opens the store and brings its tables up to date. Rejects with a StartError. */
export const openStore = ({ databaseUrl, path }: StorePlace): Promise<Store> =>
  databaseUrl === null ? openSqlite(path) : openPostgres(databaseUrl);
