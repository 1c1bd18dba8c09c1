import { expect, onTestFinished, test } from 'vitest';
import type { Reply, Request } from '../../../src/app/ports.ts';
import { slackPlatform } from '../../../src/platforms/slack/index.ts';
import { seen } from './check.ts';
import { audiences, said, testBot, testLog } from './desk.ts';
import { appToken, botToken, event, json, localSlack, press, refusal } from './local-slack.ts';

async function connected(reply?: (request: Request) => Reply | Promise<Reply>) {
  const slack = await localSlack();
  const log = testLog();
  const bot = testBot(reply);
  const settings = { mode: 'socket', botToken, appToken, apiUrl: slack.apiUrl, audiences } as const;
  const platform = slackPlatform(settings, log);
  await platform.start(bot);
  onTestFinished(() => platform.stop());
  const shown = (): string => seen(slack.homes.get('U0ANN')?.blocks ?? []);
  return { slack, bot, log, shown };
}

const opened = (view?: object) =>
  event({ type: 'app_home_opened', user: 'U0ANN', channel: 'D0ANN', tab: 'home', event_ts: '1.1', ...view });

const pressIn = (url: string, view: object, more: object = {}): object =>
  press(JSON.stringify({ command: 'alerts remove', given: { alert: 'mine' } }), url, {
    ...{ channel: undefined, response_url: undefined, container: { type: 'view', view_id: 'V1' } },
    view,
    ...more,
  });

test('who opens the home tab sees what is theirs, and whoever opens the messages does not', async () => {
  const { slack, bot, shown } = await connected(() => ({
    message: said('Two alerts.'),
    visibility: 'private',
  }));
  const messages = event({ type: 'app_home_opened', user: 'U0BEN', channel: 'D0BEN', tab: 'messages' });
  await slack.deliver('events_api', messages);
  await slack.deliver('events_api', opened());
  await slack.until(() => slack.homes.size === 1);
  expect(shown()).toBe('Two alerts.');
  expect(bot.asked).toEqual([
    {
      ...{ command: 'home', given: {}, platform: 'slack', space: 'T0LOCAL', isHome: true },
      ...{ who: 'U0ANN', where: null },
    },
  ]);
});

test('a button of the home tab is answered in a window, opened before the answer is known; then the tab is new', async () => {
  const thinking = Promise.withResolvers<void>();
  let alerts = 1;
  const { slack, shown } = await connected(async ({ command }) => {
    if (command === 'home') return { message: said(`Alerts: ${alerts}`), visibility: 'private' };
    await thinking.promise;
    alerts = 0;
    return { message: said('Removed.'), visibility: 'private' };
  });
  await slack.deliver('events_api', opened());
  await slack.until(() => shown() === 'Alerts: 1');
  await slack.deliver('interactive', pressIn(slack.url, { ...slack.homes.get('U0ANN') }));
  const [window] = await slack.until(() => slack.views.size === 1 && [...slack.views.values()]);
  expect(seen(window?.blocks)).toBe('One moment …');
  thinking.resolve();
  await slack.until(
    () => shown() === 'Alerts: 0' && seen([...slack.views.values()][0]?.blocks) === 'Removed.',
  );
});

test('a button in a window is answered in the same window', async () => {
  const { slack } = await connected(() => ({ message: said('Page two.'), visibility: 'private' }));
  await slack.deliver('interactive', pressIn(slack.url, { id: 'V0HOME', type: 'home', hash: 'h' }));
  const [window] = await slack.until(() => slack.views.size === 1 && [...slack.views.values()]);
  await slack.deliver('interactive', pressIn(slack.url, { ...window, type: 'modal' }));
  await slack.until(() => slack.calls.filter(({ method }) => method === 'views.update').length === 2);
  expect(slack.views.size).toBe(1);
});

test('where no window can be opened any more, the answer is a direct message', async () => {
  const { slack, log } = await connected(() => ({ message: said('Removed.'), visibility: 'private' }));
  const view = { id: 'V0HOME', type: 'home', hash: 'h' };
  await slack.deliver('interactive', pressIn(slack.url, view, { trigger_id: 'expired1' }));
  const message = await slack.until(() => slack.messages[0]);
  expect([message.channel, message.text]).toEqual(['U0ANN', 'Removed.']);
  expect(log.lines.map(({ event }) => event)).toContain('slack window not opened');
});

test('a window that was closed meanwhile wants no answer', async () => {
  const { slack, log, shown } = await connected(() => ({ message: said('Done.'), visibility: 'private' }));
  slack.faults.push({ method: 'views.update', answer: refusal('not_found') });
  await slack.deliver('interactive', pressIn(slack.url, { id: 'V0HOME', type: 'home', hash: 'h' }));
  await slack.until(() => slack.faults.length === 0 && shown() === 'Done.');
  expect(log.lines.filter(({ event }) => event === 'slack answer failed')).toEqual([]);
});

test('the newest stays, however many ask for the tab at once', async () => {
  const thinking = Promise.withResolvers<void>();
  let asked = 0;
  const { slack, shown } = await connected(async () => {
    asked += 1;
    const mine = asked;
    if (mine === 1) await thinking.promise;
    return { message: said(`As of ${mine}`), visibility: 'private' };
  });
  for (const _ of [1, 2, 3, 4]) await slack.deliver('events_api', opened());
  thinking.resolve();
  await slack.until(() => shown() === 'As of 2');
  await slack.deliver('events_api', opened());
  await slack.until(() => shown() === 'As of 3');
  expect(slack.calls.filter(({ method }) => method === 'views.publish')).toHaveLength(3);
});

test('where another process published meanwhile, it is made anew', async () => {
  let asked = 0;
  const { slack, shown } = await connected(() => {
    asked += 1;
    return { message: said(`As of ${asked}`), visibility: 'private' };
  });
  await slack.deliver('events_api', opened());
  await slack.until(() => shown() === 'As of 1');
  await slack.deliver('events_api', opened({ view: { type: 'home', id: 'V', hash: 'seen before' } }));
  await slack.until(() => shown() === 'As of 3');
});

test('the tab waits where Slack asks to', async () => {
  const { slack } = await connected();
  const body = { ok: false, error: 'ratelimited' };
  slack.faults.push({ method: 'views.publish', answer: json(body, 429, { 'retry-after': '0' }) });
  await slack.deliver('events_api', opened());
  await slack.until(() => slack.homes.size === 1);
});

test('what was lost on the way is shown again', async () => {
  const { slack, shown } = await connected(() => ({ message: said('Two alerts.'), visibility: 'private' }));
  slack.faults.push({ method: 'views.publish', after: true, answer: response => response.destroy() });
  await slack.deliver('events_api', opened());
  await slack.until(() => slack.calls.filter(({ method }) => method === 'views.publish').length === 2);
  expect(shown()).toBe('Two alerts.');
});
