import { describe, expect, it } from 'vitest';
import type { Block, Message } from '../../src/core/message.ts';
import { type Post as DiscordPost, render } from '../../src/platforms/discord/render.ts';
import { posts, type Post as SlackPost } from '../../src/platforms/slack/render.ts';
import { rendered } from '../../src/platforms/terminal/render.ts';
import { sharp } from '../support/hostile-news.ts';
import { expectWithinLimits } from './discord/check.ts';
import { message, quote } from './discord/messages.ts';
import {
  badCuts,
  discordQuotations,
  quoted,
  type Shown,
  slackQuotations,
  solid,
  terminalQuotations,
} from './quotations.ts';
import { broken, seen } from './slack/check.ts';

const at = Date.parse('2025-11-27T06:30:00Z');

/** A statement as digests show it. */
const told = (party: string, words: string, speaker: string, outlet: string): Block[] => [
  { type: 'text', line: [{ bold: party }, ' opposes: ', words.slice(0, 20)] },
  quote([words], 'direct', [
    { bold: party },
    ` · ${speaker} · `,
    { date: at, as: 'moment' },
    ' · ',
    { link: outlet, href: 'https://wire.example/a_(b)?c=d' },
    ' · ',
    { code: '7f3a9k2c' },
  ]),
];

const page = (title: string, ...blocks: Block[]): Message =>
  message(
    [
      { type: 'heading', text: title },
      ...blocks,
      { type: 'note', line: ['as of ', { date: at, as: 'moment' }] },
    ],
    {
      summary: title,
    },
  );

const prose = 'We will keep what we have promised, every single day, for as long as it takes. '.repeat(140);

/** What stands in the gallery, and words that a reader has to find there on each platform. */
const gallery: Readonly<Record<string, { readonly shown: Message; readonly holds: readonly string[] }>> = {
  short: {
    shown: message([{ type: 'text', line: ['No statement on record.'] }]),
    holds: ['No statement on record.'],
  },
  empty: { shown: message([], { summary: '' }), holds: [] },
  blank: {
    shown: message([
      { type: 'heading', text: ' ' },
      { type: 'text', line: ['\u200b', { bold: '' }, { link: '', href: '' }] },
      { type: 'list', items: [[], ['']] },
      { type: 'fields', fields: [{ label: '', value: [] }] },
      { type: 'table', columns: [''], rows: [[]] },
      { type: 'note', line: [] },
      { type: 'actions', actions: [] },
    ]),
    holds: [],
  },
  long: {
    shown: page(
      'Briefing, 27 Nov 2025',
      ...Array.from({ length: 12 }, (_, n) =>
        told(`Party ${n}`, `${n}: ${prose}`, 'The Speaker', 'The Wire'),
      ).flat(),
      { type: 'list', items: Array.from({ length: 200 }, (_, n) => [`item ${n} of many`]) },
    ),
    holds: ['Party 0', 'Party 11', 'item 0 of many', 'item 199 of many'],
  },
  hostile: {
    shown: page(sharp.join(' '), ...sharp.flatMap(words => told(words, words, words, words)), {
      type: 'table',
      columns: ['party', sharp.slice(0, 20).join(' ')],
      rows: sharp.map(words => [[words], [{ bold: words }]]),
    }),
    holds: ['неприйнятно', 'المفاوضات', '和平谈判将于星期四举行'],
  },
  'right to left': {
    shown: page(
      'موقف إيران من المفاوضات',
      ...told('إيران', 'لن نتنازل عن حقوقنا، مهما حدث.', 'عباس عراقجي', 'عرب نيوز'),
      {
        type: 'table',
        columns: ['צד', 'עמדה'],
        rows: [[['ישראל'], ['מתנגדת']]],
      },
    ),
    holds: ['موقف إيران من المفاوضات', '“لن نتنازل عن حقوقنا، مهما حدث.”', 'عباس عراقجي', 'מתנגדת'],
  },
  Cyrillic: {
    shown: page(
      'Позиція: НАТО',
      ...told('Україна', 'Ми не віддамо нашої землі.', 'Володимир Зеленський', 'Укрінформ'),
    ),
    holds: ['Позиція: НАТО', '“Ми не віддамо нашої землі.”', 'Володимир Зеленський', 'Укрінформ'],
  },
};

function expectWhole(shown: Message, found: readonly Shown[], longest: number): void {
  const said = quoted(shown);
  expect(found.map(pieces => solid(pieces.join('')))).toEqual(said.map(solid));
  expect(said.flatMap((text, n) => badCuts(text, found[n] ?? [], longest))).toEqual([]);
}

/** What a reader of Discord sees, roughly: without the backslashes of markdown. */
const discordText = (all: readonly DiscordPost[]): string => JSON.stringify(all).replaceAll('\\\\', '');
const slackText = (all: readonly SlackPost[]): string => all.map(({ blocks }) => seen(blocks)).join('\n');

describe.each(Object.entries(gallery))('the gallery’s %s message', (_, { shown, holds }) => {
  it('on Slack', () => {
    const all = posts(shown, []);
    for (const post of all) expect(broken(post)).toEqual([]);
    expectWhole(shown, slackQuotations(all), 2_900);
    for (const words of holds) expect(slackText(all)).toContain(words);
  });

  it('on Discord', () => {
    const all = render(shown, []);
    for (const post of all) expectWithinLimits(post);
    expectWhole(shown, discordQuotations(all), 1_000);
    for (const words of holds) expect(discordText(all)).toContain(words);
  });

  it.each([40, 100, 300])('at a terminal of %d columns', width => {
    const text = rendered(shown, { colour: false, width });
    expectWhole(shown, terminalQuotations(text), 0);
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    for (const words of holds) expect(text.replace(/\n\s*(?:│ )?/g, ' ')).toContain(words);
  });
});
