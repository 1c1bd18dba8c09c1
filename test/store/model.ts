import type {
  Articles,
  Claimed,
  Delivery,
  DeliveryState,
  FeedStates,
  Known,
  Ledger,
  Mark,
  Marks,
  Numbered,
  Outbox,
  OutboxRow,
  Receipt,
  Settings,
  StatementQuery,
  Store,
} from '../../src/app/ports.ts';
import type { Article } from '../../src/core/article.ts';
import type { FeedState, PollRecord } from '../../src/core/feed.ts';
import type { Setting } from '../../src/core/setting.ts';
import type { Statement } from '../../src/core/statement.ts';
import type { Instant } from '../../src/core/time.ts';
import { positionsOver } from '../../src/store/positions.ts';

/** The ports' promises in the plainest form: what the real stores are compared with. */
export function modelStore(): Store {
  const unread = new Map<string, Article>();
  const held = new Map<string, Article>();
  const ledger = modelLedger(held, unread);
  return {
    articles: modelArticles(held, unread),
    ledger,
    positions: positionsOver(ledger),
    feedStates: modelFeedStates(),
    settings: modelSettings(),
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
    get: async ids => new Map(ids.flatMap(id => (held.has(id) ? [[id, held.get(id) as Article]] : []))),
    unread: async limit => [...unread.values()].sort((a, b) => a.fetched - b.fetched).slice(0, limit),
  };
}

const before = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const meets = <T>(wanted: readonly T[] | undefined, has: readonly T[]): boolean =>
  !wanted || wanted.some(each => has.includes(each));

function matches({ stances, speakers, at }: Statement, query: StatementQuery): boolean {
  const holders = stances.map(({ holder }) => holder);
  return (
    meets(
      query.topics,
      stances.map(({ topic }) => topic),
    ) &&
    meets<string | null>(query.parties, [...holders, ...speakers.map(({ party }) => party)]) &&
    meets<string | null>(
      query.speakers,
      speakers.map(({ actor }) => actor),
    ) &&
    at >= (query.from ?? Number.NEGATIVE_INFINITY) &&
    at < (query.until ?? Number.POSITIVE_INFINITY)
  );
}

function modelLedger(held: ReadonlyMap<string, Article>, unread: Map<string, Article>): Ledger {
  const statements: Statement[] = [];
  return {
    record: async (article, its) => {
      if (!held.has(article)) throw new Error(`no article ${article}`);
      if (unread.delete(article)) statements.push(...its);
    },
    statements: async query =>
      statements
        .filter(statement => matches(statement, query))
        .sort((a, b) => b.at - a.at || before(a.ref, b.ref))
        .slice(0, query.limit),
    byRef: async prefix =>
      statements
        .filter(({ ref }) => ref.startsWith(prefix))
        .sort((a, b) => before(a.ref, b.ref))
        .slice(0, 10),
    withRefs: async refs => statements.filter(({ ref }) => refs.includes(ref)),
    after: async (number, limit) =>
      statements
        .map((statement, i): Numbered => ({ number: i + 1, statement }))
        .slice(number, number + limit),
    count: async () => ({
      statements: statements.length,
      articles: [...held.values()].filter(({ edit }) => edit === null).length,
    }),
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

function modelDesk(): { marks: Marks; outbox: Outbox } {
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
      claim: async (platforms, now, lease, limit) => {
        const due = [...rows.values()].filter(
          each => platforms.includes(each.platform) && isDue(each, rows, now),
        );
        return due.slice(0, limit).map(each => {
          each.heldUntil = now + lease;
          return claimed(each, each.attempts++, each.under === null ? null : row(each.under).receipt);
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

function isDue(row: Promised, rows: ReadonlyMap<string, Promised>, now: Instant): boolean {
  const place = ({ platform, to, under }: Promised): string => JSON.stringify([platform, to, under]);
  const first = [...rows.values()].find(each => each.state === 'waiting' && place(each) === place(row));
  const isFree = row.under === null || rows.get(row.under)?.state === 'sent';
  return row === first && isFree && row.dueAt <= now && row.heldUntil <= now;
}

const claimed = (
  { key, platform, to, message, under, notBefore }: Promised,
  attempts: number,
  parent: Receipt | null,
): Claimed => ({ key, platform, to, message, under, notBefore, attempts, parent });

const shown = ({ dueAt: _due, heldUntil: _held, receipt: _receipt, ...row }: Promised): OutboxRow => row;
