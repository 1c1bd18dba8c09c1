import { expect, onTestFinished, test } from 'vitest';
import { promiseAlerts } from '../../../src/app/alert.ts';
import { awayPlaces, reached } from '../../../src/app/away.ts';
import { hour } from '../../../src/core/time.ts';
import { slackPlatform } from '../../../src/platforms/slack/index.ts';
import { recorded } from '../../support/asked.ts';
import { briefedDesk, morning, promisedFor } from '../../support/away.ts';
import { statement } from '../../support/made.ts';
import { audiences, delivery, said, testLog } from './desk.ts';
import { appToken, botToken, event, localSlack, refusal } from './local-slack.ts';

async function slackDesk() {
  const slack = await localSlack();
  const settings = { mode: 'socket', botToken, appToken, apiUrl: slack.apiUrl, audiences } as const;
  const platform = slackPlatform(settings, testLog());
  const refuse = (code: string): void =>
    void slack.faults.push({ method: 'chat.postMessage', answer: refusal(code) });
  const postsTo = (channel: string): string[] =>
    slack.messages.filter(each => each.channel === channel && !each.thread_ts).map(({ text }) => text);
  const ours = await briefedDesk(platform, 'slack', ['C0NEWS', 'C0OPS']);
  return { slack, platform, refuse, postsTo, ...ours };
}

test.each([
  ['channel_not_found', 'gone'],
  ['not_in_channel', 'gone'],
  ['is_archived', 'gone'],
  ['user_disabled', 'gone'],
  ['restricted_action_read_only_channel', 'gone'],
  ['missing_scope', 'there'],
  ['thread_not_found', 'there'],
])('%s says that the channel is %s', async (code, place) => {
  const { platform, refuse } = await slackDesk();
  refuse(code);
  await expect(platform.post(delivery(said('a digest')))).rejects.toMatchObject({ permanent: true, place });
});

test('a channel that is gone pauses its rules, is told once with what to do, and gets one late digest when it is back', async () => {
  const { refuse, postsTo, slack, store, asked, day, tick, parked } = await slackDesk();
  await tick(morning(20) - hour);
  await day(20);
  refuse('is_archived');
  for (const each of [21, 22, 23]) await day(each);
  expect(await parked()).toEqual(['digest:morning:2025-11-21:1', 'digest:morning:2025-11-21']);
  expect(await promisedFor('C0NEWS', store)).toHaveLength(2);
  expect(postsTo('C0OPS')).toEqual(['1 channel takes no messages']);
  const told = JSON.stringify(slack.messages.find(({ channel }) => channel === 'C0OPS')?.blocks);
  expect(told).toContain('is_archived): it is archived; unarchive it or name another channel in desk.yaml');
  for (const line of ['/digest show', '/alerts list'])
    expect(await asked(line)).toContain(
      'paused since 21 Nov 2025, 07:30: Slack refused to post to C0NEWS (is_archived)',
    );
  expect(await asked('/status')).toContain('slack C0NEWS, since 21 Nov 2025, 07:30: Slack refused');
  expect(await asked('/digest resume')).not.toContain('paused');
  await tick(morning(24) - hour);
  await day(24);
  expect(postsTo('C0NEWS')).toEqual([
    'Briefing, 20 Nov 2025: 1 statement on 1 topic, 0 shifts',
    'Briefing, 21 Nov 2025: 1 statement on 1 topic, 0 shifts',
    'Briefing, 24 Nov 2025: 2 statements on 1 topic, 0 shifts',
    'Briefing, 24 Nov 2025: 1 statement on 1 topic, 0 shifts',
  ]);
  const late = slack.messages.find(({ text }) => text.includes('2 statements'));
  expect(JSON.stringify(late?.blocks)).toContain('Late, covers');
});

test('alerts for it promise nothing meanwhile, and the channel is back with the next message that arrives', async () => {
  const { refuse, platform, store, asked, day, tick, tools, deliver } = await slackDesk();
  await tick(morning(20) - hour);
  refuse('not_in_channel');
  await day(20);
  const away = await awayPlaces(store.marks, morning(21));
  expect(away).toMatchObject([{ platform: 'slack', to: 'C0NEWS', since: morning(20) }]);
  const alerts = async (now: number): Promise<void> =>
    promiseAlerts(
      { ...tools, desk: reached(tools.desk, await awayPlaces(store.marks, now)), platforms: [platform.name] },
      now,
    );
  await recorded(store, [statement({ at: morning(21) })]);
  await alerts(morning(21));
  expect((await promisedFor('C0NEWS', store)).filter(each => /new statement/.test(each))).toEqual([]);
  await asked('/digest now');
  await deliver();
  expect(await awayPlaces(store.marks, morning(21))).toEqual([]);
});

test('an invitation brings a channel back where Slack tells of it', async () => {
  const { refuse, platform, slack, store, bot, day, tick } = await slackDesk();
  await tick(morning(20) - hour);
  refuse('channel_not_found');
  await day(20);
  await platform.start(bot);
  onTestFinished(() => platform.stop());
  const joined = { type: 'member_joined_channel', channel: 'C0NEWS', channel_type: 'C', team: 'T0LOCAL' };
  await slack.deliver('events_api', event({ ...joined, user: 'U0ANN' }));
  await slack.deliver('events_api', event({ ...joined, user: 'U0BOT' }));
  await expect.poll(() => awayPlaces(store.marks, morning(21))).toEqual([]);
});
