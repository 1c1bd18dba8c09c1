import type { Alert } from '../core/alert.ts';
import { inOutlets } from '../core/alert.ts';
import { type Catalog, parties } from '../core/catalog.ts';
import type { Desk } from '../core/desk.ts';
import { digest } from '../core/digest.ts';
import type { Line, Message } from '../core/message.ts';
import type { Shift } from '../core/position.ts';
import { type AlertRecipe, type DigestRecipe, type Recipe, restsOn } from '../core/recipe.ts';
import type { Statement } from '../core/statement.ts';
import { utterances } from '../core/utterance.ts';
import { alertMessage } from '../views/alert.ts';
import { digestDetail, digestMessage } from '../views/digest.ts';
import { datedIn } from '../views/language.ts';
import { outletsOf } from '../views/proof.ts';
import { revisionLine, withRevisions } from '../views/revision.ts';
import { statementsIn } from './edition.ts';
import { proofOf, shiftsWith } from './evidence.ts';
import type { Store } from './ports.ts';

export interface RemakeTools {
  readonly desk: Desk;
  readonly catalog: Catalog;
  readonly store: {
    readonly articles: Pick<Store['articles'], 'get'>;
    readonly ledger: Pick<Store['ledger'], 'standingFor' | 'withRefs' | 'asRead'>;
    readonly positions: Store['positions'];
  };
}

/** A message with what became of its statements, and the messages with its detail. */
export interface Remade {
  readonly parent: Message;
  readonly details: readonly Message[];
  /** What is said of those statements that are no more as they were told, by the refs they had. */
  readonly lines: ReadonlyMap<string, Line>;
}

/** The message once more, of the same statements as they stand now. What moved is shown where it still has moved. */
export async function remade(recipe: Recipe, tools: RemakeTools): Promise<Remade> {
  const { ledger, positions } = tools.store;
  const stand = await ledger.standingFor(restsOn(recipe));
  const said = unique(recipe.said, stand);
  const moved = unique(recipe.moved, stand);
  const shifts = await shiftsWith(moved, parties(tools.catalog), positions);
  const { parent, details } =
    recipe.kind === 'alert'
      ? { parent: await alertAgain(recipe, said, shifts, tools), details: [] }
      : await digestAgain(recipe, [...new Set([...said, ...moved])], shifts, tools);
  const lines = await linesOf(recipe, stand, tools);
  return { parent: withRevisions(parent, [...lines.values()]), details, lines };
}

async function linesOf(
  recipe: Recipe,
  stand: ReadonlyMap<string, Statement>,
  { catalog, store: { ledger } }: RemakeTools,
): Promise<Map<string, Line>> {
  const refs = restsOn(recipe);
  const read = new Map((await ledger.asRead(refs)).map(each => [each.ref, each]));
  const lines = (await ledger.withRefs(refs)).map(kept => {
    const { ref } = kept;
    const now = stand.get(ref) ?? kept;
    return [ref, revisionLine({ ref, read: read.get(ref) ?? kept, now }, recipe.now, catalog)] as const;
  });
  return new Map(lines.flatMap(([ref, line]) => (line ? [[ref, line]] : [])));
}

const unique = (refs: readonly string[], stand: ReadonlyMap<string, Statement>): Statement[] => [
  ...new Map(refs.flatMap(ref => stand.get(ref) ?? []).map(each => [each.ref, each])).values(),
];

async function alertAgain(
  { rule, firsts, outlets, full }: AlertRecipe,
  said: readonly Statement[],
  shifts: readonly Shift[],
  { desk, catalog, store }: RemakeTools,
): Promise<Message> {
  const found: Alert = { rule, utterances: utterances(inOutlets(said, rule)), shifts, firsts };
  const proof = await proofOf(said, shifts, { catalog, store });
  const carriers = outletsOf(inOutlets(said, rule)).length;
  return alertMessage(found, { ...proof, desk, full, grownTo: carriers > outlets ? carriers : null });
}

async function digestAgain(
  { rule, period, late, feeds, now }: DigestRecipe,
  said: readonly Statement[],
  shifts: readonly Shift[],
  { catalog, store }: RemakeTools,
): Promise<Pick<Remade, 'parent' | 'details'>> {
  const found = digest(said, shifts, rule, period);
  const proof = await proofOf(statementsIn(found), found.shifts, { catalog, store });
  const { zone, language } = rule;
  const view = { ...proof, feeds, zone, language, now, late };
  const dated = (message: Message): Message => datedIn(message, language);
  return { parent: dated(digestMessage(found, view)), details: digestDetail(found, view).map(dated) };
}
