import * as choices from '../src/app/choices.ts';
import { command } from '../src/app/command.ts';
import * as feedKinds from '../src/app/feed-kinds.ts';
import {
  addFeed,
  feedsListed,
  feedWished,
  looked,
  refuseKnown,
  refuseOwnership,
  refuseTaken,
} from '../src/app/feeds.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { addAskedMessage, addedMessage } from '../src/views/feed-look.ts';

export const feedsAdd = command({
  name: 'feeds add',
  summary: 'Adds a feed, after showing what it would have brought',
  example: '/feeds add url:https://news.example outlet:"News Example" language:en',
  reply: 'personal',
  access: 'home',
  options: {
    url: { kind: feedKinds.address, summary: 'of a feed, or of a page that names one', required: true },
    outlet: { kind: feedKinds.outletName, summary: 'who publishes it; its title, if not said' },
    language: { kind: feedKinds.language, summary: 'en, if not said' },
    ownership: {
      kind: feedKinds.ownership,
      summary: 'independent (if not said), public, or the party whose voice the outlet is',
    },
    id: { kind: ruleKinds.newFeed, summary: 'what the feed is called here' },
    confirm: { kind: choices.yes, summary: 'yes, to add it' },
  },
  async run({ url, confirm, ...wished }, context) {
    const all = await feedsListed(context);
    refuseKnown(url, all);
    const look = await looked(url, context);
    refuseKnown(look.found.url, all);
    if (wished.id) refuseTaken(wished.id, look.found.url, all);
    const added = feedWished(look.found, wished, all, context.catalog.outlets);
    refuseOwnership(added.outlet, context);
    const wish = { ...added, isKnown: context.catalog.outlets.has(added.outlet.id) };
    if (confirm) {
      await addFeed(added, context);
      return addedMessage(wish, context);
    }
    const { url: _, ...given } = context.given;
    const asked = { command: 'feeds add', given: { ...given, '': look.found.url } };
    return addAskedMessage(look, wish, { ...context, asked });
  },
});
