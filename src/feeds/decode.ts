import { isUtf8 } from 'node:buffer';

/**
 * The text of a feed or page. What the bytes themselves prove goes before what is said about them: a byte order mark,
 * the zeros of UTF-16 and UTF-32, strictly valid UTF-8; then the `charset` of the header, the XML or meta declaration,
 * and a guess between the Cyrillic code pages and windows-1252. Bytes that mean nothing become U+FFFD.
 */
export function decoded(bytes: Uint8Array, contentType: string | null): string {
  const wide = wideEncoding(bytes);
  if (wide) return wideText(bytes, wide);
  const label = isUtf8(bytes) ? 'utf-8' : (declaredEncoding(bytes, contentType) ?? guessedEncoding(bytes));
  return new TextDecoder(label).decode(bytes);
}

type Wide = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** By the byte order mark, else by where the zeros stand around the first `<` or `{`. */
function wideEncoding(bytes: Uint8Array): Wide | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d !== 0))) return 'utf-32be';
  if (b === 0 && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b !== 0 && c === 0) return 'utf-16be';
  if (a !== 0 && b === 0 && d === 0) return 'utf-16le';
  return null;
}

function wideText(bytes: Uint8Array, encoding: Wide): string {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new TextDecoder(encoding).decode(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const points: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, encoding === 'utf-32le');
    points.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd');
  }
  return points.join('').replace(/^\ufeff/, '');
}

/**
 * Servers add iso-8859-1 to everything by default, so a document that names another encoding is believed before that.
 * A UTF-8 label on bytes that are not strictly so stands where most of them are: one cut character spoils no page.
 */
function declaredEncoding(bytes: Uint8Array, contentType: string | null): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const header = known(/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1]);
  const inside = known(declarations.exec(head)?.[1]);
  const label = header === 'windows-1252' ? (inside ?? header) : (header ?? inside);
  return label === 'utf-8' && !isMostlyUtf8(bytes) ? null : label;
}

const declarations = /<(?:\?xml|meta)\s[^<>]*?(?:encoding|charset)\s*=\s*["']?\s*([\w.:-]+)/i;

/** The standard name of a label, null for what does not exist or cannot be where a declaration was read byte by byte. */
function known(label: string | undefined): string | null {
  try {
    const { encoding } = new TextDecoder(label ?? '');
    return encoding.startsWith('utf-16') ? null : encoding;
  } catch {
    return null;
  }
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return whole > broken / 2;
}

const cyrillicPages = ['windows-1251', 'koi8-u', 'ibm866'] as const;

/**
 * In Western text bytes above 0x7f stand alone among ASCII letters, in Cyrillic they come in runs. Of the Cyrillic
 * pages the right one gives the most small letters: koi8 read as windows-1251 turns them into capitals.
 */
function guessedEncoding(bytes: Uint8Array): string {
  const sample = new TextDecoder('latin1').decode(bytes.subarray(0, 100_000));
  const high = sample.match(highBytes)?.length ?? 0;
  const inRuns = (sample.match(highRuns) ?? []).join('').length;
  if (inRuns * 2 < high) return 'windows-1252';
  const likely = cyrillicPages.map(page => ({ page, score: smallCyrillic(bytes, page) }));
  return likely.reduce((best, next) => (next.score > best.score ? next : best)).page;
}

const highBytes = /[\u0080-\uffff]/g;
const highRuns = /[\u0080-\uffff]{3,}/g;

function smallCyrillic(bytes: Uint8Array, page: string): number {
  const text = new TextDecoder(page).decode(bytes.subarray(0, 100_000));
  return text.match(/[а-яёіїєґ]/g)?.length ?? 0;
}
