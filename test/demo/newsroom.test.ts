import { parseFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { afterEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../src/core/time.ts';
import { contents, type SampleOutlet } from '../../src/demo/articles.ts';
import { type Newsroom, openNewsroom } from '../../src/demo/newsroom.ts';

const folder = 'config/demo';
const { outlets, articles } = contents(folder);
const evening = instantOf('2025-11-28', '23:59', 'Europe/Kyiv');

const open: Newsroom[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(newsroom => newsroom.close()));
});

async function newsroomAt(now: () => number): Promise<Newsroom> {
  const newsroom = await openNewsroom(folder, now);
  open.push(newsroom);
  return newsroom;
}

function outlet(id: string): SampleOutlet {
  const found = outlets.find(each => each.id === id);
  if (!found) throw new Error(`no outlet ${id}`);
  return found;
}

async function feedText(newsroom: Newsroom, { feedPath, charset }: SampleOutlet): Promise<string> {
  const response = await fetch(newsroom.url + feedPath);
  return new TextDecoder(charset, { fatal: true }).decode(await response.arrayBuffer());
}

const titlesOf = (id: string, before = evening): string[] =>
  articles.filter(({ outlet, published }) => outlet === id && published <= before).map(({ title }) => title);

interface ParsedItem {
  /** In Atom with its type. */
  readonly title?: string | { readonly value: string };
  readonly description?: string;
  readonly content?: { readonly encoded?: string };
}

const parsedItems = (document: string): ParsedItem[] => {
  const { feed } = parseFeed(document) as { feed: { items?: ParsedItem[]; entries?: ParsedItem[] } };
  return feed.items ?? feed.entries ?? [];
};

const titles = (items: readonly ParsedItem[]) =>
  items.map(({ title }) => (typeof title === 'object' ? title.value : title));

describe('the feeds', () => {
  test.each(outlets.filter(({ format }) => format !== 'silent').map(each => [each.name, each] as const))(
    '%s parses, with every article',
    async (_, each) => {
      const newsroom = await newsroomAt(() => evening);
      const items = parsedItems(await feedText(newsroom, each));
      expect(titles(items)).toEqual(titlesOf(each.id));
    },
  );

  test('in RSS 2.0 carry whole articles for one parser as for the other', async () => {
    const newsroom = await newsroomAt(() => evening);
    const document = await feedText(newsroom, outlet('sample-wire'));
    const { items } = await new Parser().parseString(document);
    expect(items.map(({ title }) => title)).toEqual(titlesOf('sample-wire'));
    expect(items.at(-1)?.['content:encoded']).toContain('<p>“The main thing for us is to eliminate');
    expect(parsedItems(document).at(-1)?.content?.encoded).toContain(
      'The United States is not going to spin',
    );
  });

  test('with summaries only leave the rest to the page', async () => {
    const newsroom = await newsroomAt(() => evening);
    const items = parsedItems(await feedText(newsroom, outlet('moscow-sample-gazette')));
    expect(items[0]?.content).toBeUndefined();
    expect(items[0]?.description).toContain('It will be decided in negotiations');
  });

  test('in windows-1251 say so in the XML declaration alone', async () => {
    const newsroom = await newsroomAt(() => evening);
    const { feedPath } = outlet('moscow-sample-gazette');
    const response = await fetch(newsroom.url + feedPath);
    expect(response.headers.get('content-type')).toBe('application/rss+xml');
    expect(await response.text()).toMatch(/^<\?xml version="1.0" encoding="windows-1251"\?>/);
    expect(await feedText(newsroom, outlet('moscow-sample-gazette'))).toContain('Washington’s 28-point plan');
  });

  test('in Atom hold well-formed XHTML', async () => {
    const newsroom = await newsroomAt(() => evening);
    const document = await feedText(newsroom, outlet('kyiv-sample-courier'));
    expect(document).toContain('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">');
    expect(document).toContain('<p>&quot;Not a single sane person today would sign a document');
  });

  test('may be none: the silent outlet answers with a web page', async () => {
    const newsroom = await newsroomAt(() => evening);
    const response = await fetch(newsroom.url + outlet('sample-silent-gazette').feedPath);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  });
});

describe('time', () => {
  test('brings out articles one by one, and nothing before its hour', async () => {
    let now = 0;
    const newsroom = await newsroomAt(() => now);
    for (const { published } of articles) {
      for (const at of [published - 1, published]) {
        now = at;
        for (const each of outlets.filter(({ format }) => format !== 'silent')) {
          expect(titles(parsedItems(await feedText(newsroom, each)))).toEqual(titlesOf(each.id, at));
        }
      }
    }
  });

  test('hides pages before their hour, in links too', async () => {
    let now = 0;
    const newsroom = await newsroomAt(() => now);
    for (const { path, published } of articles) {
      now = published - 1;
      expect((await fetch(newsroom.url + path)).status).toBe(404);
      now = published;
      const page = await (await fetch(newsroom.url + path)).text();
      const later = articles.filter(other => other.published > now);
      expect(later.filter(other => page.includes(other.path))).toEqual([]);
    }
  });
});

describe('conditional requests', () => {
  test('are answered 304 until something new is out', async () => {
    const newest = articles.find(({ outlet }) => outlet === 'sample-wire');
    let now = (newest?.published ?? 0) - 1;
    const newsroom = await newsroomAt(() => now);
    const url = newsroom.url + outlet('sample-wire').feedPath;
    const first = await fetch(url);
    const etag = first.headers.get('etag') ?? '';
    const modified = first.headers.get('last-modified') ?? '';
    const status = async (headers: Record<string, string>) => (await fetch(url, { headers })).status;

    expect(await status({ 'if-none-match': etag })).toBe(304);
    expect(await status({ 'if-none-match': `"other", W/${etag}` })).toBe(304);
    expect(await status({ 'if-modified-since': modified })).toBe(304);
    expect(await status({ 'if-none-match': '"other"', 'if-modified-since': modified })).toBe(200);

    now += 1;
    expect(await status({ 'if-none-match': etag })).toBe(200);
    expect(await status({ 'if-modified-since': modified })).toBe(200);
  });
});

describe('pages', () => {
  test('say what they are, whose and when, and escape what they print', async () => {
    const newsroom = await newsroomAt(() => evening);
    const note = articles.find(({ title }) => title.includes('@everyone'));
    const response = await fetch(newsroom.url + note?.path);
    const page = await response.text();
    expect(response.headers.get('etag')).toMatch(/^"[\w-]{22}"$/);
    expect(page).toContain('Brussels Sample Post is a sample outlet of a demonstration.');
    expect(page).toContain('<h1>Reader note: @everyone &lt;!channel&gt; &lt;@&amp;1&gt; wants to know');
    expect(page).toContain('"headline":"Reader note: @everyone \\u003c!channel>');
    expect(page).toContain('"datePublished":"2025-11-28T07:20:00.000Z"');
    expect(page).toContain('sample desk &amp; shortened');
  });

  test('of the state outlet name its owner, in the charset that they declare', async () => {
    const newsroom = await newsroomAt(() => evening);
    const article = articles.find(({ outlet }) => outlet === 'moscow-sample-gazette');
    const page = await (await fetch(newsroom.url + article?.path)).arrayBuffer();
    const text = new TextDecoder('windows-1251').decode(page);
    expect(text).toContain('State media of Russia.');
    expect(text).toContain('<meta charset="windows-1251">');
    expect(text).toContain('<p>“All of this, including these nuances, will also be determined');
  });

  test('that do not exist are 404, and only reading is allowed', async () => {
    const newsroom = await newsroomAt(() => evening);
    expect((await fetch(`${newsroom.url}/`)).status).toBe(404);
    expect((await fetch(`${newsroom.url}/sample-wire/%00`)).status).toBe(404);
    expect((await fetch(newsroom.url + outlet('sample-wire').feedPath, { method: 'POST' })).status).toBe(405);
    const head = await fetch(newsroom.url + outlet('sample-wire').feedPath, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});
