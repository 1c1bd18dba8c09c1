import type { IncomingHttpHeaders } from 'undici/types/header.js';
import { day, hour, minute } from '../core/time.ts';
import { dateIn } from './dates.ts';

type Headers = IncomingHttpHeaders;

export function header(headers: Headers, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** Nobody is left alone for longer than this, in milliseconds, whatever a header says. */
const longest = 1 * day;

/** `Retry-After` in seconds or as a date (RFC 9110 10.2.3), as milliseconds up to a day; null where there is none. */
export function waitAsked(headers: Headers): number | null {
  const words = header(headers, 'retry-after');
  if (!words) return null;
  return positive(/^\d+$/.test(words) ? Number(words) * 1000 : until(words, headers));
}

/** How many milliseconds an answer says that it stays fresh, up to a day. */
export function freshFor(headers: Headers): number | null {
  const cacheControl = header(headers, 'cache-control');
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl ?? '');
  if (maxAge) return positive(Number(maxAge[1]) * 1000 - age(headers));
  return cacheControl === null ? positive(until(header(headers, 'expires'), headers)) : null;
}

/** How long a cache on the way has held the answer. */
const age = (headers: Headers): number => {
  const words = header(headers, 'age') ?? '';
  return /^\d{1,9}$/.test(words) ? Number(words) * 1000 : 0;
};

function until(words: string | null, headers: Headers): number {
  const now = dateIn(header(headers, 'date') ?? '') ?? Date.now();
  return (dateIn(words ?? '') ?? now) - now;
}

const positive = (wait: number): number | null => (wait > 0 ? Math.min(wait, longest) : null);

const periods: Readonly<Record<string, number>> = {
  hourly: hour,
  daily: day,
  weekly: 7 * day,
};

/** How much of a feed's head is looked at: what it says of itself stands before its items. */
const headLength = 20_000;

/**
 * How many milliseconds a feed asks to be left alone: `<ttl>` of RSS 2.0, in minutes, or `sy:updatePeriod` over
 * `sy:updateFrequency` (https://web.resource.org/rss/1.0/modules/syndication/), up to a day.
 */
export function ttlIn(feed: string): number | null {
  const head = feed.slice(0, headLength).split(/<(?:item|entry)[\s>]/i, 1)[0] ?? '';
  const ttl = /<ttl>\s*(\d{1,6})\s*<\/ttl>/i.exec(head);
  if (ttl) return positive(Number(ttl[1]) * minute);
  const period = /<sy:updatePeriod>\s*(hourly|daily|weekly)\s*</i.exec(head)?.[1]?.toLowerCase();
  const frequency = /<sy:updateFrequency>\s*(\d{1,4})\s*</i.exec(head)?.[1];
  const length = period && periods[period];
  return length ? positive(Math.round(length / Math.max(1, Number(frequency ?? 1)))) : null;
}
