import type { Away, Channel, Desk, PlatformName } from '../core/desk.ts';
import type { Instant } from '../core/time.ts';
import { awayMessage } from '../views/notice.ts';
import type { Context } from './command.ts';
import { everyPlatform, type Place, placeIn, placeOf } from './place.ts';
import type { Log, Mark, Marks, Outbox, Store } from './ports.ts';

interface Kept extends Omit<Away, 'since'> {
  /** Whether the managers were told. */
  readonly told: boolean;
}

interface Stored {
  readonly marks: Pick<Marks, 'get'>;
  readonly outbox: Pick<Outbox, 'promise'>;
}

const prefix = 'away:';

const keyOf = ({ platform, to }: Place): string => `${prefix}${platform}:${to}`;

/** It is away as long as its mark says since when. */
const markOf = (since: Instant, kept: Kept): Mark => ({
  key: keyOf(kept),
  dueAt: since,
  value: JSON.stringify(kept),
});

const keptIn = ({ value }: Mark): Kept => JSON.parse(value) as Kept;

/** Remembers that a place takes no messages. Where that is known, the first time and reason stay. */
export async function setAway(
  { platform, to }: Place,
  reason: string,
  store: Stored,
  now: Instant,
): Promise<void> {
  const place = { platform, to };
  const mark = await store.marks.get(keyOf(place));
  if (mark && mark.dueAt !== null) return;
  const seen = { key: keyOf(place), value: mark?.value ?? null };
  await store.outbox.promise([], [markOf(now, { ...place, reason, told: false })], [seen]);
}

/** A place takes messages again: what its rules are to tell is promised from now on. False where it was not away. */
export async function setBack(place: Place, store: Stored): Promise<boolean> {
  const mark = await store.marks.get(keyOf(place));
  if (!mark || mark.dueAt === null) return false;
  return store.outbox.promise([], [{ ...mark, dueAt: null }], [mark]);
}

const most = 1_000;

/**
 * A place takes messages again without anybody having asked for what was given up there: its digests that were refused
 * for the reason it was away for are posted after all, so that the one that comes late leaves no gap behind it.
 */
export async function comeBack(
  place: Place,
  store: Stored & { readonly outbox: Pick<Outbox, 'rows' | 'revive'> },
  now: Instant,
): Promise<boolean> {
  const mark = await store.marks.get(keyOf(place));
  if (!mark || !(await setBack(place, store))) return false;
  const { platform, to, reason } = keptIn(mark);
  const refused = (await store.outbox.rows('parked', most)).filter(
    row => row.key.startsWith('digest:') && row.platform === platform && row.to === to,
  );
  const keys = refused.filter(row => row.reason === reason).map(({ key }) => key);
  await store.outbox.revive(keys, now);
  return true;
}

/** Who sets or resumes a rule has put right what kept its place from taking messages, or learns it at the next one. */
export async function tryAgain(
  rule: { readonly channel: string },
  { desk, marks, outbox, now }: Pick<Context, 'desk' | 'marks' | 'outbox' | 'now'>,
): Promise<void> {
  const place = placeOf(rule, desk, everyPlatform);
  if (place) await comeBack(place, { marks, outbox }, now);
}

export async function awayPlaces(marks: Pick<Marks, 'due'>, now: Instant): Promise<Away[]> {
  const found = await marks.due(prefix, now);
  return found.map(mark => ({ ...keptIn(mark), since: mark.dueAt ?? now }));
}

/** Whether a channel's place is away; null where it is not. */
export async function awayFrom(channel: Channel | null, marks: Pick<Marks, 'get'>): Promise<Away | null> {
  const place = channel && placeIn(channel);
  if (!place) return null;
  const mark = await marks.get(keyOf(place));
  return mark && mark.dueAt !== null ? { ...keptIn(mark), since: mark.dueAt } : null;
}

/** The desk without the places that are away: their channels are off, and their rules promise nothing. */
export function reached(desk: Desk, away: readonly Place[]): Desk {
  if (away.length === 0) return desk;
  const keys = new Set(away.map(keyOf));
  const isAway = (place: Place | null): boolean => place !== null && keys.has(keyOf(place));
  const channels = desk.channels.map(each => (isAway(placeIn(each)) ? { ...each, to: null } : each));
  return { ...desk, channels };
}

/** Whether a place is a person's direct messages: of these nobody else is told. */
export const isPersonal = ({ platform, to }: Place): boolean =>
  platform !== 'terminal' && /^(?:T\w+\/)?(?:user:|[UW])/.test(to);

interface NoticeTools {
  /** Without the places that are away. */
  readonly desk: Desk;
  readonly platforms: readonly PlatformName[];
  readonly store: { readonly marks: Pick<Marks, 'due'>; readonly outbox: Pick<Store['outbox'], 'promise'> };
  readonly log: Log;
}

/**
 * Promises the managers one word on the places that went away, in each of the desk's channels for notices that can be
 * reached; where there is none, as soon as there is.
 */
export async function promiseAwayNotice(
  { desk, platforms, store, log }: NoticeTools,
  now: Instant,
): Promise<void> {
  const marks = (await store.marks.due(prefix, now)).filter(mark => isUntold(keptIn(mark)));
  const places = desk.notices.flatMap(channel => placeOf({ channel }, desk, platforms) ?? []);
  const [first] = marks;
  if (!first || places.length === 0) return;
  const away = marks.map(mark => ({ ...keptIn(mark), since: mark.dueAt ?? now }));
  const message = awayMessage(away, desk.zone);
  const deliveries = places.map(place => ({
    key: `notice:${place.platform}:${place.to}:${first.key}:${first.dueAt}`,
    ...{ ...place, message, under: null, notBefore: now },
  }));
  const told = away.map(({ since, ...kept }) => markOf(since, { ...kept, told: true }));
  if (await store.outbox.promise(deliveries, told, marks))
    log.warn('channels take no messages', { channels: away.map(({ to }) => to).join(' ') });
}

const isUntold = (kept: Kept): boolean => !kept.told && !isPersonal(kept);
