import { command } from '../src/app/command.ts';
import { awaySeen } from '../src/app/deliveries.ts';
import { pausedSpaces, undelivered } from '../src/app/undelivered.ts';
import { feedHealth, pulse } from '../src/core/health.ts';
import { statusMessage } from '../src/views/status.ts';

export const status = command({
  name: 'status',
  summary: 'How the feeds are, what is on record, what could not be delivered',
  example: '/status',
  reply: 'private',
  access: 'everyone',
  options: {},
  async run(_given, context) {
    const states = await context.feedStates.all();
    return statusMessage({
      ...context,
      states,
      feeds: feedHealth(states, context.catalog),
      pulse: pulse(states, context.catalog, context.now),
      held: await context.ledger.count(),
      away: await awaySeen(context),
      paused: await pausedSpaces(context),
      waiting: await undelivered('waiting', context),
      parked: await undelivered('parked', context),
    });
  },
});
