import { type APIMessage, type Client, MessageFlags, type REST, Routes } from 'discord.js';
import type { Log, Reply } from '../../app/ports.ts';
import { code, isRefused, isUncertain } from './failures.ts';
import { part, textOf } from './history.ts';
import { limits } from './limits.ts';
import { fitted } from './markdown.ts';
import type { Post } from './render.ts';

/** What is answered. */
interface Answered {
  readonly id: string;
  readonly applicationId: string;
  readonly token: string;
  readonly channelId: string | null;
  readonly client: Client;
}

interface Tools {
  /** Repeats nothing: discord.js would post a part again that Discord may have taken. */
  readonly answers: REST;
  readonly log: Log;
}

/** Discord takes what belongs to an interaction for 15 minutes. */
export const isExpired = (error: unknown): boolean =>
  isRefused(error, code.invalidWebhookToken, code.unknownWebhook);

/** Posts the further parts of an answer, each after the one before it has arrived. */
export async function followUp(
  answered: Answered,
  posts: readonly Post[],
  visibility: Reply['visibility'],
  tools: Tools,
): Promise<void> {
  const flags = visibility === 'private' ? MessageFlags.Ephemeral : 0;
  for (const [i, post] of posts.entries()) {
    try {
      await postPart(answered, { ...post, flags: (post.flags ?? 0) | flags }, tools);
    } catch (error) {
      if (!isExpired(error)) throw error;
      return postLate(answered, posts.slice(i), visibility, tools);
    }
  }
}

/**
 * Interactions know no nonce (https://github.com/discord/discord-api-docs/pull/6647). Where it is uncertain whether a part
 * arrived, the channel is looked at; where nobody can know, it is posted again and says so: nothing is lost, and what
 * stands there twice is explained.
 */
async function postPart(answered: Answered, post: Post, { answers }: Tools): Promise<void> {
  const { applicationId, token } = answered;
  const send = (body: Post) => answers.post(Routes.webhook(applicationId, token), { body, auth: false });
  try {
    await send(post);
  } catch (error) {
    if (!isUncertain(error)) throw error;
    const arrived = await hasArrived(answered, post);
    if (arrived !== true) await send(arrived === false ? post : again(post));
  }
}

/** Whether a part stands in the channel; null where that cannot be seen: private parts, history that is not ours to read. */
async function hasArrived({ id, channelId, client }: Answered, post: Post): Promise<boolean | null> {
  if (channelId === null || (post.flags ?? 0) & MessageFlags.Ephemeral) return null;
  try {
    const query = new URLSearchParams({ after: id, limit: '100' });
    const since = (await client.rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
    const ours = since.filter(({ interaction_metadata }) => interaction_metadata?.id === id);
    if (ours.some(each => textOf(each) === textOf(post))) return true;
    // Where not even the first part is there, the history is not shown to us.
    return ours.length > 0 ? false : null;
  } catch {
    return null;
  }
}

const again = (post: Post): Post => ({
  ...post,
  content: fitted([`${repeated}\n`, post.content ?? ''], limits.content),
});

const repeated = '-# Once more: Discord did not say whether this part arrived.';

/**
 * What comes too late for the interaction goes into the channel if it is for all; what is for one person can be shown
 * nowhere else.
 */
export async function postLate(
  { id, channelId, client }: Answered,
  posts: readonly Post[],
  visibility: Reply['visibility'],
  { log }: Tools,
): Promise<void> {
  log.warn('discord answer late', { interaction: id, parts: posts.length, visibility });
  if (visibility === 'private' || channelId === null) return;
  for (const [i, post] of posts.entries()) {
    await client.rest.post(Routes.channelMessages(channelId), { body: part(post, id, i) });
  }
}
