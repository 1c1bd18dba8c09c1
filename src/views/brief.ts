import type { Digest } from '../core/digest.ts';
import type { Message } from '../core/message.ts';
import { type Page, paged } from '../core/page.ts';
import { type DigestView, digestDetail, digestMessage } from './digest.ts';
import { type Asked, pager } from './pager.ts';

/** A heading with its words is one part: what moved, a topic, what others report. */
const shownParts = 6;

/** A digest as one answer instead of a thread: the short part, the detail in pages, then the small print. */
export function briefMessage(found: Digest, view: DigestView, page: Page, asked: Asked): Message {
  const message = digestMessage(found, view);
  const details = paged(digestDetail(found, view), page.number, shownParts);
  const [heading, ...rest] = message.blocks.slice(0, -1);
  return {
    ...message,
    blocks: [
      ...(heading ? [heading] : []),
      ...(details.number === 1 ? rest : []),
      ...details.items.flatMap(({ blocks }) => blocks),
      ...pager(details, asked, { until: page.until, by: 'list' }),
      ...message.blocks.slice(-1),
    ],
  };
}
