import type { ActorId } from './actor.ts';
import { byTime, type Stance, type Statement } from './statement.ts';
import { day, type Instant } from './time.ts';
import type { TopicId } from './topic.ts';

/** What a party holds on a topic: a fold over its own on-record statements. */
export interface Position {
  readonly topic: TopicId;
  readonly party: ActorId;
  readonly stance: Stance;
  /** When the present run of this stance began. */
  readonly since: Instant;
  /** The statements that decide it, at most three: the newest that were quoted, then the newest paraphrases. */
  readonly evidence: readonly Statement[];
  /** How many on-record statements the fold saw, and over which time. */
  readonly count: number;
  readonly first: Instant;
  readonly latest: Instant;
  /** The stance held before, with the statement that last showed it; null where it was always this. */
  readonly previous: { readonly stance: Stance; readonly statement: Statement } | null;
}

/** A position that changed class, with the words before and after: both in quotation marks. */
export interface Shift {
  readonly topic: TopicId;
  readonly party: ActorId;
  readonly from: Stance;
  readonly to: Stance;
  readonly before: Statement;
  readonly after: Statement;
  readonly at: Instant;
}

/** What one statement says of one party's attitude to one topic. */
interface Evidence {
  readonly topic: TopicId;
  readonly party: ActorId;
  readonly stance: Stance;
  readonly statement: Statement;
}

/** Whether a statement may set a position: the party's own voice, on the record, in the body of a text. */
export function setsPosition(statement: Statement, holder: ActorId): boolean {
  return (
    statement.grade === 'on-record' &&
    statement.layer === 'body' &&
    statement.speakers.some(({ party }) => party === holder)
  );
}

/**
 * The positions that follow from the statements, one for each party and topic with evidence. The order of arrival does
 * not matter. What a party holds on a day is what most of its words of that day say, quoted words counting more than
 * paraphrase, so that one clumsy sentence does not turn a position. A noncommittal statement after a side was taken is
 * no retreat; it sets a position only where no side was.
 */
export function positions(statements: readonly Statement[]): Position[] {
  return [...evidenceByCell(statements).values()].map(position);
}

/**
 * Changes of class from one day to a later one, in the order of time. A shift is a claim about words: it is told only
 * where both sides of it were quoted.
 */
export function shifts(statements: readonly Statement[]): Shift[] {
  return [...evidenceByCell(statements).values()].flatMap(cellShifts).sort((a, b) => a.at - b.at);
}

function evidenceByCell(statements: readonly Statement[]): Map<string, Evidence[]> {
  const cells = new Map<string, Evidence[]>();
  for (const statement of statements.toSorted(byTime)) {
    for (const { topic, holder, stance } of statement.stances) {
      if (!setsPosition(statement, holder)) continue;
      const key = `${topic} ${holder}`;
      cells.set(key, [...(cells.get(key) ?? []), { topic, party: holder, stance, statement }]);
    }
  }
  return cells;
}

const takesSide = ({ stance }: Evidence): boolean => stance !== 'noncommittal';

/** Days in a row on which the same stance was held, with the evidence that says so. */
interface Run {
  readonly stance: Stance;
  readonly evidence: readonly Evidence[];
}

function position(evidence: readonly Evidence[]): Position {
  const held = runs(evidence.some(takesSide) ? evidence.filter(takesSide) : evidence);
  const [first, last, run, before] = [evidence[0], evidence.at(-1), held.at(-1), held.at(-2)];
  const [begin, shown] = [run?.evidence[0], before?.evidence.at(-1)];
  if (!first || !last || !run || !begin) throw new RangeError('a position rests on at least one statement');
  return {
    topic: first.topic,
    party: first.party,
    stance: run.stance,
    since: begin.statement.at,
    evidence: deciding(run),
    count: evidence.length,
    first: first.statement.at,
    latest: last.statement.at,
    previous: before && shown ? { stance: before.stance, statement: shown.statement } : null,
  };
}

function deciding({ evidence }: Run): Statement[] {
  const newestFirst = evidence.toReversed();
  const [quoted, paraphrased] = [newestFirst.filter(isQuoted), newestFirst.filter(each => !isQuoted(each))];
  return [...quoted, ...paraphrased].slice(0, 3).map(({ statement }) => statement);
}

function runs(evidence: readonly Evidence[]): Run[] {
  const found: Run[] = [];
  for (const today of Map.groupBy(evidence, ({ statement }) => Math.floor(statement.at / day)).values()) {
    const stance = stanceOfDay(today);
    const agreeing = today.filter(each => each.stance === stance);
    const last = found.at(-1);
    if (last?.stance === stance)
      found[found.length - 1] = { stance, evidence: [...last.evidence, ...agreeing] };
    else found.push({ stance, evidence: agreeing });
  }
  return found;
}

const weight = { direct: 3, mixed: 2, indirect: 1 } as const;

/** The stance with the most weight; of two that weigh the same, the one taken last. */
function stanceOfDay(today: readonly Evidence[]): Stance {
  const weights = new Map<Stance, number>();
  for (const { stance, statement } of today) {
    const sum = (weights.get(stance) ?? 0) + weight[statement.kind];
    weights.delete(stance);
    weights.set(stance, sum);
  }
  const [heaviest] = [...weights].reverse().sort(([, a], [, b]) => b - a);
  if (!heaviest) throw new RangeError('a day without evidence has no stance');
  return heaviest[0];
}

function cellShifts(evidence: readonly Evidence[]): Shift[] {
  const held = runs(evidence.filter(takesSide));
  return held.flatMap((run, i) => {
    const [before, after] = [held[i - 1]?.evidence.findLast(isQuoted), run.evidence.find(isQuoted)];
    if (!before || !after) return [];
    const { topic, party } = after;
    const [earlier, later] = [before.statement, after.statement];
    return [
      { topic, party, from: before.stance, to: run.stance, before: earlier, after: later, at: later.at },
    ];
  });
}

const isQuoted = ({ statement }: Evidence): boolean => statement.kind !== 'indirect';
