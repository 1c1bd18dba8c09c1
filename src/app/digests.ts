import { lookalikes } from '../core/catalog.ts';
import type { Away, Channel, Desk, DigestRule } from '../core/desk.ts';
import { UserError } from '../core/errors.ts';
import { deskWith, type Setting } from '../core/setting.ts';
import { awayFrom, tryAgain } from './away.ts';
import { nextDigest } from './brief.ts';
import type { Context } from './command.ts';
import { everyPlatform, type Place, placeOf } from './place.ts';
import { keep } from './settings.ts';

/** A digest with what `/digest show` says of it. */
export interface DigestShown {
  readonly rule: DigestRule;
  readonly channel: Channel | null;
  readonly next: number | null;
  /** Why nothing comes for now: its channel takes no messages. */
  readonly away: Away | null;
  /** Who last changed it in chat; null where it is as the file has it. */
  readonly changed: Pick<Setting, 'by' | 'at'> | null;
}

/** The digest that is meant: the one named, else the one of the channel where it is asked. */
export function digestMeant(id: string | undefined, context: Context): DigestRule {
  const { desk } = context;
  if (id !== undefined) return digestNamed(id, desk);
  const here = desk.digests.filter(rule => isHere(channelOf(rule, desk), context));
  const [only] = here;
  if (only && here.length === 1) return only;
  const suggestions = (here.length > 0 ? here : desk.digests).map(rule => rule.id);
  const lead = here.length > 0 ? 'Several digests come here.' : 'No digest comes here.';
  throw new UserError(`${lead} Say which one with digest:NAME, or /digest set at:07:30 for one here.`, {
    suggestions: suggestions.slice(0, 5),
    option: 'digest',
  });
}

/** Whether a channel is the one where it is asked; where there is none, whether it is on the same platform. */
export const isHere = (channel: Channel | null, { platform, where }: Context): boolean =>
  channel?.platform === platform && (where === null || channel.to === where);

function digestNamed(id: string, { digests }: Desk): DigestRule {
  const found = digests.find(rule => rule.id === id);
  if (found) return found;
  const ids = digests.map(rule => rule.id);
  const suggestions = lookalikes(id, ids);
  const known = ids.length > 0 ? `There are ${ids.slice(0, 10).join(', ')}.` : 'There is none yet.';
  throw new UserError(`There is no digest “${id.slice(0, 40)}”. ${known}`, { suggestions, option: 'digest' });
}

export const channelOf = ({ channel }: Pick<DigestRule, 'channel'>, { channels }: Desk): Channel | null =>
  channels.find(({ id }) => id === channel) ?? null;

export async function shownDigest(rule: DigestRule, context: Context): Promise<DigestShown> {
  const set = await context.settings.current();
  const channel = channelOf(rule, deskWith(context.desk, set));
  const changed = set.find(each => each.kind === 'digest' && each.id === rule.id && each.value !== null);
  const next = await nextDigest(rule, context.marks);
  const away = await awayFrom(channel, context.marks);
  return { rule, channel, next, away, changed: changed ?? null };
}

/** Where a digest is posted. Throws a UserError where its channel is off. */
export function placeOfDigest(rule: DigestRule, { desk }: Context): Place {
  const place = placeOf(rule, desk, everyPlatform);
  if (place) return place;
  throw new UserError(
    `The channel ${rule.channel} of the digest ${rule.id} is not set: see desk.yaml and .env.`,
  );
}

/** Pauses or resumes the digest that is meant, and gives it as it is then. */
export async function setPaused(
  id: string | undefined,
  paused: boolean,
  context: Context,
): Promise<DigestShown> {
  const rule = { ...digestMeant(id, context), paused };
  await keep({ kind: 'digest', id: rule.id, value: rule }, context);
  if (!paused) await tryAgain(rule, context);
  return shownDigest(rule, context);
}
