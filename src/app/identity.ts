import type { Feed } from '../core/feed.ts';
import type { Found } from '../core/statement.ts';
import type { Item } from './ports.ts';

/** SHA-256 of a text encoded as UTF-8, in lower-case hexadecimal. */
export type Hash = (text: string) => string;

/** Parameters that say how a reader came, not what is read. */
const tracking =
  /^(?:utm_\w*|[a-z]*clid|gbraid|wbraid|igshid|igsh|xtor|at_\w+|ns_\w+|mc_\w+|mkt_tok|cmp|cmpid|icid|ito|ref|ref_\w*|rss|ocid|smid|ftag|wt_z?mc|_ga|_gl|__twitter_impression|amp|outputtype)$/i;
/** These may say either: they are left out where they name a feed. */
const ways = /^(?:source|from|via|origin|partner|campaign|medium|feed)$/i;

/**
 * A link as it is compared: without scheme, fragment, tracking parameters, final slash, `www.` and its like, and out of
 * the wrappings of AMP and Google. A feed that moves to https or changes its campaign tags names the same article.
 */
export function canonicalLink(link: string): string {
  const url = unwrapped(link);
  if (!url) return link;
  const kept = [...url.searchParams]
    .filter(([name, value]) => !tracking.test(name) && !(ways.test(name) && /rss|feed/i.test(value)))
    .sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1));
  const query = new URLSearchParams(kept).toString();
  return `${host(url)}${path(url)}${query && `?${query}`}`;
}

/** `www.post.example`, `m.post.example` and `amp.post.example` are one, but `m.tv` is `m.tv`. */
const host = ({ host }: URL): string => host.replace(/^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/, '');

const path = ({ pathname }: URL): string =>
  pathname
    .replace(/%[0-9a-f]{2}/gi, escaped => escaped.toUpperCase())
    .replace(/\/(?:index\.(?:html?|php))?$/i, '')
    .replace(/\.amp(?=\.html?$|$)/i, '')
    .replace(/\/amp$/i, '')
    .replace(/\/+$/, '');

/** https://developers.google.com/amp/cache/amp-cache-urls; Google's alerts and news wrap links in `/url?url=`. */
function unwrapped(link: string): URL | null {
  const url = URL.parse(link);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  if (/(^|\.)google\.[a-z.]+$/.test(url.hostname)) {
    const within = url.pathname === '/url' && (url.searchParams.get('url') ?? url.searchParams.get('q'));
    const [, amp] = /^\/amp\/(?:s\/)?(.+)$/.exec(url.pathname) ?? [];
    return URL.parse(within || (amp ? `https://${amp}${url.search}` : link));
  }
  const [, cached] = url.hostname.endsWith('ampproject.org')
    ? (/^\/[a-z]\/(?:s\/)?(.+)$/.exec(url.pathname) ?? [])
    : [];
  return cached ? URL.parse(`https://${cached}${url.search}`) : url;
}

/**
 * What the items of one document are recognised by: their links, the ids that the feed gives them, and their words. One
 * known key makes a known article, so a new id, a new link or a new date alone make no new one.
 */
export function identityKeys(items: readonly Item[], { outlet }: Feed): string[][] {
  const shared = sharedLinks(items);
  return items.map(item => {
    const { link, id } = item;
    const address = link && canonicalLink(link);
    const words = wordsOf(item);
    const keys = [
      address?.includes('/') && !shared.has(address) && `link:${address}`,
      id && `id:${outlet}:${comparedId(id)}`,
      words.length >= tellingWords && `words:${outlet}:${words.slice(0, comparedWords).join(' ')}`,
    ];
    const found = keys.filter((key): key is string => Boolean(key));
    return found.length > 0 ? found : [`title:${outlet}:${item.title}:${item.published ?? ''}`];
  });
}

/** So many words are no coincidence between two articles of one outlet; more than so many make no difference. */
const tellingWords = 20;
const comparedWords = 300;

/** Ids that are addresses change like links do; their fragments may be all that tells the posts of a live page apart. */
function comparedId(id: string): string {
  const [, fragment = ''] = id.split('#', 2);
  return /^https?:/i.test(id) ? `${canonicalLink(id)}${fragment && `#${fragment}`}` : id;
}

/** Links that items with different titles have in common (a live page, a rubric) say nothing about any of them. */
function sharedLinks(items: readonly Item[]): ReadonlySet<string> {
  const titles = new Map<string, string>();
  const shared = new Set<string>();
  for (const { link, title } of items) {
    if (!link) continue;
    const address = canonicalLink(link);
    const words = wordsIn(title).join(' ');
    if ((titles.get(address) ?? words) !== words) shared.add(address);
    titles.set(address, words);
  }
  return shared;
}

/** An item's title and what the feed says of it, without markup. */
const wordsOf = ({ title, summary, content }: Item): string[] =>
  [title, summary ?? '', content ?? ''].flatMap(wordsIn);

const wordsIn = (html: string): string[] =>
  html
    .slice(0, 100_000)
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** How an item looks in its feed, in a few signs: another look may be an edit of the article. */
export const lookOf = (item: Item, hash: Hash): string => hash(wordsOf(item).join(' ')).slice(0, 24);

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
