import { describe, expect, it } from 'vitest';
import { type BriefTools, promiseDigests } from '../../src/app/brief.ts';
import { configuredNow } from '../../src/app/settings.ts';
import type { DigestRule } from '../../src/core/desk.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { openStore } from '../../src/store/open.ts';
import { recorded } from '../support/asked.ts';
import { at, desk, lakes, statement } from '../support/made.ts';
import { silent } from '../support/silent.ts';

const half7 = at('2025-11-28T05:30Z');
const rule: DigestRule = {
  id: 'morning',
  channel: 'newsroom',
  at: ['07:30'],
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  zone: 'Europe/Kyiv',
  whenQuiet: 'line',
  paused: false,
  topics: [],
  parties: [],
};
const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }] };

async function briefing(given: Partial<DigestRule> = {}) {
  const store = await openStore({ databaseUrl: null, path: ':memory:' });
  const tools: BriefTools = {
    desk: desk({ digests: [{ ...rule, ...given }] }),
    catalog: lakes(),
    platforms: ['terminal'],
    store,
    log: silent,
  };
  const parents = async () => (await store.outbox.rows('waiting', 100)).filter(({ under }) => under === null);
  const run = async (now: number) =>
    promiseDigests({ ...tools, ...(await configuredNow({ ...tools, store })) }, now);
  return { store, run, parents };
}

describe('promiseDigests', () => {
  it('waits for its hour, then once a day, through any number of ticks', async () => {
    const { run, parents } = await briefing();
    for (let now = half7 - hour; now < half7 + 2 * day; now += minute) await run(now);
    expect((await parents()).map(({ key, notBefore }) => [key, notBefore])).toEqual([
      ['digest:morning:2025-11-28', half7],
      ['digest:morning:2025-11-29', half7 + day],
    ]);
  }, 20_000);

  it('tells what was recorded since the last one, each statement once', async () => {
    const { store, run, parents } = await briefing();
    await run(half7 - hour);
    await recorded(store, [statement({ ...words, at: half7 - 2 * hour })]);
    await recorded(store, [statement({ ...words, at: half7 - 30 * day })]);
    await run(half7);
    await recorded(store, [statement({ ...words, topic: 'quota', at: half7 - hour, stems: ['late'] })]);
    await run(half7 + day);
    await run(half7 + 2 * day);
    expect((await parents()).map(({ message }) => message.summary)).toEqual([
      'Briefing, 28 Nov 2025: 1 statement on 1 topic, 0 shifts',
      'Briefing, 29 Nov 2025: 1 statement on 1 topic, 0 shifts',
      'Briefing, 30 Nov 2025: no new statements',
    ]);
  });

  it('tells what is found after the first digest, which had nothing to tell', async () => {
    const { store, run, parents } = await briefing();
    await run(half7 - hour);
    await run(half7);
    await recorded(store, [statement({ ...words, at: half7 - hour })]);
    await run(half7 + day);
    expect((await parents()).map(({ message }) => message.summary)).toEqual([
      'Briefing, 28 Nov 2025: no new statements',
      'Briefing, 29 Nov 2025: 1 statement on 1 topic, 0 shifts',
    ]);
  });

  it('after downtime comes one late digest that covers it all', async () => {
    const { store, run, parents } = await briefing();
    await run(half7 - hour);
    await run(half7);
    await recorded(store, [statement({ ...words, at: half7 + hour })]);
    await run(half7 + 3 * day + 10 * hour);
    const [, late] = await parents();
    expect(await parents()).toHaveLength(2);
    expect(JSON.stringify(late?.message.blocks[1])).toContain('Late, covers ');
  });

  it('two processes that find the same digest due promise it once, with one set of parts', async () => {
    const { store, run } = await briefing();
    await run(half7 - hour);
    await recorded(store, [statement({ ...words, at: half7 - 2 * hour })]);
    await Promise.all([run(half7), run(half7 + 1)]);
    const keys = (await store.outbox.rows('waiting', 10)).map(({ key }) => key);
    expect(keys).toEqual(['digest:morning:2025-11-28', 'digest:morning:2025-11-28:1']);
  });

  it('comes several times a day, each once', async () => {
    const { run, parents } = await briefing({ at: ['07:30', '18:00'] });
    for (let now = half7 - hour; now < half7 + day; now += 30 * minute) await run(now);
    expect((await parents()).map(({ key }) => key)).toEqual([
      'digest:morning:2025-11-28T07:30',
      'digest:morning:2025-11-28T18:00',
    ]);
  });

  it('follows changed hours from the next one on, and only one comes on a local date', async () => {
    const { store, run, parents } = await briefing();
    const set = (at: string) => store.settings.put({ ...put, value: { ...rule, at: [at] } });
    const put = { kind: 'digest', id: 'morning', by: 'slack U1', at: 0 } as const;
    await run(half7 - hour);
    await set('07:00');
    await run(half7 - hour + minute);
    await run(half7 - hour / 2);
    await set('09:00');
    for (let now = half7; now < half7 + 2 * day; now += 30 * minute) await run(now);
    expect((await parents()).map(({ key, notBefore }) => [key, notBefore - half7])).toEqual([
      ['digest:morning:2025-11-28', -hour / 2],
      ['digest:morning:2025-11-29', day + 1.5 * hour],
    ]);
  });

  it('after a pause goes on with what is new since then', async () => {
    const { store, run, parents } = await briefing();
    const put = { kind: 'digest', id: 'morning', by: 'slack U1', at: 0 } as const;
    await run(half7 - hour);
    await store.settings.put({ ...put, value: { ...rule, paused: true } });
    await recorded(store, [statement({ ...words, at: half7 - 2 * hour })]);
    await run(half7);
    await store.settings.put({ ...put, value: null });
    await run(half7 + day);
    expect((await parents()).map(({ message }) => message.summary)).toEqual([
      'Briefing, 29 Nov 2025: no new statements',
    ]);
  });

  it('on a quiet day says nothing where the rule wants it so', async () => {
    const { run, parents } = await briefing({ whenQuiet: 'skip' });
    await run(half7 - hour);
    await run(half7);
    expect(await parents()).toEqual([]);
  });

  it('promises nothing where the platform is not connected or the channel is off', async () => {
    const { store, run } = await briefing({ channel: 'nowhere' });
    await run(half7 - hour);
    await run(half7);
    expect(await store.outbox.rows('waiting', 10)).toEqual([]);
  });
});
