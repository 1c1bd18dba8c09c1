import type { Catalog } from '../core/catalog.ts';
import { type Feed, type FeedState, isWell, type Outlet } from '../core/feed.ts';
import type { ListedFeed } from '../core/feed-setting.ts';
import type { FeedHealth } from '../core/health.ts';
import type { Block, Inline, Line, Message } from '../core/message.ts';
import { paged } from '../core/page.ts';
import { day, hour, type Instant, minute, type Zone } from '../core/time.ts';
import { footer } from './footer.ts';
import { type Asked, pager } from './pager.ts';
import { actorName, counted, listed, topicTitle } from './words.ts';

export interface FeedsView {
  readonly catalog: Catalog;
  readonly zone: Zone;
  readonly now: Instant;
}

export interface FeedListView extends FeedsView {
  readonly states: readonly FeedState[];
  readonly feeds: FeedHealth;
  readonly asked: Asked;
  readonly page: number;
}

const shown = 15;

/** Every feed: how it is, where it comes from, who changed it. Addresses are not shown: they may hold a subscriber's key. */
export function feedListMessage(all: readonly ListedFeed[], view: FeedListView): Message {
  const states = new Map(view.states.map(state => [state.feed, state]));
  const { items, ...part } = paged(all, view.page, shown);
  const lines = items.map(each => feedLine(each, states.get(each.feed.id)));
  const paused = all.filter(({ state }) => state === 'paused').length;
  const kept = all.filter(({ state }) => state !== 'removed').length;
  const none: Block = { type: 'text', line: ['None yet: ', { code: '/feeds add url:https://…' }] };
  const blocks: Block[] = [
    { type: 'heading', text: 'Feeds' },
    lines.length === 0 ? none : { type: 'list', items: lines },
    ...pager(part, view.asked, { until: null, by: 'list' }),
    footer(view.feeds, view.now),
  ];
  const summary = `${counted(kept, 'feed')}${paused > 0 ? `, ${paused} paused` : ''}`;
  return { summary, blocks, ping: [], zone: view.zone };
}

/** What became of one feed. */
export function feedMessage(lead: string, feed: ListedFeed, view: FeedsView): Message {
  const blocks: Block[] = [
    { type: 'text', line: [lead] },
    { type: 'list', items: [feedLine(feed, undefined)] },
  ];
  return { summary: lead, blocks, ping: [], zone: view.zone };
}

function feedLine({ feed, outlet, added, state, changed }: ListedFeed, polled: FeedState | undefined): Line {
  const host = URL.parse(feed.url)?.host ?? '';
  return [
    { bold: feed.id },
    ` · ${outlet}, ${host}, ${feed.language} · `,
    ...(state === 'polled' ? health(polled) : [{ bold: state }]),
    ...(added ? [` · added by ${added.by}, `, moment(added.at)] : [' · of feeds.yaml']),
    ...(changed ? [` · ${verb[state]} by ${changed.by}, `, moment(changed.at)] : []),
  ];
}

const verb = { polled: 'resumed', paused: 'paused', removed: 'removed' } as const;

const moment = (at: Instant): Inline => ({ date: at, as: 'moment' });

function health(state: FeedState | undefined): Inline[] {
  if (!state?.outcome) return ['not polled yet'];
  const { outcome, detail, failingSince, pausedSince, lastNew, rhythm } = state;
  const isFailing = !isWell(outcome) && failingSince !== null;
  return [
    detail ? `${outcome}: ${detail}` : outcome,
    ...(isFailing ? [', since ', moment(failingSince)] : []),
    ...(pausedSince === null ? [] : [', asked once a week']),
    ...(lastNew === null ? [', nothing new yet'] : [', last new item ', moment(lastNew)]),
    ...(rhythm === null ? [] : [`, usually one in ${stretch(rhythm)}`]),
  ];
}

function stretch(time: number): string {
  if (time < 90 * minute) return counted(Math.max(1, Math.round(time / minute)), 'minute');
  return time < 36 * hour ? counted(Math.round(time / hour), 'hour') : counted(Math.round(time / day), 'day');
}

/** An item of a feed that is looked at. */
interface Item {
  readonly title: string;
  readonly published: Instant | null;
}

export interface LookedAt {
  readonly found: {
    readonly url: string;
    readonly title: string;
    readonly items: readonly Item[];
    readonly total: number;
    readonly others: readonly string[];
  };
  readonly mentions: readonly { readonly topics: readonly string[]; readonly parties: readonly string[] }[];
}

/** What stands at an address, without adding it. */
export function triedMessage(look: LookedAt, view: FeedsView): Message {
  const title = look.found.title || 'A feed without a title';
  const blocks: Block[] = [
    { type: 'heading', text: title },
    ...lookBlocks(look, view),
    { type: 'actions', actions: [{ label: 'Add it', command: 'feeds add', given: { '': look.found.url } }] },
  ];
  return { summary: `${title}: ${matchWords(look)}`, blocks, ping: [], zone: view.zone };
}

export interface Wish {
  readonly feed: Feed;
  readonly outlet: Outlet;
  /** Whether the outlet is known from elsewhere. */
  readonly isKnown: boolean;
}

/** A feed as it would be added, with a button that adds it. */
export function addAskedMessage(
  look: LookedAt,
  wish: Wish,
  view: FeedsView & { readonly asked: Asked },
): Message {
  const title = `Add ${wish.feed.id}?`;
  const { command, given } = view.asked;
  const confirm = { label: 'Add it', command, given: { ...given, confirm: 'yes' } };
  const blocks: Block[] = [
    { type: 'heading', text: title },
    wishLine(wish, view),
    ...lookBlocks(look, view),
    { type: 'text', line: ['Nothing is added yet.'] },
    { type: 'actions', actions: [confirm] },
  ];
  return { summary: `${title} ${matchWords(look)}`, blocks, ping: [], zone: view.zone };
}

export function addedMessage({ feed, outlet }: Wish, view: FeedsView): Message {
  const summary = `Added ${feed.id}, a feed of ${outlet.name}.`;
  const rest = ' It is polled from now on; what it holds today is kept without an alert.';
  const blocks: Block[] = [
    { type: 'text', line: [summary, rest] },
    {
      type: 'actions',
      actions: [
        { label: 'All feeds', command: 'feeds list', given: {} },
        { label: 'Remove it again', command: 'feeds remove', given: { '': feed.id } },
      ],
    },
  ];
  return { summary, blocks, ping: [], zone: view.zone };
}

function wishLine({ feed, outlet, isKnown }: Wish, view: FeedsView): Block {
  const made = isKnown ? '' : ', an outlet that is new here';
  const reading = feed.language.startsWith('en')
    ? ''
    : ' (kept and counted: statements are read in English for now)';
  const line: Line = [
    'For ',
    { bold: outlet.name },
    `${made}, ${ownershipWords(outlet, view)}. Language ${feed.language}${reading}.`,
    isKnown ? '' : ' Say outlet:, ownership: or language: if that is wrong.',
  ];
  return { type: 'text', line };
}

const ownershipWords = ({ ownership }: Outlet, { catalog }: FeedsView): string =>
  ownership.kind === 'state'
    ? `state media of ${actorName(catalog, ownership.of)}`
    : ownership.kind === 'public'
      ? 'a public broadcaster'
      : 'taken to be independent';

const titles = 5;

function lookBlocks(look: LookedAt, view: FeedsView): Block[] {
  const { url, total, others } = look.found;
  const newest = look.found.items
    .toSorted((a, b) => (b.published ?? 0) - (a.published ?? 0))
    .slice(0, titles)
    .map(
      ({ title, published }): Line => [
        title.slice(0, 200).toWellFormed() || 'no title',
        ...(published === null ? [' · no date'] : [' · ', moment(published)]),
      ],
    );
  const more: Block[] =
    others.length === 0
      ? []
      : [{ type: 'note', line: [`The page names other feeds too: ${others.slice(0, 5).join(' ')}`] }];
  return [
    { type: 'text', line: [{ code: url }, ` · ${counted(total, 'item')}. The newest:`] },
    { type: 'list', items: newest },
    { type: 'text', line: [{ bold: matchWords(look) }, ...about(look, view)] },
    ...more,
  ];
}

function matchWords({ mentions }: LookedAt): string {
  const hits = mentions.filter(({ topics, parties }) => topics.length + parties.length > 0).length;
  const on = mentions.filter(({ topics }) => topics.length > 0).length;
  return `Of ${counted(mentions.length, 'item')} looked at, ${hits} ${hits === 1 ? 'mentions' : 'mention'} a party or a topic that is followed, ${on} a topic.`;
}

const named = 6;

/** The topics and parties that are mentioned most, with how many items do. */
function about({ mentions }: LookedAt, { catalog }: FeedsView): Inline[] {
  const most = (
    of: (each: LookedAt['mentions'][number]) => readonly string[],
    name: (id: string) => string,
  ) =>
    [...Map.groupBy(mentions.flatMap(of), id => id)]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .slice(0, named)
      .map(([id, all]) => `${name(id)} (${all.length})`);
  const words = [
    ...most(
      ({ topics }) => topics,
      id => topicTitle(catalog, id),
    ),
    ...most(
      ({ parties }) => parties,
      id => actorName(catalog, id),
    ),
  ];
  return words.length > 0 ? [` ${listed(words)}.`] : [];
}
