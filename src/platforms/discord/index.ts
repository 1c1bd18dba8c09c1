import type { Log, Platform } from '../../app/ports.ts';
import { DeliveryError } from '../../core/errors.ts';
import { type Connection, connect } from './connection.ts';
import { budget } from './limits.ts';
import type { DiscordSettings } from './settings.ts';

export type { DiscordSettings } from './settings.ts';

/** Discord, by its gateway and REST interface. */
export function discordPlatform(settings: DiscordSettings, log: Log): Platform {
  let connection: Connection | null = null;
  return {
    name: 'discord',
    budget,
    async start(bot) {
      connection = await connect(settings, bot, log);
    },
    async stop() {
      const open = connection;
      connection = null;
      await open?.close();
    },
    async post(delivery) {
      if (!connection) throw new DeliveryError('Discord is not connected', {});
      return connection.post(delivery);
    },
  };
}
