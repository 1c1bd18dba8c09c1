import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RateLimitError,
} from 'discord.js';
import { DeliveryError, StartError } from '../../core/errors.ts';

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
export const code = {
  unknownChannel: 10_003,
  unknownMessage: 10_008,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  notThisApplication: 20_012,
  alreadyAnswered: 40_060,
  tagRequired: 40_067,
  missingAccess: 50_001,
  notToThisPerson: 50_007,
  notATextChannel: 50_008,
  missingPermissions: 50_013,
  wrongChannelType: 50_024,
  invalidWebhookToken: 50_027,
  threadArchived: 50_083,
  noHistoryForReply: 160_002,
  threadExists: 160_004,
  threadLocked: 160_005,
  tooManyThreads: 160_006,
} as const;

/** With these Discord says that nothing can be posted in a channel, whatever it is. */
const closed = [
  code.unknownChannel,
  code.tagRequired,
  code.missingAccess,
  code.notToThisPerson,
  code.notATextChannel,
  code.missingPermissions,
];

export const isRefused = (error: unknown, ...codes: readonly (string | number)[]): error is DiscordAPIError =>
  error instanceof DiscordAPIError && codes.includes(error.code);

/** Whether what was asked may have happened: a lost connection, no answer in time, an answer cut off, a fault there. */
export const isUncertain = (error: unknown): boolean =>
  !(error instanceof DiscordAPIError || error instanceof RateLimitError);

/** Why a post did not arrive and whether another try can help. `channel` is Discord's id of it. */
export function deliveryError(cause: unknown, channel: string): DeliveryError {
  if (cause instanceof RateLimitError) {
    const retryAfter = cause.retryAfter > 0 ? Math.ceil(cause.retryAfter) : null;
    return new DeliveryError('Discord asks to wait: too many messages at once', {
      ...{ retryAfter, isWhole: cause.global, cause },
    });
  }
  if (cause instanceof DiscordAPIError && isFinal(cause.status)) {
    const place = isRefused(cause, ...closed) ? 'gone' : 'there';
    return new DeliveryError(refusal(cause, channel), { permanent: true, place, cause });
  }
  return new DeliveryError(`Discord did not take the message: ${reason(cause)}`, { cause });
}

/** Too early, too many and time-outs pass by themselves; every other 4xx needs a person. */
const isFinal = (status: number): boolean =>
  status >= 400 && status < 500 && ![408, 425, 429].includes(status);

function refusal(error: DiscordAPIError, channel: string): string {
  if (error.status === 401) return badToken;
  switch (error.code) {
    case code.missingAccess:
      return `The bot cannot see Discord channel ${channel}: invite it to the server and give its role View Channel there`;
    case code.missingPermissions:
      return `The bot may not post in Discord channel ${channel}: give its role Send Messages and Embed Links there`;
    case code.unknownChannel:
      return `Discord has no channel ${channel}: correct the id of the channel in the configuration`;
    case code.notToThisPerson:
      return `Discord does not let the bot write to ${channel}: the person has to allow direct messages from members of the server`;
    case code.notATextChannel:
      return `Discord channel ${channel} takes no messages: choose a text or forum channel in the configuration`;
    case code.tagRequired:
      return `Discord forum ${channel} takes no post without a tag: let it, in the settings of the forum`;
  }
  return `Discord refused the message for channel ${channel}: ${reason(error)}`;
}

/** Why a channel takes no messages any more, where the gateway says so before a message is refused. */
export const lost = {
  server: 'The bot was removed from the Discord server of this channel: invite it again',
  channel: 'This Discord channel was deleted: choose another in the configuration',
  permission:
    'The bot may not see this Discord channel or post there any more: give its role View Channel and Send Messages there',
} as const;

const badToken =
  'Discord refuses the token: copy the one on the Bot page of the Developer Portal to DISCORD_TOKEN';

/**
 * Why the gateway does not take the bot back, and what to do.
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
export function goneFor(closed: number): string {
  switch (closed) {
    case GatewayCloseCodes.AuthenticationFailed:
      return `${badToken} and start the bot again`;
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return 'Discord does not allow the bot its intents any more: look at the Bot page of the Developer Portal and start the bot again';
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
      return 'The bot is in so many servers that Discord wants more connections: start the bot again, it opens as many as are asked for';
  }
  return `Discord closed the connection for good (${closed}): start the bot again`;
}

/** What happened, on one line. Never an address: those of interactions hold a secret. */
export function reason(error: unknown): string {
  if (error instanceof HTTPError) return `HTTP ${error.status}`;
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  const words = `${error.message}${cause}`.replace(/\s*\n\s*/g, '; ').slice(0, 300);
  return error instanceof DiscordAPIError ? `${words} (${error.code})` : words || error.name;
}

/** Where the bot could not start: one sentence that says which setting to look at. */
export function startError(
  cause: unknown,
  { apiUrl, guildId }: { apiUrl: string; guildId: string | null },
): StartError {
  return new StartError(`${startSentence(cause, apiUrl, guildId)}.`, { cause });
}

function startSentence(cause: unknown, apiUrl: string, guildId: string | null): string {
  if (isBadToken(cause)) return badToken;
  if (isRefused(cause, code.notThisApplication)) {
    return 'DISCORD_APPLICATION_ID is not the application of DISCORD_TOKEN: correct it, or leave it out';
  }
  if (isRefused(cause, code.missingAccess) && guildId) {
    return `Discord server ${guildId} does not know the bot: invite it there with the scopes bot and applications.commands, or correct DISCORD_GUILD_ID`;
  }
  if (cause instanceof DiscordAPIError && cause.code !== undefined)
    return `Discord at ${apiUrl} refused to start the bot: ${reason(cause)}`;
  if (cause instanceof Error && /intents/.test(cause.message)) {
    return `Discord does not allow the bot its intents (${cause.message}): look at the Bot page of the Developer Portal`;
  }
  if (!isNetwork(cause))
    return `What answers at ${apiUrl} does not speak as Discord does: look at DISCORD_API_URL`;
  return `Discord cannot be reached at ${apiUrl} (${reason(cause)}): look at the network and DISCORD_API_URL`;
}

/** What Node and undici say where no answer came: errors with a system's or undici's code, and our own deadline. */
function isNetwork(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return (
    'code' in cause ||
    cause.cause !== undefined ||
    cause.name === 'AbortError' ||
    /within/.test(cause.message)
  );
}

function isBadToken(cause: unknown): boolean {
  if (cause instanceof DiscordjsError) return cause.code === DiscordjsErrorCodes.TokenInvalid;
  if (cause instanceof DiscordAPIError) return cause.status === 401;
  return cause instanceof Error && cause.message === 'Authentication failed';
}
