import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { awayPlaces } from '../../../src/app/away.ts';
import type { Platform } from '../../../src/app/ports.ts';
import { hour } from '../../../src/core/time.ts';
import { discordPlatform } from '../../../src/platforms/discord/index.ts';
import { briefedDesk, morning, promisedFor } from '../../support/away.ts';
import { claimed, FakeBot, FakeLog, says } from './bot.ts';
import { audiences } from './messages.ts';
import { applicationId, DiscordServer, me, secretOf, token } from './server.ts';

const [news, ops] = ['500000000000000011', '500000000000000012'];
const guild = '600000000000000001';

let server: DiscordServer;
let platform: Platform;
const bot = new FakeBot();

beforeAll(async () => {
  server = await new DiscordServer().listen();
  const settings = { token, applicationId, guildId: null, apiUrl: server.apiUrl, audiences };
  platform = discordPlatform(settings, new FakeLog());
  await platform.start(bot);
});

afterAll(async () => {
  await platform.stop();
  await server.close();
});

afterEach(() => {
  server.messages.length = 0;
  server.faults.length = 0;
  bot.invitedTo.length = 0;
  bot.dismissedFrom.length = 0;
});

const refuse = (status: number, code: number): number =>
  server.faults.push({
    ...{ method: 'POST', path: new RegExp(`${news}/messages$`), times: 1 },
    answer: { status, body: { code, message: 'Because' } },
  });

const shownIn = (channel: string): string[] =>
  server.messages.filter(({ channel_id }) => channel_id === channel).map(each => JSON.stringify(each));

/** What the gateway said before was taken in. */
const answered = async (): Promise<void> => {
  const id = server.command('stance');
  await server.until(() => server.called('PATCH', new RegExp(secretOf(id)))[0]);
};

describe('a channel that is gone', () => {
  it.each([
    [404, 10003, 'correct the id of the channel'],
    [403, 50001, 'invite it to the server and give its role View Channel'],
    [403, 50013, 'give its role Send Messages'],
  ])('after %i %i pauses its rules, is told once, and gets one late digest', async (status, code, advice) => {
    const { store, asked, day, tick } = await briefedDesk(platform, 'discord', [news, ops]);
    await tick(morning(20) - hour);
    refuse(status, code);
    for (const each of [20, 21, 22]) await day(each);
    expect(await promisedFor(news, store)).toHaveLength(1);
    expect(shownIn(ops)).toEqual([expect.stringContaining('1 channel takes no messages')]);
    expect(shownIn(ops)[0]).toContain(advice);
    expect(await asked('/digest show')).toContain('paused since 20 Nov 2025, 07:30');
    await asked('/digest set at:07:30');
    await day(23);
    expect(shownIn(news)).toEqual([
      expect.stringContaining('Briefing, 20 Nov 2025: 1 statement'),
      expect.stringMatching(/Briefing, 23 Nov 2025: 3 statements.*Late, covers /),
    ]);
    expect(await promisedFor(news, store)).toHaveLength(2);
    expect(await awayPlaces(store.marks, morning(24))).toEqual([]);
  });
});

describe('Discord tells the bot', () => {
  const role = { id: guild, name: '@everyone', permissions: '3072', position: 0, color: 0 };
  const place = { id: news, type: 0, guild_id: guild, name: 'news', position: 0, permission_overwrites: [] };
  const server1 = {
    ...{ id: guild, name: 'Desk', owner_id: '1', roles: [role], channels: [place], emojis: [] },
    ...{ members: [{ user: me, roles: [], joined_at: new Date(0).toISOString() }], member_count: 1 },
    ...{
      unavailable: false,
      threads: [],
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
    },
  };

  it('that it was invited to a server, and that it may post in a channel', async () => {
    server.send('GUILD_CREATE', server1);
    await expect.poll(() => bot.invitedTo).toEqual([[news]]);
    const denied = { id: guild, type: 0, allow: '0', deny: '2048' };
    server.send('CHANNEL_UPDATE', { ...place, permission_overwrites: [denied] });
    server.send('CHANNEL_UPDATE', place);
    await expect.poll(() => bot.invitedTo).toEqual([[news], [news]]);
    expect(bot.dismissedFrom).toEqual([
      { channels: [news], reason: expect.stringContaining('give its role View Channel and Send Messages') },
    ]);
  });

  it('that a channel was deleted, or the bot removed from the server, and tells an outage apart', async () => {
    server.send('GUILD_CREATE', server1);
    server.send('GUILD_DELETE', { id: guild, unavailable: true });
    server.send('GUILD_CREATE', server1);
    await expect.poll(() => bot.invitedTo).toEqual([[news]]);
    expect(bot.dismissedFrom).toEqual([]);
    server.send('CHANNEL_DELETE', { ...place, id: ops });
    server.send('CHANNEL_DELETE', place);
    await expect.poll(() => bot.dismissedFrom).toHaveLength(1);
    server.send('CHANNEL_CREATE', place);
    server.send('GUILD_DELETE', { id: guild });
    await expect
      .poll(() => bot.dismissedFrom)
      .toMatchObject([
        { channels: [news], reason: expect.stringContaining('was deleted') },
        { channels: [news], reason: expect.stringContaining('invite it again') },
      ]);
  });

  it('of an outage, in which a refusal is not the last word', async () => {
    server.send('GUILD_CREATE', server1);
    server.send('GUILD_DELETE', { id: guild, unavailable: true });
    await answered();
    refuse(403, 50001);
    const error = await platform.post(claimed(news, says('news'))).catch(each => each);
    expect(error).toMatchObject({ name: 'DeliveryError', permanent: false });
    expect(error.message).toContain('Discord has an outage');
    server.send('GUILD_CREATE', server1);
    await answered();
    refuse(403, 50001);
    expect(await platform.post(claimed(news, says('news'))).catch(each => each)).toMatchObject({
      permanent: true,
    });
  });
});
