import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Delivery, Log, Platform } from '../src/app/ports.ts';
import { deliverPromises } from '../src/app/pump.ts';
import { discordPlatform } from '../src/platforms/discord/index.ts';
import { slackPlatform } from '../src/platforms/slack/index.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import {
  areThere,
  discordChannel,
  discordSettings,
  discordWorld,
  type Emulator,
  emulator,
  missing,
  type Seen,
  slackChannel,
  slackSettings,
  slackWorld,
} from '../test/support/emulators.ts';
import { idle } from '../test/support/idle.ts';

/*
 * How fast promises are kept under the platforms' own limits: so many deliveries to so many channels, from SQLite in a
 * file through the real clients to the emulators of Slack and Discord with their rate limits on, one platform after the
 * other. 10,000 to 500 channels take Discord 200 seconds: `node --max-semi-space-size=2 bench/delivery.ts 10000 500`.
 * What a platform allows is worked out from the emulators' buckets: Slack takes three messages in three seconds per
 * channel; Discord 50 requests in any second, and five messages in five seconds per channel.
 */
const [, file = '', wanted = '1000', among = '500', platform] = process.argv;
const [count, channels] = [Number(wanted), Number(among)];

/** `allowed`: seconds that the platform's limits need at least. */
interface Tried {
  readonly platform: Platform;
  readonly channel: (n: number) => string;
  readonly allowed: number;
  readonly posts: (request: Seen) => boolean;
}

const perChannel = Math.ceil(count / channels);

const ofSlack = (slack: Emulator, log: Log): Tried => ({
  platform: slackPlatform(slackSettings(slack), log),
  channel: slackChannel,
  allowed: Math.max(0, Math.ceil(perChannel / 3) - 1) * 3,
  posts: ({ api }) => api === 'chat.postMessage',
});

const ofDiscord = (discord: Emulator, log: Log): Tried => ({
  platform: discordPlatform(discordSettings(discord), log),
  channel: discordChannel,
  allowed: Math.max(count / 50 - 1, Math.max(0, Math.ceil(perChannel / 5) - 1) * 5),
  posts: ({ path }) => /^\/channels\/\d+\/messages$/.test(path),
});

const text =
  'Asked about the draft, the minister said that “nothing is agreed until everything is agreed”. '.repeat(5);

const deliveryTo = (platform: Platform, to: string, i: number): Delivery => ({
  ...{ key: `bench:${i}`, platform: platform.name, to, under: null, notBefore: 0 },
  message: {
    summary: `Statement ${i}`,
    blocks: [{ type: 'text', line: [`${i}. ${text}`] }],
    ping: [],
    zone: 'UTC',
  },
});

async function measured({ platform, channel, allowed, posts }: Tried, emulated: Emulator) {
  const data = mkdtempSync(join(tmpdir(), 'attache-delivery-'));
  const store = await openSqlite(join(data, 'bench.sqlite'));
  for (let from = 0; from < count; from += 100) {
    const some = Array.from({ length: Math.min(100, count - from) }, (_, i) => from + i);
    await store.outbox.promise(
      some.map(i => deliveryTo(platform, channel(i % channels), i)),
      [],
    );
  }
  await platform.start(idle);
  const memory: number[] = [];
  const sampling = setInterval(() => memory.push(process.memoryUsage.rss() / 1e6), 250);
  const cpu = process.cpuUsage();
  const begun = performance.now();
  while ((await store.outbox.rows('waiting', 1)).length > 0) {
    await deliverPromises({ platforms: [platform], store, now: Date.now, log: quiet });
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  const took = (performance.now() - begun) / 1_000 - 0.2;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(sampling);
  const sent = (await store.outbox.rows('sent', count + 1)).length;
  await platform.stop();
  await store.close();
  rmSync(data, { recursive: true });
  return {
    name: platform.name,
    took,
    allowed,
    sent,
    memory,
    cpu: (user + system) / 1e6,
    ...(await met(emulated, posts)),
  };
}

/** What the emulator saw: how many posts it took, how often it said 429, and which limits were broken. */
async function met(emulated: Emulator, posts: (request: Seen) => boolean) {
  const requests = await emulated.control<Seen[]>('requests');
  const violations = await emulated.control<{ rule: string; message: string }[]>('violations?severity=error');
  for (const { rule, message } of violations.slice(0, 5)) console.error(`${rule}: ${message}`);
  return {
    posted: requests.filter(each => posts(each) && each.status === 200).length,
    requests: requests.length,
    limited: requests.filter(({ status }) => status === 429).length,
    broken: violations.length,
  };
}

const quiet: Log = { info() {}, warn() {}, error: (event, fields) => console.error(event, fields) };

type Measured = Awaited<ReturnType<typeof measured>>;

function shown({ name, took, allowed, sent, memory, cpu, posted, requests, limited, broken }: Measured) {
  const at = (share: number): number => Math.round(memory[Math.floor((memory.length - 1) * share)] ?? 0);
  return {
    platform: name,
    sent,
    'seen there': posted,
    requests,
    seconds: Number(took.toFixed(1)),
    'at least': Number(allowed.toFixed(1)),
    'a second': Math.round(sent / took),
    'answers 429': limited,
    'limits broken': broken,
    'CPU s': Number(cpu.toFixed(1)),
    'RSS MB at 10, 50, 100 %': `${at(0.1)}, ${at(0.5)}, ${at(1)}`,
    'at most': Math.round(Math.max(...memory)),
  };
}

async function tried(name: 'slack' | 'discord'): Promise<void> {
  const emulated = await emulator(name, name === 'slack' ? slackWorld(channels) : discordWorld(channels));
  const measure = await measured((name === 'slack' ? ofSlack : ofDiscord)(emulated, quiet), emulated);
  await emulated.stop();
  console.table([shown(measure)]);
}

/** Each platform in a process of its own, whose memory is then its own. */
function each(): void {
  console.log(`${count} deliveries to ${channels} channels, ${process.execArgv.join(' ') || 'no flags'}`);
  for (const name of ['slack', 'discord'])
    spawnSync(process.execPath, [...process.execArgv, file, String(count), String(channels), name], {
      stdio: 'inherit',
    });
}

if (!areThere) console.log(`deliveries were not measured${missing}`);
else if (platform === 'slack' || platform === 'discord') await tried(platform);
else each();
