import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { instantOf } from '../../src/core/time.ts';
import { contents, type SampleArticle } from '../../src/demo/articles.ts';

const folder = 'config/demo';
const { outlets, articles } = contents(folder);
const zone = 'Europe/Kyiv';
const opens = instantOf('2025-11-28', '06:50', zone);
const noon = instantOf('2025-11-28', '12:00', zone);
const digestFrom = instantOf('2025-11-27', '12:00', zone);

const plain = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[,.]$/, '');

function quotations(text: string): string[] {
  return [...plain(text).matchAll(/"([^"]+)"/g)].map(([, words]) => plain(words ?? ''));
}

interface Listed {
  readonly speaker: string;
  readonly words: string;
}

/** The quotations of SOURCES.md: list items under a heading that begins with the speaker. */
const listed: Listed[] = readFileSync(join(folder, 'SOURCES.md'), 'utf8')
  .split(/^## /m)
  .slice(1)
  .flatMap(section => {
    const speaker = section.split(',')[0] ?? '';
    const items = [...section.matchAll(/^- “(.+)”$/gm)];
    return items.map(([, words]) => ({ speaker, words: plain(words ?? '') }));
  });

const bodyQuotations = (article: SampleArticle): string[] =>
  article.passages.filter(({ kind }) => kind === 'paragraph').flatMap(({ text }) => quotations(text));

const headings = (article: SampleArticle): string[] => [
  article.title,
  ...article.passages.filter(({ kind }) => kind === 'heading').map(({ text }) => text),
];

describe('the sample articles', () => {
  test('are many, from many outlets, over the days they play on', () => {
    expect(articles.length).toBeGreaterThanOrEqual(16);
    expect(new Set(articles.map(({ outlet }) => outlet)).size).toBeGreaterThanOrEqual(6);
    expect(articles.filter(({ published }) => published < digestFrom).length).toBeGreaterThanOrEqual(8);
    expect(
      articles.filter(({ published }) => published > opens && published <= noon).length,
    ).toBeGreaterThanOrEqual(3);
    expect(articles.filter(({ published }) => published > noon)).toEqual([]);
  });

  test('have front matter that is complete, and a path of their own', () => {
    for (const article of articles) {
      expect(article.path, article.file).toMatch(/^\/[a-z-]+\/[a-z0-9/-]+$/);
      expect(article.published, article.file).toBeGreaterThan(Date.UTC(2025, 4, 19));
    }
    expect(new Set(articles.map(({ path }) => path)).size).toBe(articles.length);
  });

  test('are as long as wire copy', () => {
    for (const { file, passages } of articles) {
      const words = passages.flatMap(({ text }) => text.split(/\s+/)).length;
      expect(words, file).toBeGreaterThanOrEqual(150);
      expect(words, file).toBeLessThanOrEqual(400);
    }
  });

  test('give the morning digest quotations of many parties', () => {
    const morning = articles.filter(({ published }) => published >= digestFrom && published < opens);
    const words = new Set(morning.flatMap(bodyQuotations));
    const parties = new Set(listed.filter(each => words.has(each.words)).map(each => partyOf[each.speaker]));
    expect(words.size).toBeGreaterThanOrEqual(12);
    expect(parties.size).toBeGreaterThanOrEqual(6);
  });

  test('hold one headline that would call everybody if it were markup', () => {
    expect(articles.filter(({ title }) => title.includes('@everyone <!channel> <@&1>'))).toHaveLength(1);
  });
});

const partyOf: Readonly<Record<string, string>> = {
  'Vladimir Putin': 'russia',
  'Maria Zakharova': 'russia',
  'Andrii Sybiha': 'ukraine',
  'Volodymyr Zelenskyy': 'ukraine',
  'Donald Trump': 'united-states',
  'Mark Rutte': 'nato',
  'Ursula von der Leyen': 'european-union',
  'Friedrich Merz': 'germany',
  'Pope Leo XIV': 'holy-see',
  'Recep Tayyip Erdoğan': 'turkiye',
};

describe('the quotations', () => {
  const known = new Set(listed.map(({ words }) => words));

  test.each(articles.map(article => [article.file, article] as const))('of %s are listed', (_, article) => {
    expect(bodyQuotations(article).filter(words => !known.has(words))).toEqual([]);
  });

  test('that are listed occur', () => {
    const used = new Set(articles.flatMap(bodyQuotations));
    expect(listed.map(({ words }) => words).filter(words => !used.has(words))).toEqual([]);
  });

  test('in headlines are parts of listed ones', () => {
    const fragments = articles
      .flatMap(headings)
      .flatMap(text => [...text.matchAll(/‘([^’]+)’/g)].map(([, words]) => (words ?? '').toLowerCase()));
    const all = [...known].map(words => words.toLowerCase());
    expect(fragments.length).toBeGreaterThan(0);
    expect(fragments.filter(words => !all.some(listed => listed.includes(words)))).toEqual([]);
  });

  test('each name where the wording was found', () => {
    const source = readFileSync(join(folder, 'SOURCES.md'), 'utf8');
    for (const section of source.split(/^## /m).slice(1)) {
      expect(section.trimEnd().split('\n').at(-1), section.slice(0, 60)).toMatch(/^Confirmed: \S/);
    }
  });
});

describe('the sample desk', () => {
  test('has outlets whose names say that they are samples', () => {
    expect(outlets.filter(({ name }) => !name.includes('Sample'))).toEqual([]);
    expect(new Set(outlets.map(({ format }) => format)).size).toBe(6);
    expect(outlets.map(({ charset }) => charset)).toContain('windows-1251');
  });

  test('refers to channels and audiences that it has', () => {
    const desk = parse(readFileSync(join(folder, 'desk.yaml'), 'utf8'));
    expect(Object.keys(desk.channels)).toEqual(
      expect.arrayContaining([desk.digests.morning.channel, desk.alerts['new-statements'].channel]),
    );
    expect(Object.keys(desk.audiences)).toEqual(
      expect.arrayContaining(desk.alerts['new-statements'].audiences),
    );
  });
});
