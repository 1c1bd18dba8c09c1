import type { Catalog } from '../core/catalog.ts';
import type { Correction } from '../core/correction.ts';
import type { FeedHealth } from '../core/health.ts';
import type { Block, Line, Message } from '../core/message.ts';
import type { Position } from '../core/position.ts';
import type { Statement } from '../core/statement.ts';
import type { Instant, Zone } from '../core/time.ts';
import { changeWords, correctionLine } from './corrections.ts';
import { footer } from './footer.ts';
import type { Asked } from './pager.ts';
import { type Proof, statementQuote } from './proof.ts';
import { actorName, counted, gradeWord, speakerNames, stanceWord, topicTitle } from './words.ts';

export interface CorrectView extends Proof {
  readonly feeds: FeedHealth;
  readonly zone: Zone;
  readonly now: Instant;
  readonly asked: Asked;
}

/** A position as it is and as it would be; null where nothing would be on record. */
export interface Turn {
  readonly before: Position | null;
  readonly after: Position | null;
}

/** A correction with what it changes: the statement, and positions. */
export interface Changing {
  readonly before: Statement;
  readonly after: Statement;
  readonly correction: Correction;
  readonly turns: readonly Turn[];
}

/** What a correction would change, with a button that makes it. */
export function askedMessage(changing: Changing, view: CorrectView): Message {
  const { correction } = changing;
  const title = `Correct ${correction.ref}?`;
  const { command, given } = view.asked;
  const confirm = { label: 'Write it down', command, given: { ...given, confirm: 'yes' } };
  const blocks: Block[] = [
    { type: 'heading', text: title },
    ...changed(changing, view),
    { type: 'text', line: ['It changes what is told as a position. Nothing is written yet.'] },
    { type: 'actions', actions: [confirm] },
    footer(view.feeds, view.now),
  ];
  const summary = `${title} ${changeWords(correction, view.catalog)}`;
  return { summary, blocks, ping: [], zone: view.zone };
}

/** What was written down. */
export function correctedMessage(changing: Changing, view: CorrectView): Message {
  const { correction } = changing;
  const { ref } = correction;
  const title = `Corrected ${ref}`;
  const blocks: Block[] = [
    { type: 'heading', text: title },
    ...changed(changing, view),
    {
      type: 'actions',
      actions: [
        { label: `Why ${ref}`, command: 'why', given: { '': ref } },
        { label: 'Take it back', command: 'correct', given: { '': ref, what: 'restored' } },
      ],
    },
    footer(view.feeds, view.now),
  ];
  const summary = `${title}: ${changeWords(correction, view.catalog)}`;
  return { summary, blocks, ping: [], zone: view.zone };
}

function changed({ before, after, correction, turns }: Changing, view: CorrectView): Block[] {
  return [
    ...statementQuote(before, view),
    { type: 'text', line: correctionLine(correction, view.catalog) },
    { type: 'fields', fields: differences(before, after, view.catalog) },
    ...turns.map((turn): Block => ({ type: 'text', line: turnLine(turn, view.catalog) })),
  ];
}

/** What differs, as it is and as it would be. */
function differences(
  before: Statement,
  after: Statement,
  catalog: Catalog,
): { label: string; value: Line }[] {
  const rows = described(before, catalog).map(([label, was], i) => ({
    label,
    was,
    is: described(after, catalog)[i]?.[1] ?? '',
  }));
  const found = rows.filter(({ was, is }) => was !== is);
  const none = [{ label: 'Statement', value: ['its speaker and stances stay as they are'] as Line }];
  return found.length > 0 ? found.map(({ label, was, is }) => ({ label, value: [`${was} → ${is}`] })) : none;
}

const described = (
  { speakers, grade, stances, standing }: Statement,
  catalog: Catalog,
): (readonly [string, string])[] => [
  ['Speaker', speakerNames(speakers)],
  ['Grade', gradeWord[grade]],
  [
    'Stances',
    stances
      .map(
        ({ topic, holder, stance }) =>
          `${actorName(catalog, holder)} on ${topicTitle(catalog, topic)}: ${stanceWord[stance]}`,
      )
      .sort()
      .join('; ') || 'none',
  ],
  ['Standing', standing],
];

/** `Nordland on The dam: opposes (3 statements) → no statement on record`. */
function turnLine({ before, after }: Turn, catalog: Catalog): Line {
  const of = before ?? after;
  const where = of ? `${actorName(catalog, of.holder)} on ${topicTitle(catalog, of.topic)}: ` : '';
  return ['Position of ', where, { bold: `${held(before)} → ${held(after)}` }];
}

const held = (position: Position | null): string =>
  position
    ? `${stanceWord[position.stance]} (${counted(position.count, 'statement')})`
    : 'no statement on record';
