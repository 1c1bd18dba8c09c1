import type { Delivery } from '../../src/app/ports.ts';
import { deliveryPump } from '../../src/app/pump.ts';
import type { PlatformName } from '../../src/core/desk.ts';
import type { Message } from '../../src/core/message.ts';
import { minute } from '../../src/core/time.ts';
import { type DiscordSettings, discordPlatform } from '../../src/platforms/discord/index.ts';
import { slackPlatform } from '../../src/platforms/slack/index.ts';
import type { SlackSettings } from '../../src/platforms/slack/settings.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { discordChannel, slackChannel } from './emulators.ts';
import { idle } from './idle.ts';
import { silent } from './silent.ts';

/** What one process is told. It says a line when it is ready, and one for each delivery that it has settled. */
export interface Life {
  readonly store: string;
  readonly slack: SlackSettings;
  readonly discord: DiscordSettings;
  /** Which of the lives it is: it promises a batch of its own first. */
  readonly number: number;
  /** How far its clock is ahead, in milliseconds: the leases of the dead are over. */
  readonly ahead: number;
  /** Whether it ends by itself, when nothing waits any more. */
  readonly isLast: boolean;
}

export const channels = 24;
/** The bot may not post there. */
export const forbidden = 23;
/** In Slack the bot may post there and not look, for it is no member. */
export const unjoined = 22;

const text = (line: string): Message => ({
  ...{ summary: line.slice(0, 60), blocks: [{ type: 'text', line: [line] }], ping: [], zone: 'UTC' },
});

/** The same words again and again, in a few channels: nothing but its place tells one of them from the next. */
const quiet = text('No new statements.');

/** Messages of one part and of several, with threads, to channels, to a person, and to where the bot may not post. */
function batch(
  platform: PlatformName,
  number: number,
  channel: (n: number) => string,
  person: string,
): Delivery[] {
  const to = (n: number): string => channel((number * 7 + n) % unjoined);
  const delivery = (
    name: string,
    where: string,
    message: Message,
    under: string | null = null,
  ): Delivery => ({
    ...{ key: `${platform}:${number}:${name}`, platform, to: where, message, under, notBefore: Date.now() },
  });
  const digest = delivery('digest', to(0), text(`Digest ${number}`));
  const refused = delivery('refused', channel(forbidden), text(`Refused ${number}`));
  const long = text(`Detail ${number}. ${'They met again and said so at length. '.repeat(900)}`);
  return [
    digest,
    delivery('detail', to(0), long, digest.key),
    delivery('more', to(0), text(`More ${number}`), digest.key),
    delivery('after', to(0), text(`After ${number}`)),
    ...[1, 2, 3].map(n => delivery(`alert ${n}`, to(n), text(`Alert ${number}, ${n}`))),
    ...[4, 5].map(n => delivery(`quiet ${n}`, channel(n), quiet)),
    delivery('own', person, text(`For you, ${number}`)),
    delivery('unseen', channel(unjoined), text(`Unseen ${number}`)),
    refused,
    delivery('below', channel(forbidden), text(`Below ${number}`), refused.key),
  ];
}

async function live({ store: path, slack, discord, number, ahead, isLast }: Life): Promise<void> {
  const store = await openSqlite(path);
  const platforms = [
    slackPlatform(slack, silent, null, { atOnce: 16, rest: 20 }),
    discordPlatform(discord, silent),
  ];
  await Promise.all(platforms.map(platform => platform.start(idle)));
  let skipped = ahead;
  const say = (): void => void process.stdout.write('.\n');
  const log = { info: say, warn: say, error: say };
  const pump = deliveryPump({ platforms, store, now: () => Date.now() + skipped, log });
  say();
  await store.outbox.promise(batch('slack', number, slackChannel, 'U01ALICE'), []);
  await store.outbox.promise(batch('discord', number, discordChannel, 'user:200000000000000001'), []);
  for (;;) {
    await pump.run();
    if (isLast && (await store.outbox.rows('waiting', 1)).length === 0) break;
    await new Promise(resolve => setTimeout(resolve, 50));
    if (isLast) skipped += minute;
  }
  await Promise.all(platforms.map(platform => platform.stop()));
  await store.close();
}

if (import.meta.main) {
  await live(JSON.parse(process.argv[2] ?? '') as Life);
  process.exit(0);
}
