import type { FeedFinder, FeedLook, Item } from '../app/ports.ts';
import { decoded } from './decode.ts';
import { type Fetcher, feedLimits } from './fetch.ts';
import type { ParsedFeed, ParseFailure } from './parse.ts';
import { acceptFeed } from './reader.ts';
import { type DocumentWork, inThisThread } from './work.ts';

interface Tools {
  readonly fetching: Fetcher;
  readonly work: DocumentWork;
}

type Failed = Exclude<FeedLook, { outcome: 'found' }>;

/** A document that was looked at, with the address to keep. */
interface Seen {
  readonly url: string;
  readonly answered: string;
  readonly parsed: ParsedFeed | ParseFailure;
}

/** A person waits for the answer, and each costs the host a request. */
const tried = 4;
const shown = 20;

/** Characters. A title or an address that is longer is no use to anybody; of a text, its beginning says what it is about. */
const longest = { title: 300, address: 2_000, text: 10_000 } as const;

const cut = (text: string, length: number): string => text.slice(0, length).toWellFormed();

/** Where publishers most often put a feed that their pages do not name. */
const usualPaths = ['/feed', '/rss', '/rss.xml'];

export function feedFinder(fetching: Fetcher, work: DocumentWork = inThisThread): FeedFinder {
  return { look: url => look(url, { fetching, work }) };
}

async function look(url: string, tools: Tools): Promise<FeedLook> {
  const seen = await documentAt(url, tools);
  if (!('parsed' in seen)) return seen;
  if (seen.parsed.outcome === 'ok') return found(seen, [], tools);
  if (seen.parsed.outcome !== 'html-instead-of-feed') return failureOf(seen.parsed);
  return feedOfPage(seen, seen.parsed, tools);
}

async function feedOfPage(
  page: Seen,
  { detail, advertised: named = [] }: ParseFailure,
  tools: Tools,
): Promise<FeedLook> {
  const usual = usualPaths.flatMap(path => URL.parse(path, page.answered)?.href ?? []);
  const advertised = named.filter(({ length }) => length <= longest.address);
  for (const address of (named.length > 0 ? advertised : usual).slice(0, tried)) {
    const seen = await documentAt(address, tools);
    if ('parsed' in seen && seen.parsed.outcome === 'ok') {
      const others = advertised.filter(each => each !== address);
      return found(seen, others, tools);
    }
  }
  const reason = named.length > 0 ? 'none of the feeds that it names can be read' : 'it names no feed';
  return { outcome: 'html-instead-of-feed', detail: `${detail}, and ${reason}` };
}

async function documentAt(url: string, { fetching, work }: Tools): Promise<Seen | Failed> {
  const answer = await fetching.get(url, { accept: acceptFeed, limits: feedLimits });
  if (answer.outcome === 'not-modified') return { outcome: 'http-error', detail: 'HTTP 304 Not Modified' };
  if (answer.outcome !== 'ok') return answer;
  const { contentType } = answer;
  const origin = { url: answer.url, contentType };
  const parsed = await work.feed(decoded(answer.bytes, contentType), origin);
  return { url: answer.movedTo ?? url, answered: answer.url, parsed };
}

async function found({ url, parsed }: Seen, others: readonly string[], { work }: Tools): Promise<FeedLook> {
  if (parsed.outcome !== 'ok') return failureOf(parsed);
  const { title, items } = parsed;
  if (items.length === 0) return { outcome: 'empty', detail: 'the feed has no items' };
  const newest = items.toSorted((a, b) => (b.published ?? 0) - (a.published ?? 0)).slice(0, shown);
  const feed = {
    ...{ url, title: cut(title, longest.title), total: items.length, others },
    items: await Promise.all(newest.map(item => withText(item, work))),
  };
  return { outcome: 'found', feed };
}

async function withText(item: Item, work: DocumentWork) {
  const { title, link, published } = item;
  const { text } = await work.own(item);
  return { title: cut(title, longest.title), link, published, text: cut(text, longest.text) };
}

const failureOf = ({ outcome, detail }: ParseFailure): Failed => ({ outcome, detail });
