import { command } from '../src/app/command.ts';
import * as kinds from '../src/app/kinds.ts';
import { commandHelp, helpMessage } from '../src/views/help.ts';

export const help = command({
  name: 'help',
  summary: 'What you can ask, with examples that work',
  example: '/help',
  reply: 'personal',
  access: 'everyone',
  options: { command: { kind: kinds.commandName, summary: 'more on one command' } },
  async run({ command: one }, { commands, zone }) {
    return one ? commandHelp(one, zone) : helpMessage(commands, zone);
  },
});
