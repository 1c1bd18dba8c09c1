import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { REST } from 'discord.js';
import { expect, it, onTestFinished } from 'vitest';
import { restOptions } from '../../../src/platforms/discord/settings.ts';

it('an answer that breaks off, and that nobody reads to its end, does not end the process', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(503, { 'content-length': '1000' });
    response.write('half an ');
    setTimeout(() => response.destroy(), 5);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const rest = new REST(restOptions({ apiUrl: `http://127.0.0.1:${port}/api` })).setToken('token');
  await expect(rest.get('/gateway/bot')).rejects.toThrow('Service Unavailable');
  // Where nobody hears it, vitest reports the error of the stream and fails.
  await sleep(50);
});
