import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claimed, Platform } from '../../src/app/ports.ts';
import { readEnv } from '../../src/config/env.ts';
import { loadConfig } from '../../src/config/load.ts';
import { excerptsIn } from '../../src/core/message.ts';
import { minute } from '../../src/core/time.ts';
import { attache } from '../../src/main.ts';
import { openStore } from '../../src/store/open.ts';
import { workHere } from '../../src/worker/here.ts';
import { silent } from './silent.ts';

/** What was shown, a line a message; the time of day, so that the next process goes on where this one fell. */
export const files = (data: string) => ({
  paper: join(data, 'paper.jsonl'),
  clock: join(data, 'clock'),
  store: join(data, 'day.sqlite'),
});

/**
 * Plays the sample newsroom's day in steps of five minutes over a store in a file, until an instant. `opened` is called
 * when the store is open.
 */
export async function playDay(
  url: string,
  data: string,
  until: number,
  opened = (): void => {},
): Promise<void> {
  const { clock, store: path } = files(data);
  const now = (): number => Number(readFileSync(clock, 'utf8'));
  const env = readEnv({ DEMO_URL: url, ATTACHE_ALLOW_HOSTS: new URL(url).host, ATTACHE_SPACING: '0' });
  const config = loadConfig('config/demo', env, 'config');
  const store = await openStore({ databaseUrl: null, path });
  const platforms = [paperAt(data)];
  const bot = attache({ env, config, now, log: silent, platforms, store, work: workHere(config) });
  opened();
  for (;;) {
    await bot.gather();
    await bot.brief();
    if (now() >= until) break;
    writeFileSync(clock, String(now() + 5 * minute));
  }
  await bot.close();
}

/** A line in a file survives a kill; like Slack and Discord, the paper can be asked what it has shown. */
function paperAt(data: string): Platform {
  const { paper } = files(data);
  const shown = (): string => (existsSync(paper) ? readFileSync(paper, 'utf8') : '');
  return {
    name: 'terminal',
    start: async () => {},
    stop: async () => {},
    post: async ({ key, message, attempts }: Claimed) => {
      if (attempts > 0 && shown().includes(`{"key":${JSON.stringify(key)},`)) return {};
      const words = excerptsIn(message).map(({ article, start }) => `${article} ${start}`);
      appendFileSync(paper, `${JSON.stringify({ key, words })}\n`);
      return {};
    },
  };
}

if (import.meta.main) {
  const [, , url = '', data = '', until = ''] = process.argv;
  await playDay(url, data, Number(until), () => void process.stdout.write('ready\n'));
  process.stdout.write('done\n');
}
