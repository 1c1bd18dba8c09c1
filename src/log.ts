import pino from 'pino';
import type { Log } from './app/ports.ts';

/** Where an error came from, without what a library may have put on it: requests carry tokens in their headers. */
function bareError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause === undefined ? {} : { cause: bareError(cause) }) };
}

/** Tokens of workspaces where the app is installed are in no setting. */
const slackToken = /\bxox[a-z]-[\w-]+/g;

/** One JSON line a unit of work, on standard error. `secrets` are blotted out wherever they turn up. */
export function logTo(stream: NodeJS.WritableStream, level: string, secrets: readonly string[] = []): Log {
  const blot = (text: string): string =>
    secrets
      .reduce((line, secret) => line.replaceAll(secret, '[secret]'), text)
      .replaceAll(slackToken, '[secret]');
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: bareError } },
    { write: line => void stream.write(blot(line)) },
  );
  return {
    info: (event, fields = {}) => logger.info({ event, ...fields }),
    warn: (event, fields = {}) => logger.warn({ event, ...fields }),
    error: (event, fields = {}) => logger.error({ event, ...fields }),
  };
}
