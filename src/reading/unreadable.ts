const common = new Set(
  'the of to and in a that is was for on with as he it by at from his be are has have said they their but not this who will an'.split(
    ' ',
  ),
);

/** Why a text cannot be read, in words for an editor; null where it can. Looks at the first 20,000 characters. */
export function unreadable(text: string): string | null {
  const opening = text.slice(0, 20_000);
  if (opening.trim() === '') return 'no text';
  if (isBinary(opening)) return 'not text';
  const words = opening.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return 'no prose';
  if (words.length >= 25 && share(words, word => common.has(word)) < 0.12) return 'not English';
  return null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data from text.
const control = /[\u0000-\u0008\u000e-\u001f\ufffd]/g;

const isBinary = (text: string): boolean => (text.match(control)?.length ?? 0) > text.length / 50;

const share = (words: readonly string[], test: (word: string) => boolean): number =>
  words.filter(test).length / words.length;
