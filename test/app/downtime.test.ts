import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { arrivals } from '../../src/app/arrivals.ts';
import { brief, type CycleTools, follow, gather } from '../../src/app/cycle.ts';
import type { Item, Store } from '../../src/app/ports.ts';
import { lexiconSchema } from '../../src/config/lexicon.ts';
import type { AlertRule } from '../../src/core/desk.ts';
import { day, hour, type Instant, minute } from '../../src/core/time.ts';
import { read } from '../../src/reading/read.ts';
import { openStore } from '../../src/store/open.ts';
import { alertRule, article, at, desk, lakes } from '../support/made.ts';
import { firstFeed, item, nothing, ok } from '../support/polling.ts';
import { silent } from '../support/silent.ts';

const lexicon = lexiconSchema.parse(parse(readFileSync('config/lexicon/en.yaml', 'utf8')));
const half7 = at('2025-11-28T05:30Z');
/** An article with a figure that nobody named before. */
function told(n: number, published: Instant): Item {
  const words = `“We will never build the dam for ${n + 100} million crowns,” Water Minister Anna Berg said on Thursday.`;
  const content = `${words} It rained in Nordhaven all day long.`;
  return item(n, { published, title: `Title ${n}`, content });
}

const old = 500;

/** The whole cycle from a feed whose items the test sets to the outbox; only network and platform are left out. */
async function cycle(rule: AlertRule = alertRule()) {
  const catalog = { ...lakes(), feeds: firstFeed() };
  const store: Store = await openStore({ databaseUrl: null, path: ':memory:' });
  const state = { now: half7 - 12 * hour, items: [] as readonly Item[], onPage: async () => {} };
  const digest = { at: ['07:30'], weekdays: [0, 1, 2, 3, 4, 5, 6], zone: 'Europe/Kyiv' };
  const scope = { topics: [], parties: [] };
  const tools: CycleTools = {
    ...{ catalog, store, languages: ['en'], random: () => 0.5, log: silent, platforms: ['terminal'] },
    hash: text => createHash('sha256').update(text).digest('hex'),
    now: () => state.now,
    reader: { poll: async () => ok(state.items) },
    pages: {
      article: async ({ content }) => {
        await state.onPage();
        return { ...nothing, text: content ?? '' };
      },
    },
    read: async (text, at) => read(text, { catalog, lexicon, at }),
    desk: desk({
      digests: [
        { ...{ id: 'morning', channel: 'newsroom', whenQuiet: 'line', paused: false }, ...digest, ...scope },
      ],
      alerts: [rule],
    }),
    promised: () => {},
    ...{ arrivals: arrivals(), startedAt: 0 },
  };
  const tick = async (now: Instant): Promise<void> => {
    state.now = now;
    // As the three tasks of `start` do: the digest does not wait for the feeds by itself.
    await brief(tools);
    await gather(tools);
    await follow(tools);
    await brief(tools);
  };
  const rows = async (of: 'alert' | 'digest') =>
    (await store.outbox.rows('waiting', 1_000)).filter(
      ({ key, under }) => key.startsWith(of) && under === null,
    );
  return { store, state, tick, rows, tools };
}

const summaries = (rows: readonly { readonly message: { readonly summary: string } }[]): string[] =>
  rows.map(({ message }) => message.summary);

describe('ten hours of downtime across a digest', () => {
  it('bring one late digest with what was said meanwhile, and no late ping', async () => {
    const { state, tick, rows } = await cycle();
    const asleep = half7 - 6 * hour;
    state.items = [told(1, asleep - hour)];
    await tick(asleep - 20 * minute);
    state.items = [told(2, asleep - 15 * minute), ...state.items];
    await tick(asleep);
    expect(await rows('alert')).toHaveLength(1);
    const missed = [1, 3, 5, 7, 8.5].map((hours, n) => told(n + 3, asleep + hours * hour));
    const awake = asleep + 10 * hour;
    state.items = [told(9, awake - 10 * minute), ...missed.toReversed(), ...state.items];
    await tick(awake);
    for (let now = awake; now < awake + hour; now += 10 * minute) await tick(now);
    const [digest, ...more] = await rows('digest');
    expect(more).toEqual([]);
    expect(digest?.key).toBe('digest:morning:2025-11-28');
    expect(JSON.stringify(digest?.message.blocks[1])).toContain('Late, covers ');
    expect(summaries(digest ? [digest] : [])).toEqual([
      'Briefing, 28 Nov 2025: 8 statements on 1 topic, 0 shifts',
    ]);
    // What was said within the hour is no late news.
    expect(summaries(await rows('alert'))).toEqual([
      '1 new statement: Anna Berg',
      '1 new statement: Anna Berg',
    ]);
    await tick(half7 + day);
    expect(summaries(await rows('digest'))[1]).toContain('no new statements');
  });
});

describe('a feed that', () => {
  it('publishes 500 old items again, as new as it can make them, pings nobody', async () => {
    const { store, state, tick, rows } = await cycle(alertRule({ maxAgeHours: 24 }));
    const archive = Array.from({ length: old }, (_, n) => told(n, half7 - 400 * day + n * hour));
    state.items = archive.slice(0, 40);
    await tick(half7 - 6 * hour);
    state.items = archive;
    await tick(half7 - 5 * hour);
    const moved = archive.map((each, n) => ({
      ...each,
      link: `https://lakeside.example/moved/${n}`,
      id: `moved-${n}`,
    }));
    state.items = moved;
    await tick(half7 - 4 * hour);
    const again = archive.map((each, n) => ({
      ...each,
      ...{ link: `https://lakeside.example/again/${n}`, id: `again-${n}`, published: half7 - 3 * hour },
    }));
    state.items = again;
    await tick(half7 - 3 * hour);
    expect(await store.articles.unread(1)).toEqual([]);
    expect(await store.ledger.after(0, 1_000)).toHaveLength(old);
    expect(await rows('alert')).toEqual([]);
    state.items = [told(old, half7 - 3 * hour), ...again];
    await tick(half7 - 2.8 * hour);
    expect(summaries(await rows('alert'))).toEqual(['1 new statement: Anna Berg']);
    await tick(half7);
    expect(summaries(await rows('digest'))).toEqual([
      'Briefing, 28 Nov 2025: 1 statement on 1 topic, 0 shifts',
    ]);
  }, 30_000);

  it('brings 40 matches in one poll pings once, in one message', async () => {
    const { state, tick, rows } = await cycle();
    state.items = [told(0, half7 - 7 * hour)];
    await tick(half7 - 6 * hour);
    state.items = Array.from({ length: 40 }, (_, n) => told(n + 1, half7 - 6 * hour));
    await tick(half7 - 5.8 * hour);
    expect(summaries(await rows('alert'))).toEqual(['40 new statements: Anna Berg']);
  });

  it('tells them in one message where it is read while the poll still brings them, and others meanwhile', async () => {
    const { state, tick, rows, tools, store } = await cycle();
    state.items = [told(0, half7 - 7 * hour)];
    await tick(half7 - 6 * hour);
    const later = { ...article({ id: 'other', feed: 'other', fetched: half7 - 6 * hour }), published: null };
    state.items = Array.from({ length: 40 }, (_, n) => told(n + 1, half7 - 6 * hour));
    state.now = half7 - 5.8 * hour;
    await store.articles.add(later, ['other']);
    state.onPage = () => follow(tools);
    await gather(tools);
    expect(await rows('alert')).toEqual([]);
    expect((await store.articles.unread(99)).map(({ feed }) => feed)).not.toContain('other');
    await follow(tools);
    expect(summaries(await rows('alert'))).toEqual(['40 new statements: Anna Berg']);
  });

  it('pings for nothing that lay unread for hours when the bot started', async () => {
    const { state, tick, rows, tools, store } = await cycle();
    state.items = [told(0, half7 - 7 * hour)];
    await tick(half7 - 6 * hour);
    state.items = [told(1, half7 - 6 * hour)];
    state.now = half7 - 5.8 * hour;
    await gather(tools);
    expect(await store.articles.unread(9)).toHaveLength(1);
    state.now = half7 - 3 * hour;
    await follow({ ...tools, startedAt: state.now });
    expect(await rows('alert')).toEqual([]);
    expect((await store.ledger.statements({ limit: 1 }))[0]?.quiet).toBe(true);
  });
});
