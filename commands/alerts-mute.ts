import { alertToChange, setMuted, shownAlert } from '../src/app/alerts.ts';
import { command } from '../src/app/command.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { alertDone } from '../src/views/alerts.ts';

export const alertsMute = command({
  name: 'alerts mute',
  summary: 'Leaves all that an alert would tell to the digest, until it is unmuted',
  example: '/alerts mute alert:person-slack-u024be7lh-1',
  reply: 'personal',
  access: 'everyone',
  options: { alert: { kind: ruleKinds.alertToChange, summary: 'which one; your only one if not given' } },
  async run({ alert }, context) {
    const rule = await setMuted(alertToChange(alert, context), true, context);
    return alertDone(
      'Muted: what it would tell is in the digest alone. /alerts unmute lets it tell again.',
      await shownAlert(rule, context),
      context,
    );
  },
});
