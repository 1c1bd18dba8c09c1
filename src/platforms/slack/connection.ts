import { setTimeout as sleep } from 'node:timers/promises';
import { HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../app/ports.ts';
import { StartError } from '../../core/errors.ts';
import { minute } from '../../core/time.ts';
import { clientOptions, quietLogger } from './client.ts';
import { startError } from './faults.ts';
import type { HttpSettings, SlackSettings, SocketSettings } from './settings.ts';

/** How requests come in. */
export interface Connection {
  readonly receiver: SocketModeReceiver | HTTPReceiver;
  /** Rejects with a StartError. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export const connection = (settings: SlackSettings, log: Log): Connection =>
  settings.mode === 'socket' ? socketMode(settings, log) : http(settings, log);

/** Milliseconds a connection may take from the first call to Slack's hello. */
const patience = 8_000;
const longestPause = 5 * minute;

/**
 * Socket Mode. Bolt's own reconnecting is off: it waits five seconds after every refresh, in which slash commands are
 * lost, and a refusal or a network failure on the way back is an unhandled rejection that ends the process.
 */
function socketMode(settings: SocketSettings, log: Log): Connection {
  const receiver = new SocketModeReceiver({
    appToken: settings.appToken,
    autoReconnectEnabled: false,
    logger: quietLogger(settings, log),
    installerOptions: { clientOptions: clientOptions(settings, log, patience / 2) },
  });
  const { client } = receiver;
  const closed = new AbortController();
  /** True from the first call to a hello: what closes meanwhile is ours to try again. */
  let connecting = true;

  async function connect(): Promise<void> {
    try {
      await inTime(client.start());
      connecting = false;
    } catch (error) {
      // A connection that never said hello would stay open beside the next one.
      void client.disconnect();
      throw error ?? new Error('the connection was closed before Slack said hello');
    }
  }

  async function reconnect(): Promise<void> {
    connecting = true;
    for (let failures = 0; connecting && !closed.signal.aborted; failures++) {
      try {
        await sleep(pause(failures), undefined, { signal: closed.signal });
        await connect();
        log.info('slack reconnected', { failures });
      } catch (error) {
        const { message } = startError(error, settings.apiUrl, 'SLACK_APP_TOKEN');
        if (!closed.signal.aborted)
          log.error('slack not reconnected', { failures: failures + 1, error: message });
      }
    }
  }

  client.on('disconnected', () => {
    if (!connecting && !closed.signal.aborted) void reconnect();
  });

  return {
    receiver,
    async open() {
      try {
        await connect();
      } catch (error) {
        throw startError(error, settings.apiUrl, 'SLACK_APP_TOKEN');
      }
    },
    async close() {
      closed.abort();
      await Promise.race([client.disconnect(), sleep(1_000, undefined, { ref: false })]);
    },
  };
}

/** At once after a refresh, then 1, 2, 4 … seconds: Slack allows about one new connection a second. */
const pause = (failures: number): number =>
  failures === 0 ? 0 : Math.min(500 * 2 ** failures, longestPause);

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

/** Signed HTTP at `/slack/events`. Bolt checks signature and age. */
function http(settings: HttpSettings, log: Log): Connection {
  const receiver = new HTTPReceiver({
    signingSecret: settings.signingSecret,
    logger: quietLogger(settings, log),
  });
  const { host, port } = settings;
  return {
    receiver,
    async open() {
      try {
        await receiver.start({ host, port });
      } catch (error) {
        const { code = String(error) } = error as NodeJS.ErrnoException;
        throw new StartError(
          `Slack’s requests cannot be received at ${host}:${port} (${code}): set another address.`,
          {
            cause: error,
          },
        );
      }
    },
    // Bolt refuses to stop what was never started.
    close: () => receiver.stop().catch(() => {}),
  };
}
