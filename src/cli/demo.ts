import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bot, Clock, Log } from '../app/ports.ts';
import { fastClock } from '../clock/cron.ts';
import { type Env, lookIn, readEnv } from '../config/env.ts';
import { loadConfig } from '../config/load.ts';
import { instantOf, shownTime, type Zone } from '../core/time.ts';
import { openNewsroom } from '../demo/newsroom.ts';
import { botOf, keepGoing, ownTerminal, storeOf } from '../main.ts';
import type { Terminal } from '../platforms/terminal/index.ts';
import type { Subcommand } from './subcommand.ts';

const folder = join(import.meta.dirname, '../../config/demo');
const base = join(import.meta.dirname, '../../config');
const zone = 'Europe/Kyiv';
const begin = instantOf('2025-11-28', '06:50', zone);
const noon = instantOf('2025-11-28', '12:00', zone);
const speed = 600;

const welcome = `The sample newsroom: the outlets are samples, the quotations are from the public record.
It is Friday 28 November 2025, 06:50 in Kyiv. The clock runs ${speed} times as fast: ten minutes a second.
`;

const invitation = `
Now ask, for example: /stance NATO   /brief   /quotes Rutte   /help   (Tab completes, quit ends)
`;

export const demo: Subcommand = {
  async run() {
    const { promise: stopped, resolve: stop, reject: fail } = Promise.withResolvers<void>();
    process.once('SIGINT', () => stop());
    const clock = fastClock(begin, speed, fail);
    const data = await mkdtemp(join(tmpdir(), 'attache-demo-'));
    const newsroom = await openNewsroom(folder, clock.now);
    const env = demoEnv(newsroom.url, data);
    const config = loadConfig(folder, env, base);
    const terminal = ownTerminal(env, config, stop);
    const log = pollsShown(terminal, clock, zone);
    const store = await storeOf(env, log);
    const bot = botOf(env, config, { store, now: clock.now, platforms: [terminal], log });
    terminal.show(welcome);
    await bot.gather();
    const played = play(terminal, bot.bot, clock, stop, fail);
    await keepGoing(bot, { clock, platforms: [terminal] }, stopped);
    clearInterval(played);
    await bot.close();
    await newsroom.close();
    await rm(data, { recursive: true });
    return 0;
  },
};

/** The sample needs no tokens and reads no setting but the look of the terminal. */
function demoEnv(url: string, data: string): Env {
  const allowed = { ATTACHE_ALLOW_HOSTS: new URL(url).host, ATTACHE_SPACING: '0' };
  return readEnv({ ...lookIn(), ...allowed, DEMO_URL: url, ATTACHE_DATA: data });
}

/** Ends the day at noon where nobody can type; otherwise says what can be typed. */
function play(
  terminal: Terminal,
  bot: Bot,
  clock: Clock,
  stop: () => void,
  fail: (e: unknown) => void,
): NodeJS.Timeout {
  const ended = setInterval(() => {
    if (clock.now() < noon) return;
    clearInterval(ended);
    if (process.stdin.isTTY) terminal.show(invitation);
    else void askAll(terminal, bot).then(stop, fail);
  }, 100);
  return ended;
}

async function askAll(terminal: Terminal, bot: Bot): Promise<void> {
  for (const line of ['/stance NATO', '/brief', '/quotes Rutte']) {
    terminal.show(`\n› ${line}`);
    await terminal.answer(line, bot);
  }
}

/** Shows polls as they happen, where the log of production would go to a file. */
function pollsShown(terminal: Terminal, clock: Clock, zone: Zone): Log {
  const shown = (event: string, fields: Readonly<Record<string, unknown>> = {}): void => {
    const { feed, outcome, added } = fields;
    if (event !== 'feed polled' || (added === 0 && (outcome === 'ok' || outcome === 'not-modified'))) return;
    const what = outcome === 'ok' ? `${added} new` : outcome;
    terminal.show(`${shownTime(clock.now(), zone)}  polled ${feed}: ${what}`);
  };
  const told = (event: string, fields: Readonly<Record<string, unknown>> = {}): void =>
    terminal.show(`${event}: ${fields.reason ?? fields.error ?? ''}`);
  return { info: shown, warn: told, error: told };
}
