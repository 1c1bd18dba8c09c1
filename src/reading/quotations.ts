/** A stretch in quotation marks within one line. Only the outermost marks count; what they hold may have marks of its own. */
export interface Quotation {
  /** With its marks, where they are there. */
  readonly start: number;
  readonly end: number;
  /** Between the marks. */
  readonly inner: { readonly start: number; readonly end: number };
  /** False where the line ends first, or a second opening mark comes before a closing one. */
  readonly closed: boolean;
  /** Single marks quote speech only in headings and in some outlets' body text. */
  readonly mark: 'double' | 'single';
}

type Side = 'open' | 'close';

interface Open {
  readonly start: number;
  readonly inner: number;
  readonly mark: 'double' | 'single';
  /** The character that opened, which decides what closes. */
  readonly by: string;
}

/** The quotations of one line, in order, not overlapping. Linear in the line's length. `offset` is added to all places. */
export function quotations(line: string, offset: number): Quotation[] {
  const found: Quotation[] = [];
  if (!anyMark.test(line)) return found;
  let known: Int32Array | null = null;
  const closers = (at: number): number => {
    known ??= singleClosers(line);
    return known[at] ?? -1;
  };
  let open: Open | null = null;
  const end = (last: Open, innerEnd: number, after: number, closed: boolean): void => {
    if (innerEnd <= last.inner) return;
    const inner = { start: offset + last.inner, end: offset + innerEnd };
    found.push({ start: offset + last.start, end: offset + after, inner, closed, mark: last.mark });
  };
  for (let at = nextMark(line, 0); at < line.length; at = nextMark(line, at + 1)) {
    const width: number = open?.by === "''" && line.startsWith("'''", at) ? 1 : markWidth(line, at);
    if (width === 0) continue;
    const by = line.slice(at, at + width);
    const mark = singleMarks.has(by) ? 'single' : 'double';
    const after = at + width;
    const side: Side | null =
      mark === 'single' ? singleSide(line, at, open, closers) : doubleSide(line, at, after, by, open);
    if (side === 'close' && open !== null && open.mark === mark) {
      end(open, at, after, true);
      open = null;
    } else if (side === 'open' && open === null) {
      open = { start: at, inner: after, mark, by };
    } else if (side === 'open' && open !== null && mark === 'double') {
      end(open, trimmedEnd(line, at), at, false);
      open = { start: at, inner: after, mark, by };
    }
    at = after - 1;
  }
  if (open !== null) end(open, trimmedEnd(line, line.length), trimmedEnd(line, line.length), false);
  return found;
}

const singleMarks = new Set(["'", '‘', '’', '‚', '‹', '›']);
const doubleMarks = new Set(['"', '“', '”', '„', '‟', '«', '»', '＂']);

const anyMark = /["'`“”„‟«»＂‘’‚‹›]/;
const everyMark = new RegExp(anyMark, 'g');

function nextMark(line: string, from: number): number {
  everyMark.lastIndex = from;
  return everyMark.test(line) ? everyMark.lastIndex - 1 : line.length;
}

function markWidth(line: string, at: number): number {
  const first = line[at] ?? '';
  if ((first === "'" || first === '`' || first === '’' || first === '‘') && line[at + 1] === first) return 2;
  return doubleMarks.has(first) || singleMarks.has(first) ? 1 : 0;
}

const isSpace = (text: string | undefined): boolean => text === undefined || /\s/u.test(text);
const isLetter = (text: string | undefined): boolean => text !== undefined && /[\p{L}\p{N}]/u.test(text);
const beforeOpening = (text: string | undefined): boolean =>
  isSpace(text) || /[([{—–\-:/“"]/u.test(text ?? '');

function doubleSide(line: string, at: number, after: number, by: string, open: Open | null): Side | null {
  const previous = line[at - 1];
  const next = line[after];
  switch (by) {
    case '„':
    case '‟':
    case '``':
    case '‘‘':
      return 'open';
    case '“':
      // Some outlets close with the opening mark.
      if (open?.by === '„') return 'close';
      return open !== null && !isSpace(previous) && !isLetter(next) ? 'close' : 'open';
    case '”':
      return open === null && beforeOpening(previous) && isLetter(next) ? 'open' : 'close';
    case '«':
      return open?.by === '»' ? 'close' : 'open';
    case '»':
      return open === null && beforeOpening(previous) && !isSpace(next) ? 'open' : 'close';
    case '’’':
      return 'close';
    default: // straight marks say nothing by themselves
      if (open === null) return isSpace(next) ? null : 'open';
      return isSpace(previous) && !isSpace(next) ? 'open' : 'close';
  }
}

/**
 * A single mark is an apostrophe inside a word ("don't"), at its start ("'em") or after a plural ("ministers'"). It opens
 * where white space precedes, a letter follows and a mark that can close comes later in the line.
 */
function singleSide(
  line: string,
  at: number,
  open: Open | null,
  closers: (at: number) => number,
): Side | null {
  const by = line[at];
  const previous = line[at - 1];
  const next = line[at + 1];
  if (open !== null) {
    if (open.mark !== 'single' || isLetter(next) || isSpace(previous)) return null;
    const plural = previous === 's' && next === ' ' && isLetter(line[at + 2]) && closers(at + 1) >= 0;
    return plural ? null : 'close';
  }
  if (by === '’' || by === '›') return null;
  if (
    !beforeOpening(previous) ||
    isSpace(next) ||
    /^'?(?:em|til|tis|twas|cause|n|\d0s)\b/i.test(line.slice(at + 1, at + 8))
  )
    return null;
  return closers(at + 1) >= 0 ? 'open' : null;
}

/** For each place, where the next mark stands that can close a single quotation before another opens; -1 for none. */
function singleClosers(line: string): Int32Array {
  const next = new Int32Array(line.length + 2).fill(-1);
  for (let at = line.length - 1; at >= 0; at--) {
    const here = line[at];
    const closing =
      (here === "'" || here === '’' || here === '›') &&
      !isSpace(line[at - 1]) &&
      at > 0 &&
      !isLetter(line[at + 1]);
    next[at] = here === '‘' || here === '‹' ? -1 : closing ? at : (next[at + 1] ?? -1);
  }
  return next;
}

function trimmedEnd(line: string, end: number): number {
  let at = end;
  while (at > 0 && isSpace(line[at - 1])) at--;
  return at;
}
