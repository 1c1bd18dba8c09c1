import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/app/ports.ts';
import { day } from '../../src/core/time.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { anArticle, aStance, aStatement } from './examples.ts';
import { aSchema, ask, skipped, testDatabase } from './schemas.ts';

describe('the schema in SQLite', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'attache-migrations-'));
    path = join(folder, 'attache.db');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const change = (sql: string): void => {
    const file = new DatabaseSync(path);
    file.exec(sql);
    file.close();
  };

  it('is made once, also when many open an empty file at the same time', async () => {
    const stores = await Promise.all(Array.from({ length: 5 }, () => openSqlite(path)));
    expect(await stores[0]?.articles.add(anArticle(), ['k'])).toBe(true);
    expect([...((await stores[4]?.articles.known(['k'])) ?? [])]).toHaveLength(1);
    for (const store of stores) await store.close();
  });

  it('is left alone where it is up to date', async () => {
    const first = await openSqlite(path);
    await first.articles.add(anArticle(), ['k']);
    await first.ledger.record('a1', [aStatement()], null);
    await first.close();
    const second = await openSqlite(path);
    expect(await second.ledger.statements({})).toEqual([aStatement()]);
    await second.close();
  });

  it('carries the data of version 1 to the present', async () => {
    change(await readFile(new URL('version-1.sql', import.meta.url), 'utf8'));
    const store = await openSqlite(path);
    expect(await store.articles.get(['a1'])).toEqual(new Map([['a1', anArticle()]]));
    expect(await store.ledger.statements({ topics: ['nato-accession'], parties: ['russia'] })).toEqual([
      aStatement(),
    ]);
    expect(await store.outbox.rows('waiting', 9)).toMatchObject([
      { key: 'digest:morning:2025-11-27', attempts: 1 },
    ]);
    await store.close();

    const fresh = join(folder, 'fresh.db');
    await (await openSqlite(fresh)).close();
    expect(schemaOf(path)).toEqual(schemaOf(fresh));
  });

  it('derives anew what an earlier program derived otherwise, in batches, and says so', async () => {
    const before = await openSqlite(path);
    const said = (i: number) =>
      aStatement({
        ref: `r${i}`,
        at: i * day,
        stems: ['talks'],
        stances: [aStance('nato', 'russia', i % 7 ? 'opposes' : 'supports')],
      });
    await before.articles.add(anArticle(), ['k']);
    await before.ledger.record(
      'a1',
      Array.from({ length: 1_200 }, (_, i) => said(i)),
      null,
    );
    const seen = await sightsOf(before);
    await before.close();
    change(`update derivation set version = 0; delete from evidence; delete from positions; delete from shifts; delete from cells;
      delete from statement_facets; insert into search (search) values ('delete-all'); update statements set place = null, seal = null`);
    const told: string[] = [];
    const after = await openSqlite(path, { info: event => told.push(event) });
    expect(await sightsOf(after)).toEqual(seen);
    expect(told).toEqual(['positions and search are derived anew', 'positions and search were derived anew']);
    await after.close();
    await (await openSqlite(path, { info: event => told.push(event) })).close();
    expect(told).toHaveLength(2);
  });

  it('tells statements that an earlier program read anew of their other refs', async () => {
    const before = await openSqlite(path);
    await before.articles.add(anArticle(), ['k']);
    await before.ledger.record('a1', [aStatement({ ref: 'first' })], null);
    await before.ledger.reread('a1', [aStatement({ ref: 'second' })], null);
    const seen = await before.ledger.withRefs(['first', 'second']);
    expect(seen.map(({ otherRefs }) => otherRefs)).toEqual([['second'], ['first']]);
    await before.close();
    change('update derivation set version = 1; update statements set current = null, seal = null');
    const after = await openSqlite(path);
    expect(await after.ledger.withRefs(['first', 'second'])).toEqual(seen);
    await after.close();
  });

  it('is refused where a newer program wrote it', async () => {
    await (await openSqlite(path)).close();
    change('insert into migrations (number) values (1000)');
    await expect(openSqlite(path)).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringMatching(
        /^the store at .*attache\.db was written by a newer Attaché \(its schema is 1000, this program knows \d+\): start that newer version/,
      ),
    });
  });

  it('leaves nothing behind where a migration fails', async () => {
    change('create table outbox (mine integer)');
    await expect(openSqlite(path)).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringContaining('outbox'),
    });
    const file = new DatabaseSync(path);
    expect(file.prepare('select name from sqlite_schema').all()).toEqual([{ name: 'outbox' }]);
    file.close();
  });

  it('is refused where the file is no database', async () => {
    await writeFile(path, 'This is a letter, not a database. '.repeat(100));
    await expect(openSqlite(path)).rejects.toMatchObject({
      name: 'StartError',
      message: `${path} is not a SQLite database: move that file away, or name another place for the store`,
    });
  });

  it('is refused where the file cannot be written', async () => {
    await mkdir(path);
    const unwritable = {
      name: 'StartError',
      message: expect.stringMatching(/^the store .* cannot be opened .*check that/),
    };
    await expect(openSqlite(path)).rejects.toMatchObject(unwritable);
    await writeFile(join(folder, 'file'), '');
    await expect(openSqlite(join(folder, 'file', 'attache.db'))).rejects.toMatchObject(unwritable);
  });
});

describe.skipIf(skipped)(`the schema in PostgreSQL${skipped}`, () => {
  let schema: string;
  beforeEach(() => {
    schema = aSchema();
  });
  afterEach(() => ask(`drop schema if exists ${schema} cascade`));

  it('is made once, also when many open an empty database at the same time', async () => {
    const stores = await Promise.all(Array.from({ length: 5 }, () => openPostgres(testDatabase, { schema })));
    expect(await stores[0]?.articles.add(anArticle(), ['k'])).toBe(true);
    expect([...((await stores[4]?.articles.known(['k'])) ?? [])]).toHaveLength(1);
    for (const store of stores) await store.close();
  });

  it('has the tables and columns that SQLite has', async () => {
    const store = await openPostgres(testDatabase, { schema });
    await store.close();
    const there = await ask(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = '${schema}'`,
    );
    expect(
      there
        .map(({ name }) => name)
        .filter(notOfSearch)
        .toSorted(),
    ).toEqual(await columnsOfSqlite());
  });

  it('derives anew what an earlier program derived otherwise', async () => {
    const before = await openPostgres(testDatabase, { schema });
    await before.articles.add(anArticle(), ['k']);
    const said = Array.from({ length: 600 }, (_, i) =>
      aStatement({ ref: `r${i}`, at: i * day, stems: ['talks'], stances: [aStance('nato', 'russia')] }),
    );
    await before.ledger.record('a1', said, null);
    const seen = await sightsOf(before);
    await before.close();
    await ask(`update ${schema}.derivation set version = 0`);
    await ask(`delete from ${schema}.cells`);
    const after = await openPostgres(testDatabase, { schema });
    expect(await sightsOf(after)).toEqual(seen);
    await after.close();
  });

  it('is refused where a newer program wrote it', async () => {
    await (await openPostgres(testDatabase, { schema })).close();
    await ask(`insert into ${schema}.migrations (number) values (1000)`);
    await expect(openPostgres(testDatabase, { schema })).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringContaining('was written by a newer Attaché (its schema is 1000'),
    });
  });
});

async function sightsOf({ ledger, positions }: Store): Promise<unknown> {
  return {
    positions: await positions.positions({ asOf: 600 * day }),
    shifts: await positions.shifts({}),
    found: await ledger.statements({ words: ['talk'], topics: ['nato'], limit: 50 }),
    topics: await ledger.statements({ topics: ['nato'], limit: 50 }),
    counts: await ledger.counts(['nato'], 0),
  };
}

function schemaOf(path: string): string[] {
  const file = new DatabaseSync(path, { readOnly: true });
  const rows = file.prepare('select sql from sqlite_schema where sql is not null').all();
  file.close();
  return rows.map(({ sql }) => String(sql).replace(/\s+/g, ' ')).toSorted();
}

/** Each engine has its own index of words. */
const notOfSearch = (column: unknown): boolean => !String(column).startsWith('search');

async function columnsOfSqlite(): Promise<unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-columns-'));
  const path = join(folder, 'attache.db');
  await (await openSqlite(path)).close();
  const file = new DatabaseSync(path, { readOnly: true });
  const names = file.prepare(
    `select t.name || '.' || c.name as name from sqlite_schema t join pragma_table_info(t.name) c where t.type = 'table'`,
  );
  const found = names.all().map(({ name }) => name);
  file.close();
  await rm(folder, { recursive: true });
  return found.filter(notOfSearch).toSorted();
}
