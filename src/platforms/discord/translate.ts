import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { familyOf, memberName } from '../../app/asked.ts';
import type { Choice, CommandSpec, OptionSpec } from '../../app/command.ts';
import type { Request } from '../../app/ports.ts';
import type { Action } from '../../core/message.ts';
import { limits } from './limits.ts';
import { descriptions, names } from './localisations.ts';
import { fitted } from './markdown.ts';

/** The parts of a slash command's interaction that make the request. */
export type Slash = Pick<ChatInputCommandInteraction, 'commandName' | 'channelId' | 'guildId'> & {
  readonly options: { readonly data: readonly SlashOption[] };
  readonly user: { readonly id: string };
};

/** An option with its value, or a subcommand with its options. */
interface SlashOption {
  readonly type?: ApplicationCommandOptionType;
  readonly name: string;
  readonly value?: string | number | boolean;
  readonly options?: readonly SlashOption[];
}

export type Press = Pick<ButtonInteraction, 'customId' | 'channelId' | 'guildId'> & {
  readonly user: { readonly id: string };
};

export function slashRequest(slash: Slash, home: Home): Request {
  const { commandName, options } = slash;
  const [first] = options.data;
  const member = first?.type === ApplicationCommandOptionType.Subcommand ? first : null;
  const given = (member ? (member.options ?? []) : options.data).flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return {
    command: member ? `${commandName} ${member.name}` : commandName,
    given: Object.fromEntries(given),
    ...askedFrom(slash, home),
  };
}

/** The one server that the bot is for; null where it is for all. */
type Home = string | null;

/** Direct messages are home: what a person set there is shown to nobody else. */
export const askedFrom = (
  { user, channelId, guildId }: Pick<Slash, 'user' | 'guildId'> & { readonly channelId: string | null },
  home: Home,
) => ({
  platform: 'discord' as const,
  space: guildId,
  isHome: home === null || guildId === null || guildId === home,
  who: user.id,
  where: channelId,
});

/** What a button asks; null for a button that is not of this program or of this version of it. */
export function pressRequest(press: Press, home: Home): Request | null {
  const asked = askedBy(press.customId);
  return asked && { ...asked, ...askedFrom(press, home) };
}

/** A `!` before the command: answered aloud. No command begins with one. */
const loud = '!';

/** Before the command, `?at,days `: a form of these options opens first. */
const asking = '?';

/** After the `?`: what its person typed last was too long for the custom id, and is to be found elsewhere. */
const typedBefore = '~';

/** Whether the form that a button opens is to begin with what its person typed last. */
export const isTypedBefore = (id: string): boolean => (wordsIn(id)[0] ?? '').startsWith(asking + typedBefore);

type Asked = Omit<Action, 'label'>;

/**
 * The command and its options in a button's custom id: buttons work after a restart and on every copy of the bot. Null
 * where they do not fit in 100 characters. A map of tokens to long ones was not chosen: such buttons die with the
 * process; the renderer shows what to type instead. A form is opened without what was typed where that is too long.
 */
export function customId(action: Asked): string | null {
  const { given, asks } = action;
  const id = idOf(action, '');
  if (id.length <= limits.customId) return id;
  if (!asks) return null;
  const kept = Object.fromEntries(Object.entries(given).filter(([name]) => !asks.includes(name)));
  const short = idOf({ ...action, given: kept }, typedBefore);
  return short.length <= limits.customId ? short : null;
}

function idOf({ command, given, aloud, asks }: Asked, mark: string): string {
  const lead = asks ? `${asking}${mark}${asks.join(',')} ` : aloud ? loud : '';
  return JSON.stringify([lead + command, ...Object.entries(given).flat()]);
}

/** What the custom id of a button or a form asks; null for one that is not of this program or this version of it. */
export function askedBy(id: string): Asked | null {
  const [command, ...rest] = wordsIn(id);
  if (!command || rest.length % 2 === 1) return null;
  const pairs = rest.flatMap((name, i) => (i % 2 === 0 ? [[name, rest[i + 1] ?? '']] : []));
  const given = Object.fromEntries(pairs);
  const [, asks, asker] = /^\?~?([a-z,-]+) (.+)$/.exec(command) ?? [];
  if (asks && asker) return { command: asker, given, asks: asks.split(',') };
  const [, aloud, name] = /^(!?)([^!?].*)$/s.exec(command) ?? [];
  return name ? { command: name, given, ...(aloud ? { aloud: true } : {}) } : null;
}

function wordsIn(id: string): string[] {
  try {
    const read: unknown = JSON.parse(id);
    return Array.isArray(read) && read.every(word => typeof word === 'string') ? read : [];
  } catch {
    return [];
  }
}

/** Completions as Discord takes them. A value that is too long is left out: half a value would mean something else. */
export function choices(found: readonly Choice[]): Choice[] {
  return found
    .filter(({ name, value }) => name.trim() !== '' && value !== '' && value.length <= limits.choiceValue)
    .slice(0, limits.choices)
    .map(({ name, value }) => ({ name: short(name, limits.choiceName), value }));
}

/**
 * The commands as Discord registers them. Every option is a word with completions: it means what its kind says, not
 * what Discord's types say. Contexts can be given for global commands only.
 */
export function applicationCommands(
  commands: readonly CommandSpec[],
  scope: 'global' | 'guild',
): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  return [...Map.groupBy(commands, familyOf)].map(([name, members]) => ({
    type: ApplicationCommandType.ChatInput,
    ...applicationFamily(name, members),
    default_member_permissions: permissionFor(accessOf(members)),
    ...(scope === 'global' ? contextsFor(accessOf(members)) : {}),
  }));
}

/** A command that stands alone has options; a family has a subcommand for each of its commands. */
function applicationFamily(name: string, members: readonly CommandSpec[]) {
  const [only] = members;
  if (only && members.length === 1 && memberName(only) === '') {
    return { ...named(only), options: applicationOptions(only) };
  }
  const summary = members.map(memberName).join(', ');
  return { ...named({ name, summary }), options: members.map(applicationMember) };
}

const applicationMember = (command: CommandSpec) => ({
  type: ApplicationCommandOptionType.Subcommand as const,
  ...named({ name: memberName(command), summary: command.summary }),
  options: applicationOptions(command),
});

const applicationOptions = ({ options }: CommandSpec) =>
  [...options].sort(requiredFirst).map(applicationOption);

/** Discord hides whole families: one is for managers where all of it is. */
const accessOf = (members: readonly CommandSpec[]): 'everyone' | 'manager' =>
  members.every(({ access }) => access !== 'everyone') ? 'manager' : 'everyone';

const applicationOption = (option: OptionSpec) => ({
  type: ApplicationCommandOptionType.String as const,
  ...named(option),
  required: option.required,
  autocomplete: true as const,
});

const requiredFirst = (a: OptionSpec, b: OptionSpec): number => Number(b.required) - Number(a.required);

interface Named {
  readonly name: string;
  readonly summary: string;
}

/** What has no translation is shown in English. */
const named = ({ name, summary }: Named) => ({
  name,
  description: described({ name, summary }),
  ...(names[name] ? { name_localizations: names[name] } : {}),
  ...(descriptions[summary] ? { description_localizations: descriptions[summary] } : {}),
});

const described = ({ name, summary }: Named): string => short(summary, limits.commandDescription) || name;

/**
 * Who sees a managing command where a server's administrators set nothing else. Whether somebody may use it is decided
 * when they do, by the desk's list.
 */
const permissionFor = (access: ReturnType<typeof accessOf>): string | null =>
  access === 'manager' ? String(PermissionFlagsBits.ManageGuild) : null;

const contextsFor = (access: ReturnType<typeof accessOf>) => ({
  contexts:
    access === 'manager'
      ? [InteractionContextType.Guild]
      : [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
});

/** Plain text on one line, cut between words. */
export const short = (text: string, max: number): string => {
  const line = text.toWellFormed().replace(/\s+/g, ' ').trim();
  return fitted(
    line.match(/\S+\s*/g)?.flatMap(word => (word.length > max / 2 ? [...word] : [word])) ?? [],
    max,
    '…',
  );
};
