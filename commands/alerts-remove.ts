import { alertToChange, saveAlert, settingOf, shownAlert } from '../src/app/alerts.ts';
import { command } from '../src/app/command.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { UserError } from '../src/core/errors.ts';
import { alertDone } from '../src/views/alerts.ts';

export const alertsRemove = command({
  name: 'alerts remove',
  summary: 'Takes back an alert that was set in chat',
  example: '/alerts remove alert:person-slack-u024be7lh-1',
  reply: 'personal',
  access: 'everyone',
  options: { alert: { kind: ruleKinds.alertToChange, summary: 'which one', required: true } },
  async run({ alert }, context) {
    const rule = alertToChange(alert, context);
    if (!(await settingOf(rule, context))) {
      throw new UserError(
        `The alert ${rule.id} stands in desk.yaml: take it out there, or /alerts snooze alert:${rule.id}`,
      );
    }
    const shown = await shownAlert(rule, context);
    await saveAlert(rule.id, null, context);
    return alertDone(
      'Removed. What desk.yaml says under this name, if anything, holds again.',
      shown,
      context,
    );
  },
});
