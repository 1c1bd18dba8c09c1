import type { Away } from '../core/desk.ts';
import { UserError } from '../core/errors.ts';
import type { Instant } from '../core/time.ts';
import type { GivenUp, Waiting } from '../views/deliveries.ts';
import { awayPlaces, isPersonal, setBack } from './away.ts';
import type { Context } from './command.ts';
import type { Place } from './place.ts';
import type { OutboxRow } from './ports.ts';
import { personOf } from './settings.ts';
import { isManagedBy, isSeenBy, mostUndelivered as most } from './undelivered.ts';

/** How much is promised and not posted yet, though its time has come. */
export async function waitingNow(context: Context): Promise<Waiting> {
  const rows = await managed('waiting', context);
  const due = rows.filter(({ notBefore }) => notBefore <= context.now);
  return {
    count: due.length,
    isAll: due.length < most,
    since: due.length > 0 ? Math.min(...due.map(({ notBefore }) => notBefore)) : null,
    reason: due.find(row => row.reason !== null && !isPersonal(row))?.reason ?? null,
  };
}

/** What was given up, without what only hangs on it. Of a person’s direct messages only how many. */
export async function givenUp(context: Context): Promise<GivenUp> {
  const rows = await managed('parked', context);
  const keys = new Set(rows.map(({ key }) => key));
  const isRoot = ({ under }: OutboxRow): boolean => under === null || !keys.has(under);
  const roots = rows.filter(isRoot);
  return {
    rows: roots.filter(row => !isPersonal(row)),
    personal: roots.filter(isPersonal).length,
    below: rows.length - roots.length,
  };
}

/** What is to be tried again: one by its key, what was given up in a channel, or everything. */
export type Meant = { readonly key: string } | { readonly place: Place } | { readonly everything: true };

export interface Retried {
  /** How many messages are on their way, with what is under them. */
  readonly revived: number;
  /** How many alerts are older than their rules let an alert be. */
  readonly tooOld: number;
  /** The channels that took no messages, and are tried again. */
  readonly back: readonly Place[];
}

/**
 * Puts back to waiting what was given up, and lets the rules of its places promise again. An alert that grew too old to
 * ping stays given up. Throws a UserError where a key names nothing.
 */
export async function retryGivenUp(meant: Meant, context: Context): Promise<Retried> {
  const { outbox, now, log } = context;
  const rows = (await managed('parked', context)).filter(row => isMeant(row, meant));
  const off = (await awayPlaces(context.marks, now)).filter(isManagedBy(context));
  const away = off.filter(place => isMeant({ key: '', ...place }, meant));
  if ('key' in meant && rows.length === 0) throw unknownKey(meant.key);
  if (rows.length + away.length === 0) return { revived: 0, tooOld: 0, back: [] };
  const [old, fresh] = [rows.filter(row => isOld(row, now)), rows.filter(row => !isOld(row, now))];
  const back = await allBack([...rows, ...away], context);
  const revived = await outbox.revive(
    fresh.map(({ key }) => key),
    now,
  );
  log.info('deliveries retried', { by: personOf(context), revived, tooOld: old.length, ...flat(meant) });
  return { revived, tooOld: old.length, back };
}

const isOld = ({ expires }: OutboxRow, now: Instant): boolean => expires !== undefined && expires <= now;

function isMeant({ key, platform, to }: Place & Pick<OutboxRow, 'key'>, meant: Meant): boolean {
  if ('everything' in meant) return true;
  return 'key' in meant ? key === meant.key : platform === meant.place.platform && to === meant.place.to;
}

const flat = (meant: Meant): Readonly<Record<string, string>> => {
  if ('key' in meant) return { key: meant.key };
  return 'place' in meant ? { platform: meant.place.platform, channel: meant.place.to } : {};
};

const unknownKey = (key: string): UserError =>
  new UserError(`Nothing was given up under “${key.slice(0, 80)}”. /deliveries list shows what was.`);

async function allBack(places: readonly Place[], context: Context): Promise<Place[]> {
  const back = new Map<string, Place>();
  for (const { platform, to } of places) {
    if (await setBack({ platform, to }, context)) back.set(`${platform} ${to}`, { platform, to });
  }
  return [...back.values()].filter(place => !isPersonal(place));
}

/** The places that take no messages, as far as who asks may know of them. */
export const awaySeen = async (context: Context): Promise<Away[]> =>
  (await awayPlaces(context.marks, context.now)).filter(each => !isPersonal(each) && isSeenBy(context)(each));

const managed = async (state: 'waiting' | 'parked', context: Context): Promise<OutboxRow[]> =>
  (await context.outbox.rows(state, most)).filter(isManagedBy(context));
