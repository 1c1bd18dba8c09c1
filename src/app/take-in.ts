import { type Article, type ArticleId, versionId } from '../core/article.ts';
import { originalOf, periodOfCopies, sketch } from '../core/copies.ts';
import type { Feed, FeedState } from '../core/feed.ts';
import { day, hour, type Instant, minute } from '../core/time.ts';
import { type Hash, identityKeys, lookOf } from './identity.ts';
import type { TakenIn } from './poll-state.ts';
import type { ArticleText, Item, Known, Log, PageReader, Store } from './ports.ts';
import type { InTurn } from './turns.ts';

export interface TakeInTools {
  readonly pages: PageReader;
  readonly store: Pick<Store, 'articles'>;
  readonly hash: Hash;
  readonly now: () => Instant;
  readonly log: Log;
  /** Of two copies that arrive at the same time, one must see the other. */
  readonly inTurn: InTurn;
}

/** A host with a long archive, a page a second, must not keep the others waiting: the rest is taken in next time. */
const patience = 30_000;

interface Entry {
  readonly item: Item;
  readonly keys: readonly string[];
  readonly feed: Feed;
  /** What was published before stays quiet: all of a first poll, and what a sleeping machine missed. */
  readonly newsFrom: Instant;
}

/** Keeps what is new among a feed's items, and new versions of what is known. */
export async function takeIn(
  items: readonly Item[],
  feed: Feed,
  state: FeedState,
  tools: TakeInTools,
): Promise<TakenIn> {
  const until = tools.now() + patience;
  const newsFrom = newsSince(state, tools.now());
  const keys = identityKeys(items, feed);
  const known = await tools.store.articles.known(keys.flat());
  const seen = new Set<ArticleId>();
  let [added, dated] = [0, 0];
  for (const [i, item] of items.entries()) {
    if (tools.now() > until) return { added, dated, isComplete: false };
    const entry: Entry = { item, keys: keys[i] ?? [], feed, newsFrom };
    const held = entry.keys.flatMap(key => known.get(key) ?? [])[0];
    if (held) {
      // Of two entries of one article, the first counts: they would make each other's edits.
      if (!seen.has(held.article)) await lookAgain(entry, held, known, tools);
      seen.add(held.article);
      continue;
    }
    const article = await keep(entry, tools);
    if (!article) continue;
    added += 1;
    if (article.published !== null) dated += 1;
  }
  return { added, dated, isComplete: true };
}

/** A poll that comes later than this after its time was missed: the machine slept, or nothing ran. */
const missed = hour;

/** Nobody is to be pinged in the morning for what was said in the night, while the machine slept: a late digest tells it. */
function newsSince({ lastOk, nextAt, polledAt }: FeedState, now: Instant): Instant {
  if (lastOk === null) return Number.POSITIVE_INFINITY;
  const isMissed = polledAt !== null && now - nextAt > missed;
  return isMissed ? now - missed : Number.NEGATIVE_INFINITY;
}

/** Null where another was first. */
async function keep(entry: Entry, tools: TakeInTools): Promise<Article | null> {
  const { item, keys } = entry;
  const article = articleOf(entry, await tools.pages.article(item, entry.feed), tools);
  const { articles } = tools.store;
  const traits = { look: lookOf(item, tools.hash), sketch: sketch(article.snapshot.text) };
  return tools.inTurn(async () => {
    const alike = await articles.resembling(traits.sketch, periodOfCopies(article), 5);
    const kept = { ...article, copyOf: originalOf(article, alike) };
    return (await articles.add(kept, keys, traits)) ? kept : null;
  });
}

function articleOf(
  { item, keys, feed, newsFrom }: Entry,
  found: ArticleText,
  { hash, now }: TakeInTools,
): Article {
  const fetched = now();
  const published = publication(item, found, fetched);
  return {
    id: hash(keys.join(' ')).slice(0, 24),
    feed: feed.id,
    outlet: feed.outlet,
    language: feed.language,
    url: item.link ?? feed.url,
    published,
    fetched,
    // Nobody can say how old an undated article is, so it announces nothing either.
    quiet: published === null || published < newsFrom,
    copyOf: null,
    edit: null,
    ...writtenIn(item, found, hash),
  };
}

function writtenIn(item: Item, found: ArticleText, hash: Hash) {
  const text = [storable(item.title), storable(found.text)].filter(Boolean).join('\n\n');
  return {
    title: storable(item.title),
    author: storable(item.author ?? found.author ?? '') || null,
    textFrom: found.from,
    snapshot: { sha256: hash(text), text },
  };
}

/** A date in the future is a mistake of the feed: the article is as old as our knowledge of it. */
function publication(item: Item, found: ArticleText, fetched: Instant): Instant | null {
  const stated = item.published ?? found.published;
  return stated === null ? null : Math.min(stated, fetched);
}

/** Text as every store can hold it: no NUL, which PostgreSQL refuses, and no half of a surrogate pair. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed().trim();

/** Articles are edited in their first days; feeds whose items look different at every poll would cost a page each time. */
const editable = 7 * day;
const between = 30 * minute;
const mostVersions = 20;

/** What to do about the item of a known article: most often nothing. */
async function lookAgain(
  { item, keys, feed }: Entry,
  held: Known,
  known: ReadonlyMap<string, Known>,
  tools: TakeInTools,
): Promise<void> {
  const { articles } = tools.store;
  const now = tools.now();
  const look = lookOf(item, tools.hash);
  const further = keys.filter(key => !known.has(key));
  // Other feeds word the same article in their own way: only its own can say that it changed.
  const isOwn = held.feed === feed.id;
  if (isOwn && look !== held.look && isEditable(held, now)) {
    await keepEdit(item, feed, held, tools);
    await articles.recognise(held.article, further, look, now);
  } else if (further.length > 0 || (isOwn && held.look === null)) {
    const seen = isOwn ? (held.look ?? look) : held.look;
    await articles.recognise(held.article, further, seen, seen === null ? null : (held.lookAt ?? now));
  }
}

const isEditable = ({ look, lookAt, kept, versions }: Known, now: Instant): boolean =>
  look !== null && now - (lookAt ?? 0) >= between && now - kept <= editable && versions < mostVersions;

const rank = { summary: 0, feed: 1, page: 2 } as const;

/** Keeps another text of a known article as a version of it. A page that cannot be had this time is no edit. */
async function keepEdit(item: Item, feed: Feed, held: Known, tools: TakeInTools): Promise<void> {
  const { articles } = tools.store;
  const found = await tools.pages.article(item, feed);
  const newest = (await articles.get([held.newest])).get(held.newest);
  const written = writtenIn(item, found, tools.hash);
  if (!newest || rank[found.from] < rank[newest.textFrom]) return;
  if (written.snapshot.sha256 === newest.snapshot.sha256) return;
  const number = held.versions + 1;
  const id = versionId(held.article, number);
  const edit = { of: held.article, number };
  const version: Article = { ...newest, ...written, id, edit, fetched: tools.now() };
  if (await articles.revise(version, lookOf(item, tools.hash)))
    tools.log.info('article edited', { article: held.article, version: number });
}
