import { afterEach, expect, it } from 'vitest';
import type { Platform } from '../../../src/app/ports.ts';
import { discordPlatform } from '../../../src/platforms/discord/index.ts';
import { claimed, FakeBot, FakeLog, says } from './bot.ts';
import { audiences } from './messages.ts';
import { applicationId, channel, DiscordServer, secretOf, token } from './server.ts';

let server: DiscordServer;
let platform: Platform;

afterEach(async () => {
  await platform.stop();
  await server.close();
});

async function connected(shards: number): Promise<{ bot: FakeBot; log: FakeLog }> {
  server = await new DiscordServer().listen();
  server.shards = shards;
  const [bot, log] = [new FakeBot(), new FakeLog()];
  platform = discordPlatform({ token, applicationId, guildId: null, apiUrl: server.apiUrl, audiences }, log);
  await platform.start(bot);
  return { bot, log };
}

const edits = (id: string) => server.called('PATCH', new RegExp(`/${secretOf(id)}/`));
const asked = (shard: number): string => server.command('stance', { subject: `${shard}` }, undefined, shard);

it('opens as many connections as the gateway asks for, and answers once what comes on each', async () => {
  const { bot, log } = await connected(2);
  expect([server.identified, server.sockets.size]).toEqual([2, 2]);
  const ids = [asked(0), asked(1), asked(1)];
  for (const id of ids) await server.until(() => edits(id)[0]);
  expect(ids.map(id => edits(id).length)).toEqual([1, 1, 1]);
  expect(bot.requests.map(({ given }) => given.subject).sort()).toEqual(['0', '1', '1']);
  await platform.post(claimed(channel, says('news')));
  expect(server.messages).toHaveLength(1);
  expect(server.called('PUT', /commands/)).toHaveLength(1);
  expect(log.of('error')).toEqual([]);
});

it('goes on with one while the other is down, and loses nothing on either', async () => {
  const { bot } = await connected(2);
  server.dropConnections(1);
  await server.until(() => server.sockets.size === 1);
  const [down, up] = [asked(1), asked(0)];
  await server.until(() => edits(up)[0]);
  await server.until(() => edits(down)[0]);
  expect([server.resumed, server.identified, bot.requests.length]).toEqual([1, 2, 2]);
});

it('stops with all of them', async () => {
  await connected(3);
  await platform.stop();
  await server.until(() => server.sockets.size === 0);
});
