import { command } from '../src/app/command.ts';
import { awaySeen, givenUp, waitingNow } from '../src/app/deliveries.ts';
import { deliveriesMessage } from '../src/views/deliveries.ts';

export const deliveriesList = command({
  name: 'deliveries list',
  summary: 'How much waits to be posted; managers: what was given up, and what to do',
  example: '/deliveries list',
  reply: 'personal',
  access: 'everyone',
  options: {},
  async run(_, context) {
    return deliveriesMessage({
      waiting: await waitingNow(context),
      away: await awaySeen(context),
      givenUp: context.isManager ? await givenUp(context) : null,
      zone: context.zone,
    });
  },
});
