import type { RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { fetcher } from '../../src/feeds/fetch.ts';
import type { Limits } from '../../src/feeds/stopwatch.ts';
import { withServer } from '../support/server.ts';

const limits: Limits = { bytes: 100_000, header: 5_000, idle: 5_000, total: 8_000 };
const wanted = { accept: '*/*', limits };

async function served(handler: RequestListener, spacing: number) {
  const server = await withServer(handler);
  const fetching = fetcher({ userAgent: 'attache-test/1', allowHosts: [server.host], spacing });
  onTestFinished(() => fetching.close());
  return { ...server, fetching };
}

test('keeps its distance at one host, and none between hosts', async () => {
  const at: number[] = [];
  const handler: RequestListener = (_, response) => {
    at.push(performance.now());
    response.end('x');
  };
  const { url, host, fetching } = await served(handler, 100);
  const other = await withServer(handler);
  const both = fetcher({ userAgent: 'attache-test/1', allowHosts: [host, other.host], spacing: 100 });
  onTestFinished(() => both.close());
  await Promise.all(['/1', '/2', '/3'].map(path => fetching.get(url + path, wanted)));
  const gaps = at.slice(1).map((time, i) => time - (at[i] ?? 0));
  expect(gaps).toHaveLength(2);
  for (const gap of gaps) expect(gap).toBeGreaterThan(80);
  const begun = performance.now();
  await Promise.all([both.get(`${url}/4`, wanted), both.get(`${other.url}/4`, wanted)]);
  expect(performance.now() - begun).toBeLessThan(80);
});

test('has at most two requests under way at one host', async () => {
  let open = 0;
  let most = 0;
  const { url, fetching } = await served((_, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.end('x');
    }, 20);
  }, 0);
  await Promise.all(Array.from({ length: 10 }, (_, i) => fetching.get(`${url}/${i}`, wanted)));
  expect(most).toBe(2);
});

test('a host that asks us to wait is asked nothing at all', async () => {
  const { url, requests, fetching } = await served((request, response) => {
    if (request.url === '/busy') response.writeHead(429, { 'retry-after': '60' }).end();
    else response.end('x');
  }, 0);
  expect(await fetching.get(`${url}/busy`, wanted)).toMatchObject({ outcome: 'http-error', wait: 60_000 });
  const held = await fetching.get(`${url}/other`, wanted);
  expect(held).toMatchObject({ outcome: 'held', detail: expect.stringMatching(/asked us to wait$/) });
  expect(held.outcome === 'held' && held.wait !== null && held.wait > 50_000).toBe(true);
  expect(requests).toHaveLength(1);
});

test('what waits for its turn while the host begins to ask for peace is not sent', async () => {
  const { url, requests, fetching } = await served((_, response) => {
    response.writeHead(503, { 'retry-after': '60' }).end();
  }, 50);
  const outcomes = await Promise.all(['/1', '/2', '/3'].map(path => fetching.get(url + path, wanted)));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['http-error', 'held', 'held']);
  expect(requests).toHaveLength(1);
});

test('who asks for the same at the same time shares one request', async () => {
  const { url, requests, fetching } = await served((_, response) => response.end('x'), 0);
  const answers = await Promise.all([1, 2, 3].map(() => fetching.get(`${url}/feed`, wanted)));
  expect(answers.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok']);
  expect(requests).toHaveLength(1);
  await fetching.get(`${url}/feed`, wanted);
  expect(requests).toHaveLength(2);
});
