import { envFrom } from '../config/env.ts';
import { configOf, connected, logOf, openedBot, ownTerminal } from '../main.ts';
import type { Subcommand } from './subcommand.ts';

export const once: Subcommand = {
  async run() {
    const env = envFrom('.');
    const config = configOf(env);
    const log = logOf(env);
    const outside = await connected(env, config, log);
    const platforms = outside.length > 0 ? outside : [ownTerminal(env, config, () => {})];
    const bot = await openedBot(env, config, { now: Date.now, platforms, log });
    await Promise.all(outside.map(platform => platform.start(bot.bot)));
    await bot.gather();
    await bot.brief();
    await Promise.all(outside.map(platform => platform.stop()));
    await bot.close();
    return 0;
  },
};
