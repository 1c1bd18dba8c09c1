import type { Feed, Outlet } from '../core/feed.ts';
import type { Block, Inline, Line, Message } from '../core/message.ts';
import type { Instant } from '../core/time.ts';
import type { FeedsView } from './feeds.ts';
import type { Asked } from './pager.ts';
import { actorName, counted, listed, topicTitle } from './words.ts';

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
    .slice(0, titles)
    .map(
      ({ title, published }): Line => [
        title || 'no title',
        ...(published === null ? [' · no date'] : [' · ', { date: published, as: 'moment' } as const]),
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
