import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Claimed, Delivery, Installation, Mark, Store } from '../../src/app/ports.ts';
import type { Article } from '../../src/core/article.ts';
import { type FeedState, type PollRecord, unpolled } from '../../src/core/feed.ts';
import type { Recipe } from '../../src/core/recipe.ts';
import type { Setting } from '../../src/core/setting.ts';
import { aDelivery, anArticle, aSpeaker, aStance, aStatement } from '../store/examples.ts';
import { modelStore } from '../store/model.ts';
import { applied, operations, sights } from '../store/operations.ts';
import { alertRule } from '../support/made.ts';
import { ledgerContract } from './ledger.ts';

export interface Opened {
  readonly store: Store;
  /** Another handle on the same data, as a second process or a restart has it. */
  reopen(): Promise<Store>;
  /** Closes every handle and deletes the data. */
  destroy(): Promise<void>;
}

/**
 * Declares the suite that every store passes. `open` gives an empty one. Where nothing lasts beyond the handle
 * (`lasting: false`), what needs a second handle is left out.
 */
export function storeContract(name: string, open: () => Promise<Opened>, { lasting = true } = {}): void {
  describe(name, () => {
    let opened: Opened;
    let store: Store;

    beforeEach(async () => {
      opened = await open();
      ({ store } = opened);
    });
    afterEach(() => opened.destroy());

    articlesContract(() => store);
    recordContract(() => store);
    ledgerContract(() => store);
    feedStatesAndMarksContract(() => store);
    outboxContract(() => store);
    hostileTextContract(() => store);
    if (lasting) secondHandleContract(() => opened);
    modelContract(open);
  });
}

const hostile = `"'\`;--\\ %_ \u0001\u2028 @everyone <!channel> 🕊️ Зеленський {"a":1} $1 ?1`;
const unstorable = ['half \ud83d a dove', 'nothing\0ness'];

function articlesContract(store: () => Store): void {
  const knownKeys = async (keys: readonly string[]): Promise<string[]> =>
    [...(await store().articles.known(keys)).keys()].toSorted();

  describe('articles', () => {
    it('gives back exactly what was added, also after it was read', async () => {
      const full = anArticle({
        author: 'A. Writer',
        quiet: true,
        textFrom: 'summary',
        title: hostile,
        text: hostile,
      });
      const bare = anArticle({ id: 'a2', published: null });
      await store().articles.add(full, ['k1']);
      await store().articles.add(bare, ['k2']);
      await store().ledger.record('a1', [], null);

      const found = await store().articles.get(['a1', 'a2', 'a1', 'unknown']);
      expect(found).toEqual(
        new Map([
          ['a1', full],
          ['a2', bare],
        ]),
      );
    });

    it('knows the keys of what is held and no others', async () => {
      await store().articles.add(anArticle(), ['link:wire.example/1', 'id:wire:1', 'id:wire:1']);
      expect(await knownKeys(['id:wire:1', 'ID:WIRE:1', 'id:wire', ''])).toEqual(['id:wire:1']);
      expect(await knownKeys([])).toEqual([]);
    });

    it('changes nothing where the id or one of the keys is held', async () => {
      await store().articles.add(anArticle(), ['k1', 'k2']);
      expect(await store().articles.add(anArticle({ id: 'a2' }), ['k3', 'k2'])).toBe(false);
      expect(await store().articles.add(anArticle({ title: 'Another' }), ['k4'])).toBe(false);

      expect(await knownKeys(['k1', 'k2', 'k3', 'k4'])).toEqual(['k1', 'k2']);
      expect(await store().articles.unread(9)).toEqual([anArticle()]);
      expect(await store().ledger.count()).toEqual({ articles: 1, statements: 0 });
    });

    it('holds one text for two articles that share it', async () => {
      await store().articles.add(anArticle(), ['k1']);
      await store().articles.add(anArticle({ id: 'a2' }), ['k2']);
      expect(await store().articles.unread(9)).toEqual([anArticle(), anArticle({ id: 'a2' })]);
    });

    it('takes keys of any length and number', async () => {
      const keys = Array.from({ length: 1_200 }, (_, i) => `${i} ${'long '.repeat(i === 7 ? 20_000 : 1)}`);
      expect(await store().articles.add(anArticle(), keys)).toBe(true);
      expect(await knownKeys([...keys, 'other'])).toEqual(keys.toSorted());
    });

    it('refuses a snapshot whose hash is not that of its text', async () => {
      const wrong = { ...anArticle().snapshot, text: 'Other words.' };
      await expect(store().articles.add(anArticle({ snapshot: wrong }), ['k1'])).rejects.toThrow('SHA-256');
      expect(await knownKeys(['k1'])).toEqual([]);
    });

    it('keeps versions side by side, and says by any key how many there are', async () => {
      const first = anArticle({ copyOf: 'a0' });
      const edited = (number: number): Article =>
        anArticle({
          id: `a1~${number}`,
          edit: { of: 'a1', number },
          text: `Text ${number}`,
          fetched: number * 5_000,
        });
      await store().articles.add(first, ['k1', 'k2'], { look: 'l1', sketch: [] });
      expect(await store().articles.revise(edited(2), 'l2')).toBe(true);
      expect(await store().articles.revise(edited(2), 'again')).toBe(false);
      expect(await store().articles.revise(edited(3), 'l3')).toBe(true);

      expect(await store().articles.versions('a1')).toEqual([first, edited(2), edited(3)]);
      expect(await store().articles.get(['a1', 'a1~2'])).toEqual(
        new Map([
          ['a1', first],
          ['a1~2', edited(2)],
        ]),
      );
      expect((await store().articles.known(['k2'])).get('k2')).toEqual({
        ...{ article: 'a1', feed: 'wire-world', newest: 'a1~3', versions: 3, kept: 2_000 },
        ...{ look: 'l3', lookAt: 15_000 },
      });
      expect(await store().articles.unread(9)).toEqual([first, edited(2), edited(3)]);
      expect(await store().ledger.count()).toEqual({ articles: 1, statements: 0 });
      await expect(
        store().articles.revise(anArticle({ id: 'x~2', edit: { of: 'x', number: 2 } }), null),
      ).rejects.toThrow('no article x is held');
    });

    it('remembers another look and further keys, and takes no key from another article', async () => {
      await store().articles.add(anArticle(), ['k1']);
      await store().articles.add(anArticle({ id: 'a2' }), ['k2']);
      await store().articles.recognise('a1', ['k2', 'k3'], 'look', 7_000);
      const known = await store().articles.known(['k1', 'k2', 'k3']);
      expect(
        [...known].map(([key, { article, look, lookAt }]) => [key, article, look, lookAt]).toSorted(),
      ).toEqual([
        ['k1', 'a1', 'look', 7_000],
        ['k2', 'a2', null, null],
        ['k3', 'a1', 'look', 7_000],
      ]);
      await expect(store().articles.recognise('a9', [], null, 1)).rejects.toThrow('no article a9 is held');
    });

    it('finds what resembles a sketch within a period, most alike first', async () => {
      const day = 86_400_000;
      const kept = async (id: string, at: number, sketch: number[]): Promise<Article> => {
        const article = anArticle({ id, published: at, fetched: at });
        await store().articles.add(article, [id], { look: null, sketch });
        return article;
      };
      const some = await kept('a1', 10 * day, [1, 2, 3]);
      const most = await kept('a2', 11 * day, [1, 2, 3, 4, 2 ** 32 - 1]);
      await kept('a3', 14 * day, [1, 2, 3, 4]);
      await kept('a4', 10 * day, [7, 8]);
      const within = { from: 9 * day, until: 12 * day };
      expect(await store().articles.resembling([1, 2, 3, 4, 2 ** 32 - 1], within, 9)).toEqual([most, some]);
      expect(await store().articles.resembling([1, 4], within, 1)).toEqual([most]);
      expect(await store().articles.resembling([], within, 9)).toEqual([]);
      await kept('a5', 20 * day, [1]);
      expect(await store().articles.resembling([1], { from: 0, until: 99 * day }, 9)).toHaveLength(2);
    });

    it('lists the unread, those fetched first at the beginning', async () => {
      for (const [id, fetched] of [
        ['a1', 30],
        ['a2', 10],
        ['a3', 20],
        ['a4', 10],
      ] as const) {
        await store().articles.add(anArticle({ id, fetched }), [id]);
      }
      await store().ledger.record('a3', [], 'language ru is not read yet');
      const ids = async (limit: number) => (await store().articles.unread(limit)).map(({ id }) => id);
      expect(await ids(9)).toEqual(['a2', 'a4', 'a1']);
      expect(await ids(1)).toEqual(['a2']);
    });
  });
}

function recordContract(store: () => Store): void {
  const record = async (...statements: ReturnType<typeof aStatement>[]): Promise<void> => {
    await store().articles.add(anArticle(), ['k1']);
    await store().ledger.record('a1', statements, null);
  };
  const refs = async (query: Parameters<Store['ledger']['statements']>[0]): Promise<string[]> =>
    (await store().ledger.statements(query)).map(({ ref }) => ref);

  describe('ledger', () => {
    it('gives back exactly what was recorded', async () => {
      const statement = aStatement({
        speakers: [aSpeaker(null, null), aSpeaker('rutte', 'nato')],
        stems: [hostile],
      });
      await record(statement);
      expect(await store().ledger.statements({})).toEqual([statement]);
      expect(await store().ledger.byRef('7f3a')).toEqual([statement]);
      expect(await store().ledger.after(0, 9)).toEqual([{ number: 1, statement }]);
      expect(await store().ledger.count()).toEqual({ articles: 1, statements: 1 });
    });

    it('changes nothing when an article is recorded again', async () => {
      await record(aStatement());
      await store().ledger.record('a1', [aStatement(), aStatement({ ref: 'other' })], 'again');
      expect(await refs({})).toEqual(['7f3a9k2c']);
      expect(await store().articles.unread(9)).toEqual([]);
    });

    it('refuses statements of an article that is not held, and of another article', async () => {
      await expect(store().ledger.record('a1', [aStatement()], null)).rejects.toThrow(
        'no article a1 is held',
      );
      await expect(record(aStatement({ article: 'a2' }))).rejects.toThrow('of article a2, not of a1');
      expect(await store().ledger.count()).toEqual({ articles: 1, statements: 0 });
    });

    it('records all statements of an article or none', async () => {
      await expect(record(aStatement(), aStatement({ ref: 'not\0clean' }))).rejects.toThrow(
        'cannot be stored',
      );
      expect(await refs({})).toEqual([]);
      expect(await store().articles.unread(9)).toHaveLength(1);
      await store().ledger.record('a1', [aStatement()], null);
      expect((await store().ledger.after(0, 9)).map(({ number }) => number)).toEqual([1]);
    });

    it('lists the newest first, then by ref, within a period that excludes its end', async () => {
      await record(
        ...[
          ['d', 5],
          ['a', 9],
          ['c', 5],
          ['b', 1],
        ].map(([ref, at]) => aStatement({ ref: `${ref}`, at: Number(at) })),
      );
      expect(await refs({})).toEqual(['a', 'c', 'd', 'b']);
      expect(await refs({ limit: 2 })).toEqual(['a', 'c']);
      expect(await refs({ from: 5, until: 9 })).toEqual(['c', 'd']);
      expect(await refs({ topics: ['nato-accession'], from: 5, limit: 2 })).toEqual(['a', 'c']);
      expect(await refs({ limit: 0 })).toEqual([]);
    });

    it('finds by topic, by party that holds or speaks, and by speaker', async () => {
      await record(
        aStatement({ ref: 'own', at: 3 }),
        aStatement({ ref: 'of-others', at: 2, stances: [aStance('ceasefire', 'ukraine')] }),
        aStatement({ ref: 'unnamed', at: 1, speakers: [], stances: [aStance('ceasefire', 'russia')] }),
      );
      expect(await refs({ topics: ['ceasefire'] })).toEqual(['of-others', 'unnamed']);
      expect(await refs({ parties: ['russia'] })).toEqual(['own', 'of-others', 'unnamed']);
      expect(await refs({ parties: ['ukraine'] })).toEqual(['of-others']);
      expect(await refs({ speakers: ['putin'] })).toEqual(['own', 'of-others']);
      expect(
        await refs({ speakers: ['lavrov', 'putin'], topics: ['ceasefire'], parties: ['russia'] }),
      ).toEqual(['of-others']);
      expect(await refs({ topics: ['ceasefire', 'nato-accession'], limit: 2 })).toEqual(['own', 'of-others']);
    });

    it('lists a statement once, however often it meets the conditions', async () => {
      const stances = [
        aStance('ceasefire', 'russia'),
        aStance('ceasefire', 'ukraine'),
        aStance('sanctions', 'russia'),
      ];
      await record(aStatement({ ref: 'many', at: 2, stances }), aStatement({ ref: 'one', at: 1, stances }));
      expect(
        await refs({ topics: ['ceasefire', 'sanctions'], parties: ['russia', 'ukraine'], limit: 2 }),
      ).toEqual(['many', 'one']);
      expect(await refs({ topics: ['ceasefire'], limit: 2 })).toEqual(['many', 'one']);
    });

    it('finds nothing for an empty list of alternatives', async () => {
      await record(aStatement());
      expect(await refs({ topics: [] })).toEqual([]);
      expect(await refs({ topics: ['nato-accession'], speakers: [] })).toEqual([]);
    });

    it('finds at most ten by the beginning of a ref, and takes it literally', async () => {
      const many = Array.from({ length: 12 }, (_, i) => `ab${String(i).padStart(2, '0')}`);
      await record(...[...many, 'b%', 'b_', 'bc'].map(ref => aStatement({ ref })));
      const found = async (prefix: string) => (await store().ledger.byRef(prefix)).map(({ ref }) => ref);
      expect(await found('ab')).toEqual(many.slice(0, 10));
      expect(await found('ab11')).toEqual(['ab11']);
      expect(await found('b%')).toEqual(['b%']);
      expect(await found('AB')).toEqual([]);
      expect(await found('\0')).toEqual([]);
      expect(await found(hostile)).toEqual([]);
    });

    it('is read in the order of recording by a cursor that misses nothing', async () => {
      await record(...Array.from({ length: 1_100 }, (_, i) => aStatement({ ref: `r${i}`, at: 5_000 - i })));
      await store().articles.add(anArticle({ id: 'a2' }), ['k2']);
      await store().ledger.record('a2', [aStatement({ ref: 'last', article: 'a2' })], null);
      const seen: string[] = [];
      for (let number = 0, rows = await store().ledger.after(number, 400); rows.length > 0; ) {
        seen.push(...rows.map(({ statement }) => statement.ref));
        number = rows.at(-1)?.number ?? number;
        rows = await store().ledger.after(number, 400);
      }
      expect(seen).toEqual([...Array.from({ length: 1_100 }, (_, i) => `r${i}`), 'last']);
    });
  });
}

function feedStatesAndMarksContract(store: () => Store): void {
  it('keeps the latest state of each feed', async () => {
    const failing: FeedState = {
      feed: 'wire-world',
      url: 'https://wire.example/rss',
      rhythm: 600_000,
      movedTo: 'https://wire.example/feed',
      movedSince: 3,
      movedTimes: 2,
      missingSince: 4,
      pausedSince: 5,
      holdUntil: 90_000,
      nextAt: 60_000,
      etag: 'W/"1"',
      lastModified: 'Thu, 27 Nov 2025 06:00:00 GMT',
      outcome: 'http-error',
      detail: hostile,
      polledAt: 5,
      lastOk: 4,
      lastNew: 3,
      failingSince: 5,
      failures: 2,
    };
    await store().feedStates.save(unpolled('wire-world'));
    await store().feedStates.save(unpolled('agency'));
    expect(await store().feedStates.all()).toEqual([unpolled('agency'), unpolled('wire-world')]);
    await store().feedStates.save(failing);
    expect(await store().feedStates.all()).toEqual([unpolled('agency'), failing]);
  });

  it('keeps settings: the last of each kind and id holds, all of them are the history', async () => {
    const { settings } = store();
    const set = (id: string, at: number, to: string | null): Setting => ({
      ...{ kind: 'channel', id, by: 'slack U1', at },
      value: to === null ? null : { id, platform: 'slack', to },
    });
    const all = [set('a', 1, 'C1'), set('b', 2, 'C2'), set('a', 3, 'C3'), set('b', 4, null)];
    for (const each of all) await settings.put(each);
    expect(await settings.current()).toEqual([all[2], all[3]]);
    expect(await settings.history(3)).toEqual([all[3], all[2], all[1]]);
  });

  it('keeps one installation a space, and pauses it once, unless it was installed anew', async () => {
    const { installations } = store();
    const far: Installation = {
      ...{ platform: 'slack', space: 'T2', isHome: false, name: 'Far desk', by: 'U2', at: 5 },
      ...{ sealed: 'v1.abc', paused: null },
    };
    const home: Installation = { ...far, space: 'T1', isHome: true, by: null, sealed: null };
    await installations.put(far);
    await installations.put(home);
    expect(await installations.all()).toEqual([home, far]);
    expect(await installations.get('discord', 'T2')).toBeNull();

    expect(await installations.pause({ ...far, sealed: 'v1.old' }, 'refused')).toBe(false);
    expect(await installations.pause({ ...far, sealed: null }, 'refused')).toBe(false);
    expect(await installations.get('slack', 'T2')).toEqual(far);
    expect(await installations.pause(far, 'refused')).toBe(true);
    expect(await installations.pause(far, 'again')).toBe(false);
    expect(await installations.get('slack', 'T2')).toEqual({ ...far, paused: 'refused' });
    expect(await installations.pause(home, 'gone')).toBe(true);

    const again = { ...far, sealed: 'v1.new', at: 6 };
    await installations.put(again);
    expect(await installations.all()).toEqual([{ ...home, paused: 'gone' }, again]);
  });

  it('keeps the last polls of each feed, newest first', async () => {
    const poll = (at: number): PollRecord => ({
      at,
      outcome: 'http-error',
      detail: `HTTP ${at}`,
      added: at % 3,
    });
    const { feedStates } = store();
    expect(await feedStates.history('wire-world', 9)).toEqual([]);
    for (const at of [3, 1, 2]) await feedStates.save(unpolled('wire-world'), poll(at));
    await feedStates.save(unpolled('agency'), poll(7));
    await feedStates.save(unpolled('wire-world'), { ...poll(2), outcome: 'ok', detail: null });
    await feedStates.save(unpolled('wire-world'));
    const expected = [poll(3), { ...poll(2), outcome: 'ok', detail: null }, poll(1)];
    expect(await feedStates.history('wire-world', 9)).toEqual(expected);
    expect(await feedStates.history('wire-world', 2)).toEqual(expected.slice(0, 2));
    for (let at = 10; at < 115; at++) await feedStates.save(unpolled('wire-world'), poll(at));
    const kept = await feedStates.history('wire-world', 999);
    expect(kept.slice(0, 100)).toEqual(Array.from({ length: 100 }, (_, i) => poll(114 - i)));
    expect(await feedStates.history('agency', 9)).toEqual([poll(7)]);
  }, 30_000);

  it('keeps marks and tells which are due, earliest first', async () => {
    const mark = (key: string, dueAt: number | null): Mark => ({ key, dueAt, value: `value of ${key}` });
    const marks = [mark('digest:b', 20), mark('digest:a', 20), mark('digest:c', 10), mark('digest:d', 21)];
    for (const each of [...marks, mark('digest:cursor', null), mark('digestive', 1), mark('alerts', null)]) {
      await store().marks.put(each);
    }
    expect(await store().marks.get('digest:c')).toEqual(mark('digest:c', 10));
    expect(await store().marks.get('digest')).toBeNull();
    const due = async (prefix: string, now: number) =>
      (await store().marks.due(prefix, now)).map(({ key }) => key);
    expect(await due('digest:', 20)).toEqual(['digest:c', 'digest:a', 'digest:b']);
    expect(await due('', 5)).toEqual(['digestive']);
    await store().marks.put(mark('digest:c', null));
    expect(await due('digest:', 20)).toEqual(['digest:a', 'digest:b']);
  });
}

const claimedKeys = (claimed: readonly Claimed[]): string[] => claimed.map(({ key }) => key);

function outboxContract(store: () => Store): void {
  const outbox = (): Store['outbox'] => store().outbox;
  const promise = (...deliveries: Delivery[]): Promise<boolean> => outbox().promise(deliveries, []);
  const claim = async (now: number, lease = 100, limit = 99): Promise<string[]> =>
    claimedKeys(await outbox().claim(['slack', 'discord'], now, lease, limit));

  describe('outbox', () => {
    it('gives back exactly what was promised', async () => {
      const delivery = aDelivery('digest:morning:2025-11-27', { notBefore: 7, expires: 99 });
      await promise(delivery);
      expect(await outbox().claim(['slack'], 7, 100, 9)).toEqual([
        { ...delivery, attempts: 0, parent: null, target: null },
      ]);
      const row = { ...delivery, state: 'waiting', attempts: 1, reason: null, sentAt: null };
      expect(await outbox().rows('waiting', 9)).toEqual([row]);
    });

    it('never promises a key twice, within a call and between calls, yet puts the marks', async () => {
      await promise(aDelivery('a'), aDelivery('a', { to: 'C2' }));
      await outbox().promise(
        [aDelivery('a', { to: 'C3' }), aDelivery('b')],
        [{ key: 'm', dueAt: null, value: '1' }],
      );
      await outbox().promise(
        [],
        [
          { key: 'm', dueAt: 3, value: '2' },
          { key: 'm', dueAt: 4, value: '3' },
        ],
      );
      expect((await outbox().rows('waiting', 9)).map(({ key, to }) => [key, to])).toEqual([
        ['a', 'C1'],
        ['b', 'C1'],
      ]);
      expect(await store().marks.get('m')).toEqual({ key: 'm', dueAt: 4, value: '3' });
    });

    it('writes nothing where a mark is not as it was seen any more', async () => {
      const mark = (value: string): Mark => ({ key: 'step', dueAt: null, value });
      const { outbox, marks } = store();
      expect(await outbox.promise([aDelivery('a')], [mark('1')], [{ key: 'step', value: null }])).toBe(true);
      expect(await outbox.promise([aDelivery('b')], [mark('2')], [{ key: 'step', value: null }])).toBe(false);
      expect(await outbox.promise([aDelivery('b')], [mark('2')], [{ key: 'step', value: '0' }])).toBe(false);
      expect((await marks.get('step'))?.value).toBe('1');
      expect((await outbox.rows('waiting', 10)).map(({ key }) => key)).toEqual(['a']);
      expect(await outbox.promise([aDelivery('b')], [mark('2')], [{ key: 'step', value: '1' }])).toBe(true);
      expect((await marks.get('step'))?.value).toBe('2');
    });

    it('writes promises and marks together or not at all', async () => {
      const mark = { key: 'm', dueAt: null, value: '1' };
      await expect(
        outbox().promise([aDelivery('a'), aDelivery('b', { under: 'nowhere' })], [mark]),
      ).rejects.toThrow('nowhere');
      await expect(outbox().promise([aDelivery('a')], [{ ...mark, value: '\0' }])).rejects.toThrow(
        'cannot be stored',
      );
      expect(await outbox().rows('waiting', 9)).toEqual([]);
      expect(await store().marks.get('m')).toBeNull();
    });

    it('claims what is due, for the platforms asked, up to the limit', async () => {
      await promise(
        aDelivery('a', { notBefore: 10 }),
        aDelivery('b', { to: 'C2', notBefore: 11 }),
        aDelivery('c', { to: 'C3' }),
        aDelivery('d', { platform: 'terminal' }),
      );
      expect(await outbox().claim([], 10, 100, 9)).toEqual([]);
      expect(await claim(10, 100, 1)).toEqual(['a']);
      expect(await claim(10)).toEqual(['c']);
      expect(await claim(11)).toEqual(['b']);
      expect(await claim(11)).toEqual([]);
    });

    it('tells with a claim what was shown last in the same place', async () => {
      await promise(aDelivery('a'), aDelivery('b', { to: 'C2' }), aDelivery('c'), aDelivery('d'));
      await outbox().sent('a', { ts: '1' }, 0);
      await outbox().park('b', 'gone');
      expect(await outbox().claim(['slack'], 0, 100, 9)).toMatchObject([{ key: 'c', after: { ts: '1' } }]);
      await outbox().sent('c', { ts: '2' }, 0);
      expect(await outbox().claim(['slack'], 0, 100, 9)).toMatchObject([{ key: 'd', after: { ts: '2' } }]);
      await promise(aDelivery('e', { to: 'C2' }));
      expect((await outbox().claim(['slack'], 0, 100, 9))[0]).not.toHaveProperty('after');
    });

    it('claims nothing for the channels that are excepted, in threads neither', async () => {
      await promise(aDelivery('a'), aDelivery('a:1', { under: 'a' }), aDelivery('b', { to: 'C2' }));
      await outbox().sent('a', {}, 0);
      expect(claimedKeys(await outbox().claim(['slack'], 0, 100, 9, ['C1', 'C3']))).toEqual(['b']);
      expect(await claim(0)).toEqual(['a:1']);
    });

    it('lets a lease expire and counts the attempts', async () => {
      await promise(aDelivery('a'));
      expect(await claim(0, 100)).toEqual(['a']);
      expect(await claim(99, 100)).toEqual([]);
      expect(await outbox().claim(['slack'], 100, 50, 9)).toMatchObject([{ key: 'a', attempts: 1 }]);
      expect(await claim(149)).toEqual([]);
      expect(await outbox().claim(['slack'], 150, 50, 9)).toMatchObject([{ key: 'a', attempts: 2 }]);
    });

    it('keeps the order within a place and lets places go on side by side', async () => {
      const other = { to: 'C2' };
      await promise(
        aDelivery('a1'),
        aDelivery('a2'),
        aDelivery('b1', other),
        aDelivery('a3', { platform: 'discord' }),
      );
      expect(await claim(0)).toEqual(['a1', 'b1', 'a3']);
      expect(await claim(50)).toEqual([]);
      await outbox().sent('a1', {}, 50);
      expect(await claim(50)).toEqual(['a2']);
    });

    it('holds a place while an earlier delivery is put off, and goes on past one that was parked', async () => {
      await promise(aDelivery('a1'), aDelivery('a2'), aDelivery('a3'));
      await claim(0);
      await outbox().retry('a1', 500, 'HTTP 503');
      expect(await claim(499)).toEqual([]);
      expect(await outbox().rows('waiting', 1)).toMatchObject([
        { key: 'a1', attempts: 1, reason: 'HTTP 503', notBefore: 0 },
      ]);
      expect(await claim(500)).toEqual(['a1']);
      await outbox().park('a1', 'the channel is gone');
      expect(await claim(500)).toEqual(['a2']);
      expect(await outbox().rows('parked', 9)).toMatchObject([
        { key: 'a1', attempts: 2, reason: 'the channel is gone' },
      ]);
    });

    it('waits with a thread for its parent and hands over the receipt', async () => {
      await promise(
        aDelivery('p:1', { under: 'p' }),
        aDelivery('p:2', { under: 'p' }),
        aDelivery('p'),
        aDelivery('next'),
      );
      expect(await claim(0)).toEqual(['p']);
      await outbox().sent('p', { channel: 'C1', ts: '1.2' }, 1);
      expect(await outbox().claim(['slack'], 1, 100, 9)).toMatchObject([
        { key: 'p:1', under: 'p', parent: { channel: 'C1', ts: '1.2' } },
        { key: 'next', under: null, parent: null },
      ]);
      await outbox().sent('p:1', {}, 2);
      expect(await claim(2)).toEqual(['p:2']);
    });

    it('parks what is under a parked delivery, also what is promised later', async () => {
      await promise(
        aDelivery('p'),
        aDelivery('c', { under: 'p' }),
        aDelivery('d', { under: 'c' }),
        aDelivery('after'),
      );
      await outbox().park('p', 'no access');
      await promise(aDelivery('late', { under: 'p' }));
      const reason = 'it belongs under p, which was given up: no access';
      expect((await outbox().rows('parked', 9)).map(row => [row.key, row.reason])).toEqual([
        ['late', reason],
        ['d', 'it belongs under c, which was given up: no access'],
        ['c', reason],
        ['p', 'no access'],
      ]);
      expect(await claim(0)).toEqual(['after']);
    });

    it('keeps what was sent as it is, with its first receipt', async () => {
      await promise(aDelivery('p'), aDelivery('c', { under: 'p' }));
      await outbox().retry('p', 0, 'HTTP 503');
      await outbox().sent('p', { ts: '1' }, 5);
      await outbox().sent('p', { ts: '2' }, 6);
      await outbox().retry('p', 9, 'too late');
      await outbox().park('p', 'too late');
      expect(await outbox().rows('sent', 9)).toMatchObject([{ key: 'p', reason: null, sentAt: 5 }]);
      expect(await outbox().claim(['slack'], 6, 100, 9)).toMatchObject([{ key: 'c', parent: { ts: '1' } }]);
    });

    it('takes the news that a parked delivery was sent after all, and no other change of it', async () => {
      await promise(aDelivery('a'));
      await outbox().park('a', 'gone');
      await outbox().retry('a', 0, 'again');
      await outbox().park('a', 'still gone');
      expect(await outbox().rows('parked', 9)).toMatchObject([{ key: 'a', reason: 'gone' }]);
      await outbox().sent('a', {}, 3);
      expect(await outbox().rows('sent', 9)).toMatchObject([{ key: 'a', sentAt: 3 }]);
    });

    it('changes what was sent, each message’s changes in their order, apart from what comes after it', async () => {
      const edit = (key: string) => aDelivery(key, { change: { of: 'a', how: 'edit' } });
      await promise(aDelivery('a'));
      expect(await claim(0)).toEqual(['a']);
      await promise(edit('a~2'), aDelivery('b'));
      expect(await claim(1)).toEqual([]);
      await outbox().sent('a', { ts: '1' }, 1);
      expect(await outbox().claim(['slack'], 2, 100, 9)).toMatchObject([
        { key: 'a~2', change: { of: 'a', how: 'edit' }, target: { ts: '1' } },
        { key: 'b', target: null },
      ]);
      await promise(edit('a~3'));
      expect(await claim(3)).toEqual([]);
      await outbox().sent('a~2', { ts: '1', more: '2' }, 3);
      expect(await outbox().claim(['slack'], 4, 100, 9)).toMatchObject([
        { key: 'a~3', target: { ts: '1', more: '2' } },
      ]);
    });

    it('changes what nobody has tried to show yet where it stands', async () => {
      const [first, second] = ['first', 'second'].map(summary => ({ ...aDelivery('').message, summary }));
      if (!first || !second) throw new Error('no messages');
      const change = { of: 'a', how: 'edit' } as const;
      await promise(aDelivery('a', { message: first }));
      await promise(aDelivery('a~2', { message: second, change }));
      expect(await outbox().rows('waiting', 9)).toMatchObject([{ key: 'a', message: second }]);
      await outbox().claim(['slack'], 0, 100, 9);
      await outbox().sent('a', { ts: '1' }, 1);
      await promise(aDelivery('a~3', { message: second, change }));
      await promise(aDelivery('a~4', { message: first, change }));
      expect(await outbox().rows('waiting', 9)).toMatchObject([{ key: 'a~3', message: first }]);
    });

    it('takes a message away once, and changes nothing of it after that', async () => {
      await promise(aDelivery('a'), aDelivery('b'));
      await outbox().claim(['slack'], 0, 100, 1);
      await outbox().sent('a', { ts: '1' }, 0);
      const gone = aDelivery('a~gone', { change: { of: 'a', how: 'remove' } });
      await promise(gone, aDelivery('b~gone', { to: 'C1', change: { of: 'b', how: 'remove' } }));
      await promise(aDelivery('a~2', { change: { of: 'a', how: 'edit' } }), gone);
      expect(await claim(1)).toEqual(['a~gone']);
      await outbox().sent('a~gone', { ts: '1' }, 1);
      expect(await claim(2)).toEqual([]);
      expect(await outbox().rows('parked', 9)).toMatchObject([
        { key: 'b', reason: 'it was taken back before it was posted' },
      ]);
    });

    it('changes nothing that was given up, and refuses to change what was never promised', async () => {
      const edit = (of: string) => aDelivery(`${of}~2`, { change: { of, how: 'edit' } });
      await promise(aDelivery('a'));
      await outbox().claim(['slack'], 0, 100, 9);
      await promise(edit('a'));
      await outbox().park('a', 'gone');
      await promise(edit('a'), aDelivery('c'));
      expect(await claim(200)).toEqual(['c']);
      await expect(promise(edit('x'))).rejects.toThrow('x is to be changed, which was never promised');
    });

    it('finds what rests on a statement, as it was last changed', async () => {
      const made = (said: string[]): Recipe => ({
        ...{
          kind: 'alert',
          rule: alertRule(),
          said,
          moved: ['s9'],
          before: [],
          firsts: [],
          now: 0,
          outlets: 1,
          full: null,
        },
      });
      const [first, second] = ['first', 'second'].map(summary => ({ ...aDelivery('').message, summary }));
      if (!first || !second) throw new Error('no messages');
      await promise(aDelivery('a', { recipe: made(['s1', 's2']), message: first }));
      await promise(aDelivery('b', { to: 'C1', recipe: made(['s2']), notBefore: 5 }));
      expect(await outbox().restingOn(['s2', 's1'], 0)).toEqual(['a', 'b']);
      expect(await outbox().restingOn(['s9'], 5)).toEqual(['b']);
      expect(await outbox().posted(['a'])).toMatchObject([{ key: 'a', message: first, isShown: false }]);
      await outbox().claim(['slack'], 0, 100, 1);
      await outbox().sent('a', { ts: '1' }, 1);
      const change = { of: 'a', how: 'edit' } as const;
      await promise(aDelivery('a~2', { change, message: second, recipe: made(['s1', 's2', 's3']) }));
      expect(await outbox().restingOn(['s3'], 0)).toEqual(['a']);
      expect(await outbox().posted(['a'])).toMatchObject([
        { key: 'a', message: second, isShown: true, recipe: { said: ['s1', 's2', 's3'] } },
      ]);
      await promise(aDelivery('a~gone', { change: { of: 'a', how: 'remove' } }));
      expect(await outbox().posted(['a', 'b', 'unknown'])).toMatchObject([{ key: 'b' }]);
      expect(await outbox().restingOn([], 0)).toEqual([]);
      expect(await outbox().posted([])).toEqual([]);
    });

    it('puts what was given up back to waiting, with what is under it, in its old order', async () => {
      await promise(aDelivery('p'), aDelivery('c', { under: 'p' }), aDelivery('d', { under: 'c' }));
      await promise(aDelivery('q'), aDelivery('sent'), aDelivery('later'));
      expect(await claim(0)).toEqual(['p']);
      await outbox().park('p', 'no access');
      await outbox().park('q', 'no access');
      await outbox().sent('sent', {}, 1);
      expect(await outbox().revive(['c', 'd', 'sent', 'later', 'nowhere'], 5)).toBe(0);
      expect(await outbox().revive(['p', 'c'], 5)).toBe(3);
      expect(await outbox().revive(['p'], 6)).toBe(0);
      expect(await claim(4)).toEqual([]);
      expect(await outbox().claim(['slack'], 5, 100, 9)).toMatchObject([{ key: 'p', attempts: 1 }]);
      await outbox().sent('p', { ts: '1' }, 6);
      expect(await claim(6)).toEqual(['c', 'later']);
      expect(await outbox().rows('parked', 9)).toMatchObject([{ key: 'q', reason: 'no access' }]);
      expect((await outbox().rows('waiting', 9)).map(({ reason }) => reason)).toEqual([null, null, null]);
    });

    it('refuses to settle what was never promised', async () => {
      const unknown = 'nothing was promised under the key x';
      await expect(outbox().sent('x', {}, 0)).rejects.toThrow(unknown);
      await expect(outbox().retry('x', 0, 'r')).rejects.toThrow(unknown);
      await expect(outbox().park('x', 'r')).rejects.toThrow(unknown);
    });

    it('lists what waits in its order and what is settled with the newest first', async () => {
      const deliveries = Array.from({ length: 600 }, (_, i) => aDelivery(`k${i}`, { to: `C${i}` }));
      await promise(...deliveries);
      expect((await outbox().rows('waiting', 2)).map(({ key }) => key)).toEqual(['k0', 'k1']);
      expect(await claim(0, 100, 999)).toHaveLength(600);
      for (const key of ['k0', 'k1', 'k2']) await outbox().sent(key, {}, 1);
      expect((await outbox().rows('sent', 2)).map(({ key }) => key)).toEqual(['k2', 'k1']);
    });
  });
}

function hostileTextContract(store: () => Store): void {
  it('keeps a megabyte of text', async () => {
    const text = `${hostile}\n`.repeat(Math.ceil(1_000_000 / hostile.length));
    const article = anArticle({ text, title: text });
    const statement = aStatement({ speakers: [{ ...aSpeaker('putin', 'russia'), name: text }] });
    await store().articles.add(article, [text]);
    await store().ledger.record('a1', [statement], text);
    expect((await store().articles.get(['a1'])).get('a1')).toEqual(article);
    expect(await store().ledger.statements({ speakers: ['putin'] })).toEqual([statement]);
  });

  it.each(unstorable)('refuses %j where it is kept as text, and changes nothing', async text => {
    const refused = { message: expect.stringMatching(/cannot be stored; clean it first: ".*\\u(0000|d83d)/) };
    await expect(store().articles.add(anArticle({ title: text }), ['k1'])).rejects.toMatchObject(refused);
    await expect(store().articles.add(anArticle({ text }), ['k1'])).rejects.toMatchObject(refused);
    await expect(store().feedStates.save({ ...unpolled('f'), detail: text })).rejects.toMatchObject(refused);
    await expect(store().marks.put({ key: text, dueAt: null, value: '' })).rejects.toMatchObject(refused);
    await expect(store().outbox.promise([aDelivery(text)], [])).rejects.toMatchObject(refused);
    await expect(store().ledger.statements({ topics: [text] })).rejects.toMatchObject(refused);
    expect(await store().articles.known(['k1', text])).toEqual(new Map());
    expect(await store().feedStates.all()).toEqual([]);
  });

  it.each(unstorable)('keeps %j inside statements, messages and keys', async text => {
    const statement = aStatement({ why: [text] });
    const delivery = aDelivery('a', { message: { summary: text, blocks: [], ping: [], zone: 'UTC' } });
    await store().articles.add(anArticle(), [text]);
    await store().ledger.record('a1', [statement], null);
    await store().outbox.promise([delivery], []);
    expect([...(await store().articles.known([text])).keys()]).toEqual([text]);
    expect(await store().ledger.byRef('7')).toEqual([statement]);
    expect(await store().outbox.claim(['slack'], 0, 1, 1)).toMatchObject([delivery]);
  });

  it.each([Number.NaN, 0.5, 2 ** 53])('refuses %d as an instant', async at => {
    await expect(store().marks.put({ key: 'm', dueAt: at, value: '' })).rejects.toThrow('whole numbers');
    expect(await store().marks.get('m')).toBeNull();
  });
}

function secondHandleContract(opened: () => Opened): void {
  describe('with a second handle', () => {
    let one: Store;
    let two: Store;
    beforeEach(async () => {
      one = opened().store;
      two = await opened().reopen();
    });

    it('finds everything after a restart in the middle, and what was held when its lease ends', async () => {
      await one.articles.add(anArticle(), ['k1']);
      await one.ledger.record('a1', [aStatement()], null);
      await one.feedStates.save(unpolled('f'));
      await one.outbox.promise([aDelivery('a'), aDelivery('b')], [{ key: 'm', dueAt: 1, value: 'v' }]);
      await one.outbox.claim(['slack'], 0, 100, 9);

      expect([...(await two.articles.known(['k1'])).keys()]).toEqual(['k1']);
      expect(await two.ledger.after(0, 9)).toEqual([{ number: 1, statement: aStatement() }]);
      expect(await two.feedStates.all()).toEqual([unpolled('f')]);
      expect(await two.marks.due('', 1)).toEqual([{ key: 'm', dueAt: 1, value: 'v' }]);
      expect(await two.outbox.claim(['slack'], 99, 100, 9)).toEqual([]);
      expect(await two.outbox.claim(['slack'], 100, 100, 9)).toMatchObject([{ key: 'a', attempts: 1 }]);
    });

    it('adds an article once when both try', async () => {
      const added = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          (i % 2 ? one : two).articles.add(anArticle({ id: `a${i >> 2}` }), [`k${i >> 2}`, `of ${i % 3}`]),
        ),
      );
      const ids = (await one.articles.unread(99)).map(({ id }) => id);
      expect(added.filter(Boolean)).toHaveLength(ids.length);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(0);
    });

    it('records an article once when both try, and numbers without gaps', async () => {
      const ids = Array.from({ length: 10 }, (_, i) => `a${i}`);
      for (const id of ids) await one.articles.add(anArticle({ id }), [id]);
      const recording = ids.flatMap(id =>
        [one, two].map(({ ledger }) =>
          ledger.record(id, [aStatement({ article: id, ref: id }), aStatement({ article: id })], null),
        ),
      );
      await Promise.all(recording);
      const rows = await two.ledger.after(0, 99);
      expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      expect(
        rows
          .filter((_, i) => i % 2 === 0)
          .map(({ statement }) => statement.ref)
          .sort(),
      ).toEqual(ids);
    });

    it('shows a cursor no number before those that precede it', async () => {
      const ids = Array.from({ length: 12 }, (_, i) => `a${i}`);
      for (const id of ids) await one.articles.add(anArticle({ id }), [id]);
      const writing = Promise.all(
        ids.map((id, i) =>
          (i % 2 ? one : two).ledger.record(id, [aStatement({ article: id, ref: id })], null),
        ),
      );
      const seen: number[] = [];
      for (let turn = 0; turn < 10_000 && seen.length < ids.length; turn++) {
        seen.push(...(await one.ledger.after(seen.at(-1) ?? 0, 99)).map(({ number }) => number));
        await setImmediate();
      }
      await writing;
      expect(seen).toEqual(ids.map((_, i) => i + 1));
    });

    it('one of two takes a step that both saw', async () => {
      const step = (key: string) =>
        [
          [aDelivery(key)],
          [{ key: 'step', dueAt: null, value: key }],
          [{ key: 'step', value: null }],
        ] as const;
      const taken = await Promise.all([one.outbox.promise(...step('a')), two.outbox.promise(...step('b'))]);
      expect(taken.toSorted()).toEqual([false, true]);
      expect(await one.outbox.rows('waiting', 10)).toHaveLength(1);
    });

    it('promises once when both promise the same, with marks in any order', async () => {
      const marks: Mark[] = ['m', 'n'].map(key => ({ key, dueAt: 1, value: 'v' }));
      await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          (i % 2 ? one : two).outbox.promise(
            i < 6 ? [aDelivery('a'), aDelivery('b')] : [],
            i % 2 ? marks : marks.toReversed(),
          ),
        ),
      );
      expect((await one.outbox.rows('waiting', 99)).map(({ key }) => key)).toEqual(['a', 'b']);
      expect(await two.marks.due('', 1)).toEqual(marks);
    });

    it('shares the claims out: each delivery to one, each place in its order', async () => {
      const deliveries = Array.from({ length: 60 }, (_, i) => aDelivery(`${i}`, { to: `C${i % 6}` }));
      await one.outbox.promise(deliveries, []);
      const posted: string[] = [];
      const work = async ({ outbox }: Store): Promise<void> => {
        for (let turn = 0; turn < 1_000 && posted.length < deliveries.length; turn++) {
          for (const { key } of await outbox.claim(['slack'], 0, 1_000_000, 2)) {
            posted.push(key);
            await outbox.sent(key, {}, 1);
          }
          await setImmediate();
        }
      };
      await Promise.all([work(one), work(two), work(one)]);
      expect(new Set(posted).size).toBe(60);
      expect(posted).toHaveLength(60);
      for (let place = 0; place < 6; place++) {
        const inPlace = posted.filter(key => Number(key) % 6 === place).map(Number);
        expect(inPlace).toEqual(inPlace.toSorted((a, b) => a - b));
      }
    });

    it('leaves nothing waiting under a delivery that is parked meanwhile', async () => {
      for (let i = 0; i < 5; i++) {
        await one.outbox.promise([aDelivery(`p${i}`)], []);
        await Promise.all([
          one.outbox.park(`p${i}`, 'gone'),
          two.outbox.promise([aDelivery(`c${i}`, { under: `p${i}` })], []),
        ]);
      }
      expect(await one.outbox.rows('waiting', 99)).toEqual([]);
    });
  });
}

function modelContract(open: () => Promise<Opened>): void {
  it('does what the plain model does, over 500 random operations', { timeout: 60_000 }, async () => {
    const runs = { numRuns: 10, seed: 20251127 };
    const run = async (script: Parameters<typeof applied>[1][]): Promise<void> => {
      const opened = await open();
      const model = modelStore();
      try {
        for (const operation of script) {
          expect(await applied(opened.store, operation), JSON.stringify(operation)).toEqual(
            await applied(model, operation),
          );
        }
        expect(await sights(opened.store)).toEqual(await sights(model));
      } finally {
        await opened.destroy();
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(operations, { minLength: 50, maxLength: 50, size: 'max' }), run),
      runs,
    );
  });
}
