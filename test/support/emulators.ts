import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DiscordSettings } from '../../src/platforms/discord/index.ts';
import type { SocketSettings } from '../../src/platforms/slack/settings.ts';

/**
 * The folder of the platform emulators (`discord/cli.mjs`, `slack/cli.mjs`), which are no part of this project; without
 * it what needs them is skipped.
 */
const folder = process.env.ATTACHE_EMULATORS ?? '';
export const areThere = existsSync(join(folder, 'discord', 'cli.mjs'));
export const missing = areThere ? '' : ' (skipped: ATTACHE_EMULATORS names no folder with the emulators)';

/** A request as the emulator saw it. `note` says where a limit was met (`earned 429 …`). */
export interface Seen {
  readonly method?: string;
  readonly api?: string;
  readonly path: string;
  readonly status?: number;
  readonly note?: string;
}

export interface Fault {
  readonly match: { readonly api?: string; readonly method?: string; readonly path?: string };
  readonly action: string;
  readonly [setting: string]: unknown;
}

export interface Emulator {
  /** What it printed when it was ready: addresses and tokens. */
  readonly ready: Readonly<Record<string, string>>;
  control<T>(path: string, body?: unknown): Promise<T>;
  forgetFaults(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts an emulator with a world of its own, on a free port. */
export async function emulator(name: 'discord' | 'slack', world: object): Promise<Emulator> {
  const data = mkdtempSync(join(tmpdir(), `attache-${name}-`));
  const file = join(data, 'world.json');
  writeFileSync(file, JSON.stringify(world));
  const script = join(folder, name, 'cli.mjs');
  const child = spawn(process.execPath, [script, '--port', '0', '--world', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const ready = JSON.parse(line) as Record<string, string>;
  return {
    ready,
    control: (path, body) => asked(`${ready.control}/${path}`, body),
    forgetFaults: async () => void (await fetch(`${ready.control}/faults`, { method: 'DELETE' })),
    stop: async () => {
      child.kill();
      await exit;
      rmSync(data, { recursive: true });
    },
  };
}

async function asked<T>(url: string, body: unknown): Promise<T> {
  const answer = await fetch(
    url,
    body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
  );
  if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

export const slackChannel = (n: number): string => `C${String(n).padStart(8, '0')}`;
export const discordChannel = (n: number): string => String(500_000_000_000_000_000n + BigInt(n));

/** A workspace with so many channels that the bot is in, as many messages a second as Slack takes, and no events. */
export const slackWorld = (channels: number): object => ({
  app: { id: 'A01APP', name: 'attache', bot_user_id: 'U0BOT', bot_id: 'B0BOT', mode: 'socket', events: [] },
  users: [{ id: 'U01ALICE', name: 'alice' }],
  channels: numbers(channels).map(n => ({
    ...{ id: slackChannel(n), name: `desk-${n}`, members: ['U01ALICE', 'U0BOT'] },
  })),
  options: { rate_limits: true },
});

export const bot = '100000000000000001';
const alice = '200000000000000001';

/** A server with so many channels, with Discord's rate limits. */
export const discordWorld = (channels: number): object => ({
  application: { id: bot, name: 'attache' },
  bot: { id: bot, username: 'attache' },
  users: [{ id: alice, username: 'alice' }],
  guilds: [
    {
      ...{ id: '300000000000000001', name: 'Desk', owner_id: alice, members: [{ user_id: alice }] },
      channels: numbers(channels).map(n => ({ id: discordChannel(n), name: `desk-${n}` })),
    },
  ],
  options: { rate_limits: true },
});

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

export const slackSettings = ({ ready }: Emulator): SocketSettings => ({
  ...{ mode: 'socket', audiences: [], apiUrl: ready.api ?? '' },
  ...{ botToken: ready.bot_token ?? '', appToken: ready.app_token ?? '' },
});

export const discordSettings = ({ ready }: Emulator): DiscordSettings => ({
  ...{ token: ready.token ?? '', applicationId: ready.application_id ?? null },
  ...{ guildId: null, apiUrl: ready.api ?? '', audiences: [] },
});
