import { cronClock } from '../clock/cron.ts';
import { envFrom } from '../config/env.ts';
import { configOf, connected, keepGoing, logOf, openedBot, ownTerminal } from '../main.ts';
import type { Subcommand } from './subcommand.ts';

export const start: Subcommand = {
  async run() {
    const env = envFrom('.');
    const config = configOf(env);
    const log = logOf(env);
    const { promise: stopped, resolve: stop, reject: fail } = Promise.withResolvers<void>();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
    const outside = await connected(env, config, log);
    const platforms = outside.length > 0 ? outside : [ownTerminal(env, config, stop)];
    const clock = cronClock(fail);
    const bot = await openedBot(env, config, { now: clock.now, platforms, log });
    await keepGoing(bot, { clock, platforms }, stopped);
    await bot.close();
    return 0;
  },
};
