import type { AuthorizeResult, Installation as Granted, webApi } from '@slack/bolt';
import type { Installation, Log } from '../../app/ports.ts';
import { DeliveryError } from '../../core/errors.ts';
import { clientFor } from './client.ts';
import { isLasting, tokenFault } from './faults.ts';
import { type Identity, identity } from './identity.ts';
import { type Credentials, credentialsOf, granted } from './installed.ts';
import { installPath } from './paths.ts';
import type { Keeping, SlackSettings } from './settings.ts';

/** The workspaces that the bot is in: home by the token of the environment, others by OAuth. */
export interface Workspaces {
  /**
   * Learns who we are at home and which tokens can be used. Rejects with a StartError where there is nothing to go on
   * with.
   */
  start(): Promise<void>;
  /** Calls Slack in a workspace; null is home. A token that Slack refuses pauses its workspace. Rejects as the call does, or with a DeliveryError. */
  calling<T>(team: string | null, call: (client: webApi.WebClient) => Promise<T>): Promise<T>;
  /** Who the bot is in the workspace where something is asked. Rejects where it is not installed. */
  authorize(team: string | undefined): Promise<AuthorizeResult>;
  /** Keeps what OAuth granted. */
  installed(grant: Granted): Promise<void>;
  /** The app was removed, or its token revoked, at this moment (seconds): the token is forgotten, nothing else. */
  removed(team: string, at: number): Promise<void>;
}

/** A workspace with what is known of it; `sealed` null is the token of the environment. */
interface Workspace extends Credentials {
  readonly team: string;
  readonly name: string;
  readonly sealed: string | null;
}

export function workspacesOf(settings: SlackSettings, log: Log, keeping: Keeping | null): Workspaces {
  const kept = keeping?.installations ?? null;
  const installing = keeping?.installing ?? null;
  /** The token of the environment, and since when Slack does not take it. */
  let own: Workspace | null = settings.botToken === null ? null : unmet(settings.botToken);
  let refusal: string | null = null;
  let home: string | null = installing?.home ?? null;

  const isHome = (team: string | null): boolean => team === null || team === home;

  /** Whether the token of the environment is for it; until Slack said where it is, it is for all. */
  const isOwn = (team: string | null): boolean => own !== null && (isHome(team) || own.team === '');

  const row = async (team: string | null): Promise<Installation | null> => {
    const space = team ?? home;
    return space === null || kept === null ? null : kept.get('slack', space);
  };

  async function start(): Promise<void> {
    const rows = (await kept?.all())?.filter(({ platform }) => platform === 'slack') ?? [];
    const known = await meet();
    home = known?.team ?? home ?? rows.find(each => each.isHome)?.space ?? null;
    if (known) await settle(known, rows);
    if (refusal !== null && !rows.some(({ space }) => space === home))
      log.error('slack workspace paused', { error: refusal, meanwhile: othersGoOn });
    for (const each of rows) if (each.space !== known?.team) await resume(each);
  }

  /** Null where there is no token, or none that Slack takes: then the further workspaces go on without it. */
  async function meet(): Promise<Identity | null> {
    if (own === null) return null;
    try {
      const known = await identity(settings, own.token, log);
      own = { ...own, ...known };
      return known;
    } catch (error) {
      if (!installing || !isLasting((error as Error).cause)) throw error;
      refusal = (error as Error).message;
      return null;
    }
  }

  async function settle({ team, name }: Identity, rows: readonly Installation[]): Promise<void> {
    const before = rows.find(({ space }) => space === team);
    const common = {
      platform: 'slack',
      space: team,
      isHome: true,
      name,
      at: Date.now(),
      paused: null,
    } as const;
    await kept?.put({ ...common, by: before?.by ?? null, sealed: before?.sealed ?? null });
  }

  /** At every start a token gets another chance: what was refused may have been a firewall's doing. */
  async function resume(each: Installation): Promise<void> {
    const isRemoved = each.sealed === null && !isOurs(each);
    const reason = isRemoved ? each.paused : each.sealed === null ? refusal : unopened(each);
    if (reason !== null && !isRemoved) log.error('slack workspace paused', { ...named(each), error: reason });
    await kept?.put({ ...each, isHome: each.space === home, paused: reason });
  }

  /** Whether a workspace has the token of the environment, taken or not. */
  const isOurs = ({ space }: Installation): boolean => space === home && own !== null;

  function unopened(each: Installation): string | null {
    if (!installing)
      return 'ATTACHE_KEY and the other settings of OAuth are not set: its token cannot be read';
    if (credentialsOf(each, installing.vault)) return null;
    return 'ATTACHE_KEY is not the key that its token was sealed with: set that one again, or install the app there again';
  }

  /** The workspace of a team with why nothing can be posted there; null where the bot is not installed. */
  async function find(team: string | null): Promise<{ workspace: Workspace; paused: string | null } | null> {
    if (own && refusal === null && isOwn(team)) return { workspace: own, paused: null };
    const found = await row(team);
    const credentials = found && installing ? credentialsOf(found, installing.vault) : null;
    if (found && credentials) {
      const { space, name, sealed, paused } = found;
      return { workspace: { ...credentials, team: space, name, sealed }, paused };
    }
    // A token that was never taken may be anybody's.
    return own?.team && isHome(team) ? { workspace: own, paused: refusal } : null;
  }

  async function calling<T>(team: string | null, call: (client: webApi.WebClient) => Promise<T>): Promise<T> {
    const found = await find(team);
    if (!found) throw await unusable(team);
    const { workspace, paused } = found;
    try {
      const result = await call(clientFor(settings, log, workspace.token));
      if (paused !== null) await resumed(workspace);
      return result;
    } catch (error) {
      const code = tokenFault(error);
      if (code !== null) await refused(workspace, code);
      throw error;
    }
  }

  async function unusable(team: string | null): Promise<DeliveryError> {
    const found = await row(team);
    const paused = found?.paused ?? (isHome(team) ? refusal : null);
    if (paused !== null) {
      const name = found ? `${found.name} (${found.space})` : 'of SLACK_BOT_TOKEN';
      const permanent = found !== null && found.sealed === null && !isOurs(found);
      return new DeliveryError(`the Slack workspace ${name} is paused: ${paused}`, { permanent });
    }
    const space = team ?? home;
    return new DeliveryError(space === null ? homeless : notInstalled(space), { permanent: true });
  }

  const notInstalled = (team: string): string =>
    `Attaché is not installed in the Slack workspace ${team}: ${
      installing ? `open ${installing.url}${installPath}` : 'set up OAuth (see README) and install it there'
    }, or take its channels out of desk.yaml`;

  async function refused(workspace: Workspace, code: string): Promise<void> {
    const { sealed, team } = workspace;
    const reason =
      sealed === null
        ? `Slack refused SLACK_BOT_TOKEN (${code}): install the app again, set the new token and start again`
        : `Slack refused its token (${code}): install the app there again at ${installing?.url}${installPath}`;
    if (sealed === null) refusal = reason;
    const isNew = kept === null || (await kept.pause({ platform: 'slack', space: team, sealed }, reason));
    if (isNew)
      log.error('slack workspace paused', { ...named(workspace), error: reason, meanwhile: othersGoOn });
  }

  /** What waited there was tried again, and Slack took it. */
  async function resumed({ sealed, team, name }: Workspace): Promise<void> {
    if (sealed === null) refusal = null;
    const found = await row(team);
    if (found?.sealed === sealed) await kept?.put({ ...found, paused: null });
    log.info('slack workspace resumed', { workspace: name, team });
  }

  async function authorize(team: string | undefined): Promise<AuthorizeResult> {
    // Without OAuth there is one workspace, whatever shared channels make of a request's team.
    const found = await find(installing ? (team ?? '') : null);
    if (!found) throw new Error(notInstalled(team ?? 'of a whole organisation'));
    const { workspace, paused } = found;
    const { token, user, bot } = workspace;
    const known = { teamId: workspace.team, botUserId: user, botId: bot, isHome: workspace.team === home };
    return paused === null ? { ...known, botToken: token } : known;
  }

  async function installed(grant: Granted): Promise<void> {
    if (!kept || !installing) throw new Error('OAuth is not set up');
    const given = granted(grant, installing.vault);
    const before = await kept.get('slack', given.space);
    const by = before?.sealed && before.by ? before.by : given.by;
    await kept.put({ ...given, by, isHome: given.space === home, at: Date.now(), paused: null });
    log.info('slack workspace installed', { ...named(given), by: given.by });
  }

  async function removed(team: string, at: number): Promise<void> {
    const before = await row(team);
    // Slack sends events again, and late: one from before the present installation is not about it.
    if (before && before.at >= (at + 1) * 1_000) return;
    if (own && isHome(team)) refusal ??= `${gone}: install it again, set SLACK_BOT_TOKEN and start again`;
    if (!before || (before.sealed === null && before.paused !== null)) return;
    const reason = isOurs(before) ? (refusal ?? gone) : gone;
    await kept?.put({ ...before, sealed: null, paused: reason });
    log.error('slack workspace paused', { ...named(before), error: reason, meanwhile: othersGoOn });
  }

  return { start, calling, authorize, installed, removed };
}

const gone = 'the app was removed there, or its token revoked';
const othersGoOn = 'its digests wait, alerts are left to them; other workspaces go on';
const homeless =
  'desk.yaml does not say in which Slack workspace this channel is: add space: T…, or set SLACK_WORKSPACE to home';

/** Until Slack says who it is. */
const unmet = (token: string): Workspace => ({ token, user: '', bot: '', team: '', name: '', sealed: null });

const named = (of: Pick<Workspace, 'name' | 'team'> | Pick<Installation, 'name' | 'space'>) => ({
  workspace: of.name,
  team: 'team' in of ? of.team : of.space,
});
