import type { FeedReader, Poll, Validators } from '../app/ports.ts';
import type { Feed } from '../core/feed.ts';
import { decoded } from './decode.ts';
import { type Fetcher, feedLimits } from './fetch.ts';
import { type DocumentWork, inThisThread } from './work.ts';

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5';

/** Polls feeds over HTTP. */
export function feedReader(fetching: Fetcher, work: DocumentWork = inThisThread): FeedReader {
  return { poll: (feed, validators) => poll({ fetching, work }, feed, validators) };
}

interface Tools {
  readonly fetching: Fetcher;
  readonly work: DocumentWork;
}

async function poll({ fetching, work }: Tools, { url }: Feed, validators: Validators): Promise<Poll> {
  const answer = await fetching.get(url, { accept, limits: feedLimits, validators });
  if (answer.outcome !== 'ok') return answer;
  const { wait, contentType } = answer;
  const parsed = await work.feed(decoded(answer.bytes, contentType), { url: answer.url, contentType });
  if (parsed.outcome !== 'ok') return { ...parsed, wait };
  return { outcome: 'ok', items: parsed.items, validators: answer.validators, wait };
}
