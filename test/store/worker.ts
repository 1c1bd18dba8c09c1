import { once } from 'node:events';
import type { Platform, Store } from '../../src/app/ports.ts';
import { deliverPromises } from '../../src/app/pump.ts';
import { silent } from '../support/silent.ts';
import { aDelivery } from './examples.ts';

/**
 * A second process on a store, for the tests. Once it is told to begin, `deliver` claims and settles all there is, `show`
 * delivers it as the bot does, and `promise` writes until it is killed.
 */
const [engine, place = '', schema = '', task] = process.argv.slice(2);
const store = await (engine === 'sqlite' ? onSqlite() : onPostgres());

async function onSqlite(): Promise<Store> {
  const { openSqlite } = await import('../../src/store/sqlite.ts');
  return openSqlite(place);
}

async function onPostgres(): Promise<Store> {
  const { openPostgres } = await import('../../src/store/postgres.ts');
  return openPostgres(place, { schema });
}

/** https://nodejs.org/api/process.html#a-note-on-process-io: a pipe is written at once, so what was said survives a kill. */
const say = (line: string): unknown => process.stdout.write(`${line}\n`);

async function deliver({ outbox }: Store): Promise<void> {
  for (let idle = 0; idle < 50; idle++) {
    for (const { key } of await outbox.claim(['slack'], 0, 1_000_000, 3)) {
      say(key);
      await outbox.sent(key, {}, 1);
      idle = 0;
    }
  }
}

/** Says when each call began, by the clock that all processes of a machine share. */
async function show(on: Store): Promise<void> {
  const platform: Platform = {
    name: 'slack',
    start: async () => {},
    stop: async () => {},
    post: async ({ key }) => {
      say(`${process.hrtime.bigint()} ${key}`);
      await new Promise(resolve => setTimeout(resolve, 2));
      return { ts: key };
    },
  };
  while ((await on.outbox.rows('waiting', 1)).length > 0)
    await deliverPromises({ platforms: [platform], store: on, now: Date.now, log: silent });
}

async function promise({ outbox }: Store): Promise<void> {
  for (let i = 0; ; i++) {
    await outbox.promise(
      [aDelivery(`${i}`), aDelivery(`${i}:1`, { under: `${i}` })],
      [{ key: 'm', dueAt: null, value: `${i}` }],
    );
    say(String(i));
  }
}

say('ready');
await once(process.stdin, 'data');
await { deliver, show, promise }[task as 'deliver' | 'show' | 'promise'](store);
await store.close();
process.stdin.destroy();
