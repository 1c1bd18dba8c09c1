/** A tag in XML or HTML as it was written, from `start` to `end`. */
export interface Tag {
  readonly written: string;
  /** Without prefix, in small letters. */
  readonly name: string;
  /** One `<` or several that begin nothing are `stray`. */
  readonly kind: 'open' | 'close' | 'empty' | 'stray';
  /** What stands between the name and the bracket. */
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
}

/** A value may hold brackets; one that reaches past the start of a field has lost its end. */
const value = (quote: string): string =>
  `${quote}(?:[^<${quote}]|<(?!/?(?:item|entry|title|link|description|guid|pubDate)\\b))*${quote}`;

/**
 * No tag of 100,000 characters outside its values is one. Each character can be read in one way only: where there are
 * two, a tag of many values that never ends takes forever.
 */
const tagForm = new RegExp(
  `<(/?)([A-Za-z_][\\w:.-]*)((?:[^<>"']|${value('"')}|${value("'")}){0,100000})>`,
  'y',
);

/** All of "<<<<" but the last, which may begin a tag; that one where it does not. */
const strayForm = /<+(?=<)|</y;

/** The tags outside comments, CDATA, processing instructions and the DOCTYPE, in one pass whatever the text is. */
export function* tags(text: string): Generator<Tag> {
  const missing = new Set<string>();
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const skipped = endOfAside(text, at, missing);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    tagForm.lastIndex = at;
    strayForm.lastIndex = at;
    const [whole = '', slash, written = '', attributes = ''] =
      tagForm.exec(text) ?? strayForm.exec(text) ?? [];
    const kind = !written ? 'stray' : slash ? 'close' : attributes.endsWith('/') ? 'empty' : 'open';
    yield { written, name: localName(written), kind, attributes, start: at, end: at + whole.length };
    at += whole.length;
  }
}

export const localName = (written: string): string => written.slice(written.indexOf(':') + 1).toLowerCase();

/** The value of an attribute as it was written, null where the tag has none of that name. */
export function attribute({ attributes }: Tag, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'/]+))`, 'i').exec(
    attributes,
  );
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
}

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
