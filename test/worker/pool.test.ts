import { afterAll, describe, expect, it } from 'vitest';
import { readEnv } from '../../src/config/env.ts';
import { loadConfig } from '../../src/config/load.ts';
import { workerPool } from '../../src/worker/pool.ts';
import { at } from '../support/made.ts';

const { catalog, lexicon } = loadConfig('config', readEnv({}));
const day = at('2025-11-27T10:00Z');
const text = `Kyiv asks for a truce

The Ukrainian foreign minister, Andrii Sybiha, spoke to reporters in Kyiv on Thursday after a meeting of the government.
“We want a ceasefire now,” Sybiha said.`;
const rss = '<rss version="2.0"><channel><title>T</title><item><title>A</title></item></channel></rss>';
const origin = { url: 'https://feed.example/', contentType: null };

const long = (lines: number): string =>
  text + Array.from({ length: lines }, (_, i) => `\n“We want ${i} things now,” Sybiha said.`).join('');

describe('the worker pool', () => {
  const work = workerPool({ catalog, lexicon });
  afterAll(() => work.close());

  it('does what the thread at hand does', async () => {
    const [reading, feed, page] = await Promise.all([
      work.read(text, day),
      work.feed(rss, origin),
      work.article(
        `<html><body><article><h1>T</h1><p>${text}</p></article></body></html>`,
        'https://p.example/',
      ),
    ]);
    expect(reading.statements).toMatchObject([{ speakers: [{ name: 'Andrii Sybiha', party: 'ukraine' }] }]);
    expect(feed).toMatchObject({ outcome: 'ok', items: [{ title: 'A' }] });
    expect(page?.text).toContain('We want a ceasefire now');
  });

  it('finds what texts mention, whoever speaks', async () => {
    const texts = ['Sybiha on NATO membership of Ukraine', 'A rowing club wins'];
    const [first, second] = await work.mentions(texts, day);
    expect(first?.topics).toContain('nato-accession');
    expect(first?.parties).toContain('ukraine');
    expect(second).toEqual({ topics: [], parties: [] });
  });

  it('keeps the thread at hand free while it works', async () => {
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 1);
    await work.read(long(2_000), day);
    clearInterval(counting);
    // In the thread at hand, not a single turn would come while the text is read.
    expect(turns).toBeGreaterThan(0);
  });
});

describe('a document that takes too long', () => {
  it('ends alone: it has its failure, and the next one is read', async () => {
    const work = workerPool({ catalog, lexicon }, { patience: 1_000 });
    const [slow, next] = await Promise.allSettled([work.read(long(100_000), day), work.feed(rss, origin)]);
    expect(slow.status).toBe('rejected');
    expect(next).toMatchObject({ status: 'fulfilled', value: { outcome: 'ok' } });
    await work.close();
  }, 20_000);
});
