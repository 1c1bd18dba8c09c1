import type { Installations, Vault } from '../../app/ports.ts';
import type { Audience } from '../../core/desk.ts';

interface Shared {
  /** Ends in `/api/`. */
  readonly apiUrl: string;
  /** `xoxb-…`; null where the app is installed by OAuth alone. */
  readonly botToken: string | null;
  readonly audiences: readonly Audience[];
}

export interface SocketSettings extends Shared {
  readonly mode: 'socket';
  /** `xapp-…`, with the scope `connections:write`. */
  readonly appToken: string;
}

export interface HttpSettings extends Shared {
  readonly mode: 'http';
  readonly signingSecret: string;
  readonly host: string;
  readonly port: number;
}

export type SlackSettings = SocketSettings | HttpSettings;

/** What it takes to be installed in further workspaces by OAuth. */
export interface Installing {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The public address of our listener, without a slash at its end. */
  readonly url: string;
  /** Where the listener is; in HTTP mode it is the one for Slack's requests too. */
  readonly host: string;
  readonly port: number;
  /** The workspace that `desk.yaml` is for where there is no bot token to say it; null where it names them all. */
  readonly home: string | null;
  readonly vault: Vault;
}

/** Where installations are kept, and what further ones take; null where the bot token is the only one. */
export interface Keeping {
  readonly installations: Installations;
  readonly installing: Installing | null;
}

export function secretsOf(settings: SlackSettings): string[] {
  const { botToken } = settings;
  const other = settings.mode === 'socket' ? settings.appToken : settings.signingSecret;
  return botToken === null ? [other] : [botToken, other];
}
