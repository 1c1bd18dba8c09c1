import type { SampleArticle, SampleOutlet } from './articles.ts';
import { about } from './feeds.ts';
import { bodyMarkup, escaped } from './markup.ts';

export interface Surroundings {
  readonly outlet: SampleOutlet;
  /** Other articles of the outlet that can be read at the moment. */
  readonly related: readonly SampleArticle[];
  readonly base: string;
}

/** An article as a web page, with all that stands round an article on the web and is no part of it. */
export function articlePage(article: SampleArticle, { outlet, related, base }: Surroundings): string {
  return `<!doctype html>
<html lang="${outlet.language}">
<head>
${head(article, outlet, base)}
</head>
<body>
<div class="cookie-notice" role="dialog" aria-label="Cookies"><p>We value your privacy. This sample site would like to use cookies.</p><button>Accept all</button> <button>Reject all</button></div>
<header><a class="logo" href="/${outlet.id}/">${escaped(outlet.name)}</a>
<p class="sample-notice">${escaped(about(outlet))}</p>
<nav><ul><li><a href="/${outlet.id}/">Home</a></li><li><a href="/${outlet.id}/world">World</a></li><li><a href="/${outlet.id}/politics">Politics</a></li><li><a href="/${outlet.id}/opinion">Opinion</a></li></ul></nav></header>
<main>
<article>
<h1>${escaped(article.title)}</h1>
${byline(article)}
${shareButtons}
<div class="article-body">
${bodyMarkup(article)}
</div>
${reactions}
</article>
${relatedLinks(related)}
</main>
${footer(outlet)}
</body>
</html>
`;
}

function head(article: SampleArticle, outlet: SampleOutlet, base: string): string {
  const published = new Date(article.published).toISOString();
  return `<meta charset="${outlet.charset}">
<title>${escaped(article.title)} | ${escaped(outlet.name)}</title>
<link rel="canonical" href="${escaped(base + article.path)}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escaped(article.title)}">
<meta property="og:site_name" content="${escaped(outlet.name)}">
<meta property="article:published_time" content="${published}">
<meta name="author" content="${escaped(article.author ?? outlet.name)}">
<script type="application/ld+json">${linkedData(article, outlet, base)}</script>`;
}

function linkedData(article: SampleArticle, outlet: SampleOutlet, base: string): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: new Date(article.published).toISOString(),
    author:
      article.author === null
        ? { '@type': 'Organization', name: outlet.name }
        : { '@type': 'Person', name: article.author },
    publisher: { '@type': 'Organization', name: outlet.name },
    mainEntityOfPage: `${base}${article.path}`,
  };
  // In a script element `<` would be markup again, and a numeric reference for what a charset lacks would not be one.
  return JSON.stringify(data).replace(
    /[<\u0080-\uffff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function byline({ author, published }: SampleArticle): string {
  const time = new Date(published);
  const by = author === null ? '' : `<span class="author">By ${escaped(author)}</span> `;
  return `<p class="byline">${by}<time datetime="${time.toISOString()}">${time.toUTCString()}</time></p>`;
}

const shareButtons = `<ul class="share-buttons" aria-label="Share"><li><a href="#">Facebook</a></li><li><a href="#">X</a></li><li><a href="#">Telegram</a></li><li><a href="#">Copy link</a></li></ul>`;

const reactions = `<section class="reactions"><h3>What's Your Reaction?</h3><ul>${[
  'like',
  'dislike',
  'love',
  'funny',
  'angry',
  'sad',
  'wow',
]
  .map(reaction => `<li><button>${reaction}</button> 0</li>`)
  .join('')}</ul></section>`;

function relatedLinks(related: readonly SampleArticle[]): string {
  if (related.length === 0) return '';
  const links = related.map(({ path, title }) => `<li><a href="${escaped(path)}">${escaped(title)}</a></li>`);
  return `<aside class="related"><h3>Related</h3><ul>${links.join('')}</ul></aside>`;
}

function footer(outlet: SampleOutlet): string {
  return `<footer><p>${escaped(about(outlet))}</p><ul><li><a href="#">About</a></li><li><a href="#">Contact</a></li><li><a href="#">Terms of use</a></li></ul></footer>`;
}
