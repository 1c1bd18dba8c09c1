import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type PollTools, pollFeeds } from '../../src/app/poll.ts';
import type { ArticleText, Item, Poll } from '../../src/app/ports.ts';
import { hour, minute } from '../../src/core/time.ts';
import { openStore } from '../../src/store/open.ts';
import { at, lakes } from '../support/made.ts';
import { silent } from '../support/silent.ts';

const start = at('2025-11-28T08:00Z');
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const nothing: ArticleText = { text: '', from: 'summary', published: null, author: null };

function item(n: number, given: Partial<Item> = {}): Item {
  const link = `https://lakeside.example/${n}`;
  return {
    id: `g${n}`,
    title: `Title ${n}`,
    link,
    published: start,
    author: null,
    summary: null,
    content: null,
    ...given,
  };
}

const ok = (items: readonly Item[], wait: number | null = null): Poll => ({
  outcome: 'ok',
  items,
  validators: { etag: '"v1"', lastModified: null },
  wait,
  fresh: null,
  movedTo: null,
});

/** Polls with a clock and answers that the test sets. */
async function polling() {
  const store = await openStore({ databaseUrl: null, path: ':memory:' });
  const state = { now: start, answer: ok([]) as Poll, asked: 0 };
  const { feeds } = lakes();
  const one = new Map([...feeds].slice(0, 1));
  const tools: PollTools = {
    feeds: one,
    reader: {
      poll: async () => {
        state.asked += 1;
        return state.answer;
      },
    },
    pages: { article: async ({ title }) => ({ ...nothing, text: `Body of ${title}` }) },
    store,
    hash,
    now: () => state.now,
    log: silent,
  };
  const poll = async (answer: Poll, later: number): Promise<void> => {
    state.answer = answer;
    state.now += later;
    await pollFeeds(tools);
  };
  const feedState = async () => (await store.feedStates.all())[0];
  return { store, poll, state, feedState };
}

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
});
