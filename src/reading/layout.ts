import type { Cues } from '../core/cues.ts';
import type { Layer, Span } from '../core/statement.ts';

/** A line of the text that is read. Lines of boilerplate are not among them. */
export interface Line extends Span {
  readonly layer: Layer;
  /** Its place among all lines of the text, empty ones included. */
  readonly number: number;
}

interface RawLine extends Span {
  readonly number: number;
  readonly text: string;
  readonly words: number;
}

// A longer line is no paragraph of an article but data, or an attack.
const longestParagraph = 100_000;

/**
 * The lines to read, in order: headlines, subheadings and summary points as headings, the rest as body. Repeated lines,
 * bylines, dates, captions and a site's own words are left out. The lexicon says which words those are.
 */
export function layout(text: string, { boilerplate, months }: Pick<Cues, 'boilerplate' | 'months'>): Line[] {
  const raw = rawLines(text);
  const isDate = dateTest(months);
  const isBoilerplate = boilerplateTest(boilerplate);
  const seen = new Set<string>();
  let body = false;
  const lines: Line[] = [];
  for (const line of raw) {
    if (line.text.length > longestParagraph) continue;
    const key = folded(line.text);
    const repeated = seen.has(key) && line.words > 2;
    seen.add(key);
    if (repeated || isBoilerplate(line.text)) continue;
    const layer: Layer | null = isDate(line.text) ? null : layerOf(line, lines.length === 0, body);
    body ||= layer === 'body';
    if (layer !== null) lines.push({ start: line.start, end: line.end, layer, number: line.number });
  }
  return lines;
}

function rawLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  let number = 0;
  for (const { index, 0: whole } of text.matchAll(/[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|$)/g)) {
    const shown = whole.trim();
    const start = index + (whole.length - whole.trimStart().length);
    if (shown !== '')
      lines.push({ start, end: start + shown.length, text: shown, number, words: wordCount(shown) });
    number++;
  }
  return lines;
}

const wordCount = (text: string): number => text.match(/\S+/g)?.length ?? 0;

const folded = (text: string): string =>
  withoutStops(text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"'));

/** From the end, as an expression would try every run of white space on the way. */
function withoutStops(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.!?…]/.test(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

const closing = /[.?!…:;,][”"’'»)\]]*$|[”"»]$/;
/** A headline has none: the first line of a text without headline is its first sentence. */
const fullStop = /\p{Ll}\.[”"’'»)\]]*$/u;
/** A sentence that ends before the line does, at a word too long to be an abbreviation. */
const endsInside = /\p{Ll}{4}[.!?][”"]?\s/u;
const signed = /^[“"«”].{20,}[”"»]\s*[—–―]\s*\p{Lu}/u;
const point = /^[-–•*·▪●]\s+/;

/** `first`: nothing was kept before it; `body`: a line of body was. */
function layerOf({ text, words }: RawLine, first: boolean, body: boolean): Layer | null {
  if (words < 3 && !/[“"«„]/.test(text) && !/[.:]$/.test(text)) return null;
  if (isByline(text)) return null;
  if (point.test(text) && !body) return 'heading';
  if (isUpperCase(text) && words <= 20) return 'heading';
  const isProse = /[.!?]\s+\p{Lu}/u.test(text) || endsInside.test(text) || fullStop.test(text);
  if (first && words <= 30 && !isProse && !/^[“"«]/.test(text)) return 'heading';
  // A heading may end in quoted words; a paragraph that does has its stop before the mark.
  if (/[^.?!…,][”"»]$/.test(text) && !/^[“"«]/.test(text) && words <= 14) return 'heading';
  if (closing.test(text) || signed.test(text)) return 'body';
  return words <= 18 && !endsInside.test(text) ? 'heading' : 'body';
}

function isUpperCase(text: string): boolean {
  if (/[a-z]/.test(text)) return false;
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length > 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

/** Whether a date, time or counter stands alone on its line. */
function dateTest(months: readonly string[]): (text: string) => boolean {
  const dateWords = new RegExp(`\\b(?:${months.join('|')})[a-z]*\\.?\\b|\\b(?:19|20)\\d\\d\\b`, 'i');
  return text =>
    text.length <= 60 &&
    /\d/.test(text) &&
    wordCount(text) <= 8 &&
    (dateWords.test(text) || /^[\d\s:.,/-]+$/.test(text)) &&
    !/[a-z]{3,} [a-z]{3,} [a-z]{3,}/.test(text);
}

function isByline(text: string): boolean {
  return (
    text.length < 90 &&
    /^by [A-Z\p{Lu}]/iu.test(text) &&
    !/[.!?]$/.test(text) &&
    !/ (?:the|a|to|with) /i.test(text)
  );
}

function boilerplateTest(phrases: readonly string[]): (text: string) => boolean {
  const whole = new Set(phrases.filter(phrase => !phrase.endsWith('…')));
  const openings = phrases.filter(phrase => phrase.endsWith('…')).map(phrase => phrase.slice(0, -1));
  return text => {
    const key = folded(text).slice(0, 200);
    if (whole.has(key)) return true;
    const opened = openings.find(opening => key.startsWith(opening) && !isLetterAt(key, opening.length));
    return (
      opened !== undefined &&
      (key.length < opened.length + 40 || opened.includes(' ') || /[:©(]/.test(opened)) &&
      !/^\W*[“"]/.test(text)
    );
  };
}

const isLetterAt = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? '');
