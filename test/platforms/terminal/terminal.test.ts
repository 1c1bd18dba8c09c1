import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claimed } from '../../../src/app/ports.ts';
import { excerpt } from '../../../src/core/excerpt.ts';
import type { Block, Message } from '../../../src/core/message.ts';
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
