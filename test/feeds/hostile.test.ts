import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { decompressed } from '../../src/feeds/compression.ts';
import { decoded } from '../../src/feeds/decode.ts';
import { workerPool } from '../../src/worker/pool.ts';
import { gzipBomb } from '../support/bomb.ts';
import { hostile } from './hostile.ts';

/** Parsing asks nothing of catalog and lexicon. */
const nothing = { catalog: {}, lexicon: {} } as unknown as Parameters<typeof workerPool>[0];
const origin = { url: 'https://news.example/feed.xml', contentType: null };
const secrets = /root:.*:0:0|127\.0\.0\.1:9\/\?/;

/** Each takes half a second or more; they are tried with SLOW=1, and in the round of CI. */
const long = new Set([
  '80,000 items without ends',
  '100,000 entries in entries',
  'a comment without end',
  'quotes and brackets in turn',
  'processing instructions without end',
  'CDATA without end',
  'an attribute of "<" without end',
  'CDATA opened and closed in turn',
  'a title of references',
]);

describe('in the worker that reads feeds', () => {
  const work = workerPool(nothing);
  afterAll(() => work.close());

  test.for(Object.entries(hostile).filter(([name]) => process.env.SLOW || !long.has(name)))(
    '%s ends, and reaches nothing',
    { timeout: 12_000 },
    async ([name, made]) => {
      const document = made();
      const text = typeof document === 'string' ? document : decoded(document, null);
      const parsed = await work.feed(text, origin);
      if (name.includes('prototypes')) expect(parsed).toMatchObject({ items: [{ title: 'a' }] });
      if ('detail' in parsed) expect(parsed.detail).not.toContain('too long or too much memory');
      const words = JSON.stringify(parsed);
      expect(words).not.toMatch(secrets);
      expect(words).not.toMatch(/"link":"(?!https?:)/);
      expect(words.length).toBeLessThan(6_000_000);
      expect('polluted' in {}).toBe(false);
    },
  );

  test('reads the next feed as if nothing had been', async () => {
    const parsed = await work.feed(
      '<rss><channel><title>T</title><item><title>A</title></item></channel></rss>',
      origin,
    );
    expect(parsed).toMatchObject({ outcome: 'ok', items: [{ title: 'A' }] });
  });
});

test.for([
  ['a gzip bomb', gzipBomb(300_000_000)],
  ['a gzip bomb in a gzip bomb', gzipSync(gzipBomb(300_000_000))],
  ['gzip that is cut off', gzipSync(Buffer.from('<rss>'.repeat(10_000))).subarray(0, 60)],
  ['gzip that is damaged', Buffer.from(gzipSync(Buffer.from('<rss>'.repeat(10_000)))).fill(7, 20, 40)],
] as const)('%s is refused while it is unpacked', async ([name, bytes]) => {
  const encoding = name.includes('in a') ? 'gzip, gzip' : 'gzip';
  await expect(decompressed(bytes, encoding, 5_000_000)).rejects.toThrow();
});
