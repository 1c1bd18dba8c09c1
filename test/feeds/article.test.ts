import { expect, test } from 'vitest';
import { articleDocument, articleIn } from '../../src/feeds/article.ts';

const sentences = (start: string): string =>
  `${start} ${'It was a long day of talks, officials said, and nobody left early. '.repeat(4)}`;
const paragraphs = ['The delegations met again.', 'A second round followed.', 'A third is planned.'].map(
  sentences,
);
const body = paragraphs.map(text => `<p>${text}</p>`).join('\n');
const text = paragraphs.map(paragraph => paragraph.trim()).join('\n');

const page = (head: string, inside = body): string =>
  `<!DOCTYPE html><html><head><title>Talks resume in Geneva | Example Wire</title>${head}</head><body>
  <nav><a href="/">Home</a><a href="/world">World</a></nav><main><article><h1>Talks resume in Geneva</h1>${inside}</article></main>
  <footer><p>© Example Wire. All rights reserved.</p></footer></body></html>`;

const url = 'https://news.example/talks';

test('finds the text, one paragraph a line, without headline and navigation', () => {
  expect(articleIn(page(''), url)).toEqual({
    title: 'Talks resume in Geneva',
    text,
    published: null,
    author: null,
    barrier: null,
  });
});

test.for([
  ['{"@type":"NewsArticle","datePublished":"2025-11-27T10:00:00Z","author":{"name":"Ann Lee"}}'],
  [
    '[{"@type":"WebSite"},{"@type":["ReportageNewsArticle"],"datePublished":"2025-11-27T12:00:00+02:00","author":[{"name":"Ann Lee"}]}]',
  ],
  [
    '{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":"Article","datePublished":"2025-11-27 10:00","author":"By Ann Lee"}]}',
  ],
  [
    '<!-- {"@type":"BlogPosting","dateCreated":"2025-11-27T10:00:00Z","author":["https://x.example/ann",{"name":"Ann Lee"}]} -->',
  ],
] as const)('reads the date and the author of %s', ([json]) => {
  const meta =
    '<meta property="article:published_time" content="2024-01-01"><meta name="author" content="Somebody Else">';
  const found = articleIn(page(`${meta}<script type="application/ld+json">${json}</script>`), url);
  expect(found).toMatchObject({ published: Date.parse('2025-11-27T10:00:00Z'), author: 'Ann Lee' });
});

test.for([
  '<meta property="article:published_time" content="2025-11-27T10:00:00Z"><meta property="article:author" content="https://x.example/ann"><meta name="author" content="Ann Lee">',
  '<script type="application/ld+json">{broken</script><meta itemprop="datePublished" content="2025-11-27T10:00:00Z"><meta name="parsely-author" content="Ann Lee">',
  '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"soon","author":7}</script><meta name="pubdate" content="27 Nov 2025 10:00"><meta name="byl" content="By Ann Lee">',
])('falls back to the meta elements of %s', head => {
  expect(articleIn(page(head), url)).toMatchObject({
    published: Date.parse('2025-11-27T10:00:00Z'),
    author: 'Ann Lee',
  });
});

test('falls back to a time element, then to the address', () => {
  const timed = page('', `<time datetime="2025-11-27T10:00:00Z">today</time>${body}`);
  expect(articleIn(timed, url).published).toBe(Date.parse('2025-11-27T10:00:00Z'));
  expect(articleIn(page(''), 'https://news.example/2025/11/27/talks').published).toBe(
    Date.parse('2025-11-27T00:00:00Z'),
  );
});

test('takes the text from JSON-LD where the page draws it by script', () => {
  const json = JSON.stringify({
    '@type': 'NewsArticle',
    headline: 'Talks resume',
    articleBody: paragraphs.join('\n'),
  });
  const found = articleIn(
    page(`<script type="application/ld+json">${json}</script>`, '<p>Loading.</p>'),
    url,
  );
  expect(found.text).toBe(text);
});

test.for([
  'Share',
  'Share this article on Facebook',
  'Advertisement',
  'Talks resume in Geneva.',
  'TALKS RESUME IN GENEVA',
  'Read more: Minister claims victory',
  'Читайте также: Министр сообщил о победе',
  'Читайте також: Міністр повідомив про перемогу',
  "What's Your Reaction?",
  'wow',
  'Select Language:',
  'Tags',
  'Nov 28, 2025 - 02:00',
  '28.11.2025 02:00',
  'Updated: 28 November 2025, 10:15 GMT',
  '0',
  '* * *',
  'The minister arrives for the talks. (AP Photo/Ann Lee)',
  'Photo: Example Wire',
  'This website uses cookies to improve your experience.',
  'Subscribe to our newsletter',
  'Подписывайтесь на наш канал',
  '© Example Wire',
  'Reuters',
])('leaves out the line "%s"', line => {
  const first = sentences('The delegations met again.').trim();
  const [, ...others] = paragraphs;
  const found = articleIn(page('', [first, line, ...others].map(each => `<p>${each}</p>`).join('')), url);
  expect(found.text).toBe(text);
});

test.for([
  '“No,” he said.',
  'Share prices fell after the announcement, the bank said.',
  'Reuters could not verify the claim.',
  'On 28 November 2025 the minister said that talks had failed.',
  'Like the president, he refused.',
  'More than 600,000 troops would be covered, he said.',
  'Subscribers of the plan, among them Poland, "welcome" it.',
  'Подробнее он говорить отказался.',
])('keeps the line "%s"', line => {
  expect(articleIn(page('', `${body}<p>${line}</p>`), url).text).toBe(`${text}\n${line}`);
});

test('says a repeated line once', () => {
  const caption = 'Putin claims that the talks have failed, in this picture of Friday.';
  const found = articleIn(page('', `<p>${caption}</p>${body}<p>${caption}</p>`), url);
  expect(found.text.split(caption)).toHaveLength(2);
});

test('finds no article in an empty page', () => {
  expect(articleIn('', url)).toEqual({ title: '', text: '', published: null, author: null, barrier: null });
});

test.for([
  ['20,000 paragraphs', '<p>x'.repeat(20_000)],
  ['nesting', '<div>'.repeat(20_000)],
  ['5,000 line breaks', '<br>x'.repeat(5_000)],
] as const)('ends quickly on %s', { timeout: 9_000 }, ([, html]) => {
  expect(articleIn(html, url).text).toBeTypeOf('string');
});

test('gives the line of `attache article`', () => {
  const head = '<meta name="date" content="2025-11-27T10:00:00Z"><meta name="author" content="Ann Lee">';
  expect(articleDocument('talks', page(head), url)).toEqual({
    doc: 'talks',
    title: 'Talks resume in Geneva',
    text,
    published: '2025-11-27T10:00:00.000Z',
    author: 'Ann Lee',
  });
  expect(articleDocument('talks', page(''), url).published).toBeNull();
});
