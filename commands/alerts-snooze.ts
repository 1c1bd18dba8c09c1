import { alertToChange, saveAlert, shownAlert } from '../src/app/alerts.ts';
import { command } from '../src/app/command.ts';
import * as deskKinds from '../src/app/desk-kinds.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { hour } from '../src/core/time.ts';
import { alertDone } from '../src/views/alerts.ts';

const longest = 30 * 24;

export const alertsSnooze = command({
  name: 'alerts snooze',
  summary: 'Leaves what an alert would tell to the digest for 24 hours, or as many as you say',
  example: '/alerts snooze hours:8',
  reply: 'personal',
  access: 'everyone',
  options: {
    alert: { kind: ruleKinds.alertToChange, summary: 'which one; your only one if not given' },
    hours: { kind: deskKinds.count('hours', 0, longest), summary: 'how long; 0 ends it' },
  },
  async run({ alert, hours = 24 }, context) {
    const known = alertToChange(alert, context);
    const rule = { ...known, snoozedUntil: hours === 0 ? null : context.now + hours * hour };
    await saveAlert(rule.id, rule, context);
    const done =
      hours === 0 ? 'It tells again from now on.' : 'Snoozed: until then it is in the digest alone.';
    return alertDone(done, await shownAlert(rule, context), context);
  },
});
