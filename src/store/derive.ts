import type { Transaction } from 'kysely';
import { evidenceIn } from '../core/evidence.ts';
import { dayOf } from '../core/position.ts';
import type { Statement } from '../core/statement.ts';
import type { Touched } from './positions.ts';
import type { SearchIndex } from './search.ts';
import { chunks, type EvidenceRow, type FacetRow, type Tables } from './tables.ts';
import { facetsOf, indexed } from './words.ts';

/** A statement as it stands, with what the store knows it by. */
export interface Placed {
  readonly number: number;
  readonly place: number;
  readonly statement: Statement;
}

/** Writes what statements are found by, and their evidence. Gives the cells whose positions are to be folded anew. */
export async function derive(
  trx: Transaction<Tables>,
  search: SearchIndex,
  placed: readonly Placed[],
): Promise<Touched[]> {
  const evidence = placed.flatMap(evidenceRows);
  for (const rows of chunks(placed.flatMap(facetRows)))
    await trx.insertInto('statementFacets').values(rows).execute();
  for (const rows of chunks(evidence)) await trx.insertInto('evidence').values(rows).execute();
  await search.put(
    trx,
    placed.map(({ place, statement }) => ({ place, ...indexed(statement) })),
  );
  return evidence.map(touched);
}

/** Takes back what `derive` wrote of these statements. */
export async function underive(
  trx: Transaction<Tables>,
  search: SearchIndex,
  placed: readonly Pick<Placed, 'number' | 'place'>[],
): Promise<Touched[]> {
  const cells: Touched[] = [];
  for (const some of chunks(placed.map(({ number }) => number))) {
    const rows = trx.deleteFrom('evidence').where('statement', 'in', some);
    cells.push(...(await rows.returning(['topic', 'holder', 'at']).execute()).map(touched));
    await trx.deleteFrom('statementFacets').where('statement', 'in', some).execute();
  }
  await search.remove(
    trx,
    placed.map(({ place }) => place),
  );
  return cells;
}

const touched = ({ topic, holder, at }: Pick<EvidenceRow, 'topic' | 'holder' | 'at'>): Touched => ({
  topic,
  holder,
  day: dayOf(at),
});

const facetRows = ({ number, statement }: Placed): FacetRow[] => {
  const { at, ref, grade, standing } = statement;
  return facetsOf(statement).map(facet => ({ facet, statement: number, at, ref, grade, standing }));
};

const evidenceRows = ({ number, statement }: Placed): EvidenceRow[] =>
  evidenceIn(statement).map(({ figures, ...evidence }, seq) => ({
    ...evidence,
    figures: figures.length > 0 ? JSON.stringify(figures) : null,
    statement: number,
    seq,
    article: statement.article,
    start: statement.content[0]?.start ?? 0,
  }));
