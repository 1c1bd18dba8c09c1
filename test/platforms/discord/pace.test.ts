import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced } from '../../../src/platforms/discord/pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** When requests that take `latency` of milliseconds arrived, half way. */
async function arrivals(url: string, latencies: readonly number[]): Promise<number[]> {
  const arrived: number[] = [];
  const request = paced(async () => {
    const half = (latencies[arrived.length % latencies.length] ?? 0) / 2;
    await new Promise(resolve => setTimeout(resolve, half));
    arrived.push(Date.now());
    await new Promise(resolve => setTimeout(resolve, half));
    return new Response();
  });
  const all = Promise.all(Array.from({ length: 300 }, () => request(url, {})));
  await vi.advanceTimersByTimeAsync(20_000);
  await all;
  return arrived;
}

/** The most of them in any second. */
const busiest = (times: readonly number[]): number =>
  Math.max(...times.map(from => times.filter(at => at >= from && at < from + 1_000).length));

const api = 'https://discord.com/api/v10';

test.each([
  ['quick', [2]],
  ['slow', [400]],
  ['now quick, now slow', [900, 4, 4, 300, 60]],
])('no second sees more than fifty requests, where answers are %s', async (_, latencies) => {
  const times = await arrivals(`${api}/channels/1/messages`, latencies);
  expect(times).toHaveLength(300);
  expect(busiest(times)).toBeLessThanOrEqual(50);
});

test('nearly fifty a second are made where answers are quick', async () => {
  const times = await arrivals(`${api}/channels/1/messages`, [20]);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(5_300);
});

test('what answers a person does not wait', async () => {
  const times = await arrivals(`${api}/webhooks/1/token`, [20]);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBe(0);
});
