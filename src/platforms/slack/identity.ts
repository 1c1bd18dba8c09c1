import type { webApi } from '@slack/bolt';
import type { Log } from '../../app/ports.ts';
import { StartError } from '../../core/errors.ts';
import { clientFor } from './client.ts';
import { startError } from './faults.ts';
import type { SlackSettings } from './settings.ts';

/** Who the bot token is, and where. */
export interface Identity {
  readonly user: string;
  readonly bot: string;
  /** `T0123` */
  readonly team: string;
  readonly name: string;
}

/** Milliseconds for the first call to Slack. With the connection's own 8 s a start ends within 15 s. */
const patience = 5_000;

/** Asks Slack. Rejects with a StartError. */
export async function identity(settings: SlackSettings, token: string, log: Log): Promise<Identity> {
  const { user_id, bot_id, team, team_id } = await whoAmI(settings, token, log);
  // App-level and user tokens pass `auth.test` too.
  if (!user_id || !bot_id) {
    throw new StartError(
      'SLACK_BOT_TOKEN is not the token of a bot: copy the Bot User OAuth Token (xoxb-…).',
    );
  }
  return { user: user_id, bot: bot_id, team: team_id ?? '', name: team ?? '' };
}

async function whoAmI(settings: SlackSettings, token: string, log: Log): Promise<webApi.AuthTestResponse> {
  try {
    return await clientFor(settings, log, token, patience).auth.test();
  } catch (error) {
    throw startError(error, settings.apiUrl, 'SLACK_BOT_TOKEN');
  }
}
