import { promiseEarly } from '../src/app/brief.ts';
import { command } from '../src/app/command.ts';
import { digestMeant, placeOfDigest } from '../src/app/digests.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { UserError } from '../src/core/errors.ts';
import { digestSentMessage } from '../src/views/digests.ts';

export const digestNow = command({
  name: 'digest now',
  summary: 'Sends the next digest at once; the one of the hour goes on from there',
  example: '/digest now',
  reply: 'personal',
  access: 'manager',
  options: { digest: { kind: ruleKinds.digest, summary: 'another digest than the one of this channel' } },
  async run({ digest }, context) {
    const rule = digestMeant(digest, context);
    const place = placeOfDigest(rule, context);
    const tools = { catalog: context.catalog, store: context };
    if (!(await promiseEarly(rule, place, tools, context.now))) {
      throw new UserError('A digest of this channel is on its way at this moment. Nothing more was sent.');
    }
    return digestSentMessage(rule, context.zone);
  },
});
