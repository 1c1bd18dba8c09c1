import type { AlertRule, Channel, Desk, PlatformName } from '../core/desk.ts';
import type { Delivery } from './ports.ts';

/** A channel of a platform that is connected. */
export type Place = Pick<Delivery, 'platform' | 'to'>;

export const everyPlatform = ['slack', 'discord', 'terminal'] as const;

/** Where a rule's messages go; null where its channel is switched off or its platform is not connected. */
export function placeOf(
  rule: Pick<AlertRule, 'channel'>,
  desk: Pick<Desk, 'channels'>,
  platforms: readonly PlatformName[],
): Place | null {
  const channel = desk.channels.find(({ id }) => id === rule.channel);
  return channel && platforms.includes(channel.platform) ? placeIn(channel) : null;
}

/** Where what is for a channel goes; null where it is switched off. */
export const placeIn = (channel: Channel): Place | null =>
  channel.to === null ? null : { platform: channel.platform, to: addressOf(channel.to, channel) };

/** `T0123/C0123`: Slack's ids of channels and people mean something within their workspace; Discord's are everybody's. */
const addressOf = (to: string, { platform, space }: Channel): string =>
  platform === 'slack' && space ? `${space}/${to}` : to;
