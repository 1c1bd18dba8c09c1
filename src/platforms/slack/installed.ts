import type { Installation as Granted } from '@slack/bolt';
import type { Installation, Vault } from '../../app/ports.ts';
import { UserError } from '../../core/errors.ts';

/** Who the bot is in a workspace. */
export interface Credentials {
  /** `xoxb-…` */
  readonly token: string;
  /** The bot's own user id, by which it is mentioned. */
  readonly user: string;
  readonly bot: string;
}

const aboutOf = (team: string): string => `slack ${team}`;

/** Null where there are none, or the vault has another key. */
export function credentialsOf({ space, sealed }: Installation, vault: Vault): Credentials | null {
  const opened = sealed === null ? null : vault.open(sealed, aboutOf(space));
  return opened === null ? null : (JSON.parse(opened) as Credentials);
}

/** What OAuth granted, as it is kept. Throws a UserError where it cannot be used. */
export function granted(
  { team, user, bot, isEnterpriseInstall }: Granted,
  vault: Vault,
): Pick<Installation, 'platform' | 'space' | 'name' | 'by' | 'sealed'> & { readonly space: string } {
  if (!team || isEnterpriseInstall)
    throw new UserError('Attaché is installed in one workspace at a time, not in a whole organisation.');
  if (!bot)
    throw new UserError('Slack granted no bot token: the app’s settings must have the scopes of a bot.');
  if (bot.refreshToken)
    throw new UserError('The app rotates its tokens: opt out of token rotation in its settings at Slack.');
  const credentials: Credentials = { token: bot.token, user: bot.userId, bot: bot.id };
  const sealed = vault.seal(JSON.stringify(credentials), aboutOf(team.id));
  return { platform: 'slack', space: team.id, name: nameOf(team), by: user.id, sealed };
}

/** A store keeps neither halves of characters nor U+0000. */
const nameOf = ({ id, name }: { readonly id: string; readonly name?: string }): string =>
  name?.toWellFormed().replaceAll('\0', '').slice(0, 100) || id;
