import type { Inline, Line } from '../../core/message.ts';

/** Marks every place where words were left out or go on elsewhere. */
export const cutMark = ' […]';

/** Beyond these a link's words are shortened, and its address is left away: one atom must fit into any text. */
const longestLabel = 200;
const longestAddress = 1_500;
const longestBold = 250;
/** What has no space for so long (an address, Chinese prose) is not kept whole: it may be cut between its words. */
const longestRun = 1_000;
/** A word of such a run may be cut between characters where it is longer than this, a character where it is. */
const longestWord = 250;
const longestCharacter = 200;

/**
 * Text without what cannot be seen: control characters, broken surrogates, and the characters that turn the direction
 * of all that follows. Line ends become `\n`.
 */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

/**
 * Markdown that shows exactly these characters: the only place where text is escaped. `<` and `@` take every mention,
 * timestamp and custom emoji with them; `:` is escaped where it would begin an address or a named emoji; headings,
 * lists and quotes only begin a line. https://support.discord.com/hc/articles/210298617
 */
export function escaped(text: string): string {
  return visible(text)
    .replace(/[\\*_~`|<@[\]]|:(?=\/\/|[\w~+-]+:)/g, '\\$&')
    .replace(/^([^\S\n]*)([#>+-])/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])/gm, '$1\\$2');
}

/** A line as markdown, cut into what must stay whole: words with the space behind them, links, dates. */
export const atoms = (line: Line): string[] => joined(line).flatMap(inlineAtoms);

function inlineAtoms(piece: Inline): string[] {
  if (typeof piece === 'string') return words(escaped(piece));
  if ('bold' in piece) return boldAtoms(piece.bold);
  if ('code' in piece) return codeAtoms(piece.code);
  if ('link' in piece) return linkAtoms(piece.link, piece.href);
  return [`<t:${Math.floor(piece.date / 1_000)}:${piece.as === 'day' ? 'd' : 'f'}>`];
}

/** Neighbours of one kind made one: `**a****b**` would not show two bold words, and an address cut in two is one. */
function joined(line: Line): Inline[] {
  const out: Inline[] = [];
  for (const piece of line) {
    const last = out.pop();
    if (last === undefined) out.push(piece);
    else out.push(...joinedTwo(last, piece));
  }
  return out;
}

function joinedTwo(a: Inline, b: Inline): Inline[] {
  if (typeof a === 'string' && typeof b === 'string') return [a + b];
  if (typeof a === 'string' || typeof b === 'string') return [a, b];
  if ('bold' in a && 'bold' in b) return [{ bold: a.bold + b.bold }];
  if ('code' in a && 'code' in b) return [{ code: a.code + b.code }];
  return [a, b];
}

function boldAtoms(text: string): string[] {
  const shown = escaped(text);
  return shown.trim() === '' || shown.length > longestBold ? words(shown) : [`**${shown}**`];
}

/** Between backticks nothing can be escaped, so code that holds one is shown as text. */
function codeAtoms(text: string): string[] {
  const shown = visible(text).replaceAll('\n', ' ');
  const plain = shown.includes('`') || shown.trim() === '' || shown.length > longestBold;
  return plain ? words(escaped(shown)) : [`\`${shown}\``];
}

function linkAtoms(label: string, href: string): string[] {
  const address = linkAddress(href);
  if (!address) return words(escaped(label));
  const shown = fitted(words(escaped(label.replace(/\s+/g, ' '))), longestLabel, ' …');
  return [`[${shown || new URL(address).hostname}](${address})`];
}

/** An address that markdown takes whole, changed as little as possible; null for what is no web address. */
function linkAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const { protocol, href: normal } = new URL(href);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  const address = /^https?:\/\/[\x21-\x7e]+$/.test(href) ? href : normal;
  const encoded = address.replace(
    /[()[\]<>\\`]/g,
    each => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return encoded.length <= longestAddress ? encoded : null;
}

function words(markdown: string): string[] {
  const found = markdown.match(/\S+\s*|\s+/gu) ?? [];
  return found.flatMap(run => (run.length > longestRun ? partsOf(run) : [run]));
}

const wordsOf = new Intl.Segmenter('und', { granularity: 'word' });
const charactersOf = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What a run without spaces may be cut into: its words, or their characters where one is long. */
const partsOf = (run: string): string[] =>
  segments(run, wordsOf).flatMap(word => (word.length > longestWord ? charactersIn(word) : [word]));

const charactersIn = (word: string): string[] =>
  segments(word, charactersOf).flatMap(each => (each.length > longestCharacter ? [...each] : [each]));

/** The parts of a markdown text, each with the backslash that escapes it. */
function segments(markdown: string, by: Intl.Segmenter): string[] {
  const out: string[] = [];
  for (const { segment } of by.segment(markdown)) {
    const last = out.at(-1) ?? '';
    if (isEscaping(last)) out[out.length - 1] = last + segment;
    else out.push(segment);
  }
  return out;
}

/** Whether a text ends with a backslash that is not itself escaped. */
const isEscaping = (markdown: string): boolean => (/\\*$/.exec(markdown)?.[0].length ?? 0) % 2 === 1;

/** As many atoms as fit into `max`, with the mark of a cut where some do not. */
export function fitted(all: readonly string[], max: number, mark: string = cutMark): string {
  const whole = all.join('').trim();
  if (whole.length <= max) return whole;
  const room = max - mark.length;
  const shown = beginning(all, room);
  // Of what fits nowhere as a whole, the beginning is shown rather than nothing.
  const next = all[shown.length] ?? '';
  const parts = next.trimEnd().length > room ? partsOf(next) : [];
  return `${beginning([...shown, ...parts], room)
    .join('')
    .trim()}${mark}`.trim();
}

function beginning(all: readonly string[], room: number): string[] {
  let taken = '';
  const end = all.findIndex(atom => {
    taken += atom;
    return taken.trimEnd().length > room;
  });
  return end === -1 ? [...all] : all.slice(0, end);
}

/** A stretch of text that begins and ends in its own way, also where it goes on in another post. */
export interface Run {
  readonly open: string;
  readonly atoms: readonly string[];
  readonly close: string;
  /** What stands at the end of one post and at the beginning of the next where the run is too long for one. */
  readonly cut: string;
  readonly reopen: string;
}

export const wholeText = (runs: readonly Run[]): string => runs.map(wholeRun).join('\n');

const wholeRun = ({ open, atoms, close }: Run): string => open + atoms.join('').trimEnd() + close;

/** Runs as texts of at most `max`. A run that fits into one is not cut; every cut is marked on both sides. */
export function texts(runs: readonly Run[], max: number): string[] {
  const out: string[] = [];
  let text = '';
  for (const run of runs) {
    const longer = text === '' ? wholeRun(run) : `${text}\n${wholeRun(run)}`;
    if (longer.length <= max) {
      text = longer;
      continue;
    }
    if (text !== '') out.push(text);
    const parts = divided(run, max);
    text = parts.pop() ?? '';
    out.push(...parts);
  }
  return text === '' ? out : [...out, text];
}

/** One run as texts of at most `max`, cut between its atoms only. */
function divided(run: Run, max: number): string[] {
  const room = max - Math.max(run.cut.length, run.close.length);
  const out: string[] = [];
  let text = run.open;
  for (const atom of run.atoms) {
    const length = text.length + atom.length;
    if (length > room && (text + atom).trimEnd().length > room) {
      out.push(text.trimEnd() + run.cut);
      text = run.reopen;
    }
    text += atom;
  }
  return [...out, text.trimEnd() + run.close];
}
