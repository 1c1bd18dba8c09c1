import { command } from '../src/app/command.ts';
import { feedMeant, setState } from '../src/app/feeds.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { UserError } from '../src/core/errors.ts';
import { feedMessage } from '../src/views/feeds.ts';

export const feedsPause = command({
  name: 'feeds pause',
  summary: 'Stops polling a feed until it is resumed',
  example: '/feeds pause lakeside-world',
  reply: 'personal',
  access: 'home',
  options: { feed: { kind: ruleKinds.polledFeed, summary: 'its name in /feeds list', required: true } },
  async run({ feed: id }, context) {
    const feed = await feedMeant(id, context);
    if (feed.state === 'paused') throw new UserError(`${id} is paused already. /feeds resume ${id}`);
    const paused = await setState(feed, 'paused', context);
    return feedMessage(`${id} is not polled until somebody resumes it.`, paused, context);
  },
});
