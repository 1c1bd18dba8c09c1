import { UserError } from '../core/errors.ts';
import type { Instant } from '../core/time.ts';
import { type FeedOrigin, type ParseFailure, parseFeed } from './parse.ts';

/** The `attache feed` line of a feed; dates are ISO 8601 or null. Throws a UserError for what is no feed. */
export async function feedDocument(doc: string, text: string, origin: FeedOrigin) {
  const parsed = await parseFeed(text, origin);
  if (parsed.outcome !== 'ok')
    throw new UserError(`${doc}: no feed could be read, ${parsed.detail}.${offer(parsed)}`);
  const { title, items } = parsed;
  return { doc, title, items: items.map(item => ({ ...item, published: isoDate(item.published) })) };
}

function offer({ advertised = [] }: ParseFailure): string {
  const [one, ...more] = advertised;
  if (!one) return '';
  return more.length > 0 ? ` It names these feeds: ${advertised.join(' ')}` : ` It names this feed: ${one}`;
}

const isoDate = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());
