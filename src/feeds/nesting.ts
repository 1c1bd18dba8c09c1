import { endsBefore } from './elements.ts';
import { type Tag, tags } from './tags.ts';

/** More than any feed or page needs, and few enough that no reader's recursion or search, cubic at worst, hurts. */
export const depthLimit = 150;

/** Whether elements stand deeper in each other than documents written for people have them. */
export function isTooDeep(html: string): boolean {
  return nested(html).some(({ open }) => open.length > depthLimit);
}

/** Written without end tag in HTML, which feeds hold unescaped at times. */
export const loose: ReadonlySet<string> = new Set(
  'br img hr wbr input area col param embed track p li dt dd option tr td th tbody thead tfoot'.split(' '),
);

export interface Nested {
  readonly tag: Tag;
  /** The name it is given, whatever is written. */
  readonly called: string;
  /** The elements that are open after the tag, from the outermost in, by the names they are given. */
  readonly open: readonly string[];
  /** The elements that the tag ends without saying so, from the innermost out. */
  readonly unsaid: readonly string[];
  /** The element that an end tag ends; null for other tags, and for what ends nothing. */
  readonly ended: string | null;
}

export type Naming = (tag: Tag, parent: string) => string;
export const asWritten: Naming = ({ written }) => written;
/** Readers make keys of objects out of names, and refuse a whole feed for these. */
const harmless = (name: string): string => name.replace(/^(?:__proto__|constructor|prototype)$/i, 'none');

export const none: readonly string[] = [];

export function* nested(markup: string, nameOf: Naming = asWritten): Generator<Nested> {
  const open: string[] = [];
  const written: string[] = [];
  for (const tag of tags(markup)) {
    const counts = tag.kind !== 'stray' && !loose.has(tag.name);
    let unsaid = none;
    if (counts && endsBefore(written.at(-1) ?? '', tag)) {
      unsaid = open.splice(-1);
      written.length = open.length;
    }
    const called = harmless(nameOf(tag, open.at(-1) ?? ''));
    if (counts && tag.kind === 'open') {
      open.push(called);
      written.push(tag.written.toLowerCase());
    }
    const at = counts && tag.kind === 'close' ? written.lastIndexOf(tag.written.toLowerCase()) : -1;
    const ended = open[at] ?? null;
    if (at >= 0) {
      unsaid = open.splice(at).slice(1).reverse();
      written.length = at;
    }
    yield { tag, called, open, unsaid, ended };
    if (open.length > depthLimit) return;
  }
}

export const endTags = (names: readonly string[]): string => names.map(name => `</${name}>`).join('');
