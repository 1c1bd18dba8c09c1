import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containment, originalOf, periodOfCopies, runsOf, sketch } from '../../src/core/copies.ts';
import { hour } from '../../src/core/time.ts';
import { article } from '../support/made.ts';

/** Words of an invented language, the same at every run: a text of its own for each seed. */
function textOf(seed: number, words: number): string {
  let state = seed * 2654435761 + 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const word = (): string =>
    Array.from(
      { length: 2 + Math.floor(next() * 5) },
      () => 'aeioubdgklmnprst'[Math.floor(next() * 16)],
    ).join('');
  return Array.from({ length: words }, word).join(' ');
}

const held = (id: string, text: string, copyOf: string | null = null) =>
  article({ id, copyOf, snapshot: { sha256: id, text } });

describe('copies', () => {
  const agency = textOf(1, 400);
  const words = agency.split(' ');

  it.each([
    ['with another headline and a last line', `${textOf(2, 12)}\n\n${agency}\n${textOf(3, 30)}`],
    ['cut to forty per cent', words.slice(0, 160).join(' ')],
    ['with every twentieth word changed', words.map((word, i) => (i % 20 === 9 ? 'other' : word)).join(' ')],
    ['in capitals, with other marks', agency.toUpperCase().replaceAll(' ', ' – ')],
    ['inside a longer article', `${textOf(4, 500)} ${agency}`],
  ])('are known %s', (_, text) => {
    expect(originalOf(held('b', text), [held('x', textOf(9, 300)), held('a', agency)])).toBe('a');
    const found = new Set(sketch(agency));
    expect(sketch(text).some(mark => found.has(mark))).toBe(true);
  });

  it.each([
    [
      'another article that quotes the same forty words',
      `${textOf(5, 300)} ${words.slice(50, 90).join(' ')}`,
    ],
    ['a short text that is little more than the quotation', words.slice(50, 110).join(' ')],
    ['nothing', ''],
  ])('are not %s', (_, text) => {
    expect(originalOf(held('b', text), [held('a', agency)])).toBeNull();
  });

  it('of a copy are copies of its original', () => {
    expect(originalOf(held('c', agency), [held('b', agency, 'a')])).toBe('a');
  });

  it('appear within three days', () => {
    const { published } = article();
    expect(periodOfCopies(article())).toEqual({
      from: (published ?? 0) - 72 * hour,
      until: (published ?? 0) + 72 * hour,
    });
  });

  it('containment is the same from both sides, whole in itself, and grows with what is shared', () => {
    const seeds = fc.tuple(fc.nat(1_000), fc.nat(1_000), fc.integer({ min: 5, max: 200 }));
    fc.assert(
      fc.property(seeds, ([one, other, size]) => {
        const [a, b] = [runsOf(textOf(one, size)), runsOf(textOf(other + 2_000, size))];
        expect(containment(a, b)).toBe(containment(b, a));
        expect(containment(a, a)).toBe(1);
        const both = runsOf(`${textOf(one, size)} ${textOf(other + 2_000, size)}`);
        expect(containment(a, both)).toBe(1);
      }),
    );
  });

  it('a sketch is the same for the same text, short, and empty for a short text', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.integer({ min: 0, max: 600 }), (seed, size) => {
        const marks = sketch(textOf(seed, size));
        expect(marks).toEqual(sketch(textOf(seed, size)));
        expect(marks).toHaveLength(size < 84 ? 0 : 32);
        expect(marks.every(mark => Number.isSafeInteger(mark) && mark >= 0 && mark < 2 ** 32)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
