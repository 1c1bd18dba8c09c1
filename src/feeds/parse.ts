/*
 * Who reads what. The markup is mended before any reader sees it (markup.ts), and that decides: of the 4,305 single
 * expectations of test/fixtures/feeds (corpus.test.ts), all decoded alike, so many are met
 *
 *   by rss-parser on ordinary RSS, by feedsmith on the rest, item by item where both refuse    4,300
 *   by feedsmith alone, item by item where it refuses                                          4,299
 *
 * rss-parser by itself read 27 of the first 60 documents with items right in every field, feedsmith 46. So rss-parser
 * reads RSS that is well-formed and plain, which is most of it, and feedsmith what that leaves: Atom, RDF and JSON Feed
 * (rss-parser takes XHTML apart: "One <b>two</b> three" becomes "One  three two", fatal for quotations), RSS with markup
 * or prefixes of its own, and what is ill-formed.
 */
import type { Item } from '../app/ports.ts';
import type { PollFailure } from '../core/feed.ts';
import { type DraftFeed, finished, plainTitle } from './draft.ts';
import { insteadOfFeed, webPage } from './instead.ts';
import { feedMarkup, feedParts } from './markup.ts';
import { ordinaryFeed } from './ordinary.ts';
import { jsonFeed, otherFeed } from './other.ts';

export interface ParsedFeed {
  readonly outcome: 'ok';
  /** `''` where the feed has none. */
  readonly title: string;
  /** In the order of the document, at most 1,000. */
  readonly items: readonly Item[];
}

export interface ParseFailure {
  readonly outcome: Extract<PollFailure, 'empty' | 'html-instead-of-feed' | 'too-large' | 'parse-error'>;
  /** What was seen, in words for a person. */
  readonly detail: string;
  /** The feeds that a web page names instead of being one. */
  readonly advertised?: readonly string[];
}

export interface FeedOrigin {
  /** Where the document came from; relative links are relative to it. Null or `''` leaves them as they are. */
  readonly url: string | null;
  readonly contentType: string | null;
}

const characterLimit = 5_000_000;
const itemLimit = 1_000;

/** Reads RSS 0.9x to 2.0, RDF, Atom and JSON Feed, ill-formed ones included. */
export async function parseFeed(
  text: string,
  { url, contentType }: FeedOrigin,
): Promise<ParsedFeed | ParseFailure> {
  const document = trimmed(text.slice(0, characterLimit + 1));
  if (document === '') return { outcome: 'empty', detail: 'the answer is empty' };
  if (document.length > characterLimit) return tooLarge;
  const isJson = document.startsWith('{') || document.startsWith('[');
  const found = isJson ? jsonFeed(document, itemLimit) : await xmlFeed(document);
  if (found === null) return noFeed(document, isJson, { url, contentType });
  if (found === 'html') return pageInstead(document, url);
  const items = found.items.map(item => finished(item, url || null));
  return { outcome: 'ok', title: plainTitle(found.title ?? ''), items };
}

const tooLarge: ParseFailure = { outcome: 'too-large', detail: 'the feed is larger than 5 MB' };
/** Without the spaces, byte order marks and zeros (what is left of buffers) around a document. */
function trimmed(text: string): string {
  const start = text.search(/[^\s\0\ufeff]/);
  let end = text.length;
  while (end > 0 && /[\s\0]/.test(text[end - 1] ?? '')) end -= 1;
  return start < 0 ? '' : text.slice(start, end);
}

function pageInstead(html: string, url: string | null): ParseFailure {
  const { kind, advertised } = webPage(html, url);
  return { outcome: 'html-instead-of-feed', detail: `the answer is ${kind}`, advertised };
}

function noFeed(document: string, isJson: boolean, { url, contentType }: FeedOrigin): ParseFailure {
  if (isJson) return { outcome: 'parse-error', detail: 'the answer is JSON, but no JSON Feed' };
  if (/^text\/html\b/i.test(contentType ?? '')) return pageInstead(document, url);
  return { outcome: 'parse-error', detail: `the answer is ${insteadOfFeed(document)}` };
}

async function xmlFeed(document: string): Promise<DraftFeed | 'html' | null> {
  const markup = feedMarkup(document, itemLimit);
  if (markup === 'html') return markup;
  const ordinary = markup?.root === 'rss' && !markup.base ? await ordinaryFeed(markup.xml) : null;
  const found = ordinary ?? (markup && otherFeed(markup)) ?? salvagedFeed(document);
  return found?.items.length ? found : (spacedFeed(document) ?? found);
}

/** "< item >" is no tag to anybody; a document that is a feed without the spaces was meant to be one. */
function spacedFeed(document: string): DraftFeed | null {
  const close = document.replace(
    /<\s?(\/?)\s?(?=(?:rss|channel|item|title|link|description|feed|entry)\b)/gi,
    '<$1',
  );
  if (close === document) return null;
  const markup = feedMarkup(close, itemLimit);
  return markup && markup !== 'html' ? otherFeed(markup) : null;
}

/** Item by item. Null where not even one can be read. */
function salvagedFeed(document: string): DraftFeed | null {
  const parts = feedParts(document, itemLimit);
  if (parts.length < 2) return null;
  const [head, ...items] = parts.map(part => {
    const markup = feedMarkup(part, 1);
    return markup === 'html' ? null : markup && otherFeed(markup);
  });
  const drafts = items
    .flatMap(part => part?.items ?? [])
    .filter(({ title, links }) => title ?? links.find(Boolean));
  return drafts.length > 0 ? { title: head?.title ?? null, items: drafts } : null;
}
