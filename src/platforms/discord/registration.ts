import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplication,
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { CommandSpec } from '../../app/command.ts';
import { startError } from './failures.ts';
import { type DiscordSettings, restOptions } from './settings.ts';
import { applicationCommands } from './translate.ts';

/** Registers the commands without connecting. False where they were as they are. Rejects with a StartError. */
export async function register(
  settings: Omit<DiscordSettings, 'audiences'>,
  commands: readonly CommandSpec[],
): Promise<boolean> {
  const rest = new REST(restOptions(settings)).setToken(settings.token);
  try {
    const applicationId = settings.applicationId ?? (await ownApplication(rest));
    return await registerCommands(rest, { applicationId, guildId: settings.guildId }, commands);
  } catch (error) {
    throw startError(error, settings);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

async function ownApplication(rest: REST): Promise<string> {
  const { id } = (await rest.get(Routes.currentApplication())) as APIApplication;
  return id;
}

/**
 * Makes the commands Discord knows those of the bot, in one overwrite. False where they already were: Discord allows
 * 200 creations a day. https://discord.com/developers/docs/interactions/application-commands#registering-a-command
 */
export async function registerCommands(
  rest: REST,
  { applicationId, guildId }: { readonly applicationId: string; readonly guildId: string | null },
  commands: readonly CommandSpec[],
): Promise<boolean> {
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  const wanted = applicationCommands(commands, guildId ? 'guild' : 'global');
  // Without the question only the words in the asker's own language come.
  const query = new URLSearchParams({ with_localizations: 'true' });
  const listed = (await rest.get(route, { query })) as APIApplicationCommand[];
  if (isDeepStrictEqual(compared(listed), compared(wanted))) return false;
  await rest.put(route, { body: wanted });
  return true;
}

type Registered = APIApplicationCommand | RESTPostAPIChatInputApplicationCommandsJSONBody;

/** What we set of a command. Discord adds ids and versions, and leaves out what is false. */
function compared(commands: readonly Registered[]): unknown[] {
  return commands
    .map(command => ({
      type: command.type,
      ...comparedWords(command),
      permissions: command.default_member_permissions ?? null,
      contexts: command.contexts ? [...command.contexts].sort() : null,
      options: (command.options ?? []).map(comparedOption),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const comparedWords = ({
  name,
  description,
  name_localizations,
  description_localizations,
}: APIApplicationCommandOption | Registered) => ({
  name,
  description,
  names: { ...name_localizations },
  descriptions: { ...description_localizations },
});

const comparedOption = (option: APIApplicationCommandOption): unknown => ({
  type: option.type,
  ...comparedWords(option),
  required: option.required ?? false,
  autocomplete: 'autocomplete' in option && option.autocomplete === true,
  options: 'options' in option ? (option.options ?? []).map(comparedOption) : [],
});
