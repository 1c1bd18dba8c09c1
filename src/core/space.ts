import type { Channel, Desk, PlatformName } from './desk.ts';

/** From where something is asked. */
export interface Standpoint {
  readonly platform: PlatformName;
  /** The Slack workspace or Discord server; null outside of any: direct messages on Discord, the terminal. */
  readonly space: string | null;
  /** Whether it is the one that `desk.yaml` is for where it names none. */
  readonly isHome: boolean;
}

/**
 * The desk as one space sees it: its channels, what comes to them, and who manages it. The terminal is the operator's and
 * sees all of it.
 */
export function deskFor(desk: Desk, at: Standpoint): Desk {
  if (at.platform === 'terminal') return desk;
  const elsewhere = new Set(desk.channels.filter(each => !isOf(each, at)).map(({ id }) => id));
  const known = new Set(desk.channels.map(({ id }) => id));
  // A rule whose channel is gone from the file is home's to see.
  const isSeen = (id: string): boolean => !elsewhere.has(id) && (known.has(id) || at.isHome);
  return {
    ...desk,
    channels: desk.channels.filter(each => isOf(each, at)),
    digests: desk.digests.filter(({ channel }) => isSeen(channel)),
    alerts: desk.alerts.filter(({ channel }) => isSeen(channel)),
    audiences: at.isHome ? desk.audiences : [],
    notices: desk.notices.filter(isSeen),
    managers: { slack: [], discord: [], terminal: [], [at.platform]: managersIn(desk, at) },
    spaceManagers: {},
  };
}

/** The desk while nothing can be posted in some spaces: their channels are off. */
export const deskWithout = (desk: Desk, paused: readonly Standpoint[]): Desk => ({
  ...desk,
  channels: desk.channels.map(each => (paused.some(at => isOf(each, at)) ? { ...each, to: null } : each)),
});

const isOf = ({ platform, space = null }: Channel, at: Standpoint): boolean =>
  platform === at.platform && (space === null ? at.isHome : space === at.space);

/** Those of the installation manage its home; a space may have others. */
const managersIn = (desk: Desk, { platform, space, isHome }: Standpoint): readonly string[] => [
  ...(isHome ? desk.managers[platform] : []),
  ...(space === null ? [] : (desk.spaceManagers[space] ?? [])),
];
