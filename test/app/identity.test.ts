import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLink, identityKeys, lookOf, refOf } from '../../src/app/identity.ts';
import type { Item } from '../../src/app/ports.ts';
import type { Feed } from '../../src/core/feed.ts';
import { lakes, statement } from '../support/made.ts';

const feed = lakes().feeds.get('lakeside-world') as Feed;
const hash = (text: string): string => Buffer.from(text.padEnd(32, '-')).toString('hex');
const item = (given: Partial<Item>): Item => ({
  id: null,
  title: 'T',
  link: null,
  published: null,
  author: null,
  summary: null,
  content: null,
  ...given,
});
const keysOf = (given: Partial<Item>): string[] => identityKeys([item(given)], feed)[0] ?? [];

describe('canonicalLink', () => {
  it.each([
    ['https://www.post.example/a/?utm_source=rss&utm_medium=feed', 'post.example/a'],
    ['http://post.example/a#xtor=RSS-1', 'post.example/a'],
    ['https://post.example/a?id=7&fbclid=x', 'post.example/a?id=7'],
    ['https://post.example/a?b=2&a=1', 'post.example/a?a=1&b=2'],
    ['https://post.example:8443/', 'post.example:8443'],
    ['https://post.example/a?source=rss', 'post.example/a'],
    ['https://post.example/a?source=kyiv', 'post.example/a?source=kyiv'],
    ['https://m.post.example/a', 'post.example/a'],
    ['https://amp.post.example/a', 'post.example/a'],
    ['https://m.tv/a', 'm.tv/a'],
    ['https://post.example/a/amp/', 'post.example/a'],
    ['https://post.example/a.amp.html', 'post.example/a.html'],
    ['https://post.example/a?outputType=amp', 'post.example/a'],
    ['https://post.example/camp', 'post.example/camp'],
    ['https://www-post-example.cdn.ampproject.org/c/s/www.post.example/a?x=1', 'post.example/a?x=1'],
    ['https://www.google.com/amp/s/post.example/a', 'post.example/a'],
    ['https://www.google.com/url?rct=j&url=https://post.example/a%3Fid%3D1&ct=ga', 'post.example/a?id=1'],
    ['https://post.example/a/index.html', 'post.example/a'],
    ['https://post.example/%d0%b0', 'post.example/%D0%B0'],
    ['https://post.example/а', 'post.example/%D0%B0'],
    ['no link', 'no link'],
  ])('%s is compared as %s', (link, expected) => {
    expect(canonicalLink(link)).toBe(expected);
  });

  const slug = fc.stringMatching(/^[a-z0-9-]{1,12}$/).filter(each => each !== 'amp');
  const page = fc.record({
    path: fc.array(slug, { minLength: 1, maxLength: 4 }),
    query: fc.dictionary(fc.constantFrom('id', 'p', 'story', 'page'), slug, { maxKeys: 3 }),
  });
  const addressOf = ({ path, query }: { path: string[]; query: Record<string, string> }): string =>
    `https://post.example/${path.join('/')}?${new URLSearchParams(query)}`;
  const disguises: readonly ((address: string) => string)[] = [
    address => address.replace('https:', 'http:'),
    address => address.replace('//post', '//www.post'),
    address => address.replace('//post', '//m.post'),
    address => `${address}#comments`,
    address => `${address}&utm_source=rss&utm_campaign=x`,
    address => `${address}&fbclid=Iw&xtor=RSS-4`,
    address => address.replace('?', '/?'),
    address => address.replace('?', '/amp?'),
    address => `https://post-example.cdn.ampproject.org/c/s/${address.slice('https://'.length)}`,
    address => `https://www.google.com/url?url=${encodeURIComponent(address)}&ct=ga`,
  ];

  it('sees through any disguises, one over the other', () => {
    const worn = fc.subarray([...disguises.keys()].slice(0, -2));
    fc.assert(
      fc.property(page, worn, fc.constantFrom(-1, -2, null), (of, which, last) => {
        const plain = addressOf(of);
        const dressed = which.reduce((address, i) => disguises[i]?.(address) ?? address, plain);
        const wrapped =
          last === null ? dressed : (disguises.at(last)?.(dressed.replace('http:', 'https:')) ?? '');
        expect(canonicalLink(wrapped)).toBe(canonicalLink(plain));
        expect(canonicalLink(`https://${canonicalLink(plain)}`)).toBe(canonicalLink(plain));
      }),
    );
  });

  it('keeps different pages apart', () => {
    fc.assert(
      fc.property(page, page, (one, other) => {
        const sorted = ({ path, query }: typeof one): string =>
          JSON.stringify([path, Object.entries(query).toSorted()]);
        fc.pre(sorted(one) !== sorted(other));
        expect(canonicalLink(addressOf(one))).not.toBe(canonicalLink(addressOf(other)));
      }),
    );
  });
});

const long =
  'Berg said on Thursday that the dam would not be built, whatever the League might say about it in Brussels or elsewhere.';

describe('identityKeys', () => {
  it('are the link, the id and the words, the title where there is none of them', () => {
    const given = { id: 'g1', link: 'https://post.example/a', summary: `<p class="x">${long}</p>` };
    expect(keysOf(given).map(key => key.slice(0, 24))).toEqual([
      'link:post.example/a',
      'id:lakeside:g1',
      'words:lakeside:t berg sa',
    ]);
    expect(keysOf({ title: 'Only', published: 5 })).toEqual(['title:lakeside:Only:5']);
  });

  it('share the words where link, id and date are new, and the markup changed', () => {
    const before = keysOf({
      id: '1',
      link: 'https://post.example/1',
      summary: `<p>${long}</p>`,
      published: 1,
    });
    const after = keysOf({
      id: '2',
      link: 'https://post.example/2',
      summary: `<b>${long}</b>`,
      published: 2,
    });
    expect(before.filter(key => after.includes(key))).toHaveLength(1);
  });

  it('compare ids that are addresses as addresses, but for their fragments', () => {
    const id = (id: string) => keysOf({ id })[0];
    expect(id('http://www.post.example/a?utm_source=rss')).toBe(id('https://post.example/a/'));
    expect(id('https://live.example/page#post-1')).not.toBe(id('https://live.example/page#post-2'));
    expect(id('urn:1?utm_source=x')).toBe('id:lakeside:urn:1?utm_source=x');
  });

  it('leave out links that tell nothing: of a live page, of a home page', () => {
    const link = 'https://post.example/live';
    const posts = [
      item({ id: '1', title: 'First', link: `${link}#1` }),
      item({ id: '2', title: 'Second', link: `${link}#2` }),
      item({ id: '3', title: 'Apart', link: 'https://post.example/apart' }),
    ];
    expect(identityKeys(posts, feed)).toEqual([
      ['id:lakeside:1'],
      ['id:lakeside:2'],
      ['link:post.example/apart', 'id:lakeside:3'],
    ]);
    const twice = [item({ id: '1', title: 'One', link }), item({ id: '2', title: 'ONE!', link })];
    expect(identityKeys(twice, feed).map(([first]) => first)).toEqual([
      'link:post.example/live',
      'link:post.example/live',
    ]);
    expect(keysOf({ id: '1', link: 'https://post.example/?utm_source=rss' })).toEqual(['id:lakeside:1']);
  });

  it('end quickly on markup made to take long', () => {
    const begun = performance.now();
    keysOf({ summary: '<'.repeat(300_000), content: '<a '.repeat(100_000) });
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('lookOf', () => {
  const full = (text: string): string => Buffer.from(text).toString('hex').slice(-60).padStart(60, '0');

  it('changes with the words, not with markup, dates, links or ids', () => {
    const before = lookOf(item({ summary: `<p>${long}</p>`, published: 1, id: 'a' }), full);
    expect(
      lookOf(item({ summary: `<div>${long} </div>`, published: 2, link: 'https://x.example/' }), full),
    ).toBe(before);
    expect(lookOf(item({ summary: `${long} Indeed` }), full)).not.toBe(before);
  });
});

it('a ref is eight signs that say the same for the same place', () => {
  const made = statement();
  expect(refOf('a1', made, hash)).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/);
  expect(refOf('a1', made, hash)).toBe(refOf('a1', made, hash));
  expect(refOf('b2', made, hash)).not.toBe(refOf('a1', made, hash));
});
