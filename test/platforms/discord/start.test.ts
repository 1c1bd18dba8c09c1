import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { StartError } from '../../../src/core/errors.ts';
import { connect } from '../../../src/platforms/discord/connection.ts';
import { type DiscordSettings, discordPlatform } from '../../../src/platforms/discord/index.ts';
import { register } from '../../../src/platforms/discord/registration.ts';
import { FakeBot, FakeLog, specs } from './bot.ts';
import { audiences } from './messages.ts';
import { applicationId, DiscordServer, token } from './server.ts';

let server: DiscordServer;
let settings: DiscordSettings;
let log: FakeLog;

beforeEach(async () => {
  server = await new DiscordServer().listen();
  settings = { token, applicationId, guildId: null, apiUrl: server.apiUrl, audiences };
  log = new FakeLog();
});

afterEach(() => server.close());

const registrations = () => server.called('PUT', /commands$/);

async function startOnce(rest: Partial<DiscordSettings> = {}, bot = new FakeBot()): Promise<void> {
  const platform = discordPlatform({ ...settings, ...rest }, log);
  await platform.start(bot);
  await platform.stop();
}

/** The one sentence a start fails with. */
async function failure(rest: Partial<DiscordSettings> = {}, within?: number): Promise<string> {
  const error = await connect({ ...settings, ...rest }, new FakeBot(), log, within).catch(each => each);
  expect(error).toBeInstanceOf(StartError);
  expect(error.message).not.toContain(token);
  expect(error.message).toMatch(/^[^\n]+\.$/);
  return error.message;
}

describe('registration', () => {
  it('happens where the commands changed, and only there', async () => {
    await startOnce();
    expect(registrations().map(({ path }) => path)).toEqual([`/applications/${applicationId}/commands`]);
    await startOnce();
    expect(registrations()).toHaveLength(1);
    const bot = new FakeBot();
    bot.commands = specs.map(spec => ({ ...spec, summary: 'Something else' }));
    await startOnce({}, bot);
    expect(registrations()).toHaveLength(2);
    expect(
      log.lines.filter(({ event }) => event === 'discord ready').map(({ fields }) => fields.registered),
    ).toEqual([true, false, true]);
  });

  it('sees the translations: the whole set of commands is not written again, a changed translation is', async () => {
    const bot = new FakeBot();
    bot.commands = commands;
    await startOnce({}, bot);
    await startOnce({}, bot);
    expect(registrations()).toHaveLength(1);
    const [first] = server.commands;
    if (first) first.name_localizations = { uk: 'інше' };
    await startOnce({}, bot);
    expect(registrations()).toHaveLength(2);
  });

  it('is for one server where one is set, and for the application of the token where none is', async () => {
    await startOnce({ guildId: '300000000000000001', applicationId: null });
    const path = `/applications/${applicationId}/guilds/300000000000000001/commands`;
    expect(registrations().map(call => call.path)).toEqual([path]);
  });

  it('can be done without connecting', async () => {
    expect(await register(settings, specs)).toBe(true);
    expect(await register(settings, specs)).toBe(false);
    expect(server.identified).toBe(0);
    await expect(register({ ...settings, token: 'wrong' }, specs)).rejects.toThrow('DISCORD_TOKEN');
  });
});

describe('a start that fails says why', () => {
  it('the token is wrong', async () => {
    const sentence =
      'Discord refuses the token: copy the one on the Bot page of the Developer Portal to DISCORD_TOKEN.';
    expect(await failure({ token: 'wrong' })).toBe(sentence);
    server.greeting = 4004;
    expect(await failure()).toBe(sentence);
  });

  it('the gateway does not allow the intents', async () => {
    server.greeting = 4014;
    expect(await failure()).toContain('disallowed intents');
  });

  it('nobody answers at the address', async () => {
    const { apiUrl } = settings;
    await server.close();
    expect(await failure({ apiUrl })).toMatch(
      /^Discord cannot be reached at http:.*ECONNREFUSED.*DISCORD_API_URL\.$/,
    );
    expect(await failure({ apiUrl: 'nonsense' })).toContain('DISCORD_API_URL');
  });

  it('something else than Discord answers at the address', async () => {
    const other = createServer((_, response) => response.end('<h1>Hello</h1>')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await failure({ apiUrl: `http://127.0.0.1:${port}` })).toContain('does not speak as Discord does');
    other.close();
  });

  it('the gateway never greets: it does not hang', async () => {
    server.greeting = 'silence';
    expect(await failure({}, 300)).toContain('not ready within');
    await server.until(() => server.sockets.size === 0);
  });

  it('the application or the server is not the bot’s', async () => {
    const refusal = (code: number) => ({ status: 403, body: { code, message: 'No' } });
    server.faults.push({ method: 'GET', path: /commands/, times: 1, answer: refusal(20012) });
    expect(await failure()).toContain('DISCORD_APPLICATION_ID');
    server.faults.push({ method: 'GET', path: /commands/, times: 1, answer: refusal(50001) });
    expect(await failure({ guildId: '300000000000000001' })).toContain('DISCORD_GUILD_ID');
    await server.until(() => server.sockets.size === 0);
  });
});

describe('a stop', () => {
  it('closes the connection, and may come before a start', async () => {
    await discordPlatform(settings, log).stop();
    await startOnce();
    expect(server.identified).toBe(1);
    await server.until(() => server.sockets.size === 0);
  });

  it('between two connections leaves none behind', async () => {
    const [stopped, other] = [discordPlatform(settings, log), discordPlatform(settings, log)];
    await stopped.start(new FakeBot());
    server.dropConnections();
    await log.logged('discord reconnecting');
    await stopped.stop();
    // Another one that connects again shows that the first has had the time to.
    await other.start(new FakeBot());
    server.dropConnections();
    await server.until(() => server.resumed > 0);
    await other.stop();
    await server.until(() => server.sockets.size === 0);
    expect([server.identified, server.resumed]).toEqual([2, 1]);
  });
});
