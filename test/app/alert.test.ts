import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { promiseAlerts } from '../../src/app/alert.ts';
import { firstsIn } from '../../src/app/firsts.ts';
import type { Store } from '../../src/app/ports.ts';
import type { AlertRule, QuietHours } from '../../src/core/desk.ts';
import { excerptsIn, plain } from '../../src/core/message.ts';
import type { Statement } from '../../src/core/statement.ts';
import { day, hour, minute, shownDay, shownMoment } from '../../src/core/time.ts';
import { openStore } from '../../src/store/open.ts';
import { recorded } from '../support/asked.ts';
import { alertRule, at, desk, lakes, statement } from '../support/made.ts';
import { silent } from '../support/silent.ts';

const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }] };
const night: QuietHours = { from: '22:00', until: '07:00', zone: 'Europe/Kyiv', through: 'nothing' };

let store: Store;
beforeEach(async () => {
  store = await openStore({ databaseUrl: null, path: ':memory:' });
});

const tick = (now: number, rule: AlertRule, on: Store = store) =>
  promiseAlerts(
    { desk: desk({ alerts: [rule] }), catalog: lakes(), platforms: ['terminal'], store: on, log: silent },
    now,
  );

let number = 0;

/** Something new is said at an instant: each time in other words. */
async function spoken(time: number, given: Parameters<typeof statement>[0] = {}): Promise<Statement> {
  number += 1;
  const said = statement({ ...words, at: time, stems: [`word${number}`], ...given });
  await recorded(store, [said]);
  return said;
}

const promised = async (on: Store = store) => (await on.outbox.rows('waiting', 100)).map(row => row);

const summaries = async () => (await promised()).map(({ message }) => message.summary);

describe('quiet hours', () => {
  const rule = alertRule({ quietHours: night });
  const evening = at('2025-11-27T21:00Z');
  const morning = at('2025-11-28T05:00Z');

  it('hold what is found and tell it in one message at their end', async () => {
    await spoken(evening);
    await tick(evening, rule);
    await spoken(evening + hour);
    await tick(evening + hour, rule);
    await tick(morning - 1, rule);
    expect(await promised()).toEqual([]);
    await tick(morning, rule);
    expect(await promised()).toMatchObject([
      { notBefore: morning, message: { summary: '2 new statements: Anna Berg' } },
    ]);
    await tick(morning + minute, rule);
    await tick(morning + 20 * hour, rule);
    expect(await promised()).toHaveLength(1);
  });

  it('leave to the digest what is too old at their end', async () => {
    await spoken(evening);
    const young = await spoken(morning - hour);
    const strict = { ...rule, maxAgeHours: 4 };
    await tick(evening, strict);
    await tick(morning - hour, strict);
    await tick(morning, strict);
    expect(await promised()).toMatchObject([{ key: `alert:all:${young.ref}` }]);
  });

  it('leave out what was withdrawn meanwhile', async () => {
    const said = await spoken(evening);
    await tick(evening, rule);
    await store.ledger.reread(said.article, [], null);
    await tick(morning, rule);
    expect(await promised()).toEqual([]);
  });

  it('let shifts through where they may pass, and hold the rest', async () => {
    await spoken(evening - 48 * hour, { stance: 'supports' });
    await tick(evening - 48 * hour, { ...rule, paused: true });
    const passing = { ...rule, quietHours: { ...night, through: 'shifts' } as const };
    await spoken(evening, { stance: 'opposes' });
    await spoken(evening, { topic: 'quota' });
    await tick(evening, passing);
    expect(await summaries()).toEqual(['1 shift']);
    await tick(morning, passing);
    expect(await summaries()).toEqual(['1 shift', '1 new statement: Anna Berg']);
  });

  it.each([
    ['spring', '2025-03-29T20:30Z', '2025-03-30T04:00Z'],
    ['autumn', '2025-10-25T19:30Z', '2025-10-26T05:00Z'],
  ])('end at seven on the wall when the clocks change in %s', async (_, said, end) => {
    await spoken(at(said));
    await tick(at(said), rule);
    for (let now = at(said); now < at(end); now += 10 * minute) await tick(now, rule);
    expect(await promised()).toEqual([]);
    await tick(at(end), rule);
    expect(await promised()).toHaveLength(1);
    expect(shownMoment(at(end), 'Europe/Kyiv')).toMatch(/, 07:00$/);
  });

  it('wait for a platform that is not connected at their end', async () => {
    await spoken(evening);
    await tick(evening, rule);
    const tools = { desk: desk({ alerts: [rule] }), catalog: lakes(), store, log: silent };
    await promiseAlerts({ ...tools, platforms: ['slack'] }, morning);
    await tick(morning + minute, rule);
    expect(await promised()).toHaveLength(1);
  });

  it('tell nothing of a rule that is paused or gone at their end', async () => {
    await spoken(evening);
    await tick(evening, rule);
    await tick(morning, { ...rule, paused: true });
    await tick(morning + minute, rule);
    expect(await promised()).toEqual([]);
  });

  it('lose and double nothing with two processes, and when one begins anew', async () => {
    const path = join(tmpdir(), `alerts-${process.pid}-${Date.now()}.sqlite`);
    onTestFinished(() => rmSync(path, { force: true }));
    store = await openStore({ databaseUrl: null, path });
    const other = await openStore({ databaseUrl: null, path });
    for (let n = 0; n < 4; n++) {
      await spoken(evening + n * minute);
      await Promise.all([tick(evening + n * minute, rule), tick(evening + n * minute, rule, other)]);
    }
    await store.close();
    store = other;
    const third = await openStore({ databaseUrl: null, path });
    await Promise.all([tick(morning, rule), tick(morning, rule, third)]);
    expect(await summaries()).toEqual(['4 new statements: Anna Berg']);
    await Promise.all([store.close(), third.close()]);
  });

  it('hold it still where the process ends before the promise is written', async () => {
    await spoken(evening);
    await tick(evening, rule);
    const promise = () => Promise.reject(new Error('killed'));
    const broken = { ...store, outbox: { ...store.outbox, promise } };
    await expect(tick(morning, rule, broken)).rejects.toThrow('killed');
    await spoken(morning);
    await tick(morning + 1, rule);
    expect(await summaries()).toEqual(['1 new statement: Anna Berg', '1 new statement: Anna Berg']);
  });
});

describe('a rule with quiet hours and a ceiling', () => {
  const rule = alertRule({ quietHours: night, perHour: 100 });
  const start = at('2025-11-27T18:00Z');

  /** Ends before or after the n-th promise is written. */
  function mortal(kills: ReadonlyMap<number, 'before' | 'after'>): Store {
    let promises = 0;
    const promise: Store['outbox']['promise'] = async (...given) => {
      promises += 1;
      if (kills.get(promises) === 'before') throw new Error('killed');
      const isWritten = await store.outbox.promise(...given);
      if (kills.get(promises) === 'after') throw new Error('killed');
      return isWritten;
    };
    return { ...store, outbox: { ...store.outbox, promise } };
  }

  it('tells everything once, wherever the process is killed', async () => {
    const steps = fc.array(fc.boolean(), { minLength: 14, maxLength: 14 });
    const kills = fc.array(fc.tuple(fc.integer({ min: 1, max: 14 }), fc.constantFrom('before', 'after')));
    await fc.assert(
      fc.asyncProperty(steps, kills, async (speaks, killed) => {
        store = await openStore({ databaseUrl: null, path: ':memory:' });
        const mortals = mortal(new Map(killed));
        const said: string[] = [];
        for (const [n, isSpoken] of [...speaks, false, false].entries()) {
          const now = start + n * hour;
          if (isSpoken) said.push((await spoken(now)).article);
          await tick(now, rule, mortals).catch(() => tick(now + minute, rule, mortals).catch(() => {}));
        }
        await tick(start + 15 * hour + 2 * minute, rule);
        const told = (await promised()).flatMap(({ message }) =>
          excerptsIn(message).map(each => each.article),
        );
        expect(told.sort()).toEqual(said.sort());
        await store.close();
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});

describe('the ceiling', () => {
  const noon = at('2025-11-27T12:00Z');
  const rule = alertRule({ perHour: 2 });

  it('leaves the rest of the hour to the digest, and its last alert says so', async () => {
    for (let n = 0; n < 4; n++) {
      await spoken(noon + n * 10 * minute);
      await tick(noon + n * 10 * minute, rule);
    }
    const notes = (await promised()).map(({ message }) =>
      message.blocks.flatMap(block =>
        block.type === 'note' ? [plain(block.line, time => shownMoment(time, 'UTC'))] : [],
      ),
    );
    expect(notes).toHaveLength(2);
    expect(notes[0]?.join()).not.toContain('all for this hour');
    expect(notes[1]).toContain(
      'That is all for this hour: what comes until 27 Nov 2025, 13:00 is in the next briefing.',
    );
    await spoken(noon + hour);
    await tick(noon + hour, rule);
    expect(await promised()).toHaveLength(3);
  });

  it('counts messages, not statements', async () => {
    for (let n = 0; n < 40; n++) await spoken(noon);
    await tick(noon, rule);
    expect(await summaries()).toEqual(['40 new statements: Anna Berg']);
  });
});

describe('a rule', () => {
  const noon = at('2025-11-27T12:00Z');

  it('that is snoozed leaves what is found to the digest, and tells again afterwards', async () => {
    const rule = alertRule({ snoozedUntil: noon + hour });
    await spoken(noon);
    await tick(noon, rule);
    const later = await spoken(noon + hour);
    await tick(noon + hour, rule);
    expect((await promised()).map(({ key }) => key)).toEqual([`alert:all:${later.ref}`]);
  });

  it('for first statements tells the first of a party on a topic, and only that', async () => {
    const rule = alertRule({ kinds: ['first'] });
    const first = await spoken(noon);
    await tick(noon, rule);
    await spoken(noon + hour);
    await tick(noon + hour, rule);
    const other = await spoken(noon + hour, { topic: 'quota' });
    await tick(noon + hour, rule);
    expect((await promised()).map(({ key }) => key)).toEqual(
      [first, other].map(({ ref }) => `alert:all:${ref}`),
    );
  });

  describe('for broken silences', () => {
    const rule = alertRule({ kinds: ['first', 'silence'] });
    const notes = async () =>
      (await promised()).map(({ message }) =>
        message.blocks.flatMap(block =>
          block.type === 'note' ? [plain(block.line, time => shownDay(time, 'UTC'))] : [],
        ),
      );

    it('tells what a party says after thirty days, and since when it was silent', async () => {
      await spoken(noon - 31 * day);
      await tick(noon - 31 * day, rule);
      await spoken(noon - 20 * day, { grade: 'anonymous' });
      await spoken(noon - 10 * day, { topic: 'quota' });
      const broken = await spoken(noon);
      await tick(noon, rule);
      await spoken(noon + 5 * day);
      await tick(noon + 5 * day, rule);
      expect((await promised()).map(({ key }) => key)).toHaveLength(2);
      expect((await promised())[1]?.key).toBe(`alert:all:${broken.ref}`);
      expect((await notes()).map(([note]) => note)).toEqual([
        'Nordland on The dam: its first words of its own on record.',
        'Nordland on The dam: nothing of its own was on record since 27 Oct 2025 (31 days).',
      ]);
    });

    it('says so too of what quiet hours held', async () => {
      const evening = at('2025-11-27T21:00Z');
      await spoken(evening - 40 * day);
      const nightly = { ...rule, kinds: ['silence'] as const, quietHours: night };
      await tick(evening - 40 * day, nightly);
      await spoken(evening);
      await tick(evening, nightly);
      await tick(at('2025-11-28T05:00Z'), nightly);
      expect((await notes())[0]?.[0]).toContain('since 18 Oct 2025 (40 days)');
    });

    it('looks at a bounded part of the record, and takes one of whom much is held for no silent one', async () => {
      const looks: (number | undefined)[] = [];
      const others = Array.from({ length: 700 }, (_, n) =>
        statement({ at: noon - 31 * day - n, stances: [] }),
      );
      const ledger: Store['ledger'] = {
        ...store.ledger,
        statements: async query => {
          looks.push(query.limit);
          return others.slice(0, query.limit);
        },
      };
      const said = statement({ at: noon });
      expect(await firstsIn([said], [rule], ledger)).toEqual([]);
      expect(looks).toEqual([20, 600]);
    });
  });

  it('tells what has a rendering that is recorded while it is considered', async () => {
    const said = await spoken(noon, { stems: ['the', 'same'] });
    const ledger = {
      ...store.ledger,
      after: async (from: number, limit: number) =>
        (await store.ledger.after(from, limit)).filter(row => limit > 500 || row.statement.ref === said.ref),
    };
    await spoken(noon + 1, { stems: ['the', 'same'], outlet: 'gazette' });
    const early = { ...store, ledger };
    await tick(noon + 2, alertRule(), early);
    expect(await summaries()).toEqual(['1 new statement: Anna Berg']);
    await tick(noon + 2, alertRule());
    expect(await promised()).toHaveLength(1);
  });
});
