import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import type { Validators } from '../../src/app/ports.ts';
import { feedDocument } from '../../src/feeds/document.ts';
import { fetcher } from '../../src/feeds/fetch.ts';
import { feedReader } from '../../src/feeds/reader.ts';
import { withServer } from '../support/server.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/feeds/${name}`, import.meta.url));

const none: Validators = { etag: null, lastModified: null };

async function pollOf(handler: RequestListener, validators = none) {
  const { url, host, requests } = await withServer(handler);
  const fetching = fetcher({ userAgent: 'attache-test/1', allowHosts: [host] });
  onTestFinished(() => fetching.close());
  const feed = { id: 'wire', outlet: 'wire', url: `${url}/world/feed`, language: 'en', every: 900_000 };
  return { poll: await feedReader(fetching).poll(feed, validators), requests, url };
}

test('polls a feed: items, validators, and how long to wait', async () => {
  const { poll } = await pollOf((_, response) => {
    response.setHeader('etag', '"1"').setHeader('cache-control', 'max-age=300').end(fixture('rss-2.0.xml'));
  });
  expect(poll).toMatchObject({
    outcome: 'ok',
    items: [{ id: 'id-1', title: 'Talks resume', published: Date.parse('2025-11-27T10:00:00Z') }],
    validators: { etag: '"1"', lastModified: null },
    wait: null,
    fresh: 300_000,
  });
});

test('reads encodings, and links relative to where a redirect led', async () => {
  const { poll, url } = await pollOf((request, response) => {
    if (request.url === '/world/feed') response.writeHead(301, { location: '/moved/feed' }).end();
    else response.setHeader('content-type', 'text/xml').end(fixture('windows-1251-declared.xml'));
  });
  expect(poll).toMatchObject({ outcome: 'ok', items: [{ title: expect.stringContaining('«Мы согласны»') }] });
  const relative = await pollOf((request, response) => {
    if (request.url === '/world/feed') response.writeHead(301, { location: '/moved/feed' }).end();
    else response.end('<rss><channel><item><title>a</title><link>1</link></item></channel></rss>');
  });
  expect(relative.poll).toMatchObject({ items: [{ link: `${relative.url}/moved/1` }] });
  expect(url).not.toBe(relative.url);
});

test('sends the validators, and reports that nothing is new', async () => {
  const { poll, requests } = await pollOf((_, response) => response.writeHead(304).end(), {
    etag: '"1"',
    lastModified: null,
  });
  expect(poll).toEqual({ outcome: 'not-modified', wait: null, fresh: null, movedTo: null });
  expect(requests[0]?.headers['if-none-match']).toBe('"1"');
});

test.for([
  ['html-instead-of-feed', 'page.html', 'the answer is a web page'],
  ['empty', 'empty.xml', 'the answer is empty'],
  ['parse-error', 'garbage.xml', 'the answer is no feed'],
  ['parse-error', 'other.feed', 'the answer is JSON, but no JSON Feed'],
] as const)('records %s for %s', async ([outcome, name, detail]) => {
  const { poll } = await pollOf((_, response) => response.end(fixture(name)));
  expect(poll).toMatchObject({ outcome, detail, wait: null });
});

test('records errors, with the wait that was asked for', async () => {
  const { poll } = await pollOf((_, response) => response.writeHead(503, { 'retry-after': '60' }).end());
  expect(poll).toEqual({ outcome: 'http-error', detail: 'HTTP 503 Service Unavailable', wait: 60_000 });
});

test('gives the line of `attache feed`', async () => {
  const text = fixture('rss-2.0.xml').toString();
  expect(await feedDocument('wire', text, { url: null, contentType: null })).toEqual({
    doc: 'wire',
    title: 'Example Wire',
    items: [
      {
        id: 'id-1',
        title: 'Talks resume',
        link: 'https://news.example/1',
        published: '2025-11-27T10:00:00.000Z',
        author: null,
        summary: 'The talks resume.',
        content: null,
      },
    ],
  });
  await expect(feedDocument('page', '<html></html>', { url: null, contentType: null })).rejects.toThrow(
    'page: no feed could be read, the answer is a web page.',
  );
});
