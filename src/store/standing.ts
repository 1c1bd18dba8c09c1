import { sql, type Transaction } from 'kysely';
import { type Correction, corrected } from '../core/correction.ts';
import type { Statement } from '../core/statement.ts';
import { derive, type Placed, underive } from './derive.ts';
import { reservePlaces } from './places.ts';
import { refold } from './positions.ts';
import type { SearchIndex } from './search.ts';
import { parsed, sealOf } from './statements.ts';
import { chunks, reserve, type StatementRow, type Tables } from './tables.ts';

/** A row with what was found in it, what editors said of it, and what else its words were read as. */
export interface Held extends StatementRow {
  readonly found: Statement;
  readonly corrections: readonly Correction[];
  /** Of the other readings of its words, in the order of their numbers. */
  readonly otherRefs: readonly string[];
}

/** The number under which the corrections of all readings of a statement are kept. */
export const originOf = ({ origin, number }: Pick<StatementRow, 'origin' | 'number'>): number =>
  origin ?? number;

/** The rows with one of these values, in the order of their numbers. */
export async function heldWith<Column extends 'article' | 'number' | 'ref'>(
  trx: Transaction<Tables>,
  column: Column,
  values: readonly StatementRow[Column][],
): Promise<Held[]> {
  const rows: StatementRow[] = [];
  for (const some of chunks(values)) {
    const found = trx.selectFrom('statements').selectAll().where(sql.ref(column), 'in', some);
    rows.push(...(await found.orderBy('number').execute()));
  }
  const corrections = await correctionsOf(trx, rows.map(originOf));
  const refs = await refsOf(trx, rows.map(originOf));
  return rows.map(row => ({
    ...row,
    found: parsed(row.body),
    corrections: corrections.get(originOf(row)) ?? [],
    otherRefs: [...(refs.get(originOf(row)) ?? [])].filter(ref => ref !== row.ref),
  }));
}

/** The numbers of all readings of these statements. */
export async function familyOf(trx: Transaction<Tables>, rows: readonly Held[]): Promise<number[]> {
  const numbers = new Set(rows.map(originOf));
  for (const some of chunks([...numbers])) {
    const later = trx.selectFrom('statements').select('number').where('origin', 'in', some);
    for (const { number } of await later.execute()) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b);
}

/** The refs of all readings, by the number of the first; only where there are several. */
async function refsOf(
  trx: Transaction<Tables>,
  origins: readonly number[],
): Promise<Map<number, ReadonlySet<string>>> {
  const later = await readings(trx, 'origin', origins);
  const firsts = await readings(trx, 'number', [...new Set(later.map(originOf))]);
  return new Map(
    [...Map.groupBy([...firsts, ...later], originOf)].map(([origin, list]) => [
      origin,
      new Set(list.map(({ ref }) => ref)),
    ]),
  );
}

type Reading = Pick<StatementRow, 'number' | 'origin' | 'ref'>;

async function readings(
  trx: Transaction<Tables>,
  column: 'number' | 'origin',
  values: readonly number[],
): Promise<Reading[]> {
  const found: Reading[] = [];
  for (const some of chunks(values)) {
    const rows = trx.selectFrom('statements').select(['number', 'origin', 'ref']).where(column, 'in', some);
    found.push(...(await rows.orderBy('number').execute()));
  }
  return found;
}

async function correctionsOf(
  trx: Transaction<Tables>,
  origins: readonly number[],
): Promise<Map<number, Correction[]>> {
  const found: { origin: number; correction: string }[] = [];
  for (const some of chunks(origins)) {
    const rows = trx.selectFrom('corrections').select(['origin', 'correction']).where('origin', 'in', some);
    found.push(...(await rows.orderBy('number').execute()));
  }
  const made = found.map(({ origin, correction }) => ({
    origin,
    made: JSON.parse(correction) as Correction,
  }));
  return new Map(
    [...Map.groupBy(made, ({ origin }) => origin)].map(([origin, list]) => [
      origin,
      list.map(each => each.made),
    ]),
  );
}

/** A statement as its corrections leave it, and later readings of its article. */
export function asItStands({
  found,
  isGone,
  corrections,
  otherRefs,
}: Pick<Held, 'found' | 'isGone' | 'corrections' | 'otherRefs'>): Statement {
  const read: Statement = otherRefs.length > 0 ? { ...found, otherRefs } : found;
  const base: Statement = isGone ? { ...read, standing: 'superseded' } : read;
  return corrections.length > 0 ? corrected(base, corrections) : base;
}

/** Brings rows up to date with what they hold and with their corrections: what they are found by, and the positions. */
export async function settle(
  trx: Transaction<Tables>,
  search: SearchIndex,
  rows: readonly Held[],
): Promise<Placed[]> {
  const before = await underive(
    trx,
    search,
    rows.map(({ number, place }) => ({ number, place: place ?? 0 })),
  );
  const places = await placesFor(trx, rows);
  const placed = rows.map((row, i) => ({ ...row, place: places[i] ?? 0, statement: asItStands(row) }));
  await write(trx, placed);
  await noteChanges(trx, placed);
  await refold(trx, [...before, ...(await derive(trx, search, placed))]);
  return placed;
}

/** What shows these statements has to be made again. */
async function noteChanges(trx: Transaction<Tables>, rows: readonly (Held & Placed)[]): Promise<void> {
  const changed = rows.filter(
    ({ body, current, statement }) => JSON.stringify(statement) !== (current ?? body),
  );
  const before = await reserve(trx, 'changes', changed.length);
  const noted = changed.map(({ ref }, i) => ({ number: before + i + 1, ref }));
  for (const some of chunks(noted)) await trx.insertInto('changes').values(some).execute();
}

/** Their places, or others where they have none or turn out to be of another time. */
export async function placesFor(trx: Transaction<Tables>, rows: readonly Held[]): Promise<number[]> {
  const places = new Map(
    rows.flatMap(({ number, place, at, found }) =>
      place !== null && at === found.at ? [[number, place]] : [],
    ),
  );
  const others = rows.filter(({ number }) => !places.has(number));
  const free = await reservePlaces(
    trx,
    others.map(({ found }) => found.at),
  );
  for (const [i, { number }] of others.entries()) places.set(number, free[i] ?? 0);
  return rows.map(({ number }) => places.get(number) ?? 0);
}

/** Writes statements as they now stand into their rows. */
export async function write(trx: Transaction<Tables>, rows: readonly (Held & Placed)[]): Promise<void> {
  for (const some of chunks(rows.map(rowOf)))
    await trx
      .insertInto('statements')
      .values(some)
      .onConflict(conflict =>
        conflict.column('number').doUpdateSet(({ ref }) => ({
          at: ref('excluded.at'),
          body: ref('excluded.body'),
          current: ref('excluded.current'),
          seal: ref('excluded.seal'),
          standing: ref('excluded.standing'),
          isGone: ref('excluded.isGone'),
          place: ref('excluded.place'),
        })),
      )
      .execute();
  await countFallen(trx, rows);
}

function rowOf({ found, statement, corrections: _, otherRefs: __, ...row }: Held & Placed): StatementRow {
  const [body, stands] = [JSON.stringify(found), JSON.stringify(statement)];
  const current = stands === body ? null : stands;
  const { at, standing } = statement;
  return { ...row, at, standing, body, current, seal: sealOf(stands) };
}

async function countFallen(trx: Transaction<Tables>, rows: readonly (Held & Placed)[]): Promise<void> {
  const fallen = (standing: Statement['standing']): number => Number(standing !== 'current');
  const step = rows.reduce(
    (sum, { standing, statement }) => sum + fallen(statement.standing) - fallen(standing),
    0,
  );
  if (step === 0) return;
  await trx
    .updateTable('counters')
    .set(eb => ({ value: eb('value', '+', step) }))
    .where('name', '=', 'fallen')
    .execute();
}
