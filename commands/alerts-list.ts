import { alertsSeen, shownAlert } from '../src/app/alerts.ts';
import { command } from '../src/app/command.ts';
import type { Action } from '../src/core/message.ts';
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
    const forChannel = context.isManager && context.where !== null ? [newForChannel] : [];
    return alertsMessage(shown, context, [newAlert, ...forChannel]);
  },
});

/** Who fills in a form and sends it off has decided. */
const newAlert: Action = {
  label: 'New alert…',
  command: 'alerts add',
  given: { save: 'yes' },
  asks: ['topic', 'party', 'person', 'kind', 'quiet'],
};

const newForChannel: Action = {
  ...newAlert,
  label: 'New for this channel…',
  given: { save: 'yes', to: 'channel' },
};
