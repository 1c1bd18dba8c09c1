import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, Block } from '../../../src/core/message.ts';
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
