import type { types } from '@slack/bolt';
import { expect, it, onTestFinished } from 'vitest';
import type { Action, Block } from '../../../src/core/message.ts';
import { slackPlatform } from '../../../src/platforms/slack/index.ts';
import { limits } from '../../../src/platforms/slack/limits.ts';
import { type Post, posts } from '../../../src/platforms/slack/render.ts';
import { broken, seen } from './check.ts';
import { quotation, said, testBot, testLog } from './desk.ts';
import { appToken, botToken, localSlack, slash } from './local-slack.ts';

/** How a message that fills a limit with `n` is made, and whether it came out in its own form, in one piece. */
interface Case {
  readonly of: (n: number) => readonly Block[];
  readonly isWhole: (all: readonly Post[], n: number) => boolean;
}

const isOnePost: Case['isWhole'] = all => all.length === 1;
const blocksIn = (all: readonly Post[]): types.KnownBlock[] => all.flatMap(({ blocks }) => blocks);
const typesIn = (all: readonly Post[]): string =>
  blocksIn(all)
    .map(({ type }) => type)
    .join(' ');
const x = (n: number): string => 'x'.repeat(n);
const action = (label: string, value = ''): Action => ({ label, command: 'why', given: { '': value } });
const link = (label: string, length: number): Block => {
  const start = 'https://r.example/';
  return { type: 'text', line: [{ link: label, href: start + x(length - start.length) }] };
};
const valueFrame = JSON.stringify({ command: 'why', given: { '': '' } }).length;
const json = (...blocks: Block[]): number =>
  JSON.stringify(posts(said('S', ...blocks), []).flatMap(post => post.blocks)).length;
const textOf = (n: number): Block => ({ type: 'text', line: [x(n)] });

/** Texts in blocks of their own whose JSON is so long altogether. */
function weighing(n: number): Block[] {
  const some = [1, 2, 3, 4].map(() => textOf(2_700));
  const frame = json(...some, textOf(1)) - 1;
  return [...some, textOf(n - frame)];
}

const cellsOf = (lengths: readonly number[]): Block => ({
  type: 'table',
  columns: lengths.map(() => 'c'),
  rows: [lengths.map(length => [x(length)])],
});

const cases: Readonly<Record<Exclude<keyof typeof limits, 'responses'>, Case>> = {
  blocks: { of: n => Array.from({ length: n }, () => ({ type: 'divider' })), isWhole: isOnePost },
  message: { of: weighing, isWhole: isOnePost },
  // Half of it is what consecutive pieces may take of one block.
  block: {
    of: n => {
      const piece =
        json({ type: 'text', line: [{ bold: 'a' }, { bold: 'b' }] }) -
        json({ type: 'text', line: [{ bold: 'a' }] });
      const room = n - limits.block / 2;
      const count = 100;
      return [
        {
          type: 'text',
          line: Array.from({ length: count }, (_, i) => ({
            bold: i > 0 ? 'a' : x(room - count * piece + 1),
          })),
        },
      ];
    },
    isWhole: all => blocksIn(all).length === 1,
  },
  text: {
    of: n => [quotation(x(n - 2))],
    isWhole: all => blocksIn(all).length === 1 && !seen(blocksIn(all)).includes('[…]'),
  },
  context: { of: n => [{ type: 'note', line: [x(n)] }], isWhole: all => typesIn(all) === 'context' },
  header: { of: n => [{ type: 'heading', text: x(n) }], isWhole: all => typesIn(all) === 'header' },
  actions: {
    of: n => [{ type: 'actions', actions: Array.from({ length: n }, (_, i) => action(`${i}`)) }],
    isWhole: all => typesIn(all) === 'actions',
  },
  label: {
    of: n => [{ type: 'actions', actions: [action(x(n))] }],
    isWhole: (all, n) => seen(blocksIn(all)) === x(n),
  },
  value: {
    of: n => [{ type: 'actions', actions: [action('x', x(n - valueFrame))] }],
    isWhole: all => typesIn(all) === 'actions',
  },
  url: { of: n => [link('Wire', n)], isWhole: all => JSON.stringify(all).includes('"url"') },
  link: { of: n => [link(x(n), 100)], isWhole: (all, n) => seen(blocksIn(all)) === x(n) },
  rows: {
    of: n => [{ type: 'table', columns: ['c'], rows: Array.from({ length: n - 1 }, () => [['1']]) }],
    isWhole: isOnePost,
  },
  columns: {
    of: n => [cellsOf(Array.from({ length: n }, () => 1))],
    isWhole: all => typesIn(all) === 'table',
  },
  table: {
    of: n => [cellsOf([1_900, 1_900, 1_900, 1_900, 1_900, n - 6 - 9_500])],
    isWhole: all => !seen(blocksIn(all)).includes('[…]'),
  },
  cell: { of: n => [cellsOf([n])], isWhole: (all, n) => seen(blocksIn(all)) === `c${x(n)}` },
  summary: { of: () => [textOf(1)], isWhole: (all, n) => all[0]?.text === x(n) },
};

it.each(Object.entries(cases))(
  '%s: whole at the limit, another form beyond, and Slack takes both',
  (name, { of, isWhole }) => {
    const most = limits[name as keyof typeof cases];
    const sent = (n: number): Post[] => posts(said(name === 'summary' ? x(n) : 'S', ...of(n)), []);
    for (const post of [...sent(most), ...sent(most + 1)]) expect(broken(post)).toEqual([]);
    expect([isWhole(sent(most), most), isWhole(sent(most + 1), most + 1)]).toEqual([true, false]);
  },
);

it.each([
  [limits.responses, 'S (5/5)'],
  [limits.responses + 1, expect.stringMatching(/^2 more parts do not fit/)],
])('responses: of an answer in %d parts the last says', async (count, last) => {
  const slack = await localSlack();
  const tables = Array.from({ length: count }, (): Block => cellsOf([1]));
  const bot = testBot(() => ({ message: said('S', ...tables), visibility: 'private' }));
  const platform = slackPlatform(
    { mode: 'socket', botToken, appToken, apiUrl: slack.apiUrl, audiences: [] },
    testLog(),
  );
  await platform.start(bot);
  onTestFinished(() => platform.stop());
  await slack.deliver('slash_commands', slash('/stance', 'NATO', slack.url));
  await slack.until(() => slack.responses.length === limits.responses);
  expect(slack.responses.at(-1)?.body.text).toEqual(last);
});
