import { type SampleArticle, type SampleOutlet, summary } from './articles.ts';
import { bodyMarkup, encoded, escaped } from './markup.ts';

export interface Document {
  readonly body: Buffer;
  readonly contentType: string;
}

/** An outlet's feed with these articles, newest first. `base` is the newsroom's address without a slash at the end. */
export function feedDocument(
  outlet: SampleOutlet,
  articles: readonly SampleArticle[],
  base: string,
): Document {
  const feed: Feed = { outlet, articles, base };
  switch (outlet.format) {
    case 'rss':
    case 'rss-summary':
      return { body: encoded(rss(feed), outlet.charset), contentType: 'application/rss+xml' };
    case 'atom':
      return {
        body: encoded(atom(feed), outlet.charset),
        contentType: 'application/atom+xml; charset=utf-8',
      };
    case 'rdf':
      return { body: encoded(rdf(feed), outlet.charset), contentType: 'application/rdf+xml' };
    case 'json':
      return { body: encoded(json(feed), 'utf-8'), contentType: 'application/feed+json' };
    case 'silent':
      return { body: encoded(silence(feed), 'utf-8'), contentType: 'text/html; charset=utf-8' };
  }
}

interface Feed {
  readonly outlet: SampleOutlet;
  readonly articles: readonly SampleArticle[];
  readonly base: string;
}

export const about = ({ name, note }: SampleOutlet): string =>
  [`${name} is a sample outlet of a demonstration. It does not exist.`, note && `${note}.`]
    .filter(Boolean)
    .join(' ');

const declaration = ({ charset }: SampleOutlet): string => `<?xml version="1.0" encoding="${charset}"?>`;
const home = ({ outlet, base }: Feed): string => `${base}/${outlet.id}/`;
const link = ({ base }: Feed, article: SampleArticle): string => `${base}${article.path}`;
/** Stays the same from one run to the next, which the address with its port does not. */
const lasting = (article: SampleArticle): string => `urn:sample:${article.path.slice(1)}`;
const iso = (at: number): string => new Date(at).toISOString();
const rfc822 = (at: number): string => new Date(at).toUTCString();

function rss(feed: Feed): string {
  const { outlet, articles } = feed;
  return `${declaration(outlet)}
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${escaped(outlet.name)}</title>
<link>${escaped(home(feed))}</link>
<description>${escaped(about(outlet))}</description>
<language>${outlet.language}</language>
${articles.map(article => rssItem(feed, article)).join('\n')}
</channel>
</rss>
`;
}

function rssItem(feed: Feed, article: SampleArticle): string {
  const full = feed.outlet.format === 'rss';
  return `<item>
<title>${escaped(article.title)}</title>
<link>${escaped(link(feed, article))}</link>
<guid isPermaLink="false">${escaped(lasting(article))}</guid>
<pubDate>${rfc822(article.published)}</pubDate>${creator(article)}
<description>${escaped(summary(article))}</description>${
    full ? `\n<content:encoded><![CDATA[${bodyMarkup(article)}]]></content:encoded>` : ''
  }
</item>`;
}

const creator = ({ author }: SampleArticle): string =>
  author === null ? '' : `\n<dc:creator>${escaped(author)}</dc:creator>`;

function atom(feed: Feed): string {
  const { outlet, articles, base } = feed;
  return `${declaration(outlet)}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}">
<id>urn:sample:${outlet.id}</id>
<title>${escaped(outlet.name)}</title>
<subtitle>${escaped(about(outlet))}</subtitle>
<updated>${iso(articles[0]?.published ?? 0)}</updated>
<link rel="self" href="${escaped(base + outlet.feedPath)}"/>
<link rel="alternate" type="text/html" href="${escaped(home(feed))}"/>
${articles.map(article => atomEntry(feed, article)).join('\n')}
</feed>
`;
}

function atomEntry(feed: Feed, article: SampleArticle): string {
  return `<entry>
<id>${escaped(lasting(article))}</id>
<title type="text">${escaped(article.title)}</title>
<link rel="alternate" type="text/html" href="${escaped(link(feed, article))}"/>
<published>${iso(article.published)}</published>
<updated>${iso(article.published)}</updated>
<author><name>${escaped(article.author ?? feed.outlet.name)}</name></author>
<summary type="text">${escaped(summary(article))}</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
${bodyMarkup(article)}
</div></content>
</entry>`;
}

function rdf(feed: Feed): string {
  const { outlet, articles } = feed;
  const sequence = articles.map(article => `<rdf:li rdf:resource="${escaped(link(feed, article))}"/>`);
  return `${declaration(outlet)}
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${escaped(home(feed))}">
<title>${escaped(outlet.name)}</title>
<link>${escaped(home(feed))}</link>
<description>${escaped(about(outlet))}</description>
<dc:language>${outlet.language}</dc:language>
<items><rdf:Seq>${sequence.join('')}</rdf:Seq></items>
</channel>
${articles.map(article => rdfItem(feed, article)).join('\n')}
</rdf:RDF>
`;
}

function rdfItem(feed: Feed, article: SampleArticle): string {
  const address = escaped(link(feed, article));
  return `<item rdf:about="${address}">
<title>${escaped(article.title)}</title>
<link>${address}</link>
<description>${escaped(summary(article))}</description>
<dc:date>${iso(article.published)}</dc:date>${creator(article)}
</item>`;
}

function json(feed: Feed): string {
  const { outlet, articles, base } = feed;
  const items = articles.map(article => ({
    id: lasting(article),
    url: link(feed, article),
    title: article.title,
    summary: summary(article),
    content_html: bodyMarkup(article),
    date_published: iso(article.published),
    ...(article.author !== null && { authors: [{ name: article.author }] }),
  }));
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    description: about(outlet),
    home_page_url: home(feed),
    feed_url: `${base}${outlet.feedPath}`,
    language: outlet.language,
    items,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** What a server says that has moved its feed and told nobody: a web page, with status 200. */
function silence({ outlet }: Feed): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(outlet.name)}</title></head>
<body><h1>${escaped(outlet.name)}</h1><p>We are working on our site.</p><p>${escaped(about(outlet))}</p></body></html>
`;
}
