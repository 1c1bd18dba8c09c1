import { createHash } from 'node:crypto';
import { type APIMessage, type REST, Routes } from 'discord.js';
import type { Claimed } from '../../app/ports.ts';
import { minute } from '../../core/time.ts';
import { code, isRefused } from './failures.ts';
import { limits } from './limits.ts';
import type { Post } from './render.ts';

/** One message of a delivery, with what lets Discord recognise it when it is sent again. */
export type PostPart = Post & { readonly nonce: string; readonly enforce_nonce: true };

/**
 * For a few minutes Discord answers a nonce it knows with the message it already has, whatever the attempt.
 * https://discord.com/developers/docs/resources/message#create-message
 */
export function part(post: Post, key: string, index: number): PostPart {
  const nonce = createHash('sha256').update(`${key}\n${index}`).digest('base64url').slice(0, limits.nonce);
  return { ...post, nonce, enforce_nonce: true };
}

interface Tools {
  readonly rest: REST;
  /** The bot's own user id. */
  readonly me: string;
  /** Throws when there is no time left for another call. */
  inTime(): void;
}

/** How far Discord's clock may be from ours. */
export const clockError = 2 * minute;
const pageSize = 100;
/** In a place where others have written more since, the nonce alone protects. */
const mostPages = 20;

/**
 * Our messages in a place since the delivery was due, the first at the beginning, for an attempt that is not the first: how
 * long ago that was is not known, so its nonce may be forgotten. What stands before the last message of an earlier
 * delivery to the place is not ours: deliveries to a place keep their order. A place whose history we may not read has
 * none for us.
 */
export async function arrivedBefore(
  channel: string,
  delivery: Claimed,
  { rest, me, inTime }: Tools,
): Promise<APIMessage[]> {
  if (delivery.attempts === 0) return [];
  const own: APIMessage[] = [];
  let after = earliest(channel, delivery);
  try {
    for (let page = 0; page < mostPages; page++) {
      inTime();
      const query = new URLSearchParams({ limit: String(pageSize), after: String(after) });
      const found = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
      own.push(...found.filter(({ author }) => author.id === me).reverse());
      after = BigInt(found[0]?.id ?? after);
      if (found.length < pageSize) break;
    }
    return own;
  } catch (error) {
    if (isRefused(error, code.missingAccess, code.missingPermissions)) return [];
    throw error;
  }
}

/** The id after which a delivery can stand: ids hold their time, https://discord.com/developers/docs/reference#snowflakes. */
function earliest(channel: string, { notBefore, after }: Claimed): bigint {
  const due = BigInt(Math.max(0, notBefore - clockError - discordEpoch)) << 22n;
  const last = after?.channel === channel ? BigInt(after.last ?? after.message ?? 0) : 0n;
  return last > due ? last : due;
}

const discordEpoch = 1_420_070_400_000;

/**
 * Takes the message that is this part out of those that arrived. History need not repeat nonces; where it does not, equal
 * text counts.
 */
export function taken(arrived: APIMessage[], part: PostPart): string | null {
  const index = arrived.findIndex(({ nonce, ...each }) =>
    nonce === undefined || nonce === null ? textOf(each) === textOf(part) : nonce === part.nonce,
  );
  return index < 0 ? null : (arrived.splice(index, 1)[0]?.id ?? null);
}

/** The words of a message, to compare it with another. */
export function textOf({ content = '', embeds = [] }: Pick<Post, 'content' | 'embeds'>): string {
  const shown = embeds.map(({ title = '', description = '', fields = [] }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return JSON.stringify([content, ...shown]);
}
