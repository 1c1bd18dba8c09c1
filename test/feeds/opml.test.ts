import fc from 'fast-check';
import { parseOpml } from 'feedsmith';
import { describe, expect, it, test } from 'vitest';
import { type Listed, opmlOf, outlinesIn } from '../../src/feeds/opml.ts';

const made = new Date('2025-11-28T08:00:00Z');
const head = { title: 'Attaché', made };
const shore: Listed = {
  title: 'Pier & "Shore" <1>',
  url: 'https://pier.example/rss?a=1&b=2',
  language: 'en',
};

describe('opmlOf', () => {
  it('is OPML 2.0 as feedsmith reads it', () => {
    const read = parseOpml(opmlOf([shore], head));
    expect(read.head).toMatchObject({ title: 'Attaché', dateCreated: 'Fri, 28 Nov 2025 08:00:00 GMT' });
    expect(read.body?.outlines).toEqual([
      {
        ...{ type: 'rss', text: shore.title, title: shore.title, xmlUrl: shore.url },
        ...{ htmlUrl: 'https://pier.example/', language: 'en' },
      },
    ]);
  });

  it('comes back whole, here and in feedsmith, whatever a title says', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), titles => {
        const feeds = titles.map((title, i) => ({
          ...shore,
          title,
          url: `https://pier.example/${i}?x=%20&y`,
        }));
        const text = opmlOf(feeds, head);
        const read = parseOpml(text).body?.outlines ?? [];
        expect(read.map(({ xmlUrl }) => xmlUrl)).toEqual(feeds.map(({ url }) => url));
        expect(outlinesIn(text, [])?.feeds.map(({ url }) => url)).toEqual(feeds.map(({ url }) => url));
      }),
    );
  });

  it('leaves out what XML cannot hold', () => {
    const text = opmlOf([{ ...shore, title: 'a\0b\u0007c\ud800d\uffffe' }], head);
    expect(parseOpml(text).body?.outlines?.[0]?.title).toBe('abc\ufffdde');
    expect(outlinesIn(text, [])?.feeds[0]?.title).toBe('abc\ufffdde');
  });
});

describe('outlinesIn', () => {
  it('finds feeds in folders, of any version, in any spelling', () => {
    const found = outlinesIn(
      `<?xml version="1.0"?>
<OPML version="1.0"><body>
 <outline text="News"><outline text="Deeper">
  <outline text='Pier &amp; Shore' type=rss XMLURL='https://pier.example/rss?a=1&#38;b=2' language="uk"/>
 </outline></outline>
 <!-- <outline xmlUrl="https://hidden.example/"/> -->
 <outline xmlUrl="feed://old.example/rss"></outline>
 <outline title="By url" type="rss" url="https://url.example/feed">
</body>`,
      [],
    );
    expect(found).toEqual({
      feeds: [
        { line: 4, url: 'https://pier.example/rss?a=1&b=2', title: 'Pier & Shore', language: 'uk' },
        { line: 7, url: 'http://old.example/rss', title: '', language: null },
        { line: 8, url: 'https://url.example/feed', title: 'By url', language: null },
      ],
      refused: [],
    });
  });

  it('says of each bad entry in which line it stands and why', () => {
    const found = outlinesIn(
      [
        '<opml><body>',
        '<outline type="rss" text="a"/>',
        '<outline type="rss" xmlUrl="not a url"/>',
        '<outline xmlUrl="javascript:alert(1)"/>',
        '<outline xmlUrl="file:///etc/passwd"/>',
        '<outline xmlUrl="http://192.168.0.1/rss"/>',
        '<outline xmlUrl="http://me:pw@pier.example/"/>',
        `<outline xmlUrl="https://pier.example/${'x'.repeat(10_000)}"/>`,
        '<outline type="include" url="https://pier.example/more.opml"/>',
        '<outline xmlUrl="https://pier.example/open',
      ].join('\n'),
      [],
    );
    expect(found?.feeds).toEqual([]);
    expect(found?.refused).toEqual([
      { line: 2, reason: 'it has no xmlUrl' },
      { line: 3, reason: 'not a url: something that is no web address' },
      { line: 4, reason: 'javascript:alert(1): a javascript: address' },
      { line: 5, reason: 'file:///etc/passwd: a file: address' },
      { line: 6, reason: 'http://192.168.0.1/rss: 192.168.0.1 is an address inside a network' },
      { line: 7, reason: expect.stringContaining('an address with a user name in it') },
      { line: 8, reason: 'its address is longer than 2000 characters' },
      { line: 9, reason: 'it includes another list: import that list by itself' },
      { line: 10, reason: 'this outline never ends' },
    ]);
  });

  it('takes an address inside a network where that host is allowed', () => {
    const list = '<opml><outline xmlUrl="http://192.168.0.1:8080/rss"/></opml>';
    expect(outlinesIn(list, ['192.168.0.1:8080'])?.feeds).toHaveLength(1);
  });

  it('is nothing for what is no OPML', () => {
    for (const text of ['', 'hello', '{"a":1}', '<rss><channel/></rss>', '<html><body/></html>'])
      expect(outlinesIn(text, [])).toBeNull();
  });
});

test('a list of 20,000 feeds is read in one pass', () => {
  const feeds = Array.from({ length: 20_000 }, (_, i) => ({ ...shore, url: `https://pier.example/${i}` }));
  expect(outlinesIn(opmlOf(feeds, head), [])?.feeds).toHaveLength(20_000);
});
