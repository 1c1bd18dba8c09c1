import { CamelCasePlugin, type Dialect, Kysely, type Transaction } from 'kysely';
import type { Change, DeliveryState, Installation, Mark } from '../app/ports.ts';
import type { ActorId } from '../core/actor.ts';
import type { Article, ArticleId } from '../core/article.ts';
import type { PlatformName } from '../core/desk.ts';
import type { Evidence } from '../core/evidence.ts';
import type { FeedState, PollRecord } from '../core/feed.ts';
import type { Setting } from '../core/setting.ts';
import type { Grade, Standing } from '../core/statement.ts';
import type { Instant } from '../core/time.ts';
import type { TopicId } from '../core/topic.ts';
import { StorableValues } from './storable.ts';

/** The rows of both engines. Columns are written in snake_case in SQL; bodies, messages and receipts are JSON. */
export interface Tables {
  migrations: { number: number };
  counters: { name: Counter; value: number };
  snapshots: { sha256: string; text: string };
  articles: ArticleRow;
  articleKeys: { key: string; article: ArticleId };
  articleSketches: { mark: number; at: Instant; article: ArticleId };
  statements: StatementRow;
  statementFacets: FacetRow;
  evidence: EvidenceRow;
  cells: Cell;
  positions: Cell & { day: number; body: string };
  /** `unit` is that of the figure that changed; null where the class did. */
  shifts: Cell & { day: number; seq: number; at: Instant; unit: string | null; body: string };
  corrections: CorrectionTable;
  derivation: { version: number; through: number };
  feedStates: FeedState;
  polls: PollRecord & { feed: string };
  marks: Mark;
  changes: { number: number; ref: string };
  outbox: OutboxTable;
  outboxRefs: { ref: string; key: string };
  settings: SettingRow;
  installations: InstallationRow;
}

type Counter = 'articles' | 'statements' | 'outbox' | 'settings' | 'corrections' | 'fallen' | 'changes';

export interface ArticleRow extends Omit<Article, 'quiet' | 'snapshot' | 'edit'> {
  readonly number: number;
  /** The first version, and the number of this one; null and 1 on the first. */
  readonly editOf: ArticleId | null;
  readonly version: number;
  /** On the first version: how many there are, and how the item last looked in its feed. */
  readonly versions: number;
  readonly look: string | null;
  readonly lookAt: Instant | null;
  readonly quiet: 0 | 1;
  readonly sha256: string;
  readonly isRead: 0 | 1;
  readonly note: string | null;
}

export interface StatementRow {
  readonly number: number;
  readonly ref: string;
  readonly article: ArticleId;
  readonly outlet: string;
  readonly at: Instant;
  /** The statement as it was found, as JSON. */
  readonly body: string;
  /** As it now stands; null where that is as it was found. */
  readonly current: string | null;
  /** CRC-32 of what stands. */
  readonly seal: number | null;
  readonly standing: Standing;
  /** 1 where a later reading or version of the article does without it. */
  readonly isGone: 0 | 1;
  /** The number of the first reading of the same words; null where this is the first. */
  readonly origin: number | null;
  /** Its place in the order of time: what the search index knows it by. */
  readonly place: number | null;
}

/**
 * What a statement is looked for by: `topic nato-accession`, `party russia`, `speaker putin`. Its place in time is repeated
 * beside it, so that one index finds the newest, and what else a query asks of them.
 */
export interface FacetRow {
  readonly facet: string;
  readonly statement: number;
  readonly at: Instant;
  readonly ref: string;
  readonly grade: Grade;
  readonly standing: Standing;
}

/** A topic and who holds a position on it. */
export interface Cell {
  readonly topic: TopicId;
  readonly holder: ActorId;
}

export interface EvidenceRow extends Omit<Evidence, 'figures'> {
  readonly statement: number;
  /** Which of the statement's pieces of evidence. */
  readonly seq: number;
  readonly article: ArticleId;
  /** Where its content begins. */
  readonly start: number;
  /** JSON; null where there are none. */
  readonly figures: string | null;
}

export interface CorrectionTable {
  readonly number: number;
  /** The number of the first reading of the statement. */
  readonly origin: number;
  readonly ref: string;
  readonly article: ArticleId;
  readonly sha256: string;
  readonly at: Instant;
  readonly content: string;
  readonly correction: string;
}

/** `value` is JSON. */
export interface SettingRow extends Pick<Setting, 'kind' | 'id' | 'by' | 'at'> {
  readonly number: number;
  readonly value: string | null;
}

export interface InstallationRow extends Omit<Installation, 'isHome'> {
  readonly isHome: 0 | 1;
}

export interface OutboxTable {
  readonly number: number;
  readonly key: string;
  readonly platform: PlatformName;
  readonly to: string;
  readonly under: string | null;
  /** Key of what it changes, and how; null where it is a message of its own. */
  readonly target: string | null;
  readonly how: Change['how'] | null;
  /** Platform, channel and thread in one: deliveries of one place keep their order. So do changes of one message. */
  readonly place: string;
  readonly message: string;
  readonly recipe: string | null;
  readonly notBefore: Instant;
  readonly expires: Instant | null;
  /** When it is to be tried: `notBefore`, or later after a failure. */
  readonly dueAt: Instant;
  /** The end of the lease; 0 where nobody ever held it. */
  readonly heldUntil: Instant;
  readonly attempts: number;
  readonly state: DeliveryState;
  readonly reason: string | null;
  readonly receipt: string | null;
  readonly sentAt: Instant | null;
}

export type Db = Kysely<Tables>;
export type Engine = 'sqlite' | 'postgres';

export const tablesOn = (dialect: Dialect): Db =>
  new Kysely<Tables>({ dialect, plugins: [new StorableValues(), new CamelCasePlugin()] });

/**
 * Reserves `count` numbers and returns the one before the first of them. Until the transaction ends, others who want
 * numbers of this counter wait: so numbers become visible in their order, and a cursor over them misses nothing.
 */
export async function reserve(trx: Transaction<Tables>, counter: Counter, count: number): Promise<number> {
  const { value } = await trx
    .updateTable('counters')
    .set(eb => ({ value: eb('value', '+', count) }))
    .where('name', '=', counter)
    .returning('value')
    .executeTakeFirstOrThrow();
  return value - count;
}

/** Both engines limit the parameters of one query (SQLite to 32,766). An empty list gives no chunk. */
export function* chunks<T>(list: readonly T[], size = 500): Generator<T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

/** The bounds of a range that holds every text that begins with `prefix`: both engines compare code points. */
export const beginning = (prefix: string): { from: string; until: string } => ({
  from: prefix,
  until: `${prefix}\u{10FFFF}`,
});
