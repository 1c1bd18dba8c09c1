import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../src/core/article.ts';
import type { Statement } from '../src/core/statement.ts';
import { instantOf } from '../src/core/time.ts';
import { utterances } from '../src/core/utterance.ts';
import { type Newsroom, openNewsroom } from '../src/demo/newsroom.ts';
import { openStore } from '../src/store/open.ts';
import { files, playDay } from './support/killed-day.ts';

/** Each kill costs a start of the bot, some seconds: run on demand, `KILLS=50 npm test -- test/killed-day.test.ts`. */
const kills = Number(process.env.KILLS ?? 0);
const skipped = kills > 0 ? '' : ' (skipped: set KILLS=50 to run it)';
/** Milliseconds that a process may live after it has opened its store, at most. A whole day takes it some thousands. */
const longestLife = 300;

const begin = instantOf('2025-11-28', '06:50', 'Europe/Kyiv');
const noon = instantOf('2025-11-28', '12:00', 'Europe/Kyiv');
const script = 'test/support/killed-day.ts';

interface Told {
  readonly key: string;
  readonly words: readonly string[];
}

interface Outcome {
  readonly articles: readonly Article[];
  readonly statements: readonly Statement[];
  readonly told: readonly Told[];
  readonly left: number;
  readonly killed: number;
}

interface Setting {
  readonly newsroom: Newsroom;
  /** Tells the newsroom the file with the time of day. */
  clocked(file: string): void;
}

/** One newsroom at one address for both days, because articles are named by their addresses. */
async function openSetting(): Promise<Setting> {
  let clock = '';
  const newsroom = await openNewsroom('config/demo', () => Number(readFileSync(clock, 'utf8')));
  return {
    newsroom,
    clocked: file => {
      clock = file;
    },
  };
}

/** Plays the day in processes of which so many are killed, each at a moment of chance. */
async function played(times: number, { newsroom, clocked }: Setting): Promise<Outcome> {
  const data = mkdtempSync(join(tmpdir(), 'attache-killed-'));
  const { clock } = files(data);
  writeFileSync(clock, String(begin));
  clocked(clock);
  // The first poll is quiet; what a day announces is comparable where all days begin with the same one.
  await playDay(newsroom.url, data, begin);
  let killed = 0;
  while (killed < times && (await isKilled(newsroom, data, Math.random() * longestLife))) killed += 1;
  await playDay(newsroom.url, data, noon);
  const outcome = { ...(await remains(data)), killed };
  rmSync(data, { recursive: true });
  return outcome;
}

/** A process that is killed so many milliseconds after it was ready. False where it was done before. */
async function isKilled({ url }: Newsroom, data: string, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [script, url, data, String(noon)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    if (line === 'ready') void pause(after).then(() => child.kill('SIGKILL'));
  }
  const [, signal] = await exit;
  return signal === 'SIGKILL';
}

async function remains(data: string): Promise<Omit<Outcome, 'killed'>> {
  const store = await openStore({ databaseUrl: null, path: files(data).store });
  const statements = (await store.ledger.after(0, 10_000)).map(({ statement }) => statement);
  const articles = [...(await store.articles.get(statements.map(({ article }) => article))).values()];
  const left = [
    ...(await store.articles.unread(99)),
    ...(await store.outbox.rows('waiting', 99)),
    ...(await store.outbox.rows('parked', 99)),
  ].length;
  await store.close();
  const told = readFileSync(files(data).paper, 'utf8').trim().split('\n');
  return { statements, articles, told: told.map(line => JSON.parse(line) as Told), left };
}

/** What was said, each once, of which a rendering was told in an alert: named by its first ref. */
function announced({ statements, told }: Outcome): string[] {
  const words = new Set(told.filter(({ key }) => key.startsWith('alert:')).flatMap(({ words }) => words));
  const isTold = ({ article, quotations, content, cue, source }: Statement): boolean =>
    [...quotations, ...content, ...cue, ...source].some(({ start }) => words.has(`${article} ${start}`));
  return utterances(statements)
    .filter(({ renderings }) => renderings.some(isTold))
    .map(({ renderings }) => renderings.map(({ ref }) => ref).toSorted()[0] ?? '')
    .toSorted();
}

describe.skipIf(skipped !== '')(`a day whose process is killed ${kills} times${skipped}`, () => {
  let whole: Outcome;
  let broken: Outcome;
  beforeAll(
    async () => {
      const setting = await openSetting();
      [whole, broken] = [await played(0, setting), await played(kills, setting)];
      await setting.newsroom.close();
    },
    60_000 + kills * 30_000,
  );

  it('loses no article and no statement, and keeps none twice', () => {
    const refs = ({ statements }: Outcome): string[] => statements.map(({ ref }) => ref).toSorted();
    expect(broken.killed).toBe(kills);
    expect(refs(broken)).toEqual(refs(whole));
    const urls = broken.articles.map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
    expect(broken.left).toBe(0);
  });

  it('announces what the undisturbed day announces, each word once', () => {
    expect(announced(whole).length).toBeGreaterThan(3);
    expect(announced(broken)).toEqual(announced(whole));
    const alerts = broken.told.filter(({ key }) => key.startsWith('alert:'));
    const words = alerts.flatMap(({ words }) => words);
    expect(new Set(words).size).toBe(words.length);
  });

  it('shows each message once, the digest among them', () => {
    const keys = broken.told.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const digests = ({ told }: Outcome): string[] =>
      told.map(({ key }) => key).filter(key => key.startsWith('digest:'));
    expect(digests(broken).toSorted()).toEqual(digests(whole).toSorted());
  });
});
