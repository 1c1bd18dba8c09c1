import { STATUS_CODES } from 'node:http';
import type { Readable } from 'node:stream';
import { type Agent, type Dispatcher, request } from 'undici';
import { hostAndPort, refusePrivateHost, webAddress } from './addresses.ts';
import type { Fetched, Wanted } from './answers.ts';
import { decompressed } from './compression.ts';
import { codeOf, Ended, type FetchFailure } from './ended.ts';
import { freshFor, header, waitAsked } from './freshness.ts';
import type { Hosts } from './hosts.ts';
import { type Limits, type Stopwatch, seconds, stopwatch } from './stopwatch.ts';

interface Agents {
  readonly guarded: Agent;
  readonly open: Agent;
}

export interface Tools {
  readonly userAgent: string;
  readonly allowed: ReadonlySet<string>;
  readonly agents: Agents;
  readonly hosts: Hosts;
}

export interface Redirect {
  readonly to: URL;
  readonly status: number;
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** One request and its answer, within `left` milliseconds: a document, or where it is said to be. */
export async function asked(url: URL, call: Wanted & Tools, left: number): Promise<Fetched | Redirect> {
  const clock = stopwatch(left, call.limits);
  try {
    const answer = await response(url, call, clock);
    const to = redirected(answer, url);
    if (!to) return await read(answer, url, call, clock);
    discard(answer.body);
    return { to, status: answer.statusCode };
  } catch (error) {
    throw clock.expired() ?? error;
  } finally {
    clock.stop();
  }
}

type Answer = Dispatcher.ResponseData;

function redirected({ statusCode, headers, body }: Answer, url: URL): URL | null {
  const location = header(headers, 'location');
  if (!redirects.has(statusCode) || location === null) return null;
  try {
    // Header bytes arrive as Latin-1; servers that put bare letters into an address mean UTF-8.
    return webAddress(Buffer.from(location, 'latin1').toString(), url);
  } catch (error) {
    discard(body);
    throw error;
  }
}

async function response(url: URL, call: Wanted & Tools, clock: Stopwatch): Promise<Answer> {
  const { limits, userAgent, accept, validators, allowed, agents } = call;
  const isAllowed = allowed.has(hostAndPort(url));
  if (!isAllowed) refusePrivateHost(url);
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

async function read(answer: Answer, url: URL, call: Wanted & Tools, clock: Stopwatch): Promise<Fetched> {
  const { statusCode: status, headers } = answer;
  const aside = { wait: waitAsked(headers), fresh: freshFor(headers), movedTo: null };
  if (status === 304 && isConditional(call)) {
    await answer.body.dump();
    return { outcome: 'not-modified', ...aside };
  }
  const failure = failureOf(status);
  if (failure) {
    discard(answer.body);
    if (aside.wait !== null) call.hosts.hold(url.host, aside.wait);
    throw new Ended(failure, shownStatus(status), aside.wait, status);
  }
  const bytes = await body(answer, call.limits, clock);
  const validators = { etag: header(headers, 'etag'), lastModified: header(headers, 'last-modified') };
  return {
    outcome: 'ok',
    url: url.href,
    bytes,
    contentType: header(headers, 'content-type'),
    validators,
    ...aside,
  };
}

const isConditional = ({ validators }: Wanted): boolean =>
  Boolean(validators?.etag || validators?.lastModified);

/** A part of a document (206) and a 304 that nobody asked for are no answers to our question. */
function failureOf(status: number): FetchFailure | null {
  if (status === 204 || status === 205) return 'empty';
  if (status === 404) return 'not-found';
  if (status === 410) return 'gone';
  return status >= 200 && status < 300 && status !== 206 ? null : 'http-error';
}

const shownStatus = (status: number): string => `HTTP ${status} ${STATUS_CODES[status] ?? ''}`.trim();

/** Ends the connection instead of reading what nobody wants; the error that this causes in the stream is ours. */
function discard(body: Readable): void {
  body.on('error', () => {}).destroy();
}

async function body(
  { headers, body }: Answer,
  { bytes, idle }: Limits,
  clock: Stopwatch,
): Promise<Uint8Array> {
  const late = `the answer stopped for ${seconds(idle)}`;
  clock.phase(idle, late);
  if (Number(header(headers, 'content-length') ?? 0) > bytes) {
    discard(body);
    throw tooLarge(bytes);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    clock.phase(idle, late);
    size += chunk.length;
    if (size > bytes) throw tooLarge(bytes);
    chunks.push(chunk);
  }
  return await unpacked(Buffer.concat(chunks), header(headers, 'content-encoding'), bytes);
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
