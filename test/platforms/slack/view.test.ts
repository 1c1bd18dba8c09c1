import type { types } from '@slack/bolt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, Block } from '../../../src/core/message.ts';
import { formView, type Kept, type ShownField } from '../../../src/platforms/slack/form-view.ts';
import { viewLimits } from '../../../src/platforms/slack/limits.ts';
import { answerView, homeView } from '../../../src/platforms/slack/view.ts';
import { brokenView, seen } from './check.ts';
import { quotation, said } from './desk.ts';

const rest = 'The rest does not fit here. Ask for it in a message to me.';
const dividers = (n: number): Block[] => Array.from({ length: n }, () => ({ type: 'divider' }));
const share: Action = { label: 'Share here', command: 'why', given: {}, aloud: true };

describe('a message as a home tab or window', () => {
  it.each([
    [viewLimits.blocks, ''],
    [viewLimits.blocks + 1, rest],
  ])('of %d blocks says of the rest “%s”', (n, words) => {
    const view = homeView(said('S', ...dividers(n)));
    expect(brokenView(view)).toEqual([]);
    expect([view.blocks.length, seen(view.blocks)]).toEqual([viewLimits.blocks, words]);
  });

  it('of more bytes than Slack takes is cut, and says so', () => {
    const long: Block[] = Array.from({ length: 99 }, () => ({ type: 'text', line: ['щ'.repeat(2_900)] }));
    const view = answerView(said('S', ...long));
    expect(brokenView(view)).toEqual([]);
    expect(seen(view.blocks.at(-1))).toBe(rest);
    expect(Buffer.byteLength(JSON.stringify(view))).toBeGreaterThan(viewLimits.size - 15_000);
  });

  it('has tables as text, and nothing to share, for there is no channel', () => {
    const table: Block = { type: 'table', columns: ['feed', 'state'], rows: [[['tass'], ['ok']]] };
    const view = answerView(said('S', table, { type: 'actions', actions: [share] }));
    expect(view.blocks.map(({ type }) => type)).toEqual(['rich_text']);
    expect(seen(view.blocks)).toBe('feed  state\ntass  ok');
  });

  it('says its summary where there is nothing else', () => {
    expect(seen(homeView(said('Nothing yet.')).blocks)).toBe('Nothing yet.');
    expect(seen(answerView(said('\u202e', { type: 'text', line: [] })).blocks)).toBe('Attaché');
  });

  it('is within the limits whatever it holds', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom('<!channel> @everyone', 'слово '.repeat(900), '👩‍👩‍👧‍👦'.repeat(300), ''),
    );
    const block = fc.oneof(
      words.map((text): Block => ({ type: 'heading', text })),
      words.map((text): Block => ({ type: 'text', line: [text, { bold: text }] })),
      words.map((text): Block => ({ type: 'note', line: [text] })),
      words.map((text): Block => quotation(text.toWellFormed() || 'x')),
      fc.array(words).map((all): Block => ({ type: 'list', items: all.map(each => [each]) })),
      fc
        .array(words, { maxLength: 40 })
        .map(
          (all): Block => ({ type: 'table', columns: ['a', 'b'], rows: all.map(each => [[each], [each]]) }),
        ),
      fc.array(words, { maxLength: 30 }).map(
        (all): Block => ({
          type: 'actions',
          actions: all.map((label, n) => ({
            label,
            command: 'why',
            given: { '': label },
            ...(n % 3 ? {} : { aloud: true }),
          })),
        }),
      ),
    );
    fc.assert(
      fc.property(words, fc.array(block, { maxLength: 150 }), (summary, blocks) => {
        for (const view of [homeView(said(summary, ...blocks)), answerView(said(summary, ...blocks))])
          expect(brokenView(view)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

const kept: Kept = {
  command: 'digest set',
  given: {},
  asks: ['at'],
  where: 'C0DESK',
  back: { url: '', thread: undefined },
};
const field = (given: Partial<ShownField>): ShownField => ({
  ...{ name: 'at', summary: 'When', required: false, value: '', shown: '', choices: [] },
  ...given,
});
const closed = { name: 'party', isClosed: true, parse: () => '', complete: () => [] } as const;
const x = (n: number): string => 'x'.repeat(n);

interface Given {
  readonly command?: string;
  readonly field?: Partial<ShownField>;
  readonly kept?: Partial<Kept>;
}

function form(given: Given) {
  const fields = [field(given.field ?? {})];
  const spec = { options: [{ name: 'at', summary: '', required: false, kind: closed }] };
  const asked = { command: given.command ?? 'digest set', given: {}, asks: ['at'], fields };
  const view = formView(asked, { ...kept, ...given.kept }, spec, true);
  expect(brokenView(view)).toEqual([]);
  const element = (view.blocks[1] as types.InputBlock).element;
  return { view, element, words: seen(view.blocks) };
}

const choicesOf = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `${i}`, value: `${i}` }));
const frame = JSON.stringify(kept).length;

describe('a form, at each limit and one beyond', () => {
  it.each<[keyof typeof viewLimits, (n: number) => boolean]>([
    ['title', n => form({ command: x(n) }).view.title.text.length === n],
    [
      'metadata',
      n =>
        JSON.parse(
          form({ kept: { back: { url: x(n - frame), thread: undefined } } }).view.private_metadata ?? '',
        ).back !== 'home',
    ],
    ['label', n => form({ field: { summary: x(n) } }).words.includes(x(n))],
    ['options', n => form({ field: { choices: choicesOf(n) } }).words.includes(`${n - 1}`)],
    ['option', n => form({ field: { choices: [{ name: x(n), value: 'a' }] } }).words.includes(x(n))],
    [
      'value',
      n => form({ field: { choices: [{ name: 'a', value: x(n) }] } }).element.type === 'static_select',
    ],
    ['value', n => form({ field: { value: x(n) } }).element.type === 'external_select'],
    ['typed', n => (form({ field: { value: x(n) } }).element as types.PlainTextInput).initial_value === x(n)],
  ])('%s: whole, then in another form', (limit, isWhole) => {
    expect([isWhole(viewLimits[limit]), isWhole(viewLimits[limit] + 1)]).toEqual([true, false]);
  });

  it('takes whatever a store may hold', () => {
    const words = fc.string({ unit: 'binary', maxLength: 3_200 });
    const choice = fc.record({ name: words, value: words.map(word => word || 'v') });
    fc.assert(
      fc.property(words, words, fc.array(choice, { maxLength: 120 }), (summary, value, choices) => {
        form({ field: { summary, value, shown: value, choices } });
      }),
      { numRuns: 60 },
    );
  });
});
