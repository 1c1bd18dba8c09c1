import { type APIDMChannel, type APIMessage, MessageFlags, type REST, Routes } from 'discord.js';
import type { Claimed, Log, Receipt } from '../../app/ports.ts';
import type { Audience } from '../../core/desk.ts';
import { DeliveryError } from '../../core/errors.ts';
import { code, deliveryError, isRefused, reason } from './failures.ts';
import { forumPost } from './forum.ts';
import { arrivedBefore, type PostPart, part, taken } from './history.ts';
import { limits } from './limits.ts';
import { render } from './render.ts';
import { short } from './translate.ts';

export interface Discord {
  readonly rest: REST;
  /** Repeats nothing, for what Discord would do twice. */
  readonly once: REST;
  /** The bot's own user id. */
  readonly me: string;
  readonly audiences: readonly Audience[];
  readonly log: Log;
}

interface DeliveryTools extends Discord {
  /** Throws when so much time has passed that the lease of the delivery might not outlast another call. */
  inTime(): void;
}

/** Where a delivery can stand: finds the channel's id, and says what makes the first part a reply. */
interface Place {
  channel(): Promise<string>;
  readonly replyTo: string | null;
}

/** In the order in which they are tried. */
type Places = readonly [Place, ...Place[]];

/**
 * Posts a delivery, in several messages where it is too long for one, or changes those of an earlier one. The receipt
 * names the first of them, `more` the others, and `name` what a thread under it is to be called. Rejects with a
 * DeliveryError.
 */
export async function deliver(delivery: Claimed, discord: Discord): Promise<Receipt> {
  const tools = { ...discord, inTime: deadline() };
  const parts = render(delivery.message, tools.audiences).map((post, i) => part(post, delivery.key, i));
  const name = short(delivery.message.summary, limits.threadName);
  try {
    if (delivery.target) return await changed(parts, delivery.target, delivery, tools);
    return { ...(await posted(parts, delivery, tools)), name };
  } catch (error) {
    throw error instanceof DeliveryError ? error : deliveryError(error, delivery.to);
  }
}

/**
 * After which no further call is begun, in milliseconds. One call may take 40 s: three tries of ten, and ten of waiting. With
 * the 20 s that a delivery may have waited for its turn that is less than its lease.
 */
const patience = 25_000;

function deadline(): () => void {
  const begun = performance.now();
  return () => {
    if (performance.now() - begun > patience)
      throw new DeliveryError('Discord answers so slowly that the rest follows in another attempt', {});
  };
}

/** In a channel; in one that takes no messages, because it is a forum, as a post of its own. */
async function posted(parts: readonly PostPart[], delivery: Claimed, tools: DeliveryTools): Promise<Receipt> {
  try {
    return await postWhereAllowed(parts, placesOf(delivery, tools), delivery, tools);
  } catch (error) {
    const [first, ...rest] = parts;
    if (!first || delivery.parent || !isRefused(error, code.notATextChannel)) throw error;
    return postInForum(first, rest, delivery, tools).catch(refusal => {
      throw isRefused(refusal, code.wrongChannelType) ? error : refusal;
    });
  }
}

async function postInForum(
  first: PostPart,
  rest: readonly PostPart[],
  delivery: Claimed,
  tools: DeliveryTools,
): Promise<Receipt> {
  const { thread, message } = await forumPost(first, delivery, tools);
  const itself: Place = { channel: async () => thread, replyTo: null };
  const more = rest.length > 0 ? idsOf(await postAll(rest, itself, delivery, tools)) : [];
  return { ...receiptOf(thread, [message, ...more]), forum: delivery.to };
}

async function postWhereAllowed(
  parts: readonly PostPart[],
  [place, ...others]: Places,
  delivery: Claimed,
  tools: DeliveryTools,
): Promise<Receipt> {
  try {
    return await postAll(parts, place, delivery, tools);
  } catch (error) {
    const [next, ...rest] = others;
    if (!next || !isRefused(error, ...otherPlace)) throw error;
    tools.log.warn('discord thread refused', { key: delivery.key, reason: reason(error) });
    return postWhereAllowed(parts, [next, ...rest], delivery, tools);
  }
}

/** Refusals of one place that another may not have. */
const otherPlace = [
  code.unknownChannel,
  code.unknownMessage,
  code.missingAccess,
  code.missingPermissions,
  code.wrongChannelType,
  code.threadArchived,
  code.noHistoryForReply,
  code.threadLocked,
  code.tooManyThreads,
];

/** A thread under the parent; where the server does not allow that, a reply to it; at worst, the channel itself. */
function placesOf({ to, parent }: Claimed, { rest }: Discord): Places {
  const itself: Place = { channel: () => roomOf(rest, to), replyTo: null };
  const { channel, message, name = '', forum } = parent ?? {};
  if (!channel || !message) return [itself];
  if (forum) return [{ channel: async () => channel, replyTo: null }];
  const thread: Place = { channel: () => startThread(rest, channel, message, name), replyTo: null };
  return [thread, { channel: async () => channel, replyTo: message }, itself];
}

/**
 * A person's direct messages have a channel, which is opened first; asked again, Discord names the same one.
 * https://discord.com/developers/docs/resources/user#create-dm
 */
async function roomOf(rest: REST, to: string): Promise<string> {
  const [, person] = /^user:(\d+)$/.exec(to) ?? [];
  if (person === undefined) return to;
  const body = { recipient_id: person };
  const { id } = (await rest.post(Routes.userChannels(), { body })) as Partial<APIDMChannel>;
  if (!id) throw new Error('the answer names no channel');
  return id;
}

/** The thread of a message; a thread started from a message has its id. */
async function startThread(rest: REST, channel: string, message: string, name: string): Promise<string> {
  try {
    await rest.post(Routes.threads(channel, message), {
      body: { name: name || '…', auto_archive_duration: 1_440 },
    });
  } catch (error) {
    if (!isRefused(error, code.threadExists)) throw error;
  }
  return message;
}

async function postAll(
  parts: readonly PostPart[],
  { channel, replyTo }: Place,
  delivery: Claimed,
  tools: DeliveryTools,
): Promise<Receipt> {
  const where = await channel();
  const arrived = await arrivedBefore(where, delivery, tools);
  const ids: string[] = [];
  for (const part of parts) {
    const reply = replyTo && ids.length === 0 ? { message_reference: referenceTo(replyTo) } : {};
    ids.push(taken(arrived, part) ?? (await postOne(where, { ...part, ...reply }, tools)));
  }
  return { ...receiptOf(where, ids), last: ids.at(-1) ?? '' };
}

const receiptOf = (channel: string, [message = '', ...more]: readonly string[]): Receipt => ({
  channel,
  message,
  ...(more.length > 0 ? { more: more.join(' ') } : {}),
});

const idsOf = ({ message = '', more = '' }: Receipt): string[] => [
  message,
  ...more.split(' ').filter(Boolean),
];

/** Puts a message in place of another, part by part: a longer one gets further parts, of a shorter one the rest goes. */
async function changed(
  parts: readonly PostPart[],
  target: Receipt,
  delivery: Claimed,
  tools: DeliveryTools,
): Promise<Receipt> {
  const { channel = '', message: _, more: _more, ...known } = target;
  const stand = idsOf(target);
  const wanted = delivery.change?.how === 'remove' ? [] : parts;
  const kept = stand.slice(0, wanted.length);
  for (const [i, id] of kept.entries())
    await inOpenThread(tools.rest, channel, () => edit(tools.rest, channel, id, wanted[i] as PostPart));
  for (const id of stand.slice(wanted.length).reverse())
    await inOpenThread(tools.rest, channel, () => tools.rest.delete(Routes.channelMessage(channel, id)));
  const further = wanted.slice(kept.length);
  if (further.length === 0) return { ...known, ...receiptOf(channel, kept.length > 0 ? kept : stand) };
  const here: Place = { channel: async () => channel, replyTo: null };
  const added = await postAll(further, here, delivery, tools);
  return { ...known, ...receiptOf(channel, [...kept, ...idsOf(added)]) };
}

/** The nonce of a post means nothing to an edit, and an edit notifies nobody, so that it need not be silent. */
function edit(rest: REST, channel: string, message: string, part: PostPart): Promise<unknown> {
  const { content = '', embeds = [], components = [], flags = 0 } = part;
  const kept = flags & MessageFlags.SuppressEmbeds ? { flags: MessageFlags.SuppressEmbeds } : {};
  const body = { ...kept, content, embeds, components, allowed_mentions: { parse: [] } };
  return rest.patch(Routes.channelMessage(channel, message), { body });
}

/** What somebody deleted stays deleted; a thread that Discord has put away is taken out again. */
async function inOpenThread(rest: REST, channel: string, change: () => Promise<unknown>): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (isRefused(error, code.unknownMessage)) return;
    if (!isRefused(error, code.threadArchived)) throw error;
    await rest.patch(Routes.channel(channel), { body: { archived: false } });
    await change();
  }
}

const referenceTo = (message: string) => ({ message_id: message, fail_if_not_exists: false });

async function postOne(channel: string, body: PostPart, { rest, inTime }: DeliveryTools): Promise<string> {
  inTime();
  const { id } = (await rest.post(Routes.channelMessages(channel), { body })) as Partial<APIMessage>;
  if (!id) throw new Error('the answer names no message');
  return id;
}
