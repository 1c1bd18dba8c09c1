import { DeliveryError } from '../core/errors.ts';
import { isProven } from '../core/excerpt.ts';
import { excerptsIn, type Message } from '../core/message.ts';
import { type Instant, minute } from '../core/time.ts';
import { comeBack, setAway } from './away.ts';
import type { Articles, Claimed, Log, Platform, Store } from './ports.ts';

export interface DeliverTools {
  readonly platforms: readonly Platform[];
  readonly store: Pick<Store, 'articles' | 'marks' | 'outbox'>;
  readonly now: () => Instant;
  readonly log: Log;
}

/** However long a platform was away, what waits follows within this when it is back. */
const longestWait = 5 * minute;

/** Posts one delivery and settles its row. Gives the failure of one that was put off or given up. */
export async function deliver(
  delivery: Claimed,
  platform: Platform,
  tools: DeliverTools,
): Promise<DeliveryError | null> {
  const { store, log, now } = tools;
  try {
    refuseLate(delivery, now());
    await proveWords(delivery.message, store.articles);
    const receipt = await platform.post(delivery);
    await store.outbox.sent(delivery.key, receipt, now());
    if (await comeBack(delivery, store, now())) log.info('channel is back', { channel: delivery.to });
    log.info('delivered', { key: delivery.key, platform: platform.name, attempts: delivery.attempts + 1 });
    return null;
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    await putOff(delivery, error, tools);
    return error;
  }
}

/** Nobody is pinged for what is old, however long the platform was away. */
function refuseLate({ expires }: Claimed, now: Instant): void {
  if (expires === undefined || now < expires) return;
  throw new DeliveryError('it could not be posted before it grew too old: the next briefing has it', {
    permanent: true,
  });
}

async function putOff(
  delivery: Claimed,
  error: DeliveryError,
  { store, log, now }: DeliverTools,
): Promise<void> {
  const { key } = delivery;
  if (error.place === 'gone') await setAway(delivery, error.message, store, now());
  if (error.permanent) {
    await store.outbox.park(key, error.message);
    log.warn('delivery parked', { key, reason: error.message });
    return;
  }
  const wait = error.retryAfter ?? Math.min(2 ** Math.min(delivery.attempts, 12) * 1_000, longestWait);
  await store.outbox.retry(key, now() + wait, error.message);
  log.warn('delivery put off', { key, reason: error.message, wait });
}

/** Checks every quotation of a message against its snapshot, and the snapshot against its hash. Rejects with a permanent DeliveryError. */
export async function proveWords(message: Message, articles: Pick<Articles, 'intact'>): Promise<void> {
  const words = excerptsIn(message);
  const held = await articles.intact([...new Set(words.map(({ article }) => article))]);
  for (const excerpt of words) {
    const article = held.get(excerpt.article);
    if (article && isProven(excerpt, article)) continue;
    const place = `article ${excerpt.article}, ${excerpt.start}–${excerpt.end}`;
    throw new DeliveryError(`a quotation is not what its snapshot holds (${place}): nothing was sent`, {
      permanent: true,
    });
  }
}
