import type { ActorId } from './actor.ts';
import { type Evidence, evidenceByCell, type Figure, isQuoted } from './evidence.ts';
import { figureChanges, figuresAfter, type NamedFigure } from './figures.ts';
import { sidesOfDay, stanceOfDay } from './sides.ts';
import {
  isSplit,
  type Officials,
  officialsAfter,
  officialsIn,
  type Split,
  splitAfter,
  week,
} from './split.ts';
import type { Stance, Statement } from './statement.ts';
import { day, type Instant } from './time.ts';
import type { TopicId } from './topic.ts';

/** What a party, person or body holds on a topic: a fold over its own on-record statements, day by day. */
export interface Position {
  readonly topic: TopicId;
  readonly holder: ActorId;
  readonly stance: Stance;
  /** When the present run of this stance began. */
  readonly since: Instant;
  /**
   * What decides it, at most three: the newest that were quoted, then the newest paraphrases, and what the present run
   * began with.
   */
  readonly evidence: readonly Evidence[];
  /** How many on-record statements the fold saw, and over which time. */
  readonly count: number;
  readonly first: Instant;
  readonly latest: Instant;
  /** The stance held before, with what last showed it; null where it was always this. */
  readonly previous: { readonly stance: Stance; readonly evidence: Evidence } | null;
  /** Another official of the party who said otherwise within a week. */
  readonly split: Split | null;
  /** The officials who showed the stance in the present run and have not said otherwise. */
  readonly officials: Officials;
  /** What last showed a side in quotation marks: a shift is told from there. */
  readonly quoted: Evidence | null;
  /** The figures last named in quotation marks, one for each unit. */
  readonly figures: readonly NamedFigure[];
}

/** A position that changed class, or a figure it names, with the words before and after: both in quotation marks. */
export interface Shift {
  readonly topic: TopicId;
  readonly holder: ActorId;
  readonly from: Stance;
  readonly to: Stance;
  /** The figure that changed; null where the class did. */
  readonly figure: {
    readonly unit: string;
    readonly from: Figure['value'];
    readonly to: Figure['value'];
  } | null;
  readonly before: Evidence;
  readonly after: Evidence;
  readonly at: Instant;
}

/** A day with evidence: the position at its end, and what shifted on it. */
export interface Day {
  readonly position: Position;
  readonly shifts: readonly Shift[];
}

/**
 * The positions that follow from the statements, one for each holder and topic with evidence. The order of arrival does
 * not matter. What a party holds on a day is what most of its words of that day say, quoted words counting more than
 * paraphrase, so that one clumsy sentence does not turn a position. A noncommittal statement after a side was taken is
 * no retreat; it sets a position only where no side was.
 */
export function positions(statements: readonly Statement[]): Position[] {
  return histories(statements).flatMap(days => days.at(-1)?.position ?? []);
}

/** Changes from one day to a later one, in the order of time. */
export function shifts(statements: readonly Statement[]): Shift[] {
  const found = histories(statements).flatMap(days => days.flatMap(each => each.shifts));
  return found.sort((a, b) => a.at - b.at);
}

const histories = (statements: readonly Statement[]): Day[][] =>
  [...evidenceByCell(statements).values()].map(evidence => history(evidence));

/** The UTC day of an instant, as a number. */
export const dayOf = (at: Instant): number => Math.floor(at / day);

/**
 * The days with evidence of one cell, given in the order of time, after the position `before` them. Going on from a day
 * gives what going through all days would.
 */
export function history(evidence: readonly Evidence[], before: Position | null = null): Day[] {
  const days: Day[] = [];
  for (const today of Map.groupBy(evidence, ({ at }) => dayOf(at)).values()) {
    days.push(advanced(days.at(-1)?.position ?? before, today));
  }
  return days;
}

function advanced(before: Position | null, today: readonly Evidence[]): Day {
  const sides = sidesOfDay(today);
  const held = sides.length > 0 ? heldBySides(before, sides) : heldWithout(before, today);
  const moved = classShift(before, held, sides);
  const figures = figureChanges(before?.figures ?? [], today).map(({ from, to }) =>
    shift(from.evidence, to.evidence, { unit: to.unit, from: from.value, to: to.value }, to.evidence.at),
  );
  const position = {
    ...held,
    ...counts(before, today),
    quoted: lastQuotedSide(held, sides) ?? moved?.after ?? before?.quoted ?? null,
    figures: figuresAfter(before?.figures ?? [], today),
  };
  return { position, shifts: [...(moved ? [moved] : []), ...figures] };
}

/** What the fold decides of a day; counts, quotes and figures are kept beside it. */
type Held = Omit<Position, 'count' | 'first' | 'latest' | 'quoted' | 'figures'>;

function counts(before: Position | null, today: readonly Evidence[]) {
  const [first, last] = ends(today);
  return {
    count: (before?.count ?? 0) + today.length,
    first: before?.first ?? first.at,
    latest: last.at,
  };
}

function heldWithout(before: Position | null, today: readonly Evidence[]): Held {
  if (before?.stance === 'noncommittal') return extended(before, today);
  return before ?? begun(null, today);
}

function heldBySides(before: Position | null, sides: readonly Evidence[]): Held {
  const stance = stanceOfDay(sides);
  const saying = sides.filter(each => each.stance === stance);
  if (!before || before.stance === 'noncommittal') return withSplit(begun(null, saying), null, sides);
  const agreeing = sides.filter(each => each.stance === before.stance);
  const turns = stance !== before.stance && !isSplit(before.officials, saying, agreeing);
  if (turns) return withSplit(begun(before, saying), null, sides);
  return withSplit(agreeing.length > 0 ? extended(before, sides) : before, before.split, sides);
}

const withSplit = (held: Held, earlier: Split | null, sides: readonly Evidence[]): Held => ({
  ...held,
  split: splitAfter(earlier, held, sides),
});

/** A run of days with one stance begins. Where an official of the party had said so before, it began with those words. */
function begun(before: Position | null, saying: readonly Evidence[]): Held {
  const [first] = ends(saying);
  const earlier = before ? dissentBefore(before, saying) : null;
  const [shown] = newestFirst(before?.evidence ?? []);
  const all = [...(earlier ? [earlier.evidence] : []), ...saying];
  return {
    topic: first.topic,
    holder: first.holder,
    stance: first.stance,
    since: earlier?.since ?? first.at,
    evidence: deciding(saying, earlier ? [earlier.evidence] : []),
    previous: before && shown ? { stance: before.stance, evidence: shown } : null,
    split: null,
    officials: officialsIn(all),
  };
}

/**
 * What an official had said against the position: within the week, or by himself again now. Where it was held again
 * after that, what he said since.
 */
function dissentBefore({ split, evidence, officials }: Position, saying: readonly Evidence[]): Split | null {
  const [first] = ends(saying);
  if (split?.stance !== first.stance) return null;
  const again = saying.some(({ official }) => official !== null && official === split.evidence.official);
  if (!again && first.at - split.evidence.at > week) return null;
  const held = Math.max(
    ...evidence.map(({ at }) => at),
    ...Object.values(officials).map(({ latest }) => latest),
  );
  if (split.since > held) return split;
  return split.evidence.at > held ? { ...split, since: split.evidence.at } : null;
}

function extended(before: Position, today: readonly Evidence[]): Held {
  const { stance, officials } = before;
  const agreeing = today.filter(each => each.stance === stance);
  return {
    ...before,
    evidence: deciding(agreeing, before.evidence),
    officials: officialsAfter(officials, today, stance),
  };
}

/**
 * At most three: the newest that were quoted, then the newest paraphrases, and the first of the run, which proves since
 * when. `today` is in the order of time.
 */
function deciding(today: readonly Evidence[], before: readonly Evidence[]): Evidence[] {
  const all = newestFirst([...today.toReversed(), ...before]);
  const quotedFirst = [...all.filter(isQuoted), ...all.filter(each => !isQuoted(each))];
  const began = all.at(-1);
  const newest = quotedFirst.filter(each => each !== began).slice(0, 2);
  return quotedFirst.filter(each => each === began || newest.includes(each));
}

const newestFirst = (evidence: readonly Evidence[]): Evidence[] => evidence.toSorted((a, b) => b.at - a.at);

const lastQuotedSide = ({ stance }: Held, sides: readonly Evidence[]): Evidence | undefined =>
  sides.findLast(each => each.stance === stance && isQuoted(each));

/** From the words that last showed a side to the first that show another one: today's, or those of a dissent before. */
function classShift(before: Position | null, held: Held, sides: readonly Evidence[]): Shift | null {
  const from = before?.quoted;
  if (!from || from.stance === held.stance) return null;
  const saying = sides.filter(each => each.stance === held.stance);
  const today = saying.find(isQuoted);
  if (today) return shift(from, today, null, today.at);
  const dissent = before.stance === held.stance ? null : dissentBefore(before, saying);
  return dissent && shift(from, dissent.evidence, null, ends(sides)[0].at);
}

const shift = (before: Evidence, after: Evidence, figure: Shift['figure'], at: Instant): Shift => {
  const { topic, holder, stance: to } = after;
  return { topic, holder, from: before.stance, to, figure, before, after, at };
};

function ends(evidence: readonly Evidence[]): [Evidence, Evidence] {
  const [first, last] = [evidence[0], evidence.at(-1)];
  if (!first || !last) throw new RangeError('a position rests on at least one statement');
  return [first, last];
}
