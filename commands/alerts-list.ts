import { newAlertButton } from '../src/app/alert-form.ts';
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
    return alertsMessage(shown, context, [newAlertButton, ...forChannel]);
  },
});

const newForChannel: Action = {
  ...newAlertButton,
  label: 'New for this channel…',
  given: { save: 'yes', to: 'channel' },
};
