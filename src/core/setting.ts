import type { AlertRule, Channel, Desk, DigestRule } from './desk.ts';
import type { FeedSetting } from './feed-setting.ts';
import type { Instant } from './time.ts';

/**
 * What somebody set in chat. Settings are only ever added: the last one of a kind and id holds, and all of them together
 * are the record of who changed what. A value of null takes back what chat said: what the file says holds again.
 */
export type Setting = Change & {
  readonly id: string;
  /** The platform and the person's id on it, as `slack U024BE7LH`. */
  readonly by: string;
  readonly at: Instant;
};

type Change =
  | { readonly kind: 'channel'; readonly value: Channel | null }
  | { readonly kind: 'digest'; readonly value: DigestRule | null }
  | { readonly kind: 'feed'; readonly value: FeedSetting | null }
  | { readonly kind: 'alert'; readonly value: AlertRule | null };

/** The desk as its file and the settings say together, given the last setting of each kind and id. */
export function deskWith(desk: Desk, settings: readonly Setting[]): Desk {
  return {
    ...desk,
    channels: replaced(desk.channels, values(settings, 'channel')),
    digests: replaced(desk.digests, values(settings, 'digest')),
    alerts: replaced(desk.alerts, values(settings, 'alert')),
  };
}

type Value<K extends Setting['kind']> = NonNullable<Extract<Setting, { kind: K }>['value']>;

const values = <K extends Setting['kind']>(settings: readonly Setting[], kind: K): Value<K>[] =>
  settings.flatMap(each => (each.kind === kind && each.value ? [each.value as Value<K>] : []));

/** What was set takes the place of what has its id; the rest follows in the order it was set. */
function replaced<T extends { readonly id: string }>(all: readonly T[], set: readonly T[]): T[] {
  const last = new Map(set.map(each => [each.id, each]));
  const own = all.map(each => last.get(each.id) ?? each);
  return [...own, ...[...last.values()].filter(({ id }) => !all.some(each => each.id === id))];
}
