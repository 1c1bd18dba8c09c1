import type { ArticleText, Item, PageReader } from '../app/ports.ts';
import { articleIn, type PageArticle } from './article.ts';
import { articleLines } from './boilerplate.ts';
import { decoded } from './decode.ts';
import { type Fetcher, pageLimits } from './fetch.ts';
import { textOf } from './text.ts';

/** Reads the text behind items, over HTTP where the feed does not hold it. */
export function pageReader(fetching: Fetcher): PageReader {
  return { article: item => article(fetching, item) };
}

async function article(fetching: Fetcher, item: Item): Promise<ArticleText> {
  const own = ownText(item);
  const page = item.link && !isFull(own.text) ? await pageAt(fetching, item.link) : null;
  const published = item.published ?? page?.published ?? null;
  const author = item.author ?? page?.author ?? null;
  if (page && page.text.length > own.text.length) return { text: page.text, from: 'page', published, author };
  return { ...own, published, author };
}

/** What the feed itself gives: its content, or its summary where that says more. */
function ownText({ content, summary, title }: Item): Pick<ArticleText, 'text' | 'from'> {
  const [full, short] = [content, summary].map(html =>
    articleLines(textOf(html ?? '').split('\n'), title).join('\n'),
  );
  if (full && full.length >= (short?.length ?? 0)) return { text: full, from: 'feed' };
  return { text: short ?? '', from: isFull(short ?? '') ? 'feed' : 'summary' };
}

/** Shorter texts are teasers; so is one paragraph, and what ends in dots or an invitation to read on. */
const fullLength = 600;

const isFull = (text: string): boolean =>
  text.length >= fullLength && text.includes('\n') && !cutOff.test(text);

const cutOff =
  /(?:…|\.\.\.|\[[.…]+\]|(?:read|continue reading|read more|читать далее|читати далі)[^.\n]{0,40})\s*[»›→]*$/i;

async function pageAt(fetching: Fetcher, link: string): Promise<PageArticle | null> {
  const answer = await fetching.get(link, { accept: 'text/html, application/xhtml+xml', limits: pageLimits });
  if (answer.outcome !== 'ok' || !/html|^$/i.test(answer.contentType ?? '')) return null;
  return articleIn(decoded(answer.bytes, answer.contentType), answer.url);
}
