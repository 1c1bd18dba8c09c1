import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable, type Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Opened } from '../contracts/store.ts';
import { aDelivery } from './examples.ts';

export interface OnDisk extends Opened {
  /** Engine, path or address, and schema: how another process finds the same data. */
  readonly place: readonly [engine: string, place: string, schema: string];
}

const script = fileURLToPath(new URL('worker.ts', import.meta.url));

type Worker = ChildProcessByStdio<Writable, Readable, null>;

/** A process that has opened the store and waits for `begin`. */
async function worker({ place }: OnDisk, task: 'deliver' | 'show' | 'promise'): Promise<Worker> {
  const started = spawn(process.execPath, [script, ...place, task], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(started.stdout, 'readable');
  return started;
}

const begin = ({ stdin }: Worker): boolean => stdin.write('begin\n');

async function* said({ stdout }: Worker): AsyncGenerator<string> {
  for await (const line of createInterface(stdout)) if (line !== 'ready') yield line;
}

/** What real processes on one store do to each other, and what a kill leaves behind. */
export function storeProcesses(name: string, open: () => Promise<OnDisk>): void {
  describe(`${name}, with other processes`, () => {
    let opened: OnDisk;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.destroy());

    it('has each delivery claimed by one of two processes', async () => {
      const count = 120;
      const deliveries = Array.from({ length: count }, (_, i) => aDelivery(`${i}`, { to: `C${i % 8}` }));
      await opened.store.outbox.promise(deliveries, []);
      const workers = await Promise.all([worker(opened, 'deliver'), worker(opened, 'deliver')]);
      workers.forEach(begin);
      const posted = await Promise.all(workers.map(each => Readable.from(said(each)).toArray()));
      expect(posted.flat().toSorted()).toEqual(deliveries.map(({ key }) => key).toSorted());
      expect(await opened.store.outbox.rows('sent', 999)).toHaveLength(count);
    });

    it('has each message shown once by two bots that deliver at once, channels and threads in their order', async () => {
      const count = 120;
      const deliveries = Array.from({ length: count }, (_, i) =>
        aDelivery(`${i}`, { to: `C${i % 8}`, under: i % 24 < 8 || i < 24 ? null : `${i % 8}` }),
      );
      await opened.store.outbox.promise(deliveries, []);
      const workers = await Promise.all([worker(opened, 'show'), worker(opened, 'show')]);
      workers.forEach(begin);
      const lines = await Promise.all(workers.map(each => Readable.from(said(each)).toArray()));
      const keys = (lines.flat() as string[]).toSorted().map(line => line.split(' ')[1] ?? '');
      expect(keys.toSorted()).toEqual(deliveries.map(({ key }) => key).toSorted());
      const places = Map.groupBy(keys, key => {
        const { to, under } = deliveries[Number(key)] ?? {};
        return `${to} ${under}`;
      });
      for (const place of places.values())
        expect(place).toEqual(place.toSorted((a, b) => Number(a) - Number(b)));
    });

    it('keeps what a killed process had been told is kept, and nothing by halves', async () => {
      const writer = await worker(opened, 'promise');
      const exit = once(writer, 'exit');
      begin(writer);
      let told = -1;
      for await (const line of said(writer)) {
        told = Number(line);
        if (told === 25) writer.kill('SIGKILL');
      }
      await exit;
      const store = await opened.reopen();
      // A server may still be at the last commit of the dead: promising waits for it.
      await store.outbox.promise([], []);
      const keys = (await store.outbox.rows('waiting', 9_999)).map(({ key }) => key);
      const mark = Number((await store.marks.get('m'))?.value);
      expect(mark).toBeGreaterThanOrEqual(told);
      expect(keys).toEqual(Array.from({ length: mark + 1 }, (_, i) => [`${i}`, `${i}:1`]).flat());
    });
  });
}
