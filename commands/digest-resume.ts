import { command } from '../src/app/command.ts';
import { setPaused } from '../src/app/digests.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { digestsMessage } from '../src/views/digests.ts';

export const digestResume = command({
  name: 'digest resume',
  summary: 'Lets a paused digest come again, with what is new since',
  example: '/digest resume',
  reply: 'personal',
  access: 'manager',
  options: {
    digest: { kind: ruleKinds.pausedDigest, summary: 'another digest than the one of this channel' },
  },
  async run({ digest }, context) {
    return digestsMessage([await setPaused(digest, false, context)], context);
  },
});
