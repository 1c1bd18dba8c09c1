import { setTimeout as pause } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Budget, Claimed, Receipt } from '../../app/ports.ts';
import { DeliveryError } from '../../core/errors.ts';
import { hour, type Instant } from '../../core/time.ts';
import { deliveryError, isGone, lookError } from './faults.ts';
import type { Post } from './render.ts';

/** Slack has no nonce: a post carries the delivery's key as metadata, by which a later attempt finds it again. */
const eventType = 'attache_delivery';

/** Timestamps of the parts of a delivery that Slack holds. */
type Parts = Map<number, string>;

interface Slack {
  readonly client: webApi.WebClient;
  readonly budget: Budget;
}

interface DeliveryTools extends Slack {
  /** Throws when so much time has passed that the lease of the delivery might not outlast another call. */
  inTime(): void;
}

/**
 * Posts the parts of a delivery that are not there yet, or changes those of an earlier one, at the pace of the channel.
 * Parts after the first go into its thread, or with it into the thread the delivery belongs to. Rejects with a
 * DeliveryError.
 */
export async function deliver(delivery: Claimed, posts: readonly Post[], slack: Slack): Promise<Receipt> {
  const tools = { ...slack, inTime: deadline() };
  try {
    if (delivery.target) return await changed(delivery, delivery.target, posts, tools);
    return await postMissing({ ...delivery, to: await roomOf(slack.client, delivery.to) }, posts, tools);
  } catch (error) {
    throw error instanceof DeliveryError ? error : deliveryError(error, delivery.to);
  }
}

/**
 * After which no further call is begun, in milliseconds. One call takes at most 10 s (see `client.ts`); with the 20 s that a
 * delivery may have waited for its turn that is less than its lease.
 */
const patience = 50_000;

function deadline(): () => void {
  const begun = performance.now();
  return () => {
    if (performance.now() - begun > patience)
      throw new DeliveryError('Slack answers so slowly that the rest follows in another attempt', {});
  };
}

/**
 * The channel of a person's direct messages. A post to a user's id arrives, but what arrived before can be looked for by
 * the channel's id alone: https://docs.slack.dev/reference/methods/conversations.history
 */
async function roomOf(client: webApi.WebClient, to: string): Promise<string> {
  if (!/^[UW]/.test(to)) return to;
  const { channel } = await client.conversations.open({ users: to });
  if (!channel?.id) throw new Error('the answer names no channel');
  return channel.id;
}

async function postMissing(
  delivery: Claimed,
  posts: readonly Post[],
  tools: DeliveryTools,
): Promise<Receipt> {
  const held =
    delivery.attempts > 0 ? await arrived(tools, delivery, posts.length) : new Map<number, string>();
  let isFirst = true;
  for (const [part, post] of posts.entries()) {
    if (held.has(part)) continue;
    if (!isFirst) await pause(tools.budget.rest);
    isFirst = false;
    tools.inTime();
    held.set(part, await posted(tools.client, delivery, part, post, threadOf(delivery, held)));
  }
  return receiptOf(
    delivery.to,
    [...posts.keys()].map(part => held.get(part) ?? ''),
    delivery.parent?.ts,
  );
}

/** `more`: the parts after the first. `thread`: of the message that the first part is an answer to. */
const receiptOf = (channel: string, [ts = '', ...more]: readonly string[], thread?: string): Receipt => ({
  channel,
  ts,
  ...(more.length > 0 ? { more: more.join(' ') } : {}),
  ...(thread === undefined ? {} : { thread }),
});

/** Puts a message in place of another, part by part: a longer one gets further parts, of a shorter one the rest goes. */
async function changed(
  delivery: Claimed,
  { channel = '', ts = '', more = '', thread }: Receipt,
  posts: readonly Post[],
  tools: DeliveryTools,
): Promise<Receipt> {
  const stand = [ts, ...more.split(' ').filter(Boolean)];
  const wanted = delivery.change?.how === 'remove' ? [] : posts;
  const kept = stand.slice(0, wanted.length);
  for (const [part, each] of stand.entries()) {
    if (part > 0) await pause(tools.budget.rest);
    tools.inTime();
    await unlessGone(putAt(tools.client, { channel, ts: each }, wanted[part]));
  }
  const place = { from: kept.length, thread: thread ?? ts };
  const added = await addedParts({ ...delivery, to: channel }, wanted, place, tools);
  return receiptOf(channel, kept.length > 0 ? [...kept, ...added] : stand, thread);
}

const putAt = (
  { chat }: webApi.WebClient,
  at: { readonly channel: string; readonly ts: string },
  post: Post | undefined,
): Promise<unknown> =>
  post ? chat.update({ ...at, text: post.text, blocks: post.blocks }) : chat.delete(at);

async function addedParts(
  delivery: Claimed,
  posts: readonly Post[],
  { from, thread }: { readonly from: number; readonly thread: string },
  tools: DeliveryTools,
): Promise<string[]> {
  if (posts.length <= from) return [];
  const held: Parts = delivery.attempts > 0 ? await inThread(tools, delivery, thread) : new Map();
  const added: string[] = [];
  for (const [part, post] of posts.entries()) {
    if (part < from) continue;
    await pause(tools.budget.rest);
    tools.inTime();
    added.push(held.get(part) ?? (await posted(tools.client, delivery, part, post, thread)));
  }
  return added;
}

/** What somebody deleted stays deleted. */
async function unlessGone(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

const threadOf = ({ parent }: Claimed, held: Parts): string | undefined => parent?.ts ?? held.get(0);

async function posted(
  client: webApi.WebClient,
  { key, to }: Claimed,
  part: number,
  post: Post,
  thread: string | undefined,
): Promise<string> {
  const { ts } = await client.chat.postMessage({
    ...post,
    channel: to,
    metadata: { event_type: eventType, event_payload: { key, part } },
    ...(thread === undefined ? {} : { thread_ts: thread }),
  });
  return ts ?? '';
}

/** The parts that an earlier attempt left behind. */
async function arrived(tools: DeliveryTools, delivery: Claimed, count: number): Promise<Parts> {
  try {
    return await looked(tools, delivery, count);
  } catch (error) {
    throw error instanceof DeliveryError ? error : lookError(error, delivery.to);
  }
}

async function looked(tools: DeliveryTools, delivery: Claimed, count: number): Promise<Parts> {
  const thread = delivery.parent?.ts;
  if (thread !== undefined) return inThread(tools, delivery, thread);
  const first = await inChannel(tools, delivery);
  if (first === null) return new Map();
  const rest = count > 1 ? await inThread(tools, delivery, first) : new Map<number, string>();
  return rest.set(0, first);
}

interface Found {
  readonly ts?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
}

async function inThread({ client, inTime }: DeliveryTools, { to, key }: Claimed, ts: string): Promise<Parts> {
  const found: Parts = new Map();
  const pages = client.paginate('conversations.replies', {
    channel: to,
    ts,
    include_all_metadata: true,
    limit: pageSize,
  });
  for await (const page of pages) {
    for (const message of messagesOf(page)) addPart(found, message, key);
    inTime();
  }
  return found;
}

/** The first part, looked for from now back to where it cannot have been posted yet. */
async function inChannel(
  { client, inTime }: DeliveryTools,
  { to, key, notBefore }: Claimed,
): Promise<string | null> {
  const found: Parts = new Map();
  const pages = client.paginate('conversations.history', {
    channel: to,
    include_all_metadata: true,
    limit: pageSize,
  });
  for await (const page of pages) {
    const messages = messagesOf(page);
    for (const message of messages) addPart(found, message, key);
    const first = found.get(0);
    if (first !== undefined) return first;
    if (isBefore(messages.at(-1), notBefore - clockDifference)) return null;
    inTime();
  }
  return null;
}

const pageSize = 200;
const clockDifference = 1 * hour;

const messagesOf = (page: webApi.WebAPICallResult): readonly Found[] =>
  (page as { readonly messages?: readonly Found[] }).messages ?? [];

function addPart(found: Parts, { ts, metadata }: Found, key: string): void {
  const payload = metadata?.event_payload as { readonly key?: unknown; readonly part?: unknown } | undefined;
  if (metadata?.event_type !== eventType || payload?.key !== key || ts === undefined) return;
  found.set(Number(payload.part), ts);
}

const isBefore = (message: Found | undefined, at: Instant): boolean => Number(message?.ts ?? 0) * 1_000 < at;
