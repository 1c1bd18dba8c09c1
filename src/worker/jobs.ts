import { workerData } from 'piscina';
import type { Item, Mentions } from '../app/ports.ts';
import type { Reading } from '../core/statement.ts';
import type { Instant } from '../core/time.ts';
import type { PageArticle } from '../feeds/article.ts';
import type { OwnText } from '../feeds/own.ts';
import type { FeedOrigin, ParsedFeed, ParseFailure } from '../feeds/parse.ts';
import { inThisThread } from '../feeds/work.ts';
import { mentionsIn } from '../reading/mentions.ts';
import { read as readText } from '../reading/read.ts';
import type { Setting } from '../reading/said.ts';

// What the pool calls by name, in a thread of its own.

/** Answers once the thread has loaded everything. */
export const ready = (): true => true;

export const feed = ({
  text,
  origin,
}: {
  text: string;
  origin: FeedOrigin;
}): Promise<ParsedFeed | ParseFailure> => inThisThread.feed(text, origin);

export const article = ({ html, url }: { html: string; url: string }): Promise<PageArticle | null> =>
  inThisThread.article(html, url);

export const own = (item: Item): Promise<OwnText> => inThisThread.own(item);

export const read = ({ text, at }: { text: string; at: Instant }): Reading =>
  readText(text, { ...(workerData as Pick<Setting, 'catalog' | 'lexicon'>), at });

export const mentions = ({ texts, at }: { texts: readonly string[]; at: Instant }): Mentions[] =>
  texts.map(text => mentionsIn(text, { ...(workerData as Pick<Setting, 'catalog' | 'lexicon'>), at }));
