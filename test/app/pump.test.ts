import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Budget, Claimed, Delivery, Platform } from '../../src/app/ports.ts';
import { deliveryPump } from '../../src/app/pump.ts';
import type { PlatformName } from '../../src/core/desk.ts';
import { DeliveryError } from '../../src/core/errors.ts';
import { openStore } from '../../src/store/open.ts';
import { silent } from '../support/silent.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const delivery = (key: string, to: string, given: Partial<Delivery> = {}): Delivery => ({
  key,
  platform: 'slack',
  to,
  message: { summary: key, blocks: [], ping: [], zone: 'UTC' },
  under: null,
  notBefore: 0,
  ...given,
});

/** A call to a platform that lasts until the test ends it. */
interface Call {
  readonly key: string;
  readonly at: number;
  end(error?: Error): void;
}

interface Desk {
  /** Calls that have begun, in their order. */
  readonly calls: Call[];
  platform(name: PlatformName, answers: 'at once' | 'when told', budget?: Budget): Platform;
}

function desk(): Desk {
  const calls: Call[] = [];
  const begun = (key: string): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    calls.push({ key, at: Date.now(), end: error => (error ? reject(error) : resolve()) });
    return promise;
  };
  return {
    calls,
    platform: (name, answers, budget) => ({
      name,
      start: async () => {},
      stop: async () => {},
      post: async ({ key }: Claimed) => {
        const called = begun(key);
        if (answers === 'at once') calls.at(-1)?.end();
        await called;
        return {};
      },
      ...(budget && { budget }),
    }),
  };
}

async function delivering(platforms: readonly Platform[], ...deliveries: Delivery[]) {
  const store = await openStore({ databaseUrl: null, path: ':memory:' });
  await store.outbox.promise(deliveries, []);
  const pump = deliveryPump({ platforms, store, now: Date.now, log: silent });
  return { store, pump, sent: async () => (await store.outbox.rows('sent', 99)).map(({ key }) => key) };
}

const passing = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);
const keys = (calls: readonly Call[]): string[] => calls.map(({ key }) => key);
const end = (calls: readonly Call[], wanted: string, error?: Error): void =>
  calls.find(({ key }) => key === wanted)?.end(error);

describe('the pump', () => {
  it('goes on elsewhere while one channel hangs, also with what is promised meanwhile', async () => {
    const { calls, platform } = desk();
    const platforms = [
      platform('slack', 'when told', { atOnce: 2, rest: 0 }),
      platform('discord', 'at once'),
    ];
    const { store, pump } = await delivering(
      platforms,
      delivery('hangs', 'C1'),
      delivery('behind', 'C1'),
      delivery('a', 'C2'),
      delivery('b', 'C2'),
      delivery('c', 'D1', { platform: 'discord' }),
    );
    const run = pump.run();
    await passing(10);
    expect(keys(calls)).toEqual(['hangs', 'a', 'c']);
    end(calls, 'a');
    await passing(100);
    expect(keys(calls)).toEqual(['hangs', 'a', 'c', 'b']);
    end(calls, 'b');
    await passing(100);
    await store.outbox.promise([delivery('alert', 'C3')], []);
    pump.begin();
    await passing(100);
    expect(keys(calls).at(-1)).toBe('alert');
    end(calls, 'alert');
    end(calls, 'hangs');
    await passing(100);
    end(calls, 'behind');
    await passing(100);
    await run;
    expect(await store.outbox.rows('waiting', 9)).toEqual([]);
  });

  it('has so many calls at a time, and one a channel with its threads', async () => {
    const { calls, platform } = desk();
    const { store, pump } = await delivering(
      [platform('slack', 'when told', { atOnce: 3, rest: 0 })],
      delivery('parent', 'C1'),
      delivery('detail', 'C1', { under: 'parent' }),
      delivery('next', 'C1'),
      ...['C2', 'C3', 'C4'].map(to => delivery(to, to)),
    );
    await store.outbox.sent('parent', {}, 0);
    const run = pump.run();
    await passing(10);
    expect(keys(calls)).toEqual(['detail', 'C2']);
    end(calls, 'detail');
    await passing(100);
    expect(keys(calls)).toEqual(['detail', 'C2', 'next', 'C3']);
    for (const key of ['next', 'C2', 'C3']) end(calls, key);
    await passing(100);
    end(calls, 'C4');
    await passing(100);
    await run;
  });

  it('lets a channel rest between two deliveries, and ends when all are made', async () => {
    const { calls, platform } = desk();
    const { pump, sent } = await delivering(
      [platform('slack', 'at once', { atOnce: 4, rest: 1_000 })],
      ...[1, 2, 3].flatMap(n => ['C1', 'C2'].map(to => delivery(`${to} ${n}`, to))),
    );
    const begin = Date.now();
    const run = pump.run();
    await passing(4_000);
    await run;
    expect(await sent()).toHaveLength(6);
    const times = calls.filter(({ key }) => key.startsWith('C1')).map(({ at }) => at - begin);
    expect(times[1]).toBeGreaterThanOrEqual(1_000);
    expect(times[2]).toBeGreaterThanOrEqual((times[1] ?? 0) + 1_000);
    expect(times[2]).toBeLessThan(2_200);
  });

  it('leaves a channel alone for as long as the platform says, in its threads too', async () => {
    const { calls, platform } = desk();
    const { store, pump } = await delivering(
      [platform('slack', 'when told')],
      delivery('parent', 'C1'),
      delivery('limited', 'C1'),
      delivery('detail', 'C1', { under: 'parent' }),
      delivery('other', 'C2'),
    );
    await store.outbox.sent('parent', {}, 0);
    const first = pump.run();
    await passing(10);
    end(calls, 'limited', new DeliveryError('slow down', { retryAfter: 60_000 }));
    end(calls, 'other');
    await passing(100);
    end(calls, 'detail', new DeliveryError('slow down', { retryAfter: 60_000 }));
    await passing(100);
    await first;
    const before = calls.length;
    await store.outbox.promise([delivery('after', 'C1', { under: 'parent' })], []);
    await passing(30_000);
    await pump.run();
    expect(calls).toHaveLength(before);
    await passing(31_000);
    pump.begin();
    await passing(10);
    expect(calls.length).toBeGreaterThan(before);
  });

  it('leaves a platform alone that has enough, or that tells three channels to wait', async () => {
    const limited = (isWhole: boolean): DeliveryError =>
      new DeliveryError('slow down', { retryAfter: 20_000, isWhole });
    for (const [refused, isWhole] of [
      [['C1'], true],
      [['C1', 'C2', 'C3'], false],
    ] as const) {
      const { calls, platform } = desk();
      const platforms = [platform('slack', 'when told'), platform('discord', 'at once')];
      const { store, pump } = await delivering(platforms, ...refused.map(to => delivery(to, to)));
      const first = pump.run();
      await passing(10);
      for (const to of refused) end(calls, to, limited(isWhole));
      await passing(100);
      await first;
      await store.outbox.promise(
        [delivery('later', 'C9'), delivery('there', 'D1', { platform: 'discord' })],
        [],
      );
      await pump.run();
      expect(keys(calls).slice(refused.length)).toEqual(['there']);
      await passing(20_000);
      pump.begin();
      await passing(10);
      expect(keys(calls)).toContain('later');
    }
  });

  it('takes nothing more when it is stopped, and finishes what is under way', async () => {
    const { calls, platform } = desk();
    const { pump, sent } = await delivering(
      [platform('slack', 'when told', { atOnce: 1, rest: 0 })],
      delivery('a', 'C1'),
      delivery('b', 'C2'),
    );
    const run = pump.run();
    await passing(10);
    pump.stop();
    end(calls, 'a');
    await passing(100);
    await run;
    await pump.run();
    expect(await sent()).toEqual(['a']);
    expect(keys(calls)).toEqual(['a']);
  });

  it('tells a fault of ours to who runs it next, when the others have ended', async () => {
    const { calls, platform } = desk();
    const { pump, sent } = await delivering(
      [platform('slack', 'when told')],
      delivery('a', 'C1'),
      delivery('b', 'C2'),
    );
    pump.begin();
    await passing(10);
    end(calls, 'a', new TypeError('no such property'));
    await passing(100);
    end(calls, 'b');
    await passing(100);
    await expect(pump.run()).rejects.toThrow('no such property');
    await pump.run();
    expect(await sent()).toEqual(['b']);
  });
});
