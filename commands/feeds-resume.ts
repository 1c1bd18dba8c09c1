import { command } from '../src/app/command.ts';
import { feedMeant, setState } from '../src/app/feeds.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { UserError } from '../src/core/errors.ts';
import { feedMessage } from '../src/views/feeds.ts';

export const feedsResume = command({
  name: 'feeds resume',
  summary: 'Polls a paused feed again',
  example: '/feeds resume lakeside-world',
  reply: 'personal',
  access: 'home',
  options: { feed: { kind: ruleKinds.pausedFeed, summary: 'its name in /feeds list', required: true } },
  async run({ feed: id }, context) {
    const feed = await feedMeant(id, context);
    if (feed.state !== 'paused') {
      const hint = 'A feed whose publisher says that it is gone is asked once a week by itself.';
      throw new UserError(`Nobody paused ${id}. ${hint}`);
    }
    return feedMessage(`${id} is polled again.`, await setState(feed, 'polled', context), context);
  },
});
