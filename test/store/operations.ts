import fc from 'fast-check';
import type { Delivery, Store } from '../../src/app/ports.ts';
import { aDelivery, anArticle, aSpeaker, aStance, aStatement } from './examples.ts';

/** Something done to a store. Few ids, keys and instants, so that operations meet. */
export interface Operation {
  readonly does: string;
  run(store: Store): Promise<unknown>;
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

const statement = fc
  .record({
    ref: fc.string({ minLength: 2, maxLength: 3, unit: fc.constantFrom('a', 'b', '7') }),
    at: instant,
    stances: fc.array(
      fc.tuple(topic, party).map(([on, holder]) => aStance(on, holder)),
      few,
    ),
    speakers: fc.array(
      fc.tuple(fc.option(person), fc.option(party)).map(([actor, speaksFor]) => aSpeaker(actor, speaksFor)),
      few,
    ),
  })
  .map(given => aStatement(given));

const query = fc.record(
  {
    topics: fc.array(topic, few),
    parties: fc.array(party, few),
    speakers: fc.array(person, few),
    from: instant,
    until: instant,
    limit: fc.integer({ min: 0, max: 5 }),
  },
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

const op = <T>(
  does: string,
  given: fc.Arbitrary<T>,
  run: (store: Store, given: T) => Promise<unknown>,
): fc.Arbitrary<Operation> =>
  given.map(value => ({ does: `${does} ${JSON.stringify(value)}`, run: store => run(store, value) }));

const deliveriesOf = (given: readonly Omit<Delivery, 'message'>[]): Delivery[] =>
  given.map(each => aDelivery(each.key, each));

export const operations: fc.Arbitrary<Operation> = fc.oneof(
  op(
    'add',
    fc.record({ id, keys: fc.array(key, few), fetched: instant }),
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
  op('record', fc.tuple(id, fc.array(statement, few)), ({ ledger }, [article, statements]) =>
    ledger.record(
      article,
      statements.map(each => ({ ...each, article })),
      null,
    ),
  ),
  op('known', fc.array(key, few), ({ articles }, keys) => articles.known(keys)),
  op('unread', fc.integer({ min: 0, max: 3 }), ({ articles }, limit) => articles.unread(limit)),
  op('statements', query, ({ ledger }, wanted) => ledger.statements(wanted)),
  op('byRef', fc.constantFrom('', 'a', '7b'), ({ ledger }, prefix) => ledger.byRef(prefix)),
  op('after', instant, ({ ledger }, number) => ledger.after(number, 3)),
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
    fc.tuple(instant, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 3 })),
    ({ outbox }, [now, lease, limit]) => outbox.claim(['slack', 'discord'], now, lease, limit),
  ),
  op('sent', fc.tuple(delivery, instant), ({ outbox }, [each, now]) =>
    outbox.sent(each, { ts: `${now}` }, now),
  ),
  op('retry', fc.tuple(delivery, instant), ({ outbox }, [each, at]) => outbox.retry(each, at, 'HTTP 503')),
  op('park', delivery, ({ outbox }, each) => outbox.park(each, 'no access')),
);

/** What an operation gave; that it was refused is a result too. */
export async function applied(store: Store, { run }: Operation): Promise<unknown> {
  try {
    return (await run(store)) ?? 'done';
  } catch {
    return 'refused';
  }
}

/** All that can be seen of a store. */
export async function sights({ articles, ledger, marks, outbox, settings }: Store): Promise<unknown> {
  return {
    articles: await articles.get(['a1', 'a2', 'a3', 'a4']),
    unread: await articles.unread(9),
    versions: await articles.versions('a1'),
    alike: await articles.resembling([1, 2, 3, 4], { from: 0, until: 2_000 }, 9),
    known: await articles.known(['k1', 'k2', 'k3', 'k4', 'k5']),
    statements: await ledger.statements({}),
    numbered: await ledger.after(0, 999),
    count: await ledger.count(),
    marks: await marks.due('', 99),
    settings: await settings.current(),
    changes: await settings.history(9),
    waiting: await outbox.rows('waiting', 9),
    sent: await outbox.rows('sent', 9),
    parked: await outbox.rows('parked', 9),
  };
}
