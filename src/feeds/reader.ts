import type { FeedReader, Poll, Validators } from '../app/ports.ts';
import type { Feed } from '../core/feed.ts';
import { decoded } from './decode.ts';
import { type Fetcher, feedLimits } from './fetch.ts';
import { ttlIn } from './freshness.ts';
import { type DocumentWork, inThisThread } from './work.ts';

export const acceptFeed =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5';

/** Polls feeds over HTTP. */
export function feedReader(fetching: Fetcher, work: DocumentWork = inThisThread): FeedReader {
  return { poll: (feed, validators) => poll({ fetching, work }, feed, validators) };
}

interface Tools {
  readonly fetching: Fetcher;
  readonly work: DocumentWork;
}

async function poll({ fetching, work }: Tools, { url }: Feed, known: Validators): Promise<Poll> {
  const answer = await fetching.get(url, { accept: acceptFeed, limits: feedLimits, validators: known });
  if (answer.outcome !== 'ok') return answer;
  const { wait, contentType, validators, movedTo } = answer;
  const text = decoded(answer.bytes, contentType);
  const parsed = await work.feed(text, { url: answer.url, contentType });
  if (parsed.outcome !== 'ok') return { ...parsed, wait };
  if (parsed.items.length === 0) return { outcome: 'empty', detail: 'the feed has no items', wait };
  const fresh = longer(answer.fresh, ttlIn(text));
  return { outcome: 'ok', items: parsed.items, validators, wait, fresh, movedTo };
}

const longer = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
