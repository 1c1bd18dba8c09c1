import { createHash } from 'node:crypto';
import { arrivals } from '../../src/app/arrivals.ts';
import { type PollTools, pollFeeds } from '../../src/app/poll.ts';
import type { ArticleText, Item, Poll } from '../../src/app/ports.ts';
import { openStore } from '../../src/store/open.ts';
import { at, lakes } from './made.ts';
import { silent } from './silent.ts';

export const start = at('2025-11-28T08:00Z');
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
export const nothing: ArticleText = { text: '', from: 'summary', published: null, author: null };

export function item(n: number, given: Partial<Item> = {}): Item {
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

export const ok = (items: readonly Item[], wait: number | null = null): Poll => ({
  outcome: 'ok',
  items,
  validators: { etag: '"v1"', lastModified: null },
  wait,
  fresh: null,
  movedTo: null,
});

export const firstFeed = () => new Map([...lakes().feeds].slice(0, 1));

/** Polls with a clock and answers that the test sets. */
export async function polling(feeds = firstFeed(), given: Partial<PollTools> = {}) {
  const store = await openStore({ databaseUrl: null, path: ':memory:' });
  const answers: Record<string, Poll> = {};
  const urls: string[] = [];
  const state = { now: start, answer: ok([]) as Poll, answers, urls, asked: 0 };
  const tools: PollTools = {
    feeds,
    reader: {
      poll: async ({ url }) => {
        state.asked += 1;
        state.urls.push(url);
        return state.answers[url] ?? state.answer;
      },
    },
    pages: { article: async ({ title }) => ({ ...nothing, text: `Body of ${title}` }) },
    store,
    hash,
    arrivals: arrivals(),
    now: () => state.now,
    random: () => 0.5,
    log: silent,
    ...given,
  };
  const poll = async (answer: Poll, later: number): Promise<void> => {
    state.answer = answer;
    state.now += later;
    await pollFeeds(tools);
  };
  const feedState = async () => (await store.feedStates.all())[0];
  return { store, poll, state, feedState };
}
