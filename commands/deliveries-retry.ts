import * as choices from '../src/app/choices.ts';
import { type Context, command } from '../src/app/command.ts';
import { type Meant, retryGivenUp } from '../src/app/deliveries.ts';
import * as deskKinds from '../src/app/desk-kinds.ts';
import { placeIn } from '../src/app/place.ts';
import { UserError } from '../src/core/errors.ts';
import { retriedMessage } from '../src/views/deliveries.ts';

export const deliveriesRetry = command({
  name: 'deliveries retry',
  summary: 'Posts again what was given up in this channel, after what kept it was put right',
  example: '/deliveries retry channel:all',
  reply: 'personal',
  access: 'manager',
  options: {
    delivery: { kind: choices.words, summary: 'only this one, as /deliveries list calls it' },
    channel: { kind: deskKinds.ruleId, summary: 'another channel of desk.yaml, or all' },
  },
  async run({ delivery, channel }, context) {
    const meant = delivery ? { key: delivery.replaceAll('"', '') } : meantBy(channel, context);
    return retriedMessage(await retryGivenUp(meant, context), context.zone);
  },
});

function meantBy(id: string | undefined, { desk, platform, where }: Context): Meant {
  if (id === 'all' || (id === undefined && where === null)) return { everything: true };
  const channel = desk.channels.find(each =>
    id === undefined ? each.platform === platform && each.to === where : each.id === id,
  );
  const place = channel && placeIn(channel);
  if (place) return { place };
  if (id === undefined) return { place: { platform, to: where ?? '' } };
  const suggestions = ['all', ...desk.channels.map(each => each.id)].slice(0, 5);
  throw new UserError(`There is no channel “${id}” with an id of its own.`, {
    suggestions,
    option: 'channel',
  });
}
