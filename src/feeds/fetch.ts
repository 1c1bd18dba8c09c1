import { STATUS_CODES } from 'node:http';
import type { Readable } from 'node:stream';
import { Agent, type Dispatcher, request } from 'undici';
import type { Validators } from '../app/ports.ts';
import type { PollFailure } from '../core/feed.ts';
import { PrivateAddress, publicLookup, refusePrivateLiteral } from './addresses.ts';
import { decompressed } from './compression.ts';
import { dateIn } from './dates.ts';

/** Bytes after decompression (and as declared), milliseconds for the rest. `header` counts anew at each redirect. */
export interface Limits {
  readonly bytes: number;
  readonly header: number;
  readonly idle: number;
  readonly total: number;
}

export const feedLimits: Limits = { bytes: 5_000_000, header: 8_000, idle: 4_000, total: 20_000 };
export const pageLimits: Limits = { ...feedLimits, bytes: 3_000_000 };

export interface Wanted {
  readonly accept: string;
  readonly limits: Limits;
  readonly validators?: Validators;
}

export type FetchFailure = Exclude<PollFailure, 'empty' | 'html-instead-of-feed'>;

export type Fetched =
  | {
      readonly outcome: 'ok';
      /** Where the bytes came from, after redirects. */
      readonly url: string;
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly validators: Validators;
      /** Milliseconds the server asked us to wait before the next request, null where it did not say. */
      readonly wait: number | null;
    }
  | { readonly outcome: 'not-modified'; readonly wait: number | null }
  | { readonly outcome: FetchFailure; readonly detail: string; readonly wait: number | null };

export interface Fetcher {
  /** Never rejects for what a server does. `detail` names hosts only: paths and queries may hold a subscriber's key. */
  get(url: string, wanted: Wanted): Promise<Fetched>;
  /** Waits for requests under way, then closes the connections. */
  close(): Promise<void>;
}

export interface FetcherOptions {
  /** Sent with every request: `name/version (+URL)`. */
  readonly userAgent: string;
  /** `host:port` of internal servers that may be reached, such as `127.0.0.1:8080`. All other hosts must be public. */
  readonly allowHosts: readonly string[];
}

/** Fetches feeds and pages over HTTP from public addresses, by the limits given. */
export function fetcher({ userAgent, allowHosts }: FetcherOptions): Fetcher {
  const agents: Agents = { guarded: agent(publicLookup), open: agent(undefined) };
  const allowed = new Set(allowHosts.map(host => host.toLowerCase()));
  return {
    get: (url, wanted) => fetched(url, { ...wanted, userAgent, allowed, agents }),
    close: async () => {
      await Promise.all([agents.guarded.close(), agents.open.close()]);
    },
  };
}

interface Agents {
  readonly guarded: Agent;
  readonly open: Agent;
}

interface Call extends Wanted {
  readonly userAgent: string;
  readonly allowed: ReadonlySet<string>;
  readonly agents: Agents;
}

const connectionsPerHost = 2;

function agent(lookup: typeof publicLookup | undefined): Agent {
  const connect = { timeout: feedLimits.header, ...(lookup && { lookup }) };
  // Our own timers measure the phases; undici's would count them a second time, in steps of half a second.
  return new Agent({
    connect,
    connections: connectionsPerHost,
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
  });
}

/** A way in which a fetch ends without a document. Becomes a value at the edge of this file. */
class Ended extends Error {
  readonly outcome: FetchFailure;
  readonly wait: number | null;

  constructor(outcome: FetchFailure, detail: string, wait: number | null = null) {
    super(detail);
    this.outcome = outcome;
    this.wait = wait;
  }
}

async function fetched(url: string, call: Call): Promise<Fetched> {
  const clock = stopwatch(call.limits);
  try {
    return await following(url, call, clock);
  } catch (error) {
    const { outcome, message, wait } = ended(clock.expired() ?? error);
    return { outcome, detail: message, wait };
  } finally {
    clock.stop();
  }
}

interface Stopwatch {
  readonly signal: AbortSignal;
  /** Begins a phase that may last `milliseconds`; ends the one before. */
  phase(milliseconds: number, late: string): void;
  expired(): Ended | null;
  stop(): void;
}

function stopwatch({ total }: Limits): Stopwatch {
  const controller = new AbortController();
  let reason: Ended | null = null;
  const expire = (late: string) => {
    reason ??= new Ended('timeout', late);
    controller.abort(reason);
  };
  const whole = setTimeout(expire, total, `the answer was not complete after ${seconds(total)}`);
  let part: NodeJS.Timeout | undefined;
  return {
    signal: controller.signal,
    phase: (milliseconds, late) => {
      clearTimeout(part);
      part = setTimeout(expire, milliseconds, late);
    },
    expired: () => reason,
    stop: () => {
      clearTimeout(whole);
      clearTimeout(part);
    },
  };
}

const seconds = (milliseconds: number): string => `${milliseconds / 1000} s`;

const redirectLimit = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Redirects are followed by hand, because every hop must be checked and counted. */
async function following(start: string, call: Call, clock: Stopwatch): Promise<Fetched> {
  const seen = new Set<string>();
  let url = webAddress(start, null);
  while (seen.size <= redirectLimit) {
    seen.add(url.href);
    const answer = await response(url, call, clock);
    const { location } = answer.headers;
    if (!redirects.has(answer.statusCode) || typeof location !== 'string')
      return await read(answer, url, call, clock);
    discard(answer.body);
    // Header bytes arrive as Latin-1; servers that put bare letters into an address mean UTF-8.
    url = webAddress(Buffer.from(location, 'latin1').toString(), url);
    if (seen.has(url.href)) throw new Ended('http-error', `redirects lead in a circle at ${url.host}`);
  }
  throw new Ended('http-error', `more than ${redirectLimit} redirects`);
}

/** A URL we are willing to ask for. A name that leads to a private address is refused later, when it is looked up. */
function webAddress(text: string, base: URL | null): URL {
  const url = URL.parse(text, base?.href);
  const from = base ? `${base.host} redirects to ` : '';
  if (!url) throw new Ended('refused-address', `${from}something that is no web address`);
  if (!/^https?:$/.test(url.protocol)) throw new Ended('refused-address', `${from}a ${url.protocol} address`);
  if (url.username || url.password)
    throw new Ended('refused-address', `${from}an address with a user name in it`);
  url.hash = '';
  return url;
}

type Answer = Dispatcher.ResponseData;

async function response(url: URL, call: Call, clock: Stopwatch): Promise<Answer> {
  const { limits, userAgent, accept, validators, allowed, agents } = call;
  const isAllowed = allowed.has(hostAndPort(url));
  if (!isAllowed) refusePrivateLiteral(url);
  clock.phase(limits.header, `no answer from ${url.host} within ${seconds(limits.header)}`);
  return await request(url, {
    dispatcher: isAllowed ? agents.open : agents.guarded,
    signal: clock.signal,
    headers: {
      'user-agent': userAgent,
      accept,
      'accept-encoding': 'gzip, br, zstd, deflate',
      ...(validators?.etag && { 'if-none-match': validators.etag }),
      ...(validators?.lastModified && { 'if-modified-since': validators.lastModified }),
    },
  });
}

const hostAndPort = ({ hostname, port, protocol }: URL): string =>
  `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;

async function read(answer: Answer, url: URL, call: Call, clock: Stopwatch): Promise<Fetched> {
  const wait = waitAsked(answer);
  if (answer.statusCode === 304) {
    await answer.body.dump();
    return { outcome: 'not-modified', wait };
  }
  if (answer.statusCode < 200 || answer.statusCode >= 300) {
    discard(answer.body);
    throw new Ended('http-error', shownStatus(answer.statusCode), wait);
  }
  const bytes = await body(answer, call.limits, clock);
  const contentType = header(answer, 'content-type');
  const validators = { etag: header(answer, 'etag'), lastModified: header(answer, 'last-modified') };
  return { outcome: 'ok', url: url.href, bytes, contentType, validators, wait };
}

const shownStatus = (status: number): string => `HTTP ${status} ${STATUS_CODES[status] ?? ''}`.trim();

function header({ headers }: Answer, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** Ends the connection instead of reading what nobody wants; the error that this causes in the stream is ours. */
function discard(body: Readable): void {
  body.on('error', () => {}).destroy();
}

async function body(answer: Answer, { bytes, idle }: Limits, clock: Stopwatch): Promise<Uint8Array> {
  const late = `the answer stopped for ${seconds(idle)}`;
  clock.phase(idle, late);
  if (Number(header(answer, 'content-length') ?? 0) > bytes) {
    discard(answer.body);
    throw tooLarge(bytes);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body) {
    clock.phase(idle, late);
    size += chunk.length;
    if (size > bytes) throw tooLarge(bytes);
    chunks.push(chunk);
  }
  return await unpacked(Buffer.concat(chunks), header(answer, 'content-encoding'), bytes);
}

async function unpacked(packed: Uint8Array, encoding: string | null, limit: number): Promise<Uint8Array> {
  try {
    return await decompressed(packed, encoding, limit);
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit);
    throw new Ended(
      'parse-error',
      `the answer's compression (${encoding?.slice(0, 20)}) is damaged, cut short or unknown`,
    );
  }
}

const tooLarge = (bytes: number): Ended =>
  new Ended('too-large', `the answer is larger than ${bytes / 1_000_000} MB`);

/** `Retry-After` in seconds or as a date (RFC 9110 10.2.3), else how long the answer says that it stays fresh. */
function waitAsked(answer: Answer): number | null {
  const now = dateIn(header(answer, 'date') ?? '') ?? Date.now();
  const until = (words: string | null): number => (dateIn(words ?? '') ?? now) - now;
  const retryAfter = header(answer, 'retry-after');
  if (retryAfter) return positive(/^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : until(retryAfter));
  if (answer.statusCode >= 400) return null;
  const cacheControl = header(answer, 'cache-control');
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl ?? '');
  if (maxAge) return positive(Number(maxAge[1]) * 1000);
  return cacheControl === null ? positive(until(header(answer, 'expires'))) : null;
}

const positive = (wait: number): number | null => (wait > 0 ? wait : null);

/** What a rejected request means. Messages of the libraries are not passed on: they may quote the address. */
function ended(error: unknown): Ended {
  if (error instanceof Ended) return error;
  for (const cause of causes(error)) {
    if (cause instanceof PrivateAddress) return new Ended('refused-address', cause.message);
    const known = byCode.get(codeOf(cause) ?? '');
    if (known) return new Ended(...known);
  }
  return new Ended('unreachable', `the connection failed (${codeOf(error) ?? 'no reason given'})`);
}

/** An error and those it wraps; several addresses of one host fail as an AggregateError. */
function causes(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error];
  const within = error instanceof AggregateError ? error.errors : [error.cause];
  return [error, ...within.filter(cause => cause !== undefined)];
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

const brokenOff = ['unreachable', 'the connection broke off in the middle of the answer'] as const;

const byCode = new Map<string, readonly [FetchFailure, string]>([
  ['ENOTFOUND', ['unreachable', 'the host name does not exist']],
  ['EAI_AGAIN', ['unreachable', 'the host name could not be looked up']],
  ['ECONNREFUSED', ['unreachable', 'the connection was refused']],
  ['EHOSTUNREACH', ['unreachable', 'there is no way to the host']],
  ['ENETUNREACH', ['unreachable', 'there is no way to the host']],
  ['ECONNRESET', brokenOff],
  ['EPIPE', brokenOff],
  ['UND_ERR_SOCKET', brokenOff],
  ['UND_ERR_ABORTED', brokenOff],
  ['UND_ERR_REQ_CONTENT_LENGTH_MISMATCH', brokenOff],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', brokenOff],
  ['UND_ERR_CONNECT_TIMEOUT', ['timeout', 'no connection in time']],
  ['UND_ERR_HEADERS_OVERFLOW', ['http-error', 'the headers of the answer are too large']],
]);
