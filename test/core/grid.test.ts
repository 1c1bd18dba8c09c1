import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grid, grids, shownWidth } from '../../src/core/grid.ts';

const text = ({ head, rows }: Grid): string => [head, ...rows].join('\n');

describe('grids', () => {
  it('sets a narrow table as it is', () => {
    const [only, ...more] = grids(['feed', 'last poll'], [['the-wire', 'ok']], 40);
    expect(more).toEqual([]);
    expect(only && text(only)).toBe('feed      last poll\nthe-wire  ok');
  });

  it('wraps headings first, then makes several tables, each with the first column', () => {
    const columns = ['', 'United Kingdom', 'European leaders', 'Russia'];
    const rows = [
      ['Accession', '✗ 2d (3)', '·', '✓ 1d (1)'],
      ['Перемир’я', '·', '◐ 40d (12)', '✗ 9h (2)'],
    ];
    expect(grids(columns, rows, 44).map(text)).toEqual([
      [
        '           United    European    Russia',
        '           Kingdom   leaders',
        'Accession  ✗ 2d (3)  ·           ✓ 1d (1)',
        'Перемир’я  ·         ◐ 40d (12)  ✗ 9h (2)',
      ].join('\n'),
    ]);
    expect(grids(columns, rows, 33).map(text)).toEqual([
      '           United    European\n           Kingdom   leaders\nAccession  ✗ 2d (3)  ·\nПеремир’я  ·         ◐ 40d (12)',
      '           Russia\nAccession  ✓ 1d (1)\nПеремир’я  ✗ 9h (2)',
    ]);
  });

  it('breaks the names of the first column where that saves a table, and there alone', () => {
    const rows = [['Control over Ukrainian territory', '✓ 359d! (4)', '✗ 359d! (5)']];
    const columns = ['Topic', 'Russia', 'Ukraine'];
    expect(grids(columns, rows, 40).map(text)).toEqual([
      'Topic           Russia       Ukraine\nControl over    ✓ 359d! (4)  ✗ 359d! (5)\nUkrainian\nterritory',
    ]);
    expect(grids(columns, rows, 38)[0]?.head).toMatch(/^Topic {2,}Russia$/);
  });

  it('breaks a name rather than become too wide', () => {
    const [only] = grids(['', ''], [['aaaaaaaa世a', 'a世aaaaa']], 20);
    expect(only && text(only)).toBe('\naaaaaaaa世  a世aaaaa\na');
  });

  it('is never wider than asked, and loses no letter', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab я世🕊️é ·'), maxLength: 40 });
    const table = fc.integer({ min: 1, max: 6 }).chain(count =>
      fc.record({
        columns: fc.array(cell, { minLength: count, maxLength: count }),
        rows: fc.array(fc.array(cell, { maxLength: count }), { maxLength: 5 }),
      }),
    );
    const letters = (words: string): string => words.replace(/\s/g, '').split('').sort().join('');
    fc.assert(
      fc.property(table, fc.integer({ min: 20, max: 100 }), ({ columns, rows }, width) => {
        const found = grids(columns, rows, width);
        for (const line of found.map(text).join('\n').split('\n'))
          expect(shownWidth(line)).toBeLessThanOrEqual(width);
        if (found.length === 1)
          expect(letters(found.map(text).join(''))).toBe(letters([columns, ...rows].flat().join('')));
      }),
    );
  });
});

describe('shownWidth', () => {
  it.each([
    ['Mir', 3],
    ['мир', 3],
    ['и\u0306', 1],
    ['世界', 4],
    ['한국', 4],
    ['ｆ', 2],
    ['𠮷', 2],
    ['🕊️', 2],
    ['❤️', 2],
    ['1️⃣', 2],
    ['🇺🇦', 2],
    ['👩‍👩‍👧', 2],
    ['👍🏽', 2],
    ['\u200b', 0],
    ['✓ ✗ ◐ ·', 7],
  ])('%j takes %d columns', (text, columns) => {
    expect(shownWidth(text)).toBe(columns);
  });
});
