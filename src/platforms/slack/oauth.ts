import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HTTPReceiverOptions, InstallURLOptions, StateStore } from '@slack/bolt';
import type { Log, Vault } from '../../app/ports.ts';
import { UserError } from '../../core/errors.ts';
import { minute } from '../../core/time.ts';
import { clientOptions } from './client.ts';
import { scopes } from './manifest.ts';
import { installPath, redirectPath } from './paths.ts';
import type { Installing, SlackSettings } from './settings.ts';
import type { Workspaces } from './workspaces.ts';

type InstallOptions = Required<
  Pick<
    HTTPReceiverOptions,
    'clientId' | 'clientSecret' | 'redirectUri' | 'scopes' | 'installationStore' | 'installerOptions'
  >
>;

/** Bolt's own OAuth: `/slack/install` leads to Slack, which comes back to the redirect path with a code. */
export function installOptions(
  settings: SlackSettings,
  installing: Installing,
  { installed }: Pick<Workspaces, 'installed'>,
  log: Log,
): InstallOptions {
  const { clientId, clientSecret, url, vault } = installing;
  return {
    ...{ clientId, clientSecret, scopes: [...scopes], redirectUri: url + redirectPath },
    installationStore: {
      storeInstallation: installed,
      fetchInstallation: () => Promise.reject(new Error('tokens are the workspaces’ to give out')),
    },
    installerOptions: {
      directInstall: true,
      installPath,
      redirectUriPath: redirectPath,
      // The pages are where the API is: https://slack.com/oauth/v2/authorize beside https://slack.com/api/.
      authorizationUrl: new URL('/oauth/v2/authorize', settings.apiUrl).href,
      stateStore: stateStore(vault),
      clientOptions: clientOptions(settings, log),
      callbackOptions: {
        success: (grant, _options, _request, response) =>
          welcome(grant.team?.name ?? 'your workspace', response),
        failure: (error, _options, _request, response) => regret(error, url + installPath, response),
      },
    },
  };
}

const stateAbout = 'slack oauth state';
const stateLife = 10 * minute;

/**
 * States that only we can have made, each good once and for ten minutes; Bolt ties them to the browser by a cookie. They
 * hold their time themselves: asking for many fills no memory.
 */
export function stateStore(vault: Vault): StateStore {
  const used = new Map<string, number>();
  return {
    generateStateParam: async (options, now) =>
      vault.seal(JSON.stringify({ at: now.getTime(), options }), stateAbout),
    verifyStateParam: async (now, state) => {
      for (const [each, at] of used) if (at + stateLife < now.getTime()) used.delete(each);
      const opened = vault.open(state, stateAbout);
      const made =
        opened === null ? null : (JSON.parse(opened) as { at: number; options: InstallURLOptions });
      if (!made || made.at + stateLife < now.getTime() || used.has(state)) throw invalidState();
      used.set(state, made.at);
      return made.options;
    },
  };
}

const invalid = 'slack_oauth_invalid_state';

/** As Bolt's own, which it does not export. */
const invalidState = (): Error =>
  Object.assign(new Error('the state is not ours, too old, or was used'), { code: invalid });

function welcome(workspace: string, response: ServerResponse): void {
  say(response, 200, [
    `Attaché is installed in ${workspace}.`,
    'In Slack: /attache help says what it answers. For a digest, type /invite @attache in a channel and then',
    '/digest set at:07:30 there. You are its manager in this workspace.',
  ]);
}

/** Codes of requests that did not come from our own page, in this browser, of late. */
const strayed = new Set([invalid, 'slack_oauth_missing_state', 'slack_oauth_missing_code']);

function regret(error: Error & { readonly code?: string }, again: string, response: ServerResponse): void {
  if (error instanceof UserError) say(response, 400, [error.message]);
  else say(response, ...excuse(error.code ?? '', `Begin again: ${again}`));
}

function excuse(code: string, again: string): [status: number, lines: string[]] {
  if (code === 'slack_oauth_installer_authorization_error')
    return [400, ['Nothing was installed: it was cancelled at Slack.', again]];
  const stray =
    'Nothing was installed: this address is too old, was used before, or belongs to another browser.';
  if (strayed.has(code)) return [400, [stray, again]];
  return [502, ['Nothing was installed: Slack gave no token. The log of the bot says why.', again]];
}

/** Plain text: the names of workspaces are no markup. */
function say(response: ServerResponse<IncomingMessage>, status: number, lines: readonly string[]): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${lines.join('\n')}\n`);
}
