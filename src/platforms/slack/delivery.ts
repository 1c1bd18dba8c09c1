import type { webApi } from '@slack/bolt';
import type { Claimed, Receipt } from '../../app/ports.ts';
import { hour, type Instant } from '../../core/time.ts';
import { deliveryError, isGone } from './faults.ts';
import type { Post } from './render.ts';

/** Slack has no nonce: a post carries the delivery's key as metadata, by which a later attempt finds it again. */
const eventType = 'attache_delivery';

/** Timestamps of the parts of a delivery that Slack holds. */
type Parts = Map<number, string>;

/**
 * Posts the parts of a delivery that are not there yet, or changes those of an earlier one. Parts after the first go into
 * its thread, or with it into the thread the delivery belongs to. Rejects with a DeliveryError.
 */
export async function deliver(
  client: webApi.WebClient,
  delivery: Claimed,
  posts: readonly Post[],
): Promise<Receipt> {
  try {
    if (delivery.target) return await changed(client, delivery, delivery.target, posts);
    return await postMissing(client, { ...delivery, to: await roomOf(client, delivery.to) }, posts);
  } catch (error) {
    throw deliveryError(error, delivery.to);
  }
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
  client: webApi.WebClient,
  delivery: Claimed,
  posts: readonly Post[],
): Promise<Receipt> {
  const held =
    delivery.attempts > 0 ? await arrived(client, delivery, posts.length) : new Map<number, string>();
  for (const [part, post] of posts.entries()) {
    if (!held.has(part)) held.set(part, await posted(client, delivery, part, post, threadOf(delivery, held)));
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
  client: webApi.WebClient,
  delivery: Claimed,
  { channel = '', ts = '', more = '', thread }: Receipt,
  posts: readonly Post[],
): Promise<Receipt> {
  const stand = [ts, ...more.split(' ').filter(Boolean)];
  const wanted = delivery.change?.how === 'remove' ? [] : posts;
  const kept = stand.slice(0, wanted.length);
  for (const [part, each] of kept.entries()) await unlessGone(update(client, channel, each, wanted[part]));
  for (const each of stand.slice(wanted.length).reverse())
    await unlessGone(client.chat.delete({ channel, ts: each }));
  const added = await addedParts(client, { ...delivery, to: channel }, wanted, kept.length, thread ?? ts);
  return receiptOf(channel, kept.length > 0 ? [...kept, ...added] : stand, thread);
}

const update = (client: webApi.WebClient, channel: string, ts: string, post: Post | undefined) =>
  client.chat.update({ channel, ts, text: post?.text ?? '', blocks: post?.blocks ?? [] });

async function addedParts(
  client: webApi.WebClient,
  delivery: Claimed,
  posts: readonly Post[],
  from: number,
  thread: string,
): Promise<string[]> {
  if (posts.length <= from) return [];
  const held: Parts = delivery.attempts > 0 ? await inThread(client, delivery, thread) : new Map();
  const added: string[] = [];
  for (const [part, post] of posts.entries())
    if (part >= from) added.push(held.get(part) ?? (await posted(client, delivery, part, post, thread)));
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
async function arrived(client: webApi.WebClient, delivery: Claimed, count: number): Promise<Parts> {
  const thread = delivery.parent?.ts;
  if (thread !== undefined) return inThread(client, delivery, thread);
  const first = await inChannel(client, delivery);
  if (first === null) return new Map();
  const rest = count > 1 ? await inThread(client, delivery, first) : new Map<number, string>();
  return rest.set(0, first);
}

interface Found {
  readonly ts?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
}

async function inThread(client: webApi.WebClient, { to, key }: Claimed, ts: string): Promise<Parts> {
  const found: Parts = new Map();
  const pages = client.paginate('conversations.replies', {
    channel: to,
    ts,
    include_all_metadata: true,
    limit: pageSize,
  });
  for await (const page of pages) {
    for (const message of messagesOf(page)) addPart(found, message, key);
  }
  return found;
}

/** The first part, looked for from now back to where it cannot have been posted yet. */
async function inChannel(client: webApi.WebClient, { to, key, notBefore }: Claimed): Promise<string | null> {
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
