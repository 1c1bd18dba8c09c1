import type { Block, Inline, Line, Message } from '../core/message.ts';
import { shownDay, shownMoment } from '../core/time.ts';

/**
 * A message whose dates are written out in a language and in the message's zone, instead of as each reader's platform
 * shows them. Without a language it stays as it is.
 */
export function datedIn(message: Message, language: string | undefined): Message {
  if (language === undefined) return message;
  const { zone } = message;
  const piece = (each: Inline): Inline => {
    if (typeof each === 'string' || !('date' in each)) return each;
    return each.as === 'day' ? shownDay(each.date, zone, language) : shownMoment(each.date, zone, language);
  };
  const line = (each: Line): Line => each.map(piece);
  return { ...message, blocks: message.blocks.map(block => withLines(block, line)) };
}

function withLines(block: Block, line: (each: Line) => Line): Block {
  switch (block.type) {
    case 'text':
    case 'note':
      return { ...block, line: line(block.line) };
    case 'quote':
      return { ...block, by: line(block.by) };
    case 'fields':
      return { ...block, fields: block.fields.map(each => ({ ...each, value: line(each.value) })) };
    case 'list':
      return { ...block, items: block.items.map(line) };
    case 'table':
      return { ...block, rows: block.rows.map(row => row.map(line)) };
    case 'heading':
    case 'divider':
    case 'actions':
      return block;
  }
}
