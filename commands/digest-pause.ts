import { command } from '../src/app/command.ts';
import { setPaused } from '../src/app/digests.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { digestsMessage } from '../src/views/digests.ts';

export const digestPause = command({
  name: 'digest pause',
  summary: 'Holds a digest back until it is resumed',
  example: '/digest pause',
  reply: 'personal',
  access: 'manager',
  options: {
    digest: { kind: ruleKinds.comingDigest, summary: 'another digest than the one of this channel' },
  },
  async run({ digest }, context) {
    return digestsMessage([await setPaused(digest, true, context)], context);
  },
});
