import type { RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import type { Item } from '../../src/app/ports.ts';
import { fetcher } from '../../src/feeds/fetch.ts';
import { pageReader } from '../../src/feeds/pages.ts';
import { withServer } from '../support/server.ts';

const long = (start: string): string =>
  `${start} ${'It was a long day of talks, officials said, and nobody left. '.repeat(6)}`.trim();
const paragraphs = [long('The page has this first.'), long('And this second.')];
const page = `<html><head><title>Talks resume</title><meta name="date" content="2025-11-27T10:00:00Z"><meta name="author" content="Ann Lee"></head>
  <body><article>${paragraphs.map(text => `<p>${text}</p>`).join('')}</article></body></html>`;

const feed = { id: 'wire', outlet: 'wire', url: 'https://news.example/feed', language: 'en', every: 900_000 };
const blank: Item = {
  id: null,
  title: 'Talks resume',
  link: null,
  published: null,
  author: null,
  summary: null,
  content: null,
};

async function articleOf(item: Partial<Item>, handler: RequestListener) {
  const { url, host, requests } = await withServer(handler);
  const fetching = fetcher({ userAgent: 'attache-test/1', allowHosts: [host] });
  onTestFinished(() => fetching.close());
  const found = await pageReader(fetching).article({ ...blank, link: `${url}/1`, ...item }, feed);
  return { found, requests };
}

const servePage: RequestListener = (_, response) =>
  void response.setHeader('content-type', 'text/html').end(page);

test('reads the linked page where the feed has a summary alone', async () => {
  const { found } = await articleOf({ summary: 'Short.' }, servePage);
  expect(found).toEqual({
    text: paragraphs.join('\n'),
    from: 'page',
    published: Date.parse('2025-11-27T10:00:00Z'),
    author: 'Ann Lee',
  });
});

test("believes the feed's date and author before the page's", async () => {
  const { found } = await articleOf({ published: 5, author: 'Bo Ray' }, servePage);
  expect(found).toMatchObject({ from: 'page', published: 5, author: 'Bo Ray' });
});

test("takes the feed's full content and asks for no page", async () => {
  const full = [long('The feed has all.'), long('Second.')];
  const content = `<h1>Talks resume</h1>${full.map(text => `<p>${text}</p>`).join('')}<p>The post Talks resume appeared first on Example.</p>`;
  const { found, requests } = await articleOf({ content, published: 5 }, servePage);
  expect(found).toEqual({ text: full.join('\n'), from: 'feed', published: 5, author: null });
  expect(requests).toHaveLength(0);
});

test('takes a description that holds the whole article for what it is', async () => {
  const summary = `<p>${long('One.')}</p><p>${long('Two.')}</p>`;
  const { found, requests } = await articleOf({ summary }, servePage);
  expect(found.from).toBe('feed');
  expect(requests).toHaveLength(0);
});

test('asks for the page where the content is cut off', async () => {
  const content = `<p>${long('One.')}</p><p>${'Two and more […]'}</p>`;
  const { found, requests } = await articleOf({ content }, servePage);
  expect(found.from).toBe('page');
  expect(requests.map(({ url }) => url)).toEqual(['/robots.txt', '/1']);
});

test.for([
  ['fails', (_, response) => response.writeHead(500).end()],
  ['is no web page', (_, response) => response.setHeader('content-type', 'application/pdf').end('%PDF')],
  [
    'says less',
    (_, response) => response.setHeader('content-type', 'text/html').end('<p>Subscribe to read.</p>'),
  ],
  ['redirects inside', (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end()],
] satisfies [string, RequestListener][])(
  "takes the feed's own text where the page %s",
  async ([, handler]) => {
    const content = '<p>The feed says so much, but not all.</p>';
    expect((await articleOf({ content, summary: 'Short.' }, handler as RequestListener)).found).toEqual({
      text: 'The feed says so much, but not all.',
      from: 'feed',
      published: null,
      author: null,
    });
    expect(
      (await articleOf({ summary: 'Short, but a summary.' }, handler as RequestListener)).found,
    ).toMatchObject({
      text: 'Short, but a summary.',
      from: 'summary',
    });
  },
);

test('says that there is no text', async () => {
  const { found } = await articleOf({ link: null }, servePage);
  expect(found).toEqual({ text: '', from: 'summary', published: null, author: null });
});
