import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleIn } from '../../src/feeds/article.ts';
import { decoded } from '../../src/feeds/decode.ts';

/** Kinds of pages, each with the article that a reader sees in it. What is null where there is a barrier is not asked. */
const folder = join(import.meta.dirname, '../fixtures/feeds/pages');
const ending = '.expected.json';

interface Expected {
  readonly url: string;
  readonly title: string | null;
  readonly text: readonly string[] | null;
  readonly published: string | null;
  readonly author: string | null;
  readonly barrier?: 'paywalled' | 'consent';
}

describe('the pages in fixtures/feeds/pages', () => {
  const names = readdirSync(folder).filter(name => name.endsWith(ending));

  test.for(names.map(name => [name.slice(0, -ending.length)] as const))('%s', ([name]) => {
    const expected: Expected = JSON.parse(readFileSync(join(folder, name + ending), 'utf8'));
    const html = decoded(readFileSync(join(folder, `${name}.html`)), null);
    const { title, text, published, author, barrier } = articleIn(html, expected.url);
    expect(barrier).toBe(expected.barrier ?? null);
    if (barrier) {
      expect(text).toBe('');
      return;
    }
    if (expected.title) expect(title).toBe(expected.title);
    expect(text.split('\n').filter(Boolean)).toEqual(expected.text);
    expect(published === null ? null : new Date(published).toISOString()).toBe(expected.published);
    expect(author).toBe(expected.author);
  });
});
