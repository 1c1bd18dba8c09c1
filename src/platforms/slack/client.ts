import { type Logger, LogLevel, webApi } from '@slack/bolt';
import type { Log } from '../../app/ports.ts';
import { type SlackSettings, secretsOf } from './settings.ts';

/** Milliseconds one call may take; well inside the lease of a delivery. */
const patience = 10_000;

/**
 * Options of a Web API client: a new object at each call, for Bolt writes into the one it is given (with Socket Mode,
 * `retries: 100`). No call is repeated by the client: its retries post twice when an answer was lost, and last half an
 * hour. A 429 is reported instead of holding up every other call.
 */
export const clientOptions = (
  settings: SlackSettings,
  log: Log,
  timeout = patience,
): webApi.WebClientOptions => ({
  slackApiUrl: settings.apiUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout,
  logger: quietLogger(settings, log),
});

export const clientFor = (
  settings: SlackSettings,
  log: Log,
  token: string,
  timeout?: number,
): webApi.WebClient => new webApi.WebClient(token, clientOptions(settings, log, timeout));

/** Tokens of further workspaces are not in the settings. */
const tokenLike = /\bx(?:ox[a-z]|app)-[\w-]+/g;

/** Warnings and errors of Slack's own packages for our log, without the secrets; the rest of their talk is dropped. */
export function quietLogger(settings: SlackSettings, log: Log): Logger {
  const secrets = secretsOf(settings);
  const words = (parts: readonly unknown[]): string =>
    secrets
      .reduce((text, secret) => text.replaceAll(secret, '[secret]'), parts.map(String).join(' '))
      .replaceAll(tokenLike, '[secret]');
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log.warn('slack sdk', { detail: words(parts) }),
    error: (...parts) => log.warn('slack sdk', { detail: words(parts) }),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
