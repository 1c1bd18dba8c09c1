import { beforeEach, describe, expect, it } from 'vitest';
import { promiseAlerts } from '../../src/app/alert.ts';
import { promiseDigests } from '../../src/app/brief.ts';
import type { Claimed, Platform, Store } from '../../src/app/ports.ts';
import { deliverPromises } from '../../src/app/pump.ts';
import { promiseRevisions } from '../../src/app/revise.ts';
import type { Correction } from '../../src/core/correction.ts';
import type { DigestRule } from '../../src/core/desk.ts';
import type { Message } from '../../src/core/message.ts';
import type { Statement } from '../../src/core/statement.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { rendered } from '../../src/platforms/terminal/render.ts';
import { openStore } from '../../src/store/open.ts';
import { recorded } from '../support/asked.ts';
import { alertRule, article, at, desk, lakes, speakerOf, statement } from '../support/made.ts';
import { silent } from '../support/silent.ts';

const half7 = at('2025-11-28T05:30Z');
const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }] };
const morning: DigestRule = {
  ...{ id: 'morning', channel: 'newsroom', at: ['07:30'], weekdays: [0, 1, 2, 3, 4, 5, 6] },
  ...{ zone: 'Europe/Kyiv', whenQuiet: 'line', paused: false, topics: [], parties: [] },
};

let store: Store;
let now: number;
/** What stands in the channel, by key; what is under a message has its key. */
let channel: Map<string, { readonly message: Message; readonly under: string | null }>;
let posts: Claimed[];

beforeEach(async () => {
  store = await openStore({ databaseUrl: null, path: ':memory:' });
  now = half7 - minute;
  channel = new Map();
  posts = [];
});

const platform: Platform = {
  name: 'terminal',
  start: async () => {},
  stop: async () => {},
  async post(delivery) {
    const { key, message, change } = delivery;
    posts.push(delivery);
    if (change) expect(delivery.target).toEqual({ key: change.of });
    if (change?.how === 'remove') channel.delete(change.of);
    else channel.set(change?.of ?? key, { message, under: delivery.parent?.key ?? null });
    return { key: change?.of ?? key };
  },
};

async function tick(time: number, given: { digest?: boolean } = {}): Promise<void> {
  now = time;
  const tools = {
    ...{ catalog: lakes(), platforms: ['terminal'] as const, store, log: silent },
    desk: desk({ alerts: given.digest ? [] : [alertRule()], digests: given.digest ? [morning] : [] }),
  };
  await promiseAlerts(tools, now);
  await promiseDigests(tools, now);
  await promiseRevisions(tools, now);
  await deliverPromises({ platforms: [platform], store, now: () => now, log: silent });
}

let number = 0;
async function spoken(time: number, given: Parameters<typeof statement>[0] = {}): Promise<Statement> {
  number += 1;
  const said = statement({ ...words, at: time, stems: [`word${number}`], ...given });
  await recorded(store, [said]);
  return said;
}

const text = (message: Message): string =>
  rendered(message, { colour: false, width: 400 }).replace(/\s+/g, ' ').trim();

const shown = (): string[] => [...channel.values()].map(({ message }) => text(message));

const correct = (ref: string, change: Partial<Correction> & Pick<Correction, 'what'>) =>
  store.corrections.add({
    ref,
    by: 'slack U1',
    at: now,
    reason: 'He quotes a colleague',
    ...change,
  } as Correction);

describe('an alert', () => {
  it('that was told of a statement which is withdrawn says so, without its words, and so does its thread', async () => {
    const { ref } = await spoken(now);
    await tick(now);
    expect(shown()).toEqual([expect.stringContaining('1 new statement: Anna Berg')]);
    await correct(ref, { what: 'withdrawn' });
    await tick(now + hour);
    const [alert = '', note] = shown();
    expect(alert).toMatch(/^Withdrawn .*Corrected: Anna Berg.* · withdrawn · because: He quotes a colleague/);
    expect(alert).not.toContain('“');
    expect(note).toMatch(/^Correction: the message above was put right\. .*withdrawn · because/);
    expect([...channel.values()][1]?.under).toBe([...channel.keys()][0]);
    expect(
      posts.slice(1).every(({ message }) => message.ping.length === 0 || message === posts[1]?.message),
    ).toBe(true);
    await tick(now + hour);
    expect(posts).toHaveLength(3);
  });

  it('names the right speaker once somebody says who spoke, and is as before when that is taken back', async () => {
    const { ref } = await spoken(now);
    await tick(now);
    const before = shown()[0];
    await correct(ref, { what: 'speaker', speakers: [speakerOf.ost] });
    await tick(now + hour);
    expect(shown()[0]).toMatch(/1 new statement: Karl Ost.*Corrected: Anna Berg.*speaker: Karl Ost/);
    await correct(ref, { what: 'restored' });
    await tick(now + hour);
    expect(shown()[0]).toBe(
      `${before} Corrected: A correction was taken back: Anna Berg, Water Minister of Nordland · ${ref}`,
    );
    expect(shown()).toHaveLength(3);
  });

  it('shows that an outlet took its words back', async () => {
    const said = await spoken(now);
    await tick(now);
    await store.articles.revise(
      {
        ...article({ id: `${said.article}~2` }),
        edit: { of: said.article, number: 2 },
      },
      null,
    );
    await store.ledger.reread(`${said.article}~2`, [], 'it was taken back', said.article);
    await tick(now + hour);
    expect(shown()[0]).toMatch(/^Withdrawn.*Corrected: .* took words back: Anna Berg/);
  });

  it('says in how many outlets a statement is by now, without a new ping and in one message', async () => {
    const first = await spoken(now, { stems: ['we', 'will', 'never', 'accept', 'the', 'dam'] });
    await tick(now);
    const outlets = ['lakeside', 'herald', 'courier'].filter(id => id !== first.outlet);
    for (const [i, outlet] of outlets.entries()) {
      await spoken(now + (i + 1) * minute, { stems: first.stems, outlet });
      await tick(now + minute);
    }
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain(`Now in ${outlets.length + 1} outlets.`);
    expect(posts.slice(1).map(({ change }) => change?.how)).toEqual(outlets.map(() => 'edit'));
  });

  it('is left alone where a correction changes nothing that it shows, and after two weeks', async () => {
    const { ref } = await spoken(now);
    await tick(now);
    await correct(ref, { what: 'apart' });
    await tick(now + hour);
    expect(posts).toHaveLength(1);
    now += 15 * day;
    await correct(ref, { what: 'withdrawn' });
    await tick(now);
    expect(posts).toHaveLength(1);
  });

  it('that nobody has seen yet is put right in silence', async () => {
    const { ref } = await spoken(now);
    const tools = { desk: desk({ alerts: [alertRule()] }), catalog: lakes(), store, log: silent };
    await promiseAlerts({ ...tools, platforms: ['terminal'] }, now);
    await correct(ref, { what: 'withdrawn' });
    await tick(now + minute);
    expect(shown()).toEqual([expect.stringMatching(/^Withdrawn/)]);
    expect(posts).toHaveLength(1);
  });
});

describe('a digest', () => {
  it('is put right in its parts: what is left of them, and one line in the thread', async () => {
    await tick(half7 - day, { digest: true });
    const { ref } = await spoken(half7 - hour);
    await spoken(half7 - 2 * hour, {
      topics: ['quota'],
      stances: [{ topic: 'quota', holder: 'nordland', stance: 'supports', why: [] }],
    });
    await tick(half7, { digest: true });
    const keys = [...channel.keys()];
    expect(shown()[0]).toContain('Water quota');
    expect(keys).toHaveLength(3);
    await correct(ref, { what: 'withdrawn' });
    await tick(half7 + hour, { digest: true });
    expect(shown()[0]).toMatch(/ • Water quota.*Corrected: Anna Berg.* · withdrawn/);
    expect(shown().filter(each => each.startsWith('The dam'))).toEqual([]);
    expect(shown().at(-1)).toMatch(/^Correction: /);
    await correct(ref, { what: 'restored' });
    await tick(half7 + hour, { digest: true });
    expect(shown().filter(each => each.startsWith('The dam'))).toHaveLength(1);
  });

  it('goes on from the same place when a process dies between the promise and its mark', async () => {
    await tick(half7 - day, { digest: true });
    const { ref } = await spoken(half7 - hour);
    await tick(half7, { digest: true });
    await correct(ref, { what: 'stance', topic: 'dam', holder: 'nordland', stance: 'supports' });
    await tick(half7 + hour, { digest: true });
    const posted = posts.length;
    await store.marks.put({ key: 'revisions', dueAt: null, value: '0' });
    await tick(half7 + hour, { digest: true });
    expect(posts).toHaveLength(posted);
    expect(shown().join(' ')).toContain('Nordland on The dam: supports');
  });
});
