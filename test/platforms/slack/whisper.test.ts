import { expect, onTestFinished, test } from 'vitest';
import { slackPlatform } from '../../../src/platforms/slack/index.ts';
import { audiences, said, testBot, testLog } from './desk.ts';
import { appToken, botToken, localSlack, press, refusal, slash } from './local-slack.ts';

async function connected(words = 'An answer.') {
  const slack = await localSlack();
  const log = testLog();
  const bot = testBot(() => ({
    message: said('An answer.', { type: 'text', line: [words] }),
    visibility: 'private',
  }));
  const settings = { mode: 'socket', botToken, appToken, apiUrl: slack.apiUrl, audiences } as const;
  const platform = slackPlatform(settings, log);
  await platform.start(bot);
  onTestFinished(() => platform.stop());
  return { slack, log };
}

test('an answer whose address is gone reaches the person, who alone sees it', async () => {
  const { slack, log } = await connected();
  slack.state.statuses.push(404);
  await slack.deliver('slash_commands', slash('/stance', 'NATO', slack.url));
  await slack.until(() => slack.whispers.length === 1);
  expect(slack.whispers[0]).toMatchObject({ channel: 'C0DESK', user: 'U0ANN', text: 'An answer.' });
  expect(slack.whispers[0]).not.toHaveProperty('thread_ts');
  expect(slack.responses).toEqual([]);
  expect(log.lines.map(({ event }) => event)).toContain('slack response refused');
});

test('of an answer in parts those follow that had not arrived, in the thread of the button', async () => {
  const { slack } = await connected('Nobody said so in as many words. '.repeat(1_000));
  const value = JSON.stringify({ command: 'why', given: {} });
  slack.state.statuses.push(200, 410);
  await slack.deliver('interactive', press(value, slack.url, { container: { thread_ts: '5.5' } }));
  await slack.until(() => slack.whispers.at(-1)?.text?.includes(`/${slack.whispers.length + 1})`));
  expect(slack.responses).toHaveLength(1);
  expect(slack.whispers[0]).toMatchObject({ thread_ts: '5.5', text: expect.stringContaining('(2/') });
});

test('after a fault of Slack’s own nothing is whispered: the answer may stand there', async () => {
  const { slack, log } = await connected();
  slack.state.statuses.push(500, 500);
  await slack.deliver('slash_commands', slash('/stance', 'NATO', slack.url));
  await expect.poll(() => log.lines.map(({ event }) => event)).toContain('slack response refused');
  await slack.deliver('slash_commands', slash('/stance', 'NATO', slack.url));
  await slack.until(() => slack.responses.length === 1);
  expect(slack.whispers).toEqual([]);
});

test('where even that is refused, a line in the log says so and the next one works', async () => {
  const { slack, log } = await connected();
  slack.state.statuses.push(404);
  slack.faults.push({ method: 'chat.postEphemeral', answer: refusal('user_not_in_channel') });
  await slack.deliver('slash_commands', slash('/stance', 'NATO', slack.url));
  await expect.poll(() => log.lines.map(({ event }) => event)).toContain('slack answer failed');
  await slack.deliver('slash_commands', slash('/stance', 'NATO', slack.url));
  await slack.until(() => slack.responses.length === 1);
});
