import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/app/line.ts';
import type { Store } from '../../src/app/ports.ts';
import { unpolled } from '../../src/core/feed.ts';
import type { Statement } from '../../src/core/statement.ts';
import { askable, now, recorded, said, say } from '../support/asked.ts';
import { article, speakerOf, statement } from '../support/made.ts';

const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }], article: 'a1' };
const hourAgo = now - 3_600_000;

/** Puts statements on record as those of one article. */
async function recordedIn(store: Store, id: string, statements: readonly Statement[]): Promise<void> {
  await store.articles.add(article({ id }), [`id:${id}`]);
  await store.ledger.record(
    id,
    statements.map(each => ({ ...each, article: id })),
    null,
  );
}

describe('/brief', () => {
  it('is the digest of the last day in one message', async () => {
    const { bot, store } = await askable();
    await recorded(store, [statement({ ...words, at: hourAgo })]);
    const shown = await said(bot, '/brief');
    expect(shown).toContain('Briefing, 28 Nov 2025');
    expect(shown).toContain('The dam: Nordland · 1 outlet');
    expect(shown).toContain('Nordland opposes: The dam is built.');
    expect(shown).toContain('“We will not build it,”');
    expect(shown.trimEnd()).toMatch(/As of 28 Nov 2025, 10:00 · no feed polled yet$/);
  });

  it('begins where it was asked to', async () => {
    const { bot, store } = await askable();
    await recorded(store, [statement({ ...words, at: now - 20 * 3_600_000 })]);
    expect(await said(bot, '/brief since:"yesterday 18:00"')).toContain('No new statements');
    const shown = await said(bot, '/brief since:yesterday');
    expect(shown).toContain('Covers 27 Nov 2025, 00:00 to 28 Nov 2025, 10:00.');
    expect(shown).toContain('We will not build it');
    expect((await say(bot, '/brief since:2025-02-30')).summary).toContain(
      'There is no such date as 2025-02-30.',
    );
  });

  it('says on every page from when on it was read where more is new than is read', async () => {
    const { bot, store } = await askable();
    const all = Array.from({ length: 1_001 }, (_, i) =>
      statement({ ...words, ref: `r${i}`, at: hourAgo - i * 1_000, stems: [`word${i}`] }),
    );
    await recordedIn(store, 'a1', all.slice(0, 1_000));
    expect(await said(bot, '/brief')).not.toContain('Too much is new');
    await recordedIn(store, 'a2', all.slice(1_000));
    for (const line of ['/brief', '/brief page:2', '/brief topic:dam', '/brief party:nordland']) {
      const shown = (await said(bot, line)).replace(/\s+/g, ' ');
      expect(shown).toContain('this is of the newest 1,000 statements, since 28 Nov 2025, 08:43.');
    }
    expect((await say(bot, '/brief')).summary).toMatch(/of the newest 1,000 statements alone$/);
  });

  it('leaves room for what is on a topic where much is on none', async () => {
    const { bot, store } = await askable();
    await recorded(store, [statement({ ...words, at: hourAgo - 60_000 })]);
    const idle = Array.from({ length: 1_001 }, (_, i) =>
      statement({ ...words, ref: `r${i}`, at: hourAgo, topics: [], stances: [] }),
    );
    await recordedIn(store, 'a2', idle);
    const shown = await said(bot, '/brief');
    expect(shown).toContain('We will not build it');
    expect(shown).not.toContain('Too much is new');
  });

  it('says when there is nothing', async () => {
    const { bot } = await askable();
    expect(await said(bot, '/brief')).toContain('No new statements on the topics followed here.');
  });
});

describe('/quotes', () => {
  it('gives the words of a person, newest first, with the outlets that carried them', async () => {
    const { bot, store } = await askable();
    await recorded(store, [
      statement({ ...words, at: hourAgo }),
      statement({ ...words, article: 'a2', at: hourAgo + 60_000, outlet: 'gazette' }),
      statement({ ...words, article: 'a3', speakers: [speakerOf.ost] }),
    ]);
    const shown = await said(bot, '/quotes Berg');
    expect(shown.match(/We will not build it/g)).toHaveLength(1);
    expect(shown.replace(/\s+/g, ' ')).toContain('also in Nord Gazette (state media, Nordland)');
  });

  it('says when there is nothing in the span', async () => {
    const { bot } = await askable();
    expect(await said(bot, '/quotes Ost days:3')).toContain('No statement on record in the last 3 days.');
  });

  it('turns pages that stay as they were while one turns them', async () => {
    const { bot, store } = await askable();
    const made = Array.from({ length: 23 }, (_, i) =>
      statement({
        ...words,
        article: `p${i}`,
        at: hourAgo - i * 86_400_000,
        speakers: [{ ...speakerOf.berg, name: `Official ${i}`, actor: null }],
      }),
    );
    await recorded(store, made);
    const first = await say(bot, '/quotes dam');
    const [older] = first.blocks.flatMap(block => (block.type === 'actions' ? block.actions : []));
    expect(older).toMatchObject({ label: 'Older', command: 'quotes', given: { '': 'dam' } });
    await recorded(store, [statement({ ...words, article: 'new', at: now + 1_000 })]);
    const line = commandLine('quotes', older?.given ?? {});
    const second = await said(bot, line);
    expect(second).toContain('Page 2 of 3, 23 in all');
    for (const i of [10, 19]) expect(second).toContain(`Official ${i},`);
    for (const i of [9, 20]) expect(second).not.toContain(`Official ${i},`);
    expect(second).toContain('(Newer)');
    expect(await said(bot, '/quotes dam page:3')).toContain('Official 22,');
  });

  it('takes a name and a topic in one', async () => {
    const { bot, store } = await askable();
    await recorded(store, [
      statement({ ...words, at: hourAgo }),
      statement({ ...words, topic: 'quota', at: hourAgo }),
    ]);
    const shown = await said(bot, '/quotes Berg dam');
    expect(shown).toContain('Quotes by Anna Berg on The dam');
    expect(shown.match(/We will not build it/g)).toHaveLength(1);
  });
});

describe('/why', () => {
  it('shows surroundings, hash, place and every decision', async () => {
    const { bot, store } = await askable();
    const stances = [
      { topic: 'dam', holder: 'nordland', stance: 'opposes', why: ['“not build” rejects it'] } as const,
    ];
    const made = statement({ ...words, at: hourAgo, stances, why: ['“Anna Berg” is the subject of “said”'] });
    await recorded(store, [made]);
    const shown = (await said(bot, `/why ${made.ref}`)).replace(/\s+/g, ' ');
    expect(shown).toContain('It rained.');
    expect(shown).toContain(article().snapshot.sha256);
    expect(shown).toContain(`characters 24–47 of ${article().snapshot.text.length}, from the linked page`);
    expect(shown).toContain('“Anna Berg” is the subject of “said”');
    expect(shown).toContain('The dam: Nordland opposes: “not build” rejects it');
  });

  it('shows terms where they stand, and topics without a position', async () => {
    const { bot, store } = await askable();
    const terms = [
      { span: { start: 33, end: 36 }, kind: 'number', value: 5, unit: 'dams', topic: 'dam' },
      { span: { start: 37, end: 45 }, kind: 'condition', value: null, unit: null, topic: null },
    ] as const;
    const made = statement({ ...words, terms, topics: ['dam', 'quota'] });
    await recorded(store, [made]);
    const shown = await said(bot, `/why ${made.ref}`);
    expect(shown).toMatch(/│ not\n +— number: 5 dams · measures The dam/);
    expect(shown).toMatch(/│ build it\n +— condition\n/);
    expect(shown).toContain('Water quota: nobody’s position');
    expect(shown.trimEnd()).toMatch(/no feed polled yet$/);
  });

  it('shows where the wording of the same words differs', async () => {
    const { bot, store } = await askable();
    const stems = ['demand', 'withdrawal', 'narrows', 'lakes', 'sign', 'treaty'];
    const refs: string[] = [];
    for (const [i, extent] of ['full', 'gradual'].entries()) {
      const text = `We demand a ${extent} withdrawal from the narrows before the lakes treaty is signed, Anna Berg said.`;
      const content = [{ start: 0, end: text.indexOf(',') }];
      const made = statement({
        article: `w${i}`,
        kind: 'indirect',
        quotations: [],
        content,
        stems,
        at: hourAgo,
      });
      await recorded(store, [made], {
        snapshot: { sha256: createHash('sha256').update(text).digest('hex'), text },
      });
      refs.push(made.ref);
    }
    const shown = await said(bot, `/why ${refs[0]}`);
    expect(shown).toContain('The wording differs');
    expect(shown).toMatch(/│ a full\n +— how far it goes · Lakeside Post/);
    expect(shown).toMatch(/│ a gradual\n +— against · Lakeside Post/);
  });

  it('shows the same words elsewhere', async () => {
    const { bot, store } = await askable();
    const made = statement({ ...words, at: hourAgo });
    await recorded(store, [made, statement({ ...words, article: 'a2', at: hourAgo, outlet: 'gazette' })]);
    expect(await said(bot, `/why ${made.ref}`)).toContain('The same words elsewhere');
  });
});

describe('/topics', () => {
  it('lists parties and topics with how much was said', async () => {
    const { bot, store } = await askable();
    await recorded(store, [statement({ ...words, at: hourAgo })]);
    const shown = await said(bot, '/topics');
    expect(shown).toContain('Parties: Nordland, Sudland and League.');
    expect(shown).toContain('• The dam dam · 1');
    expect(shown).toContain('• Water quota quota · 0');
  });
});

describe('/status', () => {
  it('shows each feed with what its last poll saw', async () => {
    const { bot, store } = await askable();
    await store.feedStates.save({ ...unpolled('lakeside-world'), outcome: 'ok', polledAt: now, lastOk: now });
    const failing = {
      outcome: 'http-error',
      detail: 'HTTP 404',
      failures: 2,
      failingSince: hourAgo,
    } as const;
    await store.feedStates.save({ ...unpolled('gazette-all'), ...failing });
    await store.feedStates.save({ ...unpolled('taken-out'), outcome: 'timeout' });
    const shown = await said(bot, '/status');
    expect(shown).toContain('1 of 2 feeds well; Nord Gazette failing since');
    expect(shown).toMatch(/gazette-all +http-error: HTTP 404, since 28 Nov 2025, 09:00 +–/);
    expect(shown).not.toContain('taken-out');
  });

  it('shows what could not be delivered, and why', async () => {
    const { bot, store } = await askable();
    const message = await say(bot, '/help');
    const delivery = {
      key: 'alert:x',
      platform: 'slack',
      to: 'C1',
      message,
      under: null,
      notBefore: 0,
    } as const;
    await store.outbox.promise([delivery], []);
    await store.outbox.park('alert:x', 'the channel is archived');
    const shown = await said(bot, '/status');
    expect(shown).toContain('Not delivered, needs a person: 1');
    expect(shown).toContain('alert:x: the channel is archived');
  });
});

describe('/help', () => {
  it('shows an example for every command, and the options of one', async () => {
    const { bot } = await askable();
    const all = (await said(bot, '/help')).replace(/\s+/g, ' ');
    for (const { name, summary } of bot.commands) {
      expect(all).toContain(`/${name}`);
      expect(all).toContain(summary);
    }
    expect(await said(bot, '/help stance')).toContain('• party: only this party');
  });
});
