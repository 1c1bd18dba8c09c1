import type { Transaction } from 'kysely';
import type { Instant } from '../core/time.ts';
import { chunks, type Db, reserve, type Tables } from './tables.ts';

/** Puts parked deliveries back to waiting, and then what is parked under them or changes them. Gives how many those are. */
export function revive(db: Db, keys: readonly string[], now: Instant): Promise<number> {
  return db.transaction().execute(async trx => {
    // Waits for promises and parking under way, as parking does.
    await reserve(trx, 'outbox', 0);
    let revived = 0;
    for (let wave = [...keys]; wave.length > 0; ) {
      const woken: string[] = [];
      for (const some of chunks(wave)) woken.push(...(await wake(trx, some, now)));
      revived += woken.length;
      wave = await parkedUnder(trx, woken);
    }
    return revived;
  });
}

/** Without those under, or of, a delivery that stays given up: they would wait for ever. */
async function wake(trx: Transaction<Tables>, keys: readonly string[], now: Instant): Promise<string[]> {
  const rows = await trx
    .updateTable('outbox')
    .set({ state: 'waiting', dueAt: now, heldUntil: 0, reason: null })
    .where('key', 'in', keys)
    .where('state', '=', 'parked')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as parent')
            .select('parent.key')
            .where(({ eb, or }) =>
              or([
                eb('parent.key', '=', eb.ref('outbox.under')),
                eb('parent.key', '=', eb.ref('outbox.target')),
              ]),
            )
            .where('parent.state', '=', 'parked'),
        ),
      ),
    )
    .returning('key')
    .execute();
  return rows.map(({ key }) => key);
}

async function parkedUnder(trx: Transaction<Tables>, parents: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const some of chunks(parents)) {
    const rows = trx
      .selectFrom('outbox')
      .select('key')
      .where(({ eb, or }) => or([eb('under', 'in', some), eb('target', 'in', some)]));
    found.push(...(await rows.where('state', '=', 'parked').execute()).map(({ key }) => key));
  }
  return found;
}
