import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, isProven } from '../../src/core/excerpt.ts';
import { article } from '../support/made.ts';

describe('an excerpt', () => {
  it('is what the snapshot holds at its place', () => {
    const made = excerpt(article(), { start: 25, end: 46 });
    expect(made.text).toBe('We will not build it,');
    expect(isProven(made, article())).toBe(true);
  });

  it.each([
    [5, 5],
    [-1, 4],
    [0, 10_000],
    [9, 3],
  ])('cannot be made of %d to %d', (start, end) => {
    expect(() => excerpt(article(), { start, end })).toThrow(RangeError);
  });

  it('is not proven once a single character differs, in the snapshot or in the words', () => {
    const made = excerpt(article(), { start: 25, end: 46 });
    fc.assert(
      fc.property(fc.integer({ min: 25, max: 45 }), place => {
        const { text, sha256 } = article().snapshot;
        const changed = article({
          snapshot: { sha256, text: `${text.slice(0, place)}#${text.slice(place + 1)}` },
        });
        expect(isProven(made, changed)).toBe(false);
      }),
    );
    expect(isProven({ ...made, text: 'We will not built it,' }, article())).toBe(false);
    expect(isProven({ ...made, sha256: '0'.repeat(64) }, article())).toBe(false);
  });
});
