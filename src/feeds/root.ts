import { type Tag, tags } from './tags.ts';

export type Root = 'rss' | 'rdf' | 'atom' | 'html';

const roots: ReadonlyMap<string, Root> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
  ['entry', 'atom'],
  ['html', 'html'],
  ['head', 'html'],
  ['body', 'html'],
]);

export interface Start {
  readonly root: Root;
  readonly tag: Tag;
}

/** Lists of feeds and of pages have bodies and titles too. */
const others: ReadonlySet<string> = new Set(['opml', 'urlset', 'sitemapindex']);

/** A feed inside a page is a feed where its parts follow at once; a page that writes of feeds has none. */
export function rootOf(text: string): Start | null {
  let page: Start | null = null;
  let inside: Start | null = null;
  for (const tag of tags(text)) {
    if (inside && isPart(tag)) return inside;
    inside = null;
    const root = roots.get(tag.name);
    if (others.has(tag.name) && !page) return null;
    if (!root || tag.kind !== 'open' || (root === 'html' && tag.written.includes(':'))) continue;
    if (root !== 'html' && !page) return { root, tag };
    if (root === 'html') page ??= { root, tag };
    else inside = { root, tag };
  }
  return page;
}

const isPart = ({ kind, name }: Tag): boolean =>
  kind === 'open' && /^(?:channel|entry|item|title|id|link)$/.test(name);
