import { UserError } from '../core/errors.ts';
import type { Instant } from '../core/time.ts';
import { type FeedOrigin, parseFeed } from './parse.ts';

/** The `attache feed` line of a feed; dates are ISO 8601 or null. Throws a UserError for what is no feed. */
export async function feedDocument(doc: string, text: string, origin: FeedOrigin) {
  const parsed = await parseFeed(text, origin);
  if (parsed.outcome !== 'ok') throw new UserError(`${doc}: no feed could be read, ${parsed.detail}.`);
  const { title, items } = parsed;
  return { doc, title, items: items.map(item => ({ ...item, published: isoDate(item.published) })) };
}

const isoDate = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());
