import { describe, expect, it } from 'vitest';
import { type NoticeTools, promiseNotices } from '../../src/app/notices.ts';
import { type FeedState, unpolled } from '../../src/core/feed.ts';
import { hour, minute } from '../../src/core/time.ts';
import { rendered } from '../../src/platforms/terminal/render.ts';
import { openStore } from '../../src/store/open.ts';
import { at, desk, lakes } from '../support/made.ts';
import { silent } from '../support/silent.ts';

const start = at('2025-11-28T08:00Z');

async function noticing(given: Partial<NoticeTools> = {}) {
  const store = await openStore({ databaseUrl: null, path: ':memory:' });
  const tools: NoticeTools = {
    desk: desk({ notices: ['newsroom'] }),
    catalog: lakes(),
    platforms: ['terminal'],
    store,
    log: silent,
    ...given,
  };
  const save = (feed: string, state: Partial<FeedState>) =>
    store.feedStates.save({ ...unpolled(feed), outcome: 'ok', ...state });
  const failing = (feed: string, since: number, state: Partial<FeedState> = {}) =>
    save(feed, {
      outcome: 'timeout',
      detail: 'no answer in time',
      failingSince: since,
      failures: 9,
      ...state,
    });
  const told = async (now: number): Promise<string[]> => {
    const before = await store.outbox.rows('waiting', 99);
    await promiseNotices(tools, now);
    const rows = await store.outbox.rows('waiting', 99);
    return rows.slice(before.length).map(({ message }) => message.summary);
  };
  return { store, tools, save, failing, told };
}

describe('notices', () => {
  it('one when a feed has failed for six hours, one when it is back, none in between', async () => {
    const { save, failing, told } = await noticing();
    await failing('lakeside-world', start);
    expect(await told(start + 6 * hour - 1)).toEqual([]);
    expect(await told(start + 6 * hour)).toEqual(['Feeds: 1 feed failing for long']);
    for (let i = 0; i < 50; i++) expect(await told(start + (7 + i) * hour)).toEqual([]);
    await failing('lakeside-world', start, { outcome: 'http-error', detail: 'HTTP 500' });
    expect(await told(start + 60 * hour)).toEqual([]);
    await save('lakeside-world', {});
    expect(await told(start + 61 * hour)).toEqual(['Feeds: 1 feed back']);
    expect(await told(start + 62 * hour)).toEqual([]);
  });

  it('none for a failure that was over soon', async () => {
    const { save, failing, told } = await noticing();
    await failing('lakeside-world', start);
    await told(start + 5 * hour);
    await save('lakeside-world', {});
    expect(await told(start + 7 * hour)).toEqual([]);
  });

  it('one for a feed that is gone, also where it had failed before', async () => {
    const { failing, told } = await noticing();
    await failing('lakeside-world', start);
    await told(start + 6 * hour);
    await failing('lakeside-world', start, { pausedSince: start + 7 * hour, detail: 'HTTP 404 Not Found' });
    expect(await told(start + 7 * hour)).toEqual(['Feeds: 1 feed gone']);
    expect(await told(start + 8 * hour)).toEqual([]);
  });

  it('one message for all, that says what to do', async () => {
    const { failing, store, told } = await noticing();
    await failing('lakeside-world', start);
    await failing('gazette-all', start + minute);
    expect(await told(start + 7 * hour)).toEqual(['Feeds: 2 feeds failing for long']);
    const [row] = await store.outbox.rows('waiting', 9);
    const shown = row && rendered(row.message, { colour: false, width: 100 });
    expect(shown).toContain('Nord Gazette (gazette-all), since 28 Nov 2025, 10:01: no answer in time');
    expect(shown).toContain('No feed at all can be fetched: look at the network of this machine first.');
  });

  it('nothing twice where two processes see the same', async () => {
    const { failing, store, tools } = await noticing();
    await failing('lakeside-world', start);
    const now = start + 7 * hour;
    await Promise.all([promiseNotices(tools, now), promiseNotices(tools, now + 1)]);
    expect(await store.outbox.rows('waiting', 9)).toHaveLength(1);
  });

  it('remembers what would have been told where no channel takes notices', async () => {
    const { failing, store, told, tools } = await noticing({ desk: desk() });
    await failing('lakeside-world', start);
    expect(await told(start + 7 * hour)).toEqual([]);
    expect((await store.marks.get('notices'))?.value).toBe('{"lakeside-world":"failing"}');
    await promiseNotices({ ...tools, desk: desk({ notices: ['newsroom'] }) }, start + 8 * hour);
    expect(await store.outbox.rows('waiting', 9)).toEqual([]);
  });

  it('says nothing of feeds that were taken out', async () => {
    const { failing, told } = await noticing();
    await failing('taken-out', start);
    expect(await told(start + 7 * hour)).toEqual([]);
  });
});
