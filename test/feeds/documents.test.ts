import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decoded } from '../../src/feeds/decode.ts';
import { parseFeed } from '../../src/feeds/parse.ts';

const folder = new URL('../fixtures/feeds/', import.meta.url);

interface Expected {
  readonly outcome: string;
  readonly title?: string;
  readonly items?: readonly Readonly<Record<string, unknown>>[];
  readonly url?: string;
  readonly contentType?: string;
}

const all: Readonly<Record<string, Expected>> = JSON.parse(
  readFileSync(new URL('expected.json', folder), 'utf8'),
);

describe('the documents in fixtures/feeds', () => {
  test('are all expected', () => {
    const files = readdirSync(folder, { withFileTypes: true }).filter(
      each => each.isFile() && each.name !== 'expected.json',
    );
    expect(files.map(({ name }) => name).sort()).toEqual(Object.keys(all).sort());
  });

  test.for(Object.entries(all))('%s', async ([name, { url, contentType = null, ...expected }]) => {
    const text = decoded(readFileSync(new URL(name, folder)), contentType);
    const parsed = await parseFeed(text, { url: url ?? 'https://news.example/feed.xml', contentType });
    expect(shown(parsed)).toMatchObject(expected);
  });
});

function shown(parsed: Awaited<ReturnType<typeof parseFeed>>) {
  if (parsed.outcome !== 'ok') return parsed;
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return { ...parsed, items: parsed.items.map(item => ({ ...item, published: iso(item.published) })) };
}
