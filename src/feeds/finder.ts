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
  { detail, advertised = [] }: ParseFailure,
  tools: Tools,
): Promise<FeedLook> {
  const usual = usualPaths.flatMap(path => URL.parse(path, page.answered)?.href ?? []);
  const named = advertised.length > 0;
  for (const address of (named ? advertised : usual).slice(0, tried)) {
    const seen = await documentAt(address, tools);
    if ('parsed' in seen && seen.parsed.outcome === 'ok') {
      const others = advertised.filter(each => each !== address);
      return found(seen, others, tools);
    }
  }
  const reason = named ? 'none of the feeds that it names can be read' : 'it names no feed';
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
  const first = await Promise.all(items.slice(0, shown).map(item => withText(item, work)));
  return { outcome: 'found', feed: { url, title, items: first, total: items.length, others } };
}

async function withText(item: Item, work: DocumentWork) {
  const { title, link, published } = item;
  return { title, link, published, text: (await work.own(item)).text };
}

const failureOf = ({ outcome, detail }: ParseFailure): Failed => ({ outcome, detail });
