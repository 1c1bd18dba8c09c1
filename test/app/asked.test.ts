import { describe, expect, it } from 'vitest';
import { commandAsked, familyOf, memberName } from '../../src/app/asked.ts';
import { type Command, command } from '../../src/app/command.ts';
import * as kinds from '../../src/app/kinds.ts';
import { applicationCommands, slashRequest } from '../../src/platforms/discord/translate.ts';
import { slackManifest } from '../../src/platforms/slack/manifest.ts';
import { completed } from '../../src/platforms/terminal/completed.ts';
import { askable, said } from '../support/asked.ts';

const echo = (name: string, access: 'everyone' | 'manager' = 'everyone'): Command =>
  command({
    name,
    summary: `Does ${name}`,
    example: `/${name}`,
    reply: 'private',
    access,
    options: { topic: { kind: kinds.topic, summary: 'a topic' } },
    run: async ({ topic }, { zone }) => ({
      summary: `${name} ran with ${topic?.[0]?.id ?? 'nothing'}`,
      blocks: [{ type: 'text', line: [`${name} ran with ${topic?.[0]?.id ?? 'nothing'}`] }],
      ping: [],
      zone,
    }),
  });

const commands = [echo('rota show'), echo('rota set', 'manager'), echo('status')];

describe('a family of commands', () => {
  it.each([
    ['rota set', 'set'],
    ['status', ''],
  ])('%s has the member name “%s”', (name, member) => {
    expect([familyOf({ name }), memberName({ name })]).toEqual([name.split(' ')[0], member]);
  });

  it.each([
    ['/rota set dam', 'rota set ran with dam'],
    ['/rota set topic:dam', 'rota set ran with dam'],
    ['/rota SET dam', 'rota set ran with dam'],
    ['/rota', 'rota show ran with nothing'],
    ['/rota topic:dam', 'rota show ran with dam'],
    ['/status dam', 'status ran with dam'],
    ['/rota sett', 'There is no command /rota sett. Did you mean /rota show, /rota set?'],
  ])('%s: %s', async (line, answer) => {
    const { bot } = await askable({ commands });
    expect(await said(bot, line)).toContain(answer);
  });

  it('is asked by its whole name from a button', () => {
    expect(commandAsked(commands, { command: 'rota set', given: {} })?.command.name).toBe('rota set');
    expect(commandAsked(commands, { command: 'nothing', given: {} })).toBeNull();
  });

  it('is one command with subcommands in Discord', () => {
    const [rota, status] = applicationCommands(commands, 'global');
    expect(rota).toMatchObject({
      name: 'rota',
      description: 'show, set',
      options: [
        { type: 1, name: 'show', options: [{ type: 3, name: 'topic' }] },
        { type: 1, name: 'set', description: 'Does rota set' },
      ],
      default_member_permissions: null,
    });
    expect(status).toMatchObject({ name: 'status', options: [{ type: 3, name: 'topic' }] });
    const from = { channelId: 'c', guildId: 'g', user: { id: 'u' } };
    const data = [{ type: 1, name: 'set', options: [{ name: 'topic', value: 'dam' }] }];
    expect(slashRequest({ commandName: 'rota', ...from, options: { data } }, null)).toMatchObject({
      command: 'rota set',
      given: { topic: 'dam' },
    });
  });

  it('is one slash command in Slack that says what it takes', () => {
    const { slash_commands } = slackManifest(commands).features;
    expect(slash_commands).toMatchObject([
      { command: '/attache', usage_hint: 'rota|status …' },
      { command: '/rota', usage_hint: 'show|set …' },
    ]);
  });

  it('is completed in the terminal, member by member', async () => {
    const { bot } = await askable({ commands });
    expect(await completed('/ro', bot)).toEqual([['/rota '], '/ro']);
    expect(await completed('/rota s', bot)).toEqual([['show ', 'set '], 's']);
    expect((await completed('/rota set da', bot))[0]).toContain('dam');
  });
});
