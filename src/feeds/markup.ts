import { fieldName, isItem, linkElement } from './elements.ts';
import { asWritten, endTags, loose, type Naming, type Nested, nested } from './nesting.ts';
import { type Regrouped, regrouped } from './regroup.ts';
import { type Root, rootOf, type Start } from './root.ts';
import { localName } from './tags.ts';

/** The document from its root to the root's end, mended, with at most the items asked for. */
export interface FeedMarkup extends Regrouped {
  readonly root: Exclude<Root, 'html'>;
}

/**
 * What may be handed to a reader of feeds. Junk before and after the document, the DOCTYPE and control characters are
 * left out; so is an item that was cut off, unless it is the only one. A "<" that begins no tag is escaped, an end tag
 * gets the capitals of its start tag, what is missing of end tags is put in, items stand where items belong. `html` for
 * a web page; null for what is neither, or is nested deeper than feeds are.
 */
export function feedMarkup(text: string, itemLimit: number): FeedMarkup | 'html' | null {
  const document = withUsualCdata(text);
  const start = rootOf(document);
  if (start === null) return null;
  const { root, tag } = start;
  if (root === 'html') return 'html';
  const xml = withoutBrokenTag(document.slice(tag.start)).replace(controls, '');
  const whole = regrouped(mended(withUsualReferences(xml), start, itemLimit), start, itemLimit);
  return whole && { root, ...whole };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, feeds contain them
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** "<!CDATA[" and "<![CDATA [" for "<![CDATA["; and one without an end, or whose end is another item's, is none. */
function withUsualCdata(text: string): string {
  const spelled = text.replace(/<!\[?CDATA ?\[/gi, '<![CDATA[');
  if (!spelled.includes('<![CDATA[')) return spelled;
  const [first = '', ...others] = spelled.split('<![CDATA[');
  const isOpen = (part: string): boolean =>
    !part.includes(']]>') && (part === others.at(-1) || itemEnd.test(part));
  return first + others.map(part => (isOpen(part) ? part : `<![CDATA[${part}`)).join('');
}

const itemEnd = /<\/(?:item|entry)>/i;

/** References to the control characters of windows-1252 mean its punctuation (HTML says so), others mean nothing. */
function withUsualReferences(xml: string): string {
  return xml.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (whole, hex, decimal) => {
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    if (point >= 0x80 && point <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(point));
    return point > 0 && point < 32 && ![9, 10, 13].includes(point) ? '' : whole;
  });
}

const itemStart = /<(?:[\w.-]+:)?(?:item|entry)[\s>]/gi;

/**
 * The parts of a feed, each as a document of its own: what stands before the items, then every item. Where one of them
 * is spoilt (a comment without end, a broken end tag) the others can still be read.
 */
export function feedParts(text: string, itemLimit: number): readonly string[] {
  const start = rootOf(text);
  if (!start) return [];
  const { tag } = start;
  const root = text.slice(tag.start, tag.end) + (tag.name === 'rss' ? '<channel>' : '');
  const bounds = [
    ...text
      .matchAll(itemStart)
      .map(({ index }) => index)
      .take(itemLimit + 1),
  ];
  const items = bounds.slice(0, itemLimit).map((from, n) => root + text.slice(from, bounds[n + 1]));
  return [text.slice(tag.start, bounds[0]), ...items];
}

/** Escapes each "<" that begins no tag, says what was left unsaid, and calls elements by the names readers know. */
function mended(xml: string, start: Start, itemLimit: number): string {
  const parts: string[] = [];
  let from = 0;
  let items = 0;
  for (const each of nested(xml, namingOf(start))) {
    const { tag } = each;
    if (tag.kind === 'open' && isItem(tag.name, tag.written)) items += 1;
    if (items > itemLimit) return parts.join('') + xml.slice(from, tag.start);
    const before = xml.slice(tag.start, tag.end);
    const after = endTags(each.unsaid) + mendedTag(each, before, start.root);
    if (after === before) continue;
    parts.push(xml.slice(from, tag.start), after);
    from = tag.end;
  }
  return parts.join('') + xml.slice(from);
}

/** No reader expects a prefix at the elements of RSS or of HTML in it; where the root has one, they all have. */
function namingOf({ root, tag }: Start): Naming {
  if (root !== 'rss') return asWritten;
  const html = /xmlns:([\w.-]+)\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/.exec(tag.attributes)?.[1];
  const own = tag.written.includes(':') ? tag.written.slice(0, tag.written.indexOf(':')) : undefined;
  return ({ written }, parent) => {
    const [prefix, name] = written.split(':', 2);
    const plain = name && (prefix === own || prefix === html) ? name : written;
    return isItem(localName(parent), parent) ? fieldName(plain) : plain.replace(/^(?:item|channel)$/i, small);
  };
}

const small = (name: string): string => name.toLowerCase();

function mendedTag({ tag, called, ended }: Nested, before: string, root: Root): string {
  switch (tag.kind) {
    case 'stray':
      return '&lt;'.repeat(before.length);
    case 'close':
      return ended === null && !loose.has(tag.name) ? '' : `</${ended ?? called}>`;
    case 'empty':
      if (root === 'rss' && called.toLowerCase() === 'link') return linkElement(tag);
      return `<${called}${withoutBrackets(tag.attributes.slice(0, -1))}/>`;
    case 'open':
      return `<${called}${withoutBrackets(tag.attributes)}>`;
  }
}

/** No element needs more; some readers take seconds for what is longer. */
const attributesLimit = 20_000;

const withoutBrackets = (attributes: string): string =>
  attributes.length > attributesLimit ? '' : attributes.replaceAll('<', '&lt;');

function withoutBrokenTag(xml: string): string {
  const last = xml.lastIndexOf('<');
  return xml.indexOf('>', last) < 0 ? xml.slice(0, last) : xml;
}
