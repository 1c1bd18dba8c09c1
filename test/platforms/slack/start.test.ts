import { expect, onTestFinished, test } from 'vitest';
import { StartError } from '../../../src/core/errors.ts';
import { slackPlatform } from '../../../src/platforms/slack/index.ts';
import type { HttpSettings, SocketSettings } from '../../../src/platforms/slack/settings.ts';
import { withServer } from '../../support/server.ts';
import { testBot, testLog } from './desk.ts';
import { appToken, botToken, freePort, json, localSlack, refusal, signingSecret } from './local-slack.ts';

const socket = (apiUrl: string, more: Partial<SocketSettings> = {}): SocketSettings => ({
  ...{ mode: 'socket', botToken, appToken, apiUrl, audiences: [] },
  ...more,
});

const http = (apiUrl: string, port: number): HttpSettings => ({
  ...{ mode: 'http', botToken, signingSecret, apiUrl, audiences: [] },
  ...{ host: '127.0.0.1', port },
});

/** The sentence with which the bot does not start. Vitest fails on a rejection that nobody handles. */
async function sentence(settings: SocketSettings | HttpSettings): Promise<string> {
  const platform = slackPlatform(settings, testLog());
  onTestFinished(() => platform.stop());
  const error = await platform.start(testBot()).catch(reason => reason);
  expect(error).toBeInstanceOf(StartError);
  expect(error.message).not.toMatch(/-local|wrong-/);
  return error.message;
}

test('a wrong bot token', async () => {
  const { apiUrl } = await localSlack();
  expect(await sentence(socket(apiUrl, { botToken: 'xoxb-wrong-' }))).toBe(
    'Slack refused SLACK_BOT_TOKEN (invalid_auth): copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions in the app’s settings.',
  );
});

test('a token that is valid but no bot’s', async () => {
  const { apiUrl, faults } = await localSlack();
  faults.push({ method: 'auth.test', answer: json({ ok: true, app_id: 'A0', app_name: 'attache' }) });
  expect(await sentence(socket(apiUrl))).toBe(
    'SLACK_BOT_TOKEN is not the token of a bot: copy the Bot User OAuth Token (xoxb-…).',
  );
});

test('a wrong app token', async () => {
  const { apiUrl } = await localSlack();
  expect(await sentence(socket(apiUrl, { appToken: 'xapp-wrong-' }))).toBe(
    'Slack refused SLACK_APP_TOKEN (invalid_auth): copy an App-Level Token (xapp-…) with the scope connections:write from Basic Information in the app’s settings.',
  );
});

test('an app token without its scope', async () => {
  const { apiUrl, faults } = await localSlack();
  faults.push({
    method: 'apps.connections.open',
    answer: refusal('missing_scope', { needed: 'connections:write' }),
  });
  expect(await sentence(socket(apiUrl))).toBe(
    'Slack refused SLACK_APP_TOKEN (missing_scope): give it the scope connections:write in the app’s settings.',
  );
});

test('an address where nobody listens', async () => {
  const { port, close } = await freePort();
  await close();
  const apiUrl = `http://127.0.0.1:${port}/api/`;
  expect(await sentence(socket(apiUrl))).toBe(
    `Slack’s API cannot be used at ${apiUrl} (ECONNREFUSED): check SLACK_API_URL and the network.`,
  );
});

test('an address that is not Slack’s', async () => {
  const pages = await withServer((_, response) => response.end('<!doctype html><title>Welcome</title>'));
  expect(await sentence(socket(`${pages.url}/api/`))).toContain('(an answer that is not Slack’s)');
  const { url } = await localSlack();
  expect(await sentence(socket(`${url}/`))).toContain('(HTTP 404)');
});

test('a connection that is refused after its address was given out', async () => {
  const { apiUrl, faults } = await localSlack();
  const { port, close } = await freePort();
  await close();
  const answer = { ok: true, url: `ws://127.0.0.1:${port}/link` };
  faults.push({
    method: 'apps.connections.open',
    answer: response => void response.end(JSON.stringify(answer)),
  });
  expect(await sentence(socket(apiUrl))).toContain('the connection was closed before Slack said hello');
});

test('a port that is taken', async () => {
  const { apiUrl } = await localSlack();
  const { port, close } = await freePort();
  onTestFinished(close);
  expect(await sentence(http(apiUrl, port))).toBe(
    `Slack’s requests cannot be received at 127.0.0.1:${port} (EADDRINUSE): set another address.`,
  );
});
