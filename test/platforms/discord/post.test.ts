import { CreateForumThreadRequestSchema } from 'discord-api-spec/zod';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Platform, Receipt } from '../../../src/app/ports.ts';
import { DeliveryError } from '../../../src/core/errors.ts';
import type { Message } from '../../../src/core/message.ts';
import { discordPlatform } from '../../../src/platforms/discord/index.ts';
import { render } from '../../../src/platforms/discord/render.ts';
import { claimed, FakeBot, FakeLog, says } from './bot.ts';
import { audiences, desk, gallery, message } from './messages.ts';
import { applicationId, channel, DiscordServer, type Fault, token } from './server.ts';

let server: DiscordServer;
let platform: Platform;
const log = new FakeLog();

beforeAll(async () => {
  server = await new DiscordServer().listen();
  platform = discordPlatform({ token, applicationId, guildId: null, apiUrl: server.apiUrl, audiences }, log);
  await platform.start(new FakeBot());
});

afterAll(async () => {
  await platform.stop();
  await server.close();
});

afterEach(() => {
  server.messages.length = 0;
  server.calls.length = 0;
  server.faults.length = 0;
  server.threads.clear();
  server.forums.clear();
  server.posts.length = 0;
  server.remembersNonces = true;
});

const alert = gallery.alert ?? message([]);
const long = gallery.long ?? message([]);

const parts = render(long, audiences).length;

const posts = () => server.called('POST', /messages$/);

const fail = (fault: Partial<Fault>): number =>
  server.faults.push({ method: 'POST', path: /messages$/, times: 1, ...fault });

const refuse = (status: number, code: number, path = /messages$/): number =>
  fail({ path, answer: { status, body: { code, message: 'Because' } } });

async function failure(delivery = claimed(channel, alert)): Promise<DeliveryError> {
  const error = await platform.post(delivery).catch(each => each);
  expect(error).toBeInstanceOf(DeliveryError);
  expect(error.message).not.toContain(token);
  return error;
}

describe('a delivery', () => {
  it('is one message that pings the audience’s role and nobody else', async () => {
    const receipt = await platform.post(claimed(channel, alert));
    expect(receipt).toEqual({
      channel,
      message: server.messages[0]?.id,
      last: server.messages[0]?.id,
      name: '1 new statement: Andrii Sybiha',
    });
    const body = posts()[0]?.body;
    expect(body?.allowed_mentions).toEqual({ parse: [], roles: [desk.discord] });
    expect(body?.enforce_nonce).toBe(true);
    expect(String(body?.nonce).length).toBeLessThanOrEqual(25);
  });

  it('that is silent notifies nobody, and its edit is none that Discord refuses', async () => {
    const quiet = { ...says('news'), silent: true } as const;
    const target = await platform.post(claimed(channel, quiet));
    expect(posts()[0]?.body.flags).toBe(4 | 4_096);
    await platform.post(claimed(channel, quiet, { target, change: { of: 'alert:1', how: 'edit' } }));
    expect(server.called('PATCH', /messages/)[0]?.body.flags).toBe(4);
  });

  it('too long for one message is several, in order, with a nonce each', async () => {
    const receipt = await platform.post(claimed(channel, { ...long, ping: ['desk'] }));
    expect(receipt.message).toBe(server.messages[0]?.id);
    expect(server.messages).toHaveLength(parts);
    expect(new Set(posts().map(({ body }) => body.nonce)).size).toBe(parts);
    for (const { body } of posts().slice(1)) expect(body.allowed_mentions).toEqual({ parse: [], roles: [] });
  });
});

describe('a delivery to a person', () => {
  const own = claimed('user:200000000000000007', alert);

  it('goes into their direct messages, once, though the first answer was lost', async () => {
    server.remembersNonces = false;
    fail({ drop: 'after' });
    await failure(own);
    expect(await platform.post({ ...own, attempts: 1 })).toMatchObject({ channel: '9200000000000000007' });
    expect(server.messages.map(({ channel_id }) => channel_id)).toEqual(['9200000000000000007']);
  });

  it('is given up where they take no messages of the bot, with what to do', async () => {
    refuse(403, 50007);
    const { permanent, place, message } = await failure(own);
    expect({ permanent, place }).toEqual({ permanent: true, place: 'gone' });
    expect(message).toContain('the person has to allow direct messages from members of the server');
  });
});

describe('a delivery that is repeated', () => {
  it('is the message that is there, by its nonce', async () => {
    const first = await platform.post(claimed(channel, alert));
    expect(await platform.post(claimed(channel, alert))).toEqual(first);
    expect(server.messages).toHaveLength(1);
    await platform.post(claimed(channel, alert, { key: 'alert:2' }));
    expect(server.messages).toHaveLength(2);
  });

  it('is the message that is there, by its text, when the nonce is forgotten', async () => {
    server.remembersNonces = false;
    const first = await platform.post(claimed(channel, long));
    expect(await platform.post(claimed(channel, long, { attempts: 1 }))).toEqual(first);
    expect(server.messages).toHaveLength(parts);
  });

  it('goes on where the first attempt ended', async () => {
    server.remembersNonces = false;
    await platform.post(claimed(channel, long));
    const kept = server.messages.splice(3);
    await platform.post(claimed(channel, long, { attempts: 1 }));
    expect(server.messages.map(({ nonce }) => nonce).slice(3)).toEqual(kept.map(({ nonce }) => nonce));
  });

  it('does not take the same words of an earlier day for its own', async () => {
    await platform.post(claimed(channel, says('No new statements.'), { key: 'digest:monday' }));
    const tomorrow = Date.now() + 24 * 3_600_000;
    const tuesday = claimed(channel, says('No new statements.'), {
      key: 'digest:tuesday',
      attempts: 1,
      notBefore: tomorrow,
    });
    await platform.post(tuesday);
    expect(server.messages).toHaveLength(2);
  });

  it('does not take the same words of the delivery before it for its own', async () => {
    server.remembersNonces = false;
    const said = says('No new statements.');
    const monday = claimed(channel, said, { key: 'digest:monday' });
    const after = await platform.post(monday);
    const tuesday = claimed(channel, said, { key: 'digest:tuesday', attempts: 1, after });
    const receipt = await platform.post(tuesday);
    expect(server.messages).toHaveLength(2);
    expect(await platform.post({ ...tuesday, attempts: 2 })).toEqual(receipt);
    expect(server.messages).toHaveLength(2);
  });

  it('is found behind two hundred other messages', async () => {
    server.remembersNonces = false;
    const first = await platform.post(claimed(channel, alert));
    const [held] = server.messages;
    if (!held) throw new Error('nothing was posted');
    for (let n = 1n; n <= 250n; n++)
      server.messages.push({ ...held, id: `${BigInt(held.id) + n}`, content: `another ${n}` });
    expect(await platform.post(claimed(channel, alert, { attempts: 1 }))).toEqual(first);
    expect(server.messages).toHaveLength(251);
  });

  it('stands once, though the first answer was lost', async () => {
    server.remembersNonces = false;
    fail({ drop: 'after' });
    expect(await failure()).toMatchObject({ permanent: false, retryAfter: null });
    await platform.post(claimed(channel, alert, { attempts: 1 }));
    expect(server.messages).toHaveLength(1);
  });

  it('is posted where the history may not be read', async () => {
    refuse(403, 50013);
    fail({ method: 'GET', path: /messages/, answer: { status: 403, body: { code: 50013, message: 'No' } } });
    expect((await failure()).permanent).toBe(true);
    await platform.post(claimed(channel, alert, { attempts: 1 }));
    expect(server.messages).toHaveLength(1);
  });
});

describe('a delivery under another', () => {
  const parent = { channel, message: '700', name: 'Briefing, 27 Nov 2025: 3 statements' };
  const under = { under: 'digest:1', parent };

  it('stands in the thread of that message, which the first one starts', async () => {
    const first = await platform.post(claimed(channel, says('one'), { ...under, key: 'digest:1:1' }));
    await platform.post(claimed(channel, says('two'), { ...under, key: 'digest:1:2' }));
    expect(first.channel).toBe('700');
    expect(server.messages.map(({ channel_id, content }) => [channel_id, content])).toEqual([
      ['700', 'one'],
      ['700', 'two'],
    ]);
    expect(server.called('POST', /threads$/)[0]?.body).toMatchObject({ name: parent.name });
  });

  it('replies in the channel where threads are not allowed', async () => {
    refuse(403, 50013, /threads$/);
    expect(await platform.post(claimed(channel, long, under))).toMatchObject({ channel });
    expect(posts()[0]?.body.message_reference).toEqual({ message_id: '700', fail_if_not_exists: false });
    expect(posts()[1]?.body).not.toHaveProperty('message_reference');
  });

  it('stands in the channel where it may not even reply', async () => {
    refuse(400, 160_005);
    refuse(400, 160_002);
    await platform.post(claimed(channel, says('one'), under));
    expect(server.messages.map(({ channel_id }) => channel_id)).toEqual([channel]);
    expect(server.messages[0]).not.toHaveProperty('message_reference');
  });

  it('stays where it failed for another reason', async () => {
    refuse(400, 50035);
    expect((await failure(claimed(channel, says('one'), under))).permanent).toBe(true);
    expect(posts()).toHaveLength(1);
  });
});

describe('a failure', () => {
  it.each([
    [403, 50001, 'View Channel'],
    [403, 50013, 'Send Messages'],
    [404, 10003, 'Discord has no channel 500000000000000001'],
    [400, 50008, 'text or forum channel'],
    [401, 0, 'DISCORD_TOKEN'],
    [400, 50035, 'Because'],
  ])('%i with code %i needs a person, and says for what', async (status, code, words) => {
    refuse(status, code);
    const error = await failure();
    expect(error).toMatchObject({ permanent: true, retryAfter: null });
    expect(error.message).toContain(words);
    // A refused token is tried again with the next delivery.
    await platform.post(claimed(channel, alert));
    expect(server.messages).toHaveLength(1);
  });

  it('of Discord itself passes', async () => {
    fail({ times: 3, answer: { status: 502 } });
    expect(await failure()).toMatchObject({ permanent: false, retryAfter: null });
  });

  it('for haste is waited for: shortly here, longer by the outbox', async () => {
    const limited = (after: string) => ({ status: 429, body: {}, headers: { 'retry-after': after } });
    fail({ answer: limited('0.01') });
    await platform.post(claimed(channel, alert));
    fail({ answer: limited('30') });
    const error = await failure(claimed(channel, alert, { key: 'alert:2' }));
    expect(error.permanent).toBe(false);
    expect(error.retryAfter).toBeGreaterThanOrEqual(30_000);
    expect(error.isWhole).toBe(false);
    fail({ answer: { status: 429, body: {} } });
    expect((await failure(claimed(channel, alert, { key: 'alert:3' }))).retryAfter).toBeNull();
  });

  it('for haste of the whole bot says so', async () => {
    const own = await new DiscordServer().listen();
    const settings = { token, applicationId, guildId: null, apiUrl: own.apiUrl, audiences };
    const hasty = discordPlatform(settings, log);
    await hasty.start(new FakeBot());
    const headers = { 'retry-after': '30', 'x-ratelimit-global': 'true' };
    own.faults.push({
      ...{ method: 'POST', path: /messages$/, times: 1 },
      answer: { status: 429, body: { global: true }, headers },
    });
    const error = await hasty.post(claimed(channel, alert)).catch(each => each);
    expect(error).toMatchObject({ isWhole: true, retryAfter: expect.any(Number) });
    expect(error.retryAfter).toBeGreaterThanOrEqual(29_000);
    await hasty.stop();
    await own.close();
  });

  it('before the start passes', async () => {
    const apiUrl = 'http://127.0.0.1:1';
    const idle = discordPlatform({ token, applicationId, guildId: null, apiUrl, audiences }, log);
    await expect(idle.post(claimed(channel, alert))).rejects.toBeInstanceOf(DeliveryError);
  });
});

describe('a change', () => {
  const changed = (receipt: Receipt, shown: Message, how: 'edit' | 'remove' = 'edit') =>
    claimed(channel, shown, { key: 'alert:1~2', change: { of: 'alert:1', how }, target: receipt });

  it('takes the place of what was posted, notifies nobody, and leaves nothing of a longer one', async () => {
    const receipt = await platform.post(claimed(channel, long));
    expect(server.messages).toHaveLength(parts);
    const after = await platform.post(changed(receipt, alert));
    expect(server.messages).toHaveLength(1);
    expect(server.messages[0]).toMatchObject({ id: receipt.message, allowed_mentions: { parse: [] } });
    expect(server.called('PATCH', /messages/)[0]?.body).not.toHaveProperty('nonce');
    expect(after).toMatchObject({ channel, message: receipt.message, name: receipt.name });
    expect(after.more).toBeUndefined();
  });

  it('posts the further parts of a longer one once', async () => {
    const receipt = await platform.post(claimed(channel, alert));
    fail({ answer: { status: 502, body: {} }, happens: true, times: 9 });
    await platform.post(changed(receipt, long)).catch(() => {});
    server.faults.length = 0;
    const after = await platform.post({ ...changed(receipt, long), attempts: 1 });
    expect(server.messages).toHaveLength(parts);
    expect([after.message, ...(after.more ?? '').split(' ')]).toEqual(server.messages.map(({ id }) => id));
  });

  it('opens a thread that was put away, and leaves alone what somebody deleted', async () => {
    const receipt = await platform.post(claimed(channel, alert));
    server.archived.add(channel);
    await platform.post(changed(receipt, alert));
    expect(server.archived.size).toBe(0);
    await platform.post(changed(receipt, alert, 'remove'));
    await platform.post(changed(receipt, alert, 'remove'));
    await platform.post(changed(receipt, alert));
    expect(server.messages).toEqual([]);
  });
});

describe('a delivery to a forum', () => {
  const forum = '500000000000000015';
  const titled = { ...long, summary: 'Briefing, 28 Nov 2025: 9 statements' };

  beforeEach(() => {
    server.forums.add(forum);
  });

  const begun = () => server.called('POST', /^\/channels\/\d+\/threads$/);

  it('is a post with the summary as its title, and the rest in it', async () => {
    const receipt = await platform.post(claimed(forum, titled));
    const [post] = server.posts;
    expect(post).toMatchObject({ name: titled.summary, parent_id: forum });
    expect(receipt).toMatchObject({ channel: post?.id, message: post?.id, forum, name: titled.summary });
    expect(server.messages.map(({ channel_id }) => channel_id)).toEqual(Array(parts).fill(post?.id));
    const { body } = begun()[0] as { body: Record<string, unknown> };
    expect(CreateForumThreadRequestSchema.safeParse(body).error?.issues ?? []).toEqual([]);
    expect(body.message).toMatchObject({ allowed_mentions: { parse: [], roles: [] } });
    expect(body.message).not.toHaveProperty('nonce');
  });

  it('has what is under it in the post', async () => {
    const parent = await platform.post(claimed(forum, alert));
    await platform.post(claimed(forum, says('detail'), { key: 'alert:1:1', under: 'alert:1', parent }));
    expect(server.messages.map(({ channel_id, content }) => [channel_id, content])).toEqual([
      [parent.channel, expect.anything()],
      [parent.channel, 'detail'],
    ]);
    expect(server.posts).toHaveLength(1);
  });

  it.each([{ drop: 'after' }, { answer: { status: 502 }, happens: true }] as const)(
    'stands there once though the answer was lost (%o), and goes on where it ended',
    async fault => {
      fail({ path: /^\/channels\/\d+\/threads$/, ...fault });
      await failure(claimed(forum, titled));
      expect([server.posts.length, server.messages.length]).toEqual([1, 1]);
      const receipt = await platform.post(claimed(forum, titled, { attempts: 1 }));
      expect([server.posts.length, server.messages.length]).toEqual([1, parts]);
      expect(receipt).toMatchObject({ channel: server.posts[0]?.id, message: server.posts[0]?.id });
    },
  );

  it('that never arrived is posted by the next attempt, beside older and other posts', async () => {
    server.posts.push({ id: '1', name: titled.summary, parent_id: forum, owner_id: applicationId });
    await platform.post(claimed(forum, { ...alert, summary: titled.summary }));
    await platform.post(claimed(forum, titled, { attempts: 1 }));
    expect(server.posts).toHaveLength(3);
  });

  it('is edited where it stands', async () => {
    const target = await platform.post(claimed(forum, alert));
    const change = { of: 'alert:1', how: 'edit' } as const;
    const receipt = await platform.post(claimed(forum, says('changed'), { target, change }));
    expect(receipt).toEqual(target);
    expect(server.messages.map(({ content }) => content)).toEqual(['changed']);
  });

  it('that takes no post without a tag is away, with what to do', async () => {
    refuse(400, 40067, /threads$/);
    const error = await failure(claimed(forum, alert));
    expect(error).toMatchObject({ permanent: true, place: 'gone' });
    expect(error.message).toContain('takes no post without a tag');
  });
});
