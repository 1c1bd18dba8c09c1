import { type APIEmbedField, type APISelectMenuOption, ButtonStyle, ComponentType } from 'discord.js';
import { actionLine } from '../../app/line.ts';
import { type Grid, grids, shownWidth } from '../../core/grid.ts';
import { type Action, type Block, type Line, plain } from '../../core/message.ts';
import { shownDay, shownMoment, type Zone } from '../../core/time.ts';
import { limits } from './limits.ts';
import { atoms, cutMark, escaped, fitted, type Run, visible } from './markdown.ts';
import type { Control } from './packing.ts';
import { customId, short } from './translate.ts';

type Quote = Extract<Block, { type: 'quote' }>;
type Table = Extract<Block, { type: 'table' }>;
type Fields = Extract<Block, { type: 'fields' }>;

/** What a block becomes before it is known which post it stands in. Every text, title and field is within its limit. */
export type Section =
  | { readonly type: 'title'; readonly title: string }
  | { readonly type: 'text'; readonly runs: readonly Run[]; readonly from: Block['type'] }
  | { readonly type: 'fields'; readonly fields: readonly APIEmbedField[] }
  | { readonly type: 'controls'; readonly controls: readonly Control[] }
  | { readonly type: 'divider' };

export function sections(block: Block, zone: Zone): Section[] {
  switch (block.type) {
    case 'heading':
      return titleSection(block.text);
    case 'text':
      return textSection(block.type, [run(atoms(block.line))]);
    case 'quote':
      return textSection(block.type, quoteRuns(block));
    case 'fields':
      return fieldSections(block);
    case 'list':
      return textSection(block.type, listRuns(block.items));
    case 'table':
      return textSection(block.type, tableRuns(block, zone));
    case 'note':
      return textSection(block.type, [run(onOneLine(atoms(block.line)), '-# ')]);
    case 'divider':
      return [{ type: 'divider' }];
    case 'actions':
      return actionSections(block.actions);
  }
}

function titleSection(text: string): Section[] {
  const title = fitted(onOneLine(atoms([text])), limits.title);
  return title ? [{ type: 'title', title }] : [];
}

function textSection(from: Block['type'], runs: readonly Run[]): Section[] {
  const shown = runs.filter(({ atoms }) => atoms.join('').trim() !== '');
  return shown.length > 0 ? [{ type: 'text', runs: shown, from }] : [];
}

/** A run that begins with `open`, and again with it where it goes on. */
const run = (all: readonly string[], open = ''): Run => ({
  open,
  atoms: all,
  close: '',
  cut: cutMark,
  reopen: `${open}[…] `,
});

const indented = (all: readonly string[], indent: string): string[] =>
  all.map(atom => atom.replace(/\s*\n\s*/g, `\n${indent}`));

const onOneLine = (all: readonly string[]): string[] => all.map(atom => atom.replace(/\s*\n\s*/g, ' '));

const listRuns = (items: readonly Line[]): Run[] => items.map(item => run(indented(atoms(item), '  '), '- '));

const quoteLabel: Readonly<Record<Quote['kind'], string>> = {
  direct: '',
  mixed: '*partly quoted:* ',
  indirect: '*paraphrase:* ',
  surroundings: '',
};

/** The words behind a bar, in marks where they are the speaker's own and labelled where they are not; then whose. */
function quoteRuns({ kind, parts, by }: Quote): Run[] {
  const shown = parts.map(({ text }) => (kind === 'direct' ? `“${text.trim()}”` : text.trim()));
  const words = indented(atoms([shown.join(' … ')]), '> ');
  return [run(words, `> ${quoteLabel[kind]}`), { ...run(onOneLine(atoms(by))), open: '— ' }];
}

/** Fields, or lines of text where one of them is too long for a field. */
function fieldSections({ fields }: Fields): Section[] {
  const shown = fields.map(({ label, value }) => ({ label, value: atoms(value).join('').trim() || '–' }));
  const fit = ({ label, value }: { label: string; value: string }): boolean =>
    escaped(label).length <= limits.fieldName && value.length <= limits.fieldValue;
  if (!shown.every(fit)) {
    return textSection(
      'fields',
      fields.map(({ label, value }) => run(atoms([{ bold: label }, ' ', ...value]))),
    );
  }
  const inline = shown.every(({ value }) => value.length <= shortValue);
  return [
    {
      type: 'fields',
      fields: shown.map(({ label, value }) => ({ name: escaped(label).trim() || '–', value, inline })),
    },
  ];
}

/** Three fields stand beside each other where their values are no longer than this. */
const shortValue = 40;

/** As wide as a code block is on a desktop before its lines break. */
const widestTable = 56;

/** Cells no longer than this stand in columns, however many; longer words belong in lines. */
const shortCell = 12;
const longestName = 80;

/**
 * Columns under each other in code blocks, in several where they are many; where cells are words and the table is too wide for
 * one, or would lose a link, a line for each row.
 */
function tableRuns(table: Table, zone: Zone): Run[] {
  const linked = table.rows.flat(2).some(piece => typeof piece === 'object' && 'link' in piece);
  const found = linked ? [] : tableGrids(table, zone);
  if (found.length === 0) return table.rows.map(row => run(onOneLine(atoms(rowLine(table, row))), '- '));
  return found.map(gridRun);
}

function gridRun({ head, rows }: Grid): Run {
  const open = `\`\`\`\n${head}\n`;
  return { open, atoms: rows.map(row => `${row}\n`), close: '\n```', cut: '\n```', reopen: open };
}

function rowLine({ columns }: Table, [first = [], ...rest]: readonly Line[]): Line {
  const lead = first.map(piece => (typeof piece === 'string' ? { bold: piece } : piece));
  const label = (i: number): string => (columns[i + 1] ? `${columns[i + 1]}: ` : '');
  const isFilled = (cell: Line): boolean => cell.some(piece => piece !== '');
  return [...lead, ...rest.flatMap((cell, i): Line => (isFilled(cell) ? [` · ${label(i)}`, ...cell] : []))];
}

function tableGrids({ columns, rows }: Table, zone: Zone): Grid[] {
  const shown = (at: number, as: 'day' | 'moment'): string =>
    as === 'day' ? shownDay(at, zone) : shownMoment(at, zone);
  const cells = rows.map(row => columns.map((_, i) => codeText(plain(row[i] ?? [], shown))));
  const found = columns.length === 0 ? [] : grids(columns.map(codeText), cells, widestTable);
  const names = [...columns, ...cells.map(([name = '']) => name)];
  const short =
    names.every(name => shownWidth(name) <= longestName) &&
    cells.every(row => row.slice(1).every(cell => shownWidth(cell) <= shortCell));
  return short || (found.length === 1 && isUnwrapped(found)) ? found : [];
}

const isUnwrapped = (found: readonly Grid[]): boolean =>
  found.every(({ head, rows }) => ![head, ...rows].some(row => row.includes('\n')));

/** In a code block only three backticks mean something: a space without width keeps them apart. */
const codeText = (text: string): string =>
  visible(text)
    .replace(/\s+/g, ' ')
    .replace(/`(?=`)/g, '`\u200b')
    .trim();

/** More than a row of buttons is a select: several rows hide what they stand under. */
const mostButtons = limits.rowButtons;

/** Buttons, or what one is chosen of; what does not fit into a custom id is shown as what to type. */
function actionSections(actions: readonly Action[]): Section[] {
  const typed = actions.filter(action => !action.aloud && customId(action) === null);
  const lines = textSection(
    'actions',
    typed.map(action => run(atoms(typedLine(action)))),
  );
  const carried = [...new Map(actions.map(action => [customId(action), action])).entries()];
  const shown = carried.flatMap(([id, action]) => (id === null ? [] : [{ id, action }]));
  const controls = shown.length > mostButtons ? selects(shown) : shown.map(button);
  return controls.length > 0 ? [...lines, { type: 'controls', controls }] : lines;
}

interface Carried {
  readonly id: string;
  readonly action: Action;
}

const button = ({ id, action }: Carried): Control => ({
  ...{ type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: id },
  label: labelOf(action, limits.buttonLabel),
});

const selects = (all: readonly Carried[]): Control[] =>
  Array.from({ length: Math.ceil(all.length / limits.selectOptions) }, (_, i) => ({
    options: all.slice(i * limits.selectOptions, (i + 1) * limits.selectOptions).map(option),
  }));

const option = ({ id, action }: Carried): APISelectMenuOption => ({
  label: labelOf(action, limits.optionLabel),
  value: id,
});

const labelOf = ({ label, command }: Action, longest: number): string =>
  short(visible(label), longest) || `/${command}`;

function typedLine(action: Action): Line {
  const { label } = action;
  const line = actionLine(action);
  return label === line ? [{ code: line }] : [`${label}: `, { code: line }];
}
