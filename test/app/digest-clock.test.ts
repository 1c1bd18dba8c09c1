import { describe, expect, it } from 'vitest';
import { type BriefTools, editionAhead, promiseDigests } from '../../src/app/brief.ts';
import type { Store } from '../../src/app/ports.ts';
import type { DigestRule } from '../../src/core/desk.ts';
import { unpolled } from '../../src/core/feed.ts';
import { day, hour, type Instant, localDate, minute, shownTime } from '../../src/core/time.ts';
import { openStore } from '../../src/store/open.ts';
import { skipped, storesInSchema } from '../store/schemas.ts';
import { recorded } from '../support/asked.ts';
import { at, desk, lakes, statement } from '../support/made.ts';
import { silent } from '../support/silent.ts';
import { shownAt } from '../support/wall.ts';

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }] };

const ruleOf = (given: Partial<DigestRule>): DigestRule => ({
  ...{ id: 'morning', channel: 'newsroom', at: ['07:30'], weekdays: everyDay, zone: 'Europe/Kyiv' },
  ...{ whenQuiet: 'line', paused: false, topics: [], parties: [] },
  ...given,
});

const toolsFor = (digests: readonly DigestRule[], store: Store): BriefTools => ({
  desk: desk({ digests }),
  catalog: lakes(),
  platforms: ['terminal'],
  store,
  log: silent,
});

const inMemory = (): Promise<Store> => openStore({ databaseUrl: null, path: ':memory:' });

/** The digests that were promised, without what stands in their threads. */
const parents = async (store: Store) =>
  (await store.outbox.rows('waiting', 5_000)).filter(({ under }) => under === null);

/**
 * Ticks each minute, but for those at which nothing is due by the marks: a tick that finds nothing due only reads.
 * What comes too early or too late by the marks comes too early or too late by the wall.
 */
async function tickThrough(tools: BriefTools, from: Instant, until: Instant): Promise<void> {
  for (let now = from; now < until; ) {
    await promiseDigests(tools, now);
    const dues = await Promise.all(tools.desk.digests.map(({ id }) => tools.store.marks.get(`digest:${id}`)));
    const next = Math.min(...dues.map(mark => mark?.dueAt ?? now));
    now = Math.max(now + minute, Math.floor(next / minute) * minute);
  }
}

/** Times that a change of the clocks skips and times that it brings twice, which also stand among several a day. */
const zones: Readonly<Record<string, { skipped: string; twice: string; several: readonly string[] }>> = {
  'Europe/Kyiv': { skipped: '03:30', twice: '03:59', several: ['03:00', '03:15', '03:59', '18:00'] },
  'America/New_York': { skipped: '02:30', twice: '01:30', several: ['01:30', '02:59', '23:59'] },
  'Australia/Lord_Howe': { skipped: '02:15', twice: '01:45', several: ['01:45', '02:00', '02:29', '02:30'] },
  'Asia/Kathmandu': { skipped: '05:45', twice: '00:00', several: ['00:00', '23:59'] },
};

describe('a year of digests', () => {
  const [from, until] = [at('2025-01-01T00:00Z'), at('2026-01-01T00:00Z')];

  it.each(Object.entries(zones))(
    'in %s: on each local date at its minute, or the first after a gap',
    async (zone, { skipped, twice, several }) => {
      const rules = [
        ruleOf({ id: 'skipped', zone, at: [skipped] }),
        ruleOf({ id: 'several', zone, at: several, weekdays: [0] }),
        // With SLOW=1, and in the round of CI.
        ...(process.env.SLOW ? [ruleOf({ id: 'twice', zone, at: [twice] })] : []),
      ];
      const store = await inMemory();
      await tickThrough(toolsFor(rules, store), from, until);
      const rows = await parents(store);
      for (const { id, at: times, weekdays } of rules) {
        const found = rows.filter(({ key }) => key.startsWith(`digest:${id}:`));
        const shown = shownAt(times, weekdays, zone, from, until);
        // The first tick only learns of the rule: what is due at that very minute is the next day's.
        expect(found.map(row => row.notBefore)).toEqual(shown.filter(each => each > from));
        for (const { key, notBefore } of found)
          expect(key.startsWith(`digest:${id}:${localDate(notBefore, zone)}`)).toBe(true);
        const dates = new Set(found.map(row => localDate(row.notBefore, zone)));
        if (times.length === 1) expect(dates.size).toBe(found.length);
      }
      await store.close();
    },
    60_000,
  );

  it('has right after the gap what no clock shows', () => {
    const gap = (zone: string, date: string) => {
      const noon = at(`${date}T12:00Z`);
      const [first = 0] = shownAt([zones[zone]?.skipped ?? ''], everyDay, zone, noon - day, noon);
      return shownTime(first, zone);
    };
    expect(gap('Europe/Kyiv', '2025-03-30')).toBe('04:00');
    expect(gap('America/New_York', '2025-03-09')).toBe('03:00');
    expect(gap('Australia/Lord_Howe', '2025-10-05')).toBe('02:30');
  });
});

const half7 = at('2025-11-28T05:30Z');
const firstLine = (message: { readonly blocks: readonly unknown[] } | undefined): string =>
  JSON.stringify(message?.blocks[1] ?? null);

/** One digest at 07:30 in Kyiv, seen by the clock an hour before its first time. */
async function morning(given: Partial<DigestRule> = {}, store?: Store) {
  const held = store ?? (await inMemory());
  const tools = (rule: Partial<DigestRule>): BriefTools => toolsFor([ruleOf({ ...given, ...rule })], held);
  await promiseDigests(tools({}), half7 - hour);
  return {
    store: held,
    /** `changed`: what the desk's file says by then. */
    tick: (now: Instant, changed: Partial<DigestRule> = {}) => promiseDigests(tools(changed), now),
    keys: async () => (await parents(held)).map(({ key }) => key),
    posted: async () => (await parents(held)).map(({ notBefore }) => notBefore - half7),
    said: (time: Instant) => recorded(held, [statement({ ...words, at: time, stems: [`said ${time}`] })]),
    summaries: async () =>
      (await parents(held)).map(({ message }) => message.summary.replace(/^[^:]*: /, '')),
  };
}

describe('a machine that slept', () => {
  it('for ten hours makes up one digest, which says that it is late and what it covers', async () => {
    const { store, tick, keys, posted, said, summaries } = await morning();
    await said(half7 - 2 * hour);
    await tick(half7 - 2 * hour);
    await tick(half7 + 8 * hour);
    await tick(half7 + 8 * hour + minute);
    await tick(half7 + day);
    expect(await posted()).toEqual([8 * hour, day]);
    expect(await keys()).toEqual(['digest:morning:2025-11-28', 'digest:morning:2025-11-29']);
    expect(await summaries()).toEqual(['1 statement on 1 topic, 0 shifts', 'no new statements']);
    const [late, next] = await parents(store);
    const span = { from: half7 + 8 * hour - day, until: half7 + 8 * hour };
    expect(firstLine(late?.message)).toBe(
      JSON.stringify({
        type: 'text',
        line: [
          'Late, covers ',
          { date: span.from, as: 'moment' },
          ' to ',
          { date: span.until, as: 'moment' },
          '.',
        ],
      }),
    );
    expect(firstLine(next?.message)).toContain(`"Covers ",{"date":${span.until},`);
  });

  it('is not late by a quarter of an hour', async () => {
    const { store, tick } = await morning();
    await tick(half7 + 15 * minute);
    expect(firstLine((await parents(store))[0]?.message)).toContain('"Covers "');
  });

  it('waits with a late digest for the feeds that it missed, and no longer than five minutes', async () => {
    const { store, tick, posted } = await morning();
    const awake = half7 + 8 * hour;
    await tick(half7 - 2 * hour);
    const missed = { ...unpolled('lakeside-world'), nextAt: half7 - hour, polledAt: half7 - 2 * hour };
    await store.feedStates.save(missed, { at: half7 - 2 * hour, outcome: 'ok', detail: null, added: 0 });
    for (const later of [0, 1_000, 4 * minute]) await tick(awake + later);
    expect(await posted()).toEqual([]);
    await tick(awake + 5 * minute);
    expect(await posted()).toEqual([8 * hour + 5 * minute]);
  });

  it('for three days merges what it missed, which is the digest of the last date missed', async () => {
    const { store, tick, keys, posted, said, summaries } = await morning();
    await tick(half7);
    for (const days of [0, 1, 2]) await said(half7 + days * day + 5 * hour);
    await tick(half7 + 3 * day + 2 * hour);
    await tick(half7 + 3 * day + 3 * hour, { at: ['18:00'] });
    await tick(half7 + 3 * day + 12 * hour, { at: ['18:00'] });
    expect(await keys()).toEqual(['digest:morning:2025-11-28', 'digest:morning:2025-12-01']);
    expect(await posted()).toEqual([0, 3 * day + 2 * hour]);
    expect((await summaries())[1]).toBe('3 statements on 1 topic, 0 shifts');
    expect(firstLine((await parents(store))[1]?.message)).toContain('Late, covers ');
  });

  it('merges what it missed of several a day', async () => {
    const { tick, keys } = await morning({ at: ['07:30', '13:00', '18:00'] });
    await tick(half7 + 2 * day + 6 * hour);
    await tick(half7 + 2 * day + 10.5 * hour);
    expect(await keys()).toEqual(['digest:morning:2025-11-30T13:00', 'digest:morning:2025-11-30T18:00']);
  });

  it('across the change of the clocks makes up one digest of the date', async () => {
    const before = at('2025-10-25T12:00Z');
    const store = await inMemory();
    const tools = toolsFor([ruleOf({ at: ['03:30'] })], store);
    await promiseDigests(tools, before);
    for (const now of ['2025-10-26T01:20Z', '2025-10-26T01:30Z', '2025-10-26T05:00Z'])
      await promiseDigests(tools, at(now));
    expect((await parents(store)).map(({ key }) => key)).toEqual(['digest:morning:2025-10-26']);
  });
});

describe('hours that were changed while nothing ran', () => {
  it('to later ones hold already for the digest that was missed', async () => {
    const { tick, keys, posted } = await morning();
    await tick(half7 + hour, { at: ['12:00'] });
    expect(await keys()).toEqual([]);
    await tick(half7 + 4.5 * hour, { at: ['12:00'] });
    await tick(half7 + 5 * hour, { at: ['12:00'] });
    expect(await posted()).toEqual([4.5 * hour]);
  });

  it('to earlier ones make it late by those', async () => {
    const { tick, posted } = await morning();
    await tick(half7 + hour, { at: ['07:00'] });
    await tick(half7 + 23.5 * hour, { at: ['07:00'] });
    expect(await posted()).toEqual([hour, 23.5 * hour]);
  });

  it('to other weekdays drop what is missed on those that are gone', async () => {
    const { tick, posted } = await morning();
    await tick(half7 + hour, { weekdays: [1] });
    await tick(half7 + 3 * day, { weekdays: [1] });
    expect(await posted()).toEqual([3 * day]);
  });

  it('with another zone never give a local date its second digest', async () => {
    const { tick, keys, said, summaries } = await morning();
    await tick(half7);
    await said(half7 + minute);
    for (let now = half7 + hour; now <= half7 + 2 * day; now += hour / 2)
      await tick(now, { zone: 'Pacific/Honolulu' });
    expect(await keys()).toEqual(['digest:morning:2025-11-28', 'digest:morning:2025-11-29']);
    expect(await summaries()).toEqual(['no new statements', '1 statement on 1 topic, 0 shifts']);
  });
});

describe('a clock that is set back', () => {
  const several = { at: ['07:30', '07:00'] };

  it.each([
    ['an hour', hour, {}],
    ['a day', day, {}],
    ['an hour, with several a day', hour, several],
    ['a day, with several a day', day, several],
  ])('by %s repeats nothing and loses nothing', async (_, back, given) => {
    const { tick, keys, posted, said, summaries } = await morning(given);
    await tick(half7);
    await said(half7 - back);
    for (let now = half7 - back; now < half7 + day; now += 30 * minute) await tick(now, given);
    const before = await posted();
    expect(before.filter(each => each === 0)).toHaveLength(1);
    await tick(half7 + day, given);
    expect(new Set(await keys()).size).toBe((await keys()).length);
    expect(await posted()).toEqual(given === several ? [0, day - hour / 2, day] : [0, day]);
    expect((await summaries())[1]).toBe('1 statement on 1 topic, 0 shifts');
  });

  it.each([
    ['an hour', hour, ['07:15']],
    ['a day', day, ['09:00']],
    ['an hour, to several a day', hour, ['07:15', '09:00']],
  ])('by %s and given other hours tells everything still, no date twice', async (_, back, hours) => {
    const { tick, keys, said, summaries } = await morning();
    await tick(half7);
    await said(half7 - back);
    for (let now = half7 - back; now <= half7 + 2 * day + 2 * hour; now += 15 * minute)
      await tick(now, { at: hours });
    const told = (await summaries()).filter(each => each.startsWith('1 statement'));
    expect(told).toHaveLength(1);
    if (hours.length === 1)
      expect((await keys()).map(key => key.slice(-10))).toEqual(['2025-11-28', '2025-11-29', '2025-11-30']);
  });

  it('covers no time that has not come', async () => {
    const { store, tick } = await morning();
    await tick(half7);
    await tick(half7 - 6 * hour);
    const { from, until } = (await editionAhead(ruleOf({}), toolsFor([], store), half7 - 6 * hour)).digest
      .period;
    expect(from).toBeLessThan(until);
  });
});

if (skipped) console.warn(`Digests were not tested with two processes on PostgreSQL${skipped}.`);

describe.skipIf(skipped)(`two processes on one PostgreSQL${skipped}`, () => {
  const open = storesInSchema();

  it('whose clocks differ by seconds promise one digest for each channel and local date', async () => {
    const { store, reopen, destroy } = await open();
    const other = await reopen();
    const rules = [ruleOf({ id: 'kyiv' }), ruleOf({ id: 'kathmandu', zone: 'Asia/Kathmandu' })];
    const [one, two] = [store, other].map(each => toolsFor(rules, each));
    if (!one || !two) throw new Error('no stores');
    await Promise.all([promiseDigests(one, half7 - 6 * hour), promiseDigests(two, half7 - 6 * hour + 1)]);
    for (let now = half7 - 5 * hour; now <= half7 + 3 * day; now += 30 * minute) {
      if (now === half7 - hour || now === half7 + day)
        await recorded(store, [statement({ ...words, at: now, stems: [`said ${now}`] })]);
      await Promise.all([promiseDigests(one, now), promiseDigests(two, now + 3_000)]);
    }
    const rows = await parents(store);
    const keys = rows.map(({ key }) => key).toSorted();
    const dates = ['28', '29', '30'].map(date => `2025-11-${date}`).concat('2025-12-01');
    expect(keys).toEqual([
      ...dates.map(date => `digest:kathmandu:${date}`),
      ...dates.map(date => `digest:kyiv:${date}`),
    ]);
    const told = rows.filter(({ message }) => message.summary.includes('1 statement')).map(({ key }) => key);
    expect(told.filter(key => key.startsWith('digest:kyiv'))).toHaveLength(2);
    expect(told.filter(key => key.startsWith('digest:kathmandu'))).toHaveLength(2);
    await destroy();
  });
});
