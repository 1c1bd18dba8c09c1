import type { Article, ArticleId } from './article.ts';
import type { Span } from './statement.ts';

declare const proven: unique symbol;

/**
 * Words that stand in an article, with the proof: which snapshot, from where to where. Only `excerpt` makes one, so
 * nothing else can be shown as a quotation; `isProven` checks it again before it is sent.
 */
export interface Excerpt {
  readonly article: ArticleId;
  readonly sha256: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly [proven]: true;
}

/** Cuts a span out of an article's snapshot. Throws a RangeError when the span is empty or outside the text. */
export function excerpt(article: Article, { start, end }: Span): Excerpt {
  const { sha256, text } = article.snapshot;
  if (start < 0 || end > text.length || start >= end) {
    throw new RangeError(`no text at ${start}–${end} in article ${article.id} of ${text.length} characters`);
  }
  return { article: article.id, sha256, start, end, text: text.slice(start, end) } as Excerpt;
}

/** Whether the words are exactly what the snapshot holds at their place. */
export function isProven(words: Excerpt, article: Article): boolean {
  const { sha256, text } = article.snapshot;
  return sha256 === words.sha256 && text.slice(words.start, words.end) === words.text && words.text !== '';
}
