import { type Alert, alert } from '../core/alert.ts';
import { type Catalog, parties } from '../core/catalog.ts';
import type { AlertRule, Desk, PlatformName } from '../core/desk.ts';
import type { Statement } from '../core/statement.ts';
import { day, type Instant } from '../core/time.ts';
import { alertMessage } from '../views/alert.ts';
import { deskNow } from './desk.ts';
import { proofOf, shiftsWith, topicsOf } from './evidence.ts';
import type { Delivery, Log, Mark, Store } from './ports.ts';

export interface AlertTools {
  readonly desk: Desk;
  readonly catalog: Catalog;
  readonly platforms: readonly PlatformName[];
  readonly store: Pick<Store, 'articles' | 'ledger' | 'positions' | 'marks' | 'outbox' | 'settings'>;
  readonly log: Log;
}

const cursorKey = 'alerts';
const batch = 500;
const memory = 60 * day;

/**
 * Promises alerts for the statements recorded since the last time. The cursor moves in the transaction that writes
 * the promises: a crash in between repeats the step and promises nothing twice.
 */
export async function promiseAlerts(tools: AlertTools, now: Instant): Promise<void> {
  for (;;) {
    const value = (await tools.store.marks.get(cursorKey))?.value ?? null;
    const news = await tools.store.ledger.after(Number(value), batch);
    const last = news.at(-1);
    if (!last) return;
    const mark: Mark = { key: cursorKey, dueAt: null, value: String(last.number) };
    const deliveries = await deliveriesFor(
      news.map(({ statement }) => statement),
      tools,
      now,
    );
    await tools.store.outbox.promise(deliveries, [mark], [{ key: cursorKey, value }]);
  }
}

async function deliveriesFor(news: Statement[], tools: AlertTools, now: Instant): Promise<Delivery[]> {
  const known = await knownBefore(news, tools, now);
  const shifts = await shiftsWith(news, parties(tools.catalog), tools.store.positions);
  const promised: Delivery[] = [];
  const desk = await deskNow(tools);
  for (const rule of desk.alerts) {
    const place = placeOf(rule, desk, tools.platforms);
    const found = place && alert(rule, news, known, shifts, now);
    if (found) promised.push(await deliveryOf(found, place, { ...tools, desk }, now));
  }
  return promised;
}

/** Earlier statements on the same topics, for telling what is new from what was said before. */
async function knownBefore(
  news: readonly Statement[],
  { store }: AlertTools,
  now: Instant,
): Promise<Statement[]> {
  const topics = topicsOf(news);
  if (topics.length === 0) return [];
  const refs = new Set(news.map(({ ref }) => ref));
  const found = await store.ledger.statements({ topics, from: now - memory, limit: 2_000 });
  return found.filter(({ ref }) => !refs.has(ref));
}

async function deliveryOf(found: Alert, place: Place, tools: AlertTools, now: Instant): Promise<Delivery> {
  const { rule, utterances, shifts } = found;
  const said = utterances.flatMap(({ renderings }) => renderings);
  const proof = await proofOf(said, shifts, tools);
  const first = utterances[0]?.ref ?? shifts[0]?.after.ref;
  tools.log.info('alert promised', { rule: rule.id, utterances: utterances.length, shifts: shifts.length });
  return {
    key: `alert:${rule.id}:${first}`,
    ...place,
    message: alertMessage(found, { ...proof, desk: tools.desk }),
    under: null,
    notBefore: now,
  };
}

/** A channel of a platform that is connected. */
export type Place = Pick<Delivery, 'platform' | 'to'>;

/** Where a rule's messages go; null where its channel is switched off or its platform is not connected. */
export function placeOf(
  rule: Pick<AlertRule, 'channel'>,
  desk: Pick<Desk, 'channels'>,
  platforms: readonly PlatformName[],
): Place | null {
  const channel = desk.channels.find(({ id }) => id === rule.channel);
  if (!channel || channel.to === null || !platforms.includes(channel.platform)) return null;
  return { platform: channel.platform, to: channel.to };
}
