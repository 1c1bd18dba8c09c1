import type { Item } from '../app/ports.ts';
import { articleIn, type PageArticle } from './article.ts';
import { type OwnText, ownText } from './own.ts';
import { type FeedOrigin, type ParsedFeed, type ParseFailure, parseFeed } from './parse.ts';

/** The work on documents that strangers wrote: done where a hang or too much memory ends the work, not the bot. */
export interface DocumentWork {
  feed(text: string, origin: FeedOrigin): Promise<ParsedFeed | ParseFailure>;
  /** Null where the page could not be worked through. */
  article(html: string, url: string): Promise<PageArticle | null>;
  /** What an item itself holds of its text. */
  own(item: Item): Promise<OwnText>;
}

export const inThisThread: DocumentWork = {
  feed: parseFeed,
  article: async (html, url) => articleIn(html, url),
  own: async item => ownText(item),
};
