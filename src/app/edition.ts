import { type Catalog, parties } from '../core/catalog.ts';
import type { DigestRule, Scope } from '../core/desk.ts';
import { type Digest, digest, isQuiet } from '../core/digest.ts';
import { type FeedHealth, feedHealth } from '../core/health.ts';
import type { Message } from '../core/message.ts';
import type { DigestRecipe } from '../core/recipe.ts';
import type { Statement } from '../core/statement.ts';
import { day, type Instant, localDate, type Period, weekdayOf } from '../core/time.ts';
import { bestRendering } from '../core/utterance.ts';
import { digestDetail, digestMessage, shownUtterances } from '../views/digest.ts';
import { datedIn } from '../views/language.ts';
import { proofOf, shiftsWith } from './evidence.ts';
import type { Place } from './place.ts';
import type { Delivery, Marks, Store } from './ports.ts';

/** What it takes to make a digest, without promising it. */
export interface EditionTools {
  readonly catalog: Catalog;
  readonly store: {
    readonly articles: Pick<Store['articles'], 'get'>;
    readonly ledger: Pick<Store['ledger'], 'after' | 'withRefs'>;
    readonly positions: Store['positions'];
    readonly marks: Pick<Marks, 'get'>;
    readonly feedStates: Pick<Store['feedStates'], 'all'>;
  };
}

/** How far a digest has come. */
export interface Progress {
  /** The last statement told. */
  readonly number: number;
  /** Until when it covered. */
  readonly until: Instant | null;
  /** The local date of the last one that was posted; of several a day, with its time: `2025-11-28T07:30`. */
  readonly told?: string | undefined;
  /** The hours by which the next one was set. */
  readonly hours?: string;
  /** Since when a late one waits for what was published meanwhile. */
  readonly awaited?: Instant;
}

const batch = 500;

/** A digest that could be posted now, and the last statement it takes in. */
export interface Edition {
  readonly digest: Digest;
  readonly number: number;
  readonly now: Instant;
}

/** What is new for a rule since it was last told. */
export async function editionOf(
  rule: DigestRule,
  progress: Progress,
  tools: EditionTools,
  now: Instant,
): Promise<Edition> {
  const { until } = progress;
  // A clock that was set back since then cannot say from when on it has to cover.
  const from = until !== null && until < now ? until : now - usualSpan(rule, now);
  const period = { from, until: now };
  const oldest = until === null ? period.from : period.from - day;
  const { news, number } = await newsSince(progress.number, oldest, tools);
  return { digest: await digestOf(news, rule, period, tools), number, now };
}

/** How far back a first one goes: to the day of the week on which one before it would have come. */
function usualSpan({ weekdays, zone }: DigestRule, now: Instant): number {
  const today = weekdayOf(localDate(now, zone));
  const back = [1, 2, 3, 4, 5, 6, 7].find(days => weekdays.includes((today - days + 7) % 7)) ?? 1;
  return back * day;
}

/**
 * Statements recorded since the last digest. What was published long before (the archive of a feed that was just
 * added) belongs to no digest; a day of grace takes in what arrived late.
 */
async function newsSince(
  cursor: number,
  oldest: Instant,
  { store }: EditionTools,
): Promise<{ news: Statement[]; number: number }> {
  const news: Statement[] = [];
  let number = cursor;
  for (;;) {
    const rows = await store.ledger.after(number, batch, oldest);
    news.push(...rows.map(({ statement }) => statement));
    number = rows.at(-1)?.number ?? number;
    if (rows.length < batch) return { news, number };
  }
}

/** A digest of these statements, with what moved by them. */
export async function digestOf(
  news: readonly Statement[],
  scope: Scope,
  period: Period,
  { catalog, store }: { catalog: Catalog; store: Pick<Store, 'positions'> },
): Promise<Digest> {
  const shifts = await shiftsWith(news, parties(catalog), store.positions);
  return digest(news, shifts, scope, period);
}

/** The promises that post an edition in a place; none where the rule is paused, or silent on a quiet day. */
export async function deliveriesOf(
  edition: Edition,
  { rule, place, key, late }: { rule: DigestRule; place: Place; key: string; late: boolean },
  tools: EditionTools,
): Promise<Delivery[]> {
  // What a pause held back does not come in one flood when it ends.
  if (rule.paused || (isQuiet(edition.digest) && rule.whenQuiet === 'skip')) return [];
  const { parent, details, feeds } = await editionMessages(edition, { rule, late }, tools);
  const post = (key: string, message: Message, under: string | null): Delivery => ({
    ...{ key, ...place, under, notBefore: edition.now },
    message: rule.silent ? { ...message, silent: true } : message,
  });
  const parts = details.map((message, i) => post(`${key}:${i + 1}`, message, key));
  const recipe = recipeOf(edition, { rule, late, feeds, details: parts.map(part => part.key) });
  return [{ ...post(key, parent, null), recipe }, ...parts];
}

function recipeOf(
  { digest: found, now }: Edition,
  { rule, ...made }: Pick<DigestRecipe, 'rule' | 'late' | 'feeds' | 'details'>,
): DigestRecipe {
  const said = [...found.topics.flatMap(({ utterances }) => utterances), ...found.reported];
  return {
    ...{ kind: 'digest', period: found.period, now, ...made },
    rule: scopeOf(rule),
    said: said.flatMap(({ renderings }) => renderings.map(({ ref }) => ref)),
    moved: found.shifts.map(({ after }) => after.ref),
    before: found.shifts.map(({ before }) => before.ref),
  };
}

const scopeOf = ({ topics, parties, zone, language }: DigestRecipe['rule']): DigestRecipe['rule'] => ({
  ...{ topics, parties, zone },
  ...(language ? { language } : {}),
});

/** The short message, and the detail that goes into its thread. */
export async function editionMessages(
  { digest: found, now }: Edition,
  { rule: { zone, language }, late }: { readonly rule: DigestRule; readonly late: boolean },
  { catalog, store }: EditionTools,
): Promise<{ parent: Message; details: Message[]; feeds: FeedHealth }> {
  const feeds = feedHealth(await store.feedStates.all(), catalog);
  const views = {
    ...(await proofOf(statementsIn(found), found.shifts, { catalog, store })),
    ...{ feeds, zone, language, now, late },
  };
  return {
    parent: datedIn(digestMessage(found, views), language),
    details: digestDetail(found, views).map(each => datedIn(each, language)),
    feeds,
  };
}

/** Every statement that a digest shows with its words, beside those of its shifts. */
export const statementsIn = ({ topics, reported }: Digest): Statement[] =>
  [...topics.map(({ utterances }) => utterances), reported].flatMap(utterances =>
    utterances.slice(0, shownUtterances).map(bestRendering),
  );
