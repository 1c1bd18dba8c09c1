import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import type { Store } from '../../src/app/ports.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import type { OnDisk } from './processes.ts';

/** The PostgreSQL that the tests may use; without it their suites are skipped. */
export const testDatabase = process.env.TEST_DATABASE_URL ?? '';
export const skipped =
  testDatabase === '' ? ' (skipped: TEST_DATABASE_URL names no PostgreSQL to run it on)' : '';

export const aSchema = (): string => `attache_test_${randomUUID().replaceAll('-', '')}`;

export async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(testDatabase);
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

/** Children before what they refer to. */
const tables =
  'outbox_refs changes article_keys article_sketches statement_facets evidence cells positions shifts search corrections statements articles snapshots feed_states polls marks outbox settings installations';
const emptied = [
  ...tables.split(' ').map(table => `delete from ${table}`),
  'update counters set value = 0',
].join('; ');

/** Gives empty stores, one after the other, in a schema that is made for this run and dropped after it. */
export function storesInSchema(): () => Promise<OnDisk> {
  const schema = aSchema();
  const keeper = new Client({ connectionString: testDatabase, options: `-c search_path=${schema}` });
  beforeAll(() => keeper.connect().then(() => {}));
  afterAll(async () => {
    await keeper.query(`drop schema ${schema} cascade`);
    await keeper.end();
  });

  return async () => {
    const handles: Store[] = [];
    const reopen = async (): Promise<Store> => {
      const store = await openPostgres(testDatabase, { schema });
      handles.push(store);
      return store;
    };
    const store = await reopen();
    await keeper.query(emptied);
    const destroy = async (): Promise<void> => {
      for (const handle of handles) await handle.close();
    };
    return { store, reopen, destroy, place: ['postgres', testDatabase, schema] };
  };
}
