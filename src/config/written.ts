import {
  type Document,
  isMap,
  isPair,
  isScalar,
  type Node,
  parse,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import type { Catalog } from '../core/catalog.ts';
import { type AlertRule, type Channel, type DigestRule, usualSilence } from '../core/desk.ts';
import type { Feed, Outlet } from '../core/feed.ts';
import { addedIn, catalogWith, type ListedFeed, listedFeeds } from '../core/feed-setting.ts';
import type { Setting } from '../core/setting.ts';
import { hour, type Instant, minute, shownMoment } from '../core/time.ts';
import { weekdays } from './desk.ts';

/** `desk.yaml` with what was set in chat written into it: who set what when stands beside it, all else is as it was. */
export function deskYaml(text: string, settings: readonly Setting[]): string {
  const document = opened(text);
  for (const each of settings) {
    if (each.kind === 'feed' || each.value === null) continue;
    write(document, [sections[each.kind], each.id], entryOf(each), `set by ${signed(each)}`);
  }
  return asWritten(document, text);
}

/** `feeds.yaml` with the feeds that were added or paused in chat, and the outlets of those that were removed. */
export function feedsYaml(text: string, catalog: Catalog, settings: readonly Setting[]): string {
  const document = opened(text);
  const { outlets } = catalogWith(catalog, settings);
  for (const { outlet } of addedIn(settings)) {
    const found = outlets.get(outlet.id) ?? outlet;
    if (!document.hasIn(['outlets', found.id]))
      write(document, ['outlets', found.id], outletEntry(found), null);
  }
  for (const listed of listedFeeds(catalog, settings)) writeFeed(document, listed);
  return asWritten(document, text);
}

/** The lines that were not changed stay as somebody wrote them: the writer puts spaces between brackets. */
function asWritten(document: Document, text: string): string {
  const tight = (line: string): string => line.replace(/\[ | \]/g, each => each.trim());
  const own = new Map(text.split(/\r?\n/).map(line => [tight(line), line]));
  const plain = document.toString({ lineWidth: 0 });
  const kept = plain.split('\n').map(line => own.get(tight(line)) ?? line);
  const isSame = JSON.stringify(parse(kept.join('\n'))) === JSON.stringify(parse(plain));
  return isSame ? kept.join('\n') : plain;
}

function writeFeed(document: Document, { feed, added, state, changed }: ListedFeed): void {
  const path = ['outlets', feed.outlet, 'feeds', feed.id];
  if (state === 'removed') return;
  if (added) write(document, path, feedEntry(feed), `added by ${signed(added)}`);
  if (!changed) return;
  const pair = pairAt(document, path);
  const then = `${state === 'paused' ? 'paused' : 'resumed'} by ${signed(changed)}`;
  if (pair) pair.key.commentBefore = added ? `${pair.key.commentBefore}; ${then}` : ` ${then}`;
  if (state === 'paused') document.setIn([...path, 'paused'], true);
  else document.deleteIn([...path, 'paused']);
}

const sections = { channel: 'channels', digest: 'digests', alert: 'alerts' } as const;

/** A copy of an alias stands in its place: what it stands for may be written anew. */
function opened(text: string): Document {
  const document: Document = parseDocument(text, { stringKeys: true });
  visit(document, {
    Alias: (_, alias) => (alias.resolve(document)?.clone() as Node | undefined) ?? visit.SKIP,
  });
  visit(document, {
    Node: (_, node) => {
      if ('anchor' in node) delete node.anchor;
    },
  });
  return document;
}

function write(document: Document, path: readonly string[], entry: object, comment: string | null): void {
  const section = path.slice(0, -1);
  if (!isMap(document.getIn(section))) document.setIn(section, document.createNode({}));
  const map = document.getIn(section);
  if (isMap(map)) map.flow = false;
  const node = document.createNode(escaped(entry));
  visit(node, { Seq: (_, list) => void Object.assign(list, { flow: true }) });
  document.setIn(path, node);
  const pair = pairAt(document, path);
  if (pair && comment) pair.key.commentBefore = ` ${comment}`;
}

function pairAt(document: Document, path: readonly string[]): { readonly key: Scalar } | null {
  const map = document.getIn(path.slice(0, -1));
  if (!isMap(map)) return null;
  const found = map.items.find(({ key }) => (isScalar(key) ? key.value : key) === path.at(-1));
  if (!isPair(found)) return null;
  if (!isScalar(found.key)) found.key = document.createNode(found.key) as Scalar;
  return found as { readonly key: Scalar };
}

/** In the files `${NAME}` is taken from the environment, and `$${NAME}` is these words. */
function escaped(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\$(?=\{[A-Za-z_]\w*\})/g, '$$$$');
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, escaped(inner)]));
}

/** On one line, whatever stands in it. */
const signed = ({ by, at }: { readonly by: string; readonly at: Instant }): string =>
  `${by}, ${shownMoment(at, 'UTC')} UTC`.replace(/[\p{Cc}\s]+/gu, ' ');

function entryOf(set: Extract<Setting, { kind: 'channel' | 'digest' | 'alert' }>): object {
  if (set.value === null) return {};
  switch (set.kind) {
    case 'channel':
      return channelEntry(set.value);
    case 'digest':
      return digestEntry(set.value);
    case 'alert':
      return alertEntry(set.value);
  }
}

const channelEntry = ({ platform, to }: Channel): object => ({ platform, to });

const digestEntry = ({
  channel,
  at,
  weekdays: on,
  zone,
  whenQuiet,
  language,
  ...rule
}: DigestRule): object => ({
  channel,
  at: at.length === 1 ? at[0] : at,
  days: daysEntry(on),
  zone,
  quiet: whenQuiet,
  ...(language === undefined ? {} : { language }),
  ...(rule.silent ? { silent: true } : {}),
  ...(rule.paused ? { paused: true } : {}),
  ...listsIn({ topics: rule.topics, parties: rule.parties }),
});

function daysEntry(on: readonly number[]): string | string[] {
  if (on.join() === '0,1,2,3,4,5,6') return 'daily';
  return on.join() === '1,2,3,4,5' ? 'weekdays' : on.map(day => weekdays[day] ?? '');
}

function alertEntry(rule: AlertRule): object {
  const { kinds, grades, maxAgeHours, cooldownHours, silentDays, quietHours, perHour, snoozedUntil } = rule;
  const { topics, parties, people, outlets, audiences } = rule;
  return {
    channel: rule.channel,
    ...(rule.owner === null ? {} : { owner: rule.owner }),
    ...listsIn({ audiences, topics, parties, people, outlets }),
    ...{ kinds, grades, maxAge: `${maxAgeHours}h` },
    ...(cooldownHours === 0 ? {} : { cooldown: `${cooldownHours}h` }),
    ...(silentDays === usualSilence ? {} : { silentDays }),
    ...(quietHours === null ? {} : { quietHours }),
    ...(perHour === null ? {} : { perHour }),
    ...(rule.paused ? { paused: true } : {}),
    ...(snoozedUntil === null ? {} : { snoozedUntil: new Date(snoozedUntil).toISOString() }),
  };
}

/** An empty list is what holds where nothing is written. */
const listsIn = (lists: Readonly<Record<string, readonly string[]>>): object =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));

const outletEntry = ({ name, country, ownership }: Outlet): object => ({
  ...{ name, country },
  ownership: ownership.kind === 'state' ? { state: ownership.of } : ownership.kind,
  feeds: {},
});

const feedEntry = ({ url, language, every }: Feed): object => ({
  ...{ url, language },
  ...(every === null ? {} : { every: every % hour === 0 ? `${every / hour}h` : `${every / minute}m` }),
});
