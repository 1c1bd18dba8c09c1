/** A channel or person of Slack; `team` is null for those of the workspace that the bot was set up in. */
export interface Address {
  readonly team: string | null;
  readonly room: string;
}

/** `C0123`, or `T0123/C0123`. */
export function addressOf(to: string): Address {
  const [room = '', team = null] = to.split('/').reverse();
  return { team, room };
}
