import { stripVTControlCharacters } from 'node:util';
import { actionLine } from '../../app/line.ts';
import { brokenWord, grids, shownWidth } from '../../core/grid.ts';
import { type Action, type Block, type Inline, type Line, type Message, plain } from '../../core/message.ts';
import { type Instant, shownDay, shownMoment, type Zone } from '../../core/time.ts';

export interface Look {
  readonly colour: boolean;
  /** Columns of the terminal; infinite where lines are not to be broken. */
  readonly width: number;
}

type Style = 'bold' | 'dim' | 'cyan' | 'yellow';

/** What begins a style, and what ends it and nothing else but the other of bold and dim. */
const codes: Readonly<Record<Style, readonly [on: string, off: string]>> = {
  bold: ['\u001b[1m', '\u001b[22m'],
  dim: ['\u001b[2m', '\u001b[22m'],
  cyan: ['\u001b[36m', '\u001b[39m'],
  yellow: ['\u001b[33m', '\u001b[39m'],
};
const longestLine = 100;
const shortestLine = 40;
/** From this many columns on a table may stand in from the edge. */
const roomy = 60;

type Quote = Extract<Block, { type: 'quote' }>;

interface Paper {
  readonly look: Look;
  readonly zone: Zone;
}

/** A message as text for a terminal, without a final line break. `audiences` are the names behind the pings. */
export function rendered(
  message: Message,
  look: Look,
  audiences: ReadonlyMap<string, string> = new Map(),
): string {
  const paper = { look, zone: message.zone };
  const pings = message.ping.map(id => `@${clean(audiences.get(id) ?? id)}`);
  const ping = pings.length > 0 ? [styled(pings.join(' '), 'yellow', look)] : [];
  return [...ping, ...message.blocks.map(block => renderedBlock(block, paper))].join('\n');
}

function renderedBlock(block: Block, paper: Paper): string {
  const { look } = paper;
  switch (block.type) {
    case 'heading':
      return `\n${wrapped(lineText([{ bold: block.text }], paper), '', look)}`;
    case 'text':
      return wrapped(lineText(block.line, paper), '', look);
    case 'quote':
      return quote(block, paper);
    case 'fields':
      return block.fields
        .map(({ label, value }) => hanging(`${clean(label)}: ${lineText(value, paper)}`, look))
        .join('\n');
    case 'list':
      return block.items.map(item => wrapped(lineText(item, paper), '  ', look, '• ')).join('\n');
    case 'table':
      return table(block.columns, block.rows, paper);
    case 'note':
      return wrapped(lineText(block.line, paper), '', look, '', 'dim');
    case 'divider':
      return styled('─'.repeat(Math.min(lineLength(look), longestLine)), 'dim', look);
    case 'actions':
      return block.actions
        .filter(({ aloud }) => !aloud)
        .map(action => typedInstead(action, look))
        .join('\n');
  }
}

/** A terminal has no buttons: what a button would ask, as a line to type. */
function typedInstead(action: Action, look: Look): string {
  const [line, label] = [clean(actionLine(action)), clean(action.label)];
  const what = line === label ? '' : styled(` (${label})`, 'dim', look);
  return `  ${styled('type', 'dim', look)} ${line}${what}`;
}

/** Marks around a speaker's own words, and a label on what is not. */
const dress: Readonly<Record<Quote['kind'], { open: string; close: string; label: string }>> = {
  direct: { open: '“', close: '”', label: '' },
  mixed: { open: '', close: '', label: 'partly quoted: ' },
  indirect: { open: '', close: '', label: 'paraphrase: ' },
  surroundings: { open: '', close: '', label: '' },
};

function quote({ kind, parts, by }: Quote, paper: Paper): string {
  const { open, close, label } = dress[kind];
  const words = parts.map(({ text }) => `${open}${clean(text).trim()}${close}`).join(' … ');
  const { look } = paper;
  return `${wrapped(label + words, '  │ ', look)}\n${wrapped(`— ${lineText(by, paper)}`, '    ', look, '', 'dim')}`;
}

function lineText(line: Line, paper: Paper): string {
  return line.map(piece => pieceText(piece, paper)).join('');
}

function pieceText(piece: Inline, { look, zone }: Paper): string {
  if (typeof piece === 'string') return clean(piece);
  if ('bold' in piece) return styled(clean(piece.bold), 'bold', look);
  if ('code' in piece) return styled(clean(piece.code), 'cyan', look);
  if ('link' in piece) return `${clean(piece.link)} <${clean(piece.href)}>`;
  return shownDate(piece.date, piece.as, zone);
}

const shownDate = (at: Instant, as: 'day' | 'moment', zone: Zone): string =>
  as === 'day' ? shownDay(at, zone) : shownMoment(at, zone);

/**
 * Text from feeds without what a terminal would obey: control characters and escape sequences, halves of
 * surrogate pairs, and the marks that turn the direction of writing so that a line reads differently from what it says.
 * Line breaks become spaces.
 */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\n\t\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** Word by word, so that a line may end anywhere between them; a style within another one gives way to it again. */
function styled(text: string, style: Style, { colour }: Look): string {
  const [on, off] = codes[style];
  const word = (each: string): string => (each === '' ? '' : on + each.replaceAll(off, off + on) + off);
  return colour ? text.split(' ').map(word).join(' ') : text;
}

/** The words of a line that look alike as one. */
const joined = (line: string): string =>
  Object.values(codes).reduce((text, [on, off]) => text.replaceAll(`${off} ${on}`, ' '), line);

const lineLength = ({ width }: Look): number =>
  width === Number.POSITIVE_INFINITY ? width : Math.max(shortestLine, Math.min(width, longestLine));

/** Columns of a text: what `styled` added does not count. */
const columns = (text: string): number => shownWidth(stripVTControlCharacters(text));

/** A label with its value, whose further lines stand under it. */
const hanging = (text: string, look: Look): string => wrapped(text, '    ', look).replace(/^ {4}/, '  ');

/** A word that no line holds is broken; an address is not, for whoever copies it. */
function fitting(word: string, room: number): string[] {
  if (columns(word) <= room || word.includes('://')) return [word];
  return brokenWord(stripVTControlCharacters(word), room);
}

function wrapped(text: string, indent: string, look: Look, bullet = '', style: Style | null = null): string {
  const room = lineLength(look) - columns(indent) - columns(bullet);
  const lines: string[] = [];
  let [line, width] = ['', 0];
  for (const word of text.split(' ').flatMap(each => fitting(each, room))) {
    const wide = columns(word);
    if (line !== '' && width + 1 + wide > room) {
      lines.push(line);
      [line, width] = [word, wide];
    } else [line, width] = line === '' ? [word, wide] : [`${line} ${word}`, width + 1 + wide];
  }
  const shown = [...lines, line].map(each => joined(style ? styled(each, style, look) : each));
  return shown.map((each, i) => indent + (i === 0 ? bullet : ' '.repeat(columns(bullet))) + each).join('\n');
}

function table(head: readonly string[], rows: readonly (readonly Line[])[], { look, zone }: Paper): string {
  const shown = (line: Line): string => clean(plain(line, (at, as) => shownDate(at, as, zone)));
  const cells = rows.map(row => row.map(shown));
  const indent = lineLength(look) < roomy ? '' : '  ';
  return grids(head.map(clean), cells, lineLength(look) - indent.length)
    .map(grid => [grid.head, ...grid.rows].join('\n').replace(/^(?!$)/gm, indent))
    .join('\n\n');
}
