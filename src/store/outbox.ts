import type { Transaction } from 'kysely';
import type {
  Change,
  Claimed,
  Delivery,
  DeliveryState,
  Mark,
  Outbox,
  OutboxRow,
  Posted,
  Receipt,
  Seen,
} from '../app/ports.ts';
import type { PlatformName } from '../core/desk.ts';
import type { Message } from '../core/message.ts';
import { type Recipe, restsOn } from '../core/recipe.ts';
import type { Instant } from '../core/time.ts';
import { putMark } from './marks.ts';
import { revive } from './revival.ts';
import { chunks, type Db, type Engine, type OutboxTable, reserve, type Tables } from './tables.ts';

export function outboxIn(db: Db, engine: Engine): Outbox {
  return {
    promise: (deliveries, marks, seen = []) => promiseDeliveries(db, deliveries, marks, seen),
    claim: (platforms, now, lease, limit, except = []) =>
      claimDue(db, engine, { platforms, now, lease, limit, except }),
    sent: (key, receipt, now) => markSent(db, key, receipt, now),
    retry: (key, at, reason) => putOff(db, key, at, reason),
    park: (key, reason) => parkWithThread(db, key, reason),
    restingOn: (refs, since) => keysResting(db, refs, since),
    posted: keys => postedUnder(db, keys),
    revive: (keys, now) => revive(db, keys, now),
    rows: (state, limit) => rowsIn(db, state, limit),
  };
}

function promiseDeliveries(
  db: Db,
  deliveries: readonly Delivery[],
  marks: readonly Mark[],
  seen: readonly Seen[],
): Promise<boolean> {
  return db.transaction().execute(async trx => {
    // Reserved even for no deliveries: whoever promises waits here for the others, so marks never deadlock.
    const before = await reserve(trx, 'outbox', deliveries.length);
    for (const each of seen) if (!(await isAsSeen(trx, each))) return false;
    const posts = await withoutMade(trx, deliveries);
    const rows = posts.map((delivery, i) => rowOf(delivery, before + i + 1));
    for (const some of chunks(rows)) {
      await trx
        .insertInto('outbox')
        .values(some)
        .onConflict(conflict => conflict.column('key').doNothing())
        .execute();
    }
    for (const mark of marks) await putMark(trx, mark);
    await noteRecipes(trx, deliveries);
    await followParents(trx, posts);
    return true;
  });
}

async function isAsSeen(trx: Transaction<Tables>, { key, value }: Seen): Promise<boolean> {
  const mark = await trx.selectFrom('marks').select('value').where('key', '=', key).executeTakeFirst();
  return (mark?.value ?? null) === value;
}

/** The deliveries that need rows: changes of what nobody tried to show yet are made where it stands. */
async function withoutMade(
  trx: Transaction<Tables>,
  deliveries: readonly Delivery[],
): Promise<readonly Delivery[]> {
  const rest: Delivery[] = [];
  for (const delivery of deliveries) {
    const { change } = delivery;
    if (!change || !(await isMade(trx, delivery, change))) rest.push(delivery);
  }
  return rest;
}

async function isMade(
  trx: Transaction<Tables>,
  { message }: Delivery,
  { of, how }: Change,
): Promise<boolean> {
  const rows = trx.selectFrom('outbox').select(['key', 'state', 'attempts', 'how']);
  const found = await rows
    .where(({ eb, or }) => or([eb('key', '=', of), eb('target', '=', of)]))
    .orderBy('number', 'desc')
    .execute();
  const target = found.find(({ key }) => key === of);
  if (!target) throw new Error(`${of} is to be changed, which was never promised: nothing was written`);
  if (target.state === 'parked' || found.some(each => each.how === 'remove')) return true;
  const [last] = found;
  if (last?.state !== 'waiting' || last.attempts > 0) return false;
  if (how === 'remove') return last === target && parkTaken(trx, of);
  const update = trx.updateTable('outbox').set({ message: JSON.stringify(message) });
  await update.where('key', '=', last.key).execute();
  return true;
}

async function parkTaken(trx: Transaction<Tables>, key: string): Promise<true> {
  const reason = 'it was taken back before it was posted';
  await settle(trx, key, ['waiting'], { state: 'parked', heldUntil: 0, reason });
  await parkUnder(trx, key, reason);
  return true;
}

const rowOf = (
  { key, platform, to, under, message, recipe, notBefore, expires, change }: Delivery,
  number: number,
): OutboxTable => ({
  number,
  key,
  platform,
  to,
  under,
  target: change?.of ?? null,
  how: change?.how ?? null,
  place: JSON.stringify(change ? [platform, to, 'change', change.of] : [platform, to, under]),
  message: JSON.stringify(message),
  recipe: change || !recipe ? null : JSON.stringify(recipe),
  notBefore,
  expires: expires ?? null,
  dueAt: notBefore,
  heldUntil: 0,
  attempts: 0,
  state: 'waiting',
  reason: null,
  receipt: null,
  sentAt: null,
});

/** What a message is made of is kept beside it, whatever changes it. */
async function noteRecipes(trx: Transaction<Tables>, deliveries: readonly Delivery[]): Promise<void> {
  for (const { key: own, change, recipe } of deliveries) {
    if (!recipe) continue;
    const key = change?.of ?? own;
    if (change) {
      const kept = trx.updateTable('outbox').set({ recipe: JSON.stringify(recipe) });
      await kept.where('key', '=', key).execute();
    }
    for (const some of chunks(restsOn(recipe).map(ref => ({ ref, key }))))
      await trx
        .insertInto('outboxRefs')
        .values(some)
        .onConflict(conflict => conflict.doNothing())
        .execute();
  }
}

/** What is promised for the thread of a message that was given up would wait for ever. */
async function followParents(trx: Transaction<Tables>, deliveries: readonly Delivery[]): Promise<void> {
  const wanted = new Set(deliveries.flatMap(({ under }) => under ?? []));
  for (const parent of wanted) {
    const unknown = () =>
      new Error(`a delivery is under ${parent}, which was never promised: nothing was written`);
    const found = trx.selectFrom('outbox').select(['state', 'reason']).where('key', '=', parent);
    const { state, reason } = await found.executeTakeFirstOrThrow(unknown);
    if (state === 'parked') await parkUnder(trx, parent, reason ?? '');
  }
}

interface Claim {
  readonly platforms: readonly PlatformName[];
  readonly now: Instant;
  readonly lease: number;
  readonly limit: number;
  readonly except: readonly string[];
}

async function claimDue(db: Db, engine: Engine, claim: Claim): Promise<Claimed[]> {
  if (claim.platforms.length === 0) return [];
  return db.transaction().execute(async trx => {
    // SQLite has one writer at a time. In PostgreSQL two may look at once: each passes over what the other has locked.
    const rows = await due(trx, claim)
      .$if(engine === 'postgres', query => query.forUpdate('outbox').skipLocked())
      .execute();
    for (const some of chunks(rows)) await hold(trx, some, claim.now + claim.lease);
    return rows.map(claimedOf);
  });
}

const shown = [
  'outbox.key',
  'outbox.platform',
  'outbox.to',
  'outbox.under',
  'outbox.target',
  'outbox.how',
  'outbox.message',
  'outbox.notBefore',
  'outbox.expires',
  'outbox.attempts',
] as const;

/**
 * At most one delivery of a place: what is held still waits, and stands before what was promised later. The firsts are
 * found in one run through an index of what waits, so that a claim costs the same whatever of it is held or put off;
 * materialized, because PostgreSQL without statistics would run through it for every row.
 */
function due(trx: Transaction<Tables>, { platforms, now, limit, except }: Claim) {
  return trx
    .with(
      cte => cte('firsts').materialized(),
      db =>
        db
          .selectFrom('outbox')
          .select(({ fn }) => fn.min('number').as('number'))
          .where('state', '=', 'waiting')
          .groupBy('place'),
    )
    .selectFrom('firsts')
    .innerJoin('outbox', 'outbox.number', 'firsts.number')
    .leftJoin('outbox as parent', 'parent.key', 'outbox.under')
    .leftJoin('outbox as changed', 'changed.key', 'outbox.target')
    .select([...shown, 'parent.receipt as parent', 'changed.receipt as changed'])
    .select(({ selectFrom }) =>
      selectFrom('outbox as before')
        .select('before.receipt')
        .where('before.state', '=', 'sent')
        .whereRef('before.place', '=', 'outbox.place')
        .whereRef('before.number', '<', 'outbox.number')
        .orderBy('before.number', 'desc')
        .limit(1)
        .as('after'),
    )
    .where('outbox.platform', 'in', platforms)
    .where('outbox.dueAt', '<=', now)
    .where('outbox.heldUntil', '<=', now)
    .where(({ eb, or }) => or([eb('outbox.under', 'is', null), eb('parent.state', '=', 'sent')]))
    .where(({ eb, or }) => or([eb('outbox.target', 'is', null), eb('changed.state', '=', 'sent')]))
    .$if(except.length > 0, query => query.where('outbox.to', 'not in', inRounds(except)))
    .orderBy('outbox.number')
    .limit(limit);
}

/** The list filled up with its last, to a length that comes again: a query is prepared for each length. */
function inRounds(list: readonly string[]): string[] {
  const length = Math.ceil(list.length / 64) * 64;
  return Array.from({ length }, (_, i) => list[Math.min(i, list.length - 1)] ?? '');
}

async function hold(
  trx: Transaction<Tables>,
  rows: readonly { key: string }[],
  until: Instant,
): Promise<void> {
  const keys = rows.map(({ key }) => key);
  await trx
    .updateTable('outbox')
    .set(({ eb }) => ({ heldUntil: until, attempts: eb('attempts', '+', 1) }))
    .where('key', 'in', keys)
    .execute();
}

type Shown = Pick<
  OutboxTable,
  'key' | 'platform' | 'to' | 'under' | 'target' | 'how' | 'message' | 'notBefore' | 'expires' | 'attempts'
>;

type Receipts = Readonly<Record<'parent' | 'changed' | 'after', string | null>>;

const claimedOf = ({ parent, changed, after, attempts, ...row }: Shown & Receipts): Claimed => ({
  ...deliveryOf(row),
  attempts,
  parent: receiptOf(parent),
  target: receiptOf(changed),
  ...(after === null ? {} : { after: JSON.parse(after) as Receipt }),
});

function deliveryOf({ message, target, how, expires, ...row }: Omit<Shown, 'attempts'>): Delivery {
  const change = target !== null && how !== null ? { change: { of: target, how } } : {};
  const end = expires === null ? {} : { expires };
  return { ...row, ...change, ...end, message: JSON.parse(message) as Message };
}

const receiptOf = (receipt: string | null): Receipt | null =>
  receipt === null ? null : (JSON.parse(receipt) as Receipt);

/** A message that was shown stays sent, even where somebody else gave it up meanwhile; the first receipt counts. */
function markSent(db: Db, key: string, receipt: Receipt, now: Instant): Promise<void> {
  const change = {
    state: 'sent',
    receipt: JSON.stringify(receipt),
    sentAt: now,
    heldUntil: 0,
    reason: null,
  } as const;
  return db.transaction().execute(async trx => {
    if (!(await settle(trx, key, ['waiting', 'parked'], change))) return;
    const target = trx.selectFrom('outbox').select('target').where('key', '=', key);
    const moved = trx.updateTable('outbox').set({ receipt: change.receipt });
    await moved.where('key', 'in', target).execute();
  });
}

async function putOff(db: Db, key: string, at: Instant, reason: string): Promise<void> {
  await settle(db, key, ['waiting'], { dueAt: at, heldUntil: 0, reason });
}

function parkWithThread(db: Db, key: string, reason: string): Promise<void> {
  return db.transaction().execute(async trx => {
    // Waits for promises under way: what one of them puts under this delivery would be left waiting.
    await reserve(trx, 'outbox', 0);
    const parked = await settle(trx, key, ['waiting'], { state: 'parked', heldUntil: 0, reason });
    if (parked) await parkUnder(trx, key, reason);
  });
}

/** Changes a delivery that is in one of these states; one in another state is left as it is, and false returned. */
async function settle(
  db: Pick<Db, 'updateTable' | 'selectFrom'>,
  key: string,
  states: readonly DeliveryState[],
  change: Partial<OutboxTable>,
): Promise<boolean> {
  const update = db.updateTable('outbox').set(change).where('key', '=', key).where('state', 'in', states);
  if ((await update.executeTakeFirst()).numUpdatedRows > 0n) return true;
  const unknown = () => new Error(`nothing was promised under the key ${key}`);
  await db.selectFrom('outbox').select('key').where('key', '=', key).executeTakeFirstOrThrow(unknown);
  return false;
}

async function parkUnder(trx: Transaction<Tables>, parent: string, reason: string): Promise<void> {
  const parked = await trx
    .updateTable('outbox')
    .set({
      state: 'parked',
      heldUntil: 0,
      reason: `it belongs under ${parent}, which was given up: ${reason}`,
    })
    .where(({ eb, or }) => or([eb('under', '=', parent), eb('target', '=', parent)]))
    .where('state', '=', 'waiting')
    .returning('key')
    .execute();
  for (const { key } of parked) await parkUnder(trx, key, reason);
}

async function keysResting(db: Db, refs: readonly string[], since: Instant): Promise<string[]> {
  const found: { key: string; number: number }[] = [];
  for (const some of chunks(refs)) {
    const rows = db
      .selectFrom('outboxRefs')
      .innerJoin('outbox', 'outbox.key', 'outboxRefs.key')
      .select(['outbox.key', 'outbox.number'])
      .where('outboxRefs.ref', 'in', some)
      .where('outbox.notBefore', '>=', since)
      .where('outbox.state', '<>', 'parked');
    found.push(...(await rows.execute()));
  }
  return [...new Set(found.sort((a, b) => a.number - b.number).map(({ key }) => key))];
}

async function postedUnder(db: Db, keys: readonly string[]): Promise<Posted[]> {
  const rows = await db
    .selectFrom('outbox')
    .select([...shown, 'recipe', 'state'])
    .select(({ selectFrom }) =>
      selectFrom('outbox as later')
        .select('later.message')
        .whereRef('later.target', '=', 'outbox.key')
        .where('later.how', '=', 'edit')
        .orderBy('later.number', 'desc')
        .limit(1)
        .as('latest'),
    )
    .where('key', 'in', keys.length > 0 ? keys : [''])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as taken')
            .select('taken.number')
            .whereRef('taken.target', '=', 'outbox.key')
            .where('taken.how', '=', 'remove'),
        ),
      ),
    )
    .orderBy('number')
    .execute();
  return rows.map(({ latest, recipe, state, attempts, ...row }) => ({
    ...deliveryOf({ ...row, message: latest ?? row.message }),
    ...(recipe === null ? {} : { recipe: JSON.parse(recipe) as Recipe }),
    isShown: state === 'sent' || attempts > 0,
  }));
}

/** What waits in the order of its promise; what is settled with the newest promise first. */
async function rowsIn(db: Db, state: DeliveryState, limit: number): Promise<OutboxRow[]> {
  const rows = await db
    .selectFrom('outbox')
    .select([...shown, 'state', 'reason', 'sentAt'])
    .where('state', '=', state)
    .orderBy('number', state === 'waiting' ? 'asc' : 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ state, reason, sentAt, attempts, ...row }) => ({
    ...deliveryOf(row),
    ...{ state, reason, sentAt, attempts },
  }));
}
