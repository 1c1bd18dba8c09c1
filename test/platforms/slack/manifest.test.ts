import { expect, test } from 'vitest';
import { slackManifest } from '../../../src/platforms/slack/manifest.ts';
import { testBot } from './desk.ts';

const { commands } = testBot();

test('the manifest has a slash command for each command and the umbrella, but none that Slack has itself', () => {
  const { features } = slackManifest(commands);
  expect(features.slash_commands.map(({ command }) => command)).toEqual([
    '/attache',
    '/stance',
    '/brief',
    '/help',
  ]);
});

test('Socket Mode needs no address; HTTP has the same one everywhere', () => {
  const url = 'https://desk.example.org/slack/events';
  expect(JSON.stringify(slackManifest(commands))).not.toContain('url');
  const { features, settings } = slackManifest(commands, { mode: 'http', url });
  expect(settings).toMatchObject({
    socket_mode_enabled: false,
    interactivity: { request_url: url, message_menu_options_url: url },
    event_subscriptions: { request_url: url },
  });
  expect(features.slash_commands.every(command => 'url' in command && command.url === url)).toBe(true);
});

test('the scopes are those the calls and events need', () => {
  const { oauth_config, settings } = slackManifest(commands);
  expect(oauth_config.scopes.bot).toEqual([
    'commands',
    'chat:write',
    'app_mentions:read',
    'im:history',
    'im:write',
    'channels:history',
    'groups:history',
  ]);
  expect(settings.event_subscriptions.bot_events).toEqual(['app_mention', 'message.im', 'app_home_opened']);
});

test('several workspaces take a redirect, and events that tell of a removal', () => {
  const redirect = 'https://desk.example.org/slack/oauth_redirect';
  const { oauth_config, settings } = slackManifest(commands, { mode: 'socket' }, redirect);
  expect(oauth_config).toMatchObject({ redirect_urls: [redirect] });
  expect(settings.event_subscriptions.bot_events).toEqual([
    ...['app_mention', 'message.im', 'app_home_opened', 'app_uninstalled', 'tokens_revoked'],
  ]);
  expect(slackManifest(commands).oauth_config).not.toHaveProperty('redirect_urls');
});

test('the limits of a manifest hold', () => {
  const [first] = commands;
  if (!first) throw new Error('no command');
  const many = Array.from({ length: 80 }, (_, n) => ({
    ...first,
    name: `c${n}`,
    summary: 'x'.repeat(3_000),
  }));
  const { slash_commands, shortcuts } = slackManifest(many).features;
  for (const { name, description } of shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24);
    expect(description.length).toBeLessThanOrEqual(150);
  }
  expect(slash_commands).toHaveLength(50);
  for (const { command, description, usage_hint } of slash_commands) {
    expect(command.length).toBeLessThanOrEqual(32);
    expect(description.length).toBeLessThanOrEqual(2_000);
    expect(usage_hint.length).toBeLessThanOrEqual(1_000);
  }
});

test('there is a home tab, which takes an event and no scope', () => {
  const { features, settings } = slackManifest(commands);
  expect(features.app_home.home_tab_enabled).toBe(true);
  expect(settings.event_subscriptions.bot_events).toContain('app_home_opened');
});
