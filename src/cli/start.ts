import { cronClock } from '../clock/cron.ts';
import { envFrom } from '../config/env.ts';
import { botOf, configOf, connected, keepGoing, logOf, ownTerminal, storeOf } from '../main.ts';
import type { Subcommand } from './subcommand.ts';

export const start: Subcommand = {
  async run() {
    const env = envFrom('.');
    const config = configOf(env);
    const log = logOf(env);
    const { promise: stopped, resolve: stop, reject: fail } = Promise.withResolvers<void>();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
    const store = await storeOf(env, log);
    const outside = await connected(env, config, store, log);
    const platforms = outside.length > 0 ? outside : [ownTerminal(env, config, stop)];
    const clock = cronClock(fail);
    const bot = botOf(env, config, { store, now: clock.now, platforms, log });
    await keepGoing(bot, { clock, platforms }, stopped);
    await bot.close();
    return 0;
  },
};
