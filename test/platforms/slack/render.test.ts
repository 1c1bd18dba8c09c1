import type { types } from '@slack/bolt';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action, Block, Inline, Message } from '../../../src/core/message.ts';
import { limits } from '../../../src/platforms/slack/limits.ts';
import { type Post, posts } from '../../../src/platforms/slack/render.ts';
import { broken, seen } from './check.ts';
import { audiences, quotation, said } from './desk.ts';

const shown = (...blocks: Block[]): types.KnownBlock[] =>
  posts(said('Summary', ...blocks), audiences).flatMap(post => post.blocks);

const at = Date.parse('2025-11-27T06:30:00Z');
const spring = 'Весна 🌱 שלום «мир» e\u0301';

describe('what each block becomes', () => {
  test('a heading is a header without emoji codes', () => {
    expect(shown({ type: 'heading', text: 'Thursday :tada: *27*' })).toEqual([
      { type: 'header', text: { type: 'plain_text', text: 'Thursday :tada: *27*', emoji: false } },
    ]);
  });

  test('a line is rich text: bold, code, links and dates are elements, words are words', () => {
    const line: Inline[] = [
      '<b> & *x* ',
      { bold: 'Kyiv' },
      { code: '/why 7f' },
      { link: 'Reuters', href: 'https://r.example/a?b=1&c=2' },
    ];
    expect(
      shown({ type: 'text', line: [...line, { date: at, as: 'moment' }, { date: at, as: 'day' }] }),
    ).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: '<b> & *x* ' },
              { type: 'text', text: 'Kyiv', style: { bold: true } },
              { type: 'text', text: '/why 7f', style: { code: true } },
              { type: 'link', url: 'https://r.example/a?b=1&c=2', text: 'Reuters' },
              {
                type: 'date',
                timestamp: at / 1_000,
                format: '{date_short}, {time}',
                fallback: '27 Nov 2025, 08:30',
              },
              { type: 'date', timestamp: at / 1_000, format: '{date_short}', fallback: '27 Nov 2025' },
            ],
          },
        ],
      },
    ]);
  });

  test('a quotation stands in curly marks above who said it; the outlet’s words are labelled', () => {
    const by: Block = { type: 'text', line: ['Andrii Sybiha, Ukraine'] };
    expect(seen(shown(quotation('We will not.', 'direct', by)))).toBe(
      '“We will not.”— Andrii Sybiha, Ukraine',
    );
    expect(seen(shown(quotation('it would “not” move', 'mixed')))).toBe('partly quoted: it would “not” move');
    expect(seen(shown(quotation('Kyiv would not move', 'indirect')))).toBe('paraphrase: Kyiv would not move');
    expect(shown(quotation('We will not.'))[0]).toMatchObject({ elements: [{ type: 'rich_text_quote' }] });
  });

  test('a quotation that a cue interrupts is shown as the parts it is', () => {
    const block = quotation('We will not give up, never, ever');
    if (block.type !== 'quote') throw new Error('no quote');
    const [whole] = block.parts;
    if (!whole) throw new Error('no words');
    expect(seen(shown({ ...block, parts: [whole, whole] }))).toBe(
      '“We will not give up, never, ever” … “We will not give up, never, ever”',
    );
  });

  test('fields are lines with bold labels, a list has bullets', () => {
    const fields: Block = {
      type: 'fields',
      fields: [
        { label: 'Russia', value: ['opposes'] },
        { label: 'NATO', value: ['supports'] },
      ],
    };
    expect(seen(shown(fields))).toBe('Russia: opposes\nNATO: supports');
    const list: Block = { type: 'list', items: [['one'], [], [{ bold: 'two' }]] };
    expect(shown(list)).toMatchObject([
      { elements: [{ type: 'rich_text_list', style: 'bullet', elements: { length: 2 } }] },
    ]);
  });

  test('a table has its header, as many cells in every row, and none empty', () => {
    const block: Block = {
      type: 'table',
      columns: ['Party', 'Since'],
      rows: [[['Russia'], [{ date: at, as: 'day' }]], [['US']]],
    };
    const [table] = shown(block);
    expect(table).toMatchObject({
      type: 'table',
      rows: [
        [{ type: 'raw_text', text: 'Party' }, { text: 'Since' }],
        [{ text: 'Russia' }, { type: 'rich_text' }],
        [{ text: 'US' }, { type: 'raw_text', text: ' ' }],
      ],
    });
  });

  test('a table wider than Slack’s is set as aligned text', () => {
    const columns = Array.from({ length: 21 }, (_, n) => `c${n}`);
    const [block] = shown({ type: 'table', columns, rows: [columns.map(name => [`${name}!`])] });
    expect(block).toMatchObject({ elements: [{ type: 'rich_text_preformatted' }] });
    expect(seen(block)).toMatch(/^c0 {3}c1 .*\nc0! {2}c1! /);
  });

  test('small print is mrkdwn that holds nothing but our own tokens', () => {
    const line: Inline[] = [
      '*as of* ',
      { date: at, as: 'moment' },
      ' _18_ ~of~ `20` :ok: & <!here> ',
      { link: 'a|b>c', href: 'https://r.example/?a=1&b=|' },
    ];
    expect(shown({ type: 'note', line })).toEqual([
      {
        type: 'context',
        elements: [
          {
            type: 'mrkdwn',
            verbatim: true,
            text: `∗as of∗ <!date^${at / 1_000}^{date_short}, {time}|27 Nov 2025, 08:30> ˍ18ˍ ∼of∼ ˋ20ˋ :\u2060ok: &amp; &lt;\u2060!here&gt; <https://r.example/?a=1&amp;b=%7C|a¦b&gt;c>`,
          },
        ],
      },
    ]);
  });

  test('a button carries its command; one that cannot becomes a line to type', () => {
    const given = { '': 'NATO', party: 'russia' };
    const actions: Action[] = [
      { label: 'Russia', command: 'stance', given },
      { label: 'All', command: 'quotes', given: { '': 'x'.repeat(2_000) } },
    ];
    const [buttons, typed] = shown({ type: 'actions', actions });
    expect(buttons).toMatchObject({
      elements: [{ type: 'button', value: JSON.stringify({ command: 'stance', given }) }],
    });
    expect(seen(typed)).toMatch(/^All: \/quotes xxx/);
  });

  test('an address that is no web address is no link', () => {
    for (const href of ['javascript:alert(1)', 'nonsense', `https://r.example/${'x'.repeat(3_000)}`]) {
      expect(JSON.stringify(shown({ type: 'text', line: [{ link: 'Reuters', href }] }))).not.toContain(
        '"url"',
      );
    }
  });

  test('a message that says nothing but its summary shows the summary', () => {
    expect(posts(said('No new statements.'), []).map(({ blocks }) => seen(blocks))).toEqual([
      'No new statements.',
    ]);
    expect(posts(said(''), [])[0]?.text).toBe('Attaché');
  });
});

describe('mentions', () => {
  const ping = (...ids: string[]): Post[] =>
    posts({ ...said('Russia said.', { type: 'heading', text: 'New' }), ping: ids }, audiences);

  test('groups and people are mentioned once, before everything else', () => {
    expect(ping('desk', 'editor', 'desk')[0]?.blocks[0]).toEqual({
      type: 'section',
      text: { type: 'mrkdwn', text: '<!subteam^S0DESK> <@U0EDITOR>', verbatim: true },
    });
    expect(ping('desk')[0]?.text).toBe('Russia said.');
  });

  test('an audience without a Slack id is named', () => {
    expect(seen(ping('night', 'nobody')[0]?.blocks[0])).toBe('Night &lt;\u2060!channel&gt; ∗shift∗ nobody');
  });

  test('of several posts only the first mentions', () => {
    const long = {
      ...said('Long.', { type: 'text', line: ['word '.repeat(9_000)] } as const),
      ping: ['desk'],
    };
    const all = posts(long, audiences);
    expect(all.length).toBeGreaterThan(2);
    expect(all.map(({ blocks }) => JSON.stringify(blocks).split('subteam').length - 1)).toEqual([
      1,
      ...all.slice(1).map(() => 0),
    ]);
  });
});

describe('limits', () => {
  test('a heading of 150 is a header, of 151 bold text', () => {
    expect(shown({ type: 'heading', text: 'x'.repeat(150) })[0]?.type).toBe('header');
    const [long] = shown({ type: 'heading', text: 'x'.repeat(151) });
    expect([long?.type, seen(long)]).toEqual(['rich_text', 'x'.repeat(151)]);
  });

  test('the 51st block begins a second post, with the heading that belongs to it', () => {
    const blocks = Array.from({ length: 49 }, (): Block => ({ type: 'divider' }));
    const next: Block[] = [{ type: 'heading', text: 'Next' }, { type: 'divider' }];
    expect(posts(said('S', ...blocks, ...next.slice(0, 1)), [])).toHaveLength(1);
    const [first, second] = posts(said('S', ...blocks, ...next), []);
    expect([first?.blocks.length, second?.blocks.map(({ type }) => type)]).toEqual([
      49,
      ['header', 'divider'],
    ]);
    expect([first?.text, second?.text]).toEqual(['S (1/2)', 'S (2/2)']);
  });

  test('a second table begins a second post', () => {
    const one: Block[] = [
      { type: 'heading', text: 'Water' },
      { type: 'table', columns: ['a'], rows: [[['1']]] },
    ];
    expect(posts(said('S', ...one, ...one), []).map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([
      ['header', 'table'],
      ['header', 'table'],
    ]);
  });

  test('a table of 99 rows is one, of 100 two, each with the header', () => {
    const rows = (count: number): Block => ({
      type: 'table',
      columns: ['n'],
      rows: Array.from({ length: count }, (_, n) => [[`${n}`]]),
    });
    expect(shown(rows(99))).toHaveLength(1);
    expect(shown(rows(100)).map(block => block.type === 'table' && block.rows.length)).toEqual([100, 2]);
  });

  test('a label of 75 stands, a longer one is cut with a mark; 26 buttons are two rows', () => {
    const labelled = (label: string): string =>
      seen(shown({ type: 'actions', actions: [{ label, command: 'why', given: {} }] }));
    expect(labelled('x'.repeat(75))).toBe('x'.repeat(75));
    expect(labelled(`${'word '.repeat(15)}end`)).toMatch(/^(word )+\[…\]$/);
    const actions = Array.from(
      { length: 26 },
      (_, n): Action => ({ label: `${n}`, command: 'why', given: {} }),
    );
    expect(
      shown({ type: 'actions', actions }).map(block => block.type === 'actions' && block.elements.length),
    ).toEqual([25, 1]);
  });

  test('a value of 2,000 is a button, of 2,001 a line to type', () => {
    const frame = JSON.stringify({ command: 'why', given: { '': '' } }).length;
    const typeOf = (length: number): string | undefined =>
      shown({
        type: 'actions',
        actions: [{ label: 'x', command: 'why', given: { '': 'x'.repeat(length - frame) } }],
      })[0]?.type;
    expect([typeOf(2_000), typeOf(2_001)]).toEqual(['actions', 'rich_text']);
  });

  test('a quotation of 2,998 characters stands in one block; a longer one is cut between words and marked', () => {
    expect(shown(quotation('x'.repeat(2_998)))).toHaveLength(1);
    const words = 'It will take as long as it takes, we said 1,000 times. '.repeat(120).trim();
    const pieces = shown(quotation(words)).map(seen);
    expect(pieces.length).toBe(3);
    expect(pieces.slice(0, -1).every(piece => piece.endsWith(' […]'))).toBe(true);
    expect(pieces.slice(1).every(piece => piece.startsWith('[…] '))).toBe(true);
    expect(pieces.map(piece => piece.replace(/^\[…\] | \[…\]$/g, '')).join(' ')).toBe(`“${words}”`);
  });

  test('words without spaces are cut between words, surrogate pairs and marked letters never', () => {
    for (const unit of ['和平谈判将于星期四举行', '👩‍👩‍👧‍👦', 'e\u0301', 'สันติภาพ']) {
      const pieces = shown(quotation(unit.repeat(2_000))).map(seen);
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces.every(piece => piece.isWellFormed() && piece.length <= limits.text)).toBe(true);
      const joined = pieces.map(piece => piece.replace(/^\[…\] | \[…\]$/g, '')).join('');
      expect(joined).toBe(`“${unit.repeat(2_000)}”`);
      expect(pieces.every(piece => !/^(\[…\] )[\u0301\u200d]/.test(piece))).toBe(true);
    }
  });
});

const hostile = [
  '@everyone @here <!channel> <!here> <!everyone> <@U0EDITOR> <!subteam^S0DESK> <#C0DESK> <!date^0^{date}|x>',
  '<https://evil.example|https://nato.int> *bold* _i_ ~s~ `c` ```d``` :smile: :rotating_light:',
  '> quoted\n&gt; quoted & &amp; \u202Eesrever\u202C \u2066x\u2069',
  '\u0000\u0007\uD800 half \uDC00 pair \u001b[31m',
  '"\\\n\t{}'.repeat(40),
];

const gallery: Readonly<Record<string, Message>> = {
  short: said('One.', { type: 'text', line: ['One.'] }),
  empty: said(
    '',
    { type: 'heading', text: ' ' },
    { type: 'text', line: [] },
    { type: 'text', line: ['', { bold: '' }, { link: '', href: '' }] },
    { type: 'fields', fields: [] },
    { type: 'list', items: [] },
    { type: 'list', items: [[]] },
    { type: 'table', columns: [], rows: [] },
    { type: 'table', columns: [''], rows: [[]] },
    { type: 'note', line: [] },
    { type: 'actions', actions: [] },
    { type: 'actions', actions: [{ label: '', command: 'help', given: {} }] },
  ),
  hostile: {
    ...said(
      hostile.join(' '),
      ...hostile.flatMap((text): Block[] => [
        { type: 'heading', text },
        {
          type: 'text',
          line: [text, { bold: text }, { code: text }, { link: text, href: 'https://r.example/<!channel>' }],
        },
        quotation(text, 'direct', { type: 'text', line: [text] }),
        quotation(text, 'indirect'),
        { type: 'fields', fields: [{ label: text, value: [text] }] },
        { type: 'list', items: [[text]] },
        { type: 'table', columns: [text], rows: [[[text]], [[{ bold: text }]]] },
        { type: 'note', line: [text, { link: text, href: 'https://r.example/' }] },
        { type: 'actions', actions: [{ label: text, command: text, given: { [text]: text } }] },
      ]),
    ),
    ping: ['night', hostile[0] ?? ''],
  },
  'right to left and Cyrillic': said(
    spring,
    quotation('لن نتنازل عن أرضنا', 'direct', { type: 'text', line: ['وزير الخارجية'] }),
    quotation('Ми не віддамо землю.', 'mixed', { type: 'text', line: [spring] }),
    { type: 'table', columns: ['צד', 'Сторона'], rows: [[['ישראל'], [spring]]] },
  ),
  long: said(
    'x'.repeat(5_000),
    { type: 'heading', text: 'y'.repeat(20_000) },
    {
      type: 'text',
      line: Array.from(
        { length: 2_000 },
        (_, n): Inline => ({ link: `${n}`, href: `https://r.example/${n}` }),
      ),
    },
    { type: 'list', items: Array.from({ length: 300 }, (_, n) => [`item ${n} `.repeat(20)]) },
    {
      type: 'table',
      columns: Array.from({ length: 20 }, () => 'c'.repeat(500)),
      rows: Array.from({ length: 150 }, () => Array.from({ length: 20 }, () => ['"'.repeat(1_500)])),
    },
    { type: 'note', line: ['n '.repeat(4_000)] },
    {
      type: 'actions',
      actions: Array.from({ length: 60 }, () => ({
        label: 'l'.repeat(200),
        command: 'why',
        given: { '': 'r'.repeat(1_900) },
      })),
    },
  ),
};

test.each(Object.entries(gallery))('the gallery’s %s message holds every limit', (_, message) => {
  for (const post of posts(message, audiences)) expect(broken(post)).toEqual([]);
});

/** Anything Slack might read as a mention, a token or a link, but for what the desk's own audiences make. */
function forms(post: Post): string[] {
  const found = JSON.stringify(post).match(/<[!@#][^>]*>?|<https?:[^>]*>/g) ?? [];
  return found.filter(token => !/^<!date\^\d+\^\{date_short\}(, \{time\})?\|[\w ,:]+>$/.test(token));
}

test('nothing in the gallery forms a mention, a token or a link of its own', () => {
  const found = Object.values(gallery).flatMap(message => posts(message, audiences).flatMap(forms));
  expect(found.filter(token => !/^<https:\/\/r\.example\/[^<>|]*\|[^<>|]*>$/.test(token))).toEqual([]);
});

const sharp = fc.constantFrom(
  ...hostile,
  ...'<>!@#|^&*_~`:"\\\n\t \u202e\ud83d\udc4d\ud800',
  'слово',
  'שלום',
  '和平',
  '👩‍👩‍👧',
  'word ',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(sharp, { maxLength: 12 }).map(all => all.join('')),
  fc
    .tuple(sharp, fc.integer({ min: 1, max: 8_000 }))
    .map(([unit, times]) => unit.repeat(Math.ceil(times / (unit.length || 1)))),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  text,
  fc.record({ bold: text }),
  fc.record({ code: text }),
  fc.record({ link: text, href: fc.oneof(fc.webUrl(), text) }),
  fc.record({ date: fc.integer({ min: -1e12, max: 4e12 }), as: fc.constantFrom('day', 'moment') }),
);
const line = fc.array(inline, { maxLength: 6 });
const words = text.filter(words => words.length > 0);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('heading'), text }),
  fc.record({ type: fc.constant('text'), line }),
  fc
    .record({ kind: fc.constantFrom('direct', 'mixed', 'indirect'), words, by: line })
    .map(({ kind, words, by }) => quotation(words, kind, { type: 'text', line: by })),
  fc.record({
    type: fc.constant('fields'),
    fields: fc.array(fc.record({ label: text, value: line }), { maxLength: 4 }),
  }),
  fc.record({ type: fc.constant('list'), items: fc.array(line, { maxLength: 5 }) }),
  fc.record({
    type: fc.constant('table'),
    columns: fc.array(text, { maxLength: 23 }),
    rows: fc.array(fc.array(line, { maxLength: 23 }), { maxLength: 4 }),
  }),
  fc.record({ type: fc.constant('note'), line }),
  fc.constant({ type: 'divider' as const }),
  fc.record({
    type: fc.constant('actions'),
    actions: fc.array(
      fc.record({
        label: text,
        command: fc.constant('why'),
        given: fc.dictionary(text, text, { maxKeys: 2 }),
      }),
      { maxLength: 30 },
    ),
  }),
);
const message: fc.Arbitrary<Message> = fc.record({
  summary: text,
  blocks: fc.array(block, { maxLength: 12 }),
  ping: fc.constant([]),
  zone: fc.constantFrom('Europe/Kyiv', 'America/New_York'),
});

test('any message holds every limit and mentions nobody', () => {
  fc.assert(
    fc.property(message, given => {
      for (const post of posts(given, audiences)) {
        expect(broken(post)).toEqual([]);
        expect(JSON.stringify(post)).not.toMatch(/<[@#]|<!(?!date\^\d+\^)/);
        expect(JSON.stringify(post).isWellFormed()).toBe(true);
        // What the Web API client does with it: it throws on a lone surrogate.
        expect(() => encodeURIComponent(JSON.stringify(post))).not.toThrow();
      }
    }),
    { numRuns: 150 },
  );
});

test('any quotation keeps its words', () => {
  const bare = (words: string): string => words.replace(/\[…\]|\s|\u2060/g, '');
  fc.assert(
    fc.property(words, given => {
      const visible = given.toWellFormed().replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, '');
      expect(bare(seen(shown(quotation(given))))).toBe(bare(`“${visible}”`));
    }),
    { numRuns: 150 },
  );
});
