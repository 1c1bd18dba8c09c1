import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  type CompiledQuery,
  DummyDriver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/app/ports.ts';
import { ledgerIn } from '../../src/store/ledger.ts';
import { openStore } from '../../src/store/open.ts';
import { searchInSqlite } from '../../src/store/search-sqlite.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { tablesOn } from '../../src/store/tables.ts';
import { storeContract } from '../contracts/store.ts';
import { type OnDisk, storeProcesses } from './processes.ts';
import { storeTampering } from './tampering.ts';

async function onDisk(): Promise<OnDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-store-'));
  const path = join(folder, 'data', 'attache.db');
  const handles: Store[] = [];
  const reopen = async (): Promise<Store> => {
    const store = await openSqlite(path);
    handles.push(store);
    return store;
  };
  const destroy = async (): Promise<void> => {
    for (const handle of handles) await handle.close();
    await rm(folder, { recursive: true });
  };
  return { store: await reopen(), reopen, destroy, place: ['sqlite', path, ''] };
}

const fleeting = (store: Store) => ({
  store,
  reopen: () => Promise.reject(new Error('nothing lasts')),
  destroy: () => store.close(),
});

storeContract('SQLite in a file', onDisk);
// The same code over the same engine: with SLOW=1, and in the round of CI.
describe.skipIf(!process.env.SLOW)('with SLOW=1', () =>
  storeContract('SQLite in memory', async () => fleeting(await openSqlite(':memory:')), { lasting: false }),
);
storeProcesses('SQLite', onDisk);
storeTampering('SQLite', onDisk, async ([, path], sql) => {
  const file = new DatabaseSync(path);
  file.exec(sql);
  file.close();
});

describe('SQLite', () => {
  it('is what opens where no database address is given', async () => {
    const store = await openStore({ databaseUrl: null, path: ':memory:' });
    expect(await store.ledger.count()).toEqual({ articles: 0, statements: 0 });
    await store.close();
  });

  it('leaves the file in write-ahead mode', async () => {
    const { place, destroy } = await onDisk();
    const file = new DatabaseSync(place[1]);
    expect(file.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    file.close();
    await destroy();
  });

  it.each([
    { topics: ['a'], limit: 20 },
    { topics: ['a', 'b', 'c'], from: 1, until: 9, limit: 20 },
    { parties: ['a', 'b'], limit: 20 },
    { speakers: ['a'], limit: 20 },
    { topics: ['a'], parties: ['b'], speakers: ['c', 'd'] },
    { limit: 20 },
  ])('answers %j from indexes, without scanning or sorting a table', async query => {
    const { place, destroy } = await onDisk();
    const [{ sql, parameters }] = await compiled(query);
    const file = new DatabaseSync(place[1]);
    const plan = file.prepare(`explain query plan ${sql}`).all(...(parameters as string[]));
    const steps = plan.map(({ detail }) => String(detail));
    file.close();
    await destroy();
    expect(
      steps.filter(step => /SCAN (statement|led|held)/.test(step) && !step.includes('statements_newest')),
    ).toEqual([]);
    expect(
      steps
        .filter(step => /SEARCH (led|held)/.test(step))
        .every(step => /COVERING INDEX|PRIMARY KEY/.test(step)),
    ).toBe(true);
    expect(
      steps.filter(step => /SEARCH held/.test(step)).every(step => step.includes('statement=? AND')),
    ).toBe(true);
  });
});

describe('the index of words in SQLite', () => {
  it.each([
    { words: ['talks'], limit: 20 },
    { topics: ['a'], parties: ['b'], speakers: ['c', 'd'], limit: 20 },
    { words: ['talks', 'in geneva'], topics: ['a', 'b'], parties: ['c'], from: 1, until: 9_000, limit: 20 },
  ])('answers %j newest first without gathering or sorting', async query => {
    const { place, destroy } = await onDisk();
    const [{ sql, parameters }] = await compiled(query);
    const file = new DatabaseSync(place[1]);
    const plan = file.prepare(`explain query plan ${sql}`).all(...(parameters as string[]));
    file.close();
    await destroy();
    // M: it looks for a match; the row number's bounds and order are the index's own, so nothing is sorted.
    expect(plan.map(({ detail }) => String(detail))).toEqual([
      expect.stringMatching(/^SCAN search VIRTUAL TABLE INDEX \d+:.*M/),
    ]);
  });
});

/** The SQL that a query of the ledger becomes. */
async function compiled(query: Parameters<Store['ledger']['statements']>[0]): Promise<[CompiledQuery]> {
  const queries: CompiledQuery[] = [];
  class Recorder extends DummyDriver {
    override async acquireConnection() {
      const connection = await super.acquireConnection();
      return {
        ...connection,
        streamQuery: connection.streamQuery,
        executeQuery: async <R>(each: CompiledQuery) => {
          queries.push(each);
          return { rows: [] as R[] };
        },
      };
    }
  }
  const tables = tablesOn({
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new Recorder(),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  });
  await ledgerIn(tables, searchInSqlite).statements(query);
  const [first] = queries;
  if (!first) throw new Error('nothing was asked');
  return [first];
}
