import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import type { CommandSpec } from '../../../src/app/command.ts';
import { limits } from '../../../src/platforms/discord/limits.ts';
import { descriptions, locales, names } from '../../../src/platforms/discord/localisations.ts';
import { applicationCommands } from '../../../src/platforms/discord/translate.ts';

interface Named {
  readonly name: string;
  readonly description: string;
  readonly name_localizations?: Readonly<Record<string, string | null>> | null;
  readonly description_localizations?: Readonly<Record<string, string | null>> | null;
  readonly options?: readonly Named[];
}

const registered: readonly Named[] = applicationCommands(commands, 'global') as readonly Named[];
const below = (each: Named): readonly Named[] => each.options ?? [];
const all = (each: Named): readonly Named[] => [each, ...below(each).flatMap(all)];

const shownIn = (locale: string, { name, name_localizations }: Named): string =>
  name_localizations?.[locale] ?? name;

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const pattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

it('every name is one that Discord takes, every description has at most 100 characters', () => {
  for (const name of Object.values(names).flatMap(Object.values<string>)) {
    expect(name).toMatch(pattern);
    expect(name).toBe(name.toLowerCase());
  }
  for (const description of Object.values(descriptions).flatMap(Object.values<string>)) {
    expect(description.length).toBeGreaterThan(0);
    expect(description.length).toBeLessThanOrEqual(limits.commandDescription);
  }
});

it('nothing is translated in some of the languages only', () => {
  for (const each of [...Object.values(names), ...Object.values(descriptions)])
    expect(Object.keys(each)).toEqual([...locales]);
});

it.each([...locales])('in %s no two commands, and no two options of one, have the same name', locale => {
  const levels = [registered, ...registered.flatMap(all).map(below)];
  for (const level of levels) {
    const shown = level.map(each => shownIn(locale, each));
    expect(shown).toEqual([...new Set(shown)]);
  }
});

it('a command with its longest translations has at most 8,000 characters', () => {
  const longest = (own: string, others: Named['name_localizations']): number =>
    Math.max(own.length, ...Object.values(others ?? {}).map(other => other?.length ?? 0));
  for (const command of registered) {
    const sum = all(command).reduce(
      (total, each) =>
        total +
        longest(each.name, each.name_localizations) +
        longest(each.description, each.description_localizations),
      0,
    );
    expect(sum).toBeLessThanOrEqual(limits.commandSum);
  }
});

it('the commands with their translations are valid', () => {
  for (const command of applicationCommands(commands, 'global')) {
    const sent = { ...command, default_member_permissions: Number(command.default_member_permissions) };
    expect(ApplicationCommandUpdateRequestSchema.safeParse(sent).error?.issues ?? []).toEqual([]);
  }
});

it.each([...locales])('in %s every command, option and summary is translated', locale => {
  const shown = registered.flatMap(all);
  expect(shown.filter(each => !each.name_localizations?.[locale]).map(({ name }) => name)).toEqual([]);
  expect(
    shown.filter(each => !each.description_localizations?.[locale]).map(({ description }) => description),
  ).toEqual([]);
});

it('what is translated is there: a changed summary needs its translation changed too', () => {
  const shown = registered.flatMap(all);
  expect(Object.keys(names).filter(name => !shown.some(each => each.name === name))).toEqual([]);
  expect(
    Object.keys(descriptions).filter(words => !shown.some(({ description }) => description === words)),
  ).toEqual([]);
});

it('what has no translation has none', () => {
  const fresh: CommandSpec = {
    ...{ name: 'fresh', summary: 'Something new', example: '/fresh', options: [] },
    ...{ reply: 'private', access: 'everyone' },
  };
  expect(applicationCommands([fresh], 'global')[0]).not.toHaveProperty('name_localizations');
  expect(applicationCommands([fresh], 'global')[0]).not.toHaveProperty('description_localizations');
});
