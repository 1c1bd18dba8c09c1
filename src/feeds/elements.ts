import { attribute, localName, type Tag } from './tags.ts';

/** Elements of RSS that hold nothing but text: another field's start is their end, whether it was written or not. */
const leaves: ReadonlySet<string> = new Set('title link guid pubdate comments category'.split(' '));

const fields: ReadonlySet<string> = new Set(
  'title link guid pubdate comments category description author enclosure source encoded creator item entry id updated published summary content'.split(
    ' ',
  ),
);

export const endsBefore = (open: string, next: Tag): boolean =>
  leaves.has(open.toLowerCase()) && fields.has(next.name) && next.kind !== 'close';

export const isItem = (name: string, written: string): boolean =>
  (name === 'item' || name === 'entry') && !/^content:/i.test(written);

/** What readers of RSS know under another name, or in other capitals alone. */
const names: ReadonlyMap<string, string> = new Map([
  ['pubdate', 'pubDate'],
  ['published', 'dc:date'],
  ['date', 'dc:date'],
  ['creator', 'dc:creator'],
  ['dc:author', 'dc:creator'],
  ['encoded', 'content:encoded'],
  ['body', 'content:encoded'],
  ['xhtml:body', 'content:encoded'],
  ['turbo:content', 'content:encoded'],
]);

const plainNames: ReadonlySet<string> = new Set(
  'title link description guid author comments category enclosure source item channel'.split(' '),
);

/** The whole text, as Yandex, Rambler and their like ask outlets for it, under whatever prefix. */
const fullTexts: ReadonlySet<string> = new Set(['full-text', 'fulltext', 'fullitem']);

/** The name that a reader of RSS knows for an element that stands directly in an item. */
export function fieldName(written: string): string {
  if (fullTexts.has(localName(written))) return 'content:encoded';
  const small = written.toLowerCase();
  return names.get(small) ?? (plainNames.has(small) ? small : written);
}

/** RSS has the address between the tags; written as in Atom or HTML it is put there, an empty link is left out. */
export function linkElement(tag: Tag): string {
  const address = attribute(tag, 'href');
  return address ? `<link>${address}</link>` : '';
}
