import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Client } from 'pg';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Made } from './made.ts';

/** Rows as they are written by recording, without what is derived: opening the store derives it. */
interface Rows {
  readonly snapshots: SQLInputValue[][];
  readonly articles: SQLInputValue[][];
  readonly statements: SQLInputValue[][];
}

const columns = {
  snapshots: ['sha256', 'text'],
  articles:
    'number id feed outlet language url title author published fetched text_from quiet sha256 is_read note'.split(
      ' ',
    ),
  statements: 'number ref article outlet at body'.split(' '),
} as const;

type Table = keyof typeof columns;

const batch = 2_000;

function* batches(all: Iterable<Made>): Generator<Rows> {
  let rows: Rows = { snapshots: [], articles: [], statements: [] };
  let [article, statement] = [0, 0];
  for (const made of all) {
    const { id, feed, outlet, language, url, title, author, published, fetched, textFrom, snapshot } =
      made.article;
    article += 1;
    rows.snapshots.push([snapshot.sha256, snapshot.text]);
    rows.articles.push([
      article,
      id,
      feed,
      outlet,
      language,
      url,
      title,
      author,
      published,
      fetched,
      textFrom,
      0,
      snapshot.sha256,
      1,
      null,
    ]);
    for (const each of made.statements) {
      statement += 1;
      rows.statements.push([statement, each.ref, each.article, each.outlet, each.at, JSON.stringify(each)]);
    }
    if (rows.articles.length >= batch) {
      yield rows;
      rows = { snapshots: [], articles: [], statements: [] };
    }
  }
  yield rows;
}

const counted = `update counters set value = (select count(*) from articles) where name = 'articles';
  update counters set value = (select count(*) from statements) where name = 'statements';
  delete from derivation`;

/** Fills a new SQLite file, without waiting for the disk. */
export async function loadSqlite(path: string, all: Iterable<Made>): Promise<void> {
  await (await openSqlite(path)).close();
  const file = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  file.exec('pragma synchronous = off');
  const insert = (table: Table) =>
    file.prepare(
      `insert into ${table} (${columns[table].join(', ')}) values (${columns[table].map(() => '?').join(', ')})`,
    );
  const inserts = {
    snapshots: insert('snapshots'),
    articles: insert('articles'),
    statements: insert('statements'),
  };
  for (const rows of batches(all)) {
    file.exec('begin');
    for (const table of Object.keys(rows) as Table[])
      for (const row of rows[table]) inserts[table].run(...row);
    file.exec('commit');
  }
  file.exec(counted);
  file.close();
}

const numbers = ['number', 'published', 'fetched', 'quiet', 'is_read', 'at'];

/** Fills a new schema of PostgreSQL. */
export async function loadPostgres(url: string, schema: string, all: Iterable<Made>): Promise<void> {
  await (await openPostgres(url, { schema })).close();
  const client = new Client({
    connectionString: url,
    options: `-c search_path=${schema} -c synchronous_commit=off`,
  });
  await client.connect();
  for (const rows of batches(all)) {
    await client.query('begin');
    for (const table of Object.keys(rows) as Table[]) {
      const lists = columns[table].map((_, i) => rows[table].map(row => row[i]));
      const types = columns[table].map(
        (name, i) => `$${i + 1}::${numbers.includes(name) ? 'bigint' : 'text'}[]`,
      );
      await client.query(
        `insert into ${table} (${columns[table].join(', ')}) select * from unnest(${types.join(', ')})`,
        lists,
      );
    }
    await client.query('commit');
  }
  await client.query(counted);
  await client.query('analyze');
  await client.end();
}
