import type { ActorId } from './actor.ts';
import { byTime, type Speaker, type Statement } from './statement.ts';
import { hour, type Instant } from './time.ts';

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
 * Renderings of one occasion appear within this time of each other. Reports of a press conference trickle in for
 * two days; the same words on a later day are another utterance.
 */
const occasion = 48 * hour;

/**
 * Cosine of weighted stems from which two renderings are the same words. Measured on pairs of May and November 2025:
 * same statements .20 to .83, different ones of one speaker up to .19; .34 gave no false pair.
 */
const sameWords = 0.34;

/**
 * Groups statements into utterances. The result depends on the set alone, not on the order of arrival: statements are
 * taken in the order of their time, and each joins the first utterance with a rendering that says the same.
 */
export function utterances(statements: readonly Statement[]): Utterance[] {
  const inOrder = statements.toSorted(byTime);
  const weight = rarity(inOrder);
  const groups: Statement[][] = [];
  const bySpeaker = new Map<string, Statement[][]>();
  for (const statement of inOrder) {
    const near = bySpeaker.get(speakerKey(statement)) ?? [];
    const own = near.find(group => group.some(other => sameUtterance(other, statement, weight)));
    if (own) {
      own.push(statement);
      continue;
    }
    const group = [statement];
    groups.push(group);
    bySpeaker.set(speakerKey(statement), [...near, group]);
  }
  return groups.map(utterance);
}

function utterance(renderings: readonly Statement[]): Utterance {
  const first = renderings[0];
  if (!first) throw new RangeError('an utterance has at least one rendering');
  return { ref: first.ref, speaker: first.speakers[0] ?? null, at: first.at, renderings };
}

/** The latest first; what one article reports stays in the order of its text. */
export const newestFirst = (all: readonly Utterance[]): Utterance[] => all.toSorted((a, b) => b.at - a.at);

/** The rendering to show: what is quoted directly before what is paraphrased, then the longer words. */
export function bestRendering({ renderings }: Utterance): Statement {
  const rank = { direct: 0, mixed: 1, indirect: 2 } as const;
  const length = (statement: Statement): number =>
    statement.content.reduce((sum, s) => sum + s.end - s.start, 0);
  const [best] = [...renderings].sort(
    (a, b) => rank[a.kind] - rank[b.kind] || length(b) - length(a) || a.at - b.at,
  );
  if (!best) throw new RangeError('an utterance has at least one rendering');
  return best;
}

/** Unclear speakers never share an utterance: their key is their own. */
function speakerKey({ speakers, ref }: Statement): string {
  if (speakers.length === 0) return `?${ref}`;
  return speakers
    .map(({ actor, name }) => actor ?? name)
    .sort()
    .join('+');
}

/** Whether two statements of one speaker report the same words on the same occasion. */
function sameUtterance(a: Statement, b: Statement, weight: (stem: string) => number): boolean {
  if (a.article === b.article || Math.abs(a.at - b.at) > occasion) return false;
  if (isTurned(a, b) || differs(numbersIn(a), numbersIn(b))) return false;
  return cosine(a.stems, b.stems, weight) >= sameWords;
}

/** No measure of words sees a negation: opposite stances on a topic are never the same utterance. */
function isTurned(a: Statement, b: Statement): boolean {
  const opposite = { supports: 'opposes', opposes: 'supports' } as const;
  return a.stances.some(({ topic, holder, stance }) =>
    b.stances.some(
      other =>
        other.topic === topic &&
        other.holder === holder &&
        (stance === 'supports' || stance === 'opposes') &&
        other.stance === opposite[stance],
    ),
  );
}

const numbersIn = ({ stems }: Statement): Set<string> => new Set(stems.filter(stem => /\d/.test(stem)));

/** Two sets of figures of which neither holds the other. */
function differs(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return !a.isSubsetOf(b) && !b.isSubsetOf(a);
}

/** Inverse document frequency over the statements at hand, never below a tenth. */
function rarity(statements: readonly Statement[]): (stem: string) => number {
  const seen = new Map<string, number>();
  for (const { stems } of statements)
    for (const stem of new Set(stems)) seen.set(stem, (seen.get(stem) ?? 0) + 1);
  const total = Math.max(statements.length, 20);
  return stem => Math.max(0.1, Math.log(total / (seen.get(stem) ?? 1)));
}

function cosine(a: readonly string[], b: readonly string[], weight: (stem: string) => number): number {
  const left = new Set(a);
  const right = new Set(b);
  const norm = (set: ReadonlySet<string>): number =>
    Math.sqrt([...set].reduce((sum, s) => sum + weight(s) ** 2, 0));
  const shared = [...left].filter(stem => right.has(stem)).reduce((sum, stem) => sum + weight(stem) ** 2, 0);
  const size = norm(left) * norm(right);
  return size === 0 ? 0 : shared / size;
}

/** The persons, bodies and parties that speak in a statement. */
export const voices = (statement: Statement): ActorId[] =>
  statement.speakers.flatMap(({ actor, party }) => [actor, party].filter(id => id !== null));
