import type { Statement } from './statement.ts';
import { day } from './time.ts';
import {
  alikeBy,
  enough,
  isForbidden,
  likeness,
  type Rendering,
  rendering,
  sameDay,
} from './utterance-rendering.ts';

interface Pair {
  readonly a: Rendering;
  readonly b: Rendering;
  readonly words: number;
  readonly likeness: number;
}

/** From this on a pair shows by itself that two articles report the same occasion. */
const telling = 0.6;

/** Groups the statements of one speaker, given in the order of time. The likeliest pairs come together first. */
export function groups(statements: readonly Statement[]): Statement[][] {
  const all = renderings(statements);
  const near = nearPairs(all);
  const linked = linkedArticles(near);
  const pairs = near
    .map(pair => ({
      ...pair,
      likeness: likeness(pair.a, pair.b, linked.has(articlesOf(pair.a, pair.b)), pair.words),
    }))
    .filter(pair => pair.likeness >= enough)
    .sort((x, y) => y.likeness - x.likeness || x.a.order - y.a.order || x.b.order - y.b.order);
  return merged(all, pairs);
}

function renderings(statements: readonly Statement[]): Rendering[] {
  const counts = new Map<string, number>();
  return statements.map((statement, order) => {
    const place = counts.get(statement.article) ?? 0;
    counts.set(statement.article, place + 1);
    return rendering(statement, order, place);
  });
}

/** Words of a Friday are still reported on Tuesday, with the day named. */
const farthest = 4 * day;

/** Below this, no occasion makes a pair likely enough. */
const floor = 0.3;

/** Nor do less alike words, whatever the topics. */
const fewest = 0.1;

/** Goes through the words, not through all pairs: what shares none is never looked at. */
function nearPairs(all: readonly Rendering[]): Pair[] {
  const within = all.some(({ dated }) => dated) ? farthest : 2 * day;
  const found: Pair[] = [];
  const postings = new Map<string, Posting>();
  const shared = new Float64Array(all.length);
  for (const b of all) {
    const touched = sharing(b, postings, shared, b.statement.at - within);
    for (const a of touched) {
      const words = alikeBy(shared[a.order] ?? 0, a, b);
      shared[a.order] = 0;
      if (words >= fewest) addPair(found, a, b, words);
    }
    const last = all[b.order - 1];
    if (last && b.leans && !touched.includes(last)) addPair(found, last, b, 0);
  }
  return found;
}

/** Renderings that hold a word, with the weight it has; the first of them that is near enough in time. */
interface Posting {
  readonly of: Rendering[];
  first: number;
}

/** A sense weighs the same everywhere. Sums into `shared` what `b` has in common with each rendering before it, and returns those with anything. */
function sharing(
  b: Rendering,
  postings: Map<string, Posting>,
  shared: Float64Array,
  oldest: number,
): Rendering[] {
  const touched: Rendering[] = [];
  for (const [key, weight] of b.weights) {
    const posting = postings.get(key) ?? { of: [], first: 0 };
    postings.set(key, posting);
    while ((posting.of[posting.first]?.statement.at ?? oldest) < oldest) posting.first += 1;
    for (let i = posting.first; i < posting.of.length; i++) {
      const a = posting.of[i] as Rendering;
      if (shared[a.order] === 0) touched.push(a);
      shared[a.order] = (shared[a.order] ?? 0) + weight * weight;
    }
    posting.of.push(b);
  }
  return touched;
}

function addPair(found: Pair[], a: Rendering, b: Rendering, words: number): void {
  if (!sameDay(a, b)) return;
  const alike = likeness(a, b, false, words);
  if (alike >= floor && !isForbidden(a, b)) found.push({ a, b, words, likeness: alike });
}

const articlesOf = (a: Rendering, b: Rendering): string =>
  [a.statement.article, b.statement.article].sort().join(' ');

const linkedArticles = (pairs: readonly Pair[]): Set<string> =>
  new Set(pairs.filter(pair => pair.likeness >= telling).map(({ a, b }) => articlesOf(a, b)));

/** How many renderings of a group stand for it where groups are compared. */
const spokesmen = 8;

function merged(all: readonly Rendering[], pairs: readonly Pair[]): Statement[][] {
  const groupOf = new Map<Rendering, Rendering[]>(all.map(each => [each, [each]]));
  for (const { a, b } of pairs) {
    const [left, right] = [groupOf.get(a) ?? [], groupOf.get(b) ?? []];
    if (left === right || !mayJoin(left, right)) continue;
    const [into, from] = left.length < right.length ? [right, left] : [left, right];
    into.push(...from);
    for (const each of from) groupOf.set(each, into);
  }
  return [...new Set(groupOf.values())].map(group =>
    group.sort((a, b) => a.order - b.order).map(({ statement }) => statement),
  );
}

function mayJoin(left: readonly Rendering[], right: readonly Rendering[]): boolean {
  const across = left.slice(0, spokesmen).flatMap(a => right.slice(0, spokesmen).map(b => ({ a, b })));
  if (across.some(({ a, b }) => isForbidden(a, b))) return false;
  const sum = across.reduce((total, { a, b }) => total + likeness(a, b, true), 0);
  return sum / across.length >= 0.2;
}
