import { beforeEach, describe, expect, it } from 'vitest';
import { awayPlaces, setAway } from '../../src/app/away.ts';
import { parseCommandLine } from '../../src/app/line.ts';
import type { Bot, Delivery, Store } from '../../src/app/ports.ts';
import type { Message } from '../../src/core/message.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { rendered } from '../../src/platforms/terminal/render.ts';
import { askable, atHome, now } from '../support/asked.ts';
import { alertRule, desk } from '../support/made.ts';

const ours = desk({
  channels: [
    { id: 'news', platform: 'slack', to: 'C0NEWS' },
    { id: 'ops', platform: 'slack', to: 'C0OPS' },
    { id: 'off', platform: 'slack', to: null },
  ],
  alerts: [alertRule({ id: 'all', channel: 'news' })],
  managers: { slack: ['UBOSS'], discord: [], terminal: [] },
});

let bot: Bot;
let store: Store;
let lines: [string, object | undefined][];

beforeEach(async () => {
  lines = [];
  const info = (event: string, fields?: object): void => void lines.push([event, fields]);
  ({ bot, store } = await askable({ desk: ours, log: { info, warn: info, error: info } }));
});

const promised = (key: string, given: Partial<Delivery> = {}): Delivery => ({
  ...{ key, platform: 'slack', to: 'C0NEWS', under: null, notBefore: now - 2 * day },
  message: { summary: key, blocks: [], ping: [], zone: 'UTC' },
  ...given,
});

async function parked(key: string, given: Partial<Delivery> = {}, reason = 'it is archived'): Promise<void> {
  await store.outbox.promise([promised(key, given)], []);
  await store.outbox.park(key, reason);
}

async function answered(line: string, who = 'UBOSS'): Promise<Message> {
  const request = { command: '', given: {}, ...parseCommandLine(line) };
  const reply = await bot.answer({ ...request, ...atHome, platform: 'slack', who, where: 'C0NEWS' });
  expect(reply.visibility).toBe('private');
  return reply.message;
}

const asked = async (line: string, who?: string): Promise<string> =>
  rendered(await answered(line, who), { colour: false, width: 300 }).replace(/\s+/g, ' ');

const waiting = async () => (await store.outbox.rows('waiting', 99)).map(({ key }) => key);

describe('/deliveries list', () => {
  it('says how much waits and since when, but not what is not due yet', async () => {
    expect(await asked('/deliveries list', 'UANN')).toContain('Nothing waits to be posted.');
    await store.outbox.promise(
      [promised('a', { notBefore: now - hour }), promised('b'), promised('c', { notBefore: now + hour })],
      [],
    );
    await store.outbox.retry('a', now + minute, 'Slack could not be reached: HTTP 503');
    expect(await asked('/deliveries', 'UANN')).toContain(
      '2 messages to be posted, the oldest since 26 Nov 2025, 10:00. The last answer was: Slack could not be reached: HTTP 503',
    );
  });

  it('tells managers, and nobody else, what was given up and why', async () => {
    await parked('digest:morning:2025-11-26');
    await store.outbox.promise([promised('detail', { under: 'digest:morning:2025-11-26' })], []);
    const told = await asked('/deliveries list');
    expect(told).toContain('Given up, needs a person: 1');
    expect(told).toContain(
      'digest:morning:2025-11-26 for slack C0NEWS, since 26 Nov 2025, 10:00: it is archived',
    );
    expect(told).toContain('With 1 message in their threads.');
    expect(told).toContain('/deliveries retry channel:all');
    expect(await asked('/deliveries list', 'UANN')).not.toContain('archived');
  });

  it('names no person, not even to a manager', async () => {
    await parked('alert:person-slack-uann-1:r1', { to: 'UANN' }, 'Slack refused to post to UANN');
    await store.outbox.promise([promised('alert:person-slack-uben-1:r1', { to: 'UBEN' })], []);
    await store.outbox.retry('alert:person-slack-uben-1:r1', now, 'Slack refused to post to UBEN');
    await setAway({ platform: 'slack', to: 'UANN' }, 'Slack refused to post to UANN', store, now);
    const told = await asked('/deliveries list');
    expect(told).toContain('1 direct message to people');
    expect(`${told} ${await asked('/status')}`).not.toMatch(/uann|uben/i);
  });
});

describe('/deliveries retry', () => {
  it('puts one back by its key, with what is under it, and who did it is logged', async () => {
    await parked('digest:morning:2025-11-26');
    await store.outbox.promise([promised('detail', { under: 'digest:morning:2025-11-26' })], []);
    await parked('digest:evening:2025-11-26');
    expect(await asked('/deliveries retry delivery:digest:morning:2025-11-26')).toContain(
      '2 messages on the way.',
    );
    expect(await waiting()).toEqual(['digest:morning:2025-11-26', 'detail']);
    expect(lines).toContainEqual([
      'deliveries retried',
      { by: 'slack UBOSS', revived: 2, tooOld: 0, key: 'digest:morning:2025-11-26' },
    ]);
  });

  it('takes this channel, another one, or all, and lets their rules promise again', async () => {
    for (const to of ['C0NEWS', 'C0OPS', 'C0LAST']) await parked(`digest:${to}:2025-11-26`, { to });
    for (const to of ['C0NEWS', 'C0LAST']) {
      await setAway({ platform: 'slack', to }, 'it is archived', store, now);
    }
    expect(await asked('/deliveries retry')).toContain(
      '1 message on the way. Tried again from now on: slack C0NEWS.',
    );
    expect(await awayPlaces(store.marks, now)).toMatchObject([{ to: 'C0LAST' }]);
    await asked('/deliveries retry channel:ops');
    expect(await waiting()).toEqual(['digest:C0NEWS:2025-11-26', 'digest:C0OPS:2025-11-26']);
    await asked('/deliveries retry channel:all');
    expect(await waiting()).toHaveLength(3);
    expect(await awayPlaces(store.marks, now)).toEqual([]);
  });

  it('leaves an alert given up that is too old to ping', async () => {
    await parked('alert:all:young', { expires: now + 1 });
    await parked('alert:all:old', { expires: now });
    expect(await asked('/deliveries retry')).toContain(
      '1 message on the way. 1 alert too old by now: given up, and in the digest.',
    );
    expect(await waiting()).toEqual(['alert:all:young']);
    expect(await store.outbox.rows('parked', 9)).toHaveLength(1);
  });

  it.each([
    ['/deliveries retry', 'UANN', 'is for managers of this desk'],
    ['/deliveries retry', 'UBOSS', 'Nothing was given up here.'],
    ['/deliveries retry delivery:nowhere', 'UBOSS', 'Nothing was given up under “nowhere”.'],
    ['/deliveries retry channel:nowhere', 'UBOSS', 'There is no channel “nowhere”'],
    ['/deliveries retry channel:off', 'UBOSS', 'There is no channel “off” with an id of its own.'],
  ])('%s by %s is answered in words', async (line, who, answer) => {
    await store.outbox.promise([promised('a')], []);
    expect(await asked(line, who)).toContain(answer);
    expect(lines.map(([event]) => event)).not.toContain('deliveries retried');
  });
});
