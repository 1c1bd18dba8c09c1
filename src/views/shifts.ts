import type { FeedHealth } from '../core/health.ts';
import type { Block, Message } from '../core/message.ts';
import type { Shift } from '../core/position.ts';
import type { Instant, Zone } from '../core/time.ts';
import { shiftBlocks } from './digest.ts';
import { footer } from './footer.ts';
import type { Proof } from './proof.ts';
import { counted } from './words.ts';

const shown = 5;

/** What moved, newest first, with the words before and after. */
export function shiftsMessage(
  found: readonly Shift[],
  asked: { readonly what: string | null; readonly days: number },
  view: Proof & { readonly feeds: FeedHealth; readonly zone: Zone; readonly now: Instant },
): Message {
  const title = asked.what ? `Shifts: ${asked.what}` : 'Shifts';
  const span = `the last ${counted(asked.days, 'day')}`;
  const rest = found.length - shown;
  const more = `${counted(rest, 'more shift')} in ${span}: ask for fewer days or a topic.`;
  const blocks: Block[] = [
    { type: 'heading', text: title },
    ...(found.length === 0 ? [{ type: 'text', line: [`No position moved in ${span}.`] } as const] : []),
    ...found.slice(0, shown).flatMap(shift => shiftBlocks(shift, view)),
    ...(rest > 0 ? [{ type: 'note', line: [more] } as const] : []),
    footer(view.feeds, view.now),
  ];
  const summary = `${title}: ${counted(found.length, 'shift')} in ${span}`;
  return { summary, blocks, ping: [], zone: view.zone };
}
