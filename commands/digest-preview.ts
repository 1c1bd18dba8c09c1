import { editionAhead } from '../src/app/brief.ts';
import { command } from '../src/app/command.ts';
import { digestMeant } from '../src/app/digests.ts';
import { editionMessages } from '../src/app/edition.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { wholeDigest } from '../src/views/digest.ts';

export const digestPreview = command({
  name: 'digest preview',
  summary: 'The next digest as it would be now, for you alone',
  example: '/digest preview',
  reply: 'personal',
  access: 'everyone',
  options: { digest: { kind: ruleKinds.digest, summary: 'another digest than the one of this channel' } },
  async run({ digest }, context) {
    const rule = digestMeant(digest, context);
    const tools = { catalog: context.catalog, store: context };
    const edition = await editionAhead(rule, tools, context.now);
    const { parent, details } = await editionMessages(edition, { rule, late: false }, tools);
    return wholeDigest(parent, details);
  },
});
