/** A word or a mark of a statement, as phrases are compared with it. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** As written, without its apostrophe's part. */
  readonly text: string;
  /** Equal for the inflected forms of one word; the mark itself for a mark. */
  readonly stem: string;
  readonly kind: 'word' | 'stop' | 'break' | 'comma' | 'mark';
  /** "Moscow's" */
  readonly possessive: boolean;
  /** The second half of "US-backed". */
  readonly hyphened: boolean;
}

/** Stems of irregular forms, by the form in lower case. */
export type Forms = ReadonlyMap<string, string>;

const pieces =
  /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*['’]?|[.!?]+(?=["”’'»)\]]*(?:\s|$))|[;:—]|(?<![,\s])[”"»]\s+[“"«]|\s[–-]\s|,|%/gu;

/** The words and marks of a text, in order. Contractions are two words ("do", "not"); hyphens part words. */
export function wordsIn(text: string, forms: Forms): Word[] {
  const words: Word[] = [];
  const known = readBefore(forms);
  for (let at = 0; at < text.length; ) {
    if (text[at] === ' ' && !isDash(text[at + 1])) {
      at++;
      continue;
    }
    const [start, end] = pieceFrom(text, at);
    const hyphened = isHyphen(text[start - 1]);
    for (const { text: shown, stem, kind, possessive } of wordsOf(text.slice(start, end), forms, known))
      words.push({ start, end, text: shown, stem, kind, possessive, hyphened });
    at = end;
  }
  return words;
}

/** The next piece; what follows the last one is an empty piece at the end. */
function pieceFrom(text: string, at: number): readonly [start: number, end: number] {
  const end = plainEnd(text, at);
  if (end > at) return [at, end];
  pieces.lastIndex = at;
  const start = pieces.exec(text)?.index ?? text.length;
  return [start, Math.max(start, pieces.lastIndex)];
}

/** The end of a word of plain letters that a space or a plain mark ends: most words, found without the expression. */
function plainEnd(text: string, from: number): number {
  let at = from;
  while (isPlainLetter(text.charCodeAt(at))) at++;
  return at > from + 1 && (at === text.length || plainMarks.has(text[at] ?? '')) ? at : from;
}

const isPlainLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const plainMarks: ReadonlySet<string> = new Set(' \n,.:;?!-()"“”');

const isDash = (mark: string | undefined): boolean => mark === '-' || mark === '–';
const isHyphen = (mark: string | undefined): boolean => mark === '-' || mark === '‐' || mark === '‑';

/** A word wherever it stands. */
type Placeless = Omit<Word, 'start' | 'end' | 'hyphened'>;

type Known = Map<string, readonly Placeless[]>;

const read = new WeakMap<Forms, Known>();
const mostRead = 50_000;
// Longer pieces of a text are views of it in V8: a table of them would keep every text in memory.
const longestRead = 12;

/** What pieces were read as, with these forms. */
function readBefore(forms: Forms): Known {
  const known = read.get(forms) ?? new Map();
  read.set(forms, known);
  if (known.size >= mostRead) known.clear();
  return known;
}

function wordsOf(piece: string, forms: Forms, known: Known): readonly Placeless[] {
  if (piece === '') return [];
  const found = known.get(piece);
  if (found) return found;
  const words = wordsFrom(piece, forms);
  if (piece.length <= longestRead) known.set(piece, words);
  return words;
}

function wordsFrom(piece: string, forms: Forms): Placeless[] {
  const kind = kindOf(piece);
  if (kind !== 'word') return [{ text: piece, stem: piece.trim(), kind, possessive: false }];
  const [text, ending] = parted(piece);
  const possessive = ending === 's' || ending === '';
  const word: Placeless = { text, stem: stemOf(text, forms), kind, possessive };
  const second = contracted.get(ending ?? 's');
  if (second === undefined) return [word];
  return [word, { text: second, stem: stemOf(second, forms), kind, possessive: false }];
}

function kindOf(piece: string): Word['kind'] {
  if (/[”"»]\s+[“"«]$/.test(piece)) return 'break';
  if (/^[.!?]/.test(piece)) return 'stop';
  if (/^[;:—]$|^\s[–-]\s$/.test(piece)) return 'break';
  if (piece === ',') return 'comma';
  return piece === '%' ? 'mark' : 'word';
}

const contracted: ReadonlyMap<string, string> = new Map([
  ['t', 'not'],
  ['ll', 'will'],
  ['ve', 'have'],
  ['re', 'are'],
  ['m', 'am'],
  ['d', 'would'],
]);

const negated: ReadonlyMap<string, string> = new Map([
  ["can't", 'can'],
  ["won't", 'will'],
  ["shan't", 'shall'],
]);

/** What stands before and after an apostrophe; null after it where there is none. */
function parted(piece: string): [string, string | null] {
  const plain = piece.replaceAll('’', "'");
  if (plain.toLowerCase() === 'cannot') return ['can', 't'];
  const at = plain.lastIndexOf("'");
  if (at <= 0) return [plain, null];
  const ending = plain.slice(at + 1).toLowerCase();
  if (ending === 't') return [negated.get(plain.toLowerCase()) ?? plain.slice(0, at).replace(/n$/i, ''), 't'];
  if (ending === '' && !/s'$/i.test(plain)) return [plain.slice(0, at), null];
  return ending === 's' || ending === '' || contracted.has(ending)
    ? [plain.slice(0, at), ending]
    : [plain, null];
}

/** "US" is a country, "us" is we. */
const country = (word: string): string => (/^(US|U\.S\.A?\.?|USA)$/.test(word) ? 'u.s.' : word);

/**
 * The common part of a word's inflected forms, British and American spelling alike. It may join words that are strangers
 * and is only ever compared, never shown.
 */
export function stemOf(word: string, forms: Forms): string {
  const lower = country(word).normalize('NFKC').toLowerCase();
  return forms.get(lower) ?? forms.get(regular(lower)) ?? regular(lower);
}

export function regular(lower: string): string {
  if (/\p{Script=Cyrillic}/u.test(lower)) return cyrillic(lower);
  if (lower.length <= 3 || !/^[\p{Script=Latin}]+$/u.test(lower)) return lower;
  return spelled(uninflected(lower));
}

const slavicEnding =
  /(?:ами|ями|ого|ому|ыми|ими|ях|ах|ям|ам|ом|ем|ой|ий|ый|ая|ое|ые|ів|ов|ев|ою|ею|ия|ие|ии|ию|ня|ню|ння|а|я|о|е|і|и|ы|у|ю|ь|й)$/;

const cyrillic = (lower: string): string => (lower.length <= 4 ? lower : lower.replace(slavicEnding, ''));

function uninflected(word: string): string {
  if (/ie[sd]$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/[^s]s$/.test(word) && !/(?:us|is)$/.test(word)) return uninflected(word.slice(0, -1));
  if (/sses$/.test(word)) return word.slice(0, -2);
  if (/eed$/.test(word)) return word.replace(/(gr|nt|fr|cr)eed$/, '$1e');
  const root = /^(.{2,})(?:ing|ed)$/.exec(word)?.[1];
  if (!root || !/[aeiouy]/.test(root)) return undoubled(word).replace(silentE, '$1');
  const single = undoubled(root);
  return single === root ? `${root}e`.replace(silentE, '$1') : single;
}

/** The last "e" that an ending replaces; not of short words, where "note" and "noted" must not become "not". */
const silentE = /^(?![^aeiou]*[aeiou][^aeiouwxy]e$)(.{2,})e$/;

const undoubled = (root: string): string =>
  root.replace(/([bdgkmnprtvz])\1$/, '$1').replace(/^(.{4,}l)l$/, '$1');

const spelled = (stem: string): string =>
  stem
    .replace(/isation$/, 'ization')
    .replace(/^(.{3,})is$/, '$1iz')
    .replace(/^(.{3,})our$/, '$1or')
    .replace(/enc$/, 'ens');
