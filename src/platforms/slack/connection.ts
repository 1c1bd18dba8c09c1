import { HTTPReceiver, type Receiver } from '@slack/bolt';
import type { Log } from '../../app/ports.ts';
import { StartError } from '../../core/errors.ts';
import { quietLogger } from './client.ts';
import type { HttpSettings, SlackSettings } from './settings.ts';
import { socketMode } from './socket.ts';

/** How requests come in. */
export interface Connection {
  readonly receiver: Receiver;
  /** Rejects with a StartError. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export const connection = (settings: SlackSettings, log: Log): Connection =>
  settings.mode === 'socket' ? socketMode(settings, log) : http(settings, log);

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
