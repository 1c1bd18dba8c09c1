import { createRequire } from 'node:module';
import Parser from 'rss-parser';
import type { Draft, DraftFeed } from './draft.ts';

// rss-parser makes a snippet of each description with expressions that take seconds for 16 kB of "<" and do not end
// for 200 kB; no option switches that off, and nobody here reads the snippets.
createRequire(import.meta.url)('rss-parser/lib/utils.js').getSnippet = () => '';

/** An element as xml2js gives it: its text, its text and attributes, or something with elements inside. */
type Element = string | { readonly _?: string; readonly $?: Readonly<Record<string, string>> };

const fields = [
  'title',
  'link',
  'guid',
  'pubDate',
  'dc:date',
  'dc:creator',
  'author',
  'description',
  'itunes:author',
  'itunes:summary',
  'content:encoded',
  'feedburner:origLink',
] as const;

type Field = (typeof fields)[number];
type RawItem = { readonly [F in Field as `raw:${F}`]?: readonly Element[] };

const customFields = { item: fields.map(field => [field, `raw:${field}`, { keepArray: true }]) };

/**
 * Reads RSS that is well-formed and holds text where RSS has text. Null for all else: what rss-parser refuses, misreads
 * (markup inside a title or description loses its order) or does not see (see `beyond`).
 */
export async function ordinaryFeed(xml: string): Promise<DraftFeed | null> {
  if (beyond.test(xml) || hasOtherPrefixes(xml)) return null;
  try {
    const parser = new Parser<object, RawItem>({ defaultRSS: 2, customFields });
    const { title, items } = await parser.parseString(xml);
    const isOrdinary = items.length > 0 && items.every(isPlain) && typeof (title ?? '') === 'string';
    return isOrdinary ? { title: title?.trim() || null, items: items.map(draft) } : null;
  } catch {
    return null;
  }
}

/** Extensions that carry text, links or dates; not the links and pictures that every other feed has. */
const beyond = /\bxml:base\s*=|<(?:atom:(?!link\b)|media:(?!(?:thumbnail|content)\b)|dcterms:|xhtml:)\w/;

const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://search.yahoo.com/mrss/', 'media'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
]);

function hasOtherPrefixes(xml: string): boolean {
  const declared = xml.matchAll(/xmlns:([\w.-]+)\s*=\s*["']([^"'<]*)["']/g);
  return declared.some(([, prefix, uri = '']) => (prefixes.get(uri) ?? prefix) !== prefix);
}

/** Where an item has no link or title of its own, its other ones are worth a look. */
const isPlain = (item: RawItem): boolean =>
  item['raw:link'] !== undefined &&
  item['raw:title'] !== undefined &&
  fields.every(field => (item[`raw:${field}`] ?? []).every(isText));

const isText = (element: Element): boolean =>
  typeof element === 'string' || Object.keys(element).every(key => key === '_' || key === '$');

function draft(item: RawItem): Draft {
  const all = (field: Field): readonly Element[] => item[`raw:${field}`] ?? [];
  const first = (field: Field): string | null =>
    all(field)
      .map(textIn)
      .find(text => text !== '') ?? null;
  const [guid] = all('guid');
  return {
    id: first('guid'),
    title: first('title'),
    links: [
      unburnt(first('link'), first('feedburner:origLink')),
      isPermaLink(guid) ? whole(first('guid')) : null,
    ],
    bases: [],
    dates: [first('pubDate'), first('dc:date')],
    authors: [all('dc:creator').map(textIn).join(', '), personName(first('author')), first('itunes:author')],
    summary: first('description') ?? first('itunes:summary'),
    content: first('content:encoded'),
  };
}

const textIn = (element: Element): string =>
  (typeof element === 'string' ? element : (element._ ?? '')).trim();

/** FeedBurner's links lead to the page by way of a counter that may be gone by now. */
const unburnt = (link: string | null, origin: string | null): string | null =>
  origin && /^https?:\/\/(?:feedproxy\.google\.com|feeds\.feedburner\.com)\//.test(link ?? '')
    ? origin
    : link;

const whole = (guid: string | null): string | null => (/^https?:\/\//i.test(guid ?? '') ? guid : null);

function isPermaLink(guid: Element | undefined): boolean {
  const said = typeof guid === 'object' ? guid.$?.isPermaLink : undefined;
  return said?.trim().toLowerCase() !== 'false';
}

/** RSS has "mail (name)" or "name <mail>" for an author; the mail alone where there is no name. */
function personName(person: string | null): string | null {
  const short = person?.slice(0, 200) ?? null;
  const name = short
    ?.replace(/\S+@\S+/, ' ')
    .replace(/[()<>"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name || short;
}
