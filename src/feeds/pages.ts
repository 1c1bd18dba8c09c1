import type { ArticleText, Item, PageReader } from '../app/ports.ts';
import type { PageArticle } from './article.ts';
import { decoded } from './decode.ts';
import { type Fetcher, pageLimits } from './fetch.ts';
import { isFull } from './own.ts';
import { type DocumentWork, inThisThread } from './work.ts';

/** Reads the text behind items, over HTTP where the feed does not hold it. */
export function pageReader(fetching: Fetcher, work: DocumentWork = inThisThread): PageReader {
  return { article: item => article(fetching, work, item) };
}

async function article(fetching: Fetcher, work: DocumentWork, item: Item): Promise<ArticleText> {
  const own = await work.own(item);
  const page = item.link && !isFull(own.text) ? await pageAt(fetching, work, item.link) : null;
  const published = item.published ?? page?.published ?? null;
  const author = item.author ?? page?.author ?? null;
  if (page && page.text.length > own.text.length) return { text: page.text, from: 'page', published, author };
  return { ...own, published, author };
}

async function pageAt(fetching: Fetcher, work: DocumentWork, link: string): Promise<PageArticle | null> {
  const answer = await fetching.crawl(link, {
    accept: 'text/html, application/xhtml+xml',
    limits: pageLimits,
  });
  if (answer.outcome !== 'ok' || !/html|^$/i.test(answer.contentType ?? '')) return null;
  return work.article(decoded(answer.bytes, answer.contentType), answer.url);
}
