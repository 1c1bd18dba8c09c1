import { mkdtemp, rm, stat } from 'node:fs/promises';
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
 * `node bench/commands.ts 1000000 sqlite`.
 */
const given = process.argv.slice(2).map(Number).filter(Boolean);
const only = process.argv.slice(2).find(each => /^[a-z]+$/.test(each)) ?? null;
const sizes = given.length > 0 ? given : [10_000, 100_000];
const times = 100;

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
  const path = join(folder, 'bench.db');
  const loaded = await took(() => loadSqlite(path, made(size, cast)));
  const { value: store, ms } = await took(() => openSqlite(path));
  const bytes = (await stat(path)).size;
  head(`SQLite, ${size} statements`, loaded.ms, ms, bytes);
  await measured(store);
  await store.close();
  await rm(folder, { recursive: true });
}

async function onPostgres(size: number, url: string): Promise<void> {
  const schema = `attache_bench_${process.pid}`;
  const client = new Client(url);
  await client.connect();
  try {
    const loaded = await took(() => loadPostgres(url, schema, made(size, cast)));
    const { value: store, ms } = await took(() => openPostgres(url, { schema }));
    await client.query(`set search_path = ${schema}`);
    await client.query('vacuum analyze');
    const { rows } = await client.query(
      `select sum(pg_total_relation_size(oid)) as bytes from pg_class where relkind = 'r' and relnamespace = '${schema}'::regnamespace`,
    );
    head(`PostgreSQL, ${size} statements`, loaded.ms, ms, Number(rows[0]?.bytes));
    await measured(store);
    await store.close();
  } finally {
    await client.query(`drop schema if exists ${schema} cascade`);
    await client.end();
  }
}

function head(what: string, loaded: number, derived: number, bytes: number): void {
  const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(
    `\n${what}: loaded in ${seconds(loaded)}, derived in ${seconds(derived)}, ${Math.round(bytes / 2 ** 20)} MB; load ${load}`,
  );
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
    for (let i = 0; i < 5; i++) await answered(asked, line(next));
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
