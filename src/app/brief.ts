import type { Catalog } from '../core/catalog.ts';
import type { Desk, DigestRule, PlatformName } from '../core/desk.ts';
import type { FeedState } from '../core/feed.ts';
import { day, type Instant, instantOf, localDate, minute, nextLocal, shownTime } from '../core/time.ts';
import { deliveriesOf, type Edition, type EditionTools, editionOf, type Progress } from './edition.ts';
import { type Place, placeOf } from './place.ts';
import type { Log, Mark, Marks, Outbox, Store } from './ports.ts';

export interface BriefTools {
  readonly desk: Desk;
  readonly catalog: Catalog;
  readonly platforms: readonly PlatformName[];
  readonly store: Pick<Store, 'articles' | 'ledger' | 'positions' | 'marks' | 'outbox' | 'feedStates'>;
  readonly log: Log;
}

const onTime = 15 * minute;

/** Promises every digest whose time has come, and sets the next time. A digest never seen before waits for its hour. */
export async function promiseDigests(tools: BriefTools, now: Instant): Promise<void> {
  const { desk, platforms } = tools;
  for (const rule of desk.digests) {
    const place = placeOf(rule, desk, platforms);
    if (place) await promiseIfDue(rule, place, tools, now);
  }
}

async function promiseIfDue(rule: DigestRule, place: Place, tools: BriefTools, now: Instant): Promise<void> {
  const { marks } = tools.store;
  const mark = await marks.get(markKey(rule));
  if (!mark) return marks.put(markOf(rule, { number: 0, until: null }, now));
  const progress = progressOf(mark);
  const isChanged = progress.hours !== hoursOf(rule);
  const dueAt = isChanged ? dueAnew(rule, progress, mark, now) : (mark.dueAt ?? now);
  if (dueAt <= now) return promiseWhenRead({ rule, place, mark, dueAt }, tools, now);
  if (isChanged) await marks.put(markOf(rule, progress, now));
}

/** A rule whose digest is due by its hours, with its mark as it was read. */
interface Due {
  readonly rule: DigestRule;
  readonly place: Place;
  readonly mark: Mark;
  readonly dueAt: Instant;
}

/** How long a late digest waits for what was published while nothing ran. */
const patience = 5 * minute;

/** A digest that comes late anyway waits until the feeds were polled and read, so that it tells what it is late with. */
async function promiseWhenRead(
  { rule, place, mark, dueAt }: Due,
  tools: BriefTools,
  now: Instant,
): Promise<void> {
  const progress = progressOf(mark);
  const isLate = now - dueAt > onTime;
  const isWaiting = isLate && now - (progress.awaited ?? now) < patience && (await isBehind(tools, now));
  if (!isWaiting) return promiseDigest({ rule, place, mark, dueAt }, tools, now);
  const value = JSON.stringify({ ...progress, awaited: progress.awaited ?? now } satisfies Progress);
  if (value !== mark.value) await tools.store.marks.put({ ...mark, value });
}

/** Whether a feed missed its poll, or what came was not read yet. */
async function isBehind({ store, catalog }: BriefTools, now: Instant): Promise<boolean> {
  const states = await store.feedStates.all();
  const isMissed = ({ feed, nextAt }: FeedState): boolean => catalog.feeds.has(feed) && now - nextAt > onTime;
  return states.some(isMissed) || (await store.articles.unread(1)).length > 0;
}

/** By hours that were changed since it was said when the next one is due. Of a missed one they say when it was due. */
function dueAnew(rule: DigestRule, { told }: Progress, { dueAt }: Mark, now: Instant): Instant {
  if (dueAt === null || dueAt > now) return nextDue(rule, told, now);
  return nextDue(rule, told, instantOf(localDate(dueAt, rule.zone), '00:00', rule.zone) - 1);
}

const markKey = ({ id }: DigestRule): string => `digest:${id}`;

/** What stands for a digest where it may be told once: its local date; of several a day, with its time. */
function slotOf({ at, zone }: DigestRule, dueAt: Instant): string {
  const time = at.length > 1 ? `T${shownTime(dueAt, zone)}` : '';
  return `${localDate(dueAt, zone)}${time}`;
}

const markOf = (rule: DigestRule, { number, until, told }: Progress, now: Instant): Mark => ({
  key: markKey(rule),
  dueAt: nextDue(rule, told, now),
  value: JSON.stringify({ number, until, told, hours: hoursOf(rule) } satisfies Progress),
});

/**
 * The first after `now` that is later than the one told: neither hours moved to later in the day nor a clock that was
 * set back bring a second digest of a date.
 */
function nextDue(rule: DigestRule, told: string | undefined, now: Instant): Instant {
  let next = slotAfter(rule, now);
  while (told !== undefined && slotOf(rule, next) <= told) next = slotAfter(rule, next);
  return next;
}

const slotAfter = ({ at, weekdays, zone }: DigestRule, after: Instant): Instant =>
  nextLocal(at, weekdays, zone, after);

/** The last that is due by now of those missed since `dueAt`: one digest stands for them all. */
function lastMissed(rule: DigestRule, dueAt: Instant, now: Instant): Instant {
  let last = dueAt;
  // There is one in every week.
  let next = slotAfter(rule, Math.max(dueAt, now - 8 * day));
  for (; next <= now; next = slotAfter(rule, next)) last = next;
  return last;
}

const progressOf = ({ value }: Mark): Progress => JSON.parse(value) as Progress;

const hoursOf = ({ at, weekdays, zone }: DigestRule): string => `${at} ${weekdays} ${zone}`;

async function promiseDigest(
  { rule, place, mark, dueAt }: Due,
  tools: BriefTools,
  now: Instant,
): Promise<void> {
  const edition = await editionOf(rule, progressOf(mark), tools, now);
  const slot = slotOf(rule, lastMissed(rule, dueAt, now));
  const key = `${markKey(rule)}:${slot}`;
  const deliveries = await deliveriesOf(edition, { rule, place, key, late: now - dueAt > onTime }, tools);
  const told = deliveries.length > 0 ? slot : progressOf(mark).told;
  const next = markOf(rule, { number: edition.number, until: now, told }, now);
  if (!(await tools.store.outbox.promise(deliveries, [next], [mark]))) return;
  tools.log.info('digest promised', { digest: rule.id, key, topics: edition.digest.topics.length });
}

/** The next digest as it would be now. Moves nothing. */
export async function editionAhead(rule: DigestRule, tools: EditionTools, now: Instant): Promise<Edition> {
  const mark = await tools.store.marks.get(markKey(rule));
  return editionOf(rule, mark ? progressOf(mark) : { number: 0, until: null }, tools, now);
}

/**
 * Promises the next digest at once, whatever its hour. What it tells is told: the one of the hour goes on from there.
 * False where another process was quicker; then nothing is promised.
 */
export async function promiseEarly(
  rule: DigestRule,
  place: Place,
  tools: EditionTools & { readonly store: { readonly outbox: Pick<Outbox, 'promise'> } },
  now: Instant,
): Promise<boolean> {
  const mark = await tools.store.marks.get(markKey(rule));
  const progress = mark ? progressOf(mark) : { number: 0, until: null };
  const edition = await editionOf(rule, progress, tools, now);
  const asked = { ...rule, paused: false, whenQuiet: 'line' } as const;
  const key = `digest:${rule.id}:${now}`;
  const deliveries = await deliveriesOf(edition, { rule: asked, place, key, late: false }, tools);
  const next = markOf(rule, { ...progress, number: edition.number, until: now }, now);
  return tools.store.outbox.promise(deliveries, [next], [mark ?? { key: markKey(rule), value: null }]);
}

/** When the next one is due; null where it was never seen by the clock yet. */
export const nextDigest = async (rule: DigestRule, marks: Pick<Marks, 'get'>): Promise<Instant | null> =>
  (await marks.get(markKey(rule)))?.dueAt ?? null;
