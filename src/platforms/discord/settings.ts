import { Readable } from 'node:stream';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import type { Audience } from '../../core/desk.ts';
import { paced } from './pace.ts';

export interface DiscordSettings {
  readonly token: string;
  /** Null: the application the token belongs to. */
  readonly applicationId: string | null;
  /** The one server that gets the commands, at once, for trying out; null gives them to every server. */
  readonly guildId: string | null;
  /** Without version, such as `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly audiences: readonly Audience[];
}

/** Shorter waits for Discord’s rate limits (five messages in five seconds are usual) are made here, longer by the outbox. */
const longestWait = 10_000;

export function restOptions({ apiUrl }: Pick<DiscordSettings, 'apiUrl'>): Partial<RESTOptions> {
  return {
    api: apiUrl.replace(/\/+$/, ''),
    makeRequest: paced(outliving(DefaultRestOptions.makeRequest)),
    timeout: 10_000,
    retries: 2,
    // discord.js repeats a call at once, and for ever, when an answer 429 names no time.
    rejectOnRateLimit: ({ retryAfter, timeToReset }) =>
      retryAfter <= 0 || Math.max(retryAfter, timeToReset) > longestWait,
  };
}

/**
 * discord.js does not read the bodies of answers that it tries again after. One that breaks off there would be an error that
 * nobody hears, and end the process (undici 6 and discord.js 14.28).
 */
function outliving(request: RESTOptions['makeRequest']): RESTOptions['makeRequest'] {
  return async (url, init) => {
    const answer = await request(url, init);
    if (answer.body instanceof Readable) answer.body.on('error', () => {});
    return answer;
  };
}

/** For what must not be done twice: discord.js would repeat it after a fault of Discord's. */
export const onceOptions = (settings: Pick<DiscordSettings, 'apiUrl'>): Partial<RESTOptions> => ({
  ...restOptions(settings),
  retries: 0,
  hashSweepInterval: 0,
  handlerSweepInterval: 0,
});

/**
 * For answers to interactions, which do not count towards the bot's 50 requests a second; discord.js would count them:
 * https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints
 */
export const answerOptions = (settings: Pick<DiscordSettings, 'apiUrl'>): Partial<RESTOptions> => ({
  ...restOptions(settings),
  retries: 0,
  globalRequestsPerSecond: Number.POSITIVE_INFINITY,
});

/** For acknowledgements, which Discord takes for 3 seconds. */
export const callbackOptions = (settings: Pick<DiscordSettings, 'apiUrl'>): Partial<RESTOptions> => ({
  ...onceOptions(settings),
  timeout: 2_500,
});
