import type { Digest } from '../core/digest.ts';
import type { Block, Message } from '../core/message.ts';
import { type Page, paged } from '../core/page.ts';
import type { Instant } from '../core/time.ts';
import { type DigestView, digestDetail, digestMessage } from './digest.ts';
import { type Asked, pager } from './pager.ts';

/** A heading with its words is one part: what moved, a topic, what others report. */
const shownParts = 6;

/** Where reading stopped: so many statements were read, the newest, back to this instant. */
export interface Cut {
  readonly read: number;
  readonly since: Instant;
}

/** What is shown, and whether it is of all that is new; null where it is. */
export type BriefView = DigestView & { readonly cut: Cut | null };

/** A digest as one answer instead of a thread: the short part, the detail in pages, then the small print. */
export function briefMessage(found: Digest, view: BriefView, page: Page, asked: Asked): Message {
  const message = digestMessage(found, view);
  const details = paged(digestDetail(found, view), page.number, shownParts);
  const [heading, ...rest] = message.blocks.slice(0, -1);
  return {
    ...message,
    summary: view.cut ? `${message.summary}, of the newest ${shownCount(view.cut)} alone` : message.summary,
    blocks: [
      ...(heading ? [heading] : []),
      ...(view.cut ? [cutNote(view.cut)] : []),
      ...(details.number === 1 ? rest : []),
      ...details.items.flatMap(({ blocks }) => blocks),
      ...pager(details, asked, { until: page.until, by: 'list' }),
      ...message.blocks.slice(-1),
    ],
  };
}

const shownCount = ({ read }: Cut): string => `${read.toLocaleString('en-US')} statements`;

/** On every page: nobody is to believe that this is all. */
const cutNote = (cut: Cut): Block => ({
  type: 'note',
  line: [
    `Too much is new to read it all at once: this is of the newest ${shownCount(cut)}, since `,
    { date: cut.since, as: 'moment' },
    '. For what came before, ask for one topic or one party.',
  ],
});
