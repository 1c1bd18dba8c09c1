import type { Catalog } from '../core/catalog.ts';
import type { Desk, PlatformName } from '../core/desk.ts';
import { notices, type Told } from '../core/notices.ts';
import type { Instant } from '../core/time.ts';
import { noticeMessage } from '../views/notice.ts';
import { placeOf } from './place.ts';
import type { Log, Store } from './ports.ts';

export interface NoticeTools {
  readonly desk: Desk;
  readonly catalog: Catalog;
  readonly platforms: readonly PlatformName[];
  readonly store: Pick<Store, 'feedStates' | 'marks' | 'outbox'>;
  readonly log: Log;
}

const key = 'notices';

/**
 * Promises the managers a word on feeds that have failed for long, are paused, or are back: one message for all, in each
 * of the desk's channels for notices. What was told is remembered with the promise, so a restart repeats nothing.
 */
export async function promiseNotices(tools: NoticeTools, now: Instant): Promise<void> {
  const { store, catalog, desk, log } = tools;
  const states = (await store.feedStates.all()).filter(({ feed }) => catalog.feeds.has(feed));
  const value = (await store.marks.get(key))?.value ?? null;
  const found = notices(states, JSON.parse(value ?? '{}') as Told, now);
  const [first] = [...found.paused, ...found.failing, ...found.back];
  const told = JSON.stringify(found.told);
  if (!first) return;
  const places = desk.notices.flatMap(channel => placeOf({ channel }, desk, tools.platforms) ?? []);
  const message = noticeMessage(found, { catalog, zone: desk.zone, now, polled: states.length });
  const deliveries = places.map(place => ({
    key: `notice:${place.platform}:${place.to}:${first.feed}:${now}`,
    ...place,
    message,
    under: null,
    notBefore: now,
  }));
  if (await store.outbox.promise(deliveries, [{ key, dueAt: null, value: told }], [{ key, value }]))
    log.warn('feeds changed', { summary: message.summary, channels: places.length });
}
