import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Platform } from '../../../src/app/ports.ts';
import { discordPlatform } from '../../../src/platforms/discord/index.ts';
import { FakeBot, FakeLog, says } from './bot.ts';
import { audiences } from './messages.ts';
import { applicationId, DiscordServer, secretOf, token } from './server.ts';

let server: DiscordServer;
let bot: FakeBot;
let log: FakeLog;
let platform: Platform;

beforeEach(async () => {
  server = await new DiscordServer().listen();
  bot = new FakeBot();
  log = new FakeLog();
  platform = discordPlatform({ token, applicationId, guildId: null, apiUrl: server.apiUrl, audiences }, log);
  await platform.start(bot);
});

afterEach(async () => {
  await platform.stop();
  await server.close();
});

const edits = (id: string) =>
  server.called('PATCH', new RegExp(`^/webhooks/${applicationId}/${secretOf(id)}/`));

const answered = async (id: string): Promise<string> => {
  await server.until(() => edits(id)[0]);
  return id;
};

it('drops, resumes and requests to reconnect lose no command and double none', async () => {
  const disturbances = [
    () => server.dropConnections(),
    () => server.tell(7),
    () => server.tell(9, true),
    () => server.hangUp(4000),
  ];
  const ids: string[] = [];
  for (const disturb of disturbances) {
    const resumed = server.resumed;
    ids.push(server.command('stance', { subject: `${ids.length}` }));
    disturb();
    ids.push(server.command('stance', { subject: `${ids.length}` }));
    await server.until(() => server.resumed > resumed);
    server.repeat();
    ids.push(await answered(server.command('stance', { subject: `${ids.length}` })));
  }
  await Promise.all(ids.map(answered));
  expect(ids.map(id => edits(id).length)).toEqual(ids.map(() => 1));
  expect(bot.requests.map(({ given }) => Number(given.subject)).sort((a, b) => a - b)).toEqual([
    ...ids.keys(),
  ]);
  expect(log.of('error')).toEqual([]);
});

it.skipIf(!process.env.SLOW)(
  'a session that ends for good is begun anew, and what is asked then is answered',
  async () => {
    server.tell(9, false);
    await server.until(() => server.identified === 2);
    await answered(server.command('stance', { subject: 'NATO' }));
    expect(bot.requests).toHaveLength(1);
  },
  15_000,
);

it.each([
  [4004, 'copy the one on the Bot page of the Developer Portal to DISCORD_TOKEN and start the bot again'],
  [4014, 'look at the Bot page of the Developer Portal'],
  [4011, 'it opens as many as are asked for'],
  [4012, '(4012): start the bot again'],
])('%i pauses Discord with a line that says what to do, and ends nothing', async (code, words) => {
  server.hangUp(code);
  expect((await log.logged('discord paused')).fields).toMatchObject({
    code,
    error: expect.stringContaining(words),
  });
  await server.until(() => server.sockets.size === 0);
  const receipt = await platform.post({
    ...{ key: 'alert:1', platform: 'discord', to: '500000000000000001', message: says('news') },
    ...{ under: null, notBefore: Date.now(), attempts: 0, parent: null, target: null },
  });
  expect(receipt).toMatchObject({ message: server.messages[0]?.id });
});
