import { describe, expect, it } from 'vitest';
import type { Poll } from '../../src/app/ports.ts';
import { hour, minute } from '../../src/core/time.ts';
import { firstFeed, item, nothing, ok, polling, start } from '../support/polling.ts';

describe('pollFeeds', () => {
  it('keeps what is new, quietly the first time, and asks again only when due', async () => {
    const { store, poll, state } = await polling();
    await poll(ok([item(1)]), 0);
    await poll(ok([item(1), item(2)]), minute);
    expect(state.asked).toBe(1);
    await poll(ok([item(1), item(2)]), 10 * minute);
    const kept = await store.articles.unread(10);
    expect(kept.map(({ title, quiet }) => [title, quiet])).toEqual([
      ['Title 1', true],
      ['Title 2', false],
    ]);
    expect(kept[0]?.snapshot.text).toBe('Title 1\n\nBody of Title 1');
  });

  it('a moved date, a campaign tag, https or a new id make no new article', async () => {
    const { store, poll } = await polling();
    await poll(ok([item(1)]), 0);
    const again = [
      item(1, { published: start + hour }),
      item(1, { link: 'http://lakeside.example/1?utm_source=x#top' }),
      item(1, { id: 'other' }),
      item(1, { link: 'https://lakeside.example/moved' }),
    ];
    for (const each of again) await poll(ok([each]), 10 * minute);
    expect(await store.articles.unread(10)).toHaveLength(1);
  });

  it('what has no date announces nothing, what is dated ahead is as old as our knowledge of it', async () => {
    const { store, poll } = await polling();
    await poll(ok([]), 0);
    await poll(ok([item(1, { published: null }), item(2, { published: start + 90 * hour })]), hour);
    const kept = await store.articles.unread(10);
    expect(kept.map(({ quiet, published }) => [quiet, published])).toEqual([
      [true, null],
      [false, start + hour],
    ]);
  });

  it('hostile text is stored without what no store can hold', async () => {
    const { store, poll } = await polling();
    await poll(ok([item(1, { title: 'a\u0000b\ud800c' })]), 0);
    expect((await store.articles.unread(10))[0]?.title).toBe('ab\ufffdc');
  });

  it('records a failure on the feed, waits twice as long each time, and forgets it when the feed is back', async () => {
    const { poll, feedState } = await polling();
    const failure: Poll = { outcome: 'http-error', detail: 'HTTP 500', wait: null };
    await poll(failure, 0);
    expect(await feedState()).toMatchObject({
      failures: 1,
      failingSince: start,
      nextAt: start + 10 * minute,
    });
    await poll(failure, 10 * minute);
    expect(await feedState()).toMatchObject({
      failures: 2,
      failingSince: start,
      nextAt: start + 30 * minute,
    });
    await poll(ok([]), 20 * minute);
    expect(await feedState()).toMatchObject({ failures: 0, failingSince: null, outcome: 'ok', detail: null });
  });

  it('never asks sooner than the server wants, nor later than a day', async () => {
    const { poll, feedState, state } = await polling();
    await poll(ok([], 2 * hour), 0);
    expect((await feedState())?.nextAt).toBe(state.now + 2 * hour);
    await poll({ outcome: 'http-error', detail: 'HTTP 429', wait: 90 * hour }, 2 * hour);
    expect((await feedState())?.nextAt).toBe(state.now + 24 * hour);
  });

  it('remembers what a conditional request needs, through a 304', async () => {
    const { poll, feedState } = await polling();
    await poll(ok([item(1)]), 0);
    await poll({ outcome: 'not-modified', wait: null, fresh: null, movedTo: null }, hour);
    expect(await feedState()).toMatchObject({ etag: '"v1"', outcome: 'not-modified', lastNew: start });
  });

  it('a host that asks for patience is left alone by all its feeds, also after a restart', async () => {
    const [first] = firstFeed().values();
    if (!first) throw new Error('no feed');
    const feeds = new Map(
      ['a', 'b', 'c'].map(id => [id, { ...first, id, url: `https://lakeside.example/${id}` }]),
    );
    feeds.set('d', { ...first, id: 'd', url: 'https://elsewhere.example/d' });
    const { poll, state } = await polling(feeds);
    state.answers['https://lakeside.example/b'] = { outcome: 'http-error', detail: 'HTTP 429', wait: hour };
    await poll(ok([]), 0);
    expect(state.urls.toSorted()).toEqual([
      'https://elsewhere.example/d',
      'https://lakeside.example/a',
      'https://lakeside.example/b',
    ]);
    state.urls.length = 0;
    await poll(ok([]), 59 * minute);
    expect(state.urls).toEqual(['https://elsewhere.example/d']);
    state.urls.length = 0;
    await poll(ok([]), minute);
    expect(state.urls).toContain('https://lakeside.example/c');
  });

  it('a feed that is gone is paused, asked once a week, and back when it answers', async () => {
    const { poll, feedState, state } = await polling();
    await poll({ outcome: 'gone', detail: 'HTTP 410 Gone', wait: null }, 0);
    expect(await feedState()).toMatchObject({ pausedSince: start, nextAt: start + 168 * hour });
    await poll({ outcome: 'timeout', detail: 'late', wait: null }, 168 * hour);
    expect(await feedState()).toMatchObject({ pausedSince: start, nextAt: state.now + 168 * hour });
    await poll(ok([item(1)]), 168 * hour);
    expect(await feedState()).toMatchObject({ pausedSince: null, failingSince: null, outcome: 'ok' });
  });

  it('a 404 pauses the feed after a week of nothing else', async () => {
    const { poll, feedState } = await polling();
    const missing: Poll = { outcome: 'not-found', detail: 'HTTP 404 Not Found', wait: null };
    for (let i = 0; i < 6; i++) await poll(missing, 24 * hour);
    await poll({ outcome: 'timeout', detail: 'late', wait: null }, 24 * hour);
    for (let i = 0; i < 7; i++) await poll(missing, 24 * hour);
    expect((await feedState())?.pausedSince).toBeNull();
    await poll(missing, 24 * hour);
    expect(await feedState()).toMatchObject({
      pausedSince: start + 15 * 24 * hour - 0,
      outcome: 'not-found',
    });
  });

  it('follows a permanent redirect once it is sure, and comes back where that fails', async () => {
    const { poll, state } = await polling();
    const moved = { ...ok([item(1)]), movedTo: 'https://lakeside.example/new' } as Poll;
    for (let i = 0; i < 3; i++) await poll(moved, 12 * hour);
    await poll(ok([item(1)]), 12 * hour);
    expect(state.urls.at(-1)).toBe('https://lakeside.example/new');
    await poll({ outcome: 'timeout', detail: 'late', wait: null }, 12 * hour);
    expect(state.urls.at(-1)).toBe('https://lakeside.example/new');
    await poll(ok([item(1)]), 24 * hour);
    expect(state.urls.at(-1)).toBe('https://lakeside.example/rss');
  });

  it('a new address in the configuration is asked at once and without old validators', async () => {
    const [feed] = firstFeed().values();
    if (!feed) throw new Error('no feed');
    const feeds = new Map([[feed.id, feed]]);
    const { poll, store, feedState, state } = await polling(feeds);
    await poll(ok([item(1)]), 0);
    await poll({ outcome: 'gone', detail: 'HTTP 410', wait: null }, hour);
    feeds.set(feed.id, { ...feed, url: 'https://lakeside.example/other' });
    await poll(ok([item(1), item(2)]), minute);
    expect(state.urls.at(-1)).toBe('https://lakeside.example/other');
    expect(await feedState()).toMatchObject({ url: 'https://lakeside.example/other', pausedSince: null });
    expect((await store.articles.unread(9)).map(({ quiet }) => quiet)).toEqual([true, false]);
  });

  it('tells a feed without a single date from others, and not where its pages tell', async () => {
    const undated = [item(1, { published: null }), item(2, { published: null })];
    const { poll, feedState } = await polling();
    await poll(ok(undated), 0);
    expect(await feedState()).toMatchObject({
      outcome: 'all-undated',
      detail: 'no item has a date',
      failures: 0,
    });
    await poll(ok(undated), hour);
    expect((await feedState())?.outcome).toBe('all-undated');
    const pages = { article: async () => ({ ...nothing, text: 'x', published: start }) };
    const other = await polling(firstFeed(), { pages });
    await other.poll(ok(undated), 0);
    expect((await other.feedState())?.outcome).toBe('ok');
  });

  it('takes a long archive in parts, all of it quietly', async () => {
    const items = Array.from({ length: 10 }, (_, i) => item(i));
    const slow = { now: start };
    const pages = {
      article: async () => {
        slow.now += 10_000;
        return { ...nothing, text: 'x' };
      },
    };
    const { poll, store, feedState } = await polling(firstFeed(), { pages, now: () => slow.now });
    await poll(ok(items), 0);
    expect(await store.articles.unread(99)).toHaveLength(4);
    expect(await feedState()).toMatchObject({ etag: null, lastOk: null, outcome: 'ok', nextAt: slow.now });
    await poll(ok(items), 0);
    await poll(ok(items), 0);
    const kept = await store.articles.unread(99);
    expect(kept).toHaveLength(10);
    expect(kept.every(({ quiet }) => quiet)).toBe(true);
    expect(await feedState()).toMatchObject({ etag: '"v1"', lastOk: slow.now });
  });

  it('does nothing but wait where the host is held, and remembers each poll', async () => {
    const { poll, store, feedState } = await polling();
    await poll(ok([item(1)]), 0);
    await poll({ outcome: 'held', detail: 'lakeside.example asked us to wait', wait: 2 * hour }, hour);
    expect(await feedState()).toMatchObject({ outcome: 'ok', failures: 0, nextAt: start + 3 * hour });
    expect(await store.feedStates.history('lakeside-world', 9)).toEqual([
      { at: start + hour, outcome: 'held', detail: 'lakeside.example asked us to wait', added: 0 },
      { at: start, outcome: 'ok', detail: null, added: 1 },
    ]);
  });
});
