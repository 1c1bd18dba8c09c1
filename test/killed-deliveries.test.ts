import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlatformName } from '../src/core/desk.ts';
import type { Message } from '../src/core/message.ts';
import { render } from '../src/platforms/discord/render.ts';
import { posts } from '../src/platforms/slack/render.ts';
import {
  areThere,
  bot,
  discordChannel,
  discordSettings,
  discordWorld,
  type Emulator,
  emulator,
  type Fault,
  type Seen,
  slackChannel,
  slackSettings,
  slackWorld,
} from './support/emulators.ts';
import { channels, forbidden, type Life, unjoined } from './support/killed-deliveries.ts';

/**
 * Each kill costs a start of both clients, two seconds: run on demand,
 * `ATTACHE_EMULATORS=… KILLS=200 npm test -- test/killed-deliveries.test.ts`.
 */
const kills = Number(process.env.KILLS ?? 0);
const skipped =
  kills > 0 && areThere ? '' : ' (skipped: set KILLS=200, and ATTACHE_EMULATORS to the emulators)';
// The reporter shows the names of suites that it skips only in its verbose form.
if (skipped) console.warn(`Deliveries were not killed${skipped}.`);

/**
 * A process lives until it has settled so many deliveries at most, and as many milliseconds more: counted in deliveries, so
 * that a busy machine gets as much done; or until nothing was settled for a while, for a call hangs or all is put off.
 */
const most = 40;
const longestRest = 100;
const longestIdle = 1_000;
const lease = 90_000;
const script = 'test/support/killed-deliveries.ts';

const chance = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

/** A call that goes wrong: before anything happened, or after it did. */
function someFault(match: Fault['match']): Fault {
  const kinds = [
    { action: 'drop_before' },
    { action: 'status', status: 503 },
    { action: 'rate_limit', retry_after: chance([1, 5, 60]) },
    { action: 'drop_after' },
    { action: 'drop_after' },
    { action: 'status_after', status: 502 },
    { action: 'hang_after' },
    { action: 'malformed' },
    { action: 'truncate' },
  ];
  return { match, ...chance(kinds), skip: Math.floor(Math.random() * 8) };
}

const callsOf = {
  slack: [
    { api: 'chat.postMessage' },
    { api: 'chat.postMessage' },
    { api: 'conversations.history' },
    { api: 'conversations.replies' },
  ],
  discord: [
    { method: 'POST', path: '/messages$' },
    { method: 'POST', path: '/messages$' },
    { method: 'POST', path: '/threads$' },
    { method: 'GET', path: '/messages' },
  ],
} as const;

const faultsFor = (name: 'slack' | 'discord'): Fault[] =>
  [1, 2, 3].map(() => someFault(chance<Fault['match']>(callsOf[name])));

/** A row of the outbox as it is in the end. */
interface Row {
  readonly number: number;
  readonly key: string;
  readonly platform: PlatformName;
  readonly to: string;
  readonly under: string | null;
  readonly state: 'waiting' | 'sent' | 'parked';
  readonly reason: string | null;
  readonly attempts: number;
  readonly message: Message;
  readonly receipt: Readonly<Record<string, string>> | null;
}

/** A part of a delivery that is to be seen: `at` counts in its channel, `thread` is the message it stands under. */
interface Shown {
  readonly key: string;
  readonly part: number;
  readonly at: bigint;
  readonly channel: string;
  readonly thread: string | null;
}

interface Outcome {
  readonly rows: readonly Row[];
  readonly shown: Readonly<Record<'slack' | 'discord', readonly Shown[]>>;
  readonly killed: number;
  readonly faults: number;
}

/** A life that is killed at a moment of chance; the last one ends by itself. */
async function lived(life: Life): Promise<boolean> {
  const child = spawn(process.execPath, [script, JSON.stringify(life)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const kill = (): unknown => !life.isLast && child.kill('SIGKILL');
  const [end, rest] = [Math.random() * most, Math.random() * longestRest];
  let idle: NodeJS.Timeout | undefined;
  let settled = -1;
  for await (const _ of createInterface(child.stdout)) {
    settled += 1;
    clearTimeout(idle);
    idle = setTimeout(kill, longestIdle);
    if (settled === Math.floor(end)) setTimeout(kill, rest);
  }
  clearTimeout(idle);
  const [, signal] = await exit;
  return signal === 'SIGKILL';
}

async function played(): Promise<Outcome> {
  const data = mkdtempSync(join(tmpdir(), 'attache-killed-'));
  const store = join(data, 'outbox.sqlite');
  const slack = await emulator('slack', worldOfSlack());
  const discord = await emulator('discord', worldOfDiscord());
  const settings = { store, slack: slackSettings(slack), discord: discordSettings(discord) };
  let [killed, faults] = [0, 0];
  for (let number = 0; number < kills; number++) {
    for (const [emulated, name] of [
      [slack, 'slack'],
      [discord, 'discord'],
    ] as const) {
      faults += (await emulated.control<{ fired: number }[]>('faults')).filter(
        ({ fired }) => fired > 0,
      ).length;
      await emulated.forgetFaults();
      await emulated.control('faults', faultsFor(name));
    }
    const life = { ...settings, number, ahead: number * lease, isLast: false };
    if (await lived(life)) killed += 1;
  }
  await Promise.all([slack.forgetFaults(), discord.forgetFaults()]);
  await lived({ ...settings, number: kills, ahead: kills * lease, isLast: true });
  const rows = rowsIn(store);
  const shown = { slack: await shownInSlack(slack, rows), discord: await shownInDiscord(discord, rows) };
  await report(rows, shown, { slack, discord }, killed, faults);
  await Promise.all([slack.stop(), discord.stop()]);
  rmSync(data, { recursive: true });
  return { rows, shown, killed, faults };
}

/** Without Slack's limits, which would let fifty looks at a history a minute through: kills come faster here than anywhere. */
function worldOfSlack(): object {
  const world = slackWorld(channels) as { channels: { id: string; members: string[] }[] };
  const isClosed = ({ id }: { id: string }): boolean =>
    [forbidden, unjoined].some(n => id === slackChannel(n));
  const closed = <T extends { id: string }>(each: T): T => ({
    ...{ ...each, members: ['U01ALICE'], is_private: each.id === slackChannel(forbidden) },
  });
  return {
    ...world,
    options: { rate_limits: false },
    channels: world.channels.map(each => (isClosed(each) ? closed(each) : each)),
  };
}

/** A nonce is forgotten after two seconds, so that it is not what protects alone. */
function worldOfDiscord(): object {
  const world = discordWorld(channels) as { guilds: { channels: { id: string }[] }[]; options: object };
  const deny = [{ id: bot, type: 1, allow: '0', deny: '2048' }];
  const closed = ({ id }: { id: string }): boolean => id === discordChannel(forbidden);
  return {
    ...world,
    options: { ...world.options, nonce_window_ms: 2_000 },
    guilds: world.guilds.map(guild => ({
      ...guild,
      channels: guild.channels.map(each => (closed(each) ? { ...each, permission_overwrites: deny } : each)),
    })),
  };
}

function rowsIn(store: string): Row[] {
  const db = new DatabaseSync(store);
  const rows = db.prepare('select * from outbox order by number').all() as unknown as Row[];
  db.close();
  return rows.map(row => ({
    ...row,
    message: JSON.parse(String(row.message)) as Message,
    receipt: row.receipt && (JSON.parse(String(row.receipt)) as Record<string, string>),
  }));
}

const placesOf = (rows: readonly Row[], platform: PlatformName, channel: (n: number) => string): string[] => {
  const receipts = rows
    .filter(row => row.platform === platform)
    .flatMap(({ receipt }) => receipt?.channel ?? []);
  return [...new Set([...Array.from({ length: channels }, (_, n) => channel(n)), ...receipts])];
};

interface SlackHeld {
  readonly ts: string;
  readonly thread_ts?: string;
  readonly metadata?: { readonly event_payload: { readonly key: string; readonly part: number } };
}

async function shownInSlack(slack: Emulator, rows: readonly Row[]): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const channel of placesOf(rows, 'slack', slackChannel)) {
    for (const { ts, thread_ts, metadata } of await slack.control<SlackHeld[]>(
      `messages?channel=${channel}`,
    )) {
      const { key = `unknown ${ts}`, part = 0 } = metadata?.event_payload ?? {};
      const thread = thread_ts === undefined || thread_ts === ts ? null : thread_ts;
      shown.push({ key, part, at: BigInt(ts.replace('.', '')), channel, thread });
    }
  }
  return shown;
}

interface DiscordHeld {
  readonly id: string;
  readonly type: number;
  readonly nonce?: string;
}

/** A starter of a thread (type 21) is no message of ours. */
async function shownInDiscord(discord: Emulator, rows: readonly Row[]): Promise<Shown[]> {
  const known = new Map(
    rows.flatMap(({ key }) => Array.from({ length: 40 }, (_, part) => [nonceOf(key, part), { key, part }])),
  );
  const shown: Shown[] = [];
  for (const channel of placesOf(rows, 'discord', discordChannel)) {
    const held = await discord.control<DiscordHeld[]>(`messages?channel_id=${channel}`);
    for (const { id, nonce } of held.filter(({ type }) => type === 0 || type === 19)) {
      const { key, part } = known.get(nonce ?? '') ?? { key: `unknown ${id}`, part: 0 };
      shown.push({ key, part, at: BigInt(id), channel, thread: null });
    }
  }
  return shown;
}

const nonceOf = (key: string, part: number): string =>
  createHash('sha256').update(`${key}\n${part}`).digest('base64url').slice(0, 25);

const partsOf = ({ platform, message }: Row): number =>
  platform === 'slack' ? posts(message, []).length : render(message, []).length;

async function report(
  rows: readonly Row[],
  shown: Outcome['shown'],
  emulated: Readonly<Record<'slack' | 'discord', Emulator>>,
  killed: number,
  faults: number,
): Promise<void> {
  for (const name of ['slack', 'discord'] as const) {
    const own = rows.filter(({ platform }) => platform === name);
    const count = (state: Row['state']): number => own.filter(row => row.state === state).length;
    const requests = await emulated[name].control<Seen[]>('requests');
    const looks = requests.filter(
      ({ api, method, path }) =>
        /history|replies/.test(api ?? '') || (method === 'GET' && path.endsWith('/messages')),
    );
    console.log(
      `${name}: ${own.length} promises, ${count('sent')} sent, ${count('parked')} parked, ${shown[name].length} messages; ` +
        `${own.filter(({ attempts }) => attempts > 1).length} tried again, ${looks.length} looks at a history`,
    );
  }
  console.log(`${killed} kills, ${faults} faults met`);
}

const names = ['slack', 'discord'] as const;

const reasons = new Map([
  [slackChannel(forbidden), /\/invite @attache|which was given up/],
  [slackChannel(unjoined), /may not look/],
  [discordChannel(forbidden), /Send Messages|which was given up/],
]);

describe.skipIf(skipped !== '')(`deliveries whose process is killed ${kills} times${skipped}`, () => {
  let outcome: Outcome;
  beforeAll(
    async () => {
      outcome = await played();
    },
    120_000 + kills * 20_000,
  );

  it('all end, as sent or as given up with the reason', () => {
    expect(outcome.killed).toBe(kills);
    expect(outcome.faults).toBeGreaterThan(kills / 4);
    expect(outcome.rows.filter(({ state }) => state === 'waiting')).toEqual([]);
    const parked = outcome.rows.filter(({ state }) => state === 'parked');
    for (const { to, reason } of parked) expect(reason).toMatch(reasons.get(to) ?? /no reason to give up/);
    expect(outcome.rows.length).toBeGreaterThanOrEqual(kills * 15);
  });

  it.each(names)('are each one visible message in %s, all of its parts once', name => {
    const own = outcome.rows.filter(({ platform }) => platform === name);
    const parked = new Set(own.filter(({ state }) => state === 'parked').map(({ key }) => key));
    const all = outcome.shown[name].map(({ key, part }) => `${key} ${part}`);
    expect(new Set(all).size).toBe(all.length);
    const seen = outcome.shown[name]
      .filter(({ key }) => !parked.has(key))
      .map(({ key, part }) => `${key} ${part}`);
    const wanted = own
      .filter(({ state }) => state === 'sent')
      .flatMap(row => Array.from({ length: partsOf(row) }, (_, part) => `${row.key} ${part}`));
    expect(seen.toSorted()).toEqual(wanted.toSorted());
  });

  it.each(names)('stand in %s in the order of their promise, threads under their message', name => {
    const numbers = new Map(outcome.rows.map(({ key, number }) => [key, number]));
    const rows = new Map(outcome.rows.map(row => [row.key, row]));
    const places = Map.groupBy(
      outcome.shown[name].filter(({ part }) => part === 0 || name === 'discord'),
      ({ channel, thread }) => `${channel} ${thread}`,
    );
    for (const place of places.values()) {
      const order = place
        .toSorted((a, b) => Number(a.at - b.at))
        .map(({ key, part }) => (numbers.get(key) ?? 0) * 100 + part);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
    for (const { key, part, channel, thread } of outcome.shown[name]) {
      const parent = rows.get(rows.get(key)?.under ?? '')?.receipt;
      if (parent && name === 'slack') expect(thread).toBe(parent.ts);
      if (parent && name === 'discord') expect(channel).toBe(parent.message);
      if (!parent && part === 0) expect(thread).toBeNull();
    }
  });
});
