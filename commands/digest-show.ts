import { command } from '../src/app/command.ts';
import { digestMeant, shownDigest } from '../src/app/digests.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { digestsMessage } from '../src/views/digests.ts';

export const digestShow = command({
  name: 'digest show',
  summary: 'Which digests come where and when, and who set them',
  example: '/digest show',
  reply: 'personal',
  access: 'everyone',
  options: { digest: { kind: ruleKinds.digest, summary: 'only this one' } },
  async run({ digest }, context) {
    const rules = digest === undefined ? context.desk.digests : [digestMeant(digest, context)];
    const shown = await Promise.all(rules.map(rule => shownDigest(rule, context)));
    return digestsMessage(shown, context);
  },
});
