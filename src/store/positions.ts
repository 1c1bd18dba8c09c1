import { sql, type Transaction } from 'kysely';
import type { PositionQuery, Positions, ShiftQuery } from '../app/ports.ts';
import type { Evidence } from '../core/evidence.ts';
import { type Day, dayOf, history, type Position, type Shift } from '../core/position.ts';
import { day as dayLength, type Instant } from '../core/time.ts';
import { type Cell, chunks, type Db, type EvidenceRow, type Tables } from './tables.ts';

/** A cell in which something changed, and the first day on which it did. */
export interface Touched extends Cell {
  readonly day: number;
}

export function positionsIn(db: Db): Positions {
  return {
    positions: query => positionsAt(db, query),
    shifts: query => newestShifts(db, query),
  };
}

/** Folds the touched cells anew, each from the first day that changed: what was held before it is in its rows. */
export async function refold(trx: Transaction<Tables>, touched: readonly Touched[]): Promise<void> {
  for (const cell of Map.groupBy(touched, ({ topic, holder }) => JSON.stringify([topic, holder])).values()) {
    const [first] = cell.toSorted((a, b) => a.day - b.day);
    if (first) await refoldCell(trx, first);
  }
}

async function refoldCell(trx: Transaction<Tables>, touched: Touched): Promise<void> {
  const { topic, holder, day } = touched;
  for (const table of ['positions', 'shifts'] as const) {
    const later = trx.deleteFrom(table).where('topic', '=', topic).where('holder', '=', holder);
    await later.where('day', '>=', day).execute();
  }
  const before = await positionBefore(trx, touched);
  const days = history(await evidenceSince(trx, touched), before);
  await writeDays(trx, days);
  await keepCell(trx, touched, days.length > 0 || before !== null);
}

async function positionBefore(
  trx: Transaction<Tables>,
  { topic, holder, day }: Touched,
): Promise<Position | null> {
  const rows = trx.selectFrom('positions').select('body');
  const row = await rows
    .where('topic', '=', topic)
    .where('holder', '=', holder)
    .where('day', '<', day)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? (JSON.parse(row.body) as Position) : null;
}

async function evidenceSince(trx: Transaction<Tables>, { topic, holder, day }: Touched): Promise<Evidence[]> {
  const rows = await trx
    .selectFrom('evidence')
    .selectAll()
    .where('topic', '=', topic)
    .where('holder', '=', holder)
    .where('at', '>=', day * dayLength)
    .execute();
  return rows.sort(inTime).map(evidenceOf);
}

const compared = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** As `byTime` of `core/statement.ts` has it. */
function inTime(a: EvidenceRow, b: EvidenceRow): number {
  return (
    a.at - b.at ||
    compared(a.article, b.article) ||
    a.start - b.start ||
    compared(a.ref, b.ref) ||
    a.statement - b.statement ||
    a.seq - b.seq
  );
}

const evidenceOf = ({ ref, topic, holder, stance, at, kind, official, figures }: EvidenceRow): Evidence => ({
  ref,
  topic,
  holder,
  stance,
  at,
  kind,
  official,
  figures: figures === null ? [] : (JSON.parse(figures) as Evidence['figures']),
});

async function writeDays(trx: Transaction<Tables>, days: readonly Day[]): Promise<void> {
  const positions = days.map(({ position }) => ({
    topic: position.topic,
    holder: position.holder,
    day: dayOf(position.latest),
    body: JSON.stringify(position),
  }));
  const shifts = days.flatMap(({ position, shifts }) =>
    shifts.map((shift, seq) => ({
      topic: shift.topic,
      holder: shift.holder,
      day: dayOf(position.latest),
      seq,
      at: shift.at,
      unit: shift.figure?.unit ?? null,
      body: JSON.stringify(shift),
    })),
  );
  for (const rows of chunks(positions)) await trx.insertInto('positions').values(rows).execute();
  for (const rows of chunks(shifts)) await trx.insertInto('shifts').values(rows).execute();
}

async function keepCell(trx: Transaction<Tables>, { topic, holder }: Cell, isHeld: boolean): Promise<void> {
  const cell = { topic, holder };
  if (isHeld)
    await trx
      .insertInto('cells')
      .values(cell)
      .onConflict(conflict => conflict.columns(['topic', 'holder']).doNothing())
      .execute();
  else await trx.deleteFrom('cells').where('topic', '=', topic).where('holder', '=', holder).execute();
}

function positionsAt(db: Db, query: PositionQuery): Promise<Position[]> {
  return query.from === undefined ? keptPositions(db, query) : positionsSince(db, query, query.from);
}

/** Folds the evidence of a stretch, without what was held before it. */
async function positionsSince(db: Db, query: PositionQuery, from: Instant): Promise<Position[]> {
  const until = query.asOf === undefined ? sql`` : sql`and at < ${(dayOf(query.asOf) + 1) * dayLength}`;
  const { rows } = await sql<EvidenceRow>`
    select evidence.* from cells
    join evidence on evidence.topic = cells.topic and evidence.holder = cells.holder and at >= ${from} ${until}
    where ${isAsked(query, 'cells')}`.execute(db);
  const found = [...Map.groupBy(rows, ({ topic, holder }) => JSON.stringify([topic, holder])).values()];
  return found
    .flatMap(cell => history(cell.sort(inTime).map(evidenceOf)).at(-1)?.position ?? [])
    .sort((a, b) => compared(a.topic, b.topic) || compared(a.holder, b.holder));
}

/** One look-up for each cell: the last day with evidence. */
async function keptPositions(db: Db, query: PositionQuery): Promise<Position[]> {
  const last = query.asOf === undefined ? sql`` : sql`and day <= ${dayOf(query.asOf)}`;
  const { rows } = await sql<{ body: string | null }>`
    select (
      select body from positions
      where positions.topic = cells.topic and positions.holder = cells.holder ${last}
      order by day desc limit 1
    ) as body
    from cells where ${isAsked(query, 'cells')}
    order by cells.topic, cells.holder`.execute(db);
  return rows.flatMap(({ body }) => (body === null ? [] : [JSON.parse(body) as Position]));
}

async function newestShifts(db: Db, query: ShiftQuery): Promise<Shift[]> {
  const { from, until, limit, of } = query;
  const { rows } = await sql<{ body: string }>`
    select body from shifts
    where ${isAsked(query, 'shifts')}
      ${from === undefined ? sql`` : sql`and at >= ${from}`}
      ${until === undefined ? sql`` : sql`and at < ${until}`}
      ${of === undefined ? sql`` : of === 'figure' ? sql`and unit is not null` : sql`and unit is null`}
    order by at desc, topic, holder, day desc, seq desc
    ${limit === undefined ? sql`` : sql`limit ${Math.max(0, limit)}`}`.execute(db);
  return rows.map(({ body }) => JSON.parse(body) as Shift);
}

function isAsked({ topics, holders }: Pick<PositionQuery, 'topics' | 'holders'>, table: 'cells' | 'shifts') {
  const among = (column: string, values: readonly string[] | undefined) => {
    if (values === undefined) return sql`1 = 1`;
    return values.length === 0 ? sql`1 = 0` : sql`${sql.ref(column)} in (${sql.join(values)})`;
  };
  return sql`${among(`${table}.topic`, topics)} and ${among(`${table}.holder`, holders)}`;
}
