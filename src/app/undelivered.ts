import { channelsSeen } from './alerts.ts';
import { isPersonal } from './away.ts';
import type { Context } from './command.ts';
import { type Place, placeOf } from './place.ts';
import type { Installation, OutboxRow } from './ports.ts';

/** More than this is not counted. */
export const mostUndelivered = 1_000;

/**
 * Whether who asks may know of what goes to a place: nothing of other spaces, nothing of anybody else's direct messages.
 * The terminal is the operator's.
 */
export const isSeenBy = (context: Context): ((place: Place) => boolean) => {
  const isManaged = isManagedBy(context);
  if (context.platform === 'terminal') return isManaged;
  return place => isOwn(place, context) || (isManaged(place) && !isPersonal(place));
};

/** Whether who asks manages a place, people's direct messages included: of these managers are told how many. */
export function isManagedBy(context: Context): (place: Place) => boolean {
  const { platform: here, space, isHomeManager } = context;
  if (here === 'terminal') return () => true;
  // The places of a workspace that was installed by OAuth begin with it: `T0123/C0456`.
  const isOfHome = (to: string): boolean => !to.includes('/') || to.startsWith(`${space}/`);
  return place => isOwn(place, context) || (isHomeManager && place.platform === here && isOfHome(place.to));
}

const isOwn = ({ platform, to }: Place, context: Context): boolean =>
  platform === context.platform &&
  channelsSeen(context).some(({ id }) => placeOf({ channel: id }, context.desk, [platform])?.to === to);

/** What was promised and not shown, as far as who asks may know of it. */
export const undelivered = async (state: 'waiting' | 'parked', context: Context): Promise<OutboxRow[]> =>
  (await context.outbox.rows(state, mostUndelivered)).filter(isSeenBy(context));

/** Spaces where nothing can be posted: all of them for those who run the bot, for others their own. */
export async function pausedSpaces({
  installations,
  isHomeManager,
  space,
}: Context): Promise<Installation[]> {
  const paused = (await installations.all()).filter(each => each.paused !== null);
  return isHomeManager ? paused : paused.filter(each => each.space === space);
}
