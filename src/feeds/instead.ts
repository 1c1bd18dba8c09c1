import { tags } from './tags.ts';
import { type DomDocument, type DomElement, documentIn } from './text.ts';

/** What came instead of a feed, in words that end the sentence "the answer is …". */
export function insteadOfFeed(document: string): string {
  if (document.startsWith('\u001f')) return 'compressed twice, or compressed without saying so';
  const first = tags(document).find(({ kind }) => kind === 'open')?.name ?? '';
  if (first === 'opml') return 'a list of feeds (OPML), not a feed: add the feeds in it';
  if (first === 'urlset' || first === 'sitemapindex')
    return `a ${/schemas\/sitemap-news/.test(document.slice(0, 5_000)) ? 'news ' : ''}sitemap, a list of pages for search engines, and no feed`;
  return 'no feed';
}

export interface WebPage {
  /** What kind of page, in words that end the sentence "the answer is …". */
  readonly kind: string;
  /** The feeds that the page names in its head, absolute where an address is known; at most 20. */
  readonly advertised: readonly string[];
}

export function webPage(html: string, url: string | null): WebPage {
  const document = documentIn(html.slice(0, 500_000));
  return {
    kind: `a web page${pageKind(document)}`,
    advertised: [...new Set(feedLinks(document, url))].slice(0, 20),
  };
}

const kinds = [
  [
    /just a moment|verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|checking your browser|captcha/i,
    ' that asks whether you are human',
  ],
  [
    /404|(?:page|not) found|no longer exists|страница не найдена|сторінку не знайдено/i,
    ' that says there is nothing here (not found)',
  ],
] as const;

function pageKind(document: DomDocument): string {
  const title = document.querySelector('title')?.textContent ?? '';
  const text = `${title}\n${(document.body.textContent ?? '').slice(0, 3_000)}`;
  if (document.querySelector('input[type="password"]')) return ' that asks you to log in';
  if (/cookies?|consent/i.test(text) && /accept|agree|reject/i.test(text) && text.length < 2_500)
    return ' that asks for consent to cookies';
  return kinds.find(([form]) => form.test(text.slice(0, 600)))?.[1] ?? '';
}

const feedTypes =
  /^(?:application\/(?:rss|atom|rdf)\+xml|application\/feed\+json|(?:text|application)\/xml)\b/i;

/** linkedom keeps the capitals of attributes. */
const written = (link: DomElement, name: string): string =>
  (link.getAttribute(name) ?? link.getAttribute(name.toUpperCase()) ?? '').trim();

function* feedLinks(document: DomDocument, url: string | null): Generator<string> {
  const base =
    URL.parse(document.querySelector('base[href]')?.getAttribute('href') ?? '', url || undefined)?.href ??
    (url || null);
  for (const link of document.querySelectorAll('link')) {
    const [rel, type, href] = ['rel', 'type', 'href'].map(name => written(link, name)) as [
      string,
      string,
      string,
    ];
    // WordPress calls each page's own JSON an alternate of it; that is no feed.
    const isFeed =
      /\bfeed\b/i.test(rel) ||
      (/\balternate\b/i.test(rel) && (feedTypes.test(type) || (/json/i.test(type) && /feed/i.test(href))));
    const address = isFeed ? URL.parse(href, base ?? undefined) : null;
    if (address && /^https?:$/.test(address.protocol)) yield address.href;
    else if (isFeed && base === null && !/^[a-z][\w+.-]*:/i.test(href)) yield href;
  }
}
