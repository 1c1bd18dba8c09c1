import type { Catalog } from '../core/catalog.ts';
import { type FeedState, isWell } from '../core/feed.ts';
import { type FeedHealth, isSilent, type Pulse } from '../core/health.ts';
import type { Block, Inline, Line, Message } from '../core/message.ts';
import type { Instant, Zone } from '../core/time.ts';
import { counted } from './words.ts';

/** A message that was not delivered, and why. */
export interface Undelivered {
  readonly key: string;
  readonly reason: string | null;
}

export interface StatusView {
  readonly catalog: Catalog;
  readonly feeds: FeedHealth;
  readonly pulse: Pulse;
  readonly states: readonly FeedState[];
  readonly held: { readonly statements: number; readonly articles: number };
  readonly waiting: readonly Undelivered[];
  readonly parked: readonly Undelivered[];
  readonly zone: Zone;
  readonly now: Instant;
}

const shownUndelivered = 5;

/** How the bot is: what it holds, how each feed is, what could not be delivered. */
export function statusMessage(view: StatusView): Message {
  const { held, feeds, states, waiting, parked, catalog, zone, now } = view;
  const stopped = stoppedLine(view);
  const summary = `${feeds.well} of ${feeds.polled} feeds well, ${counted(held.statements, 'statement')} on record`;
  const polled = states.filter(({ feed, outcome }) => outcome !== null && catalog.feeds.has(feed));
  const blocks: Block[] = [
    { type: 'heading', text: 'Status' },
    {
      type: 'text',
      line: [`${counted(held.statements, 'statement')} in ${counted(held.articles, 'article')} on record.`],
    },
    ...(stopped ? [{ type: 'text', line: stopped } as const] : []),
    { type: 'text', line: [`${feeds.well} of ${feeds.polled} feeds well.`] },
    ...(polled.length > 0 ? [feedTable(polled, view)] : []),
    ...undelivered('Waiting to be sent', waiting),
    ...undelivered('Not delivered, needs a person', parked),
    { type: 'note', line: ['As of ', { date: now, as: 'moment' }] },
  ];
  return { summary, blocks, ping: [], zone };
}

/** Said where nothing is fetched anywhere: it is not the feeds then. */
function stoppedLine({ pulse: { isHealthy, lastFetch } }: StatusView): Line | null {
  if (isHealthy) return null;
  const since: Inline[] = lastFetch === null ? [' yet'] : [' since ', { date: lastFetch, as: 'moment' }];
  return [{ bold: 'Nothing was fetched' }, ...since, '. Look at the network and the log of this machine.'];
}

function feedTable(states: readonly FeedState[], { catalog, now }: StatusView): Block {
  const rows = states.map((state): Line[] => [
    [state.feed],
    [catalog.outlets.get(catalog.feeds.get(state.feed)?.outlet ?? '')?.name ?? ''],
    [outcomeWords(state)],
    isSilent(state, now)
      ? [...moment(state.lastNew), ', silent for longer than usual']
      : moment(state.lastNew),
    state.outcome && !isWell(state.outcome) ? moment(state.failingSince) : ['–'],
  ]);
  return { type: 'table', columns: ['feed', 'outlet', 'last poll', 'last new item', 'failing since'], rows };
}

function outcomeWords({ outcome, detail, pausedSince }: FeedState): string {
  const seen = detail ? `${outcome}: ${detail}` : (outcome ?? 'not polled yet');
  return pausedSince === null ? seen : `${seen} (paused: asked once a week)`;
}

const moment = (at: Instant | null): Inline[] => (at === null ? ['–'] : [{ date: at, as: 'moment' }]);

function undelivered(title: string, rows: readonly Undelivered[]): Block[] {
  if (rows.length === 0) return [];
  const items = rows
    .slice(0, shownUndelivered)
    .map(({ key, reason }): Line => [{ code: key }, reason ? `: ${reason}` : '']);
  const rest = rows.length - shownUndelivered;
  return [
    { type: 'text', line: [{ bold: `${title}: ${rows.length}` }] },
    { type: 'list', items: rest > 0 ? [...items, [`and ${rest} more`]] : items },
  ];
}
