import { describe, expect, it } from 'vitest';
import type { Claimed, Delivery, Platform, Receipt } from '../../src/app/ports.ts';
import { deliverPromises } from '../../src/app/pump.ts';
import { DeliveryError } from '../../src/core/errors.ts';
import { excerpt } from '../../src/core/excerpt.ts';
import { hour, minute } from '../../src/core/time.ts';
import { openStore } from '../../src/store/open.ts';
import { recorded } from '../support/asked.ts';
import { article, at, statement } from '../support/made.ts';
import { silent } from '../support/silent.ts';

const start = at('2025-11-28T08:00Z');

const delivery = (key: string, given: Partial<Delivery> = {}): Delivery => ({
  key,
  platform: 'slack',
  to: 'C1',
  message: { summary: key, blocks: [], ping: [], zone: 'UTC' },
  under: null,
  notBefore: start,
  ...given,
});

async function delivering(post: (delivery: Claimed) => Promise<Receipt>) {
  const store = await openStore({ databaseUrl: null, path: ':memory:' });
  const platform: Platform = { name: 'slack', start: async () => {}, stop: async () => {}, post };
  const state = { now: start };
  const tools = { platforms: [platform], store, now: () => state.now, log: silent };
  const keys = async (of: 'waiting' | 'sent' | 'parked') =>
    (await store.outbox.rows(of, 10)).map(({ key }) => key);
  return { store, state, keys, run: () => deliverPromises(tools) };
}

describe('deliverPromises', () => {
  it('posts in order, what is under a message with its receipt', async () => {
    const posted: [string, Receipt | null][] = [];
    const { store, run } = await delivering(async ({ key, parent }) => {
      posted.push([key, parent]);
      return { ts: key };
    });
    await store.outbox.promise([delivery('a'), delivery('a:1', { under: 'a' }), delivery('b')], []);
    await run();
    expect(posted).toContainEqual(['a:1', { ts: 'a' }]);
    expect(posted.map(([key]) => key).filter(key => key !== 'a:1')).toEqual(['a', 'b']);
  });

  it('tries again after what the platform asked, else 1, 2, 4 … seconds', async () => {
    let failure: DeliveryError | null = new DeliveryError('slow down', { retryAfter: 90_000 });
    const attempts: number[] = [];
    const { store, state, keys, run } = await delivering(async claimed => {
      attempts.push(claimed.attempts);
      if (failure) throw failure;
      return {};
    });
    await store.outbox.promise([delivery('a')], []);
    await run();
    state.now += minute;
    await run();
    expect(attempts).toEqual([0]);
    failure = new DeliveryError('down', {});
    state.now += minute;
    await run();
    failure = null;
    state.now += 2_001;
    await run();
    expect(attempts).toEqual([0, 1, 2]);
    expect(await keys('sent')).toEqual(['a']);
  });

  it('tries again within five minutes, however long the platform is away', async () => {
    const tried: number[] = [];
    const { store, state, run } = await delivering(async () => {
      tried.push(state.now - start);
      throw new DeliveryError('down', {});
    });
    await store.outbox.promise([delivery('a')], []);
    for (; state.now < start + hour; state.now += tried.length < 6 ? 1_000 : 20_000) await run();
    const waits = tried.slice(1).map((at, i) => at - (tried[i] ?? 0));
    expect(waits.slice(0, 5)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
    expect(Math.max(...waits)).toBeLessThan(5 * minute + 20_000);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(5 * minute);
  });

  it('parks what a person must put right, with its reason, and goes on', async () => {
    const { store, keys, run } = await delivering(async ({ key }) => {
      if (key === 'a') throw new DeliveryError('invite the bot to the channel', { permanent: true });
      return {};
    });
    await store.outbox.promise([delivery('a'), delivery('b')], []);
    await run();
    expect(await keys('sent')).toEqual(['b']);
    expect(await store.outbox.rows('parked', 10)).toMatchObject([
      { key: 'a', reason: 'invite the bot to the channel' },
    ]);
  });

  it('a crash after the call leaves the row to be claimed again when the lease ends', async () => {
    let crash = true;
    const attempts: number[] = [];
    const { store, state, run } = await delivering(async claimed => {
      attempts.push(claimed.attempts);
      if (crash) throw new Error('the process died here');
      return {};
    });
    await store.outbox.promise([delivery('a')], []);
    await expect(run()).rejects.toThrow('the process died here');
    crash = false;
    await run();
    expect(attempts).toEqual([0]);
    state.now += hour;
    await run();
    expect(attempts).toEqual([0, 1]);
  });

  it('shows nobody what grew too old while the platform was away', async () => {
    const posted: string[] = [];
    const { store, state, keys, run } = await delivering(async ({ key }) => {
      if (state.now < start + hour) throw new DeliveryError('away', { retryAfter: hour });
      posted.push(key);
      return {};
    });
    await store.outbox.promise([delivery('old', { expires: start + hour }), delivery('new')], []);
    await run();
    state.now += 2 * hour;
    await run();
    expect(posted).toEqual(['new']);
    expect(await keys('parked')).toEqual(['old']);
  });

  it('sends nothing whose words are not what the snapshot holds', async () => {
    const posted: string[] = [];
    const { store, run } = await delivering(async ({ key }) => {
      posted.push(key);
      return {};
    });
    await recorded(store, [statement({ article: 'a1' })]);
    const forged = { ...excerpt(article(), { start: 25, end: 46 }), text: 'We will build it,' };
    const blocks = [{ type: 'quote', kind: 'direct', parts: [forged], by: [] }] as const;
    await store.outbox.promise(
      [delivery('a', { message: { summary: 'a', blocks, ping: [], zone: 'UTC' } })],
      [],
    );
    await run();
    expect(posted).toEqual([]);
    expect(await store.outbox.rows('parked', 1)).toMatchObject([
      { reason: expect.stringContaining('a quotation is not what') },
    ]);
  });
});
