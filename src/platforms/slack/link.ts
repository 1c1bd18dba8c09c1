import { setTimeout as sleep } from 'node:timers/promises';
import { type App, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../app/ports.ts';
import { clientOptions, quietLogger } from './client.ts';
import type { SocketSettings } from './settings.ts';

/** One Socket Mode connection. */
export interface Link {
  /** Resolves when Slack announces that it takes the link down, or when it is gone. */
  readonly leaving: Promise<void>;
  /** Resolves when it is gone. */
  readonly ended: Promise<void>;
  end(): Promise<void>;
  /** Ends it once what Slack sent over it before it knew of another has arrived. */
  endSoon(): void;
}

type Client = SocketModeReceiver['client'];

/** Milliseconds a link may take from the first call to Slack's hello. */
const patience = 8_000;
/** Milliseconds Slack may still use a link it announced to take down; a warning comes about ten seconds before. */
const lastWords = 15_000;

/** Opens a link over which `app` is asked. Rejects where there is no hello in time. */
export async function openLink(settings: SocketSettings, app: App, log: Log): Promise<Link> {
  const receiver = new SocketModeReceiver({
    appToken: settings.appToken,
    autoReconnectEnabled: false,
    logger: quietLogger(settings, log),
    installerOptions: { clientOptions: clientOptions(settings, log, patience / 2) },
  });
  receiver.init(app);
  const { client } = receiver;
  const link = linkOf(client);
  try {
    await inTime(client.start());
    return link;
  } catch (error) {
    // A connection that never said hello would stay open beside the next one.
    void link.end();
    throw error ?? new Error('the connection was closed before Slack said hello');
  }
}

function linkOf(client: Client): Link {
  const leaving = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let over = false;
  client.on('disconnected', () => {
    over = true;
    leaving.resolve();
    ended.resolve();
  });
  keptOpen(client, leaving.resolve);
  const end = async (): Promise<void> => {
    if (!over) await client.disconnect();
  };
  const endSoon = (): void => {
    const waited = new AbortController();
    void ended.promise.then(() => waited.abort());
    sleep(lastWords, undefined, { ref: false, signal: waited.signal }).then(end, () => {});
  };
  return { leaving: leaving.promise, ended: ended.promise, end, endSoon };
}

/**
 * Slack's client hangs up at once when Slack announces to do so, and hears nothing of what is still on the way. Ours
 * takes the announcement for itself.
 */
function keptOpen(client: Client, announced: () => void): void {
  const emit = client.emit.bind(client);
  client.emit = (event, ...given) => {
    if (event !== 'ws_message' || !isGoodbye(given[0])) return emit(event, ...given);
    announced();
    return true;
  };
}

function isGoodbye(data: unknown): boolean {
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return false;
  try {
    return JSON.parse(data).type === 'disconnect';
  } catch {
    return false;
  }
}

async function inTime(started: Promise<unknown>): Promise<void> {
  const late = new AbortController();
  const deadline = sleep(patience, undefined, { signal: late.signal }).then(() => {
    throw new Error(`no connection within ${patience / 1_000} s`);
  });
  try {
    await Promise.race([started, deadline]);
  } finally {
    late.abort();
    deadline.catch(() => {});
    started.catch(() => {});
  }
}
