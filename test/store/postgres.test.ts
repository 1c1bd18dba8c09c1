import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { storeContract } from '../contracts/store.ts';
import { storeProcesses } from './processes.ts';
import { ask, skipped, storesInSchema } from './schemas.ts';
import { storeTampering } from './tampering.ts';

// The reporter shows the names of suites that it skips only in its verbose form.
if (skipped) console.warn(`The store was not tested on PostgreSQL${skipped}.`);

describe.skipIf(skipped)(`PostgreSQL${skipped}`, () => {
  const open = storesInSchema();
  storeContract('the store', open);
  storeProcesses('the store', open);
  storeTampering('the store', open, ([, , schema], sql) => ask(`set search_path = ${schema}; ${sql}`));
});

describe('a PostgreSQL that cannot be used', () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  /** Listens on a port of its own and does with each connection what it is told. */
  async function server(meet: (socket: Socket) => void): Promise<string> {
    const sockets: Socket[] = [];
    const listening = createServer(socket => {
      sockets.push(socket);
      socket.on('error', () => {});
      meet(socket);
    }).listen(0, '127.0.0.1');
    closing.push(() => {
      for (const socket of sockets) socket.destroy();
      listening.close();
    });
    await once(listening, 'listening');
    return `127.0.0.1:${(listening.address() as AddressInfo).port}`;
  }

  const refusal = (url: string): Promise<Error> =>
    openStore({ databaseUrl: url, path: ':memory:' }).then(
      () => Promise.reject(new Error('it opened')),
      error => error,
    );

  it('is said in one sentence with the place and without the password', async () => {
    const place = await server(() => {});
    for (const close of closing.splice(0)) close();
    const error = await refusal(`postgres://desk:s3cret@${place}/news?application_name=s3cret`);
    expect(error.name).toBe('StartError');
    expect(error.message).toMatch(
      new RegExp(`^PostgreSQL at ${place}/news cannot be used \\(.*ECONNREFUSED.*\\): check DATABASE_URL`),
    );
    expect(`${error.stack} ${JSON.stringify(error)} ${error.cause}`).not.toContain('s3cret');
  });

  it('is given up where it answers with something else', async () => {
    const place = await server(socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await refusal(`postgres://desk:s3cret@${place}/news`)).toMatchObject({
      name: 'StartError',
      message: expect.stringContaining(`PostgreSQL at ${place}/news cannot be used`),
    });
  });

  it('is given up within 10 seconds where it does not answer', async () => {
    const place = await server(() => {});
    const url = `postgres://desk:s3cret@${place}/news`;
    const opening = openPostgres(url, { patience: 200 });
    await expect(opening).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringContaining('timeout'),
    });
  });

  it.each([
    'not an address',
    'mysql://desk:s3cret@localhost/news',
    'postgres://desk:s3/cret@localhost/news',
    'postgres://desk:12/s3cret@localhost/news',
    'postgres://desk:12#s3cret@localhost/news',
    'postgres://desk:s3cret%zz@localhost:1/news',
  ])('is named as no address, or without its password: %s', async url => {
    const error = await refusal(url);
    expect(error.name).toBe('StartError');
    expect(error.message).toContain('DATABASE_URL');
    expect(`${error.message} ${error.cause}`).not.toMatch(/s3|cret|:12/);
  });
});
