import type { Catalog } from '../core/catalog.ts';
import type { Change, Correction } from '../core/correction.ts';
import type { FeedHealth } from '../core/health.ts';
import type { Block, Inline, Line, Message } from '../core/message.ts';
import { paged } from '../core/page.ts';
import type { Statement } from '../core/statement.ts';
import type { Instant, Zone } from '../core/time.ts';
import { footer } from './footer.ts';
import { type Asked, pager } from './pager.ts';
import { actorName, speakerNames, stanceWord, topicTitle } from './words.ts';

/** What an editor said, in words: `speaker: Karl Ost, President of Sudland`. */
export function changeWords(change: Change, catalog: Catalog): string {
  switch (change.what) {
    case 'speaker':
      return `speaker: ${change.speakers.length === 0 ? 'unclear' : speakerNames(change.speakers)}`;
    case 'stance':
      return `${actorName(catalog, change.holder)} on ${topicTitle(catalog, change.topic)}: ${stanceWord[change.stance]}`;
    case 'off-topic':
      return `not on ${topicTitle(catalog, change.topic)}`;
    case 'withdrawn':
      return 'withdrawn: no statement, or not the speaker’s';
    case 'apart':
      return 'an utterance of its own';
    case 'together':
      return `the same utterance as ${change.with}`;
    case 'restored':
      return 'everything before this is taken back';
  }
}

/** `28 Nov 2025, 10:00 · slack U1 · speaker: unclear · “He quotes a colleague”`. */
export function correctionLine(correction: Correction, catalog: Catalog): Line {
  const { at, by, reason } = correction;
  const why: Inline[] = reason ? [` · because: ${reason}`] : [];
  return [{ date: at, as: 'moment' }, ` · ${by} · `, { bold: changeWords(correction, catalog) }, ...why];
}

/** That a statement does not stand any more, before anything else is said of it. */
export function standingBlocks({ standing, corrections }: Statement, catalog: Catalog): Block[] {
  if (standing === 'current') return [];
  const word = { withdrawn: 'Withdrawn by an editor.', superseded: 'The outlet took these words back.' }[
    standing
  ];
  const last = corrections.findLast(({ what }) => what === standing);
  const line: Line = [{ bold: word }, ' It sets no position any more.'];
  const who: Block[] = last ? [{ type: 'note', line: correctionLine(last, catalog) }] : [];
  return [{ type: 'text', line }, ...who];
}

export interface CorrectionsView {
  readonly catalog: Catalog;
  readonly feeds: FeedHealth;
  readonly zone: Zone;
  readonly now: Instant;
  readonly asked: Asked;
  readonly page: number;
}

const shown = 15;

/** All corrections, the newest first, each with the statement it is about. */
export function correctionsMessage(made: readonly Correction[], view: CorrectionsView): Message {
  const { items, ...part } = paged(made, view.page, shown);
  const lines = items.map((each): Line => [{ code: each.ref }, ' · ', ...correctionLine(each, view.catalog)]);
  const none: Block = { type: 'text', line: ['Nobody has corrected anything yet.'] };
  const blocks: Block[] = [
    { type: 'heading', text: 'Corrections' },
    made.length === 0 ? none : { type: 'list', items: lines },
    ...pager(part, view.asked, { until: null }),
    footer(view.feeds, view.now),
  ];
  const summary = `Corrections: ${made.length === 0 ? 'none' : made.length}`;
  return { summary, blocks, ping: [], zone: view.zone };
}
