import { describe, expect, it } from 'vitest';
import { canonicalLink, identityKeys, refOf } from '../../src/app/identity.ts';
import type { Item } from '../../src/app/ports.ts';
import { lakes, statement } from '../support/made.ts';

const feed = lakes().feeds.get('lakeside-world');
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

describe('canonicalLink', () => {
  it.each([
    ['https://www.post.example/a/?utm_source=rss&utm_medium=feed', 'post.example/a'],
    ['http://post.example/a#xtor=RSS-1', 'post.example/a'],
    ['https://post.example/a?id=7&fbclid=x', 'post.example/a?id=7'],
    ['https://post.example/a?b=2&a=1', 'post.example/a?a=1&b=2'],
    ['https://post.example:8443/', 'post.example:8443'],
    ['no link', 'no link'],
  ])('%s is compared as %s', (link, expected) => {
    expect(canonicalLink(link)).toBe(expected);
  });
});

describe('identityKeys', () => {
  it('are the link and the id, the title where there is neither', () => {
    if (!feed) throw new Error('no feed');
    expect(identityKeys(item({ id: 'g1', link: 'https://post.example/a' }), feed)).toEqual([
      'link:post.example/a',
      'id:lakeside:g1',
    ]);
    expect(identityKeys(item({ title: 'Only', published: 5 }), feed)).toEqual(['title:lakeside:Only:5']);
  });
});

it('a ref is eight signs that say the same for the same place', () => {
  const hash = (text: string): string => Buffer.from(text.padEnd(32, '-')).toString('hex');
  const made = statement();
  expect(refOf('a1', made, hash)).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/);
  expect(refOf('a1', made, hash)).toBe(refOf('a1', made, hash));
  expect(refOf('b2', made, hash)).not.toBe(refOf('a1', made, hash));
});
