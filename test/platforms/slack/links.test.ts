import { expect, onTestFinished, test } from 'vitest';
import { slackPlatform } from '../../../src/platforms/slack/index.ts';
import { audiences, testBot, testLog } from './desk.ts';
import { appToken, botToken, localSlack, refusal, slash } from './local-slack.ts';

const goodbye = (reason: string): string => JSON.stringify({ type: 'disconnect', reason });

async function connected() {
  const slack = await localSlack();
  const bot = testBot();
  const log = testLog();
  const settings = { mode: 'socket', botToken, appToken, apiUrl: slack.apiUrl, audiences } as const;
  const platform = slackPlatform(settings, log);
  await platform.start(bot);
  onTestFinished(() => platform.stop());
  await slack.until(() => slack.standing().length === 2);
  const asked = (): (string | undefined)[] => bot.asked.map(({ given }) => given['']);
  const command = (words: string) => slash('/stance', words, slack.url);
  return { slack, bot, log, asked, command };
}

test.each(['refresh_requested', 'warning'])(
  'twenty times “%s” for all links: every command is answered, and once',
  async reason => {
    const { slack, asked, command } = await connected();
    const sent: string[] = [];
    const send = async (words: string, over?: (typeof slack.sockets)[number]): Promise<void> => {
      sent.push(words);
      await slack.deliver('slash_commands', command(words), over);
    };
    for (let n = 1; n <= 20; n++) {
      const old = slack.standing();
      for (const link of old) link.send(goodbye(reason));
      await Promise.all(old.map((link, l) => send(`${n}-leaving-${l}`, link)));
      await slack.until(() => slack.standing().length === old.length + 2);
      await send(`${n}-last`, old[0]);
      await send(`${n}-new`);
      for (const link of old) link.close();
      await slack.until(() => slack.standing().length === 2);
    }
    await slack.until(() => slack.responses.length === sent.length);
    expect(sent).toHaveLength(80);
    expect(asked().sort()).toEqual(sent.sort());
  },
);

test('twenty times a link breaks: the other one answers, and the next takes its place', async () => {
  const { slack, asked, command } = await connected();
  for (let n = 1; n <= 20; n++) {
    const opened = slack.sockets.length;
    slack.standing()[n % 2]?.terminate();
    await slack.deliver('slash_commands', command(`${n}`));
    await slack.until(() => slack.sockets.length === opened + 1);
  }
  await slack.until(() => slack.responses.length === 20);
  expect(new Set(asked())).toHaveLength(20);
});

test('what arrives over both links is answered once', async () => {
  const { slack, asked, command } = await connected();
  const twice = command('twice');
  await Promise.all(slack.standing().map(link => slack.deliver('slash_commands', twice, link)));
  await slack.deliver('slash_commands', command('after'));
  await slack.until(() => slack.responses.length === 2);
  expect(asked()).toEqual(['twice', 'after']);
});

test('a token that is revoked pauses Slack with a clear line; it goes on when Slack takes the token again', async () => {
  const { slack, log, asked, command } = await connected();
  const fault = { method: 'apps.connections.open', answer: refusal('invalid_auth') };
  slack.faults.push(...Array.from({ length: 9 }, () => fault));
  for (const link of slack.standing()) link.terminate();
  const paused = () => log.lines.filter(({ event }) => event === 'slack paused');
  await expect.poll(paused).toHaveLength(1);
  expect(paused()[0]?.fields.error).toBe(
    'Slack refused SLACK_APP_TOKEN (invalid_auth): copy an App-Level Token (xapp-…) with the scope connections:write from Basic Information in the app’s settings.',
  );
  slack.faults.splice(0);
  await slack.until(() => slack.standing().length > 0);
  await slack.deliver('slash_commands', command('NATO'));
  await slack.until(() => slack.responses.length === 1);
  expect(asked()).toEqual(['NATO']);
  expect(paused()).toHaveLength(1);
});

test('a stop between two links opens none', async () => {
  const slack = await localSlack();
  const settings = { mode: 'socket', botToken, appToken, apiUrl: slack.apiUrl, audiences } as const;
  const platform = slackPlatform(settings, testLog());
  await platform.start(testBot());
  await platform.stop();
  await expect.poll(() => slack.standing().length).toBe(0);
});
