import { parseCommandLine } from '../app/line.ts';
import { envFrom } from '../config/env.ts';
import { UserError } from '../core/errors.ts';
import { type Attache, botOf, configOf, logOf, ownTerminal, storeOf } from '../main.ts';
import { here } from '../platforms/terminal/completed.ts';
import type { Terminal } from '../platforms/terminal/index.ts';
import { answerDocument } from '../platforms/terminal/json.ts';
import { inDocuments, printDocument } from './json.ts';
import type { Subcommand } from './subcommand.ts';

export const say: Subcommand = {
  async run(args) {
    const line = args.filter(arg => arg !== '--json').join(' ');
    if (line.length < args.join(' ').length) return inDocuments(line || null, () => saidInDocuments(line));
    const { bot, terminal } = await opened(line);
    const answered = await terminal.answer(line, bot.bot);
    await bot.close();
    return answered ? 0 : 1;
  },
};

async function opened(line: string): Promise<{ bot: Attache; terminal: Terminal }> {
  if (!parseCommandLine(line))
    throw new UserError('say needs a command. For example: npm run -s say -- "/stance NATO"');
  const env = envFrom('.');
  const config = configOf(env);
  const terminal = ownTerminal(env, config, () => {});
  const log = logOf(env, true);
  const store = await storeOf(env, log);
  const bot = botOf(env, config, { store, now: Date.now, platforms: [], log });
  return { bot, terminal };
}

async function saidInDocuments(line: string): Promise<number> {
  const { bot } = await opened(line);
  const asked = parseCommandLine(line) ?? { command: '', given: {} };
  const reply = await bot.bot.answer({ ...asked, ...here, where: null });
  printDocument(answerDocument(asked, reply));
  await bot.close();
  return reply.failed ? 1 : 0;
}
