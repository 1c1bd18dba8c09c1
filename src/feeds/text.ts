import { parseHTML } from 'linkedom';
import { isTooDeep } from './nesting.ts';

/** What we need of a DOM node. */
export interface DomNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
}

export interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  closest(selector: string): DomElement | null;
  remove(): void;
}

export interface DomDocument extends DomNode {
  readonly body: DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

/** Articles have hundreds of tags and character references, long pages thousands. What comes after these is cut off. */
const markLimit = 60_000;

/** The document in HTML of any quality, a fragment too. Markup that is nested senselessly deep is taken out. */
export function documentIn(html: string): DomDocument {
  const short = html.slice(0, endOfMarks(html));
  const sane = isTooDeep(short) ? short.replace(/<[^<>]*>/g, '\n') : short;
  const isWhole = /<body[\s>]/i.test(sane);
  return parseHTML(isWhole ? sane : `<!doctype html><html><head></head><body>${sane}</body></html>`).document;
}

function endOfMarks(html: string): number {
  let marks = 0;
  for (const { index } of html.matchAll(/[<&]/g)) if (++marks > markLimit) return index;
  return html.length;
}

const someTag = /<\/?[a-z][\w:-]*(?:\s[^<>]*)?\/?>/i;

/**
 * A feed's HTML (or plain text) as text, one paragraph a line: spaces made single, captions, scripts and forms left out.
 * HTML that was escaped once too often is read as HTML.
 */
export function textOf(html: string): string {
  const lines = someTag.test(html) ? linesOf(documentIn(html).body) : plainLines(html);
  const text = lines.join('\n');
  return !someTag.test(html) && someTag.test(text) ? linesOf(documentIn(text).body).join('\n') : text;
}

/** Without tags, empty lines part paragraphs whose lines are wrapped; where there are none, each line is one. */
function plainLines(text: string): string[] {
  const paragraphs = text.split(/\n\s*\n/);
  const parts = paragraphs.length > 1 ? paragraphs : text.split('\n');
  return parts.flatMap(part => linesOf(documentIn(part).body));
}

const left: ReadonlySet<string> = new Set(
  'script style noscript template svg math iframe object video audio form button select textarea nav figcaption head'.split(
    ' ',
  ),
);

const inline: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** The text under a node, a line for each block. Captions are not the article's words and are left out. */
export function linesOf(root: DomNode): string[] {
  const parts: string[] = [];
  for (const node of inOrder(root)) {
    if (node.nodeType === 3) parts.push((node.textContent ?? '').replace(/\s+/g, ' '));
    else if (node.nodeType === 1 && !inline.has(node.localName ?? '')) parts.push('\n');
  }
  return parts
    .join('')
    .split('\n')
    .map(tidy)
    .filter(line => line !== '');
}

/** Every node below `root` in order; elements once more where they end. Without recursion, whatever the depth. */
function* inOrder(root: DomNode): Generator<DomNode> {
  let node: DomNode | null = root.firstChild;
  while (node) {
    yield node;
    if (node.firstChild && !left.has(node.localName ?? '')) {
      node = node.firstChild;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode === root ? null : node.parentNode;
      if (node) yield node;
    }
    node = node?.nextSibling ?? null;
  }
}

/** Soft hyphens and zero-width marks would stand in the middle of quoted words. */
function tidy(line: string): string {
  return line
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
