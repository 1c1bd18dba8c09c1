/** A tag in XML or HTML as it was written, from `start` to `end`. */
interface Tag {
  readonly written: string;
  /** Without prefix, in small letters. */
  readonly name: string;
  /** One `<` or several that begin nothing are `stray`. */
  readonly kind: 'open' | 'close' | 'empty' | 'stray';
  readonly start: number;
  readonly end: number;
}

const tagForm = /<(\/?)([A-Za-z_][\w:.-]*)((?:[^<>"']|"[^<"]*"|'[^<']*')*)>/y;

/** All of "<<<<" but the last, which may begin a tag; that one where it does not. */
const strayForm = /<+(?=<)|</y;

/** The tags outside comments, CDATA, processing instructions and the DOCTYPE, in one pass whatever the text is. */
function* tags(text: string): Generator<Tag> {
  const missing = new Set<string>();
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const skipped = endOfAside(text, at, missing);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    tagForm.lastIndex = at;
    strayForm.lastIndex = at;
    const [whole = '', slash, written = '', rest = ''] = tagForm.exec(text) ?? strayForm.exec(text) ?? [];
    const kind = !written ? 'stray' : slash ? 'close' : rest.endsWith('/') ? 'empty' : 'open';
    yield { written, name: localName(written), kind, start: at, end: at + whole.length };
    at += whole.length;
  }
}

const localName = (written: string): string => written.slice(written.indexOf(':') + 1).toLowerCase();

const asides = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/**
 * Where the comment or the like that begins at `at` ends; null where none begins, or where it never ends: then it is
 * text like any other. `missing` holds the ends that are not found from here on, so as not to look for them again.
 */
function endOfAside(text: string, at: number, missing: Set<string>): number | null {
  for (const [opening, closing] of asides) {
    if (!text.startsWith(opening, at)) continue;
    const end = missing.has(closing) ? -1 : text.indexOf(closing, at + opening.length);
    if (end >= 0) return end + closing.length;
    missing.add(closing);
    return null;
  }
  return text.startsWith('<!', at) ? endOfDoctype(text, at) : null;
}

/** A DOCTYPE may hold declarations in brackets; they are skipped, so no entity is ever defined or expanded. */
function endOfDoctype(text: string, at: number): number {
  const close = text.indexOf('>', at);
  const bracket = text.indexOf('[', at);
  if (close < 0) return text.length;
  if (bracket < 0 || bracket > close) return close + 1;
  const end = /\]\s*>/g;
  end.lastIndex = bracket;
  return end.exec(text) ? end.lastIndex : text.length;
}

export type Root = 'rss' | 'rdf' | 'atom' | 'html';

const roots: ReadonlyMap<string, Root> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
  ['html', 'html'],
  ['head', 'html'],
  ['body', 'html'],
]);

/** More than any feed or page needs, and few enough that no reader's recursion or search, cubic at worst, hurts. */
const depthLimit = 150;

/** Whether elements stand deeper in each other than documents written for people have them. */
export function isTooDeep(html: string): boolean {
  return nested(html).some(({ open }) => open.length > depthLimit);
}

export interface FeedMarkup {
  readonly root: Exclude<Root, 'html'>;
  /** The document from its root to the root's end, mended, with at most the items asked for. */
  readonly xml: string;
}

/**
 * What may be handed to a reader of feeds. Junk before and after the document, the DOCTYPE and control characters are
 * left out; so is an item that was cut off, unless it is the only one. A "<" that begins no tag is escaped, an end tag
 * gets the capitals of its start tag. `html` for a web page; null for what is neither, or is nested deeper than feeds
 * are.
 */
export function feedMarkup(text: string, itemLimit: number): FeedMarkup | 'html' | null {
  const start = rootOf(text);
  if (start === null) return null;
  const { root, name, at } = start;
  if (root === 'html') return 'html';
  const xml = closed(spelled(withoutBrokenTag(text.slice(at))), itemLimit)?.replace(controls, '');
  if (!xml) return null;
  return { root, xml: name === 'channel' ? `<rss version="2.0">${xml}</rss>` : xml };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, feeds contain them
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

interface Start {
  readonly root: Root;
  readonly name: string;
  readonly at: number;
}

function rootOf(text: string): Start | null {
  for (const { name, kind, start } of tags(text)) {
    const root = roots.get(name);
    if (root && kind === 'open') return { root, name, at: start };
  }
  return null;
}

const itemStart = /<(?:[\w.-]+:)?(?:item|entry)[\s>]/gi;

/**
 * The parts of a feed, each as a document of its own: what stands before the items, then every item. Where one of them
 * is spoilt (a comment without end, a broken end tag) the others can still be read.
 */
export function feedParts(text: string, itemLimit: number): readonly string[] {
  const start = rootOf(text);
  if (!start) return [];
  const root =
    text.slice(start.at, text.indexOf('>', start.at) + 1) + (start.name === 'rss' ? '<channel>' : '');
  const bounds = [
    ...text
      .matchAll(itemStart)
      .map(({ index }) => index)
      .take(itemLimit + 1),
  ];
  const items = bounds.slice(0, itemLimit).map((from, n) => root + text.slice(from, bounds[n + 1]));
  return [text.slice(start.at, bounds[0]), ...items];
}

/** Written without end tag in HTML, which feeds hold unescaped at times. */
const loose: ReadonlySet<string> = new Set(
  'br img hr wbr input area col param embed track p li dt dd option tr td th tbody thead tfoot'.split(' '),
);

interface Nested {
  readonly tag: Tag;
  /** The elements that are open after the tag, from the outermost in. */
  readonly open: readonly string[];
  /** How the element that an end tag ends was written; null for other tags, and for what ends nothing. */
  readonly ended: string | null;
}

function* nested(markup: string): Generator<Nested> {
  const open: string[] = [];
  for (const tag of tags(markup)) {
    const counts = !loose.has(tag.name);
    if (counts && tag.kind === 'open') open.push(tag.written);
    const at =
      counts && tag.kind === 'close' ? open.findLastIndex(each => isSameName(each, tag.written)) : -1;
    const ended = open[at] ?? null;
    if (at >= 0) open.length = at;
    yield { tag, open, ended };
    if (open.length > depthLimit) return;
  }
}

const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Escapes each "<" that begins no tag, and gives end tags the capitals of their start tags. */
function spelled(xml: string): string {
  const parts: string[] = [];
  let from = 0;
  const replace = ({ start, end }: Tag, by: string) => {
    parts.push(xml.slice(from, start), by);
    from = end;
  };
  for (const { tag, ended } of nested(xml)) {
    if (tag.kind === 'stray') replace(tag, '&lt;'.repeat(tag.end - tag.start));
    if (ended !== null && ended !== tag.written) replace(tag, `</${ended}>`);
  }
  return parts.join('') + xml.slice(from);
}

/** Ends the document after its root or its last whole item, with the end tags that are missing. Null where too deep. */
function closed(xml: string, itemLimit: number): string | null {
  let items = 0;
  let cut = { end: xml.length, open: [] as readonly string[] };
  for (const { tag, open, ended } of nested(xml)) {
    if (open.length > depthLimit) return null;
    if (ended !== null && open.length === 0) return xml.slice(0, tag.end);
    const endsItem = ended !== null && (tag.name === 'item' || tag.name === 'entry');
    if (endsItem) cut = { end: tag.end, open: [...open] };
    else if (items === 0) cut = { end: xml.length, open };
    if (endsItem && ++items >= itemLimit) break;
  }
  return (
    xml.slice(0, cut.end) +
    cut.open
      .toReversed()
      .map(name => `</${name}>`)
      .join('')
  );
}

function withoutBrokenTag(xml: string): string {
  const last = xml.lastIndexOf('<');
  return xml.indexOf('>', last) < 0 ? xml.slice(0, last) : xml;
}
