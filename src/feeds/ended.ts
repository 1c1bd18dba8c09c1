import type { PollFailure } from '../core/feed.ts';
import { PrivateAddress } from './addresses.ts';

/** How a fetch may end without a document. What is wrong with a document is found later. */
export type FetchFailure = Exclude<PollFailure, 'html-instead-of-feed'> | 'held';

/** A way in which a fetch ends without a document. Becomes a value at the edge of `fetch.ts`. */
export class Ended extends Error {
  readonly outcome: FetchFailure | 'disallowed';
  /** Milliseconds that the server asked us to wait, null where it did not say. */
  readonly wait: number | null;
  /** Of the HTTP answer, null where there was none. */
  readonly status: number | null;

  constructor(
    outcome: Ended['outcome'],
    detail: string,
    wait: number | null = null,
    status: number | null = null,
  ) {
    super(detail);
    this.outcome = outcome;
    this.wait = wait;
    this.status = status;
  }
}

/** What a rejected request means. Messages of the libraries are not passed on: they may quote the address. */
export function ended(error: unknown): Ended {
  if (error instanceof Ended) return error;
  for (const cause of causes(error)) {
    if (cause instanceof PrivateAddress) return new Ended('refused-address', cause.message);
    const code = codeOf(cause) ?? '';
    const known = byCode.get(code);
    if (known) return new Ended(...known);
    // What undici calls the parser's complaint; its code is not always there.
    if (cause instanceof Error && cause.name === 'HTTPParserError')
      return new Ended('http-error', 'the answer is no HTTP, or damaged');
    if (isCertificate(code)) return new Ended('connection-error', "the server's certificate is not valid");
    if (/^(ERR_SSL|ERR_TLS|EPROTO)/.test(code)) return new Ended('connection-error', 'TLS failed');
  }
  return new Ended('connection-error', `the connection failed (${codeOf(error) ?? 'no reason given'})`);
}

/** An error and those it wraps; several addresses of one host fail as an AggregateError. */
function causes(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error];
  const within = error instanceof AggregateError ? error.errors : [error.cause];
  return [error, ...within.filter(cause => cause !== undefined)];
}

export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const isCertificate = (code: string): boolean => /CERT|SELF_SIGNED|^UNABLE_TO_VERIFY|^CRL_/.test(code);

const brokenOff = ['connection-error', 'the connection broke off in the middle of the answer'] as const;
const noWay = ['connection-error', 'there is no way to the host'] as const;

const byCode = new Map<string, readonly [FetchFailure, string]>([
  ['ENOTFOUND', ['dns-error', 'the host name does not exist']],
  ['ENODATA', ['dns-error', 'the host name has no address']],
  ['EAI_AGAIN', ['dns-error', 'the host name could not be looked up']],
  ['ECONNREFUSED', ['connection-error', 'the connection was refused']],
  ['EHOSTUNREACH', noWay],
  ['ENETUNREACH', noWay],
  ['ECONNRESET', brokenOff],
  ['EPIPE', brokenOff],
  ['UND_ERR_SOCKET', brokenOff],
  ['UND_ERR_ABORTED', brokenOff],
  ['UND_ERR_REQ_CONTENT_LENGTH_MISMATCH', brokenOff],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', brokenOff],
  ['UND_ERR_CONNECT_TIMEOUT', ['timeout', 'no connection in time']],
  ['ETIMEDOUT', ['timeout', 'no connection in time']],
  ['UND_ERR_HEADERS_OVERFLOW', ['http-error', 'the headers of the answer are too large']],
]);
