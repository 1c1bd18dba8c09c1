import { envFrom } from '../config/env.ts';
import { attache, configOf, connected, logOf, ownTerminal, storeOf, workOf } from '../main.ts';
import type { Subcommand } from './subcommand.ts';

export const once: Subcommand = {
  async run() {
    const env = envFrom('.');
    const config = configOf(env);
    const log = logOf(env, env.slack === null && env.discord === null);
    const outside = connected(env, config, log);
    const platforms = outside.length > 0 ? outside : [ownTerminal(env, config, () => {})];
    const store = await storeOf(env);
    const bot = attache({ env, config, store, work: workOf(config), now: Date.now, platforms, log });
    await Promise.all(outside.map(platform => platform.start(bot.bot)));
    await bot.gather();
    await bot.brief();
    await Promise.all(outside.map(platform => platform.stop()));
    await bot.close();
    return 0;
  },
};
