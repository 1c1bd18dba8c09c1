import type { RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { fetcher } from '../../src/feeds/fetch.ts';
import { pageReader } from '../../src/feeds/pages.ts';
import type { Limits } from '../../src/feeds/stopwatch.ts';
import { withServer } from '../support/server.ts';

const limits: Limits = { bytes: 100_000, header: 500, idle: 500, total: 2_000 };
const wanted = { accept: 'text/html', limits };

async function crawling(robots: RequestListener, spacing = 0) {
  const { url, host, requests } = await withServer((request, response) => {
    if (request.url === '/robots.txt') robots(request, response);
    else response.end('<p>A page.</p>');
  });
  const fetching = fetcher({ userAgent: 'Attache/1 (+https://bot.example)', allowHosts: [host], spacing });
  onTestFinished(() => fetching.close());
  const asked = (): (string | undefined)[] => requests.map(request => request.url);
  return {
    url,
    fetching,
    asked,
    outcome: async (path: string) => (await fetching.crawl(url + path, wanted)).outcome,
  };
}

test('does what robots.txt asks, and asks for it once', async () => {
  const { outcome, asked } = await crawling((_, response) => response.end('User-agent: *\nDisallow: /no\n'));
  expect(await outcome('/yes')).toBe('ok');
  expect(await outcome('/no/1?a=1')).toBe('disallowed');
  expect(await outcome('/yes')).toBe('ok');
  expect(asked()).toEqual(['/robots.txt', '/yes', '/yes']);
});

test('asks no robots.txt for what is offered for fetching', async () => {
  const { fetching, url, asked } = await crawling((_, response) =>
    response.end('User-agent: *\nDisallow: /\n'),
  );
  expect((await fetching.get(`${url}/feed`, wanted)).outcome).toBe('ok');
  expect(asked()).toEqual(['/feed']);
});

test.for([
  ['is not there', (_, response) => response.writeHead(404).end(), 'ok'],
  ['is forbidden', (_, response) => response.writeHead(403).end(), 'ok'],
  ['is empty', (_, response) => response.writeHead(204).end(), 'ok'],
  ['fails', (_, response) => response.writeHead(500).end(), 'disallowed'],
  ['comes too often', (_, response) => response.writeHead(429).end(), 'disallowed'],
  ['is cut off', (_, response) => response.socket?.destroy(), 'disallowed'],
  ['never comes', () => {}, 'disallowed'],
] satisfies [string, RequestListener, string][])('where robots.txt %s', async ([, robots, expected]) => {
  const { outcome, asked } = await crawling(robots as RequestListener);
  expect(await outcome('/a')).toBe(expected);
  expect(await outcome('/b')).toBe(expected);
  expect(asked().filter(path => path === '/robots.txt')).toHaveLength(1);
});

test('a page that robots.txt forbids leaves what the feed itself says, and says so', async () => {
  const { fetching, url } = await crawling((_, response) => response.end('User-agent: *\nDisallow: /\n'));
  const item = { id: null, title: 'T', link: `${url}/1`, published: null, author: null, content: null };
  const feed = { id: 'wire', outlet: 'wire', url: `${url}/feed`, language: 'en', every: null };
  const found = await pageReader(fetching).article({ ...item, summary: 'A summary.' }, feed);
  expect(found).toMatchObject({ text: 'A summary.', from: 'summary' });
});

test('asks the host that a page redirects to', async () => {
  const other = await withServer((_, response) => response.end('User-agent: attache\nDisallow: /\n'));
  const { url, host } = await withServer(({ url: path }, response) => {
    if (path === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(302, { location: `${other.url}/page` }).end();
  });
  const fetching = fetcher({ userAgent: 'attache/1', allowHosts: [host, other.host], spacing: 0 });
  onTestFinished(() => fetching.close());
  expect((await fetching.crawl(url, wanted)).outcome).toBe('disallowed');
  expect(other.requests.map(request => request.url)).toEqual(['/robots.txt']);
});

test('keeps the distance that robots.txt asks for', async () => {
  const { outcome } = await crawling((_, response) => response.end('User-agent: *\nCrawl-delay: 0.15\n'));
  await outcome('/a');
  const begun = performance.now();
  await outcome('/b');
  await outcome('/c');
  expect(performance.now() - begun).toBeGreaterThan(130);
});
