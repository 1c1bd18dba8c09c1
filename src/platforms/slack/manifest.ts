import { familyOf, memberName } from '../../app/asked.ts';
import type { CommandSpec } from '../../app/command.ts';
import { reserved, umbrella } from './reserved.ts';

/** How Slack reaches the bot: over Socket Mode, or at the public address of its HTTP endpoint. */
export type Reach = { readonly mode: 'socket' } | { readonly mode: 'http'; readonly url: string };

/**
 * What each scope is for. `chat:write.public` is left out: a retry has to look into the channel's history, which needs
 * the bot to be a member anyway. `channels:read` and `groups:read`, with which Slack would tell of an invitation
 * (`member_joined_channel`), let the bot list every channel: `/digest resume` does without.
 */
export const scopes = [
  // Slash commands and buttons.
  'commands',
  // Digests, alerts, answers.
  'chat:write',
  // `@attache stance NATO`.
  'app_mentions:read',
  // Questions in direct messages; a person's own alerts.
  'im:history',
  'im:write',
  // Before a post is repeated, its metadata is looked for in the channel, public or private.
  'channels:history',
  'groups:history',
] as const;

/** By which we learn that a workspace wants us no more; only where there may be several. */
const eventsOfInstalling = ['app_uninstalled', 'tokens_revoked'] as const;

/**
 * Slack's app manifest for these commands, to be pasted at api.slack.com/apps → From a manifest. `redirect`: where Slack
 * sends people back to after they installed the app in a further workspace; null where there is one workspace.
 */
export function slackManifest(
  commands: readonly CommandSpec[],
  reach: Reach = { mode: 'socket' },
  redirect: string | null = null,
) {
  const url = reach.mode === 'http' ? { url: reach.url } : {};
  const optionsUrl = reach.mode === 'http' ? { message_menu_options_url: reach.url } : {};
  const requestUrl = reach.mode === 'http' ? { request_url: reach.url } : {};
  return {
    _metadata: { major_version: 1 },
    display_information: {
      name: 'Attaché',
      description: 'Who said what, in which words, on which issue of a negotiation.',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      shortcuts: [
        {
          ...{ name: 'My alerts and digests', type: 'global', callback_id: 'home' },
          description: 'Alerts, quiet hours, the next digests, how the feeds are',
        },
      ],
      bot_user: { display_name: 'attache', always_online: true },
      slash_commands: [everything(commands), ...own(commands)].map(each => ({ ...each, ...url })),
    },
    oauth_config: {
      ...(redirect === null ? {} : { redirect_urls: [redirect] }),
      scopes: { bot: [...scopes] },
    },
    settings: {
      event_subscriptions: {
        bot_events: [
          'app_mention',
          'message.im',
          'app_home_opened',
          ...(redirect === null ? [] : eventsOfInstalling),
        ],
        ...requestUrl,
      },
      interactivity: { is_enabled: true, ...requestUrl, ...optionsUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: reach.mode === 'socket',
      token_rotation_enabled: false,
    },
  };
}

const everything = (commands: readonly CommandSpec[]) => ({
  command: umbrella,
  description: 'Everything Attaché answers',
  usage_hint: `${[...new Set(commands.map(familyOf))].join('|')} …`.slice(0, 1_000),
  should_escape: false,
});

/** At most 49 commands beside the umbrella: Slack takes 50 of an app. */
const own = (commands: readonly CommandSpec[]) =>
  [...Map.groupBy(commands, familyOf)]
    .filter(([family]) => !reserved.has(family))
    .slice(0, 49)
    .map(([family, members]) => ({
      command: `/${family}`,
      description: members
        .map(({ summary }) => summary)
        .join(' · ')
        .slice(0, 2_000),
      usage_hint: hint(members),
      should_escape: false,
    }));

/** The options of a command that stands alone; of a family, what can be asked. */
function hint(members: readonly CommandSpec[]): string {
  const [only] = members;
  if (only && members.length === 1 && memberName(only) === '') return usage(only.options);
  return `${members.map(memberName).join('|')} …`.slice(0, 1_000);
}

const usage = (options: CommandSpec['options']): string =>
  options
    .map(({ name, required, kind }, n) => {
      const word = n === 0 ? `[${kind.name}]` : `${name}:[${kind.name}]`;
      return required ? word : `(${word})`;
    })
    .join(' ')
    .slice(0, 1_000);
