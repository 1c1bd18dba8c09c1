import { randomBytes } from 'node:crypto';
import { HTTPReceiver, type HTTPReceiverOptions, type Receiver } from '@slack/bolt';
import type { Log } from '../../app/ports.ts';
import { StartError } from '../../core/errors.ts';
import { quietLogger } from './client.ts';
import type { installOptions } from './oauth.ts';
import type { HttpSettings, SlackSettings } from './settings.ts';
import { socketMode } from './socket.ts';

/** How requests come in. */
export interface Connection {
  readonly receiver: Receiver;
  /** Rejects with a StartError. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** The pages by which the app is installed, and where they are. */
export interface InstallPages {
  readonly options: ReturnType<typeof installOptions>;
  readonly host: string;
  readonly port: number;
}

export function connection(settings: SlackSettings, pages: InstallPages | null, log: Log): Connection {
  if (settings.mode === 'http') return http(settings, pages, log);
  const links = socketMode(settings, log);
  return pages ? both(links, pagesAlone(settings, pages, log)) : links;
}

/** Signed HTTP at `/slack/events`. Bolt checks signature and age. */
function http(settings: HttpSettings, pages: InstallPages | null, log: Log): Connection {
  const { signingSecret } = settings;
  return listener({ signingSecret, ...pages?.options }, settings, quietLogger(settings, log));
}

/** Beside Socket Mode nothing else comes by HTTP: there is no path for it, and nobody has its secret. */
function pagesAlone(settings: SlackSettings, { options, ...place }: InstallPages, log: Log): Connection {
  const signingSecret = randomBytes(32).toString('hex');
  return listener({ signingSecret, endpoints: [], ...options }, place, quietLogger(settings, log));
}

const both = (first: Connection, second: Connection): Connection => ({
  receiver: first.receiver,
  async open() {
    await second.open();
    await first.open();
  },
  async close() {
    await Promise.all([first.close(), second.close()]);
  },
});

/** Bolt refuses an `authorize` beside a receiver that has an installer, even where that one only shows its pages. */
const unpaired = (receiver: Receiver): Receiver => ({
  init: app => receiver.init(app),
  start: () => receiver.start(),
  stop: () => receiver.stop(),
});

function listener(
  options: HTTPReceiverOptions,
  { host, port }: Pick<HttpSettings, 'host' | 'port'>,
  logger: ReturnType<typeof quietLogger>,
): Connection {
  const receiver = new HTTPReceiver({ ...options, logger });
  return {
    receiver: unpaired(receiver),
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
