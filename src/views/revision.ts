import type { Catalog } from '../core/catalog.ts';
import { inForce } from '../core/correction.ts';
import type { Block, Inline, Line, Message } from '../core/message.ts';
import type { Statement } from '../core/statement.ts';
import type { Instant } from '../core/time.ts';
import { changeWords } from './corrections.ts';
import { outletName, speakerNames } from './words.ts';

/** A statement that was posted, as it was recorded, and as it stands now. */
export interface Revision {
  readonly ref: string;
  readonly read: Statement;
  /** With what editors said of it, whether it stands or not. */
  readonly now: Statement;
}

/** What has become of a posted statement since; null where nothing has that a reader has to know. */
export function revisionLine(revision: Revision, since: Instant, catalog: Catalog): Line | null {
  const { now } = revision;
  const last = now.corrections.at(-1);
  if (now.standing === 'superseded')
    return [`${outletName(catalog, now.outlet)} took words back: `, ...whose(revision)];
  if (!last || last.at < since) return null;
  if (last.what === 'restored') return ['A correction was taken back: ', ...whose(revision)];
  const changes = inForce(now.corrections).filter(({ what }) => !['apart', 'together'].includes(what));
  const [change] = changes.slice(-1);
  if (!change) return null;
  const words = change.what === 'withdrawn' ? 'withdrawn' : changeWords(change, catalog);
  const why: Inline[] = change.reason ? [` · because: ${change.reason}`] : [];
  return [...whose(revision), ' · ', { bold: words }, ...why, ' · ', { date: change.at, as: 'moment' }];
}

const whose = ({ read, ref }: Revision): Line => [speakerNames(read.speakers), ' · ', { code: ref }];

/** A message with what became of its statements under it. */
export const withRevisions = (message: Message, lines: readonly Line[]): Message => ({
  ...message,
  blocks: [
    ...message.blocks,
    ...lines.map((line): Block => ({ type: 'note', line: [{ bold: 'Corrected: ' }, ...line] })),
  ],
});

/** One line in the thread of a message that was put right. */
export const revisionMessage = (lines: readonly Line[], { zone }: Pick<Message, 'zone'>): Message => ({
  summary: 'Correction: the message above was put right.',
  blocks: [
    { type: 'text', line: [{ bold: 'Correction: ' }, 'the message above was put right.'] },
    { type: 'list', items: lines },
  ],
  ping: [],
  zone,
});
