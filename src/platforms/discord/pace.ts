import type { RESTOptions } from 'discord.js';

/** https://discord.com/developers/docs/topics/rate-limits#global-rate-limit */
const requestsASecond = 50;
/** A second, and what clocks and timers may be off. */
const second = 1_010;

type Request = RESTOptions['makeRequest'];

/** Interactions and webhooks do not count: https://discord.com/developers/docs/topics/rate-limits#global-rate-limit */
const isCounted = (url: string): boolean => !/\/(interactions|webhooks)\//.test(url);

/**
 * Keeps Discord's global limit: a request counts from when it is sent until a second after its answer, so that no second of
 * Discord's sees too many, whenever they arrive. discord.js counts by seconds of its own, and lets 50 through at the end of
 * one and 50 at the beginning of the next: of a thousand posts Discord refused two hundred.
 */
export function paced(request: Request): Request {
  const waiting: (() => void)[] = [];
  let free = requestsASecond;
  const release = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return async (url, init) => {
    if (!isCounted(url)) return request(url, init);
    if (free > 0) free -= 1;
    else await new Promise<void>(resolve => waiting.push(resolve));
    try {
      return await request(url, init);
    } finally {
      setTimeout(release, second).unref();
    }
  };
}
