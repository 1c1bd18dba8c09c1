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
    author:
      draft.authors
        .find(author => author?.trim())
        ?.replace(/\s+/g, ' ')
        .trim() ?? null,
    summary: draft.summary,
    content: draft.content,
  };
}

/** Titles come as text, as HTML and as HTML escaped twice, whatever the format says. */
export function plainTitle(title: string): string {
  const isMarkup = /<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i.test(title);
  return (isMarkup ? textOf(title) : title).replace(/\s+/g, ' ').trim();
}

function firstLink({ links, bases }: Draft, url: string | null): string | null {
  const base = bases.reduce<string | null>((outer, inner) => (inner && absolute(inner, outer)) || outer, url);
  for (const link of links) {
    const found = link?.trim() ? absolute(link.trim(), base) : null;
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
