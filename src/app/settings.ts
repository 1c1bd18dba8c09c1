import type { Catalog } from '../core/catalog.ts';
import type { Channel, Desk } from '../core/desk.ts';
import { UserError } from '../core/errors.ts';
import { catalogWith } from '../core/feed-setting.ts';
import { deskWith, type Setting } from '../core/setting.ts';
import { deskWithout, type Standpoint } from '../core/space.ts';
import type { Context } from './command.ts';
import type { Settings, Store } from './ports.ts';

interface Stored {
  readonly store: { readonly settings: Pick<Settings, 'current'> };
}

/** The desk and the catalog as they are now: their files, and what was set in chat since. */
export async function configuredNow({
  desk,
  catalog,
  store,
}: Stored & { readonly desk: Desk; readonly catalog: Catalog }): Promise<{ desk: Desk; catalog: Catalog }> {
  const set = await store.settings.current();
  return { desk: deskWith(desk, set), catalog: catalogWith(catalog, set) };
}

/** The same, for posting: digests of a space where nothing can be posted wait until it can, alerts are left to them. */
export async function configuredToPost(
  tools: Parameters<typeof configuredNow>[0] & { readonly store: Pick<Store, 'installations'> },
): Promise<{ desk: Desk; catalog: Catalog }> {
  const { desk, catalog } = await configuredNow(tools);
  const installations = await tools.store.installations.all();
  const paused = installations.filter(each => each.paused !== null);
  return { desk: deskWithout(desk, paused), catalog };
}

type Author = Pick<Context, 'platform' | 'who'>;

/** Who sets something, as settings and corrections name them. */
export const personOf = ({ platform, who }: Author): string => `${platform} ${who}`;

/** The channel where it is asked, as the desk knows it or would. */
export function channelHere(context: Context): Channel {
  const { desk, platform, space, where } = context;
  const known = desk.channels.find(each => each.platform === platform && each.to === where);
  if (known) return known;
  if (where === null) throw new UserError('Ask this in the channel that it is for.');
  return { id: idHere(platform, where, context), platform, to: where, space };
}

/** What something of a space is called, as nothing of another space is: ids of channels and people are their space's. */
export const idHere = (kind: string, id: string, { space, isHome }: Standpoint): string =>
  [kind, ...(isHome || space === null ? [] : [space]), id].join('-').toLowerCase();

type Change = Setting extends infer Each ? (Each extends Setting ? Omit<Each, 'by' | 'at'> : never) : never;

/** Keeps what is set, in the name of who asks. */
export const keep = (change: Change, context: Context): Promise<void> =>
  context.settings.put({ ...change, by: personOf(context), at: context.now });

/** Keeps a rule, and the channel that it is for where nobody named it before. */
export async function keepRule(
  rule: Extract<Change, { kind: 'digest' | 'alert' }>,
  channel: Channel | null,
  context: Context,
): Promise<void> {
  if (channel) await keep({ kind: 'channel', id: channel.id, value: channel }, context);
  await keep(rule, context);
}
