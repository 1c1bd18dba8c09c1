import type { Position, Shift } from '../core/position.ts';
import type { Statement } from '../core/statement.ts';
import { day, type Instant } from '../core/time.ts';
import type { TypedDate } from '../core/typed-date.ts';
import type { Context } from './command.ts';
import type { PositionQuery, StatementQuery } from './ports.ts';

/** The stretch of the record that is asked about. */
export interface Span {
  /** What was said before is left out; null: all of it. */
  readonly from: Instant | null;
  /** What was said from here on is left out; null: up to now. */
  readonly until: Instant | null;
}

export function spanOf(days: number | undefined, asOf: TypedDate | undefined, now: Instant): Span {
  const until = asOf?.utcEnd ?? null;
  return { from: days === undefined ? null : (until ?? now) - days * day, until };
}

/** As far as a query of statements goes. */
export const within = ({ from, until }: Span): Pick<StatementQuery, 'from' | 'until'> => ({
  ...(from === null ? {} : { from }),
  ...(until === null ? {} : { until }),
});

/** Positions, and the changes of figures that led to theirs. */
export interface Held {
  readonly positions: readonly Position[];
  readonly figureShifts: readonly Shift[];
}

type Asked = Pick<PositionQuery, 'topics' | 'holders'>;

/** What was held at the end of a span, folded from what was said in it. */
export async function heldIn(asked: Asked, span: Span, { positions }: Context): Promise<Held> {
  const held = await positions.positions({
    ...asked,
    ...(span.from === null ? {} : { from: span.from }),
    ...(span.until === null ? {} : { asOf: span.until - 1 }),
  });
  const named = held.filter(({ figures }) => figures.length > 0);
  if (named.length === 0) return { positions: held, figureShifts: [] };
  const figureShifts = await positions.shifts({
    topics: [...new Set(named.map(({ topic }) => topic))],
    holders: [...new Set(named.map(({ holder }) => holder))],
    of: 'figure',
    ...within(span),
  });
  return { positions: held, figureShifts };
}

/** Whether a statement says what somebody else's position is: the holder's, or that of the party of a person it names. */
export const characterises = (
  { grade, layer, stances, told }: Statement,
  { id, party }: { readonly id: string; readonly party: string | null },
): boolean =>
  grade === 'reported' &&
  layer === 'body' &&
  stances.some(
    ({ holder }) => holder === id || (holder === party && (told?.names.includes(`${party}/${id}`) ?? false)),
  );
