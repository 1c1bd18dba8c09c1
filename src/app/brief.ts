import { type Catalog, parties } from '../core/catalog.ts';
import type { Desk, DigestRule, PlatformName, Scope } from '../core/desk.ts';
import { type Digest, digest, isQuiet } from '../core/digest.ts';
import { feedHealth } from '../core/health.ts';
import type { Message } from '../core/message.ts';
import type { Statement } from '../core/statement.ts';
import { day, type Instant, localDate, minute, nextLocal, type Period, shownTime } from '../core/time.ts';
import { digestDetail, digestMessage } from '../views/digest.ts';
import { type Place, placeOf } from './alert.ts';
import { deskNow } from './desk.ts';
import { proofOf, shiftsWith } from './evidence.ts';
import type { Delivery, Log, Mark, Store } from './ports.ts';

export interface BriefTools {
  readonly desk: Desk;
  readonly catalog: Catalog;
  readonly platforms: readonly PlatformName[];
  readonly store: Pick<
    Store,
    'articles' | 'ledger' | 'positions' | 'marks' | 'outbox' | 'feedStates' | 'settings'
  >;
  readonly log: Log;
}

/** How far a digest has come. */
interface Progress {
  /** The last statement told. */
  readonly number: number;
  /** Until when it covered. */
  readonly until: Instant | null;
  /** The local date of the last one that was posted. */
  readonly told?: string | undefined;
  /** The hours by which the next one was set. */
  readonly hours?: string;
}

const onTime = 15 * minute;
const batch = 500;

/** Promises every digest whose time has come, and sets the next time. A digest never seen before waits for its hour. */
export async function promiseDigests(tools: BriefTools, now: Instant): Promise<void> {
  const desk = await deskNow(tools);
  for (const rule of desk.digests) {
    const place = placeOf(rule, desk, tools.platforms);
    if (place) await promiseIfDue(rule, place, tools, now);
  }
}

async function promiseIfDue(rule: DigestRule, place: Place, tools: BriefTools, now: Instant): Promise<void> {
  const { marks } = tools.store;
  const mark = await marks.get(markKey(rule));
  if (!mark) return marks.put(markOf(rule, { number: 0, until: null }, now));
  if (mark.dueAt !== null && mark.dueAt <= now) return promiseDigest(rule, place, mark, tools, now);
  // The hours were changed since it was said when the next one is due.
  const progress = progressOf(mark);
  if (progress.hours !== hoursOf(rule)) await marks.put(markOf(rule, progress, now));
}

const markKey = ({ id }: DigestRule): string => `digest:${id}`;

/** One a local date; of several a day, one for each of their times. */
function digestKey({ id, at, zone }: DigestRule, dueAt: Instant): string {
  const time = at.length > 1 ? `T${shownTime(dueAt, zone)}` : '';
  return `digest:${id}:${localDate(dueAt, zone)}${time}`;
}

const markOf = (rule: DigestRule, { number, until, told }: Progress, now: Instant): Mark => ({
  key: markKey(rule),
  dueAt: nextDue(rule, told, now),
  value: JSON.stringify({ number, until, told, hours: hoursOf(rule) } satisfies Progress),
});

/** Hours that are moved to later in the day do not bring a second digest of that date. */
function nextDue({ at, weekdays, zone }: DigestRule, told: string | undefined, now: Instant): Instant {
  const next = nextLocal(at, weekdays, zone, now);
  const isTold = at.length === 1 && localDate(next, zone) === told;
  return isTold ? nextLocal(at, weekdays, zone, next) : next;
}

const progressOf = ({ value }: Mark): Progress => JSON.parse(value) as Progress;

const hoursOf = ({ at, weekdays, zone }: DigestRule): string => `${at} ${weekdays} ${zone}`;

async function promiseDigest(
  rule: DigestRule,
  place: Place,
  mark: Mark,
  tools: BriefTools,
  now: Instant,
): Promise<void> {
  const progress = progressOf(mark);
  const period = { from: progress.until ?? now - day, until: now };
  const { news, number } = await newsSince(progress.number, period, tools);
  const found = await digestOf(news, rule, period, tools);
  const dueAt = mark.dueAt ?? now;
  const key = digestKey(rule, dueAt);
  const deliveries = await deliveriesOf(found, { rule, place, key, late: now - dueAt > onTime }, tools, now);
  const told = deliveries.length > 0 ? localDate(dueAt, rule.zone) : progress.told;
  const next = markOf(rule, { number, until: now, told }, now);
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
  // What a pause held back does not come in one flood when it ends.
  if (rule.paused || (isQuiet(found) && rule.whenQuiet === 'skip')) return [];
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
