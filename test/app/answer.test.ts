import { describe, expect, it } from 'vitest';
import { command } from '../../src/app/command.ts';
import { excerpt } from '../../src/core/excerpt.ts';
import type { Message } from '../../src/core/message.ts';
import { askable, atHome, recorded, said, say } from '../support/asked.ts';
import { article, statement } from '../support/made.ts';
import { silent } from '../support/silent.ts';

const message: Message = { summary: 'well', blocks: [], ping: [], zone: 'Europe/Kyiv' };
const spec = { summary: '', example: '/x', reply: 'channel', access: 'everyone', options: {} } as const;

async function botWith(...commands: ReturnType<typeof command>[]) {
  const logged: [string, unknown][] = [];
  const error = (event: string, fields: unknown) => void logged.push([event, fields]);
  return { ...(await askable({ commands, log: { ...silent, error } })), logged };
}

describe('an answer', () => {
  it('has the visibility of its command', async () => {
    const { bot } = await botWith(command({ ...spec, name: 'x', run: async () => message }));
    const reply = await bot.answer({
      command: 'x',
      given: {},
      platform: 'slack',
      ...atHome,
      who: 'U1',
      where: 'C1',
    });
    expect(reply).toEqual({ message, visibility: 'channel' });
  });

  it('that is private may be shared with the channel, by a button and by nothing else', async () => {
    const own = command({ ...spec, reply: 'private', name: 'x', run: async () => message });
    const personal = command({ ...spec, reply: 'personal', name: 'y', run: async () => message });
    const { bot } = await botWith(own, personal);
    const asked = { given: {}, platform: 'slack', ...atHome, who: 'U1', where: 'C1' } as const;
    const { message: shown, visibility } = await bot.answer({ ...asked, command: 'x' });
    const share = { label: 'Share here', command: 'x', given: {}, aloud: true };
    expect([visibility, shown.blocks.at(-1)]).toEqual(['private', { type: 'actions', actions: [share] }]);
    const shared = await bot.answer({ ...asked, command: 'x', aloud: true });
    expect(shared).toMatchObject({
      visibility: 'channel',
      message: { blocks: [{ type: 'note', line: ['Shared from ', { code: '/x' }] }] },
    });
    expect(await bot.answer({ ...asked, command: 'y', aloud: true })).toEqual({
      message,
      visibility: 'private',
    });
  });

  it.each([
    ['/stanec NATO', 'There is no command /stanec. Did you mean /stance?'],
    ['/stance', '/stance needs a topic or name. For example: /stance NATO'],
    ['/stance Nordlnad', 'Did you mean Nordland'],
    ['/stance dam dayz:7', '/stance has no option dayz:. It knows about: party: days: as-of: page:.'],
    ['/stance dam days:-3', 'is no number of days'],
    ['/stance dam days:99999', 'is no number of days'],
    ['/status what', '/status takes no words.'],
    ['/quotes', '/quotes needs a name or a topic'],
    ['/why nosuchref1', 'is no reference'],
    ['/why 0000zzzz', 'There is no statement 0000zzzz'],
  ])('%s is answered with %j', async (line, expected) => {
    const { bot } = await askable();
    expect((await say(bot, line)).summary).toContain(expected);
  });

  it('repeats the request with each suggestion in place of the faulty word', async () => {
    const { bot } = await askable();
    const [, buttons] = (await say(bot, '/stance Nordlnad days:7')).blocks;
    expect(buttons).toEqual({
      type: 'actions',
      actions: [
        { label: '/stance Nordland days:7', command: 'stance', given: { '': 'Nordland', days: '7' } },
      ],
    });
    const party = (await say(bot, '/stance dam party:Sudlnad')).blocks[1];
    expect(party).toMatchObject({
      actions: [{ label: '/stance dam party:Sudland', given: { '': 'dam', party: 'Sudland' } }],
    });
  });

  it('ten thousand characters get a short sentence', async () => {
    const { bot } = await askable();
    for (const line of ['/stance', '/why', '/stance dam days:', '/stanec', '/quotes Berg party:'])
      expect(JSON.stringify(await say(bot, `${line} ${'x'.repeat(10_000)}`)).length).toBeLessThan(1_000);
  });

  it('a bug is answered with a number that the log has too, and without its text', async () => {
    const broken = command({
      ...spec,
      name: 'x',
      run: async () => {
        throw new Error('token xoxb-1 leaked');
      },
    });
    const { bot, logged } = await botWith(broken);
    const reply = await bot.answer({
      command: 'x',
      given: {},
      platform: 'slack',
      ...atHome,
      who: 'U1',
      where: null,
    });
    expect(reply.visibility).toBe('private');
    expect(reply.message.summary).toContain('abcd1234');
    expect(reply.message.summary).not.toContain('xoxb');
    expect(logged).toMatchObject([['command failed', { reference: 'abcd1234', command: 'x' }]]);
  });

  it('managing commands are for managers', async () => {
    const managing = command({ ...spec, name: 'x', access: 'manager', run: async () => message });
    const { bot } = await botWith(managing);
    const ask = (platform: 'slack' | 'terminal') =>
      bot
        .answer({ command: 'x', given: {}, platform, ...atHome, who: 'U9', where: null })
        .then(reply => reply.message.summary);
    expect(await ask('slack')).toContain('is for managers');
    expect(await ask('terminal')).toBe('well');
  });

  it('words that are not what the snapshot holds are not shown', async () => {
    const forged = { ...excerpt(article(), { start: 25, end: 46 }), text: 'We will build it,' };
    const quote = { type: 'quote', kind: 'direct', parts: [forged], by: [] } as const;
    const { bot, store } = await botWith(
      command({ ...spec, name: 'x', run: async () => ({ ...message, blocks: [quote] }) }),
    );
    await recorded(store, [statement({ article: 'a1' })]);
    const reply = await bot.answer({
      command: 'x',
      given: {},
      platform: 'slack',
      ...atHome,
      who: 'U1',
      where: null,
    });
    expect(reply.message.summary).toContain('Something went wrong');
  });
});

it('every example of a command works as typed', async () => {
  const { bot, store } = await askable();
  await recorded(store, [statement()]);
  for (const { example, name } of bot.commands) {
    const line = example.replace('NATO', 'dam').replace('Rutte', 'Berg');
    expect(await said(bot, line), name).not.toMatch(/went wrong|needs a|Did you mean/);
  }
});
