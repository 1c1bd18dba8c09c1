import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Found, Span } from '../../src/core/statement.ts';
import { read } from '../../src/reading/read.ts';
import { setting } from './stance-setting.ts';

const folder = 'test/fixtures/reports';

interface Labelled {
  readonly said: readonly string[];
  readonly by: readonly string[];
  /** Sides by `topic@party`, each of several right. */
  readonly on: Readonly<Record<string, string>>;
  readonly optional?: true;
}

interface Report {
  readonly at: string;
  readonly statements: readonly Labelled[];
}

/** A labelled statement beside the found one that holds most of its words, if half of both are the same. */
interface Pair {
  readonly labelled: Labelled;
  readonly found: Found | null;
}

function pairs(name: string): Pair[] {
  const text = readFileSync(`${name}.txt`, 'utf8');
  const { at, statements } = JSON.parse(readFileSync(`${name}.json`, 'utf8')) as Report;
  const found = read(text, { ...setting, at: Date.parse(at) }).statements;
  let from = 0;
  return statements.map(labelled => {
    const place = text.indexOf(labelled.said[0] ?? '', from);
    from = place < 0 ? from : place;
    const spans = labelled.said.map(words => spanOf(text, words, from));
    const [best] = found.toSorted((a, b) => overlap(spans, b.content) - overlap(spans, a.content));
    return { labelled, found: best && overlap(spans, best.content) >= 0.5 ? best : null };
  });
}

function spanOf(text: string, words: string, from: number): Span {
  const start = Math.max(0, text.indexOf(words, from) < 0 ? text.indexOf(words) : text.indexOf(words, from));
  return { start, end: start + words.length };
}

/** F1 of the characters. */
function overlap(a: readonly Span[], b: readonly Span[]): number {
  const size = (spans: readonly Span[]): number =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const both = a.flatMap(x => b.map(y => Math.min(x.end, y.end) - Math.max(x.start, y.start)));
  const shared = both.filter(each => each > 0).reduce((sum, each) => sum + each, 0);
  return (2 * shared) / (size(a) + size(b));
}

const share = (right: number, all: number): number => Math.round((1000 * right) / all) / 1000;

/** The last word, however it is spelt; who speaks for the Kremlin speaks for Russia. */
const surname = (name: string): string =>
  (name.split(' ').at(-1) ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace('kremlin', 'russia');

const speaksRightly = ({ labelled, found }: Pair): boolean =>
  labelled.by.every(name => found?.speakers.some(speaker => surname(speaker.name) === surname(name)));

/** A wrong name, where "unclear" would have been right at least. */
const speaksWrongly = (pair: Pair): boolean =>
  (pair.found?.speakers.length ?? 0) > 0 && pair.labelled.by.length > 0 && !speaksRightly(pair);

const sidesOf = ({ stances, unheld = [] }: Found): Map<string, string> =>
  new Map([
    ...stances.map(({ topic, holder, stance }): [string, string] => [`${topic}@${holder}`, stance]),
    ...unheld.map(({ topic, stance }): [string, string] => [`${topic}@nobody`, stance]),
  ]);

const topicsOf = (keys: Iterable<string>): Set<string> =>
  new Set([...keys].map(key => key.split('@')[0] ?? ''));

const opposite: Readonly<Record<string, string>> = { supports: 'opposes', opposes: 'supports' };

function measured(names: readonly string[]) {
  const all = names.flatMap(pairs);
  const core = all.filter(({ labelled }) => !labelled.optional);
  const met = all.flatMap(({ labelled, found }) => (found ? [{ labelled, found }] : []));
  const topics = met.map(({ labelled, found }) => ({
    wanted: topicsOf(Object.keys(labelled.on)),
    got: topicsOf(sidesOf(found).keys()),
  }));
  const sum = (count: (each: (typeof topics)[number]) => number): number =>
    topics.reduce((total, each) => total + count(each), 0);
  const hits = sum(({ wanted, got }) => wanted.intersection(got).size);
  const sides = met.flatMap(({ labelled, found }) => {
    const got = sidesOf(found);
    return Object.entries(labelled.on).flatMap(([key, right]) => {
      const side = got.get(key);
      return side === undefined ? [] : [{ right: right.split('|'), side }];
    });
  });
  return {
    found: share(core.filter(({ found }) => found).length, core.length),
    speakers: share(met.filter(speaksRightly).length, met.length),
    wrongSpeakers: met.filter(speaksWrongly).length,
    topics: share(2 * hits, sum(({ wanted }) => wanted.size) + sum(({ got }) => got.size)),
    sides: share(sides.filter(({ right, side }) => right.includes(side)).length, sides.length),
    flips: sides.filter(({ right, side }) => !right.includes(side) && right.includes(opposite[side] ?? ''))
      .length,
  };
}

const named = (tag: string): string[] => globSync(`${folder}/${tag}-*.txt`).map(file => file.slice(0, -4));

/**
 * A little below what was measured. When first read, before the words of the topics were widened and speakers mended, topics of
 * `mended` stood at .60 and .68 by the scorer of the seed examples, and every fifth speaker was not found.
 */
describe('reports written and labelled without sight of the rules', () => {
  it.each([
    { tag: 'mended', floors: { found: 0.92, speakers: 0.88, topics: 0.77, sides: 0.82 }, wrong: 2, flips: 7 },
    { tag: 'unseen', floors: { found: 0.87, speakers: 0.9, topics: 0.56, sides: 0.74 }, wrong: 0, flips: 2 },
  ])('$tag: are read as well as they were, with as few wrong names and turned sides', each => {
    const reached = measured(named(each.tag));
    for (const key of ['found', 'speakers', 'topics', 'sides'] as const)
      expect([key, reached[key]]).toEqual([key, expect.toSatisfy(value => value >= each.floors[key])]);
    expect(reached.wrongSpeakers).toBeLessThanOrEqual(each.wrong);
    expect(reached.flips).toBeLessThanOrEqual(each.flips);
  });
});
