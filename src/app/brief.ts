import { type Catalog, parties } from '../core/catalog.ts';
import type { Desk, DigestRule, PlatformName, Scope } from '../core/desk.ts';
import { type Digest, digest, isQuiet } from '../core/digest.ts';
import { feedHealth } from '../core/health.ts';
import type { Message } from '../core/message.ts';
import type { Statement } from '../core/statement.ts';
import { day, type Instant, localDate, minute, nextLocal, type Period } from '../core/time.ts';
import { digestDetail, digestMessage } from '../views/digest.ts';
import { type Place, placeOf } from './alert.ts';
import { proofOf, shiftsWith } from './evidence.ts';
import type { Delivery, Log, Mark, Store } from './ports.ts';

export interface BriefTools {
  readonly desk: Desk;
  readonly catalog: Catalog;
  readonly platforms: readonly PlatformName[];
  readonly store: Pick<Store, 'articles' | 'ledger' | 'positions' | 'marks' | 'outbox' | 'feedStates'>;
  readonly log: Log;
}

/** How far a digest has come: the last statement told, and until when it covered. */
interface Progress {
  readonly number: number;
  readonly until: Instant | null;
}

const onTime = 15 * minute;
const batch = 500;

/** Promises every digest whose time has come, and sets the next time. A digest never seen before waits for its hour. */
export async function promiseDigests(tools: BriefTools, now: Instant): Promise<void> {
  for (const rule of tools.desk.digests) {
    const place = placeOf(rule, tools);
    if (!place) continue;
    const mark = await tools.store.marks.get(markKey(rule));
    if (!mark) await tools.store.marks.put(markOf(rule, { number: 0, until: null }, now));
    else if (mark.dueAt !== null && mark.dueAt <= now) await promiseDigest(rule, place, mark, tools, now);
  }
}

const markKey = ({ id }: DigestRule): string => `digest:${id}`;

const markOf = (rule: DigestRule, progress: Progress, now: Instant): Mark => ({
  key: markKey(rule),
  dueAt: nextLocal(rule.at, rule.weekdays, rule.zone, now),
  value: JSON.stringify(progress),
});

async function promiseDigest(
  rule: DigestRule,
  place: Place,
  mark: Mark,
  tools: BriefTools,
  now: Instant,
): Promise<void> {
  const progress = JSON.parse(mark.value) as Progress;
  const period = { from: progress.until ?? now - day, until: now };
  const { news, number } = await newsSince(progress.number, period, tools);
  const found = await digestOf(news, rule, period, tools);
  const dueAt = mark.dueAt ?? now;
  const key = `digest:${rule.id}:${localDate(dueAt, rule.zone)}`;
  const deliveries = await deliveriesOf(found, { rule, place, key, late: now - dueAt > onTime }, tools, now);
  const next = markOf(rule, { number, until: now }, now);
  if (!(await tools.store.outbox.promise(deliveries, [next], [mark]))) return;
  tools.log.info('digest promised', { digest: rule.id, key, topics: found.topics.length });
}

/**
 * Statements recorded since the last digest. What was published long before (the archive of a feed that was just
 * added) belongs to no digest; a day of grace takes in what arrived late.
 */
async function newsSince(
  cursor: number,
  { from }: Period,
  { store }: BriefTools,
): Promise<{ news: Statement[]; number: number }> {
  const oldest = cursor === 0 ? from : from - day;
  const news: Statement[] = [];
  let number = cursor;
  for (;;) {
    const rows = await store.ledger.after(number, batch);
    news.push(...rows.map(({ statement }) => statement).filter(({ at }) => at >= oldest));
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

async function deliveriesOf(
  found: Digest,
  { rule, place, key, late }: { rule: DigestRule; place: Place; key: string; late: boolean },
  tools: BriefTools,
  now: Instant,
): Promise<Delivery[]> {
  if (isQuiet(found) && rule.whenQuiet === 'skip') return [];
  const views = {
    ...(await proofOf(statementsIn(found), found.shifts, tools)),
    feeds: feedHealth(await tools.store.feedStates.all(), tools.catalog),
    zone: rule.zone,
    now,
    late,
  };
  const post = (message: Message, part: string, under: string | null): Delivery => ({
    key: part ? `${key}:${part}` : key,
    ...place,
    message,
    under,
    notBefore: now,
  });
  const details = digestDetail(found, views).map((message, i) => post(message, String(i + 1), key));
  return [post(digestMessage(found, views), '', null), ...details];
}

/** Every statement a digest may show beside those of its shifts. */
export const statementsIn = ({ topics, reported }: Digest): Statement[] =>
  [...topics.flatMap(({ utterances }) => utterances), ...reported].flatMap(({ renderings }) => renderings);
