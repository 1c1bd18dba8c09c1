import type { Ledger, PositionQuery, Positions, ShiftQuery } from '../app/ports.ts';
import { dayOf, type Position, positions, type Shift, shifts } from '../core/position.ts';
import { day } from '../core/time.ts';

/** Positions folded anew from the ledger at each question. */
export function positionsOver(ledger: Pick<Ledger, 'statements'>): Positions {
  return {
    positions: query => positionsNow(ledger, query),
    shifts: query => shiftsNow(ledger, query),
  };
}

async function positionsNow(
  { statements }: Pick<Ledger, 'statements'>,
  { topics, holders, asOf }: PositionQuery,
): Promise<Position[]> {
  const found = await statements({
    ...(topics ? { topics } : {}),
    ...(asOf === undefined ? {} : { until: (dayOf(asOf) + 1) * day }),
  });
  return positions(found).filter(each => isAsked(each, { topics, holders }));
}

async function shiftsNow(
  { statements }: Pick<Ledger, 'statements'>,
  { topics, holders, from, until, limit }: ShiftQuery,
): Promise<Shift[]> {
  const found = await statements(topics ? { topics } : {});
  return shifts(found)
    .filter(({ at }) => at >= (from ?? at) && at < (until ?? at + 1))
    .filter(each => isAsked(each, { topics, holders }))
    .reverse()
    .slice(0, limit);
}

const isAsked = (
  { topic, holder }: Pick<Position, 'topic' | 'holder'>,
  {
    topics,
    holders,
  }: { topics: PositionQuery['topics'] | undefined; holders: PositionQuery['holders'] | undefined },
): boolean => (topics?.includes(topic) ?? true) && (holders?.includes(holder) ?? true);
