/**
 * The value of JSON that machines wrote badly: with bare control characters in strings, commas before a closing bracket,
 * or bytes after the end. Throws a SyntaxError for what is no JSON even so.
 */
export function jsonIn(text: string): unknown {
  try {
    return harmless(text);
  } catch {
    return harmless(tidied(text));
  }
}

/** Without the keys by which objects are told from each other: a feed with them would lose its items. */
const harmless = (text: string): unknown =>
  /__proto__|constructor|\\u00/i.test(text)
    ? JSON.parse(text, (key, value) => (key === '__proto__' || key === 'constructor' ? undefined : value))
    : JSON.parse(text);

function tidied(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : endOfString(text, quote);
    parts.push(text.slice(at, quote < 0 ? text.length : quote).replace(/,(?=\s*[\]}])|\0/g, ''));
    // A comma at the end of this part stands before a string, never before a bracket.
    if (quote >= 0) parts.push(text.slice(quote, end).replace(controls, escaped));
    at = end;
  }
  return parts.join('').trim();
}

function endOfString(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at++) {
    if (text[at] === '"') return at + 1;
    if (text[at] === '\\') at += 1;
  }
  return text.length;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings, feeds contain them
const controls = /[\0-\x1f]/g;

const escaped = (control: string): string => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
