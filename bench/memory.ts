import { readEnv } from '../src/config/env.ts';
import { loadConfig } from '../src/config/load.ts';
import { workerPool } from '../src/worker/pool.ts';
import { articlesHere } from './texts.ts';

/** Memory over 10,000 articles: of a process that has them read by the product's worker, under its limits. */
const { catalog, lexicon } = loadConfig(new URL('../config', import.meta.url).pathname, readEnv({}));
const work = workerPool({ catalog, lexicon });
const at = Date.parse('2025-11-28T00:00Z');
const articles = articlesHere();
const count = 10_000;

for (let read = 0; read <= count; read++) {
  if (read % 1000 === 0) console.log(`${read} articles read, ${resident()} MB resident`);
  if (read < count) await work.read(articles[read % articles.length] ?? '', at);
}
await work.close();

function resident(): number {
  return Math.round(process.memoryUsage.rss() / 1_048_576);
}
