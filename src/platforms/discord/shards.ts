import { setTimeout as pause } from 'node:timers/promises';
import { SimpleShardingStrategy } from 'discord.js';

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];
type DestroyOptions = Parameters<SimpleShardingStrategy['destroy']>[0];

/** What discord.js keeps private of a shard, and this needs. */
interface Shard {
  readonly connection: { onerror: (() => void) | null; terminate(): void } | null;
  internalConnect(): Promise<void>;
}

/** How long a server may take to agree that a connection is closed, in milliseconds. */
const goodbye = 1_000;

/**
 * The gateway's connections, with two repairs to discord.js 14.28.1. An event it cannot read must not end the process.
 * And destroyed must mean gone: a shard between two connections, or one that waits for its first greeting, would connect
 * again after it was destroyed, and a socket that is still opening would be left to itself.
 */
export class Shards extends SimpleShardingStrategy {
  /** `failed` hears of an event that could not be read: thrown on, it would be a rejection that nobody handles. */
  constructor(manager: Manager, failed: (error: unknown) => void) {
    const emit = manager.emit.bind(manager);
    manager.emit = (...event: Parameters<typeof emit>) => {
      try {
        return emit(...event);
      } catch (error) {
        failed(error);
        return false;
      }
    };
    super(manager);
  }

  override async destroy(options?: DestroyOptions): Promise<void> {
    const shards = [...(this as unknown as { shards: Map<number, Shard> }).shards.values()];
    for (const shard of shards) shard.internalConnect = async () => {};
    await Promise.race([super.destroy(options), pause(goodbye, undefined, { ref: false })]);
    for (const { connection } of shards) if (connection) end(connection);
  }
}

/** A socket that ends while it opens says so as an error, and nobody else listens any more. */
function end(connection: NonNullable<Shard['connection']>): void {
  connection.onerror = () => {};
  connection.terminate();
}
