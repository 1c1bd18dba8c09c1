import { expect, test } from 'vitest';
import { parseFeed } from '../../src/feeds/parse.ts';

const origin = { url: 'https://news.example/feed.xml', contentType: null };
const item = (description: string): string =>
  `<item><title>Talks</title><link>https://news.example/1</link><description>${description}</description></item>`;
const rss = (items: string): string =>
  `<rss version="2.0"><channel><title>Example Wire</title>${items}</channel></rss>`;

test('keeps the first thousand items of a feed', async () => {
  const parsed = await parseFeed(rss(item('x').repeat(3_000)), origin);
  expect(parsed).toMatchObject({ outcome: 'ok', title: 'Example Wire', items: { length: 1_000 } });
});

test('takes no feed beyond five million characters', async () => {
  const parsed = await parseFeed(rss(item('x'.repeat(5_000_000))), origin);
  expect(parsed).toEqual({ outcome: 'too-large', detail: 'the feed is larger than 5 MB' });
});

test('leaves relative links as they are where it does not know the address', async () => {
  const parsed = await parseFeed(rss('<item><title>a</title><link>/1</link></item>'), {
    url: null,
    contentType: null,
  });
  expect(parsed).toMatchObject({ items: [{ link: '/1' }] });
});

test('expands no entity and opens no file', async () => {
  const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join(
    '',
  );
  const doctype = `<!DOCTYPE rss [<!ENTITY a0 "ha">${laughs}<!ENTITY file SYSTEM "file:///etc/passwd">]>`;
  const parsed = await parseFeed(doctype + rss(item('&a20; &file;')), origin);
  expect(parsed).toMatchObject({ outcome: 'ok', items: [{ summary: '&a20; &file;' }] });
});

test('gives objects no new properties', async () => {
  await parseFeed(
    rss('<item><__proto__><polluted>yes</polluted></__proto__><title>a</title></item>'),
    origin,
  );
  expect('polluted' in {}).toBe(false);
});

const hostile: Readonly<Record<string, string>> = {
  '200 kB of "<" in a description': rss(item('<'.repeat(200_000))),
  '200 kB of "<" in CDATA': rss(item(`<![CDATA[${'<'.repeat(200_000)}]]>`)),
  '"x<p" 70,000 times': rss(item(`<![CDATA[${'x<p'.repeat(70_000)}]]>`)),
  'elements 100,000 deep': rss(item('<div>'.repeat(100_000))),
  'an author of brackets': rss(`<item><title>a</title><author>${'('.repeat(200_000)}</author></item>`),
  'an author without an end to its address': rss(
    `<item><title>a</title><author>${'a@'.repeat(100_000)}</author></item>`,
  ),
  'CDATA that is never closed': rss(item('<![CDATA['.repeat(100_000))),
  'comments that are never closed': `<rss>${'<!--'.repeat(200_000)}`,
  'a DOCTYPE that is never closed': `<!DOCTYPE [${'<!'.repeat(200_000)}`,
  'an attribute that is never closed': `<rss ${'a="'.repeat(200_000)}`,
  '20,000 attributes': `<rss ${Array.from({ length: 20_000 }, (_, i) => `a${i}="1"`).join(' ')}>${rss(item('x'))}`,
  'end tags alone': `<rss>${'</a>'.repeat(100_000)}`,
  'JSON 100,000 deep': `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","x":${'['.repeat(100_000)}`,
};

test.for(Object.entries(hostile))('ends quickly on %s', { timeout: 5_000 }, async ([, document]) => {
  expect(['ok', 'parse-error']).toContain((await parseFeed(document, origin)).outcome);
});
