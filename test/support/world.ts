import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Store } from '../../src/app/ports.ts';
import { readEnv } from '../../src/config/env.ts';
import { loadConfig } from '../../src/config/load.ts';
import { type Instant, instantOf, minute } from '../../src/core/time.ts';
import { type Newsroom, openNewsroom } from '../../src/demo/newsroom.ts';
import { type Attache, attache } from '../../src/main.ts';
import { terminalPlatform } from '../../src/platforms/terminal/index.ts';
import { openStore } from '../../src/store/open.ts';
import { workHere } from '../../src/worker/here.ts';
import { silent } from './silent.ts';

const zone = 'Europe/Kyiv';

/** Collects what a terminal would show. */
export function collecting(): { output: PassThrough; text(): string } {
  const output = new PassThrough();
  let text = '';
  output.on('data', chunk => {
    text += String(chunk);
  });
  return { output, text: () => text };
}

/** The sample newsroom's day on a real server, store and terminal, with a clock that a test turns by hand. */
export interface Day {
  readonly now: () => Instant;
  readonly bot: Attache;
  readonly store: Store;
  /** All that the terminal has shown, over restarts. */
  shown(): string;
  /** Ten minutes later: one round of each task, as the ticker would run them. */
  tick(): Promise<void>;
  until(time: string): Promise<void>;
  /** As after a crash: everything that was only in memory is gone. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A newsroom whose clock several days can be played by, one after the other. */
export interface Setting {
  time: Instant;
  readonly newsroom: Newsroom;
}

export async function openSetting(): Promise<Setting> {
  const time = instantOf('2025-11-28', '06:50', zone);
  const newsroom = await openNewsroom('config/demo', () => setting.time);
  const setting: Setting = { time, newsroom };
  return setting;
}

export async function openDay(setting: Setting): Promise<Day> {
  setting.time = instantOf('2025-11-28', '06:50', zone);
  const now = (): Instant => setting.time;
  const data = mkdtempSync(join(tmpdir(), 'attache-day-'));
  const { url } = setting.newsroom;
  const env = readEnv({ DEMO_URL: url, ATTACHE_ALLOW_HOSTS: new URL(url).host, ATTACHE_SPACING: '0' });
  const config = loadConfig('config/demo', env, 'config');
  const paper = collecting();
  const open = async (): Promise<{ bot: Attache; store: Store }> => {
    const store = await openStore({ databaseUrl: null, path: join(data, 'day.sqlite') });
    const { audiences } = config.desk;
    const input = new PassThrough();
    const platform = terminalPlatform({
      input,
      output: paper.output,
      colour: false,
      audiences,
      left: () => {},
    });
    return {
      store,
      bot: attache({
        ...{ env, config, store, now, log: silent },
        work: workHere(config),
        platforms: [platform],
        random: () => 0.5,
      }),
    };
  };
  let current = await open();
  const tick = async (): Promise<void> => {
    await current.bot.gather();
    await current.bot.brief();
    setting.time += 10 * minute;
  };
  return {
    now,
    get bot() {
      return current.bot;
    },
    get store() {
      return current.store;
    },
    shown: paper.text,
    tick,
    async until(wanted) {
      while (now() <= instantOf('2025-11-28', wanted, zone)) await tick();
    },
    async restart() {
      await current.bot.close();
      current = await open();
    },
    async close() {
      await current.bot.close();
      rmSync(data, { recursive: true });
    },
  };
}
