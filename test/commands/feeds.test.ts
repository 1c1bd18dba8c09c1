import { beforeEach, describe, expect, it } from 'vitest';
import { arrivals } from '../../src/app/arrivals.ts';
import { gather } from '../../src/app/cycle.ts';
import { parseCommandLine } from '../../src/app/line.ts';
import { pollFeeds } from '../../src/app/poll.ts';
import type { Bot, Store } from '../../src/app/ports.ts';
import { configuredNow } from '../../src/app/settings.ts';
import { type FeedState, unpolled } from '../../src/core/feed.ts';
import type { Action } from '../../src/core/message.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { rendered } from '../../src/platforms/terminal/render.ts';
import { askable, atHome, now, recorded } from '../support/asked.ts';
import { finders } from '../support/finders.ts';
import { desk, lakes, statement } from '../support/made.ts';
import { type TestServer, withServer } from '../support/server.ts';
import { silent } from '../support/silent.ts';

const ours = desk({ managers: { slack: ['UBOSS'], discord: [], terminal: [] } });

const entry = (title: string, hours: number): string =>
  `<item><title>${title}</title><link>https://pier.example/${hours}</link><pubDate>${new Date(now - hours * hour).toUTCString()}</pubDate></item>`;
const rss = `<rss version="2.0"><channel><title>The Pier &amp; Shore</title>
${entry('Rowing club wins', 3)}${entry('Sudland rejects the dam', 2)}${entry('Anna Berg meets fishermen', 1)}
</channel></rss>`;

/** A paper with pages and a feed; its site names the feed, and one of comments. */
const site: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/': [
    'text/html',
    '<html><head><link rel="alternate" type="application/rss+xml" href="/all.rss"><link rel="alternate" type="application/rss+xml" href="/comments.rss"></head><body>News</body></html>',
  ],
  '/all.rss': ['application/rss+xml', rss],
  '/bare': ['text/html', '<html><body><p>A page with no feeds</p></body></html>'],
  '/dead': [
    'text/html',
    '<html><head><link rel="alternate" type="application/rss+xml" href="/gone.rss"></head></html>',
  ],
  '/empty.rss': ['application/rss+xml', '<rss version="2.0"><channel><title>None</title></channel></rss>'],
};

const paper = (paths: typeof site = site): Promise<TestServer> =>
  withServer(({ url = '' }, response) => {
    const path = url.replace(/[?].*/, '');
    const [type, body] = paths[path] ?? ['text/plain', ''];
    response.writeHead(path in paths ? 200 : 404, { 'content-type': type }).end(body);
  });

let bot: Bot;
let store: Store;
let server: TestServer;

beforeEach(async () => {
  server = await paper();
  ({ bot, store } = await askable({ desk: ours, ...finders([server.host]) }));
});

async function answer(line: string, who = 'UBOSS') {
  const typed = parseCommandLine(line);
  return bot.answer({ command: '', given: {}, ...typed, platform: 'slack', ...atHome, who, where: 'C1' });
}

async function asked(line: string, who = 'UBOSS'): Promise<string> {
  const { message, visibility } = await answer(line, who);
  expect(visibility).toBe('private');
  return rendered(message, { colour: false, width: 400 }).replace(/\s+/g, ' ');
}

async function buttons(line: string): Promise<readonly Action[]> {
  const { message } = await answer(line);
  return message.blocks.flatMap(block => (block.type === 'actions' ? block.actions : []));
}

const followed = async () => (await configuredNow({ catalog: lakes(), desk: ours, store })).catalog;
const history = () => store.settings.history(20);

/** A round of the bot over what its files say, with a reader that notes who is polled. */
async function polled(): Promise<string[]> {
  const ids: string[] = [];
  await gather({
    reader: {
      poll: async ({ id }) => {
        ids.push(id);
        return { outcome: 'not-modified', wait: null, fresh: null, movedTo: null };
      },
    },
    pages: { article: async () => ({ text: '', from: 'summary', published: null, author: null }) },
    ...{ store, catalog: lakes(), desk: ours, platforms: [], log: silent },
    ...{ arrivals: arrivals(), startedAt: 0 },
    ...{ now: () => now + day, hash: text => text, random: () => 0.5 },
    read: async () => ({ statements: [], note: null }),
    languages: ['en'],
    promised: () => {},
  });
  return ids;
}

describe('/feeds list', () => {
  const well = (feed: string, given: Partial<FeedState> = {}): FeedState => ({
    ...unpolled(feed, 'https://lakeside.example/rss'),
    ...{ outcome: 'ok', polledAt: now, lastOk: now, lastNew: now - hour, rhythm: 40 * minute },
    ...given,
  });

  it('tells everyone how each feed is, without its address', async () => {
    await store.feedStates.save(well('lakeside-world'));
    const gone = { detail: 'HTTP 410 Gone', failingSince: now - day, pausedSince: now - day };
    await store.feedStates.save(well('gazette-all', { outcome: 'gone', ...gone, rhythm: null }));
    const shown = await asked('/feeds', 'UANN');
    expect(shown).toContain(
      'lakeside-world · Lakeside Post, lakeside.example, en · ok, last new item 28 Nov 2025, 09:00, usually one in 40 minutes · of feeds.yaml',
    );
    expect(shown).toContain(
      'gazette-all · Nord Gazette (state media, Nordland), gazette.example, en · gone: HTTP 410 Gone, since 27 Nov 2025, 10:00, asked once a week',
    );
    expect(shown).not.toContain('/rss');
  });

  it('turns pages', async () => {
    for (let i = 0; i < 20; i++) await asked(`/feeds add url:${server.url}/all.rss?${i} confirm:yes`);
    expect(await asked('/feeds list')).toContain('Page 1 of 2, 22 in all');
    expect(await asked('/feeds list page:2')).toContain('Page 2 of 2');
  });
});

describe('/feeds add', () => {
  it('finds the feed of a page, shows what it would have brought, and adds nothing yet', async () => {
    const shown = await asked(`/feeds add ${server.url}/`);
    expect(shown).toContain(
      'For The Pier & Shore, an outlet that is new here, taken to be independent. Language en.',
    );
    expect(shown).toContain(`${server.url}/all.rss · 3 items. The newest:`);
    expect(shown).toMatch(/Anna Berg meets fishermen.*Sudland rejects the dam.*Rowing club wins/);
    expect(shown).toContain(
      'Of 3 items looked at, 2 mention a party or a topic that is followed, 1 a topic.',
    );
    expect(shown).toContain('The dam (1), Nordland (1) and Sudland (1).');
    expect(shown).toContain(`The page names other feeds too: ${server.url}/comments.rss`);
    expect(await history()).toEqual([]);
  });

  it('adds it when the button is pressed: it is polled, listed with who and when, and its outlet has a name', async () => {
    const [confirm] = await buttons(`/feeds add ${server.url}/ outlet:"Pier Post" language:en`);
    const { message } = await bot.answer({
      ...{ command: confirm?.command ?? '', given: confirm?.given ?? {} },
      ...{ platform: 'slack', ...atHome, who: 'UBOSS', where: 'C1' },
    });
    expect(message.summary).toBe('Added pier-post-en, a feed of Pier Post.');
    expect((await followed()).feeds.get('pier-post-en')).toEqual({
      ...{
        id: 'pier-post-en',
        outlet: 'pier-post',
        url: `${server.url}/all.rss`,
        language: 'en',
        every: null,
      },
    });
    expect(await polled()).toContain('pier-post-en');
    expect(await asked('/feeds list')).toContain('added by slack UBOSS, 28 Nov 2025, 10:00');
    await recorded(store, [
      statement({
        outlet: 'pier-post',
        content: [{ start: 24, end: 47 }],
        quotations: [{ start: 25, end: 46 }],
      }),
    ]);
    expect(await asked('/quotes dam')).toContain('Pier Post');
  });

  it('takes a second feed of a host for the same outlet, and marks state media', async () => {
    await asked(`/feeds add ${server.url}/all.rss outlet:Pier ownership:Nordland confirm:yes`);
    expect(await asked(`/feeds add ${server.url}/all.rss?more`)).toContain(
      'For Pier, state media of Nordland.',
    );
    expect(await asked(`/feeds add ${server.url}/all.rss?more confirm:yes`)).toContain('Added pier-en-2');
    await recorded(store, [
      statement({ outlet: 'pier', content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }] }),
    ]);
    expect(await asked('/quotes dam')).toContain('Pier (state media, Nordland)');
  });

  it('gives the same names to the same feed that was removed, and never to another', async () => {
    await asked(`/feeds add ${server.url}/all.rss outlet:Pier confirm:yes`);
    await asked('/feeds remove pier-en');
    expect(await asked(`/feeds add ${server.url}/all.rss?b outlet:Pier confirm:yes`)).toContain(
      'Added pier-en-2',
    );
    expect(await asked(`/feeds add ${server.url}/all.rss outlet:Pier confirm:yes`)).toContain(
      'Added pier-en,',
    );
  });

  it.each([
    ['not a url', '“not a url” is no web address. Write it whole'],
    ['pier.example/feed', 'is no web address'],
    ['javascript:alert(1)', '“javascript:alert(1)” is not on the web.'],
    ['file:///etc/passwd', '“file:///etc/passwd” is not on the web.'],
    ['http://10.0.0.1/rss', 'This address is not asked: 10.0.0.1 is an address inside a network.'],
    ['http://0x7f.1/rss', 'This address is not asked: 127.0.0.1 is an address inside a network.'],
    ['http://me:secret@pier.example/', 'Take the user name and password out of the address'],
    ['http://nowhere.example/', 'No feed was found at nowhere.example: the host name does not exist.'],
    ['https://lakeside.example/rss/', 'This feed is here already, as lakeside-world.'],
    [`https://pier.example/${'x'.repeat(10_000)}`, 'characters are too many for url:'],
  ])('%s is answered in words, and changes nothing', async (url, words) => {
    const given = { '': url, confirm: 'yes' };
    const by = { platform: 'slack', ...atHome, who: 'UBOSS', where: 'C1' } as const;
    const { message } = await bot.answer({ command: 'feeds add', given, ...by });
    expect(rendered(message, { colour: false, width: 300 }).replace(/\s+/g, ' ')).toContain(words);
    expect(await history()).toEqual([]);
  });

  it.each([
    ['/bare', 'the answer is a web page, and it names no feed'],
    ['/dead', 'none of the feeds that it names can be read'],
    ['/missing', 'HTTP 404 Not Found'],
    ['/empty.rss', 'the feed has no items'],
    ['/all.rss id:lakeside-world', 'lakeside-world is the name of another feed, of Lakeside Post.'],
    ['/all.rss language:klingonese', '“klingonese” is no language tag.'],
    ['/all.rss outlet:lakeside ownership:Nordland', 'feeds.yaml says whose Lakeside Post is.'],
    ['/all.rss outlet:***', 'is no name of an outlet'],
    ['/all.rss id:<b>', 'is no name'],
  ])('%s of a server is answered in words, and changes nothing', async (path, words) => {
    expect(await asked(`/feeds add ${server.url}${path} confirm:yes`)).toContain(words);
    expect(await history()).toEqual([]);
  });

  it('finds a feed at a usual place where the page names none', async () => {
    const other = await paper({ '/': ['text/html', '<p>News</p>'], '/rss': ['text/xml', rss] });
    ({ bot, store } = await askable({ desk: ours, ...finders([other.host]) }));
    expect(await asked(`/feeds try ${other.url}/`)).toContain(`${other.url}/rss · 3 items`);
  });
});

describe('/feeds try', () => {
  it('shows the same and offers to add it', async () => {
    expect(await asked(`/feeds try url:${server.url}/all.rss`)).toContain('Of 3 items looked at, 2 mention');
    expect(await buttons(`/feeds try url:${server.url}/all.rss`)).toEqual([
      { label: 'Add it', command: 'feeds add', given: { '': `${server.url}/all.rss` } },
    ]);
    expect(await history()).toEqual([]);
  });
});

describe('/feeds pause, resume, remove', () => {
  it('stops polling a feed of the file until it is resumed, and says who did', async () => {
    expect(await asked('/feeds pause lakeside-world')).toContain('paused by slack UBOSS, 28 Nov 2025, 10:00');
    expect(await polled()).toEqual(['gazette-all']);
    expect(await asked('/feeds list')).toContain(
      'lakeside-world · Lakeside Post, lakeside.example, en · paused',
    );
    expect(await asked('/feeds pause lakeside-world')).toContain('is paused already');
    expect(await asked('/feeds resume lakeside-world')).toContain('lakeside-world is polled again.');
    expect([...(await followed()).feeds.keys()]).toEqual(['lakeside-world', 'gazette-all']);
    expect((await history()).map(({ id, by }) => [id, by])).toEqual([
      ['lakeside-world', 'slack UBOSS'],
      ['lakeside-world', 'slack UBOSS'],
    ]);
  });

  it('pauses and resumes what was added, and keeps who added it', async () => {
    await asked(`/feeds add ${server.url}/all.rss outlet:Pier confirm:yes`);
    expect(await asked('/feeds pause pier-en')).toMatch(/pier-en · Pier, .* paused · added by slack UBOSS/);
    expect(await polled()).not.toContain('pier-en');
    await asked('/feeds resume pier-en');
    expect(await polled()).toContain('pier-en');
  });

  it('takes out what was added, and keeps its record and the name of its outlet', async () => {
    await asked(`/feeds add ${server.url}/all.rss outlet:Pier ownership:Nordland confirm:yes`);
    await recorded(store, [
      statement({ outlet: 'pier', content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }] }),
    ]);
    expect(await asked('/feeds remove pier-en')).toContain('removed by slack UBOSS');
    expect(await polled()).not.toContain('pier-en');
    expect(await asked('/feeds list')).toContain('pier-en · Pier (state media, Nordland), 127.0.0.1');
    expect(await asked('/quotes dam')).toContain('Pier (state media, Nordland)');
    expect(await asked('/feeds pause pier-en')).toContain('The feed pier-en was removed.');
  });

  it.each([
    [
      '/feeds remove lakeside-world',
      'It stands in config/feeds.yaml under outlets, lakeside: take it out there',
    ],
    ['/feeds pause lakeside-wrold', 'There is no feed “lakeside-wrold”. /feeds list names them.'],
    ['/feeds resume lakeside-world', 'Nobody paused lakeside-world.'],
    ['/feeds pause', '/feeds pause needs a feed.'],
    ['/feeds pause <script>', 'is no name'],
    ['/feeds remove nobody', 'There is no feed “nobody”.'],
    ['/feeds burn', 'There is no command /feeds burn.'],
  ])('%s is answered in words, and changes nothing', async (line, words) => {
    expect(await asked(line)).toContain(words);
    expect(await history()).toEqual([]);
  });

  it.each([
    'add https://pier.example',
    'try https://pier.example',
    'pause gazette-all',
    'resume gazette-all',
    'remove gazette-all',
  ])('/feeds %s is for managers', async line => {
    expect(await asked(`/feeds ${line}`, 'UANN')).toContain('is for managers of this desk');
    expect(await history()).toEqual([]);
  });
});

it('a feed that is gone stays listed', async () => {
  await asked(`/feeds add ${server.url}/all.rss outlet:Pier confirm:yes`);
  const { feeds } = await followed();
  const reader = { poll: async () => ({ outcome: 'gone', detail: 'HTTP 410 Gone', wait: null }) as const };
  const pages = {
    article: async () => ({ text: '', from: 'summary', published: null, author: null }) as const,
  };
  const hash = (text: string) => text;
  const tools = { store, hash, random: () => 0.5, log: silent, arrivals: arrivals() };
  for (const at of [now, now + 30 * day]) await pollFeeds({ feeds, reader, pages, now: () => at, ...tools });
  expect([...(await followed()).feeds.keys()]).toEqual(['lakeside-world', 'gazette-all', 'pier-en']);
  expect(await asked('/feeds list')).toContain('HTTP 410 Gone');
});
