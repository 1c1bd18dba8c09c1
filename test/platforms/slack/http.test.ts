import { expect, onTestFinished, test } from 'vitest';
import { slackPlatform } from '../../../src/platforms/slack/index.ts';
import { testBot, testLog } from './desk.ts';
import { botToken, event, freePort, localSlack, press, signed, signingSecret, slash } from './local-slack.ts';

async function listening() {
  const slack = await localSlack();
  const bot = testBot();
  const { port, close } = await freePort();
  await close();
  const settings = { mode: 'http', botToken, signingSecret, apiUrl: slack.apiUrl, audiences: [] } as const;
  const platform = slackPlatform({ ...settings, host: '127.0.0.1', port }, testLog());
  await platform.start(bot);
  onTestFinished(() => platform.stop());
  const send = (
    body: string,
    headers: Record<string, string> = signed(body),
    type = form,
  ): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body,
      headers: { 'content-type': type, ...headers },
    });
  return { slack, bot, send };
}

const form = 'application/x-www-form-urlencoded';
const formBody = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

test('signed commands, buttons and events are acknowledged empty and answered', async () => {
  const { slack, bot, send } = await listening();
  const command = await send(formBody(slash('/stance', 'NATO', slack.url)));
  expect([command.status, await command.text()]).toEqual([200, '']);
  const pressed = press('{"command":"why","given":{"":"7f3a9k2c"}}', slack.url);
  const button = await send(formBody({ payload: JSON.stringify(pressed) }));
  expect([button.status, await button.text()]).toEqual([200, '']);
  const mention = JSON.stringify(
    event({ type: 'app_mention', user: 'U0ANN', channel: 'C0DESK', text: '<@U0BOT> brief', ts: '1.1' }),
  );
  expect((await send(mention, signed(mention), 'application/json')).status).toBe(200);
  await slack.until(() => slack.responses.length === 2 && slack.messages.length === 1);
  expect(bot.asked.map(({ command }) => command)).toEqual(['stance', 'why', 'brief']);
});

test('a wrong, old or missing signature is refused', async () => {
  const { slack, bot, send } = await listening();
  const body = formBody(slash('/stance', 'NATO', slack.url));
  const old = Date.now() - 6 * 60_000;
  const refused = [signed(body, Date.now(), 'another secret'), signed(body, old), signed(`${body}&x=1`), {}];
  const statuses = await Promise.all(refused.map(async headers => (await send(body, headers)).status));
  expect(statuses).toEqual([401, 401, 401, 401]);
  expect(bot.asked).toEqual([]);
});

test('an event that Slack sends again is answered once', async () => {
  const { slack, bot, send } = await listening();
  const body = JSON.stringify(
    event({ type: 'app_mention', user: 'U0ANN', channel: 'C0DESK', text: '<@U0BOT> brief', ts: '1.1' }),
  );
  await send(body, signed(body), 'application/json');
  await send(
    body,
    { ...signed(body), 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
    'application/json',
  );
  await slack.until(() => slack.messages.length === 1);
  expect(bot.asked).toHaveLength(1);
});

test('Slack’s check of the address is passed', async () => {
  const { send } = await listening();
  const body = JSON.stringify({ type: 'url_verification', challenge: 'a1b2', token: 'old' });
  expect(await (await send(body, signed(body), 'application/json')).text()).toContain('a1b2');
});
