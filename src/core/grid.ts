/** A table in letters of equal width. Every line is at most as wide as was asked; a row may have several lines. */
export interface Grid {
  readonly head: string;
  readonly rows: readonly string[];
}

const gap = '  ';
/** Cells wrap beyond. */
const widestCell = 28;
/** A name in the first column rather takes several lines than the room of the others. */
const widestNames = [40, 28, 20, 14];
const narrowest = 8;

/**
 * The rows under their headings, headings wrapped where that saves room. A table that is still too wide becomes several,
 * each with the first column. Cells are text on one line, without what cannot be seen.
 */
export function grids(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): Grid[] {
  const filled = rows.map(row => columns.map((_, i) => row[i] ?? ''));
  const roomy = columns.map((heading, i) => widest([heading, ...column(filled, i)]));
  if (total(roomy) <= width) return [grid(columns, filled, roomy)];
  const rest = columns.slice(1).map((heading, i) => tightWidth(heading, column(filled, i + 1), width));
  const name = Math.min(widest([columns[0] ?? '', ...column(filled, 0)]), width);
  const room = Math.max(narrowest, width - gap.length - Math.max(0, ...rest));
  // A name is broken only where that saves a table.
  const tight = widestNames
    .map(each => [Math.min(name, each, room), ...rest])
    .reduce((wider, each) => (tables(each, width) < tables(wider, width) ? each : wider));
  return columnGroups(tight, width).map(group => {
    const pick = (row: readonly string[]): string[] => group.map(i => row[i] ?? '');
    return grid(
      pick(columns),
      filled.map(pick),
      group.map(i => tight[i] ?? 0),
    );
  });
}

const column = (rows: readonly (readonly string[])[], i: number): string[] => rows.map(row => row[i] ?? '');

const total = (widths: readonly number[]): number =>
  widths.reduce((sum, each) => sum + each + gap.length, -gap.length);

function tightWidth(heading: string, cells: readonly string[], width: number): number {
  const wanted = Math.max(widest(heading.split(' ')), widest(cells));
  const half = Math.floor((width - gap.length) / 2);
  return Math.max(narrowest, Math.min(wanted, widestCell, half));
}

const tables = (widths: readonly number[], width: number): number => columnGroups(widths, width).length;

/** As many columns beside the first as fit. */
function columnGroups(widths: readonly number[], width: number): number[][] {
  const groups: number[][] = [[0]];
  for (let i = 1; i < widths.length; i++) {
    const group = groups.at(-1) ?? [];
    if (group.length === 1 || total([...group, i].map(each => widths[each] ?? 0)) <= width) group.push(i);
    else groups.push([0, i]);
  }
  return groups;
}

function grid(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): Grid {
  return { head: rowLines(columns, widths), rows: rows.map(row => rowLines(row, widths)) };
}

function rowLines(cells: readonly string[], widths: readonly number[]): string {
  const wrapped = cells.map((cell, i) => wrappedCell(cell, widths[i] ?? 0));
  const height = Math.max(...wrapped.map(({ length }) => length));
  const line = (y: number): string =>
    wrapped
      .map((lines, i) => padded(lines[y] ?? '', widths[i] ?? 0))
      .join(gap)
      .trimEnd();
  return Array.from({ length: height }, (_, y) => line(y)).join('\n');
}

function wrappedCell(cell: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of cell.split(' ').flatMap(each => brokenWord(each, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (shownWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** A word in parts that are at most `width` columns wide, cut between characters as they are seen. */
export function brokenWord(word: string, width: number): string[] {
  if (shownWidth(word) <= width) return [word];
  const parts: string[] = [];
  let [part, taken] = ['', 0];
  for (const { segment } of graphemes.segment(word)) {
    const wide = segmentWidth(segment);
    if (taken + wide > width && part !== '') {
      parts.push(part);
      [part, taken] = [segment, wide];
    } else [part, taken] = [part + segment, taken + wide];
  }
  return [...parts, part];
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** East Asian wide and fullwidth characters (https://www.unicode.org/reports/tr11), and what is shown as a picture. */
const wide =
  /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f|[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u3247\u3250-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}])/u;

/** Columns that a text takes where letters are equally wide: two for a Chinese character or an emoji, none for a mark above a letter. */
export function shownWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += segmentWidth(segment);
  return width;
}

function segmentWidth(segment: string): number {
  if (/^[\x20-\x7e]$/.test(segment)) return 1;
  if (/^[\p{M}\p{Cf}]+$/u.test(segment)) return 0;
  return wide.test(segment) ? 2 : 1;
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(shownWidth));

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - shownWidth(text)));
