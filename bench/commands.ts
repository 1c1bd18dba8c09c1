import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { isDeepStrictEqual } from 'node:util';
import { Client } from 'pg';
import { commands } from '../commands/index.ts';
import { bot } from '../src/app/answer.ts';
import { parseCommandLine } from '../src/app/line.ts';
import type { Bot, Store } from '../src/app/ports.ts';
import { loadConfig } from '../src/config/load.ts';
import { openPostgres } from '../src/store/postgres.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { loadPostgres, loadSqlite } from './ledger/load.ts';
import { castOf, made, now, randoms, vocabulary, zipf } from './ledger/made.ts';

/**
 * Milliseconds that each command takes in a ledger of a year, on SQLite and, where TEST_DATABASE_URL names one, on
 * PostgreSQL, in a schema of its own. Sizes and one of the stores may be given:
 * `node bench/commands.ts 1000000 sqlite`. With `--keep` the ledger stays where it is, a file or a schema named by its
 * size, and serves the next run with `--keep`.
 */
const keeps = process.argv.includes('--keep');
const given = process.argv.slice(2).map(Number).filter(Boolean);
const only = process.argv.slice(2).find(each => /^[a-z]+$/.test(each)) ?? null;
const sizes = given.length > 0 ? given : [10_000, 100_000];
const times = 400;

const { catalog, desk } = loadConfig('config', { variable: () => null });
const cast = castOf(catalog);
const log = {
  info: () => {},
  warn: () => {},
  error: (event: string, fields?: object) => console.error(event, fields),
};

const marks: Readonly<Record<string, number>> = {
  'stance topic': 50,
  'stance person': 50,
  'stance party': 50,
  matrix: 100,
  quotes: 50,
  'quotes topic': 50,
  'search common': 50,
  'search two': 50,
  'search rare': 50,
  'search topic': 50,
  brief: 50,
};

/** A line for each command, of words drawn as people would ask: what is much talked of is asked most. */
function lines(): Record<string, (next: () => number) => string> {
  const topic = (next: () => number): string => zipf(cast.topics, next);
  const person = (next: () => number): string => zipf(cast.speakers, next).actor ?? '';
  const party = (next: () => number): string => zipf(cast.parties, next);
  const word = (from: number, next: () => number): string =>
    vocabulary[from + Math.floor(next() * from)] ?? '';
  return {
    'stance topic': next => `/stance ${topic(next)}`,
    'stance person': next => `/stance ${person(next)}`,
    'stance party': next => `/stance ${topic(next)} party:${party(next)}`,
    shifts: () => '/shifts',
    matrix: () => '/matrix',
    quotes: next => `/quotes ${person(next)}`,
    'quotes topic': next => `/quotes ${party(next)} topic:${topic(next)}`,
    'search common': next => `/search ${word(4, next)}`,
    'search two': next => `/search "${word(100, next)} ${word(10, next)}"`,
    'search rare': next => `/search ${word(10_000, next)}`,
    'search topic': next => `/search ${word(100, next)} topic:${topic(next)}`,
    brief: () => '/brief',
    why: () => '/why latest',
    topics: () => '/topics',
    status: () => '/status',
  };
}

await verifyLoading();
for (const size of sizes) {
  if (only !== 'postgres') await onSqlite(size);
  if (process.env.TEST_DATABASE_URL && only !== 'sqlite')
    await onPostgres(size, process.env.TEST_DATABASE_URL);
}

async function onSqlite(size: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-bench-'));
  const kept = join(tmpdir(), `attache-bench-${size}.db`);
  const path = keeps ? kept : join(folder, 'bench.db');
  if (!existsSync(path)) await filledSqlite(join(folder, 'loading.db'), path, size);
  const { value: store, ms } = await took(() => openSqlite(path));
  head(`SQLite, ${size} statements`, ms, (await stat(path)).size);
  await measured(store);
  await store.close();
  await rm(folder, { recursive: true });
}

/** A ledger has its name when it is whole: what was cut short serves no later run. */
async function filledSqlite(loading: string, path: string, size: number): Promise<void> {
  const loaded = await took(() => loadSqlite(loading, made(size, cast)));
  const { value: store, ms } = await took(() => openSqlite(loading));
  await store.close();
  await rename(loading, path);
  filled('SQLite', loaded.ms, ms);
}

async function onPostgres(size: number, url: string): Promise<void> {
  const loading = `attache_bench_${process.pid}`;
  const schema = keeps ? `attache_bench_${size}` : `${loading}_whole`;
  const client = new Client(url);
  await client.connect();
  try {
    if (!(await isSchema(client, schema))) await filledPostgres(client, url, { loading, schema, size });
    const { value: store, ms } = await took(() => openPostgres(url, { schema }));
    head(`PostgreSQL, ${size} statements`, ms, await bytesOf(client, schema));
    await measured(store);
    await store.close();
  } finally {
    for (const each of keeps ? [loading] : [loading, schema])
      await client.query(`drop schema if exists ${each} cascade`);
    await client.end();
  }
}

async function isSchema(client: Client, schema: string): Promise<boolean> {
  return (await client.query('select from pg_namespace where nspname = $1', [schema])).rows.length > 0;
}

interface Filling {
  readonly loading: string;
  readonly schema: string;
  readonly size: number;
}

async function filledPostgres(
  client: Client,
  url: string,
  { loading, schema, size }: Filling,
): Promise<void> {
  const loaded = await took(() => loadPostgres(url, loading, made(size, cast)));
  const { value: store, ms } = await took(() => openPostgres(url, { schema: loading }));
  await store.close();
  await client.query(`set search_path = ${loading}`);
  await client.query('vacuum analyze');
  await client.query(`alter schema ${loading} rename to ${schema}`);
  filled('PostgreSQL', loaded.ms, ms);
}

async function bytesOf(client: Client, schema: string): Promise<number> {
  const { rows } = await client.query(
    `select sum(pg_total_relation_size(oid)) as bytes from pg_class where relkind = 'r' and relnamespace = '${schema}'::regnamespace`,
  );
  return Number(rows[0]?.bytes);
}

function filled(engine: string, loaded: number, derived: number): void {
  console.log(`\n${engine}: loaded in ${seconds(loaded)}, derived in ${seconds(derived)}`);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

function head(what: string, opened: number, bytes: number): void {
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(`\n${what}: opened in ${seconds(opened)}, ${Math.round(bytes / 2 ** 20)} MB; load ${load}`);
}

async function measured(store: Store): Promise<void> {
  const asked = bot({
    ...{ commands, catalog, desk, store, now: () => now, reference: () => 'bench', log },
    feedFinder: { look: async () => ({ outcome: 'empty', detail: 'nothing is fetched here' }) },
    mentionFinder: { mentions: async () => [] },
  });
  for (const [name, line] of Object.entries(lines())) {
    const next = randoms(name.length);
    if (!commands.some(each => line(randoms(1)).startsWith(`/${each.name}`))) continue;
    for (let i = 0; i < 20; i++) await answered(asked, line(next));
    const all: Taken[] = [];
    for (let i = 0; i < times; i++) all.push(await took(() => answered(asked, line(next))));
    report(name, all);
  }
}

async function answered(asked: Bot, line: string): Promise<void> {
  const request = parseCommandLine(line);
  if (!request) throw new Error(`no command in ${line}`);
  const { failed, message } = await asked.answer({
    ...request,
    platform: 'terminal',
    space: null,
    isHome: true,
    who: 'bench',
    where: null,
  });
  if (failed) throw new Error(`${line}: ${message.summary}`);
}

interface Taken {
  readonly ms: number;
  /** Milliseconds in this process's share of the processor: what a busy machine does not change much. */
  readonly processor: number;
}

function report(name: string, all: readonly Taken[]): void {
  const shown = (part: number, times: readonly number[]): string => at(part, times).toFixed(1).padStart(7);
  const [clock, processor] = [all.map(({ ms }) => ms), all.map(each => each.processor)];
  const mark = marks[name];
  const verdict = mark === undefined ? '' : at(0.99, clock) <= mark ? `  within ${mark}` : `  ABOVE ${mark}`;
  const line = `p50 ${shown(0.5, clock)}  p99 ${shown(0.99, clock)}  processor p50 ${shown(0.5, processor)}  p99 ${shown(0.99, processor)}`;
  console.log(`  ${name.padEnd(14)} ${line}${verdict}`);
}

function at(part: number, times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? 0;
}

async function took<T>(work: () => Promise<T>): Promise<Taken & { value: T }> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: performance.now() - begun, processor: (user + system) / 1_000 };
}

/** That loading ends where recording does: the same statements, recorded article by article, give the same. */
async function verifyLoading(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-bench-'));
  const path = join(folder, 'bench.db');
  await loadSqlite(path, made(1_000, cast));
  const [loaded, recorded] = [await openSqlite(path), await openSqlite(':memory:')];
  for (const { article, statements } of made(1_000, cast)) {
    await recorded.articles.add(article, [article.id]);
    await recorded.ledger.record(article.id, statements, null);
  }
  const same = isDeepStrictEqual(await sights(loaded), await sights(recorded));
  for (const store of [loaded, recorded]) await store.close();
  await rm(folder, { recursive: true });
  if (!same) throw new Error('the loaded ledger is not the recorded one');
}

async function sights({ ledger, positions, articles }: Store): Promise<unknown> {
  const [word = ''] = vocabulary;
  const all = await ledger.statements({});
  return structuredClone({
    all,
    positions: await positions.positions({ asOf: now }),
    shifts: await positions.shifts({}),
    found: await ledger.statements({ words: [word], topics: cast.topics.slice(0, 1) }),
    counts: await ledger.counts(cast.topics, 0),
    articles: await articles.intact(all.map(({ article }) => article)),
  });
}
