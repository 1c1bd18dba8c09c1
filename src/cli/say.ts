import { parseCommandLine } from '../app/line.ts';
import { envFrom } from '../config/env.ts';
import { UserError } from '../core/errors.ts';
import { configOf, logOf, openedBot, ownTerminal } from '../main.ts';
import type { Subcommand } from './subcommand.ts';

export const say: Subcommand = {
  async run(args) {
    const line = args.join(' ');
    if (!parseCommandLine(line))
      throw new UserError('say needs a command. For example: npm run -s say -- "/stance NATO"');
    const env = envFrom('.');
    const config = configOf(env);
    const terminal = ownTerminal(env, config, () => {});
    const bot = await openedBot(env, config, { now: Date.now, platforms: [], log: logOf(env, true) });
    const answered = await terminal.answer(line, bot.bot);
    await bot.close();
    return answered ? 0 : 1;
  },
};
