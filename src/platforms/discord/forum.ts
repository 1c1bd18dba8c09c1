import {
  type APIChannel,
  type APIMessage,
  type APIThreadChannel,
  type REST,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import type { Claimed } from '../../app/ports.ts';
import { arrivedBefore, clockError, type PostPart, taken } from './history.ts';
import { limits } from './limits.ts';
import { short } from './translate.ts';

interface Tools {
  readonly rest: REST;
  readonly once: REST;
  readonly me: string;
  inTime(): void;
}

/** A post of a forum: a thread with the message that it begins with. */
interface ForumPost {
  readonly thread: string;
  readonly message: string;
}

/**
 * A delivery as a post of a forum or media channel, with its summary as the title. Such posts know no nonce, so that an
 * attempt that is not the first looks for the post among the open ones, and none is repeated by itself.
 * https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel
 */
export async function forumPost(first: PostPart, delivery: Claimed, tools: Tools): Promise<ForumPost> {
  const known = delivery.attempts > 0 ? await postedBefore(first, delivery, tools) : null;
  return known ?? begun(first, delivery, tools);
}

const titleOf = ({ message }: Claimed): string => short(message.summary, limits.threadName) || '…';

async function begun(first: PostPart, delivery: Claimed, { once }: Tools): Promise<ForumPost> {
  const { nonce: _, enforce_nonce: _enforced, ...message } = first;
  const body = { name: titleOf(delivery), auto_archive_duration: 10_080, message };
  const made = (await once.post(Routes.threads(delivery.to), { body })) as Partial<Begun>;
  if (!made.id) throw new Error('the answer names no post');
  return { thread: made.id, message: made.message?.id ?? made.id };
}

type Begun = APIThreadChannel & { readonly message?: APIMessage };

async function postedBefore(first: PostPart, delivery: Claimed, tools: Tools): Promise<ForumPost | null> {
  for (const thread of await ownPosts(delivery, tools)) {
    const message = taken(await arrivedBefore(thread, delivery, tools), first);
    if (message) return { thread, message };
  }
  return null;
}

/** Our posts of that title since the delivery was due. */
async function ownPosts(delivery: Claimed, { rest, me }: Tools): Promise<string[]> {
  const forum = (await rest.get(Routes.channel(delivery.to))) as APIChannel;
  if (!('guild_id' in forum) || !forum.guild_id) return [];
  const { threads } = (await rest.get(Routes.guildActiveThreads(forum.guild_id))) as {
    readonly threads: readonly APIThreadChannel[];
  };
  const since = delivery.notBefore - clockError;
  return threads
    .filter(each => each.parent_id === delivery.to && each.owner_id === me && each.name === titleOf(delivery))
    .filter(({ id }) => SnowflakeUtil.timestampFrom(id) >= since)
    .map(({ id }) => id);
}
