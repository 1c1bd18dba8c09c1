import { expect, onTestFinished, test } from 'vitest';
import { slackPlatform } from '../../../src/platforms/slack/index.ts';
import { audiences, said, type TestBot, testBot, testLog } from './desk.ts';
import { appToken, botToken, event, json, localSlack, press, slash } from './local-slack.ts';

const here = { space: 'T0LOCAL', isHome: true };

async function connected(bot: TestBot = testBot()) {
  const slack = await localSlack();
  const log = testLog();
  const settings = { mode: 'socket', botToken, appToken, apiUrl: slack.apiUrl, audiences } as const;
  const platform = slackPlatform(settings, log);
  await platform.start(bot);
  onTestFinished(() => platform.stop());
  return { slack, platform, bot, log };
}

test('a slash command is acknowledged before the bot thinks and answered for the person alone', async () => {
  const thinking = Promise.withResolvers<void>();
  const bot = testBot(async () => {
    await thinking.promise;
    return { message: said('Russia opposes it.'), visibility: 'private' };
  });
  const { slack } = await connected(bot);
  await slack.deliver('slash_commands', slash('/stance', 'NATO party:russia', slack.url));
  expect(slack.responses).toEqual([]);
  thinking.resolve();
  const { body } = await slack.until(() => slack.responses[0]);
  expect(body).toMatchObject({
    response_type: 'ephemeral',
    replace_original: false,
    text: 'Russia opposes it.',
  });
  expect(bot.asked).toEqual([
    {
      command: 'stance',
      given: { '': 'NATO', party: 'russia' },
      platform: 'slack',
      ...here,
      who: 'U0ANN',
      where: 'C0DESK',
    },
  ]);
});

test('an answer for the channel is shown to the channel', async () => {
  const { slack } = await connected(testBot(() => ({ message: said('For all.'), visibility: 'channel' })));
  await slack.deliver('slash_commands', slash('/brief', '', slack.url));
  expect((await slack.until(() => slack.responses[0])).body.response_type).toBe('in_channel');
});

test('the umbrella command carries every other one, and helps where it stands alone', async () => {
  const { slack, bot } = await connected();
  await slack.deliver('slash_commands', slash('/attache', 'Stance “Black Sea” days:7', slack.url));
  await slack.deliver('slash_commands', slash('/attache', '', slack.url));
  await slack.until(() => slack.responses.length === 2);
  expect(bot.asked.map(({ command, given }) => ({ command, given }))).toEqual([
    { command: 'stance', given: { '': '"Black Sea"', days: '7' } },
    { command: 'help', given: {} },
  ]);
});

test('a mention is answered in its thread, in a thread in that thread', async () => {
  const { slack } = await connected();
  const mention = { type: 'app_mention', user: 'U0ANN', channel: 'C0DESK', text: '<@U0BOT> stance NATO' };
  await slack.deliver('events_api', event({ ...mention, ts: '10.1', event_ts: '10.1' }));
  await slack.deliver('events_api', event({ ...mention, ts: '11.1', thread_ts: '9.1', event_ts: '11.1' }));
  await slack.until(() => slack.messages.length === 2);
  expect(slack.messages.map(({ channel, thread_ts }) => [channel, thread_ts])).toEqual([
    ['C0DESK', '10.1'],
    ['C0DESK', '9.1'],
  ]);
});

test('a direct message is answered; what bots and the bot itself write is not', async () => {
  const { slack, bot } = await connected();
  const message = {
    type: 'message',
    channel: 'D0ANN',
    channel_type: 'im',
    user: 'U0ANN',
    text: 'stance NATO',
    ts: '1.1',
  };
  await slack.deliver('events_api', event({ ...message, user: 'U0BOT', bot_id: 'B0BOT' }));
  await slack.deliver('events_api', event({ ...message, bot_id: 'B0OTHER', user: 'U0OTHER' }));
  await slack.deliver('events_api', event({ ...message, subtype: 'message_changed' }));
  await slack.deliver('events_api', event({ ...message, channel_type: 'channel', channel: 'C0DESK' }));
  await slack.deliver('events_api', event(message));
  const answer = await slack.until(() => slack.messages[0]);
  expect(answer.channel).toBe('D0ANN');
  expect(bot.asked).toHaveLength(1);
});

test('a button runs the command it carries, in the thread where it stands', async () => {
  const { slack, bot } = await connected();
  const value = JSON.stringify({ command: 'why', given: { '': '7f3a9k2c' } });
  await slack.deliver('interactive', press(value, slack.url, { container: { thread_ts: '5.5' } }));
  const { body } = await slack.until(() => slack.responses[0]);
  expect(body).toMatchObject({ thread_ts: '5.5', replace_original: false, response_type: 'ephemeral' });
  expect(bot.asked).toEqual([
    { command: 'why', given: { '': '7f3a9k2c' }, platform: 'slack', ...here, who: 'U0ANN', where: 'C0DESK' },
  ]);
});

test('a button that shares is answered in the channel', async () => {
  const { slack, bot } = await connected(
    testBot(async () => ({ message: said('for all'), visibility: 'channel' })),
  );
  await slack.deliver('interactive', press('{"command":"why","given":{},"aloud":true}', slack.url));
  const { body } = await slack.until(() => slack.responses[0]);
  expect(body).toMatchObject({ response_type: 'in_channel', replace_original: false });
  expect(bot.asked).toMatchObject([{ command: 'why', aloud: true }]);
});

test('a button that carries none of our commands is acknowledged and ignored', async () => {
  const { slack, bot } = await connected();
  for (const value of ['', 'null', '{"command":1,"given":{}}', '{"command":"x","given":{"a":1}}', '[]']) {
    await slack.deliver('interactive', press(value, slack.url));
  }
  expect(bot.asked).toEqual([]);
});

test('what Slack delivers twice is answered once', async () => {
  const { slack, bot } = await connected();
  const command = slash('/stance', 'NATO', slack.url);
  const mention = event({
    type: 'app_mention',
    user: 'U0ANN',
    channel: 'C0DESK',
    text: '<@U0BOT> help',
    ts: '1.1',
  });
  const pressed = press('{"command":"why","given":{}}', slack.url);
  for (const _ of [1, 2]) {
    await slack.deliver('slash_commands', command);
    await slack.deliver('events_api', mention);
    await slack.deliver('interactive', pressed);
  }
  await slack.until(() => slack.responses.length === 2 && slack.messages.length === 1);
  expect(bot.asked).toHaveLength(3);
});

test('an answer is sent again where Slack was in trouble, and given up where the address is gone', async () => {
  const { slack, log } = await connected();
  slack.state.statuses.push(500);
  await slack.deliver('slash_commands', slash('/stance', 'NATO', slack.url));
  await slack.until(() => slack.responses.length === 1);
  slack.state.statuses.push(404);
  await slack.deliver('slash_commands', slash('/stance', 'NATO', slack.url));
  await slack.until(() => slack.state.statuses.length === 0);
  await expect.poll(() => log.lines.some(({ event }) => event === 'slack response refused')).toBe(true);
  expect(slack.responses).toHaveLength(1);
});

test('an answer of more messages than a response_url takes says what is left out', async () => {
  const words = 'Nobody said so in as many words. '.repeat(3_000);
  const { slack } = await connected(
    testBot(() => ({ message: said('Long.', { type: 'text', line: [words] }), visibility: 'private' })),
  );
  await slack.deliver('slash_commands', slash('/brief', '', slack.url));
  await slack.until(() => slack.responses.length === 5);
  expect(slack.responses[4]?.body.text).toMatch(/^\d+ more parts do not fit/);
});

test('a mention is answered once Slack takes messages again', async () => {
  const { slack } = await connected();
  slack.faults.push({
    method: 'chat.postMessage',
    answer: json({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '0' }),
  });
  await slack.deliver(
    'events_api',
    event({ type: 'app_mention', user: 'U0ANN', channel: 'C0DESK', text: '<@U0BOT> help', ts: '1.1' }),
  );
  await slack.until(() => slack.messages.length === 1);
});

test('no secret reaches the log', async () => {
  const { slack, log } = await connected();
  await slack.until(() => slack.sockets.length === 2);
  slack.faults.push({
    method: 'apps.connections.open',
    answer: json({ ok: false, error: `bad ${appToken}` }),
  });
  slack.sockets[0]?.terminate();
  await slack.until(() => slack.sockets.length === 3);
  expect(JSON.stringify(log.lines)).not.toMatch(/xoxb-local|xapp-local/);
});

test('commands that come together are acknowledged before their answers are made', async () => {
  let begun = 0;
  const { slack } = await connected(
    testBot(async () => {
      begun += 1;
      const until = performance.now() + 5;
      while (performance.now() < until);
      return { message: said('Done.'), visibility: 'private' };
    }),
  );
  const link = await slack.until(() => slack.standing().at(-1));
  const acknowledged = new Promise<number>(resolve => {
    let count = 0;
    link.on('message', () => {
      count += 1;
      if (count === 20) resolve(begun);
    });
  });
  for (let n = 0; n < 20; n++) {
    const payload = slash('/stance', 'NATO', slack.url);
    link.send(JSON.stringify({ envelope_id: `e${n}`, type: 'slash_commands', payload }));
  }
  expect(await acknowledged).toBeLessThan(10);
  await slack.until(() => slack.responses.length === 20);
});
