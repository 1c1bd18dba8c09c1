import { sql, type Transaction } from 'kysely';
import type { CorrectionRow, Corrections } from '../app/ports.ts';
import type { Correction } from '../core/correction.ts';
import type { Span, Statement } from '../core/statement.ts';
import type { SearchIndex } from './search.ts';
import { familyOf, type Held, heldWith, originOf, settle } from './standing.ts';
import { isStorable } from './storable.ts';
import { type CorrectionTable, type Db, reserve, type Tables } from './tables.ts';

export function correctionsIn(db: Db, search: SearchIndex): Corrections {
  return {
    add: correction => addCorrection(db, search, correction),
    of: ref => correctionsOf(db, ref),
    all: (skipped, limit) => allCorrections(db, skipped, limit),
  };
}

function addCorrection(db: Db, search: SearchIndex, correction: Correction): Promise<Statement | null> {
  return db.transaction().execute(async trx => {
    // Whoever holds this counter is alone in changing what stands.
    await reserve(trx, 'statements', 0);
    const [made] = isStorable(correction.ref) ? await heldWith(trx, 'ref', [correction.ref]) : [];
    if (!made) return null;
    await keep(trx, made, correction);
    const family = await heldWith(trx, 'number', await familyOf(trx, [made]));
    const settled = await settle(trx, search, family);
    return settled.find(({ number }) => number === made.number)?.statement ?? null;
  });
}

async function keep(trx: Transaction<Tables>, made: Held, correction: Correction): Promise<void> {
  const article = trx.selectFrom('articles').select('sha256').where('id', '=', made.article);
  const { sha256 } = await article.executeTakeFirstOrThrow();
  const number = 1 + (await reserve(trx, 'corrections', 1));
  const row = {
    ...{ number, sha256, origin: originOf(made), ref: made.ref, article: made.article, at: correction.at },
    content: JSON.stringify(made.found.content),
    correction: JSON.stringify(correction),
  };
  await trx.insertInto('corrections').values(row).execute();
}

async function correctionsOf(db: Db, ref: string): Promise<CorrectionRow[]> {
  if (!isStorable(ref)) return [];
  const origins = db
    .selectFrom('statements')
    .select(sql<number>`coalesce(origin, number)`.as('origin'))
    .where('ref', '=', ref);
  const rows = db.selectFrom('corrections').selectAll().where('origin', 'in', origins).orderBy('number');
  return (await rows.execute()).map(correctionOf);
}

async function allCorrections(db: Db, skipped: number, limit: number): Promise<CorrectionRow[]> {
  const rows = db.selectFrom('corrections').selectAll().where('number', '>', skipped).orderBy('number');
  return (await rows.limit(Math.max(0, limit)).execute()).map(correctionOf);
}

const correctionOf = ({ article, content, sha256, correction }: CorrectionTable): CorrectionRow => ({
  article,
  content: JSON.parse(content) as Span[],
  sha256,
  correction: JSON.parse(correction) as Correction,
});
