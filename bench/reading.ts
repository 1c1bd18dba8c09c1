import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import nlp from 'compromise';
import { readEnv } from '../src/config/env.ts';
import { loadConfig } from '../src/config/load.ts';
import { catalog } from '../src/core/catalog.ts';
import { read } from '../src/reading/read.ts';
import type { Setting } from '../src/reading/said.ts';
import { articlesHere, hostile, type Sized } from './texts.ts';

/**
 * Documents a second of `read`, with the shipped configuration and without topics, beside compromise's `.quotations()` on
 * the same texts, and the worst hostile texts at three lengths. `node bench/reading.ts hostility` runs one part.
 */
const shipped: Setting = {
  ...loadConfig(new URL('../config', import.meta.url).pathname, readEnv({})),
  at: Date.parse('2025-11-28T00:00Z'),
};
const topicless = { ...shipped, catalog: catalog({ negotiations: [], actors: [], outlets: [], feeds: [] }) };
const articles = articlesHere();
const words = articles.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
const parts: Record<string, () => void> = { rates, hostility };

console.log(
  `${articles.length} articles, ${Math.round(words / articles.length)} words on average; ${load()}`,
);
for (const [name, run] of Object.entries(parts))
  if (process.argv.length < 3 || process.argv.includes(name)) run();

function rates(): void {
  rate('attache, shipped topics', 5, text => read(text, shipped).statements.length);
  rate('attache, no topics     ', 5, text => read(text, topicless).statements.length);
  rate('compromise .quotations ', 1, text => nlp(text).quotations().length);
}

/** Two rounds are not counted: the just-in-time compiler needs them. */
function rate(name: string, rounds: number, run: (text: string) => number): void {
  for (const text of articles) run(text);
  for (const text of articles) run(text);
  const { found, wall, cpu } = timed(() => {
    let total = 0;
    for (let round = 0; round < rounds; round++) for (const text of articles) total += run(text);
    return total / rounds;
  });
  const perSecond = (took: number): string => ((articles.length * rounds) / took).toFixed(0).padStart(4);
  const of900 = ((words * rounds) / 900 / cpu).toFixed(0);
  console.log(
    `${name} ${perSecond(cpu)} documents/s of CPU (${of900} of 900 words), ${perSecond(wall)} by the clock; ${found} found; ${load()}`,
  );
}

function hostility(): void {
  for (const [name, made] of Object.entries(hostile)) {
    const took = [250_000, 500_000, 1_000_000].map(size => hostileRow(made, size));
    console.log(`hostile: ${name.padEnd(32)} ${took.join(', ')}`);
  }
}

function hostileRow(made: Sized, size: number): string {
  const text = made(size);
  const { found, cpu } = timed(() => read(text, shipped).statements.length);
  return `${Math.round(text.length / 1000)} kB ${(cpu * 1000).toFixed(0)} ms (${found})`;
}

function timed<T>(work: () => T): { readonly found: T; readonly wall: number; readonly cpu: number } {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const found = work();
  const { user, system } = process.cpuUsage(before);
  return { found, wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}

function load(): string {
  return `load ${(loadavg()[0] ?? 0).toFixed(1)}`;
}
