import { alertMeant, replayOf } from '../src/app/alerts.ts';
import { command } from '../src/app/command.ts';
import { viewOf } from '../src/app/evidence.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { alertTested } from '../src/views/alerts.ts';

const newest = 3;

export const alertsTest = command({
  name: 'alerts test',
  summary: 'What an alert would have told in the past 7 days; nobody is pinged',
  example: '/alerts test',
  reply: 'personal',
  access: 'everyone',
  options: { alert: { kind: ruleKinds.alert, summary: 'which one; your only one if not given' } },
  async run({ alert }, context) {
    const replay = await replayOf(alertMeant(alert, context), context);
    const utterances = replay.utterances.slice(-newest);
    const shifts = replay.shifts.slice(0, newest);
    const said = utterances.flatMap(({ renderings }) => renderings);
    const view = await viewOf(said, context, shifts);
    return alertTested(replay, { ...replay, utterances, shifts }, view);
  },
});
