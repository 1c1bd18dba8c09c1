import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import nlp from 'compromise';
import { parse } from 'yaml';
import { lexiconSchema } from '../src/config/lexicon.ts';
import { catalog } from '../src/core/catalog.ts';
import { read } from '../src/reading/read.ts';
import type { Setting } from '../src/reading/said.ts';

/** Documents a second of `read`, beside compromise's `.quotations()` on the same texts, memory, and the worst hostile text. */
const setting: Setting = {
  catalog: catalog({ negotiations: [], actors: [], outlets: [], feeds: [] }),
  lexicon: lexiconSchema.parse(
    parse(readFileSync(new URL('../config/lexicon/en.yaml', import.meta.url), 'utf8')),
  ),
  at: Date.parse('2025-11-28T00:00Z'),
};

const articles = articlesHere();
const words = articles.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
console.log(
  `${articles.length} articles of ${Math.round(words / articles.length)} words on average; load ${(loadavg()[0] ?? 0).toFixed(1)}`,
);
for (const text of articles) read(text, setting);
const ours = seconds(() => articles.map(text => read(text, setting).statements.length));
console.log(
  `attache read           ${rate(ours.took)} documents/s, ${sum(ours.value)} statements with speakers`,
);
const before = process.memoryUsage().rss;
const steady = seconds(() =>
  Array.from(
    { length: 2000 },
    (_, i) => read(articles[i % articles.length] ?? '', setting).statements.length,
  ),
);
const after = process.memoryUsage().rss;
console.log(
  `2,000 more in ${steady.took.toFixed(1)} s; memory ${mega(before)} MB before, ${mega(after)} MB after`,
);
const theirs = seconds(() => articles.map(text => nlp(text).quotations().length));
console.log(
  `compromise .quotations ${rate(theirs.took)} documents/s, ${sum(theirs.value)} quotations without speakers`,
);
for (const [name, text] of hostile()) {
  console.log(
    `hostile: ${name}: ${(seconds(() => read(text, setting)).took * 1000).toFixed(0)} ms for ${Math.round(text.length / 1000)} kB`,
  );
}

function articlesHere(): string[] {
  const folder = new URL('../../shared/attribution/dev/text', import.meta.url).pathname;
  if (!existsSync(folder)) return Array.from({ length: 80 }, (_, seed) => madeUp(seed));
  return readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));
}

/** An article of about 900 words in wire style; the seed varies its order. */
function madeUp(seed: number): string {
  const paragraphs = [
    '“We have a draft on the table and it will be read line by line,” President Anton Berg said. “Nobody leaves before that.”',
    'Berg told reporters in Torvik on Monday that the straits would stay open, adding that fees would not rise this year.',
    'The accord, Foreign Minister Ida Holm argued, must protect the crews who work in the straits through the winter.',
    'The talks resume on Thursday in the old customs house, where delegations have met since the spring.',
    'Officials said the annex on fishing was unfinished, according to two people who had seen the latest text.',
    'Suderia rejected any change to the border but said it was ready to discuss a joint patrol of the northern channel.',
  ];
  const body = Array.from({ length: 42 }, (_, i) => paragraphs[(i * 5 + seed) % paragraphs.length]);
  return ['Straits talks go on as Norland and Suderia trade drafts', '', ...body].join('\n');
}

function hostile(): [name: string, text: string][] {
  const line = (part: string, length: number): string =>
    `A headline\n\n${part.repeat(Math.ceil(length / part.length)).slice(0, length)}`;
  return [
    ['1 MB of "', '"'.repeat(1_000_000)],
    ['100,000 nested quotations', line('“the ‘a ', 800_000)],
    ['one sentence of 500 kB', line('and the minister of the state said that ', 500_000)],
    ['a paragraph of 99 kB with marks and cues', line('“of the ‘a, said he that ', 99_000)],
    ['a paragraph of 99 kB with cues', line('the said that he ', 99_000)],
    [
      'ten such paragraphs',
      Array.from({ length: 10 }, () => line('He, who said that “it is the” ', 99_000)).join('\n'),
    ],
    [
      '20,000 short statements',
      Array.from({ length: 20_000 }, (_, i) => `President Anton Berg said that it was day ${i}.`).join('\n'),
    ],
  ];
}

function seconds<T>(work: () => T): { value: T; took: number } {
  const start = performance.now();
  const value = work();
  return { value, took: (performance.now() - start) / 1000 };
}

function rate(took: number): string {
  return (articles.length / took).toFixed(0).padStart(5);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mega(bytes: number): number {
  return Math.round(bytes / 1_048_576);
}
