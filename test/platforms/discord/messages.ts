import fc from 'fast-check';
import type { Article } from '../../../src/core/article.ts';
import type { Audience } from '../../../src/core/desk.ts';
import { excerpt } from '../../../src/core/excerpt.ts';
import type { Block, Line, Message } from '../../../src/core/message.ts';
import type { Kind } from '../../../src/core/statement.ts';

const article = (text: string): Article => ({
  id: 'a1',
  feed: 'wire',
  outlet: 'wire',
  language: 'en',
  url: 'https://wire.example/a1',
  title: 'A headline',
  author: null,
  published: 1_764_200_000_000,
  fetched: 1_764_200_000_000,
  textFrom: 'page',
  quiet: false,
  copyOf: null,
  edit: null,
  snapshot: { sha256: '0'.repeat(64), text },
});

/** A quotation block of these words, each part cut out of an article that holds them. */
export function quote(words: readonly string[], kind: Kind = 'direct', by: Line = ['Somebody']): Block {
  const text = words.join('\u0000');
  const parts = words.map((word, i) => {
    const start = words.slice(0, i).reduce((sum, before) => sum + before.length + 1, 0);
    return excerpt(article(text), { start, end: start + word.length });
  });
  return { type: 'quote', kind, parts, by };
}

export const message = (blocks: readonly Block[], rest: Partial<Message> = {}): Message => ({
  summary: 'A summary',
  blocks,
  ping: [],
  zone: 'Europe/Kyiv',
  ...rest,
});

export const desk: Audience = {
  id: 'desk',
  name: 'Ukraine desk',
  slack: null,
  discord: '400000000000000001',
};
export const nobody: Audience = { id: 'nobody', name: 'Night desk', slack: 'S1', discord: null };
export const audiences: readonly Audience[] = [desk, nobody];

/** Any UTF-16 unit, broken surrogates too, and what markdown makes something of. */
const unit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }).map(each => String.fromCharCode(each)),
  fc.constantFrom(...'\\*_~`<>@#:|[]()/-.\n 1aя', '😀', '👩‍👩‍👧‍👦', '\u202e'),
);

export const anyText = (maxLength: number): fc.Arbitrary<string> => fc.string({ unit, maxLength });

const by: Line = [
  { bold: 'Ukraine' },
  ' · Andrii Sybiha, Foreign Minister · ',
  { date: 1_764_200_000_000, as: 'moment' },
  ' · ',
  { link: 'The Wire', href: 'https://wire.example/2025/11/27/talks_(update)?a=1 2' },
  ' · ',
  { code: '7f3a9k2c' },
];

const hostile =
  '@everyone @here <@&400000000000000009> <@1> <#2> </x:3> <t:0:R> <:e:4> <a:e:5> [bank](https://evil.example) ' +
  '**b** __u__ ~~s~~ ||spoiler|| `code` ```block``` https://evil.example/x discord://x :smile: \\';

/** What the product says, short and long, friendly and hostile, in several scripts. */
export const gallery: Readonly<Record<string, Message>> = {
  mistake: message(
    [
      { type: 'text', line: ['Nothing here is called “Rutt”. Did you mean Rutte?'] },
      {
        type: 'actions',
        actions: [{ label: '/quotes Rutte', command: 'quotes', given: { '': 'Rutte' } }],
      },
    ],
    { summary: 'Nothing here is called “Rutt”. Did you mean Rutte?' },
  ),
  alert: message(
    [
      { type: 'heading', text: '1 new statement: Andrii Sybiha' },
      { type: 'text', line: [{ bold: 'Ukraine' }, ' opposes: Ukraine cedes territory'] },
      quote(['We want peace', 'but not at any price.'], 'direct', by),
      { type: 'note', line: ['For Ukraine desk · rule red-lines'] },
    ],
    { summary: '1 new statement: Andrii Sybiha', ping: ['desk', 'nobody'] },
  ),
  stance: message(
    [
      { type: 'heading', text: 'Stance: NATO' },
      { type: 'divider' },
      { type: 'heading', text: 'Ukraine’s accession' },
      { type: 'note', line: ['Asked: Ukraine may join NATO'] },
      { type: 'text', line: ['✗ ', { bold: 'Russia: opposes' }, ', since ', { date: 0, as: 'day' }] },
      quote(['The alliance must not\ncome closer.'], 'mixed', by),
      quote(['that accession was not on the table'], 'indirect', by),
      { type: 'text', line: ['China: no statement on record.'] },
    ],
    { summary: 'Stance on NATO: positions of Russia' },
  ),
  status: message([
    { type: 'heading', text: 'Status' },
    {
      type: 'table',
      columns: ['feed', 'last poll'],
      rows: [
        [['the-wire'], ['ok']],
        [['the-gazette'], ['http-error: ``` HTTP 404']],
      ],
    },
    {
      type: 'fields',
      fields: [
        { label: 'Snapshot', value: [{ code: 'a'.repeat(64) }] },
        { label: '', value: [] },
      ],
    },
  ]),
  linkedTable: message([
    {
      type: 'table',
      columns: ['party', 'says', ''],
      rows: [[['Russia'], [{ link: 'no', href: 'https://wire.example/no' }], ['old']]],
    },
  ]),
  hostile: message(
    [
      { type: 'heading', text: hostile },
      {
        type: 'text',
        line: [hostile, { bold: hostile }, { code: hostile }, { link: hostile, href: 'javascript:alert(1)' }],
      },
      { type: 'text', line: ['# heading\n> quote\n- list\n1. list\n-# small\n'] },
      quote([hostile, '# h\n> q'], 'direct', [hostile]),
      { type: 'fields', fields: [{ label: hostile, value: [hostile] }] },
      { type: 'list', items: [[hostile], ['- x']] },
      { type: 'table', columns: [hostile], rows: [[[hostile]]] },
      { type: 'note', line: [hostile] },
      { type: 'actions', actions: [{ label: hostile, command: 'search', given: { words: hostile } }] },
    ],
    { summary: hostile, ping: ['desk'] },
  ),
  long: message([
    { type: 'heading', text: 'word '.repeat(200) },
    { type: 'text', line: ['Ein Satz mit vielen Worten. '.repeat(250)] },
    quote(['We will keep what we have promised, every single day. '.repeat(120)], 'direct', by),
    { type: 'list', items: Array.from({ length: 100 }, (_, i) => [`item ${i} ${'x'.repeat(60)}`]) },
    {
      type: 'table',
      columns: ['n', 'name'],
      rows: Array.from({ length: 150 }, (_, i) => [[String(i)], [`row ${i}`]]),
    },
    {
      type: 'fields',
      fields: Array.from({ length: 40 }, (_, i) => ({ label: `f${i}`, value: ['v'.repeat(400)] })),
    },
    { type: 'fields', fields: [{ label: 'too long', value: ['v '.repeat(900)] }] },
    {
      type: 'actions',
      actions: Array.from({ length: 60 }, (_, i) => ({
        label: `b${i}`,
        command: 'quotes',
        given: { n: String(i) },
      })),
    },
  ]),
  empty: message([], { summary: '' }),
  blank: message([
    { type: 'heading', text: ' ' },
    { type: 'text', line: [] },
    { type: 'text', line: ['\u0007', { bold: ' ' }, { code: '' }] },
    { type: 'list', items: [] },
    { type: 'table', columns: [], rows: [] },
    { type: 'fields', fields: [] },
    { type: 'actions', actions: [] },
  ]),
  rightToLeft: message([
    { type: 'heading', text: 'موقف إيران' },
    quote(['لن نتراجع عن حقوقنا'], 'direct', [
      { bold: 'إيران' },
      ' · ',
      { link: 'عرب نيوز', href: 'https://x.example/خبر' },
    ]),
    { type: 'text', line: ['abc\u202Egnp.exe שלום'] },
  ]),
  cyrillic: message([
    { type: 'heading', text: 'Позиція: НАТО' },
    quote(['Україна стане членом НАТО'.repeat(300)], 'direct', ['Володимир Зеленський']),
    quote(['🇺🇦👩‍👩‍👧‍👦'.repeat(600)], 'direct', ['Emoji']),
    quote(['我们支持和平谈判'.repeat(700)], 'direct', ['王毅']),
  ]),
};
