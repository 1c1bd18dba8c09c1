import fc from 'fast-check';
import type { Delivery } from '../../src/app/ports.ts';
import type { Change } from '../../src/core/correction.ts';
import type { Grade, Stance, Statement } from '../../src/core/statement.ts';
import type { Term } from '../../src/core/term.ts';
import { day } from '../../src/core/time.ts';
import { aDelivery, anArticle, aSpeaker, aStance, aStatement } from './examples.ts';
import type { Modelled } from './model.ts';

/** Something done to a store. Few ids, keys and instants, so that operations meet. */
export interface Operation {
  readonly does: string;
  run(store: Modelled): Promise<unknown>;
}

const id = fc.constantFrom('a1', 'a2', 'a3', 'a4');
const key = fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5');
const delivery = fc.constantFrom('d1', 'd2', 'd3', 'd4', 'd5', 'd6');
const topic = fc.constantFrom('nato', 'ceasefire', 'sanctions');
const party = fc.constantFrom('russia', 'ukraine', 'usa');
const person = fc.constantFrom('putin', 'zelensky', 'rubio');
const instant = fc.integer({ min: 0, max: 40 });
const few = { maxLength: 3 };
const look = fc.option(fc.constantFrom('one look', 'another'));
const sketch = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 5 });
const someDay = fc.integer({ min: 0, max: 9 }).map(days => days * day);
const kindOfShift = fc.record(
  { of: fc.constantFrom('stance' as const, 'figure' as const) },
  { requiredKeys: [] },
);

const stance = fc.constantFrom<Stance>('supports', 'opposes', 'noncommittal');
const grade = fc.constantFrom<Grade>('on-record', 'reported');
const words = fc.constantFrom('talks', 'war', 'wars', 'Kyiv’s', 'мир');

/** At one of a few places, which do not touch: its ref follows from it, as in life. */
const found = fc.record({
  slot: fc.integer({ min: 0, max: 3 }),
  moved: fc.integer({ min: 0, max: 3 }),
  at: fc.oneof(instant, someDay),
  terms: fc.array(
    fc.tuple(topic, fc.constantFrom(800, 600)).map(([on, value]): Term => {
      return { span: { start: 0, end: 1 }, kind: 'number', value, unit: 'troops', topic: on };
    }),
    few,
  ),
  stances: fc.array(
    fc.tuple(topic, party, stance).map(([on, holder, held]) => aStance(on, holder, held)),
    few,
  ),
  speakers: fc.array(
    fc.tuple(fc.option(person), fc.option(party)).map(([actor, speaksFor]) => aSpeaker(actor, speaksFor)),
    few,
  ),
  topics: fc.array(topic, few),
  grade,
  kind: fc.constantFrom('direct' as const, 'indirect' as const),
  stems: fc.array(words, few),
});

const statements = fc.uniqueArray(found, { ...few, selector: ({ slot }) => slot });

type Found = typeof statements extends fc.Arbitrary<infer T> ? T : never;

const statementsOf = (article: string, all: Found): Statement[] =>
  all.map(({ slot, moved, ...given }) => {
    const start = slot * 10 + moved;
    return aStatement({
      ...given,
      article,
      ref: `${article[1]}${slot}${moved}`,
      content: [{ start, end: start + 7 }],
    });
  });

const ref = fc
  .tuple(fc.constantFrom('1', '2'), fc.integer({ min: 0, max: 3 }))
  .map(([a, slot]) => `${a}${slot}0`);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ what: fc.constant('stance' as const), topic, holder: party, stance }),
  fc.record({ what: fc.constant('off-topic' as const), topic }),
  fc.record({
    what: fc.constant('speaker' as const),
    speakers: fc.tuple(person, party).map(([actor, speaksFor]) => [aSpeaker(actor, speaksFor)]),
  }),
  fc.constantFrom({ what: 'withdrawn' as const }, { what: 'restored' as const }),
);

const texts = ['', 'An added line'].map(
  first => `${first.padEnd(first ? 20 : 0, '.')}abcdefghijklmnopqrstuvwxyz0123456789!?+-*ABCDEFGHIJ`,
);

const query = fc.record(
  {
    topics: fc.array(topic, few),
    parties: fc.array(party, few),
    speakers: fc.array(person, few),
    from: instant,
    until: instant,
    grades: fc.array(grade, { maxLength: 2 }),
    words: fc.array(fc.constantFrom('talk', 'war', 'kyiv', 'мир', 'talks war', '*'), { maxLength: 2 }),
    standing: fc.constant('any' as const),
    before: fc.record({ at: instant, ref }),
    limit: fc.integer({ min: -1, max: 5 }),
  },
  { requiredKeys: [] },
);

const cells = fc.record(
  { topics: fc.array(topic, few), holders: fc.array(fc.oneof(party, person), few) },
  { requiredKeys: [] },
);

const promised = fc.record({
  key: delivery,
  to: fc.constantFrom('C1', 'C2'),
  platform: fc.constantFrom('slack' as const, 'discord' as const),
  under: fc.option(delivery),
  notBefore: instant,
});

const mark = fc.record({
  key: fc.constantFrom('alerts', 'digest:a', 'digest:b'),
  dueAt: fc.option(instant),
  value: fc.constantFrom('1', '2'),
});

const setting = fc.record({
  kind: fc.constant('channel' as const),
  id: fc.constantFrom('a', 'b'),
  by: fc.constant('slack U1'),
  at: instant,
  value: fc.constantFrom(null, { id: 'a', platform: 'slack' as const, to: 'C1' }),
});

const installation = fc.record({
  platform: fc.constantFrom('slack' as const, 'discord' as const),
  space: fc.constantFrom('T1', 'T2'),
  isHome: fc.boolean(),
  name: fc.constant('Far desk'),
  by: fc.constantFrom(null, 'U2'),
  at: instant,
  sealed: fc.constantFrom(null, 'v1.a', 'v1.b'),
  paused: fc.constantFrom(null, 'refused before'),
});

const op = <T>(
  does: string,
  given: fc.Arbitrary<T>,
  run: (store: Modelled, given: T) => Promise<unknown>,
): fc.Arbitrary<Operation> =>
  given.map(value => ({ does: `${does} ${JSON.stringify(value)}`, run: store => run(store, value) }));

const deliveriesOf = (given: readonly Omit<Delivery, 'message'>[]): Delivery[] =>
  given.map(each => aDelivery(each.key, each));

export const operations: fc.Arbitrary<Operation> = fc.oneof(
  op(
    'add',
    fc.record({ id, keys: fc.array(key, few), fetched: instant, text: fc.constantFrom(...texts) }),
    ({ articles }, { keys, ...article }) => articles.add(anArticle(article), keys),
  ),
  op(
    'add with traits',
    fc.record({ id, keys: fc.array(key, few), look, sketch }),
    ({ articles }, { keys, id, look, sketch }) => articles.add(anArticle({ id }), keys, { look, sketch }),
  ),
  op(
    'revise',
    fc.record({ of: id, number: fc.integer({ min: 2, max: 4 }), look, fetched: instant }),
    async ({ articles }, { of, number, look, fetched }) => {
      // Versions are numbered without gaps: the port promises nothing for others.
      const count = (await articles.versions(of)).length;
      if (count > 0 && number > count + 1) return 'out of turn';
      const text = `Version ${number} of ${of}.`;
      return articles.revise(anArticle({ id: `${of}~${number}`, edit: { of, number }, fetched, text }), look);
    },
  ),
  op('recognise', fc.tuple(id, fc.array(key, few), look, instant), ({ articles }, [of, keys, look, at]) =>
    articles.recognise(of, keys, look, at),
  ),
  op('resembling', fc.tuple(sketch, instant), ({ articles }, [marks, from]) =>
    articles.resembling(marks, { from, until: from + 1_000 }, 3),
  ),
  op('record', fc.tuple(id, statements), ({ ledger }, [article, all]) =>
    ledger.record(article, statementsOf(article, all), null),
  ),
  op('reread', fc.tuple(id, statements, fc.option(id)), ({ ledger }, [article, all, replaced]) =>
    ledger.reread(
      article,
      statementsOf(article, all),
      null,
      replaced === article ? undefined : (replaced ?? undefined),
    ),
  ),
  op('correct', fc.tuple(ref, change, instant), ({ corrections }, [of, what, at]) =>
    corrections.add({ ...what, ref: of, by: 'slack U1', at, reason: 'heard it' }),
  ),
  op('corrections', ref, ({ corrections }, of) => corrections.of(of)),
  op(
    'positions',
    fc.tuple(cells, fc.record({ asOf: someDay, from: fc.oneof(instant, someDay) }, { requiredKeys: [] })),
    ({ positions }, [asked, span]) => positions.positions({ ...asked, ...span }),
  ),
  op(
    'shifts',
    fc.tuple(cells, kindOfShift, fc.integer({ min: 0, max: 5 })),
    ({ positions }, [asked, of, limit]) => positions.shifts({ ...asked, ...of, from: day, limit }),
  ),
  op('counts', instant, ({ ledger }, since) => ledger.counts(['nato', 'ceasefire'], since)),
  op('known', fc.array(key, few), ({ articles }, keys) => articles.known(keys)),
  op('unread', fc.integer({ min: 0, max: 3 }), ({ articles }, limit) => articles.unread(limit)),
  op('statements', query, ({ ledger }, wanted) => ledger.statements(wanted)),
  op('byRef', fc.constantFrom('', '1', '21'), ({ ledger }, prefix) => ledger.byRef(prefix)),
  op('after', instant, ({ ledger }, number) => ledger.after(number, 3)),
  op('install', installation, ({ installations }, each) => installations.put(each)),
  op('pause', installation, ({ installations }, each) => installations.pause(each, 'refused')),
  op('set', setting, ({ settings }, each) => settings.put(each)),
  op('put', mark, ({ marks }, each) => marks.put(each)),
  op('due', fc.tuple(fc.constantFrom('', 'digest:'), instant), ({ marks }, [prefix, now]) =>
    marks.due(prefix, now),
  ),
  op('promise', fc.tuple(fc.array(promised, few), fc.array(mark, few)), ({ outbox }, [given, marks]) =>
    outbox.promise(deliveriesOf(given), marks),
  ),
  op(
    'claim',
    fc.tuple(
      instant,
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 3 }),
      fc.subarray(['C1', 'C2']),
    ),
    ({ outbox }, [now, lease, limit, except]) =>
      outbox.claim(['slack', 'discord'], now, lease, limit, except),
  ),
  op('sent', fc.tuple(delivery, instant), ({ outbox }, [each, now]) =>
    outbox.sent(each, { ts: `${now}` }, now),
  ),
  op('retry', fc.tuple(delivery, instant), ({ outbox }, [each, at]) => outbox.retry(each, at, 'HTTP 503')),
  op('revive', fc.tuple(fc.array(delivery, { maxLength: 2 }), instant), ({ outbox }, [keys, now]) =>
    outbox.revive(keys, now),
  ),
  op('park', delivery, ({ outbox }, each) => outbox.park(each, 'no access')),
);

/** What an operation gave; that it was refused is a result too. */
export async function applied(store: Modelled, { run }: Operation): Promise<unknown> {
  try {
    return (await run(store)) ?? 'done';
  } catch {
    return 'refused';
  }
}

/** All that can be seen of a store. */
export async function sights({
  articles,
  ledger,
  corrections,
  positions,
  marks,
  outbox,
  settings,
  installations,
}: Modelled): Promise<unknown> {
  return {
    articles: await articles.get(['a1', 'a2', 'a3', 'a4']),
    unread: await articles.unread(9),
    versions: await articles.versions('a1'),
    alike: await articles.resembling([1, 2, 3, 4], { from: 0, until: 2_000 }, 9),
    known: await articles.known(['k1', 'k2', 'k3', 'k4', 'k5']),
    statements: await ledger.statements({ standing: 'any' }),
    positions: await positions.positions({}),
    shifts: await positions.shifts({}),
    corrections: await corrections.all(0, 99),
    numbered: await ledger.after(0, 999),
    standing: await ledger.standingFor((await ledger.statements({ standing: 'any' })).map(({ ref }) => ref)),
    count: await ledger.count(),
    marks: await marks.due('', 99),
    settings: await settings.current(),
    changes: await settings.history(9),
    installations: await installations.all(),
    far: await installations.get('slack', 'T2'),
    waiting: await outbox.rows('waiting', 9),
    sent: await outbox.rows('sent', 9),
    parked: await outbox.rows('parked', 9),
  };
}
