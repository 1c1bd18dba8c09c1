import type { types } from '@slack/bolt';
import { actionLine, commandLine } from '../../app/line.ts';
import type { Audience } from '../../core/desk.ts';
import { type Action, type Block, type Inline, type Line, type Message, plain } from '../../core/message.ts';
import type { Zone } from '../../core/time.ts';
import { limits } from './limits.ts';
import { typeable } from './reserved.ts';
import { dateFormat, grouped, type Piece, rich, richText, section, shownDate, size } from './rich.ts';
import { table, tableText } from './table.ts';
import { address, clipped, entities, escaped, inert, literal, marked } from './text.ts';

/** One Slack message. `text` is what notifications and screen readers get; people see the blocks. */
export interface Post {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
  /** Off: the fallback is plain text. The blocks say for themselves what they are. */
  readonly mrkdwn: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/**
 * A message as Slack messages, each within every limit; at least one. What feeds and people wrote goes into rich text
 * and plain_text, where Slack reads no markup at all; mrkdwn serves only the mention, whose effect is documented for it,
 * and small print, since a context block takes no rich text.
 */
export function posts(message: Message, audiences: readonly Audience[]): Post[] {
  const summary = literal(summaryOf(message)).trim() || 'Attaché';
  const blocks = message.blocks.flatMap(block => rendered(block, message.zone));
  const body = blocks.length > 0 ? blocks : text([summary], message.zone);
  const parts = packed([...mention(message.ping, audiences), ...body]);
  return parts.map((part, n) => post(part, summary, parts.length > 1 ? ` (${n + 1}/${parts.length})` : ''));
}

/** Where a message begins with its summary, the lines to type in it are as they work in Slack there too. */
function summaryOf({ summary, blocks, zone }: Message): string {
  const [first] = blocks;
  if (first?.type !== 'text' || plain(first.line, shownDate(zone)) !== summary) return summary;
  const here = first.line.map(piece =>
    typeof piece === 'object' && 'code' in piece ? typeable(piece.code) : piece,
  );
  return plain(here, shownDate(zone));
}

const post = (blocks: types.KnownBlock[], summary: string, place: string): Post => ({
  text: escaped(clipped(summary, limits.summary)) + place,
  blocks,
  mrkdwn: false,
  unfurl_links: false,
  unfurl_media: false,
});

/** One block of a message as Slack's. */
export function rendered(block: Block, zone: Zone): types.KnownBlock[] {
  switch (block.type) {
    case 'heading':
      return heading(block.text, zone);
    case 'text':
      return text(block.line, zone);
    case 'quote':
      return quote(block, zone);
    case 'fields':
      return text(lines(block.fields), zone);
    case 'list':
      return list(block.items, zone);
    case 'table':
      return table(block, zone);
    case 'note':
      return note(block.line, zone);
    case 'divider':
      return [{ type: 'divider' }];
    case 'actions':
      return buttons(block.actions, zone);
  }
}

function heading(words: string, zone: Zone): types.KnownBlock[] {
  const shown = literal(words).trim();
  if (shown === '') return [];
  if (shown.length > limits.header) return text([{ bold: shown }], zone);
  return [{ type: 'header', text: { type: 'plain_text', text: shown, emoji: false } }];
}

/** A line as rich text, in as many blocks as it fills. */
export const text = (line: Line, zone: Zone): types.KnownBlock[] =>
  grouped(rich(line, zone)).map(group => richText(section(group)));

/** One section with line breaks: how Slack sets two sections of a block apart is not documented. */
const lines = (fields: readonly { label: string; value: Line }[]): Line =>
  fields.flatMap(({ label, value }, n): Inline[] => [
    n > 0 ? '\n' : '',
    { bold: `${label}:` },
    ' ',
    ...value,
  ]);

function list(items: readonly Line[], zone: Zone): types.KnownBlock[] {
  const sections = items.flatMap(item => grouped(rich(item, zone)).map(section));
  return grouped(sections).map(elements => richText({ type: 'rich_text_list', style: 'bullet', elements }));
}

type Quote = Extract<Block, { type: 'quote' }>;

/** The words, cut with a mark where they are longer than one block takes, and who said them with their end. */
function quote({ kind, parts, by }: Quote, zone: Zone): types.KnownBlock[] {
  const words = marked(literal(spoken(kind, parts)), limits.text);
  const blocks = words.map((piece, n) => richText(quoted(n === 0 ? kindLabel[kind] : '', piece)));
  const [first, ...more] = by.length === 0 ? [] : grouped(rich(['— ', ...by], zone), limits.block / 4);
  const last = blocks.at(-1);
  if (!first) return blocks;
  if (!last || size(last) + size(first) > limits.block) return [...blocks, ...[first, ...more].map(byLine)];
  last.elements.push(section(first));
  return [...blocks, ...more.map(byLine)];
}

const byLine = (pieces: Piece[]): types.RichTextBlock => richText(section(pieces));

const spoken = (kind: Quote['kind'], parts: Quote['parts']): string =>
  parts.map(part => (kind === 'direct' ? `“${part.text}”` : part.text)).join(' … ');

const kindLabel: Readonly<Record<Quote['kind'], string>> = {
  direct: '',
  surroundings: '',
  mixed: 'partly quoted: ',
  indirect: 'paraphrase: ',
};

function quoted(kind: string, words: string): types.RichTextQuote {
  const labelled: Piece[] = kind === '' ? [] : [{ type: 'text', text: kind, style: { italic: true } }];
  return { type: 'rich_text_quote', elements: [...labelled, { type: 'text', text: words }] };
}

function note(line: Line, zone: Zone): types.KnownBlock[] {
  const small = line.map(piece => smallPrint(piece, zone)).join('');
  if (rich(line, zone).length === 0) return [];
  if (small.length > limits.context) return text(line, zone);
  return [{ type: 'context', elements: [{ type: 'mrkdwn', text: small, verbatim: true }] }];
}

function smallPrint(piece: Inline, zone: Zone): string {
  if (typeof piece === 'string') return inert(piece);
  if ('bold' in piece) return inert(piece.bold);
  if ('code' in piece) return inert(typeable(piece.code));
  if ('link' in piece) return smallLink(piece.link, piece.href);
  const fallback = shownDate(zone)(piece.date, piece.as);
  const timestamp = Math.floor(piece.date / 1_000);
  return timestamp < 0 ? fallback : `<!date^${timestamp}^${dateFormat[piece.as]}|${fallback}>`;
}

function smallLink(words: string, href: string): string {
  const url = address(href, limits.url);
  const shown = inert(words).replaceAll('|', '¦');
  return url && shown.trim() !== '' ? `<${entities(url)}|${shown}>` : shown;
}

/** Actions as buttons; what no button can carry becomes the line to type. */
function buttons(actions: readonly Action[], zone: Zone): types.KnownBlock[] {
  const carried = actions.map(button);
  const shown = carried.filter(each => each !== null);
  const typed = actions.filter(({ aloud }, n) => carried[n] === null && !aloud).map(typedInstead);
  const rows = Array.from({ length: Math.ceil(shown.length / limits.actions) }, (_, n) =>
    shown.slice(n * limits.actions, (n + 1) * limits.actions),
  ).flatMap(row => grouped(row));
  return [...rows.map((elements): types.KnownBlock => ({ type: 'actions', elements })), ...list(typed, zone)];
}

function button({ label, ...asked }: Action, n: number): types.Button | null {
  const value = JSON.stringify(asked).replaceAll('<', '\\u003c');
  if (value.length > limits.value) return null;
  const shown = clipped(literal(labelOf({ label, ...asked })).trim() || asked.command, limits.label);
  // `action_id` has to differ within a block; what a button does stands in its value alone.
  return {
    type: 'button',
    action_id: `run-${n}`,
    text: { type: 'plain_text', text: shown, emoji: false },
    value,
  };
}

/** A button that is labelled with its line has it as it works in Slack. */
const labelOf = ({ label, command, given }: Action): string =>
  label === commandLine(command, given) ? typeable(label) : label;

const typedInstead = (action: Action): Line => [`${labelOf(action)}: `, { code: actionLine(action) }];

/** The one place where somebody is mentioned: ids of the desk's own configuration, nothing that was read or typed. */
function mention(ping: readonly string[], audiences: readonly Audience[]): types.KnownBlock[] {
  const names = [...new Set(ping)].map(id =>
    called(
      audiences.find(audience => audience.id === id),
      id,
    ),
  );
  return grouped(names, limits.text).map(group => ({
    type: 'section',
    text: { type: 'mrkdwn', text: group.join(' '), verbatim: true },
  }));
}

function called(audience: Audience | undefined, id: string): string {
  const slack = audience?.slack ?? '';
  if (/^S[A-Z0-9]+$/.test(slack)) return `<!subteam^${slack}>`;
  if (/^[UW][A-Z0-9]+$/.test(slack)) return `<@${slack}>`;
  return inert(clipped(audience?.name ?? id, limits.label));
}

/** Blocks in as few messages as hold them, in order. */
function packed(blocks: readonly types.KnownBlock[]): types.KnownBlock[][] {
  const parts: types.KnownBlock[][] = [[]];
  for (const block of blocks) {
    const part = parts.at(-1) ?? [];
    if (fits([...part, block])) part.push(block);
    else parts.push([...part.splice(headingAt(part)), block]);
  }
  return parts;
}

/** One table a message: a second one is refused (`only_one_table_allowed`). */
const fits = (blocks: readonly types.KnownBlock[]): boolean =>
  blocks.length <= limits.blocks && weight(blocks) <= limits.message && blocks.filter(isTable).length <= 1;

const weight = (blocks: readonly types.KnownBlock[]): number =>
  blocks.reduce((total, block) => total + (isTable(block) ? tableText(block) : size(block)) + 1, 1);

const isTable = (block: types.KnownBlock): block is types.TableBlock => block.type === 'table';

/** Where the heading begins that would be left alone at the end of a message; the end where there is none. */
function headingAt(part: readonly types.KnownBlock[]): number {
  const at = part.findLastIndex(({ type }) => type === 'header');
  const tail = part.slice(at);
  const small = weight(tail) <= limits.message - limits.block && !tail.some(isTable);
  // Sections hold mentions alone, which say too little to be a message.
  const leavesSomething = part.slice(0, Math.max(0, at)).some(({ type }) => type !== 'section');
  return small && leavesSomething ? at : part.length;
}
