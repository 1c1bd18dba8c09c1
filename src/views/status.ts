import type { Catalog } from '../core/catalog.ts';
import type { Away } from '../core/desk.ts';
import { type FeedState, isWell } from '../core/feed.ts';
import { type FeedHealth, isSilent, type Pulse } from '../core/health.ts';
import type { Block, Inline, Line, Message } from '../core/message.ts';
import type { Instant, Zone } from '../core/time.ts';
import { awayLine } from './away.ts';
import { footer } from './footer.ts';
import { counted } from './words.ts';

/** A message that was not delivered, and why. */
export interface Undelivered {
  readonly key: string;
  readonly reason: string | null;
}

/** A workspace or server where nothing can be posted, and why. */
export interface PausedSpace {
  readonly name: string;
  readonly space: string;
  readonly paused: string | null;
}

export interface StatusView {
  readonly catalog: Catalog;
  readonly feeds: FeedHealth;
  readonly pulse: Pulse;
  readonly states: readonly FeedState[];
  readonly held: { readonly statements: number; readonly articles: number };
  readonly paused: readonly PausedSpace[];
  readonly waiting: readonly Undelivered[];
  readonly parked: readonly Undelivered[];
  /** Channels that take no messages for now. */
  readonly away: readonly Away[];
  readonly zone: Zone;
  readonly now: Instant;
}

const shownUndelivered = 5;

/** How the bot is: what it holds, how each feed is, what could not be delivered. */
export function statusMessage(view: StatusView): Message {
  const { held, feeds, states, paused, waiting, parked, away, catalog, zone, now } = view;
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
    ...(polled.length > 0 ? [feedTable(polled, view)] : []),
    ...pausedChannels(away),
    ...pausedSpaces(paused),
    ...undelivered('Waiting to be sent', waiting),
    ...undelivered('Not delivered, needs a person', parked),
    footer(feeds, now),
  ];
  return { summary, blocks, ping: [], zone };
}

/** Said where nothing is fetched anywhere: it is not the feeds then. */
function stoppedLine({ pulse: { isHealthy, lastFetch } }: StatusView): Line | null {
  if (isHealthy) return null;
  const since: Inline[] = lastFetch === null ? [' yet'] : [' since ', { date: lastFetch, as: 'moment' }];
  return [{ bold: 'Nothing was fetched' }, ...since, '. Look at the network and the log of this machine.'];
}

function feedTable(states: readonly FeedState[], { now }: StatusView): Block {
  const rows = states.map((state): Line[] => [
    [state.feed],
    outcomeLine(state),
    isSilent(state, now)
      ? [...moment(state.lastNew), ', silent for longer than usual']
      : moment(state.lastNew),
  ]);
  return { type: 'table', columns: ['feed', 'last poll', 'last new item'], rows };
}

function outcomeLine({ outcome, detail, failingSince, pausedSince }: FeedState): Line {
  const seen = detail ? `${outcome}: ${detail}` : (outcome ?? 'not polled yet');
  const words = pausedSince === null ? seen : `${seen} (paused: asked once a week)`;
  const isFailing = outcome !== null && !isWell(outcome) && failingSince !== null;
  return isFailing ? [words, ', since ', ...moment(failingSince)] : [words];
}

const moment = (at: Instant | null): Inline[] => (at === null ? ['–'] : [{ date: at, as: 'moment' }]);

function pausedChannels(away: readonly Away[]): Block[] {
  if (away.length === 0) return [];
  return [
    { type: 'text', line: [{ bold: `Paused, the channel takes no messages: ${away.length}` }] },
    { type: 'list', items: away.map(awayLine) },
  ];
}

function pausedSpaces(paused: readonly PausedSpace[]): Block[] {
  if (paused.length === 0) return [];
  const items = paused.map(each => [{ bold: each.name }, ` (${each.space}): ${each.paused}`]);
  return [
    { type: 'text', line: [{ bold: `Paused workspaces: ${paused.length}` }] },
    { type: 'list', items },
  ];
}

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
