import type { Alert } from '../core/alert.ts';
import type { Catalog } from '../core/catalog.ts';
import type { AlertRule, Desk, PlatformName } from '../core/desk.ts';
import type { AlertRecipe } from '../core/recipe.ts';
import type { Statement } from '../core/statement.ts';
import { day, hour, type Instant } from '../core/time.ts';
import { alertMessage } from '../views/alert.ts';
import { outletsOf } from '../views/proof.ts';
import { proofOf, topicsOf } from './evidence.ts';
import type { Place } from './place.ts';
import type { Delivery, Log, Store } from './ports.ts';

const memory = 60 * day;

export interface AlertTools {
  readonly desk: Desk;
  readonly catalog: Catalog;
  readonly platforms: readonly PlatformName[];
  readonly store: Pick<Store, 'articles' | 'ledger' | 'positions' | 'marks' | 'outbox'>;
  readonly log: Log;
}

/** Whether a rule is to tell nobody anything for now. */
export const isSilent = ({ paused, snoozedUntil }: AlertRule, now: Instant): boolean =>
  paused || (snoozedUntil !== null && now < snoozedUntil);

/** Statements on the topics of some others, without those with these refs. */
export async function knownBeside(
  statements: readonly Statement[],
  refs: ReadonlySet<string>,
  { store }: AlertTools,
  now: Instant,
): Promise<Statement[]> {
  const topics = topicsOf(statements);
  if (topics.length === 0) return [];
  const found = await store.ledger.statements({ topics, from: now - memory, limit: 2_000 });
  return found.filter(({ ref }) => !refs.has(ref));
}

/** `full`: until when the rule tells nothing more; null where its ceiling is not reached. */
export interface Post {
  readonly place: Place;
  readonly full: Instant | null;
}

export async function deliveryOf(
  found: Alert,
  { place, full }: Post,
  tools: AlertTools,
  now: Instant,
): Promise<Delivery> {
  const { rule, utterances, shifts } = found;
  const said = utterances.flatMap(({ renderings }) => renderings);
  const proof = await proofOf(said, shifts, tools);
  const first = utterances[0]?.ref ?? shifts[0]?.after.ref;
  tools.log.info('alert promised', { rule: rule.id, utterances: utterances.length, shifts: shifts.length });
  return {
    key: `alert:${rule.id}:${first}`,
    ...place,
    message: alertMessage(found, { ...proof, desk: tools.desk, full, grownTo: null }),
    recipe: recipeOf(found, full, now),
    under: null,
    notBefore: now,
    expires: newestIn(found) + rule.maxAgeHours * hour,
  };
}

const recipeOf = (
  { rule, utterances, shifts, firsts }: Alert,
  full: Instant | null,
  now: Instant,
): AlertRecipe => {
  const said = utterances.flatMap(({ renderings }) => renderings);
  return {
    ...{ kind: 'alert', rule, firsts, full, now },
    said: said.map(({ ref }) => ref),
    moved: shifts.map(({ after }) => after.ref),
    before: shifts.map(({ before }) => before.ref),
    outlets: outletsOf(said).length,
  };
};

const newestIn = ({ utterances, shifts }: Alert): Instant =>
  Math.max(
    ...utterances.flatMap(({ renderings }) => renderings.map(({ at }) => at)),
    ...shifts.map(({ at }) => at),
  );
