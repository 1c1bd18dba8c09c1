import type { SampleArticle } from './articles.ts';

/** Text as it stands in XML and HTML, in elements and in attributes with double quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The body of an article in markup that is HTML and XHTML at once. */
export function bodyMarkup({ passages }: SampleArticle): string {
  return passages
    .map(({ kind, text }) => (kind === 'heading' ? `<h2>${escaped(text)}</h2>` : `<p>${escaped(text)}</p>`))
    .join('\n');
}

/** A document in bytes. Characters that a page of single bytes does not have become numeric references. */
export function encoded(document: string, charset: string): Buffer {
  if (charset === 'utf-8') return Buffer.from(document, 'utf8');
  const bytes = codePage(charset);
  return Buffer.concat(
    [...document].map(character => {
      const byte = bytes.get(character);
      return byte === undefined
        ? Buffer.from(`&#${character.codePointAt(0)};`, 'latin1')
        : Buffer.from([byte]);
    }),
  );
}

function codePage(charset: string): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(charset);
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  return new Map(bytes.map(byte => [decoder.decode(Uint8Array.of(byte)), byte]));
}
