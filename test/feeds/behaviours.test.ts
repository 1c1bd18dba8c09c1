import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { fetcher } from '../../src/feeds/fetch.ts';
import type { Limits } from '../../src/feeds/stopwatch.ts';
import { gzipBomb } from '../support/bomb.ts';

// What servers do to their readers, byte by byte: each fetch ends within its limits, and says what was seen.

const limits: Limits = { bytes: 100_000, header: 300, idle: 300, total: 700 };
const slack = 500;
const feed = '<rss><channel><title>T</title></channel></rss>';
const validators = { etag: '"a"', lastModified: null };

type Behaviour = (socket: Socket, request: string, count: number) => void;

/** A server below HTTP: what it writes is what arrives. */
async function rawServer(behave: Behaviour) {
  const sockets = new Set<Socket>();
  const asked: string[] = [];
  let written = 0;
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      written += socket.bytesWritten;
      sockets.delete(socket);
    });
    socket.on('data', chunk => {
      asked.push(chunk.toString('latin1').split('\r\n')[0] ?? '');
      behave(socket, chunk.toString('latin1'), asked.length);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise(resolve => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  const closed = async (): Promise<number> => {
    while (sockets.size > 0) await new Promise(resolve => setTimeout(resolve, 5));
    return written;
  };
  return { host: `127.0.0.1:${port}`, asked, closed };
}

async function behaved(behave: Behaviour, { scheme = 'http', conditional = false } = {}) {
  const { host, asked, closed } = await rawServer(behave);
  const fetching = fetcher({ userAgent: 'attache-test/1', allowHosts: [host], spacing: 0 });
  onTestFinished(() => fetching.close());
  const begun = performance.now();
  const wanted = { accept: '*/*', limits, ...(conditional && { validators }) };
  const fetched = await fetching.get(`${scheme}://${host}/feed`, wanted);
  return { fetched, took: performance.now() - begun, asked, closed };
}

const answer =
  (head: string, body: string | Buffer = ''): Behaviour =>
  socket => {
    socket.write(`HTTP/1.1 ${head}\r\n\r\n`.replaceAll('\n', '\r\n').replaceAll('\r\r', '\r'));
    socket.end(body);
  };

const open =
  (head: string, body: string | Buffer = ''): Behaviour =>
  socket => {
    socket.write(`HTTP/1.1 ${head}\r\n\r\n`.replaceAll('\n', '\r\n').replaceAll('\r\r', '\r'));
    socket.write(body);
  };

/** Writes a piece again and again, as fast as it is taken or at intervals, until the connection ends. */
const endlessly =
  (head: string, piece: string | Buffer, interval = 0): Behaviour =>
  socket => {
    socket.write(`${head}\r\n`);
    const more = (): void => {
      if (socket.destroyed) return;
      if (interval > 0) setTimeout(more, interval);
      else if (!socket.writableNeedDrain) setImmediate(more);
      else socket.once('drain', more);
      socket.write(piece);
    };
    more();
  };

const bomb = gzipBomb(50_000_000);
const packed = gzipSync(feed);
const ok = `200 OK\nContent-Length: ${feed.length}`;

const cases: [what: string, behave: Behaviour, outcome: string, detail: RegExp | null][] = [
  ['says nothing at all', () => {}, 'timeout', /^no answer from .* within 0\.3 s$/],
  ['drips its header', endlessly('HTTP/1.1 200 OK', 'X-A: b\r\n', 20), 'timeout', /within 0\.3 s/],
  [
    'stops in the middle of its header',
    s => s.write('HTTP/1.1 200 OK\r\nContent-'),
    'timeout',
    /within 0\.3 s/,
  ],
  ['drips its body', endlessly('HTTP/1.1 200 OK\r\n', 'x', 20), 'timeout', /not complete after 0\.7 s/],
  [
    'stops in the middle of its body',
    open('200 OK\nContent-Length: 500', feed),
    'timeout',
    /stopped for 0\.3 s/,
  ],
  [
    'never ends its body',
    endlessly('HTTP/1.1 200 OK\r\n', Buffer.alloc(65_536, 'x')),
    'too-large',
    /0\.1 MB/,
  ],
  [
    'never ends its chunks',
    endlessly('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n', `ffff\r\n${'x'.repeat(65_535)}\r\n`),
    'too-large',
    null,
  ],
  [
    'never ends its header',
    endlessly('HTTP/1.1 200 OK', `X: ${'y'.repeat(1_000)}\r\n`),
    'http-error',
    /headers .* too large/,
  ],
  [
    'sends one header of 100 kB',
    answer(`200 OK\nX: ${'y'.repeat(100_000)}`, feed),
    'http-error',
    /headers .* too large/,
  ],
  [
    'sets 2,000 cookies',
    answer(`200 OK\n${'Set-Cookie: a=b; Path=/\n'.repeat(2_000)}X: y`, feed),
    'http-error',
    /headers/,
  ],
  ['sets 50 cookies', answer(`${ok}\n${'Set-Cookie: a=b; Path=/\n'.repeat(50)}X: y`, feed), 'ok', null],
  ['declares 100 MB', open('200 OK\nContent-Length: 100000000', feed), 'too-large', null],
  ['declares less than it sends', answer('200 OK\nContent-Length: 10', feed), 'ok', null],
  [
    'declares more than it sends',
    answer('200 OK\nContent-Length: 500', feed),
    'connection-error',
    /broke off/,
  ],
  [
    'declares two lengths',
    answer('200 OK\nContent-Length: 5\nContent-Length: 50', feed),
    'connection-error',
    /broke off/,
  ],
  [
    'declares a length that is no number',
    answer('200 OK\nContent-Length: many', feed),
    'http-error',
    /no HTTP/,
  ],
  [
    'declares a length and chunks',
    answer('200 OK\nContent-Length: 5\nTransfer-Encoding: chunked', `5\r\nabcde\r\n0\r\n\r\n`),
    'connection-error',
    null,
  ],
  ['declares no length and closes', answer('200 OK', feed), 'ok', null],
  ['closes at once', s => s.end(), 'connection-error', /broke off/],
  ['resets at once', s => s.resetAndDestroy(), 'connection-error', /broke off/],
  [
    'resets in the middle of its header',
    s => s.write('HTTP/1.1 200', () => s.resetAndDestroy()),
    'connection-error',
    null,
  ],
  [
    'resets in the middle of its body',
    s =>
      s.write('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nabc', () =>
        setTimeout(() => s.resetAndDestroy(), 20),
      ),
    'connection-error',
    /broke off/,
  ],
  [
    'sends chunks that are none',
    answer('200 OK\nTransfer-Encoding: chunked', 'zz\r\nnothing\r\n'),
    'http-error',
    /no HTTP/,
  ],
  [
    'cuts its chunks off',
    answer('200 OK\nTransfer-Encoding: chunked', '10\r\nabc'),
    'connection-error',
    null,
  ],
  ['answers in HTTP/0.9', s => s.end(feed), 'http-error', /no HTTP/],
  ['answers in another protocol', s => s.end('SSH-2.0-OpenSSH_9.6\r\n'), 'http-error', /no HTTP/],
  [
    'answers noise',
    s => s.end(Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 256))),
    'http-error',
    null,
  ],
  ['answers with a status that is none', answer('999 Strange', feed), 'http-error', /HTTP 999/],
  [
    'upgrades',
    answer('101 Switching Protocols\nUpgrade: websocket\nConnection: upgrade'),
    'connection-error',
    null,
  ],
  ['only says that it goes on', endlessly('', 'HTTP/1.1 100 Continue\r\n\r\n', 20), 'connection-error', null],
  ['has no content', answer('204 No Content'), 'empty', /HTTP 204/],
  ['resets our content', answer('205 Reset Content\nContent-Length: 0'), 'empty', /HTTP 205/],
  [
    'sends a part',
    answer(`206 Partial Content\nContent-Range: bytes 0-9/500\nContent-Length: 10`, '0123456789'),
    'http-error',
    /HTTP 206/,
  ],
  ['answers as to HEAD', answer('200 OK\nContent-Length: 0'), 'ok', null],
  ['is not modified, though nobody asked', answer('304 Not Modified'), 'http-error', /HTTP 304/],
  [
    'sends a gzip bomb',
    answer(`200 OK\nContent-Encoding: gzip\nContent-Length: ${bomb.length}`, bomb),
    'too-large',
    null,
  ],
  [
    'sends half a gzip',
    answer('200 OK\nContent-Encoding: gzip', packed.subarray(0, 30)),
    'parse-error',
    /compression/,
  ],
  ['labels plain text gzip', answer('200 OK\nContent-Encoding: gzip', feed), 'parse-error', /compression/],
  ['labels gzip br', answer('200 OK\nContent-Encoding: br', packed), 'parse-error', /compression/],
  ['labels gzip twice', answer('200 OK\nContent-Encoding: gzip, gzip', packed), 'parse-error', /compression/],
  ['labels with what nobody knows', answer('200 OK\nContent-Encoding: rot13', feed), 'parse-error', /rot13/],
  [
    'sends gzip with rubbish behind it',
    answer('200 OK\nContent-Encoding: gzip', Buffer.concat([packed, Buffer.from('rubbish')])),
    'parse-error',
    null,
  ],
  ['redirects to nowhere', answer('302 Found'), 'http-error', /HTTP 302/],
  [
    'redirects to what is no address',
    answer('302 Found\nLocation: http://[/'),
    'refused-address',
    /no web address/,
  ],
  [
    'redirects to a file',
    answer('302 Found\nLocation: file:///etc/passwd'),
    'refused-address',
    /file: address/,
  ],
  [
    'redirects to gopher',
    answer('301 Moved\nLocation: gopher://127.0.0.1:70/1'),
    'refused-address',
    /gopher: address/,
  ],
  [
    'redirects with a user name',
    answer('301 Moved\nLocation: http://public.example@127.0.0.1/'),
    'refused-address',
    /user name/,
  ],
  ['redirects to itself', answer('301 Moved\nLocation: /feed'), 'http-error', /circle/],
  [
    'redirects ever further',
    (s, request) => answer(`302 Found\nLocation: ${request.split(' ')[1]}${'/x'.repeat(50)}`)(s, request, 1),
    'http-error',
    /more than 5/,
  ],
  [
    'redirects to ever new queries',
    (s, r, n) => answer(`302 Found\nLocation: ?n=${n}`)(s, r, n),
    'http-error',
    /more than 5/,
  ],
  [
    'redirects to TLS on a plain port',
    (s, request) =>
      answer(`301 Moved\nLocation: https://${/host: (.*)/i.exec(request)?.[1]?.trim()}/`)(s, request, 1),
    'connection-error',
    null,
  ],
  [
    'redirects without ending its body',
    (s, r, n) =>
      n === 1
        ? open('302 Found\nLocation: /b\nContent-Length: 999999', 'x')(s, r, n)
        : answer(ok, feed)(s, r, n),
    'ok',
    null,
  ],
  [
    'asks for patience in an hour',
    answer('503 Service Unavailable\nRetry-After: 3600'),
    'http-error',
    /HTTP 503/,
  ],
  [
    'asks for patience for ever',
    answer('429 Too Many Requests\nRetry-After: 99999999999'),
    'http-error',
    /HTTP 429/,
  ],
  [
    'sends two answers to one question',
    answer(ok, `${feed}HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc`),
    'ok',
    null,
  ],
];

test.for(cases)('a server that %s', async ([, behave, outcome, detail]) => {
  const { fetched, took, closed } = await behaved(behave);
  expect(fetched.outcome, JSON.stringify({ ...fetched, bytes: undefined })).toBe(outcome);
  if (detail) expect('detail' in fetched && fetched.detail).toMatch(detail);
  expect(took).toBeLessThan(limits.total + slack);
  // What an endless server could write before we hung up: our limit and what the sockets hold.
  expect(await closed()).toBeLessThan(10_000_000);
});

test('TLS on a plain port', async () => {
  const { fetched } = await behaved(socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), {
    scheme: 'https',
  });
  expect(fetched).toMatchObject({ outcome: 'connection-error', detail: 'TLS failed' });
});

test('a 304 with a body, which HTTP forbids', async () => {
  const { fetched } = await behaved(answer(`304 Not Modified\nContent-Length: ${feed.length}`, feed), {
    conditional: true,
  });
  expect(fetched.outcome).toBe('not-modified');
});

test('a permanent redirect is told apart from one for now', async () => {
  const hops =
    (codes: readonly number[]): Behaviour =>
    (socket, _, count) => {
      const code = codes[count - 1];
      answer(code ? `${code} Moved\nLocation: /${count}\nContent-Length: 0` : ok, code ? '' : feed)(
        socket,
        '',
        count,
      );
    };
  const movedTo = async (codes: readonly number[]) => {
    const { fetched } = await behaved(hops(codes));
    return fetched.outcome === 'ok' ? (fetched.movedTo?.replace(/^.*\//, '/') ?? null) : fetched;
  };
  expect(await movedTo([])).toBeNull();
  expect(await movedTo([301])).toBe('/1');
  expect(await movedTo([308, 301])).toBe('/2');
  expect(await movedTo([301, 302])).toBe('/1');
  expect(await movedTo([302, 301])).toBeNull();
  expect(await movedTo([307])).toBeNull();
});
