import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** A universal part of speech, such as `VERB` or `PROPN`. */
export type Pos = string;

/** A word or mark, with its place in the text that was given. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly pos: Pos;
}

/** The model's words. The tokenizer adds to them those it meets. */
interface Lexemes {
  hash: Record<string, number>;
  readonly list: string[];
  readonly intrinsicSize: number;
  index: number;
}

type Core = { readonly features: { readonly lexeme: Lexemes } };
type Nlp = ReturnType<typeof taggerOn>;

/** The model takes a third of a second and 80 MB: it is opened with the first text, not with the program. */
let opened: { readonly core: Core; readonly lexeme: Lexemes; nlp: Nlp } | null = null;
let forgotten = 0;
const mostForgotten = 20_000;

function tagger() {
  if (opened) return opened;
  const core = (model.core as () => Core)();
  const { lexeme } = core.features;
  // Added words are kept apart, so that forgetting them leaves the table of the model's own as it is.
  lexeme.hash = Object.create(lexeme.hash);
  opened = { core, lexeme, nlp: taggerOn(core) };
  return opened;
}

/** wink-nlp with only what finds words and their parts of speech. */
function taggerOn(core: Core) {
  const none = () => ({ machines: [], transformers: [], setter: null });
  const idle = () => ({ machines: ['[100,0,{"0":{}},{},{},{}]'], setter: null });
  const parts = {
    core: () => core,
    featureFn,
    sbd: none,
    ner: none,
    metaCER: none,
    negation: idle,
    sa: idle,
  };
  return winkNLP({ ...model, ...parts }, ['pos']);
}

/** Of a new word's features the tagger asks for the part of speech alone. */
function featureFn(config: unknown): Record<string, unknown> {
  const known = (model.featureFn as (config: unknown) => Record<string, unknown>)(config);
  const [nothing, no] = [() => '', () => 0];
  return { ...known, shape: nothing, prefix: nothing, suffix: nothing, lutCase: no, isAbbrev: no };
}

/**
 * A word that the tokenizer has met whole ("Roe’s," it leaves whole) it never parts again. So that a text's tokens do not
 * depend on the texts before it, and memory does not grow with them, the words it has added are taken away again.
 */
function forget(): void {
  const own = tagger();
  const { lexeme } = own;
  const { hash, list, intrinsicSize } = lexeme;
  for (let at = intrinsicSize + forgotten; at < list.length; at++) delete hash[list[at] ?? ''];
  forgotten = list.length - intrinsicSize;
  if (forgotten < mostForgotten) return;
  list.length = intrinsicSize;
  lexeme.index = intrinsicSize;
  forgotten = 0;
  own.nlp = taggerOn(own.core);
}

// The tokenizer splits a run without white space again and again, in time that grows with the square of its length, and its
// tables hold a limited number of tokens. So it gets pieces of some thousand characters, and never a run that is no word.
const pieceLength = 4000;
const longestRun = 120;

/**
 * The tokens of a text, in order, with exact places, to which `offset` is added. White space gives no token, nor does a run
 * too long to be a word.
 */
export function tokens(text: string, offset = 0): Token[] {
  const found: Token[] = [];
  for (const { start, words } of pieces(text)) {
    forget();
    tagInto(found, words, offset + start);
  }
  return found;
}

interface Piece {
  readonly start: number;
  readonly words: string;
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (end > start) found.push({ start, words: text.slice(start, end) });
  };
  for (const { index, 0: run } of text.matchAll(/\S+/g)) {
    const after = index + run.length;
    if (run.length > longestRun) {
      close(index);
      start = after;
    } else if (after - start > pieceLength) {
      close(after);
      start = after;
    }
  }
  close(text.length);
  return found;
}

function tagInto(found: Token[], text: string, offset: number): void {
  const { nlp } = tagger();
  const read = nlp.readDoc(text).tokens();
  const words: string[] = read.out(nlp.its.value);
  const tags: string[] = read.out(nlp.its.pos);
  let at = 0;
  for (const [index, word] of words.entries()) {
    if (word.trim() === '') continue;
    const start = text.indexOf(word, at);
    if (start < 0) continue;
    at = start + word.length;
    const token = {
      start: offset + start,
      end: offset + at,
      text: word,
      lower: word.toLowerCase(),
      pos: tags[index] ?? 'X',
    };
    const last = found.at(-1);
    if (last && isCut(last, token)) found[found.length - 1] = mended(last, token);
    else found.push(token);
  }
}

/** The tokenizer cuts words at letters beyond Latin-1: "Erdo", "ğ", "an". */
function isCut(last: Token, next: Token): boolean {
  if (last.end !== next.start) return false;
  const [before = '', after = ''] = [last.text.at(-1), next.text[0]];
  return (before > 'ÿ' || after > 'ÿ') && letter.test(before) && letter.test(after);
}

const letter = /[\p{L}\p{M}]/u;

function mended(last: Token, next: Token): Token {
  const text = last.text + next.text;
  const longer = last.text.length >= next.text.length ? last : next;
  const pos = /^\p{Lu}/u.test(text) ? 'PROPN' : longer.pos;
  return { start: last.start, end: next.end, text, lower: text.toLowerCase(), pos };
}
