import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PrivateAddress, publicLookup, type Resolve } from '../../src/feeds/addresses.ts';
import { fetcher } from '../../src/feeds/fetch.ts';
import type { Limits } from '../../src/feeds/stopwatch.ts';
import { withServer } from '../support/server.ts';

const limits: Limits = { bytes: 100_000, header: 1_000, idle: 1_000, total: 2_000 };

const found = (...addresses: string[]): LookupAddress[] =>
  addresses.map(address => ({ address, family: isIP(address) }));

/** A name server that answers each question with the next of these, and the last for ever. */
function answering(...answers: LookupAddress[][]): { resolve: Resolve; asked: string[] } {
  const asked: string[] = [];
  const resolve: Resolve = (hostname, _, callback) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(hostname);
    callback(null, answer);
  };
  return { resolve, asked };
}

const looked = (resolve: Resolve, all: boolean): Promise<unknown> =>
  new Promise((accept, reject) => {
    publicLookup(resolve)('feeds.example', { all }, (error, address, family) =>
      error ? reject(error) : accept(all ? address : { address, family }),
    );
  });

describe('the lookup of sockets', () => {
  test('leaves out what stands inside', async () => {
    const { resolve } = answering(found('10.0.0.1', '93.184.215.14', '::1', '2606:2800:21f:cb07::1'));
    expect(await looked(resolve, true)).toEqual(found('93.184.215.14', '2606:2800:21f:cb07::1'));
    expect(await looked(resolve, false)).toEqual({ address: '93.184.215.14', family: 4 });
  });

  test('judges each answer anew, so a name that moves inside is refused', async () => {
    const { resolve, asked } = answering(found('93.184.215.14'), found('127.0.0.1'));
    expect(await looked(resolve, true)).toEqual(found('93.184.215.14'));
    await expect(looked(resolve, true)).rejects.toThrow(PrivateAddress);
    expect(asked).toHaveLength(2);
  });
});

describe('a fetch from a name', () => {
  async function canary(...answers: LookupAddress[][]) {
    const { server, requests } = await withServer((_, response) => response.end('inside'));
    const { resolve, asked } = answering(...answers);
    const fetching = fetcher({ userAgent: 'attache-test/1', allowHosts: [], resolve });
    onTestFinished(() => fetching.close());
    const { port } = server.address() as { port: number };
    const get = (path: string) =>
      fetching.get(`http://feeds.example:${port}${path}`, { accept: '*/*', limits });
    return { get, requests, asked };
  }

  test.for([['127.0.0.1'], ['::1'], ['::ffff:127.0.0.1'], ['10.0.0.1', '127.0.0.1'], ['169.254.169.254']])(
    'that means %s reaches nobody',
    async addresses => {
      const { get, requests } = await canary(found(...addresses));
      expect(await get('/')).toEqual({
        outcome: 'refused-address',
        detail: 'feeds.example is an address inside a network',
        wait: null,
      });
      expect(requests).toHaveLength(0);
    },
  );

  test('dials what was checked: one look-up, and none after it', async () => {
    const { get, requests, asked } = await canary(found('127.0.0.1'), found('93.184.215.14'));
    expect((await get('/')).outcome).toBe('refused-address');
    expect(asked).toEqual(['feeds.example']);
    expect(requests).toHaveLength(0);
  });
});
