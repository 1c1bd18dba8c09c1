import { describe, expect, it } from 'vitest';
import type { StatementQuery, Store } from '../../src/app/ports.ts';
import type { Correction } from '../../src/core/correction.ts';
import type { Statement } from '../../src/core/statement.ts';
import { day } from '../../src/core/time.ts';
import { utterances } from '../../src/core/utterance.ts';
import { anArticle, aSpeaker, aStance, aStatement } from '../store/examples.ts';

const hostileWords = [
  `'; drop table statements; --`,
  'NEAR(a b)',
  'words : x',
  '"unclosed',
  'a* OR b NOT (c',
  `\\'&|!<->:*A`,
  '%_',
  '\0',
  'half \ud83d a dove',
  '',
  ' ',
  'x'.repeat(10_000),
];

/** What makes a ledger more than a list: search, pages, corrections, reading anew. */
export function ledgerContract(store: () => Store): void {
  const record = async (...statements: Statement[]): Promise<void> => {
    await store().articles.add(anArticle(), ['k1']);
    await store().ledger.record('a1', statements, null);
  };
  const refs = async (query: StatementQuery): Promise<string[]> =>
    (await store().ledger.statements(query)).map(({ ref }) => ref);

  const changed = async (): Promise<string[]> => (await store().ledger.changed(0, 9)).map(({ ref }) => ref);
  const standing = async (asked: string[]): Promise<[string, string][]> =>
    [...(await store().ledger.standingFor(asked))]
      .map(([was, { ref }]): [string, string] => [was, ref])
      .sort();

  describe('search', () => {
    it('finds what holds all words, whatever their endings and accents, newest first', async () => {
      await record(
        aStatement({ ref: 'old', at: 1_000, stems: ['security', 'guarantees', 'for', 'Zelenskyy'] }),
        aStatement({ ref: 'new', at: 90_000, stems: ['guarantee', 'Erdoğan', 'Зеленський'] }),
        aStatement({ ref: 'other', at: 95_000, stems: ['warrants'] }),
      );
      expect(await refs({ words: ['guarantee'] })).toEqual(['new', 'old']);
      expect(await refs({ words: ['guaranteed', 'erdogan'] })).toEqual(['new']);
      expect(await refs({ words: ['зеленський'] })).toEqual(['new']);
      expect(await refs({ words: ['war'] })).toEqual([]);
      expect(await refs({ words: ['guarantee', 'peace'] })).toEqual([]);
    });

    it('finds a phrase where its words follow each other, and figures', async () => {
      const told = { figures: ['600000'], names: [], places: [], to: [], days: null };
      await record(
        aStatement({ ref: 'a', stems: ['security', 'guarantees', 'now'], told }),
        aStatement({ ref: 'b', stems: ['guarantees', 'of', 'security', 'now'] }),
      );
      expect(await refs({ words: ['security guarantee'] })).toEqual(['a']);
      expect(await refs({ words: ['security', 'guarantee'] })).toEqual(['a', 'b']);
      expect(await refs({ words: ['guarantee now', '600000'] })).toEqual(['a']);
    });

    it('meets the other conditions of a query too', async () => {
      const said = (ref: string, given: Partial<Statement>) =>
        aStatement({ ref, stems: ['talks'], ...given });
      await record(
        said('a', { at: 5_000 }),
        said('b', { at: 6_000, grade: 'reported' }),
        said('c', {
          at: 7_500,
          speakers: [aSpeaker('rutte', 'nato')],
          topics: ['Sanctions', 'x y'],
          stances: [],
        }),
      );
      const words = ['talks'];
      expect(await refs({ words, topics: ['nato-accession'] })).toEqual(['b', 'a']);
      expect(await refs({ words, topics: ['Sanctions', 'nothing'] })).toEqual(['c']);
      expect(await refs({ words, topics: ['sanctions'] })).toEqual([]);
      expect(await refs({ words, topics: ['x y'] })).toEqual(['c']);
      expect(await refs({ words, parties: ['russia'], grades: ['reported'] })).toEqual(['b']);
      expect(await refs({ words, speakers: ['rutte', 'lavrov'] })).toEqual(['c']);
      expect(await refs({ words, from: 5_001, until: 7_500 })).toEqual(['b']);
      expect(await refs({ words, topics: [] })).toEqual([]);
    });

    it('goes back through years of a common word, day by day and month by month', async () => {
      const all = Array.from({ length: 300 }, (_, i) =>
        aStatement({
          ref: `r${String(i).padStart(3, '0')}`,
          at: i * i * day,
          stems: ['talks', i % 50 ? 'of' : 'rare'],
        }),
      );
      await record(...all);
      const wanted = all.map(({ ref }) => ref).reverse();
      expect(await refs({ words: ['talks'] })).toEqual(wanted);
      expect(await refs({ words: ['talks'], limit: 40 })).toEqual(wanted.slice(0, 40));
      expect(await refs({ words: ['rare'], limit: 4 })).toEqual(['r250', 'r200', 'r150', 'r100']);
      expect(await refs({ words: ['rare'], until: 200 * 200 * day, limit: 2 })).toEqual(['r150', 'r100']);
    });

    it.each(hostileWords)('is harmless with %j', async typed => {
      await record(aStatement({ stems: ['talks'] }));
      expect(await refs({ words: [typed] })).toEqual([]);
      expect(await refs({ words: ['talks', typed] })).toEqual([]);
      expect(await refs({ words: typed.split(' ') })).toEqual([]);
    });

    it('finds nothing without words, and words that are marks as what they are', async () => {
      await record(aStatement({ stems: ['u.s.', 'c++', 'a"b', "o'neill"] }));
      expect(await refs({ words: [] })).toEqual([]);
      expect(await refs({ words: ['u.s.', 'c++', 'a"b', 'o’neill'] })).toEqual(['7f3a9k2c']);
      expect(await refs({ words: ['c--'] })).toEqual([]);
    });
  });

  describe('pages', () => {
    it.each([{}, { topics: ['nato-accession'] }, { words: ['talks'] }])(
      'of %j follow each other without a gap or a repetition',
      async query => {
        // Many of one instant, more than a page, and some of one second.
        const all = Array.from({ length: 240 }, (_, i) =>
          aStatement({
            ref: `r${(i * 37) % 240}`,
            at: [1_000, 1_500, 86_400_000][i % 3] as number,
            stems: ['talks'],
          }),
        );
        await record(...all);
        const seen: string[] = [];
        for (let page = await store().ledger.statements({ ...query, limit: 7 }); page.length > 0; ) {
          seen.push(...page.map(({ ref }) => ref));
          const before = page.at(-1) as Statement;
          page = await store().ledger.statements({ ...query, before, limit: 7 });
        }
        expect(seen).toEqual(await refs(query));
        expect(seen).toHaveLength(240);
      },
    );

    it('are empty for a limit below one', async () => {
      await record(aStatement({ stems: ['talks'] }));
      for (const limit of [0, -1, -1_000]) {
        expect(await refs({ limit })).toEqual([]);
        expect(await refs({ topics: ['nato-accession'], limit })).toEqual([]);
        expect(await refs({ words: ['talks'], limit })).toEqual([]);
        expect(await store().positions.shifts({ limit })).toEqual([]);
      }
    });

    it('take instants far outside of history', async () => {
      await record(
        aStatement({ ref: 'a', at: -8_640_000_000_000_000, stems: ['talks'] }),
        aStatement({ ref: 'b', at: 0, stems: ['talks'] }),
        aStatement({ ref: 'c', at: 8_640_000_000_000_000, stems: ['talks'] }),
      );
      for (const words of [{}, { words: ['talks'] }]) {
        expect(await refs(words)).toEqual(['c', 'b', 'a']);
        expect(await refs({ ...words, from: -8_640_000_000_000_000, until: 8_640_000_000_000_000 })).toEqual([
          'b',
          'a',
        ]);
      }
      expect(await store().positions.positions({ asOf: 8_640_000_000_000_000 })).toHaveLength(2);
    });
  });

  it('finds by topic what takes no stance, and by grade', async () => {
    await record(
      aStatement({ ref: 'a', at: 3, topics: ['ceasefire'], stances: [] }),
      aStatement({
        ref: 'b',
        at: 2,
        topics: [],
        stances: [aStance('ceasefire', 'russia')],
        grade: 'reported',
      }),
    );
    expect(await refs({ topics: ['ceasefire'] })).toEqual(['a', 'b']);
    expect(await refs({ topics: ['ceasefire'], grades: ['reported'] })).toEqual(['b']);
    expect(await refs({ grades: ['on-record'] })).toEqual(['a']);
    expect(await refs({ grades: [] })).toEqual([]);
    expect(await store().ledger.counts(['ceasefire', 'sanctions'], 3)).toEqual(
      new Map([
        ['ceasefire', 1],
        ['sanctions', 0],
      ]),
    );
  });

  describe('corrections', () => {
    const by = { by: 'slack U1', at: 9_000, reason: 'I was there.' };
    const withdrawn: Correction = { what: 'withdrawn', ref: '7f3a9k2c', ...by };
    const positions = async () =>
      (await store().positions.positions({})).map(({ holder, stance }) => [holder, stance]);

    it('change the statement, what it is found by, and the positions', async () => {
      await record(aStatement({ stems: ['talks'] }));
      const speakers = [aSpeaker('rubio', 'usa')];
      const speaker: Correction = { what: 'speaker', ref: '7f3a9k2c', speakers, ...by };
      const stance: Correction = {
        ...{ what: 'stance', ref: '7f3a9k2c', ...by },
        ...{ topic: 'ceasefire', holder: 'usa', stance: 'supports' },
      };
      await store().corrections.add(speaker);
      const stands = await store().corrections.add(stance);
      expect(stands).toMatchObject({
        speakers,
        topics: ['nato-accession', 'ceasefire'],
        corrections: [speaker, stance],
      });
      expect(await store().ledger.statements({ words: ['talks'], topics: ['ceasefire'] })).toEqual([stands]);
      expect(await refs({ speakers: ['putin'] })).toEqual([]);
      expect(await refs({ speakers: ['rubio'], parties: ['usa'] })).toEqual(['7f3a9k2c']);
      expect(await store().corrections.of('7f3a9k2c')).toMatchObject([
        {
          article: 'a1',
          content: [{ start: 12, end: 19 }],
          sha256: anArticle().snapshot.sha256,
          correction: speaker,
        },
        { correction: stance },
      ]);
      expect(await store().corrections.all(1, 9)).toMatchObject([{ correction: stance }]);
    });

    it('take a statement out of every answer, and back', async () => {
      await record(aStatement({ stems: ['talks'] }));
      expect(await positions()).toEqual([
        ['putin', 'opposes'],
        ['russia', 'opposes'],
      ]);
      await store().corrections.add(withdrawn);
      expect(await positions()).toEqual([]);
      for (const query of [{}, { topics: ['nato-accession'] }, { words: ['talks'] }]) {
        expect(await refs(query)).toEqual([]);
        expect(await refs({ ...query, standing: 'any' })).toEqual(['7f3a9k2c']);
      }
      expect(await store().ledger.byRef('7f')).toMatchObject([
        { standing: 'withdrawn', corrections: [withdrawn] },
      ]);
      expect(await store().ledger.after(0, 9)).toEqual([]);
      expect(await store().ledger.count()).toEqual({ statements: 0, articles: 1 });
      expect(await standing(['7f3a9k2c'])).toEqual([]);
      await store().corrections.add({ ...withdrawn, what: 'restored' });
      expect(await standing(['7f3a9k2c'])).toEqual([['7f3a9k2c', '7f3a9k2c']]);
      expect(await changed()).toEqual(['7f3a9k2c', '7f3a9k2c']);
      expect(await store().ledger.changed(1, 9)).toEqual([{ number: 2, ref: '7f3a9k2c' }]);
      expect(await positions()).toHaveLength(2);
      expect(await store().ledger.count()).toEqual({ statements: 1, articles: 1 });
    });

    it('are of a statement that there is', async () => {
      expect(await store().corrections.add(withdrawn)).toBeNull();
      expect(await store().corrections.add({ ...withdrawn, ref: '\0' })).toBeNull();
      expect(await store().corrections.all(0, 9)).toEqual([]);
    });

    it('survive a new reading, in the same place and half beside it', async () => {
      await record(aStatement(), aStatement({ ref: 'gone', content: [{ start: 0, end: 5 }] }));
      await store().corrections.add(withdrawn);
      const again = aStatement({ why: ['read by a newer program'] });
      const moved = aStatement({ ref: 'moved', content: [{ start: 14, end: 19 }] });
      await store().ledger.reread('a1', [again], 'anew');
      expect(await store().ledger.byRef('')).toMatchObject([
        { ref: '7f3a9k2c', standing: 'withdrawn', why: ['read by a newer program'] },
        { ref: 'gone', standing: 'superseded' },
      ]);
      for (let time = 0; time < 2; time++) {
        await store().ledger.reread('a1', [moved], 'anew');
        expect(await store().ledger.byRef('')).toMatchObject([
          { ref: '7f3a9k2c', standing: 'withdrawn' },
          { ref: 'gone', standing: 'superseded' },
          { ref: 'moved', standing: 'withdrawn', corrections: [withdrawn] },
        ]);
        expect(await store().ledger.after(0, 9)).toEqual([]);
      }
      await store().corrections.add({ ...withdrawn, what: 'restored', ref: 'moved' });
      expect(await refs({})).toEqual(['moved']);
      expect(await positions()).toHaveLength(2);
    });
  });

  it('keeps together what an editor brought together, whichever of the two is read anew, and back', async () => {
    const place = (start: number) => ({ article: 'a2', content: [{ start, end: start + 10 }] });
    const partner = aStatement({ ref: 'partner', stems: ['talks'] });
    const [first, second] = [
      aStatement({ ref: 'first', ...place(0) }),
      aStatement({ ref: 'second', ...place(2) }),
    ];
    await record(partner);
    await store().articles.add(anArticle({ id: 'a2', text: 'Another text, longer.' }), ['k2']);
    await store().ledger.record('a2', [first], null);
    const told = async () =>
      utterances(await store().ledger.statements({}))
        .map(({ renderings }) => renderings.map(({ ref }) => ref).sort())
        .sort();
    const together = (ref: string, other: string): Correction => ({
      ...{ what: 'together', ref, with: other, by: 'slack U1', at: 9_000, reason: '' },
    });
    expect(await told()).toEqual([['first'], ['partner']]);
    await store().corrections.add(together('partner', 'first'));
    await store().ledger.reread('a2', [second], null);
    expect(await told()).toEqual([['partner', 'second']]);
    await store().ledger.reread('a1', [{ ...partner, ref: 'again' }], null);
    expect(await told()).toEqual([['again', 'second']]);
    await store().corrections.add({ ...together('again', ''), what: 'restored' } as Correction);
    await store().corrections.add(together('again', 'second'));
    await store().ledger.reread('a2', [first], null);
    expect(await told()).toEqual([['again', 'first']]);
  });

  it('follows an article to the version that replaced it: what says the same is no news', async () => {
    await record(
      aStatement({ ref: 'kept' }),
      aStatement({ ref: 'cut', content: [{ start: 0, end: 10 }], stances: [aStance('ceasefire', 'russia')] }),
    );
    await store().articles.add(anArticle({ id: 'a2', text: 'A headline, changed\n\nA body.' }), ['k2']);
    const second = aStatement({ ref: 'again', article: 'a2', content: [{ start: 21, end: 28 }] });
    const added = aStatement({ ref: 'added', article: 'a2', content: [{ start: 12, end: 19 }] });
    await store().ledger.reread('a2', [second, added], null, 'a1');
    expect(await refs({})).toEqual(['added', 'again']);
    expect((await changed()).slice(0, 2)).toEqual(['kept', 'cut']);
    expect(await standing(['kept', 'cut', 'added', 'nobody'])).toEqual([
      ['added', 'added'],
      ['kept', 'again'],
    ]);
    expect((await store().ledger.after(2, 9)).map(({ statement }) => statement.ref)).toEqual(['added']);
    expect((await store().positions.positions({})).map(({ topic }) => topic)).toEqual([
      'nato-accession',
      'nato-accession',
    ]);
    expect(await store().articles.unread(9)).toEqual([]);
    await store().ledger.reread('a2', [], 'the outlet has withdrawn it');
    expect(await refs({})).toEqual([]);
    expect(await store().positions.positions({})).toEqual([]);
    expect((await store().ledger.withRefs(['again', 'kept'])).map(({ standing }) => standing)).toEqual([
      'superseded',
      'superseded',
    ]);
  });

  it('gives what was read, before any correction', async () => {
    await store().articles.add(anArticle({ id: 'a7' }), ['k7']);
    const read = aStatement({ ref: 'asread', article: 'a7' });
    await store().ledger.record('a7', [read], null);
    await store().corrections.add({ what: 'withdrawn', ref: 'asread', by: 'test', at: 1, reason: '' });
    expect(await store().ledger.asRead(['asread', 'none'])).toEqual([read]);
    expect((await store().ledger.withRefs(['asread'])).map(({ standing }) => standing)).toEqual([
      'withdrawn',
    ]);
  });

  it('reads nothing anew of an article that is not held', async () => {
    await record();
    await expect(store().ledger.reread('a9', [], null)).rejects.toThrow('no article a9 is held');
    await expect(store().ledger.reread('a1', [], null, 'a9')).rejects.toThrow('no article a9 is held');
  });

  it('holds the position at the end of each day, however late its statements arrive', async () => {
    const said = (ref: string, days: number, stance: 'supports' | 'opposes') =>
      aStatement({
        ref,
        article: ref,
        at: days * day,
        stances: [aStance('nato-accession', 'russia', stance)],
      });
    for (const each of [said('c', 30, 'supports'), said('a', 1, 'supports'), said('b', 15, 'opposes')]) {
      await store().articles.add(anArticle({ id: each.article }), [each.article]);
      await store().ledger.record(each.article, [each], null);
    }
    const held = async (asOf: number) =>
      (await store().positions.positions({ holders: ['russia'], asOf: asOf * day })).map(
        ({ stance, count }) => [stance, count],
      );
    expect(await held(0)).toEqual([]);
    expect(await held(14)).toEqual([['supports', 1]]);
    expect(await held(15)).toEqual([['opposes', 2]]);
    expect(await held(99)).toEqual([['supports', 3]]);
    const moved = await store().positions.shifts({ holders: ['russia'] });
    expect(moved.map(({ to, after }) => [to, after.ref])).toEqual([
      ['supports', 'c'],
      ['opposes', 'b'],
    ]);
    expect(await store().positions.shifts({ holders: ['russia'], until: 16 * day })).toEqual(moved.slice(1));
    expect(await store().positions.positions({ topics: [] })).toEqual([]);
  });
}
