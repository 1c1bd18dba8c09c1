import type { RequestListener } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { Fetched } from '../../src/feeds/answers.ts';
import { type Fetcher, feedLimits, fetcher } from '../../src/feeds/fetch.ts';
import type { Limits } from '../../src/feeds/stopwatch.ts';
import { gzipBomb } from '../support/bomb.ts';
import { withServer } from '../support/server.ts';

const body = `<rss><channel>${'words '.repeat(200)}</channel></rss>`;
const limits: Limits = { bytes: 100_000, header: 5_000, idle: 5_000, total: 8_000 };
const impatient: Limits = { ...limits, header: 100, idle: 100, total: 300 };
const bomb = gzipBomb(50_000_000);

function withFetcher(allowHosts: readonly string[]): Fetcher {
  const fetching = fetcher({ userAgent: 'attache-test/1 (+https://example.org)', allowHosts });
  onTestFinished(() => fetching.close());
  return fetching;
}

const text = (fetched: Fetched): string | null =>
  fetched.outcome === 'ok' ? new TextDecoder().decode(fetched.bytes) : null;

async function answerOf(handler: RequestListener, within = limits) {
  const { url, host, requests } = await withServer(handler);
  const fetched = await withFetcher([host]).get(`${url}/feed`, { accept: 'text/xml', limits: within });
  return { fetched, requests };
}

test('gives the bytes, the type, the validators and the final address', async () => {
  const { fetched, requests } = await answerOf((_, response) => {
    response.setHeader('content-type', 'application/rss+xml').setHeader('etag', '"a"');
    response.setHeader('last-modified', 'Thu, 27 Nov 2025 10:00:00 GMT').end(body);
  });
  expect(fetched).toMatchObject({
    outcome: 'ok',
    url: expect.stringMatching(/\/feed$/),
    contentType: 'application/rss+xml',
    validators: { etag: '"a"', lastModified: 'Thu, 27 Nov 2025 10:00:00 GMT' },
    wait: null,
  });
  expect(text(fetched)).toBe(body);
  expect(requests[0]?.headers).toMatchObject({
    'user-agent': 'attache-test/1 (+https://example.org)',
    accept: 'text/xml',
    'accept-encoding': 'gzip, br, zstd, deflate',
  });
  expect(requests[0]?.headers).not.toHaveProperty('if-none-match');
});

test('asks only for what is new, and understands that nothing is', async () => {
  const { url, host, requests } = await withServer((_, response) => {
    response.writeHead(304, { 'cache-control': 'max-age=900' }).end();
  });
  const fetching = withFetcher([host]);
  const validators = { etag: '"a"', lastModified: 'Thu, 27 Nov 2025 10:00:00 GMT' };
  const fetched = await fetching.get(url, { accept: 'text/xml', limits, validators });
  expect(fetched).toEqual({ outcome: 'not-modified', wait: null, fresh: 900_000, movedTo: null });
  expect(requests[0]?.headers).toMatchObject({
    'if-none-match': '"a"',
    'if-modified-since': 'Thu, 27 Nov 2025 10:00:00 GMT',
  });
});

test.for([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['gzip, br', (bytes: Buffer) => brotliCompressSync(gzipSync(bytes))],
] as const)('undoes %s', async ([encoding, compress]) => {
  const { fetched } = await answerOf((_, response) => {
    response.setHeader('content-encoding', encoding).end(compress(Buffer.from(body)));
  });
  expect(text(fetched)).toBe(body);
});

test.for([
  ['a truncated answer', 'gzip', gzipSync(body).subarray(0, -10)],
  ['an answer that is not compressed at all', 'br', Buffer.from(body)],
  ['an encoding nobody offered', 'compress', Buffer.from(body)],
] as const)('refuses %s', async ([, encoding, bytes]) => {
  const { fetched } = await answerOf((_, response) => {
    response.setHeader('content-encoding', encoding).end(bytes);
  });
  expect(fetched).toMatchObject({ outcome: 'parse-error', detail: expect.stringContaining(encoding) });
});

test.for([
  [
    'declared',
    (response: Parameters<RequestListener>[1]) =>
      response.setHeader('content-length', 200_000).write('<rss>'),
  ],
  ['sent', (response: Parameters<RequestListener>[1]) => response.end(Buffer.alloc(200_000, 'x'))],
  [
    'after decompression',
    (response: Parameters<RequestListener>[1]) => response.setHeader('content-encoding', 'gzip').end(bomb),
  ],
] as const)('refuses what is too large as %s', async ([, respond]) => {
  const { fetched } = await answerOf((_, response) => void respond(response));
  expect(fetched).toEqual({ outcome: 'too-large', detail: 'the answer is larger than 0.1 MB', wait: null });
});

test('follows redirects, permanent ones and relative ones', async () => {
  const hops: Readonly<Record<string, string>> = { '/feed': '/a?x=1', '/a?x=1': 'b', '/b': '//HOST/c' };
  const { fetched } = await answerOf(({ url = '', headers }, response) => {
    const location = hops[url]?.replace('HOST', headers.host ?? '');
    if (location) response.writeHead(url === '/b' ? 301 : 307, { location }).end('moved');
    else response.end(body);
  });
  expect(fetched).toMatchObject({ outcome: 'ok', url: expect.stringMatching(/\/c$/) });
});

test('ends a redirect loop and a chain that is too long', async () => {
  const loop = await answerOf(({ url }, response) => {
    response.writeHead(302, { location: url === '/feed' ? '/other' : '/feed' }).end();
  });
  expect(loop.fetched).toMatchObject({ outcome: 'http-error', detail: expect.stringMatching(/circle/) });
  const chain = await answerOf(({ url }, response) => response.writeHead(302, { location: `${url}x` }).end());
  expect(chain.fetched).toMatchObject({ outcome: 'http-error', detail: 'more than 5 redirects' });
  expect(chain.requests).toHaveLength(6);
});

const inside = [
  'http://127.0.0.1:1/',
  'http://127.1:1/',
  'http://2130706433:1/',
  'http://0x7f.0.0.1:1/',
  'http://0177.0.0.1:1/',
  'http://0.0.0.0:1/',
  'http://[::1]:1/',
  'http://[::]:1/',
  'http://[::ffff:127.0.0.1]:1/',
  'http://[::7f00:1]:1/',
  'http://[64:ff9b::7f00:1]:1/',
  'http://[2002:7f00:1::]:1/',
  'http://[fe80::1]:1/',
  'http://[fd00::1]:1/',
  'http://10.0.0.1:1/',
  'http://172.16.0.1:1/',
  'http://192.168.1.1:1/',
  'http://100.64.0.1:1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://localhost:1/',
  'http://LOCALHOST.:1/',
  'http://feed.localhost:1/',
  'http://printer.local/',
  'http://metadata.google.internal/',
  'http://127.0.0.1.:1/',
  'http://127.0.0.1%2e:1/',
  'http://0x7f000001:1/',
  'http://017700000001:1/',
  'http://0:1/',
  'http://127.65535:1/',
  'http://[::ffff:7f00:1]:1/',
  'http://[::127.0.0.1]:1/',
  'http://[0:0:0:0:0:0:0:1]:1/',
  'http://[64:ff9b::127.0.0.1]:1/',
  'http://[64:ff9b:1::7f00:1]:1/',
  'http://[2001:0:7f00:1::]:1/',
  'http://[2001:db8::1]:1/',
  'http://[fec0::1]:1/',
  'http://[ff02::1]:1/',
  'http://[fe80::1%25lo]:1/',
  'http://192.0.2.1:1/',
  'http://198.18.0.1:1/',
  'http://224.0.0.1:1/',
  'http://255.255.255.255:1/',
  'http://127.0.0.1\\@public.example:1/',
  'http://127.0.0.1:1\t/',
  'http://①②⑦.0.0.1:1/',
] as const;

test.for(inside)('does not reach %s', async address => {
  const fetched = await withFetcher([]).get(address, { accept: '*/*', limits });
  expect(fetched).toMatchObject({ outcome: 'refused-address', wait: null });
});

test.for(inside)('does not follow a redirect to %s', async location => {
  const bytes = Buffer.from(location).toString('latin1');
  const { fetched } = await answerOf((_, response) => response.writeHead(302, { location: bytes }).end());
  expect(fetched).toMatchObject({ outcome: 'refused-address' });
});

test.for([
  'ftp://example.org/feed',
  'file:///etc/passwd',
  'data:text/xml,<rss/>',
  'http://user:secret@example.org/feed',
  'not an address',
  '',
])('does not ask %s', async address => {
  const fetched = await withFetcher([]).get(address, { accept: '*/*', limits });
  expect(fetched).toMatchObject({
    outcome: 'refused-address',
    detail: expect.not.stringContaining('secret'),
  });
});

test('allows a host at its port only', async () => {
  const { host } = await withServer((_, response) => response.end(body));
  const other = await withServer((_, response) => response.end(body));
  const fetched = await withFetcher([host]).get(other.url, { accept: '*/*', limits });
  expect(fetched.outcome).toBe('refused-address');
  expect(other.requests).toHaveLength(0);
});

test.for([
  [404, 'not-found'],
  [410, 'gone'],
  [500, 'http-error'],
  [503, 'http-error'],
] as const)('calls HTTP %i %s', async ([status, outcome]) => {
  const { fetched } = await answerOf((_, response) => response.writeHead(status).end('<html>'));
  expect(fetched).toMatchObject({
    outcome,
    detail: expect.stringContaining(`HTTP ${status} `),
    wait: null,
  });
});

test.for([
  [{ 'retry-after': '120' }, 120_000],
  [{ 'retry-after': 'Thu, 27 Nov 2025 11:00:00 GMT', date: 'Thu, 27 Nov 2025 10:00:00 GMT' }, 3_600_000],
  [{ 'retry-after': 'Thu, 27 Nov 2025 09:00:00 GMT', date: 'Thu, 27 Nov 2025 10:00:00 GMT' }, null],
  [{ 'retry-after': 'soon' }, null],
  [{ 'cache-control': 'max-age=600' }, null],
] as const)('hears how long to stay away: %o', async ([headers, wait]) => {
  const { fetched } = await answerOf((_, response) => response.writeHead(429, headers).end());
  expect(fetched).toEqual({ outcome: 'http-error', detail: 'HTTP 429 Too Many Requests', wait });
});

test.for([
  [{ 'cache-control': 'public, max-age=600' }, 600_000],
  [{ 'cache-control': 'no-cache' }, null],
  [{ 'cache-control': 'max-age=0', expires: 'Thu, 27 Nov 2025 10:30:00 GMT' }, null],
  [{ date: 'Thu, 27 Nov 2025 10:00:00 GMT', expires: 'Thu, 27 Nov 2025 10:30:00 GMT' }, 1_800_000],
  [{ expires: '0' }, null],
  [{ 'cache-control': 'max-age=600', age: '450' }, 150_000],
  [{ 'cache-control': 'max-age=31536000' }, 86_400_000],
] as const)('hears how long an answer stays fresh: %o', async ([headers, fresh]) => {
  const { fetched } = await answerOf((_, response) => response.writeHead(200, headers).end(body));
  expect(fetched).toMatchObject({ outcome: 'ok', wait: null, fresh });
});

test('waits for the header no longer than it may', async () => {
  const { fetched } = await answerOf(() => {}, impatient);
  expect(fetched).toMatchObject({
    outcome: 'timeout',
    detail: expect.stringMatching(/^no answer from 127.*within 0.1 s$/),
  });
});

test('waits for a silent body no longer than it may', async () => {
  const { fetched } = await answerOf((_, response) => void response.write('<rss>'), impatient);
  expect(fetched).toMatchObject({ outcome: 'timeout', detail: 'the answer stopped for 0.1 s' });
});

test('ends an answer that drips for ever, and its connection', async () => {
  let closed: () => void;
  const isClosed = new Promise<void>(resolve => {
    closed = resolve;
  });
  const { fetched } = await answerOf((_, response) => {
    const drip = setInterval(() => response.write('x'), 20);
    response.on('close', () => {
      clearInterval(drip);
      closed();
    });
  }, impatient);
  expect(fetched).toMatchObject({ outcome: 'timeout', detail: 'the answer was not complete after 0.3 s' });
  await isClosed;
});

test('ends an error page and a redirect whose bodies never do', async () => {
  const { fetched } = await answerOf(({ url }, response) => {
    if (url === '/feed') response.writeHead(302, { location: '/gone' }).write('moving');
    else response.writeHead(500).write('failing');
  });
  expect(fetched).toMatchObject({ outcome: 'http-error', detail: 'HTTP 500 Internal Server Error' });
});

test.for([
  ['at once', (response: Parameters<RequestListener>[1]) => response.socket?.resetAndDestroy()],
  [
    'in the middle',
    (response: Parameters<RequestListener>[1]) =>
      response.writeHead(200, { 'content-length': 500 }).write('<rss>', () => response.socket?.destroy()),
  ],
] as const)('knows a connection that ends %s', async ([, respond]) => {
  const { fetched } = await answerOf((_, response) => void respond(response));
  expect(fetched).toMatchObject({ outcome: 'connection-error', detail: expect.stringMatching(/broke off/) });
});

test('says that nobody listens', async () => {
  const { host, server } = await withServer(() => {});
  await new Promise(resolve => server.close(resolve));
  const fetched = await withFetcher([host]).get(`http://${host}/?key=secret`, { accept: '*/*', limits });
  expect(fetched).toEqual({ outcome: 'connection-error', detail: 'the connection was refused', wait: null });
});

test('has limits that fit feeds', () => {
  expect(feedLimits).toEqual({ bytes: 5_000_000, header: 8_000, idle: 4_000, total: 20_000 });
});
