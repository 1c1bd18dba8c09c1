import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../../src/app/ports.ts';
import { turns } from '../../../src/app/turns.ts';
import { discordPlatform } from '../../../src/platforms/discord/index.ts';
import { render } from '../../../src/platforms/discord/render.ts';
import { customId } from '../../../src/platforms/discord/translate.ts';
import { askable } from '../../support/asked.ts';
import { alertRule } from '../../support/made.ts';
import { FakeBot, FakeLog, says } from './bot.ts';
import { expectWithinLimits } from './check.ts';
import { audiences, gallery, message } from './messages.ts';
import { applicationId, asker, type Call, channel, DiscordServer, secretOf, token } from './server.ts';

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

const acknowledged = (id: string): Promise<Call> =>
  server.until(() => server.called('POST', new RegExp(`^/interactions/${id}/.*callback`))[0]);

const edited = (id: string): Promise<Call> =>
  server.until(() => server.called('PATCH', new RegExp(`^/webhooks/${applicationId}/${secretOf(id)}/`))[0]);

const followUps = (id: string): Call[] =>
  server.called('POST', new RegExp(`^/webhooks/${applicationId}/${secretOf(id)}(\\?|$)`));

describe('a command', () => {
  it('is acknowledged before it is answered, to the one who asked', async () => {
    let answer = () => {};
    const told = new Promise<void>(resolve => {
      answer = resolve;
    });
    bot.reply = async () => {
      await told;
      return { message: says('an answer'), visibility: 'private' };
    };
    const id = server.command('stance', { subject: 'NATO', days: '7' });
    expect((await acknowledged(id)).body).toEqual({ type: 5, data: { flags: 64 } });
    answer();
    expect((await edited(id)).body).toEqual({
      content: 'an answer',
      allowed_mentions: { parse: [], roles: [] },
      flags: 4,
    });
    const request = { command: 'stance', given: { subject: 'NATO', days: '7' } };
    const here = { platform: 'discord', space: null, isHome: true };
    expect(bot.requests).toEqual([{ ...request, ...here, who: asker, where: channel }]);
  });

  it('for the channel is acknowledged for the channel', async () => {
    bot.reply = { message: says('the brief'), visibility: 'channel' };
    const id = server.command('brief');
    expect((await acknowledged(id)).body).toEqual({ type: 5, data: {} });
    expect((await edited(id)).body.content).toBe('the brief');
  });

  it('whose answer is for somebody else than the acknowledgement said replaces it', async () => {
    bot.reply = { message: says('your mistake'), visibility: 'private' };
    const id = server.command('brief');
    const [post] = await server.until(() => followUps(id).length > 0 && followUps(id));
    expect(post?.body).toMatchObject({ content: 'your mistake', flags: 64 | 4 });
    expect(server.called('DELETE', new RegExp(secretOf(id)))).toHaveLength(1);
    expect(server.called('PATCH', /webhooks/)).toHaveLength(0);
  });

  it('with a long answer goes on in follow-ups, each of which pings nobody', async () => {
    const long = gallery.long ?? message([]);
    bot.reply = { message: long, visibility: 'private' };
    const id = server.command('stance');
    await edited(id);
    await server.until(() => followUps(id).length === render(long, audiences).length - 1);
    for (const { body } of [await edited(id), ...followUps(id)]) {
      expect(body.allowed_mentions).toEqual({ parse: [], roles: [] });
      expectWithinLimits(body as unknown as Parameters<typeof expectWithinLimits>[0]);
    }
    for (const { body } of followUps(id)) expect(body.flags).toBe(64);
  });

  it('delivered twice is answered once', async () => {
    const id = server.command('stance');
    server.command('stance', {}, id);
    await edited(id);
    await log.logged('discord interaction repeated');
    expect(bot.requests).toHaveLength(1);
    expect(server.called('POST', /callback/)).toHaveLength(1);
  });

  it('that comes too late is logged, and the next one works', async () => {
    const late = { status: 404, body: { code: 10062, message: 'Unknown interaction' } };
    server.faults.push({ method: 'POST', path: /callback/, times: 1, answer: late });
    server.command('stance');
    await log.logged('discord interaction late');
    expect(bot.requests).toEqual([]);
    await edited(server.command('stance'));
    expect(log.of('error')).toEqual([]);
  });

  it.each([{ drop: 'before' }, { drop: 'after' }, { answer: { status: 502 }, happens: true }] as const)(
    'whose acknowledgement is lost (%o) is answered',
    async fault => {
      server.faults.push({ method: 'POST', path: /callback/, times: 1, ...fault });
      const id = server.command('stance');
      expect((await edited(id)).body.content).toBe('an answer');
      expect(bot.requests).toHaveLength(1);
    },
  );

  it('whose answer is refused says so, and the log keeps the interaction’s token to itself', async () => {
    const refusal = { status: 400, body: { code: 50035, message: 'Invalid Form Body' } };
    server.faults.push({ method: 'PATCH', path: /webhooks/, times: 1, answer: refusal });
    const id = server.command('stance');
    await server.until(() => server.called('PATCH', /webhooks/).length === 2);
    expect(server.called('PATCH', /webhooks/)[1]?.body.content).toContain('could not be shown');
    await log.logged('discord interaction failed');
    expect(JSON.stringify(log.lines)).toContain('Invalid Form Body');
    expect(JSON.stringify(log.lines)).not.toContain(secretOf(id));
  });

  it('asked while the connection is down is answered once it is back', async () => {
    server.dropConnections();
    await server.until(() => server.sockets.size === 0);
    const id = server.command('stance');
    expect((await edited(id)).body.content).toBe('an answer');
    expect([server.identified, server.resumed]).toEqual([1, 1]);
    expect(bot.requests).toHaveLength(1);
  });

  it('in work when the bot stops is still answered', async () => {
    const id = server.command('stance');
    await server.until(() => bot.requests.length === 1);
    await platform.stop();
    expect((await edited(id)).body.content).toBe('an answer');
  });
});

it('an event that discord.js cannot read is logged and ends nothing', async () => {
  server.send('INTERACTION_CREATE', { id: '1', type: 2 });
  await log.logged('discord event failed');
  expect((await edited(server.command('stance'))).body.content).toBe('an answer');
});

describe('a button', () => {
  it('is a command', async () => {
    const id = server.press(customId({ command: 'stance', given: { '': 'Рютте' } }) ?? '');
    await edited(id);
    expect(bot.requests).toMatchObject([{ command: 'stance', given: { '': 'Рютте' }, who: asker }]);
  });

  it('is one, too, where it is chosen in a select', async () => {
    const id = server.choose(customId({ command: 'stance', given: { '': 'dam' } }) ?? '');
    await edited(id);
    expect(bot.requests).toMatchObject([{ command: 'stance', given: { '': 'dam' }, who: asker }]);
    expect((await acknowledged(server.choose('v0'))).body).toMatchObject({ type: 4, data: { flags: 64 } });
  });

  it('that shares is answered in the channel', async () => {
    bot.reply = { message: says('for all'), visibility: 'channel' };
    const id = server.press(customId({ command: 'stance', given: {}, aloud: true }) ?? '');
    expect((await acknowledged(id)).body).toEqual({ type: 5, data: {} });
    expect((await edited(id)).body.content).toBe('for all');
    expect(bot.requests).toMatchObject([{ command: 'stance', aloud: true }]);
  });

  it('of another version is answered in words', async () => {
    const id = server.press('v0:stance');
    expect((await acknowledged(id)).body).toMatchObject({ type: 4, data: { flags: 64 } });
    expect(bot.requests).toEqual([]);
  });
});

describe('a completion', () => {
  it('is what the bot offers', async () => {
    bot.choices = Array.from({ length: 30 }, (_, i) => ({ name: `Choice ${i}`, value: `c${i}` }));
    const { body } = await acknowledged(server.complete('stance', 'subject', 'нат'));
    expect(bot.completed).toMatchObject([
      {
        command: 'stance',
        option: 'subject',
        part: 'нат',
        platform: 'discord',
        who: expect.stringMatching(/^\d+$/),
      },
    ]);
    expect(body.type).toBe(8);
    expect((body.data as { choices: unknown[] }).choices).toHaveLength(25);
  });

  it('of a subcommand has the asker’s own alerts, and nobody else’s', async () => {
    const { bot: real, store } = await askable();
    bot.complete = typed => real.complete(typed);
    for (const owner of [asker, '400000000000000099']) {
      const value = alertRule({
        id: `person-discord-${owner}-1`,
        owner: `discord ${owner}`,
        channel: `person-discord-${owner}`,
        parties: ['sudland'],
      });
      await store.settings.put({ kind: 'alert', id: value.id, value, by: value.owner ?? '', at: 0 });
    }
    const { body } = await acknowledged(server.complete('alerts snooze', 'alert', 'sud'));
    const id = `person-discord-${asker}-1`;
    expect(body).toEqual({ type: 8, data: { choices: [{ name: `${id} · Sudland`, value: id }] } });
  });

  it('that takes too long is none, before Discord shows an error', async () => {
    bot.choices = new Promise(() => {});
    const { body } = await acknowledged(server.complete('stance', 'subject', 'n'));
    expect(body).toEqual({ type: 8, data: { choices: [] } });
  });

  it('that fails is logged and ends nothing', async () => {
    bot.choices = new Error('no choices');
    server.complete('stance', 'subject', '');
    expect((await log.logged('discord interaction failed')).fields).toMatchObject({ reason: 'no choices' });
    await edited(server.command('stance'));
  });
});

it('answers begin one at a turn of the event loop, so that acknowledgements get out between them', async () => {
  let loop = 0;
  const count = (): void => {
    loop++;
    immediate = setImmediate(count);
  };
  let immediate = setImmediate(count);
  const turn = turns();
  const begun = await Promise.all(Array.from({ length: 5 }, () => turn().then(() => loop)));
  clearImmediate(immediate);
  expect(new Set(begun).size).toBe(5);
});
