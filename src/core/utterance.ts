import type { ActorId } from './actor.ts';
import { folded } from './catalog.ts';
import { byTime, type Speaker, type Statement } from './statement.ts';
import type { Instant } from './time.ts';
import { isApart, joinedAsCorrected } from './utterance-corrections.ts';
import { groups } from './utterance-groups.ts';

/** The same statement across outlets: one speaker, one occasion, several renderings. */
export interface Utterance {
  /** The ref of its earliest rendering. */
  readonly ref: string;
  readonly speaker: Speaker | null;
  readonly at: Instant;
  /** Earliest first. */
  readonly renderings: readonly Statement[];
}

/**
 * Groups statements into utterances: one speaker, one occasion, the same thing said, however it was translated. The
 * result depends on the set alone, not on the order of arrival. Headlines are grouped apart: they are no evidence. What
 * an editor took apart or together stays so.
 */
export function utterances(statements: readonly Statement[]): Utterance[] {
  const inOrder = statements.toSorted(byTime);
  const bySpeaker = Map.groupBy(
    inOrder.filter(each => !isApart(each)),
    speakerKey,
  );
  const found = [...bySpeaker.values()].flatMap(groups);
  const apart = inOrder.filter(isApart).map(each => [each]);
  return joinedAsCorrected([...found, ...apart])
    .map(utterance)
    .sort(earliestFirst);
}

function earliestFirst({ renderings: [a] }: Utterance, { renderings: [b] }: Utterance): number {
  return a && b ? byTime(a, b) : 0;
}

function utterance(renderings: readonly Statement[]): Utterance {
  const first = renderings[0];
  if (!first) throw new RangeError('an utterance has at least one rendering');
  const speaker = renderings.find(({ speakers }) => speakers.length > 0)?.speakers[0] ?? null;
  return { ref: first.ref, speaker, at: first.at, renderings };
}

/** The latest first, by the rendering that is shown; what one article reports stays in the order of its text. */
export const newestFirst = (all: readonly Utterance[]): Utterance[] =>
  all
    .map(utterance => ({ utterance, at: bestRendering(utterance).at }))
    .sort((a, b) => b.at - a.at)
    .map(({ utterance }) => utterance);

const rank = { direct: 0, mixed: 1, indirect: 2 } as const;

/** The rendering to show: what is quoted directly before what is paraphrased, then the longer words. */
export function bestRendering({ renderings }: Utterance): Statement {
  const [first, ...others] = renderings;
  if (!first) throw new RangeError('an utterance has at least one rendering');
  return others.reduce((best, each) => (isBetter(each, best) ? each : best), first);
}

function isBetter(a: Statement, b: Statement): boolean {
  const better = rank[b.kind] - rank[a.kind] || lengthOf(a) - lengthOf(b) || b.at - a.at;
  return better > 0;
}

const lengthOf = ({ content }: Statement): number => content.reduce((sum, s) => sum + s.end - s.start, 0);

/** Unclear speakers never share an utterance: their key is their own. */
function speakerKey({ speakers, layer, ref }: Statement): string {
  if (speakers.length === 0) return `?${ref}`;
  const names = speakers.map(({ actor, name }) => actor ?? folded(name)).sort();
  return `${layer} ${names.join('+')}`;
}

/** The persons, bodies and parties that speak in a statement. */
export const voices = (statement: Statement): ActorId[] =>
  statement.speakers.flatMap(({ actor, party }) => [actor, party].filter(id => id !== null));
