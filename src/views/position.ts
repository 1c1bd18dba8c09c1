import type { Evidence } from '../core/evidence.ts';
import type { NamedFigure } from '../core/figures.ts';
import type { Block, Inline, Line } from '../core/message.ts';
import type { Position, Shift } from '../core/position.ts';
import { day, type Instant, shownAge } from '../core/time.ts';
import { evidenceQuote, type Proof } from './proof.ts';
import { counted, figureWords, outletName, stanceSign, stanceWord } from './words.ts';

export interface PositionView extends Proof {
  /** Ages count until here. */
  readonly until: Instant;
}

const old = 30 * day;

/** One position: what is held since when, the words that decide it, and what speaks against it. */
export function positionBlocks(
  position: Position,
  name: string,
  figureShifts: readonly Shift[],
  view: PositionView,
): Block[] {
  const [newest, ...others] = position.evidence;
  return [
    { type: 'text', line: [...claim(position, name), ...before(position)] },
    ...(newest ? evidenceQuote(newest, view) : []),
    ...splitBlocks(position, view),
    ...figureBlocks(position, figureShifts),
    { type: 'note', line: [...basis(position, view), ...alsoRestingOn(others, view)] },
  ];
}

/** `✗ Russia: opposes, since 27 Nov 2025`. */
const claim = ({ stance, since }: Position, name: string): Inline[] => [
  `${stanceSign[stance]} `,
  { bold: `${name}: ${stanceWord[stance]}` },
  ', since ',
  { date: since, as: 'day' },
];

function before({ previous }: Position): Inline[] {
  if (!previous) return [];
  return [` · before: ${stanceWord[previous.stance]} (`, { date: previous.evidence.at, as: 'day' }, ')'];
}

/** `3 statements from 24 Nov 2025 to 27 Nov 2025, the latest 2 days ago`. */
function basis({ count, first, latest }: Position, { until }: PositionView): Inline[] {
  const age = `the latest ${shownAge(latest, until)} ago${until - latest > old ? ' (old)' : ''}`;
  if (count === 1) return [`A single statement, ${age.replace('the latest ', '')}`];
  const span: Inline[] = [' from ', { date: first, as: 'day' }, ' to ', { date: latest, as: 'day' }];
  return [counted(count, 'statement'), ...(latest - first >= day ? span : []), `, ${age}`];
}

function alsoRestingOn(others: readonly Evidence[], { statements, catalog }: PositionView): Inline[] {
  const shown = others.flatMap(({ ref }) => statements.get(ref) ?? []);
  return shown.flatMap(({ at, outlet, url, ref }, i): Inline[] => [
    i === 0 ? ' · rests also on ' : '; ',
    { date: at, as: 'day' },
    ' ',
    { link: outletName(catalog, outlet), href: url },
    ' ',
    { code: ref },
  ]);
}

function splitBlocks({ split }: Position, view: PositionView): Block[] {
  if (!split) return [];
  const line: Line = [
    '≠ ',
    { bold: 'Officials differ' },
    `: another one ${stanceWord[split.stance]}, since `,
    { date: split.since, as: 'day' },
  ];
  return [{ type: 'text', line }, ...evidenceQuote(split.evidence, view)];
}

/** `Names 800,000 troops (27 Nov 2025); before: 600,000 troops (21 Nov 2025)`. */
function figureBlocks({ figures, topic, holder }: Position, shifts: readonly Shift[]): Block[] {
  return figures.map(figure => {
    const last = shifts.find(each => each.topic === topic && each.holder === holder && isTo(figure, each));
    return { type: 'text', line: figureLine(figure, last) };
  });
}

const isTo = ({ unit, value }: NamedFigure, { figure }: Shift): boolean =>
  figure?.unit === unit && figure.to === value;

function figureLine({ unit, value, evidence }: NamedFigure, last: Shift | undefined): Line {
  const named: Inline[] = [
    'Names ',
    { bold: figureWords(unit, value) },
    ' (',
    { date: evidence.at, as: 'day' },
    ' ',
    { code: evidence.ref },
    ')',
  ];
  if (!last?.figure) return named;
  const earlier: Inline[] = [{ date: last.before.at, as: 'day' }, ' ', { code: last.before.ref }, ')'];
  return [...named, `; before: ${figureWords(unit, last.figure.from)} (`, ...earlier];
}
