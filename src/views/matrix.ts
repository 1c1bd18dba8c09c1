import type { FeedHealth } from '../core/health.ts';
import type { Matrix } from '../core/matrix.ts';
import type { Action, Block, Inline, Line, Message } from '../core/message.ts';
import type { Page } from '../core/page.ts';
import { paged } from '../core/page.ts';
import type { Position } from '../core/position.ts';
import { day, type Instant, shortAge, type Zone } from '../core/time.ts';
import type { Topic } from '../core/topic.ts';
import { footer } from './footer.ts';
import { type Asked, pager } from './pager.ts';
import { counted, listed, stanceSign, stanceWord } from './words.ts';

export interface MatrixView {
  readonly feeds: FeedHealth;
  readonly zone: Zone;
  readonly now: Instant;
  /** The date that was asked for; null: now. */
  readonly asOf: string | null;
  /** Ages count until here: now, or the end of the day that was asked for. */
  readonly until: Instant;
  readonly page: Page;
  readonly asked: Asked;
}

const partiesShown = 6;
const old = 30 * day;
const buttonsShown = 10;

/** Parties and topics: stance, age of the latest statement and how many there are, in each cell. */
export function matrixMessage(title: string, found: Matrix, view: MatrixView): Message {
  const heading = `Matrix: ${title}${view.asOf === null ? '' : `, as of ${view.asOf}`}`;
  const shown = paged(found.parties, view.page.number, partiesShown);
  const blocks: Block[] = [
    { type: 'heading', text: heading },
    ...(found.rows.length === 0 ? [nothing] : [...cells(found, shown.number, view), legend(found, view)]),
    ...silence(found),
    ...waysIn(found, view),
    ...pager(shown, view.asked, { until: view.page.until, by: 'list' }),
    footer(view.feeds, view.now, view.asOf),
  ];
  return { summary: summary(heading, found), blocks, ping: [], zone: view.zone };
}

const nothing: Block = { type: 'text', line: ['No statement on record.'] };

function summary(heading: string, { parties, rows }: Matrix): string {
  const who = parties.length === 1 ? '1 party' : `${parties.length} parties`;
  return `${heading}: ${who} on ${counted(rows.length, 'topic')}`;
}

function cells({ parties, rows }: Matrix, page: number, view: MatrixView): Block[] {
  const [only] = parties;
  if (view.asked.given.party && only) return [detailTable(only.name, rows, view)];
  const shown = paged(parties, page, partiesShown).items;
  const first = parties.findIndex(({ id }) => id === shown[0]?.id);
  const lines = rows.map(({ topic, cells }): Line[] => [
    [topic.title],
    ...cells.slice(first, first + shown.length).map((each): Line => [cellText(each, view)]),
  ]);
  return [{ type: 'table', columns: ['Topic', ...shown.map(({ name }) => name)], rows: lines }];
}

/** `✗ 2d (3)`; an official who says otherwise makes it `✗≠ 2d (3)`. */
function cellText(position: Position | null, view: MatrixView): string {
  if (!position) return '·';
  const { stance, split, count } = position;
  return `${stanceSign[stance]}${split ? '≠' : ''} ${age(position, view)} (${count})`;
}

/** One party has room for words. */
function detailTable(name: string, rows: Matrix['rows'], view: MatrixView): Block {
  const lines = rows.flatMap(({ topic, cells: [position] }): Line[][] => {
    if (!position) return [];
    const { stance, split, since, count, previous } = position;
    const word = `${stanceSign[stance]} ${stanceWord[stance]}${split ? ' (officials differ)' : ''}`;
    const before = previous ? stanceWord[previous.stance] : '';
    return [[[topic.title], [word], [dated(since)], [age(position, view)], [String(count)], [before]]];
  });
  return { type: 'table', columns: [name, 'Stance', 'Since', 'Latest', 'Count', 'Before'], rows: lines };
}

const dated = (date: Instant): Inline => ({ date, as: 'day' });

/** `3d`; with a mark where nothing was heard for long. */
const age = ({ latest }: Position, { until }: MatrixView): string =>
  shortAge(latest, until) + (until - latest > old ? '!' : '');

function legend({ parties, rows }: Matrix, { until }: MatrixView): Block {
  const held = rows.flatMap(row => row.cells).filter(each => each !== null);
  const used = (['supports', 'opposes', 'conditional', 'noncommittal'] as const).filter(stance =>
    held.some(position => position.stance === stance),
  );
  const signs = used.map(stance => `${stanceSign[stance]} ${stanceWord[stance]}`);
  const split = held.some(position => position.split) ? ['≠ officials differ'] : [];
  const empty = parties.length > 1 ? ['· no statement on record'] : [];
  const stale = held.some(({ latest }) => until - latest > old) ? ' (! over 30 days)' : '';
  const rest = `then the age of the latest statement${stale} and how many there are`;
  return { type: 'note', line: [[...signs, ...split, ...empty, rest].join(', ')] };
}

function silence({ rows, silentParties, silentTopics }: Matrix): Block[] {
  const names = listed(silentParties.map(({ name }) => name));
  const titles = listed(silentTopics.map(({ title }) => title));
  if (rows.length === 0 || (!names && !titles)) return [];
  const said = [names && `by ${names}`, titles && `on ${titles}`].filter(Boolean).join('; ');
  return [{ type: 'note', line: [`No statement on record ${said}.`] }];
}

/** The words behind a cell are a command away. */
function waysIn({ rows, parties }: Matrix, { asked }: MatrixView): Block[] {
  const filled = rows.find(({ cells }) => cells[0]);
  const [party] = parties;
  if (!filled || !party) return [];
  const asOf = asked.given['as-of'];
  const given = {
    ...(asked.given.party ? { party: asked.given.party } : {}),
    ...(asOf ? { 'as-of': asOf } : {}),
  };
  const hint: Line = ['The words behind a cell: ', { code: `/stance ${filled.topic.id} party:${party.id}` }];
  return [
    { type: 'note', line: hint },
    { type: 'actions', actions: buttons(rows, given) },
  ];
}

function buttons(rows: Matrix['rows'], given: Readonly<Record<string, string>>): Action[] {
  const topics = rows.map(({ topic }) => topic);
  if (topics.length > buttonsShown) return familyButtons(topics, given);
  return topics.map(({ id, title }) => ({ label: title, command: 'stance', given: { '': id, ...given } }));
}

function familyButtons(topics: readonly Topic[], given: Readonly<Record<string, string>>): Action[] {
  const families = [...new Set(topics.map(({ family }) => family))];
  return families.map(family => ({
    label: `Matrix ${family}`,
    command: 'matrix',
    given: { '': family, ...given },
  }));
}
