import type { types } from '@slack/bolt';
import { type Block, type Line, plain } from '../../core/message.ts';
import type { Zone } from '../../core/time.ts';
import { limits } from './limits.ts';
import { grouped, type Piece, rich, richText, section, shownDate } from './rich.ts';
import { clipped, literal, pieces } from './text.ts';

type Table = Extract<Block, { type: 'table' }>;
type Cell = types.RichTextBlock | types.RawTextElement;

/** A table as Slack's own, in several where it is long, each with the header; as aligned text where it is too wide. */
export function table(block: Table, zone: Zone): types.KnownBlock[] {
  if (block.columns.length === 0) return [];
  return block.columns.length > limits.columns ? aligned(block, zone) : native(block, zone);
}

/** The characters of a table's cells. */
export const tableText = ({ rows }: types.TableBlock): number => sum(rows.map(row => rowText(row as Cell[])));

const rowText = (row: readonly Cell[]): number => sum(row.map(cellText));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

function cellText(cell: Cell): number {
  if (cell.type === 'raw_text') return cell.text.length;
  return sum(cell.elements.flatMap(({ elements }) => (elements as Piece[]).map(pieceText)));
}

/** Addresses and date formats are counted too: whether Slack does is not documented. */
function pieceText(piece: Piece): number {
  if (piece.type === 'link') return piece.url.length + (piece.text ?? '').length;
  if (piece.type === 'date') return piece.format.length + (piece.fallback ?? '').length;
  return piece.type === 'text' ? piece.text.length : 0;
}

function native({ columns, rows }: Table, zone: Zone): types.TableBlock[] {
  const header = columns.map(name => rawCell(clipped(literal(name), widestLabel)));
  const room = limits.table - rowText(header);
  const body = rows.map(row => fitted(row, columns.length, room, zone));
  const settings = columns.map(() => ({ is_wrapped: true }));
  return batches(body, room).map(batch => ({
    type: 'table',
    rows: [header, ...batch],
    column_settings: settings,
  }));
}

const widestLabel = 100;

function batches(rows: Cell[][], room: number): Cell[][][] {
  const most = limits.rows - 1;
  const bySize = grouped(rows, room, rowText);
  const both = bySize.flatMap(group => grouped(group, most, () => 0));
  return both.length > 0 ? both : [[]];
}

/** A row of exactly `width` cells. Where it fills more than a table its cells become clipped plain text. */
function fitted(row: readonly Line[], width: number, room: number, zone: Zone): Cell[] {
  const lines = Array.from({ length: width }, (_, n) => row[n] ?? []);
  const cells = lines.map(line => cell(line, zone));
  if (rowText(cells) <= room && cells.every(each => cellText(each) <= limits.cell)) return cells;
  const share = Math.min(limits.cell, Math.floor(room / width) - 1);
  return lines.map(line => rawCell(clipped(shownText(line, zone), share)));
}

const cell = (line: Line, zone: Zone): Cell =>
  line.every(inline => typeof inline === 'string')
    ? rawCell(literal(line.join('')))
    : richText(section(orBlank(rich(line, zone))));

/** Slack refuses a cell without text (github.com/vercel/chat/pull/373). */
const rawCell = (text: string): types.RawTextElement => ({
  type: 'raw_text',
  text: text === '' ? ' ' : text,
});

const orBlank = (pieces: Piece[]): Piece[] => (pieces.length > 0 ? pieces : [{ type: 'text', text: ' ' }]);

const shownText = (line: Line, zone: Zone): string => literal(plain(line, shownDate(zone)));

/** A table as text of even width, for where Slack takes no table of its own. */
export function aligned({ columns, rows }: Table, zone: Zone): types.RichTextBlock[] {
  const cells = [columns.map(literal), ...rows.map(row => row.map(line => shownText(line, zone)))].map(row =>
    row.map(words => words.replace(/\s+/g, ' ')),
  );
  const widths = columns.map((_, n) => Math.max(...cells.map(row => row[n]?.length ?? 0)));
  const lines = cells.map(row =>
    row
      .map((words, n) => words.padEnd(widths[n] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const cut = lines.flatMap(line => pieces(line, limits.text - 1));
  return grouped(cut, limits.text, line => line.length).map(preformatted);
}

const preformatted = (lines: readonly string[]): types.RichTextBlock =>
  richText({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: lines.join('\n') }] });
