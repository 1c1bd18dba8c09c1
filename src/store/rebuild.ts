import { sql, type Transaction } from 'kysely';
import type { Log } from '../app/ports.ts';
import { derive, type Placed } from './derive.ts';
import { refold } from './positions.ts';
import type { SearchIndex } from './search.ts';
import { asItStands, type Held, heldWith, placesFor, write } from './standing.ts';
import { sealOf } from './statements.ts';
import { type Cell, type Db, type Engine, reserve, type Tables } from './tables.ts';

/**
 * Raised where the same statements give other facets, signs, evidence or positions than before: a store of an earlier one
 * is derived anew when it is opened.
 */
export const derivation = 2;

const batch = 500;

/** A day before every instant that a store holds. */
const beforeAll = -104_249_991;

export interface Rebuilding {
  readonly engine: Engine;
  readonly search: SearchIndex;
  readonly where: string;
  readonly log: Pick<Log, 'info'>;
}

/**
 * Derives everything anew where an earlier program wrote it, or `force` is set. In batches with a transaction each: what
 * is cut short goes on at the next opening, and two processes take turns.
 */
export async function rebuild(
  db: Db,
  { engine, search, where, log }: Rebuilding,
  force = false,
): Promise<void> {
  if (force) await db.deleteFrom('derivation').execute();
  const next = (): Promise<Step> => db.transaction().execute(trx => step(trx, engine, search));
  let taken = await next();
  if (taken === 'done') return;
  log.info('positions and search are derived anew', { store: where, derivation });
  while (taken !== 'done') taken = await next();
  log.info('positions and search were derived anew', { store: where, derivation });
}

type Step = 'statements' | 'cells' | 'done';

/** What `through` says when everything was derived; below it is the last statement that was. */
const complete = -1;

async function step(trx: Transaction<Tables>, engine: Engine, search: SearchIndex): Promise<Step> {
  const last = await reserve(trx, 'statements', 0);
  const row = await trx.selectFrom('derivation').selectAll().executeTakeFirst();
  if (row?.version === derivation && row.through === complete) return 'done';
  const through = row?.version === derivation ? row.through : await begin(trx, engine, search);
  if (through < last) {
    const until = Math.min(through + batch, last);
    await rederive(trx, search, through, until);
    await trx.updateTable('derivation').set({ through: until }).execute();
    return 'statements';
  }
  if (await foldCells(trx)) return 'cells';
  await trx.updateTable('derivation').set({ through: complete }).execute();
  return 'done';
}

const derived = ['statement_facets', 'evidence', 'positions', 'shifts', 'cells', 'derivation'] as const;

async function begin(trx: Transaction<Tables>, engine: Engine, search: SearchIndex): Promise<number> {
  // What PostgreSQL deletes stays in tables and indexes until a vacuum: a million rows slow down all that is written after them.
  const emptying = { sqlite: 'delete from', postgres: 'truncate' }[engine];
  for (const table of derived) await sql.raw(`${emptying} ${table}`).execute(trx);
  await search.clear(trx);
  await trx.insertInto('derivation').values({ version: derivation, through: 0 }).execute();
  return 0;
}

async function rederive(
  trx: Transaction<Tables>,
  search: SearchIndex,
  through: number,
  until: number,
): Promise<void> {
  const numbers = Array.from({ length: until - through }, (_, i) => through + i + 1);
  const rows = (await heldWith(trx, 'number', numbers)).filter(isSealed);
  const places = await placesFor(trx, rows);
  const placed = rows.map((row, i) => ({ ...row, place: places[i] ?? 0, statement: asItStands(row) }));
  await write(
    trx,
    placed.filter((row, i) => rows[i]?.place !== row.place || isOld(row)),
  );
  await derive(trx, search, placed);
}

/** What was changed behind the program's back is shown nowhere, so nothing follows from it. */
const isSealed = ({ body, current, seal }: Held): boolean =>
  seal === null || seal === sealOf(current ?? body);

const isOld = ({ body, current, seal, statement }: Held & Placed): boolean =>
  seal === null || JSON.stringify(statement) !== (current ?? body);

/** Folds some of the cells that have evidence and no position yet. False where there are none left. */
async function foldCells(trx: Transaction<Tables>): Promise<boolean> {
  const { rows } = await sql<Cell>`
    select distinct topic, holder from evidence
    where not exists (
      select 1 from cells where cells.topic = evidence.topic and cells.holder = evidence.holder
    ) limit ${batch}`.execute(trx);
  await refold(
    trx,
    rows.map(cell => ({ ...cell, day: beforeAll })),
  );
  return rows.length > 0;
}
