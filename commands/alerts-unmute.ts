import { alertToChange, setMuted, shownAlert } from '../src/app/alerts.ts';
import { command } from '../src/app/command.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { alertDone } from '../src/views/alerts.ts';

export const alertsUnmute = command({
  name: 'alerts unmute',
  summary: 'Lets a muted or snoozed alert tell again',
  example: '/alerts unmute alert:person-slack-u024be7lh-1',
  reply: 'personal',
  access: 'everyone',
  options: { alert: { kind: ruleKinds.alertToChange, summary: 'which one; your only one if not given' } },
  async run({ alert }, context) {
    const rule = await setMuted(alertToChange(alert, context), false, context);
    return alertDone('It tells again from now on.', await shownAlert(rule, context), context);
  },
});
