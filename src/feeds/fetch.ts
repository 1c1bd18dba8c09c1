import { Agent } from 'undici';
import { publicLookup, type Resolve, webAddress } from './addresses.ts';
import type { Disallowed, Fetched, Wanted } from './answers.ts';
import { decoded } from './decode.ts';
import { Ended, ended } from './ended.ts';
import { asked, type Redirect, type Tools } from './hop.ts';
import { hostsAt } from './hosts.ts';
import { type Permission, permission, type RobotsFile } from './permission.ts';
import type { Limits } from './stopwatch.ts';

export const feedLimits: Limits = { bytes: 5_000_000, header: 8_000, idle: 4_000, total: 20_000 };
export const pageLimits: Limits = { ...feedLimits, bytes: 3_000_000 };

export interface Fetcher {
  /**
   * Fetches what its publisher offers for fetching. Never rejects for what a server does. `detail` names hosts only:
   * paths and queries may hold a subscriber's key.
   */
  get(url: string, wanted: Wanted): Promise<Fetched>;
  /** As `get`, for pages that nobody offered to us: what robots.txt asks is done. */
  crawl(url: string, wanted: Wanted): Promise<Fetched | Disallowed>;
  /** Waits for requests under way, then closes the connections. */
  close(): Promise<void>;
}

export interface FetcherOptions {
  /** Sent with every request: `name/version (+URL)`. */
  readonly userAgent: string;
  /** `host:port` of internal servers that may be reached, such as `127.0.0.1:8080`. All other hosts must be public. */
  readonly allowHosts: readonly string[];
  /** Milliseconds between the beginnings of two requests to one host; a second unless said otherwise. */
  readonly spacing?: number;
  /** Finds the addresses of a name; the system's way unless said otherwise. What it finds is checked. */
  readonly resolve?: Resolve;
}

const politeSpacing = 1_000;
const atOncePerHost = 2;

/** Fetches feeds and pages over HTTP from public addresses, by the limits given and one host at a walking pace. */
export function fetcher({
  userAgent,
  allowHosts,
  spacing = politeSpacing,
  resolve,
}: FetcherOptions): Fetcher {
  const tools: Tools = {
    userAgent,
    agents: { guarded: agent({ lookup: publicLookup(resolve) }), open: agent({}) },
    allowed: new Set(allowHosts.map(host => host.toLowerCase())),
    hosts: hostsAt({ spacing, atOnce: atOncePerHost }),
  };
  const robots = permission({
    product: /^[a-z_-]*/i.exec(userAgent)?.[0] ?? '',
    read: (url, limits) => robotsFile(url, limits, tools),
    space: tools.hosts.space,
  });
  const shared = sharing<Fetched | Disallowed>();
  return {
    get: (url, wanted) =>
      shared(['get', url, wanted], () => fetched(url, { ...tools, ...wanted })) as Promise<Fetched>,
    crawl: (url, wanted) =>
      shared(['crawl', url, wanted], () => fetched(url, { ...tools, ...wanted, robots })),
    close: async () => {
      await Promise.all([tools.agents.guarded.close(), tools.agents.open.close()]);
    },
  };
}

/** Who asks for the same while it is on its way gets the same answer. */
function sharing<T>(): (key: unknown, work: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return (key, work) => {
    const name = JSON.stringify(key);
    const begun = underWay.get(name) ?? work().finally(() => underWay.delete(name));
    underWay.set(name, begun);
    return begun;
  };
}

interface Call extends Wanted, Tools {
  /** Present where robots.txt is asked first. */
  readonly robots?: Permission;
  /** Set where one request goes before another and does not put it off. */
  readonly isAside?: true;
}

function agent(options: { readonly lookup?: ReturnType<typeof publicLookup> }): Agent {
  // Our own timers measure the phases; undici's would count them a second time, in steps of half a second.
  return new Agent({
    connect: { timeout: feedLimits.header, ...options },
    connections: atOncePerHost,
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
  });
}

async function fetched(url: string, call: Call): Promise<Fetched | Disallowed> {
  try {
    return await following(url, call);
  } catch (error) {
    const { outcome, message, wait } = ended(error);
    if (outcome === 'disallowed') return { outcome, detail: message, wait: null };
    return { outcome, detail: message, wait };
  }
}

/** Absent and forbidden files ask for nothing; one that cannot be had may ask for anything (RFC 9309 2.3.1). */
async function robotsFile(url: URL, { header, idle, total }: Limits, tools: Tools): Promise<RobotsFile> {
  try {
    const answer = await following(url.href, {
      ...tools,
      accept: 'text/plain, */*;q=0.5',
      limits: { header, idle, total, bytes: feedLimits.bytes },
      isAside: true,
    });
    if (answer.outcome !== 'ok') return 'unknown';
    return { text: decoded(answer.bytes, answer.contentType) };
  } catch (error) {
    const { status, outcome } = ended(error);
    if (outcome === 'empty') return 'none';
    return status !== null && status >= 400 && status < 500 && status !== 429 ? 'none' : 'unknown';
  }
}

const redirectLimit = 5;
const permanent: ReadonlySet<number> = new Set([301, 308]);

/** Redirects are followed by hand, because every hop must be checked, counted and made at the pace of its host. */
async function following(start: string, call: Call): Promise<Fetched> {
  const seen = new Set<string>();
  let url = webAddress(start, null);
  let from: URL | null = null;
  let movedTo: string | null = null;
  let isPermanent = true;
  let left = call.limits.total;
  while (seen.size <= redirectLimit) {
    seen.add(url.href);
    await call.robots?.check(url, call.limits);
    const hop = await inTurn(url, from, call, left);
    left -= hop.took;
    const { answer } = hop;
    if (!('to' in answer)) return 'movedTo' in answer ? { ...answer, movedTo } : answer;
    isPermanent &&= permanent.has(answer.status);
    if (seen.has(answer.to.href))
      throw new Ended('http-error', `redirects lead in a circle at ${answer.to.host}`);
    [from, url] = [url, answer.to];
    if (isPermanent) movedTo = url.href;
  }
  throw new Ended('http-error', `more than ${redirectLimit} redirects`);
}

interface Hop {
  readonly answer: Fetched | Redirect;
  /** Milliseconds, without the time in which others were first. */
  readonly took: number;
}

function inTurn(url: URL, from: URL | null, call: Call, left: number): Promise<Hop> {
  const ask = async (): Promise<Hop> => {
    const begun = performance.now();
    return { answer: await asked(url, call, left), took: performance.now() - begun };
  };
  return call.hosts.turn(url.host, ask, call.isAside || from?.host === url.host);
}
