import { parseCommandLine, parseLine } from '../../app/line.ts';
import type { Request } from '../../app/ports.ts';
import { umbrella } from './reserved.ts';

/** The workspace in which it is asked. */
type Workspace = Pick<Request, 'space' | 'isHome'>;

export interface SlashCommand {
  readonly command: string;
  readonly text?: string;
  readonly user_id: string;
  readonly channel_id: string;
}

/** `/stance NATO`, or `/attache stance NATO`; `/attache` alone asks for help. */
export function slashRequest(
  { command, text = '', user_id, channel_id }: SlashCommand,
  workspace: Workspace,
): Request {
  const words = typed(text);
  const asked =
    command === umbrella
      ? lineOrHelp(words)
      : { command: command.slice(1).toLowerCase(), given: parseLine(words) };
  return { ...asked, platform: 'slack', ...workspace, who: user_id, where: channel_id };
}

export interface Said {
  readonly text?: string;
  readonly user?: string;
  readonly channel: string;
}

/** What was said to the bot: `@attache stance NATO` in a channel, `stance NATO` in a direct message. */
export function saidRequest(
  { text = '', user = '', channel }: Said,
  bot: string,
  workspace: Workspace,
): Request {
  const [before = '', ...after] = text.split(new RegExp(`<@${bot}(?:\\|[^>]*)?>`));
  const words = typed(after.join(' ')).trim() || typed(before);
  // Examples are copied with their code marks.
  const asked = lineOrHelp(words.replaceAll('`', ''));
  return { ...asked, platform: 'slack', ...workspace, who: user, where: channel };
}

const lineOrHelp = (words: string): Pick<Request, 'command' | 'given'> =>
  parseCommandLine(words) ?? { command: 'help', given: {} };

/** What a button asks; `asksChannel`: its form asks for a channel too. */
export type Pressed = Request & { readonly asksChannel?: true };

/** A pressed button: its value is the command as JSON. Null where it is none of ours. */
export function pressedRequest(
  value: string | undefined,
  { who, where }: Pick<Request, 'who' | 'where'>,
  workspace: Workspace,
): Pressed | null {
  const { command, given, aloud, asks, asksChannel } = parsed(value);
  if (typeof command !== 'string' || !isGiven(given)) return null;
  return {
    command,
    given,
    platform: 'slack',
    ...workspace,
    who,
    where,
    ...(aloud === true ? { aloud } : {}),
    ...(isNames(asks) ? { asks } : {}),
    ...(asksChannel === true ? { asksChannel } : {}),
  };
}

function parsed(value: string | undefined): { readonly [part: string]: unknown } {
  try {
    return JSON.parse(value ?? '') ?? {};
  } catch {
    return {};
  }
}

const isNames = (asks: unknown): asks is string[] =>
  Array.isArray(asks) && asks.every(name => typeof name === 'string');

export const isGiven = (given: unknown): given is Record<string, string> =>
  typeof given === 'object' && given !== null && Object.values(given).every(word => typeof word === 'string');

/**
 * What a person typed, out of the form in which Slack sends it: links, channels and people in `<…>`, and `& < >` as
 * entities (https://docs.slack.dev/messaging/formatting-message-text).
 */
export const typed = (text: string): string =>
  text
    .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_, target: string, shown: string | undefined) =>
      unlinked(target, shown),
    )
    .replace(/&(amp|lt|gt);/g, (entity, name: string) => entities[name] ?? entity)
    .replaceAll('\u00A0', ' ');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

function unlinked(target: string, shown: string | undefined): string {
  const sign = /^[@#]/.exec(target)?.[0] ?? '';
  if (shown) return sign && !shown.startsWith(sign) ? `${sign}${shown}` : shown;
  return /^!(here|channel|everyone)$/.test(target) ? `@${target.slice(1)}` : target.replace(/^mailto:/, '');
}
