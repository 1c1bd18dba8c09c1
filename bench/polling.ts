import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Claimed, Log, Platform } from '../src/app/ports.ts';
import { cronClock } from '../src/clock/cron.ts';
import { readEnv } from '../src/config/env.ts';
import { loadConfig } from '../src/config/load.ts';
import { partyOf } from '../src/core/catalog.ts';
import type { Feed, Outlet } from '../src/core/feed.ts';
import { excerptsIn } from '../src/core/message.ts';
import { hour, minute } from '../src/core/time.ts';
import { type Attache, attache, keepGoing, workOf } from '../src/main.ts';
import { openStore } from '../src/store/open.ts';

/*
 * What polling 1,000 feeds costs, and how soon an alert follows. The whole bot (SQLite in a file, the reading in its
 * thread, ticking as `attache start` does) polls a server in another process. Each feed has a host of its own
 * (127.0.0.1, 127.0.0.2 …), so the second between two requests to one host stands between a feed and its own pages alone.
 * The first cycle takes in two items a feed, quietly. In the second 60 % of the feeds answer 304, 5 % fail (500, a
 * reset, a web page), 10 % have one new item with a statement on a followed topic, half of these behind a page; the
 * others answer 200 with what is known. All are due at the same moment, which is the worst there is. The third cycle is
 * as the second, but the feeds come due as they do in life, one after the other: a thousand in a minute.
 * An item counts as told when its words are in a message; a message shows ten, and the same statement is told once.
 */
const feedCount = Number(process.argv.at(-1)) || 1_000;
const hostOf = (feed: number): string => `127.0.${Math.floor(feed / 250)}.${(feed % 250) + 1}`;

type Role = 'unchanged' | 'failing' | 'new' | 'same';

function roleOf(feed: number): Role {
  const place = (feed * 37) % 100;
  if (place < 60) return 'unchanged';
  if (place < 65) return 'failing';
  return place < 75 ? 'new' : 'same';
}

/** How the server has done since it was last asked. */
interface Tally {
  readonly requests: number;
  readonly bytes: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** When each feed's new item was first handed out, by the number of the feed. */
  readonly shown: Readonly<Record<number, number>>;
}

function serve(): void {
  let cycle = 1;
  let tally = {
    requests: 0,
    bytes: 0,
    statuses: {} as Record<string, number>,
    shown: {} as Record<number, number>,
  };
  const server = createServer((request, response) => {
    const [, third = 0, fourth = 1] =
      /127\.0\.(\d+)\.(\d+)/.exec(request.headers.host ?? '')?.map(Number) ?? [];
    const feed = third * 250 + fourth - 1;
    const answer = answerTo(feed, request.url ?? '/', cycle, request.headers['if-none-match'] ?? null);
    if (answer.status === 0) response.socket?.resetAndDestroy();
    else
      response
        .writeHead(answer.status, { 'content-type': answer.type, ...(answer.etag && { etag: answer.etag }) })
        .end(answer.body);
    if (answer.isNew) tally.shown[feed] ??= Date.now();
    tally.requests += 1;
    tally.bytes += Buffer.byteLength(answer.body);
    tally.statuses[answer.status] = (tally.statuses[answer.status] ?? 0) + 1;
  });
  server.listen(0, '0.0.0.0', () => process.send?.((server.address() as AddressInfo).port));
  process.on('message', (message: number | 'tally') => {
    if (message === 'tally') process.send?.(tally);
    else cycle = message;
    tally = { requests: 0, bytes: 0, statuses: {}, shown: {} };
  });
  process.on('disconnect', () => process.exit(0));
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type: string;
  readonly etag: string | null;
  readonly isNew?: boolean;
}

function answerTo(feed: number, path: string, cycle: number, known: string | null): Answer {
  const role = roleOf(feed);
  const html = (status: number, body: string): Answer => ({ status, body, type: 'text/html', etag: null });
  if (path === '/robots.txt') return html(404, '');
  const page = /^\/page\/(\d+)/.exec(path);
  if (page)
    return html(200, `<html><body><article>${article(feed, Number(page[1]))}</article></body></html>`);
  if (cycle > 1 && role === 'failing')
    return [html(500, ''), html(0, ''), html(200, '<html></html>')][feed % 3] as Answer;
  const isNew = cycle > 1 && role === 'new';
  const etag = `"${isNew ? cycle : 1}"`;
  if (role !== 'same' && known === etag) return { ...html(304, ''), etag };
  const numbers = [1, 2, ...(isNew ? [cycle + 1] : [])];
  const items = numbers.map(number => item(feed, number));
  const body = `<rss version="2.0"><channel><title>Feed ${feed}</title>${items.join('')}</channel></rss>`;
  return { status: 200, body, type: 'application/rss+xml', etag: role === 'same' ? null : etag, isNew };
}

const isBehindPage = (feed: number, number: number): boolean => number > 2 && feed % 2 === 0;

function item(feed: number, number: number): string {
  const date = new Date(
    Math.floor(Date.now() / 3_600_000) * 3_600_000 - (10 - number) * 60_000,
  ).toUTCString();
  const text = isBehindPage(feed, number) ? 'A summary.' : `<![CDATA[${article(feed, number)}]]>`;
  return `<item><title>Item ${number} of feed ${feed}</title><guid>${feed}-${number}</guid>
    <link>/page/${number}</link><pubDate>${date}</pubDate><description>${text}</description></item>`;
}

const { catalog } = loadConfig('config', readEnv({}));
const speakers = [...catalog.actors.values()].filter(
  ({ id, kind }) => kind === 'person' && partyOf(catalog, id, Date.now()) !== null,
);
const objects = [
  'a ceasefire',
  'Ukraine joining NATO',
  'sanctions against Russia',
  'security guarantees for Ukraine',
];

const vocabulary =
  'of the and to in that it was for on with as they at this from by not had are but what all were when there can an your which their said if do will each about how up out many then them would like so these her long make thing see him two has look more day could go come did number sound no most people my over know water than call first who may down side been now find head stand own page should country found answer school grow study still learn plant cover food sun four between state keep eye never last let thought city tree cross farm hard start might story saw far sea draw left late run while press close night real life few north open seem together next white children begin got walk example ease paper group always music those both mark often letter until mile river car feet care second book carry took science eat room friend began idea fish mountain stop once base hear horse cut sure watch color face wood main enough plain girl usual young ready above ever red list though feel talk bird soon body dog family direct pose leave song measure door product black short numeral class wind question happen complete ship area half rock order fire south problem piece told knew pass since top whole king space heard best hour better true during hundred five remember step early hold west ground interest reach fast verb sing listen six table travel less morning ten simple several vowel toward war lay against pattern slow center love person money serve appear road map rain rule govern pull cold notice voice unit power town fine certain fly fall lead cry dark machine note wait plan figure star box noun field rest correct able pound done beauty drive stood contain front teach week final gave green quick develop ocean warm free minute strong special mind behind clear tail produce fact street inch multiply nothing course stay wheel full force blue object decide surface deep moon island foot system busy test record boat common gold possible plane stead dry wonder laugh thousand ago ran check game shape equate hot miss brought heat snow tire bring yes distant fill east paint language among'.split(
    ' ',
  );

/** A few paragraphs in words of their own, with one quotation. */
function article(feed: number, number: number): string {
  const next = randoms(feed * 10 + number);
  const word = (): string => vocabulary[Math.floor(next() * vocabulary.length)] ?? '';
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  const filler = Array.from({ length: 4 }, () => `<p>The ${words(30)}. It was ${words(20)}.</p>`).join('');
  const who = speakers[Math.floor(next() * speakers.length)]?.name;
  const what = objects[Math.floor(next() * objects.length)];
  const quotation =
    number > 2 ? `<p>“We support ${what} and the ${words(4)} that ${words(5)},” ${who} said.</p>` : '';
  return quotation + filler;
}

function randoms(seed: number): () => number {
  let state = (seed + 1) * 2654435761;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

async function measure(): Promise<void> {
  const server = fork(import.meta.filename, ['server']);
  const [port] = (await once(server, 'message')) as [number];
  const data = mkdtempSync(join(tmpdir(), 'attache-polling-'));
  const posted = new Map<number, number>();
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const fail = (error: unknown): void => console.error(error);
  const { bot, platform, polled } = await opened(port, data, now, posted);
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  const clock = { ...cronClock(fail), now };
  const running = keepGoing(bot, { clock, platforms: [platform] }, stopped);

  await cycle('first cycle (two items a feed, all read)', server, 1, async () => {
    await until(() => polled.size === feedCount);
    await bot.follow();
  });
  polled.clear();
  const idle = await cost(() => pause(10_000));
  console.log(`idle, 10 s of ticking: ${idle.cpu.toFixed(2)} s of CPU`);
  const all = 'all due at once: 10 % new, 60 % 304, 5 % failing';
  const second = await cycle(`second cycle (${all})`, server, 2, async () => {
    ahead += hour;
    await until(() => polled.size === feedCount);
    await bot.gather();
    await bot.follow();
  });
  report(second.shown, posted);
  polled.clear();
  posted.clear();
  const third = await cycle('third cycle (the same over a minute)', server, 3, async () => {
    // Polls are 27 to 33 minutes apart; the clock goes six times as fast while they come due.
    ahead += 26 * minute;
    const hurried = setInterval(() => {
      ahead += 250;
    }, 50);
    await until(() => polled.size === feedCount);
    clearInterval(hurried);
    await bot.gather();
    await bot.follow();
  });
  report(third.shown, posted);
  stop();
  await running;
  await bot.close();
  server.disconnect();
  rmSync(data, { recursive: true });
}

async function until(isReached: () => boolean): Promise<void> {
  for (let waited = 0; !isReached() && waited < 5 * minute; waited += 50) await pause(50);
}

async function opened(port: number, data: string, now: () => number, posted: Map<number, number>) {
  const hosts = Array.from({ length: feedCount }, (_, i) => `${hostOf(i)}:${port}`);
  const env = readEnv({ ATTACHE_ALLOW_HOSTS: hosts.join(',') });
  const shipped = loadConfig('config', env);
  const config = { ...shipped, catalog: { ...shipped.catalog, ...feedsOn(hosts) } };
  const store = await openStore({ databaseUrl: null, path: join(data, 'bench.sqlite') });
  const platform: Platform = {
    name: 'terminal',
    start: async () => {},
    stop: async () => {},
    post: async (delivery: Claimed) => {
      const at = Date.now();
      const ids = [...new Set(excerptsIn(delivery.message).map(({ article }) => article))];
      for (const { feed } of (await store.articles.get(ids)).values()) {
        posted.set(Number(feed), posted.get(Number(feed)) ?? at);
      }
      return {};
    },
  };
  const polled = new Set<unknown>();
  const info: Log['info'] = (event, fields) => void (event === 'feed polled' && polled.add(fields?.feed));
  const log: Log = {
    info,
    warn: (event, fields) => console.error(event, fields),
    error: (event, fields) => console.error(event, fields),
  };
  const bot: Attache = attache({ env, config, store, work: workOf(config), now, platforms: [platform], log });
  return { bot, platform, polled };
}

function feedsOn(hosts: readonly string[]): { feeds: Map<string, Feed>; outlets: Map<string, Outlet> } {
  const ids = hosts.map((host, i) => [String(i), host] as const);
  return {
    feeds: new Map(
      ids.map(([id, host]) => [
        id,
        { id, outlet: id, url: `http://${host}/feed`, language: 'en', every: 30 * minute },
      ]),
    ),
    outlets: new Map(
      ids.map(([id]) => [id, { id, name: id, country: 'INT', ownership: { kind: 'independent' } }]),
    ),
  };
}

interface Cost {
  readonly cpu: number;
  readonly took: number;
  readonly rss: number;
}

/** Seconds of CPU of this process with its threads, seconds, and the most memory, in MB. */
async function cost(work: () => Promise<unknown>): Promise<Cost> {
  const cpu = process.cpuUsage();
  const begun = performance.now();
  let rss = 0;
  const sampling = setInterval(() => {
    rss = Math.max(rss, process.memoryUsage.rss());
  }, 50);
  await work();
  clearInterval(sampling);
  const { user, system } = process.cpuUsage(cpu);
  return { cpu: (user + system) / 1e6, took: (performance.now() - begun) / 1000, rss: rss / 1e6 };
}

async function cycle(
  name: string,
  server: ChildProcess,
  number: number,
  work: () => Promise<void>,
): Promise<Tally> {
  server.send(number);
  const { cpu, took, rss } = await cost(work);
  server.send('tally');
  const [tally] = (await once(server, 'message')) as [Tally];
  console.log(
    `${name}: ${tally.requests} requests (${JSON.stringify(tally.statuses)}), ${(tally.bytes / 1e6).toFixed(2)} MB, ` +
      `${cpu.toFixed(1)} s of CPU, ${took.toFixed(1)} s, at most ${rss.toFixed(0)} MB RSS`,
  );
  return tally;
}

function report(shown: Tally['shown'], posted: ReadonlyMap<number, number>): void {
  for (const [name, isPart] of [
    ['all', () => true],
    ['text in the feed', (feed: number) => !isBehindPage(feed, 3)],
    ['text behind a page', (feed: number) => isBehindPage(feed, 3)],
  ] as const) {
    const feeds = Object.keys(shown).map(Number).filter(isPart);
    const waits = feeds.flatMap(feed =>
      posted.has(feed) ? [(posted.get(feed) ?? 0) - (shown[feed] ?? 0)] : [],
    );
    waits.sort((a, b) => a - b);
    const at = (share: number): string =>
      `${waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]} ms`;
    console.log(
      `alerts, ${name}: ${waits.length} of ${feeds.length} items told; poll to platform p50 ${at(0.5)}, p99 ${at(0.99)}`,
    );
  }
}

if (process.argv[2] === 'server') serve();
else await measure();
