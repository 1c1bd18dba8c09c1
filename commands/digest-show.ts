import { command } from '../src/app/command.ts';
import { digestButtons, newDigestButton } from '../src/app/digest-form.ts';
import { channelOf, digestMeant, isHere, shownDigest } from '../src/app/digests.ts';
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
    const hasOneHere = rules.some(rule => isHere(channelOf(rule, context.desk), context));
    const isNew = digest === undefined && !hasOneHere && context.isManager && context.where !== null;
    const buttons = [...digestButtons(rules, context), ...(isNew ? [newDigestButton] : [])];
    return digestsMessage(shown, context, buttons);
  },
});
