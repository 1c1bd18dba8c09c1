import type { FeedHealth } from '../core/health.ts';
import type { Block, Message } from '../core/message.ts';
import { type Page, paged } from '../core/page.ts';
import type { Shift } from '../core/position.ts';
import type { Instant, Zone } from '../core/time.ts';
import { shiftBlocks } from './digest.ts';
import { footer } from './footer.ts';
import { type Asked, pager } from './pager.ts';
import type { Proof } from './proof.ts';
import { counted } from './words.ts';

export interface ShiftsView extends Proof {
  readonly feeds: FeedHealth;
  readonly zone: Zone;
  readonly now: Instant;
  /** Whose shifts on what were asked for; null: all. */
  readonly what: string | null;
  readonly days: number;
  readonly page: Page;
  readonly asked: Asked;
}

const shown = 5;

/** What moved, newest first, with the words before and after. */
export function shiftsMessage(found: readonly Shift[], view: ShiftsView): Message {
  const title = view.what ? `Shifts: ${view.what}` : 'Shifts';
  const span = `the last ${counted(view.days, 'day')}`;
  const part = paged(found, view.page.number, shown);
  const blocks: Block[] = [
    { type: 'heading', text: title },
    ...(found.length === 0 ? [{ type: 'text', line: [`No position moved in ${span}.`] } as const] : []),
    ...part.items.flatMap(shift => shiftBlocks(shift, view)),
    ...pager(part, view.asked, { until: view.page.until }),
    footer(view.feeds, view.now),
  ];
  const summary = `${title}: ${counted(found.length, 'shift')} in ${span}`;
  return { summary, blocks, ping: [], zone: view.zone };
}
