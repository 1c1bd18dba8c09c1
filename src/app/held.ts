import { parties } from '../core/catalog.ts';
import { type Position, positions, type Shift, shifts } from '../core/position.ts';
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

/** As many statements as positions of a stretch are folded from. */
const most = 2_000;

/** Positions, and the changes of figures that led to theirs. */
export interface Held {
  readonly positions: readonly Position[];
  readonly figureShifts: readonly Shift[];
}

type Asked = Pick<PositionQuery, 'topics' | 'holders'>;

/** What was held at the end of a span: as the store keeps it, or folded from the words of the span where it has a beginning. */
export async function heldIn(asked: Asked, span: Span, context: Context): Promise<Held> {
  if (span.from !== null) return folded(asked, span, context);
  const asOf = span.until === null ? {} : { asOf: span.until - 1 };
  const found = await context.positions.positions({ ...asked, ...asOf });
  const named = found.filter(({ figures }) => figures.length > 0);
  if (named.length === 0) return { positions: found, figureShifts: [] };
  const moved = await context.positions.shifts({
    topics: [...new Set(named.map(({ topic }) => topic))],
    holders: [...new Set(named.map(({ holder }) => holder))],
    ...within(span),
  });
  return { positions: found, figureShifts: moved.filter(({ figure }) => figure !== null) };
}

async function folded({ topics, holders }: Asked, span: Span, context: Context): Promise<Held> {
  const statements = await context.ledger.statements({
    ...(topics ? { topics } : {}),
    ...(topics || !holders ? {} : speaking(holders, context)),
    ...within(span),
    limit: most,
  });
  const isAsked = ({ topic, holder }: Pick<Position, 'topic' | 'holder'>): boolean =>
    (topics?.includes(topic) ?? true) && (holders?.includes(holder) ?? true);
  return {
    positions: positions(statements).filter(isAsked),
    figureShifts: shifts(statements)
      .filter(each => each.figure !== null && isAsked(each))
      .reverse(),
  };
}

const speaking = (
  holders: readonly string[],
  { catalog }: Context,
): Pick<StatementQuery, 'parties' | 'speakers'> => {
  const isParty = parties(catalog).some(({ id }) => holders.includes(id));
  return isParty ? { parties: holders } : { speakers: holders };
};

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
