import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandSpec, Kind } from '../../../src/app/command.ts';
import { limits } from '../../../src/platforms/discord/limits.ts';
import { names } from '../../../src/platforms/discord/localisations.ts';
import {
  applicationCommands,
  choices,
  customId,
  pressRequest,
  short,
  slashRequest,
} from '../../../src/platforms/discord/translate.ts';
import { anyText } from './messages.ts';

const word: Kind<string> = { name: 'word', parse: each => each, complete: () => [] };

const option = (name: string, required: boolean, summary = `The ${name}`) => ({
  name,
  summary,
  required,
  kind: word,
});

const stance: CommandSpec = {
  name: 'stance',
  summary: 'Who holds what',
  example: '/stance NATO',
  reply: 'private',
  access: 'everyone',
  options: [option('days', false), option('subject', true)],
};

const purge: CommandSpec = {
  ...stance,
  name: 'purge',
  access: 'manager',
  options: [],
  summary: 'Much '.repeat(60),
};

describe('commands', () => {
  it('are registered with required options first and completions for every option', () => {
    expect(applicationCommands([stance], 'global')).toEqual([
      {
        type: 1,
        name: 'stance',
        name_localizations: names.stance,
        description: 'Who holds what',
        options: [
          { type: 3, name: 'subject', description: 'The subject', required: true, autocomplete: true },
          {
            ...{ type: 3, name: 'days', name_localizations: names.days, description: 'The days' },
            ...{ required: false, autocomplete: true },
          },
        ],
        default_member_permissions: null,
        contexts: [0, 1],
        integration_types: [0],
      },
    ]);
  });

  it('for managers are seen by those who manage the server, and not in direct messages', () => {
    expect(applicationCommands([purge], 'global')[0]).toMatchObject({
      default_member_permissions: '32',
      contexts: [0],
    });
    expect(applicationCommands([purge], 'guild')[0]).not.toHaveProperty('contexts');
  });

  it('are valid and within the limits, whatever their summaries', () => {
    const large = {
      ...stance,
      name: 'large',
      options: Array.from({ length: 25 }, (_, i) => option(`o${i}`, i % 2 === 0, 'é'.repeat(300))),
    };
    for (const command of applicationCommands([stance, purge, large], 'global')) {
      // The schema knows permissions as a number; Discord takes, and answers with, the number as a string.
      const sent = { ...command, default_member_permissions: Number(command.default_member_permissions) };
      expect(ApplicationCommandUpdateRequestSchema.safeParse(sent).error?.issues ?? []).toEqual([]);
      const options = command.options ?? [];
      const sum = [command, ...options].reduce(
        (all, { name, description }) => all + name.length + description.length,
        0,
      );
      expect(sum).toBeLessThanOrEqual(limits.commandSum);
      expect(options.length).toBeLessThanOrEqual(limits.options);
      for (const { name, description } of [command, ...options]) {
        expect(name.length).toBeLessThanOrEqual(limits.commandName);
        expect(description.length).toBeLessThanOrEqual(limits.commandDescription);
        expect(description).not.toBe('');
      }
    }
  });
});

const from = { channelId: 'c', guildId: 'g', user: { id: 'u' } };

describe('a request', () => {
  it('is what was typed', () => {
    const data = [{ name: 'subject', value: '  Рютте ' }, { name: 'days', value: 7 }, { name: 'none' }];
    expect(slashRequest({ ...from, commandName: 'stance', options: { data } }, null)).toEqual({
      command: 'stance',
      given: { subject: '  Рютте ', days: '7' },
      platform: 'discord',
      space: 'g',
      isHome: true,
      who: 'u',
      where: 'c',
    });
  });

  it('is of home in the one server the bot is for, and in direct messages', () => {
    const isHome = (guildId: string | null, home: string | null): boolean | undefined =>
      pressRequest({ ...from, guildId, customId: '["why"]' }, home)?.isHome;
    expect([isHome('g', 'g'), isHome('other', 'g'), isHome(null, 'g'), isHome('g', null)]).toEqual([
      ...[true, false, true, true],
    ]);
  });

  it('comes back from a button as it went in, or the button is not made', () => {
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom('Рютте', '"', '\\', '\ud800', '__proto__', 'x'.repeat(90)),
    );
    const given = fc.array(fc.tuple(words, words), { maxLength: 3 }).map(each => Object.fromEntries(each));
    fc.assert(
      fc.property(given, fc.boolean(), (each, shared) => {
        const action = { command: 'stance', given: each, ...(shared ? { aloud: true as const } : {}) };
        const id = customId(action);
        if (id === null) return;
        expect(id.length).toBeLessThanOrEqual(limits.customId);
        const request = pressRequest({ customId: id, ...from }, null);
        expect(request).toMatchObject(action);
        expect(request?.aloud).toBe(action.aloud);
      }),
    );
    expect(customId({ command: 'search', given: { words: 'x'.repeat(79) } })?.length).toBe(100);
    expect(customId({ command: 'search', given: { words: 'x'.repeat(80) } })).toBeNull();
  });

  it('is not made of what is no button of ours', () => {
    for (const id of ['', 'x', '{}', '[]', '[1]', '["a","b"]', '["a",1,2]', '[""]', '["!"]']) {
      expect(pressRequest({ customId: id, ...from }, null)).toBeNull();
    }
  });
});

describe('completions', () => {
  it('are at most 25, with names of at most 100, and no value is cut', () => {
    const long = { name: 'n'.repeat(101), value: 'v'.repeat(100) };
    const found = [
      long,
      { name: 'too long', value: 'v'.repeat(101) },
      { name: ' ', value: 'x' },
      { name: 'x', value: '' },
    ];
    const many = Array.from({ length: 40 }, (_, i) => ({ name: `name ${i}`, value: `value ${i}` }));
    const shown = choices([...found, ...many]);
    expect(shown).toHaveLength(25);
    expect(shown[0]).toEqual({ name: `${'n'.repeat(99)}…`, value: 'v'.repeat(100) });
    expect(shown[1]?.name).toBe('name 0');
  });
});

describe('short text', () => {
  it('is cut between words and never inside a character', () => {
    expect(short('one two\nthree', 10)).toBe('one two…');
    expect(short('one two', 7)).toBe('one two');
    fc.assert(
      fc.property(anyText(200), fc.integer({ min: 5, max: 100 }), (text, max) => {
        expect(short(text, max).length).toBeLessThanOrEqual(max);
        expect(short(text, max).isWellFormed()).toBe(true);
      }),
    );
  });
});
