import { command } from '../src/app/command.ts';
import * as feedKinds from '../src/app/feed-kinds.ts';
import { looked } from '../src/app/feeds.ts';
import { triedMessage } from '../src/views/feed-look.ts';

export const feedsTry = command({
  name: 'feeds try',
  summary: 'What a feed would bring: its newest items, and how many are on what is followed',
  example: '/feeds try url:https://news.example/feed.xml',
  reply: 'personal',
  access: 'home',
  options: {
    url: { kind: feedKinds.address, summary: 'of a feed, or of a page that names one', required: true },
  },
  async run({ url }, context) {
    return triedMessage(await looked(url, context), context);
  },
});
