import { command } from '../src/app/command.ts';
import { feedMeant, setState } from '../src/app/feeds.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { UserError } from '../src/core/errors.ts';
import { feedMessage } from '../src/views/feeds.ts';

export const feedsRemove = command({
  name: 'feeds remove',
  summary: 'Takes out a feed that was added in chat; what it brought stays on record',
  example: '/feeds remove news-en',
  reply: 'personal',
  access: 'home',
  options: { feed: { kind: ruleKinds.addedFeed, summary: 'its name in /feeds list', required: true } },
  async run({ feed: id }, context) {
    const feed = await feedMeant(id, context);
    if (feed.added === null) {
      const where = `It stands in config/feeds.yaml under outlets, ${feed.feed.outlet}`;
      throw new UserError(`${id} was not added in chat. ${where}: take it out there, or /feeds pause ${id}`);
    }
    const removed = await setState(feed, 'removed', context);
    return feedMessage(`${id} is taken out. What it brought stays on record.`, removed, context);
  },
});
