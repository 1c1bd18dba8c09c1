import { familyOf } from '../src/app/asked.ts';
import { command } from '../src/app/command.ts';
import { exampleHere } from '../src/app/examples.ts';
import { feedsListed } from '../src/app/feeds.ts';
import * as kinds from '../src/app/kinds.ts';
import { commandHelp, familyHelp, helpMessage } from '../src/views/help.ts';

export const help = command({
  name: 'help',
  summary: 'What you can ask, with examples that work',
  example: '/help',
  reply: 'personal',
  access: 'everyone',
  options: {
    command: { kind: kinds.commands, summary: 'more on one command, or on several such as digest' },
  },
  async run({ command: meant }, context) {
    const typing = { ...context, feeds: await feedsListed(context) };
    const helped = (meant ?? context.commands).map(each => ({ ...each, example: exampleHere(each, typing) }));
    const [one, ...more] = helped;
    if (!meant || !one) return helpMessage(helped, context.zone);
    return more.length === 0
      ? commandHelp(one, context.zone)
      : familyHelp(familyOf(one), helped, context.zone);
  },
});
