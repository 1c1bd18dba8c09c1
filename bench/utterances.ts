import { performance } from 'node:perf_hooks';
import type { Statement } from '../src/core/statement.ts';
import { day, hour, minute } from '../src/core/time.ts';
import { utterances } from '../src/core/utterance.ts';

/** Time to group the statements of one speaker: spread over a year, and, worse, crowded into a month and into a week. */
const vocabulary = Array.from({ length: 3000 }, (_, i) => `word${i}`);
const everyday =
  'the of to we will not a peace agreement war talks must and in this it be our for plan'.split(' ');
const topics = Array.from({ length: 29 }, (_, i) => `topic${i}`);

for (const [count, days] of [
  [5_000, 365],
  [20_000, 365],
  [40_000, 365],
  [20_000, 30],
  [5_000, 7],
] as const) {
  const all = statements(count, days);
  utterances(all.slice(0, 500));
  const begun = performance.now();
  const found = utterances(all);
  const took = performance.now() - begun;
  console.log(
    `${count} statements of one speaker in ${days} days: ${found.length} utterances in ${(took / 1000).toFixed(2)} s`,
  );
}

/** Each utterance is carried by four articles, with a word exchanged here and there. */
function statements(count: number, days: number): Statement[] {
  const next = randoms(7);
  const start = Date.parse('2025-01-01T00:00Z');
  return Array.from({ length: count }, (_, i) => {
    const said = Math.floor(i / 4);
    const own = randoms(said + 1);
    const words = Array.from({ length: 18 }, () =>
      own() < 0.6
        ? everyday[Math.floor(own() * everyday.length)]
        : vocabulary[Math.floor(own() * vocabulary.length)],
    );
    const stems = words.map(word => (next() < 0.1 ? 'other' : (word ?? '')));
    const topic = topics[Math.floor(own() * topics.length)] ?? '';
    return {
      id: 's1',
      ref: `r${i}`,
      kind: next() < 0.5 ? 'direct' : 'indirect',
      layer: 'body',
      content: [{ start: 0, end: 90 }],
      cue: [],
      source: [],
      quotations: [],
      speakers: [{ name: 'Anna Berg', actor: 'berg', party: 'nordland', office: null }],
      grade: 'on-record',
      topics: [topic],
      stances: [{ topic, holder: 'nordland', stance: 'supports', why: [] }],
      terms: [],
      stems,
      why: [],
      article: `a${i}`,
      outlet: `o${i % 40}`,
      url: '',
      at:
        start +
        Math.floor((said * 4 * days * day) / count) +
        Math.floor(next() * 12 * hour) +
        (i % 4) * minute,
      quiet: false,
      copyOf: null,
      standing: 'current',
      corrections: [],
    };
  });
}

/** A small generator of numbers from 0 to 1, the same at every run. */
function randoms(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
