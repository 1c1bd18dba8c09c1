import type { Catalog } from '../core/catalog.ts';
import { type FeedState, isWell } from '../core/feed.ts';
import type { ListedFeed } from '../core/feed-setting.ts';
import type { FeedHealth } from '../core/health.ts';
import type { Block, Inline, Line, Message } from '../core/message.ts';
import { paged } from '../core/page.ts';
import { day, hour, type Instant, minute, type Zone } from '../core/time.ts';
import { footer } from './footer.ts';
import { type Asked, pager } from './pager.ts';
import { counted, outletName } from './words.ts';

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
  const lines = items.map(each => feedLine(each, states.get(each.feed.id), view));
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
    { type: 'list', items: [feedLine(feed, undefined, view)] },
  ];
  return { summary: lead, blocks, ping: [], zone: view.zone };
}

function feedLine(
  { feed, added, state, changed }: ListedFeed,
  polled: FeedState | undefined,
  { catalog }: FeedsView,
): Line {
  const host = URL.parse(feed.url)?.host ?? '';
  return [
    { bold: feed.id },
    ` · ${outletName(catalog, feed.outlet)}, ${host}, ${feed.language} · `,
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
