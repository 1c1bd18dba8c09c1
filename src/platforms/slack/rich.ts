import type { types } from '@slack/bolt';
import type { Inline, Line } from '../../core/message.ts';
import { type Instant, shownDay, shownMoment, type Zone } from '../../core/time.ts';
import { limits } from './limits.ts';
import { typeable } from './reserved.ts';
import { address, clipped, literal, pieces } from './text.ts';

export type Piece = types.RichTextElement;

/** How much of a message's room a value takes, but for a table. */
export const size = (value: unknown): number => JSON.stringify(value).length;

export const richText = (...elements: types.RichTextBlockElement[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements,
});

export const section = (elements: Piece[]): types.RichTextSection => ({
  type: 'rich_text_section',
  elements,
});

/** A date for readers without Slack's own rendering of it. */
export const shownDate =
  (zone: Zone) =>
  (at: Instant, as: 'day' | 'moment'): string =>
    as === 'day' ? shownDay(at, zone) : shownMoment(at, zone);

/** What Slack shows a date as, in the reader's own zone and habit (12 or 24 hours). */
export const dateFormat = { day: '{date_short}', moment: '{date_short}, {time}' } as const;

/** A line as rich text, each piece within the limits. Empty where the line says nothing. */
export function rich(line: Line, zone: Zone): Piece[] {
  const all = line.flatMap(inline => richInline(inline, zone));
  return all.some(piece => !('text' in piece) || (piece.text ?? '').trim() !== '') ? all : [];
}

function richInline(inline: Inline, zone: Zone): Piece[] {
  if (typeof inline === 'string') return text(inline);
  if ('bold' in inline) return text(inline.bold, { bold: true });
  if ('code' in inline) return text(typeable(inline.code), { code: true });
  if ('link' in inline) return link(inline.link, inline.href);
  const fallback = shownDate(zone)(inline.date, inline.as);
  const timestamp = Math.floor(inline.date / 1_000);
  // Slack's date tokens know no time before 1970.
  if (timestamp < 0) return text(fallback);
  return [{ type: 'date', timestamp, format: dateFormat[inline.as], fallback }];
}

const text = (words: string, style?: { bold?: true; code?: true }): Piece[] =>
  pieces(literal(words), limits.text).map(piece => ({
    type: 'text',
    text: piece,
    ...(style ? { style } : {}),
  }));

function link(label: string, href: string): Piece[] {
  const url = address(href, limits.url);
  const shown = clipped(literal(label), limits.link);
  if (!url || shown.trim() === '') return text(shown);
  return [{ type: 'link', url, text: shown }];
}

/** Consecutive items in groups that each fit one block; `weigh` says how much of the room an item takes. */
export function grouped<T>(
  items: readonly T[],
  room: number = limits.block / 2,
  weigh: (item: T) => number = size,
): T[][] {
  const groups: T[][] = [];
  let taken = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const cost = weigh(item) + 1;
    if (taken + cost > room) {
      groups.push([]);
      taken = 0;
    }
    groups.at(-1)?.push(item);
    taken += cost;
  }
  return groups;
}
