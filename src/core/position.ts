import type { ActorId } from './actor.ts';
import { type Evidence, evidenceByCell, type Figure, isQuoted, takesSide } from './evidence.ts';
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
  /** What decides it, at most three: the newest that was quoted, then the newest paraphrases. */
  readonly evidence: readonly Evidence[];
  /** How many on-record statements the fold saw, and over which time. */
  readonly count: number;
  readonly first: Instant;
  readonly latest: Instant;
  /** The stance held before, with what last showed it; null where it was always this. */
  readonly previous: { readonly stance: Stance; readonly evidence: Evidence } | null;
  /** Another official of the party who said otherwise within a week. */
  readonly split: Split | null;
  /** The officials who showed the stance, with the last time each did; those of the last week. */
  readonly officials: Readonly<Record<string, Instant>>;
  /** What last showed a side in quotation marks: a shift is told from there. */
  readonly quoted: Evidence | null;
  /** The figures last named in quotation marks, one for each unit. */
  readonly figures: readonly NamedFigure[];
}

export interface Split {
  readonly stance: Stance;
  readonly since: Instant;
  readonly evidence: Evidence;
}

export interface NamedFigure extends Figure {
  readonly evidence: Evidence;
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

/** How long two officials of one party may contradict each other before the later one stands for it. */
const week = 7 * day;

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
  const sides = today.filter(takesSide);
  const held = sides.length > 0 ? heldBySides(before, sides) : heldWithout(before, today);
  const shifts = [...classShift(before, held, sides), ...figureShifts(before, today)];
  const position = {
    ...held,
    ...counts(before, today),
    quoted: lastQuotedSide(held, sides) ?? before?.quoted ?? null,
    figures: figuresAfter(before, today),
  };
  return { position, shifts };
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
  const kept = agreeing.length > 0 ? extended(before, agreeing) : before;
  const turns = stance !== before.stance && mayTurn(kept, saying);
  return turns ? withSplit(begun(before, saying), null, sides) : withSplit(kept, before.split, sides);
}

/** A run of days with one stance begins. Where an official of the party had said so before, it began with those words. */
function begun(before: Position | null, saying: readonly Evidence[]): Held {
  const [first] = ends(saying);
  const earlier = before?.split?.stance === first.stance ? [before.split.evidence] : [];
  const shown = before?.evidence.toSorted((a, b) => a.at - b.at).at(-1);
  return {
    topic: first.topic,
    holder: first.holder,
    stance: first.stance,
    since: earlier.length > 0 && before?.split ? before.split.since : first.at,
    evidence: deciding([...earlier, ...saying]),
    previous: before && shown ? { stance: before.stance, evidence: shown } : null,
    split: null,
    officials: officialsIn(saying),
  };
}

function extended<T extends Held>(before: T, saying: readonly Evidence[]): T {
  const [first] = ends(saying);
  const recent = Object.entries(before.officials).filter(([, at]) => first.at - at <= week);
  return {
    ...before,
    evidence: deciding([...before.evidence, ...saying]),
    officials: { ...Object.fromEntries(recent), ...officialsIn(saying) },
  };
}

const officialsIn = (evidence: readonly Evidence[]): Record<string, Instant> =>
  Object.fromEntries(evidence.flatMap(({ official, at }) => (official === null ? [] : [[official, at]])));

/**
 * Whether what is said today turns the position. It does not where officials of the party held it within the week, and
 * only others of them contradict: that is a split.
 */
function mayTurn(held: Held, saying: readonly Evidence[]): boolean {
  return !saying.every(each => contradicts(held, each));
}

/** Whether it is one official against others who held the stance within the week. */
function contradicts({ officials }: Held, { official, at }: Evidence): boolean {
  const recent = Object.entries(officials).filter(([, shown]) => Math.abs(at - shown) <= week);
  return official !== null && recent.length > 0 && recent.every(([name]) => name !== official);
}

/** A split is a claim about words: it is told only where the dissenting ones were quoted. It lapses after a week. */
function withSplit<T extends Held>(held: T, earlier: Split | null, sides: readonly Evidence[]): T {
  const dissent = sides.findLast(
    each => each.stance !== held.stance && isQuoted(each) && contradicts(held, each),
  );
  if (dissent) {
    const since = earlier?.stance === dissent.stance ? earlier.since : dissent.at;
    return { ...held, split: { stance: dissent.stance, since, evidence: dissent } };
  }
  const [, last] = ends(sides);
  const lasts =
    earlier !== null && last.at - earlier.evidence.at <= week && contradicts(held, earlier.evidence);
  return { ...held, split: lasts ? earlier : null };
}

/** At most three: the newest that were quoted, then the newest paraphrases. */
function deciding(evidence: readonly Evidence[]): Evidence[] {
  const newestFirst = evidence.toSorted((a, b) => a.at - b.at).reverse();
  const [quoted, paraphrased] = [newestFirst.filter(isQuoted), newestFirst.filter(each => !isQuoted(each))];
  return [...quoted, ...paraphrased].slice(0, 3);
}

const weight = { direct: 3, mixed: 2, indirect: 1 } as const;

/** The stance with the most weight; of two that weigh the same, the one taken last. */
function stanceOfDay(sides: readonly Evidence[]): Stance {
  const weights = new Map<Stance, number>();
  for (const { stance, kind } of sides) {
    const sum = (weights.get(stance) ?? 0) + weight[kind];
    weights.delete(stance);
    weights.set(stance, sum);
  }
  const [heaviest] = [...weights].reverse().sort(([, a], [, b]) => b - a);
  if (!heaviest) throw new RangeError('a day without evidence has no stance');
  return heaviest[0];
}

const lastQuotedSide = ({ stance }: Held, sides: readonly Evidence[]): Evidence | undefined =>
  sides.findLast(each => each.stance === stance && isQuoted(each));

/** From the words that last showed a side to the first that show another one. */
function classShift(before: Position | null, held: Held, sides: readonly Evidence[]): Shift[] {
  const from = before?.quoted;
  if (!from || from.stance === held.stance) return [];
  const today = sides.find(each => each.stance === held.stance && isQuoted(each));
  const after = today ?? (before.split?.stance === held.stance ? before.split.evidence : null);
  return after
    ? [shift(from, after, null, before.stance === held.stance ? after.at : ends(sides)[1].at)]
    : [];
}

const shift = (before: Evidence, after: Evidence, figure: Shift['figure'], at: Instant): Shift => {
  const { topic, holder, stance: to } = after;
  return { topic, holder, from: before.stance, to, figure, before, after, at };
};

/** A figure of another official within the week changes nothing: what he says is not yet what the party says. */
function figureShifts(before: Position | null, today: readonly Evidence[]): Shift[] {
  const named = before?.figures ?? [];
  return figuresIn(today, named).flatMap(({ unit, value, evidence }) => {
    const known = named.find(each => each.unit === unit);
    if (!known || known.value === value) return [];
    return [shift(known.evidence, evidence, { unit, from: known.value, to: value }, evidence.at)];
  });
}

function figuresAfter(before: Position | null, today: readonly Evidence[]): NamedFigure[] {
  const named = before?.figures ?? [];
  const found = figuresIn(today, named);
  return [...named.filter(({ unit }) => !found.some(each => each.unit === unit)), ...found];
}

/** The last of each unit that was named in quotation marks. */
function figuresIn(today: readonly Evidence[], named: readonly NamedFigure[]): NamedFigure[] {
  const found = today
    .filter(isQuoted)
    .flatMap(evidence => evidence.figures.map(figure => ({ ...figure, evidence })))
    .filter(figure => !isDissent(figure, named));
  return [...new Map(found.map(figure => [figure.unit, figure])).values()];
}

function isDissent({ unit, value, evidence }: NamedFigure, named: readonly NamedFigure[]): boolean {
  const known = named.find(each => each.unit === unit);
  if (!known || known.value === value || known.evidence.official === null) return false;
  return (
    evidence.official !== null &&
    evidence.official !== known.evidence.official &&
    evidence.at - known.evidence.at <= week
  );
}

function ends(evidence: readonly Evidence[]): [Evidence, Evidence] {
  const [first, last] = [evidence[0], evidence.at(-1)];
  if (!first || !last) throw new RangeError('a position rests on at least one statement');
  return [first, last];
}
