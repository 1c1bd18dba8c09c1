import type { Instant } from './time.ts';

export type ArticleId = string;

/** The text of an article as it was read, and its proof. Offsets of statements count UTF-16 units in `text`. */
export interface Snapshot {
  /** SHA-256 of `text` encoded as UTF-8, in lower-case hexadecimal. */
  readonly sha256: string;
  /** The headline, an empty line, then the body with one paragraph a line. */
  readonly text: string;
}

/** A feed's item made ours. */
export interface Article {
  readonly id: ArticleId;
  readonly feed: string;
  readonly outlet: string;
  readonly language: string;
  readonly url: string;
  readonly title: string;
  readonly author: string | null;
  readonly published: Instant | null;
  readonly fetched: Instant;
  /** Where the text came from: the linked page, the feed's full content, or its summary alone. */
  readonly textFrom: 'page' | 'feed' | 'summary';
  /** True for what a feed held when it was polled for the first time: it fills the ledger and raises no alert. */
  readonly quiet: boolean;
  /** The article whose text this one carries, of another outlet or re-published; null for one that stands for itself. */
  readonly copyOf: ArticleId | null;
  /** Set on a later version of an article: which article, and the how manieth version, from 2. Null on the first. */
  readonly edit: { readonly of: ArticleId; readonly number: number } | null;
  readonly snapshot: Snapshot;
}

/** Versions are kept side by side, each an article with its own snapshot: what was quoted from one stays provable. */
export const versionId = (first: ArticleId, number: number): ArticleId =>
  number === 1 ? first : `${first}~${number}`;
