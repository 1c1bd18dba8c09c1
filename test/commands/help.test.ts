import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { familyOf } from '../../src/app/asked.ts';
import { parseCommandLine } from '../../src/app/line.ts';
import type { DigestRule } from '../../src/core/desk.ts';
import type { Inline, Message } from '../../src/core/message.ts';
import { askable, atHome, now, recorded, said } from '../support/asked.ts';
import { alertRule, desk, lakes, statement } from '../support/made.ts';

const names = [...new Set(commands.flatMap(each => [familyOf(each), each.name]))];

/** The lines to type in a message. */
function lines({ blocks }: Message): string[] {
  const pieces = blocks.flatMap((block): readonly Inline[] => {
    if (block.type === 'list') return block.items.flat();
    return block.type === 'text' || block.type === 'note' ? block.line : [];
  });
  const codes = pieces.flatMap(piece => (typeof piece === 'object' && 'code' in piece ? [piece.code] : []));
  return codes.filter(code => code.startsWith('/'));
}

/** A desk where everything can be done: a manager in a channel with a digest, own alert, feeds of every state. */
async function everything() {
  const rule = {
    at: ['07:30'],
    weekdays: [1],
    zone: 'UTC',
    topics: [],
    parties: [],
    whenQuiet: 'line',
  } as const;
  const digests: DigestRule[] = [
    { ...rule, id: 'morning', channel: 'here', paused: false },
    { ...rule, id: 'evening', channel: 'there', paused: true },
  ];
  const found = { url: 'https://new.example/rss', title: 'New', items: [], total: 0, others: [] };
  const { bot, store } = await askable({
    desk: desk({
      channels: [
        { id: 'here', platform: 'slack', to: 'C1' },
        { id: 'there', platform: 'slack', to: 'C2' },
      ],
      managers: { slack: ['U1'], discord: [], terminal: [] },
      digests,
    }),
    feedFinder: { look: async () => ({ outcome: 'found', feed: found }) },
  });
  await recorded(store, [statement()]);
  const by = { by: 'slack U1', at: now };
  const own = alertRule({ id: 'person-slack-u1-1', owner: 'slack U1', channel: 'here' });
  await store.settings.put({ kind: 'alert', id: own.id, value: own, ...by });
  await store.settings.put({
    kind: 'feed',
    id: 'gazette-all',
    value: { added: null, state: 'paused' },
    ...by,
  });
  const feed = { id: 'pier', outlet: 'pier', url: 'https://pier.example/rss', language: 'en', every: null };
  const outlet = { id: 'pier', name: 'Pier', country: 'INT', ownership: { kind: 'independent' } } as const;
  const added = { feed, outlet, ...by };
  await store.settings.put({ kind: 'feed', id: 'pier', value: { added, state: 'polled' }, ...by });
  return async (line: string) => {
    const asked = parseCommandLine(line);
    if (!asked) throw new Error(line);
    return bot.answer({ ...asked, ...atHome, platform: 'slack', who: 'U1', where: 'C1' });
  };
}

it.each(['/help', ...names.map(name => `/help ${name}`)])('whatever %s shows to type works', async help => {
  const ask = await everything();
  const { message, failed } = await ask(help);
  expect([failed, message.summary]).toEqual([undefined, expect.not.stringContaining('wrong')]);
  const shown = lines(message);
  expect(shown.length).toBeGreaterThan(0);
  for (const line of shown) {
    const here = await everything();
    const { failed: refused, message: answer } = await here(line);
    expect(refused ? answer.summary : null, line).toBeNull();
  }
});

it('an example names what the desk has, and leaves open what it has none of', async () => {
  const ask = await everything();
  const shown = lines((await ask('/help')).message);
  expect(shown).toContain('/feeds resume gazette-all');
  expect(shown).toContain('/feeds pause lakeside-world');
  expect(shown).toContain('/alerts remove alert:person-slack-u1-1');
  expect(shown).not.toContain('/stance NATO');
  const { bot } = await askable({ catalog: { ...lakes(), feeds: new Map() } });
  expect(await said(bot, '/help feeds')).toContain('/feeds resume …');
});

it('a family is explained command by command, with who may use it and its options', async () => {
  const { bot } = await askable();
  const shown = await said(bot, '/help /Digest');
  for (const { summary } of commands.filter(each => familyOf(each) === 'digest'))
    expect(shown.replace(/\s+/g, ' ')).toContain(summary);
  expect(shown).toContain('at: days: zone: topic: party: quiet: language: silent: digest:');
  expect(shown).toContain('(managers)');
  expect(shown).toContain('/digest alone is /digest show.');
  expect(await said(bot, '/help digest  SET')).toContain('local time, or several: 07:30,18:00');
  expect(await said(bot, '/help digets')).toContain('Did you mean digest');
  expect(await said(bot, '/help xyzzyx')).toContain('/help lists them.');
});
