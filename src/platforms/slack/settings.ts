import type { Audience } from '../../core/desk.ts';

interface Shared {
  /** Ends in `/api/`. */
  readonly apiUrl: string;
  /** `xoxb-…` */
  readonly botToken: string;
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

export function secretsOf(settings: SlackSettings): string[] {
  return [settings.botToken, settings.mode === 'socket' ? settings.appToken : settings.signingSecret];
}
