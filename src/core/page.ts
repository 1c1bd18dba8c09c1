import type { Instant } from './time.ts';

/** Which part of a long answer is asked for. */
export interface Page {
  /** Counts from 1. */
  readonly number: number;
  /** What was said after this is left out, so that pages do not move while one turns them; null: now. */
  readonly until: Instant | null;
}

/** A part of a list. */
export interface Paged<T> {
  readonly items: readonly T[];
  /** The page that is shown: the last one where a later one was asked for. */
  readonly number: number;
  readonly pages: number;
  readonly total: number;
}

export function paged<T>(all: readonly T[], number: number, size: number): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const shown = Math.min(number, pages);
  return { items: all.slice((shown - 1) * size, shown * size), number: shown, pages, total: all.length };
}

/** `2`, or `2.miiq5c00` with the instant until which it counts. */
export const pageWord = ({ number, until }: Page): string =>
  until === null ? String(number) : `${number}.${until.toString(36)}`;

/** The page that a word names; null where it is none. */
export function pageIn(word: string): Page | null {
  const [, number, until] = /^([1-9]\d{0,3})(?:\.([0-9a-z]{1,9}))?$/.exec(word.trim().toLowerCase()) ?? [];
  if (!number) return null;
  return { number: Number(number), until: until ? Number.parseInt(until, 36) : null };
}

/** The page to show, with an end that stays while one turns pages: after all that was found, or where it was before. */
export function pageOf(
  asked: Page | undefined,
  found: readonly { readonly at: Instant }[],
  now: Instant,
): Page {
  const { number, until } = asked ?? { number: 1, until: null };
  return { number, until: until ?? found.reduce((latest, { at }) => Math.max(latest, at), now) + 1 };
}
