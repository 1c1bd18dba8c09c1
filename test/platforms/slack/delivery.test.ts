import { expect, test } from 'vitest';
import type { Claimed, Receipt } from '../../../src/app/ports.ts';
import { DeliveryError } from '../../../src/core/errors.ts';
import type { Message } from '../../../src/core/message.ts';
import { slackPlatform } from '../../../src/platforms/slack/index.ts';
import { audiences, delivery, said, testLog } from './desk.ts';
import { appToken, botToken, type Fault, json, localSlack, refusal } from './local-slack.ts';

async function desk(rest = 0) {
  const slack = await localSlack();
  const settings = { mode: 'socket', botToken, appToken, apiUrl: slack.apiUrl, audiences } as const;
  return { slack, platform: slackPlatform(settings, testLog(), null, { atOnce: 1, rest }) };
}

/** The DeliveryError of a post that meets a fault. */
async function failure(fault: Fault, claimed: Claimed = delivery(digest)): Promise<DeliveryError> {
  const { slack, platform } = await desk();
  slack.faults.push(fault);
  const error = await platform.post(claimed).catch(reason => reason);
  expect(error).toBeInstanceOf(DeliveryError);
  expect(error.message).not.toMatch(/xoxb|xapp/);
  return error;
}

const digest = said('Four parties spoke on 27 November.', { type: 'heading', text: 'Thursday' });
const long = said('A long day.', {
  type: 'text',
  line: ['They met again and said so at length. '.repeat(900)],
});
const lost: Fault = {
  method: 'chat.postMessage',
  after: true,
  answer: response => void response.socket?.destroy(),
};
const refusedPost = (error: string, more: object = {}): Fault => ({
  method: 'chat.postMessage',
  answer: refusal(error, more),
});

test('a delivery is posted with its key, without unfurling, and leaves a receipt', async () => {
  const { slack, platform } = await desk();
  const receipt = await platform.post(delivery(digest));
  expect(slack.messages).toMatchObject([
    {
      channel: 'C0DESK',
      text: 'Four parties spoke on 27 November.',
      metadata: {
        event_type: 'attache_delivery',
        event_payload: { key: 'digest:morning:2025-11-27', part: 0 },
      },
      unfurl_links: 'false',
      mrkdwn: 'false',
    },
  ]);
  expect(receipt).toEqual({ channel: 'C0DESK', ts: slack.messages[0]?.ts });
  expect(slack.calls.map(({ method }) => method)).toEqual(['chat.postMessage']);
});

test('what belongs under another delivery goes into its thread', async () => {
  const { slack, platform } = await desk();
  const parent = await platform.post(delivery(digest));
  await platform.post(delivery(digest, { key: 'detail', under: 'digest:morning:2025-11-27', parent }));
  expect(slack.messages[1]?.thread_ts).toBe(parent.ts);
});

test('a long message goes on in the thread of its first part', async () => {
  const { slack, platform } = await desk();
  const { ts } = await platform.post(delivery(long));
  expect(slack.messages.length).toBeGreaterThan(2);
  expect(slack.messages.map(({ thread_ts }) => thread_ts)).toEqual([
    undefined,
    ...slack.messages.slice(1).map(() => ts),
  ]);
});

test('parts follow each other at the pace of the channel', async () => {
  const { slack, platform } = await desk(40);
  const begun = performance.now();
  await platform.post(delivery(long));
  expect(performance.now() - begun).toBeGreaterThan((slack.messages.length - 1) * 39);
});

test('a lost answer is not posted again', async () => {
  const { slack, platform } = await desk();
  slack.faults.push(lost);
  await expect(platform.post(delivery(digest))).rejects.toMatchObject({ permanent: false, retryAfter: null });
  const receipt = await platform.post(delivery(digest, { attempts: 1 }));
  expect(slack.messages).toHaveLength(1);
  expect(receipt.ts).toBe(slack.messages[0]?.ts);
});

test('a lost answer is found behind forty other messages', async () => {
  const { slack, platform } = await desk();
  await platform.post(delivery(digest));
  for (let n = 0; n < 40; n++) await platform.post(delivery(digest, { key: `other ${n}` }));
  const { ts } = await platform.post(delivery(digest, { attempts: 3 }));
  expect(ts).toBe(slack.messages[0]?.ts);
  expect(slack.messages).toHaveLength(41);
});

test('of a message in parts only those that are missing are posted', async () => {
  const { slack, platform } = await desk();
  await platform.post(delivery(long));
  const whole = slack.messages.length;
  slack.messages.splice(1, 1);
  await platform.post(delivery(long, { attempts: 1 }));
  const parts = slack.messages.map(({ metadata }) => metadata?.event_payload.part);
  expect(parts.toSorted()).toEqual(Array.from({ length: whole }, (_, n) => n));
});

test('parts in the thread of another delivery are found there', async () => {
  const { slack, platform } = await desk();
  const parent = await platform.post(delivery(digest));
  const under = delivery(long, { key: 'detail', under: 'digest', parent });
  await platform.post(under);
  const all = slack.messages.length;
  await platform.post({ ...under, attempts: 1 });
  expect(slack.messages).toHaveLength(all);
});

test('a second attempt whose first did not arrive posts', async () => {
  const { slack, platform } = await desk();
  await platform.post(delivery(digest, { attempts: 1 }));
  expect(slack.messages).toHaveLength(1);
});

test('history is not read further back than the delivery could have been posted', async () => {
  const { slack, platform } = await desk();
  for (let n = 0; n < 40; n++) await platform.post(delivery(digest, { key: `other ${n}` }));
  await platform.post(delivery(digest, { attempts: 1, notBefore: 1_800_000_000_000 }));
  expect(slack.calls.filter(({ method }) => method === 'conversations.history')).toHaveLength(1);
});

test('Slack says how long to wait', async () => {
  const answer = json({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '30' });
  expect(await failure({ method: 'chat.postMessage', answer })).toMatchObject({
    retryAfter: 30_000,
    permanent: false,
  });
});

test.each([
  ['HTTP 500', json({ ok: false }, 500)],
  ['not Slack’s', (response: { end(text: string): unknown }) => void response.end('<html>')],
  ['internal_error', refusal('internal_error')],
])('%s is tried again', async (words, answer) => {
  const error = await failure({ method: 'chat.postMessage', answer });
  expect(error).toMatchObject({ permanent: false, retryAfter: null });
  expect(error.message).toContain(words);
});

test.each([
  ['channel_not_found', '/invite @attache'],
  ['not_in_channel', '/invite @attache'],
  ['is_archived', 'unarchive it'],
  ['some_new_code', 'docs.slack.dev'],
])('%s needs a person', async (code, advice) => {
  const error = await failure(refusedPost(code));
  expect(error.permanent).toBe(true);
  expect(error.message).toContain(`Slack refused to post to C0DESK (${code})`);
  expect(error.message).toContain(advice);
});

test('a token that Slack does not take lets a message wait, and is tried again', async () => {
  const error = await failure(refusedPost('token_revoked'));
  expect(error).toMatchObject({ permanent: false, retryAfter: null });
  expect(error.message).toContain('(token_revoked): the bot token is no longer valid');
});

test('a missing scope is named', async () => {
  expect((await failure(refusedPost('missing_scope', { needed: 'chat:write' }))).message).toContain(
    'chat:write',
  );
  const history: Fault = {
    method: 'conversations.history',
    answer: refusal('missing_scope', { needed: 'groups:history' }),
  };
  const unseen = await failure(history, delivery(digest, { attempts: 1 }));
  expect(unseen.permanent).toBe(true);
  expect(unseen.message).toMatch(
    /may have arrived in Slack’s C0DESK.*may not look \(missing_scope\).*groups:history/,
  );
});

test('a message Slack refuses gives Slack’s reason', async () => {
  const response_metadata = { messages: ['[ERROR] no more than 50 items allowed [json-pointer:/blocks]'] };
  const error = await failure(refusedPost('invalid_blocks', { response_metadata }));
  expect(error.permanent).toBe(true);
  expect(error.message).toContain('no more than 50 items allowed');
});

test('a person’s alert goes into the direct messages, once, whether or not Slack’s answer is lost', async () => {
  const { slack, platform } = await desk();
  slack.faults.push(lost);
  const own = { ...delivery(digest), to: 'U0ANN' };
  await expect(platform.post(own)).rejects.toThrow('Slack could not be reached to post to U0ANN');
  expect(await platform.post({ ...own, attempts: 1 })).toMatchObject({ channel: 'DU0ANN' });
  expect(slack.messages.map(({ channel }) => channel)).toEqual(['DU0ANN']);
});

test('without the scope for direct messages it is given up, with what to do', async () => {
  const refusing = { method: 'conversations.open', answer: refusal('missing_scope', { needed: 'im:write' }) };
  const error = await failure(refusing, { ...delivery(digest), to: 'U0ANN' });
  expect(error.permanent).toBe(true);
  expect(error.message).toContain('the app lacks the scope im:write; add it under OAuth & Permissions');
});

const changed = (message: Message, target: Receipt, how: 'edit' | 'remove' = 'edit'): Claimed =>
  delivery(message, { key: 'digest~2', change: { of: 'digest:morning:2025-11-27', how }, target });

test('a change takes the place of what was posted, and a shorter one leaves nothing over', async () => {
  const { slack, platform } = await desk();
  const before = await platform.post(delivery(long));
  const after = await platform.post(changed(digest, before));
  expect(slack.messages).toMatchObject([{ ts: before.ts, text: 'Four parties spoke on 27 November.' }]);
  expect(after).toEqual({ channel: 'C0DESK', ts: before.ts });
});

test('a change that is longer goes on in the thread, and its further parts are posted once', async () => {
  const { slack, platform } = await desk();
  const before = await platform.post(delivery(digest));
  slack.faults.push(lost);
  await expect(platform.post(changed(long, before))).rejects.toMatchObject({ permanent: false });
  const after = await platform.post({ ...changed(long, before), attempts: 1 });
  expect(slack.messages.length).toBeGreaterThan(2);
  expect(slack.messages.slice(1).every(({ thread_ts }) => thread_ts === before.ts)).toBe(true);
  expect([after.ts, ...(after.more ?? '').split(' ')]).toEqual(slack.messages.map(({ ts }) => ts));
});

test('what is taken back is gone, and what somebody deleted stays deleted', async () => {
  const { slack, platform } = await desk();
  const receipt = await platform.post(delivery(long));
  await platform.post(changed(long, receipt, 'remove'));
  expect(slack.messages).toEqual([]);
  await platform.post(changed(digest, { channel: 'C0DESK', ts: receipt.ts ?? '' }));
  expect(slack.messages).toEqual([]);
});

test('a message that may not be changed any more is said to stand as it was', async () => {
  const { slack, platform } = await desk();
  const receipt = await platform.post(delivery(digest));
  slack.faults.push({ method: 'chat.update', answer: refusal('edit_window_closed') });
  const error = await platform.post(changed(digest, receipt)).catch(reason => reason);
  expect(error).toMatchObject({ permanent: true, message: expect.stringContaining('cannot be changed') });
});
