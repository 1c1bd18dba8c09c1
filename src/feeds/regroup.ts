import { isItem } from './elements.ts';
import { depthLimit, endTags, nested, none } from './nesting.ts';
import type { Start } from './root.ts';
import { attribute, tags } from './tags.ts';

export interface Regrouped {
  readonly xml: string;
  /** The `xml:base` of an RSS channel, which no reader looks at. */
  readonly base: string | null;
}

interface Inside {
  /** The root's start tag. */
  readonly opening: string;
  readonly inside: string;
}

const wrappers: ReadonlyMap<string, string> = new Map([
  ['channel', '<rss version="2.0">'],
  ['entry', '<feed>'],
]);

/** What stands in the root, up to its end or the document's. A channel or an entry alone gets the root it lacks. */
function insideOf(xml: string, { tag: { name } }: Start): Inside | null {
  const wrapper = wrappers.get(name);
  let opening = wrapper ?? '';
  for (const { tag, open, ended } of nested(xml)) {
    if (open.length > depthLimit) return null;
    opening ||= xml.slice(0, tag.end);
    if (ended === null || open.length > 0) continue;
    return { opening, inside: wrapper ? xml.slice(0, tag.end) : xml.slice(opening.length, tag.start) };
  }
  return { opening, inside: wrapper ? xml : xml.slice(opening.length) };
}

/** Characters; half of it is more than any feed says of itself before it has items. */
const emptyLimit = 200_000;

/**
 * The feed as its format has it, from mended markup: what is said of the feed, then its items, wherever they stood.
 * Null where nested too deep.
 */
export function regrouped(xml: string, start: Start, itemLimit: number): Regrouped | null {
  const parts = insideOf(xml, start);
  if (!parts) return null;
  const { head, items } = itemsIn(parts.inside, start.root === 'atom' ? 'entry' : 'item', itemLimit);
  if (items === '' && head.length > emptyLimit) return null;
  const end = `</${/[^<>\s/]+/.exec(parts.opening)?.[0]}>`;
  if (start.root === 'atom') return { xml: parts.opening + head + items + end, base: null };
  const channel = tags(head).find(({ name, kind }) => name === 'channel' && kind === 'open');
  const said = `<${channel?.written ?? 'channel'}${channel?.attributes ?? ''}>${withoutChannelTags(head)}`;
  const close = `</${channel?.written ?? 'channel'}>`;
  const inner = start.root === 'rdf' ? said + close + items : said + items + close;
  return { xml: parts.opening + inner + end, base: channel ? attribute(channel, 'xml:base') : null };
}

function withoutChannelTags(head: string): string {
  const found = [...tags(head)].filter(({ name }) => name === 'channel');
  return found.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), head);
}

interface Items {
  /** All that is in no item. */
  readonly head: string;
  readonly items: string;
}

/** An item ends where the next begins, if not before. One that was cut off counts only where it is alone. */
function itemsIn(inside: string, itemName: string, itemLimit: number): Items {
  const head: string[] = [];
  const items: string[] = [];
  let item: { readonly start: number; readonly depth: number } | null = null;
  let from = 0;
  let last: readonly string[] = none;
  for (const { tag, open, ended } of nested(inside)) {
    last = open;
    if (tag.name !== itemName || !isItem(tag.name, tag.written) || (tag.kind !== 'open' && ended === null))
      continue;
    if (!item) head.push(inside.slice(from, tag.start));
    else if (tag.kind === 'close') items.push(inside.slice(item.start, tag.end));
    else
      items.push(inside.slice(item.start, tag.start) + endTags(open.slice(item.depth - 1, -1).toReversed()));
    if (items.length >= itemLimit) return { head: head.join(''), items: items.join('') };
    item = tag.kind === 'open' ? { start: tag.start, depth: open.length } : null;
    from = tag.end;
  }
  if (!item) head.push(inside.slice(from));
  else if (items.length === 0)
    items.push(inside.slice(item.start) + endTags(last.slice(item.depth - 1).toReversed()));
  return { head: head.join(''), items: items.join('') };
}
