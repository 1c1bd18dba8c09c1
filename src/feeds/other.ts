import {
  type AtomFeed,
  type JsonFeed,
  type MediaNs,
  parseAtomFeed,
  parseJsonFeed,
  parseRdfFeed,
  parseRssFeed,
  type RdfFeed,
  type RssFeed,
} from 'feedsmith';
import type { Draft, DraftFeed } from './draft.ts';
import { jsonIn } from './json.ts';
import type { FeedMarkup } from './markup.ts';

/** feedsmith looks for the end of every bracket in a person: 40 kB of "(" take it 6.6 s, more with the square. */
const endlessPerson = /<(?:author|managingEditor|webMaster)\b[^<>]*>(?:[^<]|<(?!\/)){500}/i;

/** Reads RSS, RDF and Atom with feedsmith. Null for what it refuses. */
export function otherFeed({ root, xml, base }: FeedMarkup): DraftFeed | null {
  if (root === 'rss' && endlessPerson.test(xml)) return null;
  try {
    switch (root) {
      case 'atom':
        return atomFeed(parseAtomFeed(xml));
      case 'rdf':
        return rdfFeed(parseRdfFeed(xml));
      case 'rss':
        return rssFeed(parseRssFeed(xml), base);
    }
  } catch {
    return null;
  }
}

/** Reads a JSON Feed. Null for other JSON and for what is none. */
export function jsonFeed(text: string, itemLimit: number): DraftFeed | null {
  try {
    const { title, items = [], authors = [] } = parseJsonFeed<string>(jsonIn(text), { maxItems: itemLimit });
    return { title: title ?? null, items: items.map(item => jsonDraft(item, authors)) };
  } catch {
    return null;
  }
}

function jsonDraft(item: JsonFeed.Item<string>, feedAuthors: readonly JsonFeed.Author[]): Draft {
  const { id, title, url, external_url, content_html, content_text, summary, date_published, date_modified } =
    item;
  return {
    id: id ?? null,
    title: title ?? null,
    links: [url, external_url, address(id)],
    bases: [],
    dates: [date_published, date_modified],
    authors: [joined(item.authors), joined(feedAuthors)],
    summary: summary ?? null,
    content: content_html ?? content_text ?? null,
  };
}

function rssFeed({ title, xml, items = [] }: RssFeed.Feed<string>, channelBase: string | null): DraftFeed {
  return { title: title ?? null, items: items.map(item => rssDraft(item, [xml?.base, channelBase])) };
}

function rssDraft(item: RssFeed.Item<string>, bases: Draft['bases']): Draft {
  const { guid, atom, dc, dcterms, itunes, media, content } = item;
  const permalink = guid?.isPermaLink === false ? null : guid?.value;
  return {
    id: guid?.value ?? atom?.id ?? null,
    title: item.title ?? atom?.title?.value ?? dc?.titles?.[0] ?? mediaText(media, 'title'),
    links: [item.link, address(permalink), ...atomLinks(atom?.links)],
    bases: [...bases, item.xml?.base],
    dates: [item.pubDate, ...dublinDates(item), atom?.published, atom?.updated],
    authors: [
      named(dc?.creators),
      joined(item.authors),
      joined(atom?.authors),
      named(dcterms?.creators),
      itunes?.author,
    ],
    summary:
      item.description ??
      atom?.summary?.value ??
      dc?.descriptions?.[0] ??
      itunes?.summary ??
      mediaText(media, 'description'),
    content: content?.encoded ?? atom?.content?.value ?? null,
  };
}

function rdfFeed({ title, xml, items = [] }: RdfFeed.Feed<string>): DraftFeed {
  return { title: title ?? null, items: items.map(item => rdfDraft(item, xml?.base)) };
}

function rdfDraft(item: RdfFeed.Item<string>, base: string | undefined): Draft {
  const { title, link, description, rdf, dc, content } = item;
  return {
    id: rdf?.about ?? null,
    title: title ?? dc?.titles?.[0] ?? null,
    links: [link, address(rdf?.about) ?? (rdf?.about?.includes(':') ? null : rdf?.about)],
    bases: [base, item.xml?.base],
    dates: dublinDates(item),
    authors: [named(dc?.creators)],
    summary: description ?? dc?.descriptions?.[0] ?? null,
    content: content?.encoded ?? null,
  };
}

function atomFeed({ title, xml, entries = [], authors }: AtomFeed.Feed<string>): DraftFeed {
  return {
    title: title?.value ?? null,
    items: entries.map(entry => atomDraft(entry, xml?.base, joined(authors))),
  };
}

function atomDraft(
  entry: AtomFeed.Entry<string>,
  base: string | undefined,
  feedAuthors: string | null,
): Draft {
  const { id, title, links, published, updated, authors, dc, media, source, summary, content } = entry;
  return {
    id: id ?? null,
    title: title?.value ?? mediaText(media, 'title'),
    links: [...atomLinks(links), content?.src, address(id)],
    bases: [base, entry.xml?.base],
    dates: [published, ...dublinDates(entry), updated],
    authors: [joined(authors), named(dc?.creators), joined(source?.authors), feedAuthors],
    summary: summary?.value ?? mediaText(media, 'description'),
    content: isWords(content?.type) ? (content?.value ?? null) : null,
  };
}

/** Atom puts pictures and the like into content in base64. */
const isWords = (type = 'text'): boolean => !type.includes('/') || /^text\/|\bx?html|\+?xml$/i.test(type);

/** An id may be an address, one that is not has nothing to open. */
const address = (id: string | null | undefined): string | null =>
  /^\s*https?:\/\//i.test(id ?? '') ? (id ?? null) : null;

/** The page the entry is about: an alternate in HTML, any alternate, then whatever is not the feed's own machinery. */
function atomLinks(links: readonly AtomFeed.Link<string>[] = []): string[] {
  // RFC 4287 4.2.7.2: the name of a relation may be written as an address too.
  const alternates = links.filter(
    ({ rel }) => !rel || /^(?:http:\/\/www\.iana\.org\/assignments\/relation\/)?alternate$/i.test(rel),
  );
  const pages = alternates.filter(({ type }) => !type || type.includes('html'));
  const others = links.filter(({ rel }) => rel === 'related' || rel === 'via');
  return [...pages, ...alternates, ...others].flatMap(({ href }) => href ?? []);
}

const dublinDates = ({
  dc,
  dcterms,
}: Pick<RssFeed.Item<string>, 'dc' | 'dcterms'>): (string | undefined)[] => [
  ...(dc?.dates ?? []),
  ...(dcterms?.issued ?? []),
  ...(dcterms?.created ?? []),
];

function mediaText(media: MediaNs.ItemOrFeed | undefined, field: 'title' | 'description'): string | null {
  return media?.[field]?.value ?? media?.groups?.[0]?.[field]?.value ?? null;
}

interface Person {
  readonly name?: string;
  readonly email?: string;
}

/** The names; addresses of those who have none where nobody has one. */
function joined(people: readonly Person[] = []): string | null {
  return named(people.flatMap(({ name }) => name ?? [])) ?? named(people.flatMap(({ email }) => email ?? []));
}

const named = (names: readonly string[] = []): string | null => names.join(', ') || null;
