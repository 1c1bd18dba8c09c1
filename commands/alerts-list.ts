import { alertsSeen, shownAlert } from '../src/app/alerts.ts';
import { command } from '../src/app/command.ts';
import { alertsMessage } from '../src/views/alerts.ts';

export const alertsList = command({
  name: 'alerts list',
  summary: 'Your own alerts, and those of channels',
  example: '/alerts list',
  reply: 'personal',
  access: 'everyone',
  options: {},
  async run(_, context) {
    const shown = await Promise.all(alertsSeen(context).map(rule => shownAlert(rule, context)));
    return alertsMessage(shown, context);
  },
});
