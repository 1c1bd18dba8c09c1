import { cronClock } from '../clock/cron.ts';
import { envFrom } from '../config/env.ts';
import { attache, configOf, connected, keepGoing, logOf, ownTerminal, storeOf, workOf } from '../main.ts';
import type { Subcommand } from './subcommand.ts';

export const start: Subcommand = {
  async run() {
    const env = envFrom('.');
    const config = configOf(env);
    const log = logOf(env, env.slack === null && env.discord === null);
    const { promise: stopped, resolve: stop, reject: fail } = Promise.withResolvers<void>();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
    const outside = connected(env, config, log);
    const platforms = outside.length > 0 ? outside : [ownTerminal(env, config, stop)];
    const clock = cronClock(fail);
    const store = await storeOf(env);
    const bot = attache({ env, config, store, work: workOf(config), now: clock.now, platforms, log });
    await keepGoing(bot, { clock, platforms }, stopped);
    await bot.close();
    return 0;
  },
};
