import { webApi } from '@slack/bolt';
import { DeliveryError, StartError } from '../../core/errors.ts';

/** What a failed call to Slack comes to. */
export type Fault =
  /** Slack's own code, such as `channel_not_found`. `needed`: the scope that is missing. */
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly needed: string | null;
      readonly details: string;
    }
  /** Milliseconds to wait. */
  | { readonly kind: 'limited'; readonly wait: number }
  | { readonly kind: 'unreachable'; readonly detail: string };

export function fault(error: unknown): Fault {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'limited', wait: error.retryAfter * 1_000 };
  if (error instanceof webApi.WebAPIHTTPError)
    return { kind: 'unreachable', detail: `HTTP ${error.statusCode}` };
  if (error instanceof webApi.WebAPIPlatformError) return refusal(error);
  return { kind: 'unreachable', detail: cause(error) };
}

/** An answer that is not Slack's JSON comes as a platform error whose code is the answer itself. */
function refusal({ data }: webApi.WebAPIPlatformError): Fault {
  if (!/^[a-z0-9_]+$/.test(data.error))
    return { kind: 'unreachable', detail: 'an answer that is not Slack’s' };
  const { needed } = data as { readonly needed?: unknown };
  const details = (data.response_metadata?.messages ?? []).join('; ');
  return { kind: 'refused', code: data.error, needed: typeof needed === 'string' ? needed : null, details };
}

/** The innermost reason of a network failure: `ECONNREFUSED`, `ENOTFOUND`, `timeout`. */
function cause(error: unknown): string {
  const inner =
    error instanceof webApi.WebAPIRequestError ? error.original : error instanceof Error ? error : undefined;
  if (inner?.name === 'TimeoutError') return 'no answer in time';
  const reason = inner?.cause instanceof Error ? inner.cause : inner;
  return (reason as NodeJS.ErrnoException | undefined)?.code ?? reason?.message ?? String(error);
}

/** Codes with which Slack says that it is Slack's own trouble: https://docs.slack.dev/reference/methods/chat.postMessage */
const passing = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
]);

/** Codes with which Slack says that nothing can be posted in a channel, whatever it is. */
const closed = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'user_disabled',
  'user_not_found',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
]);

/** Codes that say that a token is no good any more, or not from here: https://docs.slack.dev/reference/methods/auth.test */
const ofToken = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired']);

/** Slack's code where it did not take the token of a call; null for any other failure. */
export function tokenFault(error: unknown): string | null {
  const found = fault(error instanceof DeliveryError ? error.cause : error);
  return found.kind === 'refused' && ofToken.has(found.code) ? found.code : null;
}

/** Whether only a person can help: a token revoked, a scope taken away, Socket Mode switched off. */
export function isLasting(error: unknown): boolean {
  const found = fault(error);
  return found.kind === 'refused' && !passing.has(found.code);
}

/** Whether the message that was to be changed is there no more. */
export function isGone(error: unknown): boolean {
  const found = fault(error);
  return found.kind === 'refused' && found.code === 'message_not_found';
}

/** Milliseconds Slack asks to wait; 0 where it does not. */
export function askedWait(error: unknown): number {
  const found = fault(error);
  return found.kind === 'limited' ? found.wait : 0;
}

export function deliveryError(error: unknown, channel: string): DeliveryError {
  const found = fault(error);
  switch (found.kind) {
    case 'limited':
      return new DeliveryError(`Slack asks to wait ${found.wait / 1_000} s before posting to ${channel}`, {
        retryAfter: found.wait,
        cause: error,
      });
    case 'unreachable':
      return new DeliveryError(`Slack could not be reached to post to ${channel}: ${found.detail}`, {
        cause: error,
      });
    case 'refused':
      return new DeliveryError(refused(found, channel), {
        // A workspace whose token is refused is paused: what was on its way there waits until it is taken again.
        permanent: !passing.has(found.code) && !ofToken.has(found.code),
        place: closed.has(found.code) ? 'gone' : 'there',
        cause: error,
      });
  }
}

/** Posting again without a look could show a message twice; so it is given up, and a person looks. */
export function lookError(error: unknown, channel: string): DeliveryError {
  const found = fault(error);
  const waits = found.kind !== 'refused' || passing.has(found.code) || ofToken.has(found.code);
  if (waits) return deliveryError(error, channel);
  const { code, needed, details } = found;
  return new DeliveryError(
    `An earlier attempt may have arrived in Slack’s ${channel}, see whether it is there; the bot may not look ` +
      `(${code}): ${advice(code, needed, details)}`,
    { permanent: true, cause: error },
  );
}

type Refused = Extract<Fault, { kind: 'refused' }>;

const refused = ({ code, needed, details }: Refused, channel: string): string =>
  `Slack refused to post to ${channel} (${code}): ${advice(code, needed, details)}`;

function advice(code: string, needed: string | null, details: string): string {
  switch (code) {
    case 'channel_not_found':
      return 'it does not exist, or it is private and the bot is not in it; check its id in desk.yaml and the environment, or type /invite @attache there';
    case 'not_in_channel':
      return 'the bot is not in it; type /invite @attache there';
    case 'thread_not_found':
    case 'message_not_found':
      return 'the message it belongs under was deleted';
    case 'cant_update_message':
    case 'cant_delete_message':
    case 'edit_window_closed':
      return 'the message cannot be changed any more; what it said before stands there';
    case 'is_archived':
      return 'it is archived; unarchive it or name another channel in desk.yaml';
    case 'missing_scope':
      return `the app lacks the scope ${needed ?? '(not named)'}; add it under OAuth & Permissions and install the app again`;
    case 'restricted_action':
    case 'restricted_action_read_only_channel':
    case 'restricted_action_thread_only_channel':
      return 'only some people may post there; a workspace admin can allow the app to';
    case 'invalid_auth':
    case 'not_authed':
    case 'account_inactive':
    case 'token_revoked':
    case 'token_expired':
      return 'the bot token is no longer valid; install the app again';
    default:
      return details || 'see docs.slack.dev/reference/methods/chat.postMessage for what this code means';
  }
}

/** Why the bot cannot start: `auth.test` for the bot token, `apps.connections.open` for the app token. */
export function startError(
  error: unknown,
  apiUrl: string,
  token: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN',
): StartError {
  const found = fault(error);
  switch (found.kind) {
    case 'limited':
      return new StartError(`Slack asks to wait ${found.wait / 1_000} s before the bot connects again.`, {
        cause: error,
      });
    case 'unreachable':
      return new StartError(
        `Slack’s API cannot be used at ${apiUrl} (${found.detail}): check SLACK_API_URL and the network.`,
        { cause: error },
      );
    case 'refused':
      return new StartError(`Slack refused ${token} (${found.code}): ${remedy(found, token)}.`, {
        cause: error,
      });
  }
}

function remedy({ code, needed }: Refused, token: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'): string {
  if (passing.has(code)) return 'this is Slack’s own trouble, try again in a minute';
  if (code === 'missing_scope')
    return `give it the scope ${needed ?? 'connections:write'} in the app’s settings`;
  return token === 'SLACK_BOT_TOKEN'
    ? 'copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions in the app’s settings'
    : 'copy an App-Level Token (xapp-…) with the scope connections:write from Basic Information in the app’s settings';
}
