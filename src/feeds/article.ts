import { Readability } from '@mozilla/readability';
import type { Instant } from '../core/time.ts';
import { type Barrier, barrierOf } from './barrier.ts';
import { articleLines } from './boilerplate.ts';
import { dateIn } from './dates.ts';
import { plainTitle } from './draft.ts';
import { type Metadata, metadataIn } from './metadata.ts';
import { type DomDocument, type DomElement, type DomNode, documentIn, linesOf, textOf } from './text.ts';

export interface PageArticle {
  /** `''` where the page has none. */
  readonly title: string;
  /** One paragraph a line, without the headline; empty where the page holds no article. */
  readonly text: string;
  readonly published: Instant | null;
  readonly author: string | null;
  /** What keeps the article from whoever has not paid or agreed; `text` is empty then. */
  readonly barrier: Barrier | null;
}

/**
 * The article in a page: its text by Readability; its date and author from JSON-LD, then from meta elements, the date
 * at last from the address (`/2025/11/27/`).
 */
export function articleIn(html: string, url: string): PageArticle {
  const document = documentIn(html);
  const metadata = metadataIn(document);
  const headings = [...document.querySelectorAll('h1')].map(heading => linesOf(heading).join(' '));
  const pageTitle = document.querySelector('title')?.textContent ?? '';
  const words = `${pageTitle}\n${document.body.textContent ?? ''}`.slice(0, 20_000);
  const printed = printedDate(document);
  const captions = withoutAsides(document);
  const { title, lines, byline } = readable(document);
  const headline = withoutOutlet(plainTitle(title ?? metadata.headline ?? pageTitle), headings);
  const own = articleLines(bestLines(lines, metadata), [headline, ...captions]);
  const text = own.some(isSentence) ? own.join('\n') : '';
  const barrier = barrierOf(words, text, metadata.isFree);
  return {
    title: headline,
    text: barrier ? '' : text,
    published: metadata.published ?? printed ?? dateInAddress(url),
    author: metadata.author ?? byline,
    barrier,
  };
}

/** Lists of links and menus have none; headings have no end. */
const isSentence = (line: string): boolean => line.length > 20 && /[.!?…]["”»’)]*$/.test(line);

/** The date that stands below the headline, for readers. */
function printedDate(document: DomDocument): Instant | null {
  const found = [...document.querySelectorAll('h1, time, [class*="date"], [class*="publish"]')];
  const below = found.slice(found.findIndex(({ localName }) => localName === 'h1') + 1).slice(0, 4);
  const words = below.map(element => (element.textContent ?? '').trim()).filter(each => each.length <= 60);
  return words.map(dateIn).find(date => date !== null) ?? null;
}

/** Characters; longer elements are no asides, whatever their class says. */
const asideLength = 600;

const asides =
  'figcaption, [class*="caption"], [class*="newsletter"], [class*="pullquote"], [class*="pull-quote"], amp-ad';

/** Takes captions, repeated quotations, invitations and tables of figures out of the document; gives their words. */
function withoutAsides(document: DomDocument): string[] {
  const found = [...document.querySelectorAll(asides)].filter(isAside);
  const tables = [...document.querySelectorAll('th')]
    .map(cell => cell.closest('table'))
    .filter(table => table !== null);
  const words = found.flatMap(linesOf);
  for (const element of [...found, ...tables]) element.remove();
  return words;
}

const isAside = (element: DomElement): boolean =>
  (element.textContent ?? '').length <= asideLength && element.querySelector('h1') === null;

/** Titles of pages end in the outlet's name; the heading that they begin with does not. */
function withoutOutlet(title: string, headings: readonly string[]): string {
  const begins = (heading: string): boolean =>
    heading !== '' && title.toLowerCase().startsWith(heading.toLowerCase());
  return headings.find(begins) ?? title;
}

function dateInAddress(url: string): Instant | null {
  const found = /\/(20\d{2})[/-](\d{2})[/-](\d{2})(?=[/-])/.exec(url);
  return found && dateIn(found.slice(1).join('-'));
}

/** The `attache article` line of a page: `published` is ISO 8601 or null. */
export function articleDocument(doc: string, html: string, url: string) {
  const { title, text, published, author, barrier } = articleIn(html, url);
  return {
    doc,
    title,
    text,
    published: published === null ? null : new Date(published).toISOString(),
    author,
    ...(barrier && { barrier }),
  };
}

interface Readable {
  readonly title: string | null;
  readonly lines: readonly string[];
  readonly byline: string | null;
}

/** Readability compares every element with its surroundings: a page of 20,000 takes it seconds. */
const elementLimit = 15_000;

/** Changes the document. A page too large for Readability gives its paragraphs as they stand. */
function readable(document: DomDocument): Readable {
  try {
    const reader = new Readability<DomNode>(document, {
      maxElemsToParse: elementLimit,
      serializer: node => node,
    });
    const { title, content, byline } = reader.parse() ?? {};
    return {
      title: title?.trim() || null,
      lines: content ? linesOf(content) : [],
      byline: cleanByline(byline),
    };
  } catch {
    return { title: null, lines: [...document.querySelectorAll('p')].flatMap(linesOf), byline: null };
  }
}

const cleanByline = (byline: string | null | undefined): string | null => {
  const name = byline
    ?.replace(/\s+/g, ' ')
    .replace(/^\s*(?:written )?by\s+/i, '')
    .trim();
  return name && name.length <= 100 ? name : null;
};

/** Pages that draw their text by script give it in JSON-LD. Elsewhere that copy has lost its paragraphs. */
function bestLines(lines: readonly string[], { body }: Metadata): readonly string[] {
  const size = lines.reduce((sum, line) => sum + line.length, 0);
  return body && body.length > size * 2 ? textOf(body).split('\n') : lines;
}
