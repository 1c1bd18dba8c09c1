import type { FeedHealth } from '../core/health.ts';
import type { Block, Message } from '../core/message.ts';
import { type Page, paged } from '../core/page.ts';
import type { Instant, Zone } from '../core/time.ts';
import type { Utterance } from '../core/utterance.ts';
import { footer } from './footer.ts';
import { type Asked, pager } from './pager.ts';
import { type Proof, utteranceQuote } from './proof.ts';
import { counted } from './words.ts';

export interface QuotesView extends Proof {
  readonly feeds: FeedHealth;
  readonly zone: Zone;
  readonly now: Instant;
  readonly title: string;
  /** `the last 30 days`; empty where all of the record was looked at. */
  readonly span: string;
  readonly page: Page;
  readonly asked: Asked;
  /** Where there are more than could be looked at: how many of the newest were; else null. */
  readonly looked: number | null;
}

/** How many utterances stand on a page. */
export const quotesShown = 10;

/** Words of people, newest first, ten a page. `lead` stands above them, `nothing` in place of them. */
export function quotesMessage(
  found: readonly Utterance[],
  view: QuotesView,
  { lead = [], nothing = [] }: { readonly lead?: readonly Block[]; readonly nothing?: readonly Block[] } = {},
): Message {
  const { title, page, asked } = view;
  const part = paged(found, page.number, quotesShown);
  const span = view.span ? ` in ${view.span}` : '';
  const none: Block = { type: 'text', line: [`No statement on record${span}.`] };
  const blocks: Block[] = [
    { type: 'heading', text: title },
    ...lead,
    ...(found.length === 0 ? [none, ...nothing] : []),
    ...part.items.flatMap(utterance => utteranceQuote(utterance, view)),
    ...limitNote(view),
    ...pager(part, asked, { until: page.until }),
    footer(view.feeds, view.now),
  ];
  return {
    summary: `${title}: ${counted(found.length, 'statement')}${span}`,
    blocks,
    ping: [],
    zone: view.zone,
  };
}

function limitNote({ looked }: QuotesView): Block[] {
  if (looked === null) return [];
  return [
    {
      type: 'note',
      line: [`Among the newest ${looked} reports; narrow it by days or topic for older ones.`],
    },
  ];
}
