import type { Item } from '../app/ports.ts';
import { dateIn } from './dates.ts';
import { textOf } from './text.ts';

/** An entry as a reader found it: what may be its link, date, author, each with the best first. */
export interface Draft {
  readonly id: string | null;
  readonly title: string | null;
  readonly links: readonly (string | null | undefined)[];
  /** Addresses that links are relative to, from the outermost in; each may be relative to the one before. */
  readonly bases: readonly (string | null | undefined)[];
  readonly dates: readonly (string | null | undefined)[];
  readonly authors: readonly (string | null | undefined)[];
  readonly summary: string | null;
  readonly content: string | null;
}

export interface DraftFeed {
  readonly title: string | null;
  readonly items: readonly Draft[];
}

/** The item a draft means. `url` is where the feed came from; null leaves relative links as they are. */
export function finished(draft: Draft, url: string | null): Item {
  return {
    id: draft.id,
    title: plainTitle(draft.title ?? ''),
    link: firstLink(draft, url),
    published: draft.dates.map(words => dateIn(words ?? '')).find(date => date !== null) ?? null,
    author: plainTitle(draft.authors.find(author => author?.trim()) ?? '') || null,
    summary: withoutCdata(draft.summary),
    content: withoutCdata(draft.content),
  };
}

/** Titles come as text, as HTML and as HTML escaped two or three times, whatever the format says. */
export function plainTitle(title: string): string {
  const once = isMarkup(title) ? textOf(withoutCdata(title) ?? '') : title;
  return (isMarkup(once) ? textOf(once) : once).replace(/\s+/g, ' ').trim();
}

/** A start tag alone, other than of what has no end, is something that is written about. */
const isMarkup = (title: string): boolean =>
  /<\/[a-z][^<>]*>|<(?:br|hr|img|p|wbr)\b[^<>]*>|<[a-z][^<>]*\/>|<!\[CDATA\[|&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i.test(
    title,
  );

/** CDATA that was escaped. */
const withoutCdata = (html: string | null): string | null =>
  html?.replace(/^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/, '$1') ?? null;

function firstLink({ links, bases }: Draft, url: string | null): string | null {
  const base = bases.reduce<string | null>((outer, inner) => (inner && absolute(inner, outer)) || outer, url);
  for (const link of links) {
    const found = link?.trim() ? absolute(link.trim().replace(/&amp;/gi, '&'), base) : null;
    if (found) return found;
  }
  return null;
}

/**
 * Null for what is no web address: scripts, mail, tags. Without a base a relative link stays as it is. A link that is
 * whole keeps its spelling, because items are recognised by it.
 */
function absolute(link: string, base: string | null): string | null {
  const url = URL.parse(link, base ?? undefined);
  if (!url) return base === null && !scheme.test(link) ? link : null;
  if (!/^https?:$/.test(url.protocol)) return null;
  return scheme.test(link) && /^[\x21-\x7e]+$/.test(link) ? link : url.href;
}

const scheme = /^[a-z][\w+.-]*:/i;
