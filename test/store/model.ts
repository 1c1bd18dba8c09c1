import {
  type Articles,
  type Claimed,
  type CorrectionRow,
  type Corrections,
  type Delivery,
  type DeliveryState,
  type FeedStates,
  type Installation,
  type Installations,
  type Known,
  type Ledger,
  type Mark,
  type Marks,
  mostFound,
  type Numbered,
  type Outbox,
  type OutboxRow,
  type Positions,
  type Receipt,
  type Settings,
  type StatementQuery,
  type Store,
} from '../../src/app/ports.ts';
import type { Article } from '../../src/core/article.ts';
import { type Correction, corrected } from '../../src/core/correction.ts';
import type { FeedState, PollRecord } from '../../src/core/feed.ts';
import { dayOf, positions, type Shift, shifts } from '../../src/core/position.ts';
import type { Setting } from '../../src/core/setting.ts';
import type { Statement } from '../../src/core/statement.ts';
import { day, type Instant } from '../../src/core/time.ts';
import { word } from '../../src/store/words.ts';

/** The ports' promises in the plainest form: what the real stores are compared with. */
/** A store without what is told of messages and their changes: the contract suite looks at that. */
export interface Modelled extends Omit<Store, 'ledger' | 'outbox'> {
  readonly ledger: Omit<Ledger, 'changed'>;
  readonly outbox: Omit<Outbox, 'restingOn' | 'posted'>;
}

export function modelStore(): Modelled {
  const unread = new Map<string, Article>();
  const held = new Map<string, Article>();
  return {
    articles: modelArticles(held, unread),
    ...modelRecord(held, unread),
    feedStates: modelFeedStates(),
    settings: modelSettings(),
    installations: modelInstallations(),
    ...modelDesk(),
    close: async () => {},
  };
}

function modelArticles(held: Map<string, Article>, unread: Map<string, Article>): Articles {
  const keys = new Map<string, string>();
  const traits = new Map<
    string,
    { look: string | null; lookAt: Instant | null; sketch: readonly number[] }
  >();
  const versions = (id: string): Article[] =>
    [...held.values()]
      .filter(({ edit, ...article }) => article.id === id || edit?.of === id)
      .sort((a, b) => (a.edit?.number ?? 1) - (b.edit?.number ?? 1));
  const known = (key: string): [string, Known][] => {
    const article = keys.get(key);
    const first = article === undefined ? undefined : held.get(article);
    if (article === undefined || !first) return [];
    const all = versions(article);
    const { look = null, lookAt = null } = traits.get(article) ?? {};
    const newest = all.at(-1)?.id ?? article;
    const { feed, fetched: kept } = first;
    return [[key, { article, feed, newest, versions: all.length, kept, look, lookAt }]];
  };
  return {
    known: async wanted => new Map(wanted.flatMap(known)),
    add: async (article, its, { look, sketch } = { look: null, sketch: [] }) => {
      if (held.has(article.id) || its.some(key => keys.has(key))) return false;
      for (const key of its) keys.set(key, article.id);
      held.set(article.id, article);
      unread.set(article.id, article);
      traits.set(article.id, { look, lookAt: look === null ? null : article.fetched, sketch });
      return true;
    },
    revise: async (article, look) => {
      if (!article.edit || !held.has(article.edit.of)) throw new Error('no first version');
      if (held.has(article.id)) return false;
      held.set(article.id, article);
      unread.set(article.id, article);
      const { sketch = [] } = traits.get(article.edit.of) ?? {};
      traits.set(article.edit.of, { look, lookAt: article.fetched, sketch });
      return true;
    },
    recognise: async (id, its, look, lookAt) => {
      if (!held.has(id)) throw new Error('no such article');
      traits.set(id, { look, lookAt, sketch: traits.get(id)?.sketch ?? [] });
      for (const key of its) if (!keys.has(key)) keys.set(key, id);
    },
    versions: async id => (held.get(id)?.edit === null ? versions(id) : []),
    resembling: async (sketch, { from, until }, limit) => {
      const shared = (id: string): number =>
        new Set(traits.get(id)?.sketch.filter(mark => sketch.includes(mark))).size;
      return [...held.values()]
        .filter(({ published, fetched }) => (published ?? fetched) >= from && (published ?? fetched) < until)
        .filter(({ id }) => shared(id) > 0)
        .sort((a, b) => shared(b.id) - shared(a.id) || before(a.id, b.id))
        .slice(0, limit);
    },
    intact: async ids => new Map(ids.flatMap(id => (held.has(id) ? [[id, held.get(id) as Article]] : []))),
    get: async ids => new Map(ids.flatMap(id => (held.has(id) ? [[id, held.get(id) as Article]] : []))),
    unread: async limit => [...unread.values()].sort((a, b) => a.fetched - b.fetched).slice(0, limit),
  };
}

const before = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const meets = <T>(wanted: readonly T[] | undefined, has: readonly T[]): boolean =>
  !wanted || wanted.some(each => has.includes(each));

function matches(statement: Statement, query: StatementQuery): boolean {
  const { stances, speakers, topics, at, ref, grade, standing } = statement;
  const holders = stances.map(({ holder }) => holder);
  const { before: last } = query;
  return (
    meets(query.topics, [...topics, ...stances.map(({ topic }) => topic)]) &&
    meets<string | null>(query.parties, [...holders, ...speakers.map(({ party }) => party)]) &&
    meets<string | null>(
      query.speakers,
      speakers.map(({ actor }) => actor),
    ) &&
    meets(query.grades, [grade]) &&
    (query.standing === 'any' || standing === 'current') &&
    (!query.words || (query.words.length > 0 && query.words.every(words => holds(statement, words)))) &&
    at >= (query.from ?? Number.NEGATIVE_INFINITY) &&
    at < (query.until ?? Number.POSITIVE_INFINITY) &&
    (!last || at < last.at || (at === last.at && before(ref, last.ref) > 0))
  );
}

function holds({ stems, told }: Statement, words: string): boolean {
  const wanted = words.split(' ').map(word);
  const [said, figures] = [stems.map(word), (told?.figures ?? []).map(word)];
  if (wanted.includes('')) return false;
  const inOrder = said.some((_, i) => wanted.every((each, j) => said[i + j] === each));
  return inOrder || (wanted.length === 1 && figures.includes(wanted[0] ?? ''));
}

interface Row {
  readonly origin: number | null;
  found: Statement;
  isGone: boolean;
}

function modelRecord(
  held: ReadonlyMap<string, Article>,
  unread: Map<string, Article>,
): { ledger: Modelled['ledger']; corrections: Corrections; positions: Positions } {
  const rows: Row[] = [];
  const made: (CorrectionRow & { origin: number })[] = [];
  const originOf = (row: Row): number => row.origin ?? rows.indexOf(row);
  const standing = (row: Row): Statement => {
    const family = rows.filter(each => originOf(each) === originOf(row)).map(each => each.found.ref);
    const otherRefs = [...new Set(family)].filter(ref => ref !== row.found.ref);
    const read: Statement = otherRefs.length > 0 ? { ...row.found, otherRefs } : row.found;
    const found: Statement = row.isGone ? { ...read, standing: 'superseded' } : read;
    const its = made.filter(({ origin }) => origin === originOf(row)).map(({ correction }) => correction);
    return its.length > 0 ? corrected(found, its) : found;
  };
  const all = (): Statement[] => rows.map(standing);
  const current = (): Statement[] => all().filter(each => each.standing === 'current');
  return {
    ledger: {
      ...modelReading(held, unread, rows),
      standingFor: async refs =>
        new Map(
          refs.flatMap(ref => {
            const asked = rows.find(row => row.found.ref === ref);
            const stand = rows.filter(
              row => asked && originOf(row) === originOf(asked) && standing(row).standing === 'current',
            );
            const best = stand.find(row => row.found.ref === ref) ?? stand.at(-1);
            return best ? [[ref, standing(best)]] : [];
          }),
        ),
      statements: async query => {
        const most = query.words ? Math.min(query.limit ?? mostFound, mostFound) : query.limit;
        return all()
          .filter(statement => matches(statement, query))
          .sort((a, b) => b.at - a.at || before(a.ref, b.ref))
          .slice(0, most === undefined ? undefined : Math.max(0, most));
      },
      byRef: async prefix =>
        all()
          .filter(({ ref }) => ref.startsWith(prefix))
          .sort((a, b) => before(a.ref, b.ref))
          .slice(0, 10),
      withRefs: async refs => all().filter(({ ref }) => refs.includes(ref)),
      asRead: async refs => rows.map(({ found }) => found).filter(({ ref }) => refs.includes(ref)),
      after: async (number, limit) =>
        rows
          .map((row, i): Numbered & { row: Row } => ({ number: i + 1, statement: standing(row), row }))
          .filter(each => each.number > number && each.row.origin === null)
          .filter(({ statement }) => statement.standing === 'current')
          .map(({ number, statement }) => ({ number, statement }))
          .slice(0, limit),
      count: async () => ({
        statements: current().length,
        articles: [...held.values()].filter(({ edit }) => edit === null).length,
      }),
      counts: async (topics, since) =>
        new Map(
          topics.map(topic => [
            topic,
            current().filter(each => matches(each, { topics: [topic], from: since })).length,
          ]),
        ),
    },
    corrections: {
      add: async correction => {
        const row = rows.find(({ found }) => found.ref === correction.ref);
        if (!row) return null;
        made.push({ ...writtenDown(row, correction, held), origin: originOf(row) });
        return standing(row);
      },
      of: async ref => {
        const origins = rows.filter(({ found }) => found.ref === ref).map(originOf);
        return made.filter(({ origin }) => origins.includes(origin)).map(({ origin: _, ...row }) => row);
      },
      all: async (skipped, limit) => made.slice(skipped, skipped + limit).map(({ origin: _, ...row }) => row),
    },
    positions: {
      positions: async ({ topics, holders, asOf, from }) =>
        positions(
          current().filter(
            ({ at }) => at >= (from ?? at) && (asOf === undefined || at < (dayOf(asOf) + 1) * day),
          ),
        )
          .filter(each => meets(topics, [each.topic]) && meets(holders, [each.holder]))
          .sort(byCell),
      shifts: async ({ topics, holders, from, until, limit, of }) =>
        shifts(current())
          .filter(each => meets(topics, [each.topic]) && meets(holders, [each.holder]))
          .filter(({ at }) => at >= (from ?? at) && at < (until ?? at + 1))
          .filter(({ figure }) => of === undefined || (of === 'figure') === (figure !== null))
          .reverse()
          .sort((a, b) => b.at - a.at || byCell(a, b))
          .slice(0, limit),
    },
  };
}

const byCell = (a: Pick<Shift, 'topic' | 'holder'>, b: Pick<Shift, 'topic' | 'holder'>): number =>
  before(a.topic, b.topic) || before(a.holder, b.holder);

const writtenDown = (
  { found }: Row,
  correction: Correction,
  held: ReadonlyMap<string, Article>,
): CorrectionRow => ({
  article: found.article,
  content: found.content,
  sha256: held.get(found.article)?.snapshot.sha256 ?? '',
  correction,
});

function modelReading(
  held: ReadonlyMap<string, Article>,
  unread: Map<string, Article>,
  rows: Row[],
): Pick<Ledger, 'record' | 'reread'> {
  return {
    record: async (article, its) => {
      if (!held.has(article)) throw new Error(`no article ${article}`);
      if (unread.delete(article)) rows.push(...its.map(found => ({ found, origin: null, isGone: false })));
    },
    reread: async (article, its, _note, replaced) => {
      if (!held.has(article) || (replaced && !held.has(replaced))) throw new Error('no such article');
      unread.delete(article);
      const own = rows.filter(({ found }) => found.article === article);
      const before = rows.filter(row => (own.includes(row) || row.found.article === replaced) && !row.isGone);
      const kept = its.flatMap(found => own.find(row => row.found.ref === found.ref) ?? []);
      const left = before.filter(row => !kept.includes(row));
      for (const row of left) row.isGone = true;
      for (const found of its) {
        const same = own.find(row => row.found.ref === found.ref);
        if (same) Object.assign(same, { found, isGone: false });
        else rows.push({ found, origin: earlier(found, left, rows, held), isGone: false });
      }
    },
  };
}

function modelSettings(): Settings {
  const all: Setting[] = [];
  return {
    current: async () => [...new Map(all.map(each => [`${each.kind} ${each.id}`, each])).values()],
    put: async setting => void all.push(setting),
    history: async limit => all.toReversed().slice(0, limit),
  };
}

function modelInstallations(): Installations {
  const held = new Map<string, Installation>();
  const keyOf = (platform: string, space: string): string => `${platform} ${space}`;
  return {
    all: async () => [...held].sort(([a], [b]) => before(a, b)).map(([, each]) => each),
    get: async (platform, space) => held.get(keyOf(platform, space)) ?? null,
    put: async each => void held.set(keyOf(each.platform, each.space), each),
    pause: async ({ platform, space, sealed }, paused) => {
      const each = held.get(keyOf(platform, space));
      if (!each || each.sealed !== sealed || each.paused !== null) return false;
      held.set(keyOf(platform, space), { ...each, paused });
      return true;
    },
  };
}

/** Takes the likeliest of what is left; the tests give no two statements that lie in the same words. */
function earlier(
  found: Statement,
  left: Row[],
  rows: readonly Row[],
  held: ReadonlyMap<string, Article>,
): number | null {
  const alike = left.findIndex(row => isAlike(row.found, found, held));
  const [row] = alike < 0 ? [] : left.splice(alike, 1);
  return row ? (row.origin ?? rows.indexOf(row)) : null;
}

function isAlike(a: Statement, b: Statement, held: ReadonlyMap<string, Article>): boolean {
  const [x, y] = [a.content[0], b.content[0]];
  if (!x || !y) return false;
  if (a.article !== b.article) {
    const words = ({ article, content }: Statement): string =>
      content.map(({ start, end }) => held.get(article)?.snapshot.text.slice(start, end)).join(' ');
    return words(a) === words(b);
  }
  const [from, until] = [Math.max(x.start, y.start), Math.min(x.end, y.end)];
  return (until - from) / (Math.max(x.end, y.end) - Math.min(x.start, y.start)) >= 0.5;
}

function modelFeedStates(): FeedStates {
  const states = new Map<string, FeedState>();
  const polls = new Map<string, PollRecord[]>();
  return {
    all: async () => [...states.values()].sort((a, b) => before(a.feed, b.feed)),
    save: async (state, poll) => {
      states.set(state.feed, state);
      const others = (polls.get(state.feed) ?? []).filter(({ at }) => at !== poll?.at);
      if (poll) polls.set(state.feed, [...others, poll]);
    },
    history: async (feed, limit) => (polls.get(feed) ?? []).toSorted((a, b) => b.at - a.at).slice(0, limit),
  };
}

interface Promised extends Delivery {
  state: DeliveryState;
  dueAt: Instant;
  heldUntil: Instant;
  attempts: number;
  reason: string | null;
  receipt: Receipt | null;
  sentAt: Instant | null;
}

function modelDesk(): { marks: Marks; outbox: Modelled['outbox'] } {
  const marks = new Map<string, Mark>();
  const rows = new Map<string, Promised>();
  const row = (key: string): Promised => {
    const found = rows.get(key);
    if (!found) throw new Error(`no promise ${key}`);
    return found;
  };
  const parkUnder = (parent: string, reason: string): void => {
    for (const child of rows.values()) {
      if (child.under !== parent || child.state !== 'waiting') continue;
      child.state = 'parked';
      child.reason = `it belongs under ${parent}, which was given up: ${reason}`;
      parkUnder(child.key, reason);
    }
  };
  return {
    marks: {
      get: async key => marks.get(key) ?? null,
      due: async (prefix, now) =>
        [...marks.values()]
          .filter(({ key, dueAt }) => key.startsWith(prefix) && dueAt !== null && dueAt <= now)
          .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || before(a.key, b.key)),
      put: async mark => void marks.set(mark.key, mark),
    },
    outbox: {
      promise: async (deliveries, its, seen = []) => {
        if (seen.some(({ key, value }) => (marks.get(key)?.value ?? null) !== value)) return false;
        const keys = new Set([...rows.keys(), ...deliveries.map(({ key }) => key)]);
        if (deliveries.some(({ under }) => under !== null && !keys.has(under)))
          throw new Error('no such parent');
        for (const delivery of deliveries)
          if (!rows.has(delivery.key)) rows.set(delivery.key, promised(delivery));
        for (const mark of its) marks.set(mark.key, mark);
        for (const { under } of deliveries)
          if (under && row(under).state === 'parked') parkUnder(under, row(under).reason ?? '');
        return true;
      },
      claim: async (platforms, now, lease, limit, except = []) => {
        const due = [...rows.values()].filter(
          each => platforms.includes(each.platform) && !except.includes(each.to) && isDue(each, rows, now),
        );
        return due.slice(0, limit).map(each => {
          each.heldUntil = now + lease;
          const parent = each.under === null ? null : row(each.under).receipt;
          return { ...claimed(each, each.attempts++, parent), ...shownBefore(each, rows) };
        });
      },
      sent: async (key, receipt, now) => {
        if (row(key).state !== 'sent')
          Object.assign(row(key), { state: 'sent', receipt, sentAt: now, reason: null });
      },
      retry: async (key, at, reason) => {
        if (row(key).state === 'waiting') Object.assign(row(key), { dueAt: at, heldUntil: 0, reason });
      },
      park: async (key, reason) => {
        if (row(key).state !== 'waiting') return;
        Object.assign(row(key), { state: 'parked', reason });
        parkUnder(key, reason);
      },
      revive: async (keys, now) => {
        let count = 0;
        const revive = (key: string): void => {
          const found = rows.get(key);
          if (found?.state !== 'parked') return;
          if (found.under !== null && row(found.under).state === 'parked') return;
          Object.assign(found, { state: 'waiting', dueAt: now, heldUntil: 0, reason: null });
          count += 1;
          for (const child of rows.values()) if (child.under === key) revive(child.key);
        };
        for (const key of keys) revive(key);
        return count;
      },
      rows: async (state, limit) => {
        const found = [...rows.values()].filter(each => each.state === state).map(shown);
        return (state === 'waiting' ? found : found.reverse()).slice(0, limit);
      },
    },
  };
}

const promised = (delivery: Delivery): Promised => ({
  ...delivery,
  state: 'waiting',
  dueAt: delivery.notBefore,
  heldUntil: 0,
  attempts: 0,
  reason: null,
  receipt: null,
  sentAt: null,
});

const placeOf = ({ platform, to, under }: Promised): string => JSON.stringify([platform, to, under]);

function shownBefore(row: Promised, rows: ReadonlyMap<string, Promised>): Pick<Claimed, 'after'> {
  const all = [...rows.values()];
  const earlier = all.slice(0, all.indexOf(row)).filter(each => placeOf(each) === placeOf(row));
  const after = earlier.findLast(({ state }) => state === 'sent')?.receipt;
  return after ? { after } : {};
}

function isDue(row: Promised, rows: ReadonlyMap<string, Promised>, now: Instant): boolean {
  const first = [...rows.values()].find(each => each.state === 'waiting' && placeOf(each) === placeOf(row));
  const isFree = row.under === null || rows.get(row.under)?.state === 'sent';
  return row === first && isFree && row.dueAt <= now && row.heldUntil <= now;
}

const claimed = (
  { key, platform, to, message, under, notBefore }: Promised,
  attempts: number,
  parent: Receipt | null,
): Claimed => ({ key, platform, to, message, under, notBefore, attempts, parent, target: null });

const shown = ({ dueAt: _due, heldUntil: _held, receipt: _receipt, ...row }: Promised): OutboxRow => row;
