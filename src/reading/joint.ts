import type { Actor } from '../core/actor.ts';
import { listedBefore } from './asides.ts';
import { bodiesBefore } from './bodies.ts';
import { type Range, tokenAt } from './clauses.ts';
import { type Article, figureOutcome, type Outcome, plain, type Resolved, type Source } from './outcomes.ts';
import type { Sentence } from './sentences.ts';
import { headRange } from './source-heads.ts';

type Resolve = (source: Source) => Outcome;

/** "Jane Roe, Peter Poe and Paul Moe" where the source begins with a later one. */
export function listed(article: Article, source: Source, resolve: Resolve): Outcome | null {
  const people = listedBefore(article, source).map(
    ({ figure }) => figureOutcome(article, figure, '').resolved,
  );
  const bodies = people.length > 0 ? [] : bodiesBefore(article, source).map(actor => ofActor(article, actor));
  const before = [...people, ...bodies];
  const rest = before.length > 0 ? resolve(source).resolved : null;
  return rest && rest.speakers.length > 0 ? together([...before, rest]) : null;
}

const ofActor = ({ roster }: Article, actor: Actor): Resolved => ({
  speakers: [roster.speaker(actor)],
  grade: 'on-record',
  why: '',
});

/** "Norland and Suderia": each of them, or nobody. */
export function joint(article: Article, source: Source, resolve: Resolve): Outcome | null {
  const parts = conjuncts(source.sentence, source.range);
  if (parts.length < 2) return null;
  const found = parts.map(part => resolve(partOf(article, source, part)).resolved);
  return found.every(({ speakers }) => speakers.length > 0) ? together(found) : null;
}

function together(found: readonly Resolved[]): Outcome {
  const speakers = found.flatMap(resolved => resolved.speakers);
  return plain({
    speakers,
    grade: found.some(({ grade }) => grade === 'analyst') ? 'analyst' : 'on-record',
    why: `A joint statement of ${speakers.map(({ name }) => name).join(' and ')}.`,
  });
}

function partOf({ text }: Article, source: Source, part: Range): Source {
  const { sentence } = source;
  const range = headRange(sentence, part);
  const shown = text.slice(tokenAt(sentence, range.from).start, tokenAt(sentence, range.to - 1).end);
  return { ...source, range, shown };
}

function conjuncts(sentence: Sentence, { from, to }: Range): Range[] {
  const parts: Range[] = [];
  let start = from;
  let joined = false;
  for (let at = from; at <= to; at++) {
    const { lower } = tokenAt(sentence, at);
    const divides = at === to || lower === 'and' || lower === ',' || lower === '&';
    if (at < to && /^(?:of|for|at|in|on|with|between)$/.test(lower)) return [];
    if (!divides) continue;
    if (lower === 'and' && at < to) joined = true;
    if (at > start) parts.push({ from: start, to: at });
    start = at + 1;
  }
  return joined && parts.every(part => hasName(sentence, part)) ? parts : [];
}

const hasName = (sentence: Sentence, { from, to }: Range): boolean =>
  sentence.tokens.slice(from, to).some(({ text }) => /^\p{Lu}/u.test(text));
