import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Platform, Reply } from '../../../src/app/ports.ts';
import { discordPlatform } from '../../../src/platforms/discord/index.ts';
import { render } from '../../../src/platforms/discord/render.ts';
import { FakeBot, FakeLog, says } from './bot.ts';
import { expectWithinLimits } from './check.ts';
import { audiences, gallery, message } from './messages.ts';
import { applicationId, channel, DiscordServer, type Fault, secretOf, token } from './server.ts';

let server: DiscordServer;
let bot: FakeBot;
let log: FakeLog;
let platform: Platform;

beforeEach(async () => {
  server = await new DiscordServer().listen();
  [bot, log] = [new FakeBot(), new FakeLog()];
  platform = discordPlatform({ token, applicationId, guildId: null, apiUrl: server.apiUrl, audiences }, log);
  await platform.start(bot);
});

afterEach(async () => {
  await platform.stop();
  await server.close();
});

const long = gallery.long ?? message([]);
const posts = render(long, audiences);
const textOf = (each: object): string => {
  const { content = '', embeds = [] } = each as { readonly content?: unknown; readonly embeds?: unknown };
  return JSON.stringify([content, embeds]);
};
const parts = posts.map(textOf);
const shown = (): string[] => server.followUps.map(textOf);

const path = (id = ''): RegExp => new RegExp(`^/webhooks/${applicationId}/${secretOf(id)}[^/]*$`);
const fail = (fault: Partial<Fault>): number =>
  server.faults.push({ method: 'POST', path: path(), times: 1, ...fault });

/** Asks, and waits until nothing of the answer is under way. */
async function ask(visibility: Reply['visibility']): Promise<string> {
  bot.reply = { message: long, visibility };
  const id = server.command(visibility === 'private' ? 'stance' : 'brief');
  await server.until(() => server.called('PATCH', new RegExp(secretOf(id)))[0]);
  await platform.stop();
  return id;
}

it('of an answer come in order, once', async () => {
  await ask('private');
  expect(shown()).toEqual(parts);
});

const lost = [{ drop: 'after' }, { answer: { status: 502 }, happens: true }] as const;
const refused = [{ drop: 'before' }, { answer: { status: 502 } }] as const;

it.each([...lost, ...refused])('for all stand there once whatever became of a response (%o)', async fault => {
  fail(fault);
  await ask('channel');
  expect(shown()).toEqual(parts);
  expect(log.of('error')).toEqual([]);
});

it.each([...lost.map(fault => ({ fault, times: 2 })), ...refused.map(fault => ({ fault, times: 1 }))])(
  'for one person are never lost, and one that may stand there twice says so (%o)',
  async ({ fault, times }) => {
    fail(fault);
    await ask('private');
    const again = server.followUps.filter(({ content }) => /^-# Once more/.test(String(content)));
    expect(again).toHaveLength(1);
    expect(again[0]?.embeds).toEqual(posts[1]?.embeds);
    expect(
      server.followUps.filter(({ embeds }) => JSON.stringify(embeds) === JSON.stringify(posts[1]?.embeds)),
    ).toHaveLength(times);
    expect(server.followUps).toHaveLength(posts.length - 1 + times);
    for (const { content, embeds, components, allowed_mentions, flags } of server.followUps) {
      expectWithinLimits({
        content,
        embeds,
        components,
        allowed_mentions,
        flags,
      } as unknown as (typeof posts)[0]);
    }
  },
);

const expired = { status: 401, body: { code: 50_027, message: 'Invalid Webhook Token' } };

it('that come too late go into the channel where they are for all, and nothing else breaks', async () => {
  fail({ answer: expired, times: 9 });
  await ask('channel');
  expect(shown()).toEqual(parts.slice(0, 1));
  expect(server.messages.map(textOf)).toEqual(parts.slice(1));
  expect(
    server.messages.every(({ channel_id, enforce_nonce }) => channel_id === channel && enforce_nonce),
  ).toBe(true);
  expect(log.of('warn')).toEqual(['discord answer late']);
});

it('that come too late for one person are shown to nobody', async () => {
  fail({ answer: expired, times: 9 });
  await ask('private');
  expect(server.messages).toEqual([]);
  expect(log.lines.find(({ event }) => event === 'discord answer late')?.fields).toMatchObject({
    ...{ parts: parts.length - 1, visibility: 'private' },
  });
  expect(JSON.stringify(log.lines)).not.toContain('secret-');
});

it('go with the first part where that comes too late already', async () => {
  bot.reply = { message: says('late'), visibility: 'channel' };
  server.faults.push({ method: 'PATCH', path: /webhooks/, times: 1, answer: expired });
  server.command('brief');
  await server.until(() => server.messages.length > 0);
  expect(server.messages.map(({ content }) => content)).toEqual(['late']);
});
