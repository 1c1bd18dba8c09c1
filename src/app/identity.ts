import type { Feed } from '../core/feed.ts';
import type { Found } from '../core/statement.ts';
import type { Item } from './ports.ts';

/** SHA-256 of a text encoded as UTF-8, in lower-case hexadecimal. */
export type Hash = (text: string) => string;

/** Parameters that say how a reader came, not what is read. */
const tracking = /^(utm_|fbclid|gclid|xtor|at_|ref$|ref_|cmp|ns_|mc_|rss$)/i;

/**
 * A link as it is compared: without scheme, `www.`, fragment, tracking parameters and a final slash. A feed that
 * moves to https or changes its campaign tags names the same article.
 */
export function canonicalLink(link: string): string {
  const url = URL.parse(link);
  if (!url) return link;
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name)).sort();
  const query = new URLSearchParams(kept).toString();
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.host.replace(/^www\./, '')}${path}${query && `?${query}`}`;
}

/** What an item is recognised by: its link, and the id its feed gives it. One known key makes a known article. */
export function identityKeys(item: Item, feed: Feed): string[] {
  const keys = [item.link && `link:${canonicalLink(item.link)}`, item.id && `id:${feed.outlet}:${item.id}`];
  const known = keys.filter((key): key is string => Boolean(key));
  return known.length > 0 ? known : [`title:${feed.outlet}:${item.title}:${item.published ?? ''}`];
}

/** Crockford's alphabet: no letter that looks like a digit. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** The eight signs by which people name a statement: the same article and place always give the same. */
export function refOf(articleId: string, { content }: Found, hash: Hash): string {
  const places = content.map(({ start, end }) => `${start}-${end}`).join(',');
  const digest = hash(`${articleId} ${places}`);
  return Array.from(
    { length: 8 },
    (_, i) => letters[Number.parseInt(digest.slice(2 * i, 2 * i + 2), 16) % 32],
  ).join('');
}
