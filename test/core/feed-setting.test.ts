import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addressKey,
  catalogWith,
  type FeedSetting,
  listedFeeds,
  shortName,
} from '../../src/core/feed-setting.ts';
import type { Setting } from '../../src/core/setting.ts';
import { lakes } from '../support/made.ts';

const outlet = { id: 'pier', name: 'Pier', country: 'INT', ownership: { kind: 'independent' } } as const;
const feed = { id: 'pier-en', outlet: 'pier', url: 'https://pier.example/rss', language: 'en', every: null };
const added = { feed, outlet, by: 'slack U1', at: 5 };
const set = (id: string, value: FeedSetting | null, at = 9): Setting => ({
  ...{ kind: 'feed', id, value, by: 'slack U2', at },
});

describe('catalogWith', () => {
  it('is the same catalog where nothing is set', () => {
    const catalog = lakes();
    expect(catalogWith(catalog, [set('pier-en', null)])).toBe(catalog);
  });

  it('adds feeds and outlets, leaves out what is paused, and changes nothing of the first', () => {
    const catalog = lakes();
    const paused = set('gazette-all', { added: null, state: 'paused' });
    const now = catalogWith(catalog, [paused, set('pier-en', { added, state: 'polled' })]);
    expect([...now.feeds.keys()]).toEqual(['lakeside-world', 'pier-en']);
    expect(now.outlets.get('pier')).toEqual(outlet);
    expect([...catalog.feeds.keys()]).toEqual(['lakeside-world', 'gazette-all']);
  });

  it('keeps the outlet of a removed feed', () => {
    const now = catalogWith(lakes(), [set('pier-en', { added, state: 'removed' })]);
    expect(now.feeds.has('pier-en')).toBe(false);
    expect(now.outlets.get('pier')).toEqual(outlet);
  });

  it('lets the file hold where it has come to have the same id, address or outlet', () => {
    const other = { ...feed, id: 'again', url: 'http://www.lakeside.example/rss/', outlet: 'lakeside' };
    const theirs = { ...outlet, id: 'lakeside', name: 'Impostor' };
    const now = catalogWith(lakes(), [
      set('again', { added: { ...added, feed: other, outlet: theirs }, state: 'polled' }),
      set('gazette-all', { added: { ...added, feed: { ...feed, id: 'gazette-all' } }, state: 'polled' }),
    ]);
    expect([...now.feeds.values()]).toEqual([...lakes().feeds.values()]);
    expect(now.outlets.get('lakeside')?.name).toBe('Lakeside Post');
  });
});

test('a list says who added and who changed what', () => {
  const [, , pier] = listedFeeds(lakes(), [set('pier-en', { added, state: 'paused' })]);
  expect(pier).toMatchObject({
    ...{ outlet: 'Pier', state: 'paused' },
    ...{ added: { by: 'slack U1', at: 5 }, changed: { by: 'slack U2', at: 9 } },
  });
});

test('scheme, www, a last slash and a fragment make no other address; anything else does', () => {
  const same = ['https://a.example/x', 'http://www.a.example/x/', 'https://A.example/x#top'];
  expect(new Set(same.map(addressKey)).size).toBe(1);
  const others = [
    'https://a.example/X',
    'https://a.example/x?y',
    'https://b.a.example/x',
    'https://a.example:8443/x',
  ];
  expect(new Set([...same, ...others].map(addressKey)).size).toBe(5);
});

test('a short name is always one, and is always free', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (words, others) => {
      const taken = new Set([...others.map(each => shortName(each, new Set())), shortName(words, new Set())]);
      const name = shortName(words, taken);
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(name.length).toBeLessThanOrEqual(60);
      expect(taken.has(name)).toBe(false);
    }),
  );
});
