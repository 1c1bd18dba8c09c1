import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claimed } from '../../../src/app/ports.ts';
import { excerpt } from '../../../src/core/excerpt.ts';
import { shownWidth } from '../../../src/core/grid.ts';
import type { Block, Line, Message } from '../../../src/core/message.ts';
import { terminalPlatform } from '../../../src/platforms/terminal/index.ts';
import { clean, rendered } from '../../../src/platforms/terminal/render.ts';
import { askable } from '../../support/asked.ts';
import { article, at, desk } from '../../support/made.ts';

const message = (...blocks: Block[]): Message => ({ summary: 'x', blocks, ping: [], zone: 'Europe/Kyiv' });
const plainLook = { colour: false, width: 60 };

describe('rendered', () => {
  it('every block, as it looks', () => {
    const words = excerpt(article(), { start: 25, end: 46 });
    const day = at('2025-11-27T10:00Z');
    const text = rendered(
      message(
        { type: 'heading', text: 'Heading' },
        {
          type: 'text',
          line: ['plain ', { bold: 'bold' }, ' ', { link: 'Post', href: 'https://p.example/a' }],
        },
        {
          type: 'quote',
          kind: 'direct',
          parts: [words, words],
          by: [{ bold: 'Berg' }, ', ', { date: day, as: 'day' }],
        },
        { type: 'fields', fields: [{ label: 'Form', value: ['quoted'] }] },
        { type: 'list', items: [['one'], ['two words that are long enough to need a second line here']] },
        { type: 'table', columns: ['a', 'long'], rows: [[['xyz'], [{ date: day, as: 'moment' }]]] },
        { type: 'divider' },
        { type: 'note', line: ['small'] },
        {
          type: 'actions',
          actions: [
            { label: '/stance dam', command: 'stance', given: { '': 'dam' } },
            { label: 'Older', command: 'quotes', given: { '': 'Anna Berg', page: '2' } },
          ],
        },
      ),
      plainLook,
    );
    expect(text).toMatchInlineSnapshot(`
      "
      Heading
      plain bold Post <https://p.example/a>
        │ “We will not build it,” … “We will not build it,”
          — Berg, 27 Nov 2025
        Form: quoted
        • one
        • two words that are long enough to need a second line
          here
        a    long
        xyz  27 Nov 2025, 12:00
      ────────────────────────────────────────────────────────────
      small
        type /stance dam
        type /quotes Anna Berg page:2 (Older)"
    `);
  });

  it('a table too wide for the terminal becomes several', () => {
    const columns = ['', 'United Kingdom', 'European leaders', 'Nordland and Sudland'];
    const text = rendered(message({ type: 'table', columns, rows: [columns.map(() => ['✗ 12d (3)'])] }), {
      colour: false,
      width: 40,
    });
    expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(40);
    expect(text.match(/✗ 12d/g)).toHaveLength(5);
  });

  it('mentions audiences by name, above all else', () => {
    const pinging = { ...message({ type: 'text', line: ['news'] }), ping: ['water-desk', 'unknown'] };
    expect(rendered(pinging, plainLook, new Map([['water-desk', 'Water desk']]))).toBe(
      '@Water desk @unknown\nnews',
    );
  });

  it('paraphrases carry no marks', () => {
    const words = excerpt(article(), { start: 48, end: 57 });
    const text = rendered(message({ type: 'quote', kind: 'indirect', parts: [words], by: ['x'] }), plainLook);
    expect(text).not.toMatch(/[“”]/);
  });

  it('what a feed holds cannot command the terminal', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code));
    const hostile = 'a\u001b[2Jb\u0007c\u202ed\u0000\u009b31me';
    expect(clean(hostile)).toBe('a[2Jbcd31me');
    fc.assert(
      fc.property(fc.string({ unit }), text => {
        const shown = rendered(message({ type: 'text', line: [text, { bold: text }] }), plainLook);
        expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('keeps lines within the width, unless a word is longer', () => {
    const line = fc.array(
      fc.string({ minLength: 1, maxLength: 12 }).map(word => word.replaceAll(/\s/g, 'x')),
    );
    fc.assert(
      fc.property(line, words => {
        const shown = rendered(message({ type: 'text', line: [words.join(' ')] }), plainLook);
        for (const each of shown.split('\n')) expect([...each].length).toBeLessThanOrEqual(60);
      }),
    );
  });
});

describe('what is wider or narrower than a letter', () => {
  const unit = fc.constantFrom(...'ab я世界한🕊️é·', 'e\u0301', '👩‍👩‍👧', ' ', ' ');
  const words = fc.string({ unit, maxLength: 120 });

  it('no line is wider than a terminal of 40 columns, and no letter is lost', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const excerpts =
          a === ''
            ? []
            : [excerpt(article({ snapshot: { sha256: 'x', text: a } }), { start: 0, end: a.length })];
        const shown = rendered(
          message(
            { type: 'heading', text: a },
            { type: 'text', line: [a, { bold: b }] },
            { type: 'quote', kind: 'mixed', parts: excerpts, by: [{ bold: b }, a] },
            { type: 'fields', fields: [{ label: 'Form', value: [b, { code: a }] }] },
            { type: 'list', items: [[a], [b]] },
            { type: 'table', columns: ['', 'Nordland', 'Sudland'], rows: [[[a], [b], ['✗ 2d']]] },
            { type: 'note', line: [a, b] },
            { type: 'divider' },
          ),
          { colour: true, width: 40 },
        );
        for (const line of stripVTControlCharacters(shown).split('\n'))
          expect(shownWidth(line)).toBeLessThanOrEqual(40);
        const letters = (text: string): number => text.replace(/[^я世]/gu, '').length;
        // A table that is too wide repeats its first column.
        expect(letters(shown)).toBeGreaterThanOrEqual(letters(a) * 8 + letters(b) * 6);
      }),
    );
  });

  it('columns of a table stand under each other', () => {
    const rows = [
      ['世界', 'é', 'x'],
      ['abcd', '🕊️', 'y'],
      ['мир', 'и\u0306', 'z'],
    ].map(row => row.map(cell => [cell]));
    const shown = rendered(message({ type: 'table', columns: ['name', 'b', 'c'], rows }), plainLook);
    const starts = shown.split('\n').map(line => shownWidth(line.slice(0, /[cxyz]$/.exec(line)?.index)));
    expect(starts).toEqual([12, 12, 12, 12]);
  });

  it('an address is never broken', () => {
    const href = `https://p.example/${'a'.repeat(80)}`;
    const shown = rendered(message({ type: 'text', line: [{ link: 'Post', href }] }), {
      colour: false,
      width: 40,
    });
    expect(shown).toContain(`<${href}>`);
  });
});

describe('colours', () => {
  const text = (...line: Line) => rendered(message({ type: 'note', line }), { colour: true, width: 40 });

  it('a style within another gives way to it again', () => {
    expect(text('by ', { bold: 'Anna Berg' }, ' today')).toBe(
      '\u001b[2mby \u001b[1mAnna\u001b[22m\u001b[2m \u001b[1mBerg\u001b[22m\u001b[2m today\u001b[22m',
    );
  });

  it('every line ends what it began: nothing before the words is coloured', () => {
    const item = [{ code: 'word '.repeat(30).trim() }];
    const lines = rendered(message({ type: 'list', items: [item] }), { colour: true, width: 40 }).split('\n');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines.map(each => each.replace(/^ {2}[ •] /, '')))
      expect([line.slice(0, 5), line.slice(-5)]).toEqual(['\u001b[36m', '\u001b[39m']);
  });
});

describe('the terminal as a platform', () => {
  const open = () => {
    const output = new PassThrough();
    const settings = {
      input: new PassThrough(),
      output,
      colour: false,
      audiences: desk().audiences,
      left: () => {},
    };
    return { platform: terminalPlatform(settings), text: () => String(output.read() ?? '') };
  };

  it('prints what is posted, under the name of its channel', async () => {
    const { platform, text } = open();
    const delivery: Claimed = {
      key: 'alert:x',
      platform: 'terminal',
      to: 'newsroom',
      message: { ...message({ type: 'text', line: ['news'] }), ping: ['water-desk'] },
      under: null,
      notBefore: 0,
      attempts: 0,
      parent: null,
      target: null,
    };
    const receipt = await platform.post(delivery);
    expect(text()).toBe('\n━━ #newsroom ━━\n@Water desk\nnews\n');
    await platform.post({ ...delivery, under: 'alert:x', parent: receipt });
    expect(text()).toBe('@Water desk\nnews\n');
  });

  it('answers a line', async () => {
    const { platform, text } = open();
    const { bot } = await askable();
    await platform.answer('/stanec', bot);
    expect(text()).toContain('Did you mean /stance?');
    await platform.answer('   ', bot);
    expect(text()).toBe('');
  });
});
