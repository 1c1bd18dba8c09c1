import { expect, onTestFinished, test } from 'vitest';
import { fetcher } from '../../src/feeds/fetch.ts';
import { feedFinder } from '../../src/feeds/finder.ts';
import { withServer } from '../support/server.ts';

const rss = (title: string): string =>
  `<rss version="2.0"><channel><title>${title}</title><item><title>One</title><link>/1</link><description>&lt;p&gt;A &lt;b&gt;dam&lt;/b&gt;.&lt;/p&gt;</description></item></channel></rss>`;
const page = (...links: string[]): string =>
  `<html><head>${links.map(href => `<link rel="alternate" type="application/rss+xml" href="${href}">`)}</head></html>`;

type Answer = readonly [status: number, body: string, location?: string];

async function lookAt(path: string, answers: (url: string) => Readonly<Record<string, Answer>>) {
  const served = await withServer((request, response) => {
    const [status, body, location] = answers(served.url)[request.url ?? ''] ?? [404, ''];
    response.writeHead(status, { 'content-type': 'text/html', ...(location && { location }) }).end(body);
  });
  const fetching = fetcher({ userAgent: 'attache-test/1', allowHosts: [served.host], spacing: 0 });
  onTestFinished(() => fetching.close());
  const look = await feedFinder(fetching).look(served.url + path);
  const asked = served.requests.map(({ url }) => url);
  return { look, asked, url: served.url };
}

test('gives a feed with the text of its items, at the address to which it has moved for good', async () => {
  const { look, url } = await lookAt('/old', () => ({
    '/old': [301, '', '/new'],
    '/new': [200, rss('Shore')],
  }));
  expect(look).toEqual({
    outcome: 'found',
    feed: {
      ...{ url: `${url}/new`, title: 'Shore', total: 1, others: [] },
      items: [{ title: 'One', link: `${url}/1`, published: null, text: 'A dam.' }],
    },
  });
});

test('keeps the address of a feed that is elsewhere for a while only', async () => {
  const { look, url } = await lookAt('/old', () => ({
    '/old': [302, '', '/new'],
    '/new': [200, rss('Shore')],
  }));
  expect(look).toMatchObject({ feed: { url: `${url}/old` } });
});

test('takes the first feed that a page names and that can be read, and tells the others', async () => {
  const { look, url } = await lookAt('/', () => ({
    '/': [200, page('/gone', '/b', '/c')],
    '/b': [200, rss('B')],
  }));
  expect(look).toMatchObject({ feed: { url: `${url}/b`, title: 'B', others: [`${url}/gone`, `${url}/c`] } });
});

test('asks a page’s host a few times at most', async () => {
  const many = Array.from({ length: 20 }, (_, i) => `/f${i}`);
  const { look, asked } = await lookAt('/', () => ({ '/': [200, page(...many)] }));
  expect(look).toMatchObject({ outcome: 'html-instead-of-feed' });
  expect(asked).toHaveLength(5);
});

test('does not follow a page into a network', async () => {
  const { look, asked } = await lookAt('/', () => ({
    '/': [200, page('http://127.0.0.1:9/feed', 'file:///etc/passwd')],
  }));
  expect(look).toMatchObject({ outcome: 'html-instead-of-feed' });
  expect(asked).toEqual(['/']);
});

test('gives the newest items, and no more of anything than a person can look at', async () => {
  const item = (n: number): string =>
    `<item><title>${'t'.repeat(n === 0 ? 100_000 : 1)}${n}</title><link>/${n}</link><pubDate>${new Date(n * 60_000).toUTCString()}</pubDate><description>${'word '.repeat(10_000)}</description></item>`;
  const items = Array.from({ length: 50 }, (_, n) => item(n)).join('');
  const feed = `<rss version="2.0"><channel><title>${'x'.repeat(100_000)}</title>${items}</channel></rss>`;
  const { look } = await lookAt('/f', () => ({ '/f': [200, feed] }));
  if (look.outcome !== 'found') throw new Error(look.detail);
  expect(look.feed.total).toBe(50);
  expect(look.feed.items.map(({ title }) => title)).toEqual(
    Array.from({ length: 20 }, (_, n) => `t${49 - n}`),
  );
  expect(look.feed.title).toHaveLength(300);
  expect(Math.max(...look.feed.items.map(({ text }) => text.length))).toBeLessThanOrEqual(10_000);
});
