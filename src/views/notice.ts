import type { Catalog } from '../core/catalog.ts';
import type { Away } from '../core/desk.ts';
import type { FeedState } from '../core/feed.ts';
import { failingFeed, outletOf } from '../core/health.ts';
import type { Block, Inline, Line, Message } from '../core/message.ts';
import type { Notices } from '../core/notices.ts';
import type { Instant, Zone } from '../core/time.ts';
import { awayLine } from './away.ts';
import { counted } from './words.ts';

export interface NoticeView {
  readonly catalog: Catalog;
  readonly zone: Zone;
  readonly now: Instant;
  /** How many feeds there are. */
  readonly polled: number;
}

const shown = 10;

/** What the managers should know of the feeds, and what they can do. */
export function noticeMessage({ failing, paused, back }: Notices, view: NoticeView): Message {
  const parts = [
    ...part(failing, 'failing for long', failingLine(view)),
    ...part(paused, 'gone', failingLine(view)),
    ...part(back, 'back', ({ feed }) => [`${outletOf(feed, view.catalog)} (${feed})`]),
  ];
  const summary = [
    failing.length > 0 ? `${counted(failing.length, 'feed')} failing for long` : '',
    paused.length > 0 ? `${counted(paused.length, 'feed')} gone` : '',
    back.length > 0 ? `${counted(back.length, 'feed')} back` : '',
  ]
    .filter(Boolean)
    .join(', ');
  const blocks: Block[] = [
    { type: 'heading', text: 'Feeds' },
    ...parts,
    ...advice({ failing, paused }, view),
  ];
  return { summary: `Feeds: ${summary}`, blocks, ping: [], zone: view.zone };
}

function part(states: readonly FeedState[], what: string, line: (state: FeedState) => Line): Block[] {
  if (states.length === 0) return [];
  const rest = states.length - shown;
  const more: Line[] = rest > 0 ? [[`and ${rest} more: `, { code: '/status' }]] : [];
  const items = [...states.slice(0, shown).map(line), ...more];
  return [
    { type: 'text', line: [{ bold: `${counted(states.length, 'feed')} ${what}:` }] },
    { type: 'list', items },
  ];
}

const failingLine =
  ({ catalog }: NoticeView) =>
  (state: FeedState): Inline[] => {
    const { feed, outlet, since, detail } = failingFeed(state, catalog);
    const when: Inline[] = since === null ? [] : [', since ', { date: since, as: 'moment' }];
    return [`${outlet} (${feed})`, ...when, `: ${detail}`];
  };

function advice({ failing, paused }: Pick<Notices, 'failing' | 'paused'>, { polled }: NoticeView): Block[] {
  const lines = [
    ...(failing.length === polled && polled > 1
      ? ['No feed at all can be fetched: look at the network of this machine first.']
      : []),
    ...(paused.length > 0
      ? [
          'What is gone is asked once a week from now on. Give feeds.yaml its new address, or take it out there.',
        ]
      : []),
    ...(failing.length > 0
      ? ['Failing feeds are tried on, once a day at least. You will hear when they are back.']
      : []),
  ];
  return lines.map(text => ({ type: 'note', line: [text] }));
}

/** Channels that take no messages any more, and what to do about each. */
export function awayMessage(away: readonly Away[], zone: Zone): Message {
  const title = `${counted(away.length, 'channel')} ${away.length === 1 ? 'takes' : 'take'} no messages`;
  const rest = away.length - shown;
  const items = [...away.slice(0, shown).map(awayLine), ...(rest > 0 ? [[`and ${rest} more: /status`]] : [])];
  const advice: Line = [
    'Digests and alerts there are paused, nothing is deleted. Once it is put right: ',
    { code: '/digest resume' },
    ' there, or ',
    { code: '/deliveries retry' },
    '. What was missed comes in one late digest.',
  ];
  const blocks: Block[] = [
    { type: 'heading', text: title },
    { type: 'list', items },
    { type: 'note', line: advice },
  ];
  return { summary: title, blocks, ping: [], zone };
}
