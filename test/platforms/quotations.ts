import type { Block, Message } from '../../src/core/message.ts';
import type { Post as DiscordPost } from '../../src/platforms/discord/render.ts';
import type { Post as SlackPost } from '../../src/platforms/slack/render.ts';

type Quote = Extract<Block, { type: 'quote' }>;

/** One quotation as a reader sees it: its pieces in order, without the marks of a cut and the label of its kind. */
export type Shown = readonly string[];

/** The words that a message quotes, a text for each quotation, with the marks around direct speech. */
export const quoted = ({ blocks }: Message): string[] =>
  blocks
    .filter((block): block is Quote => block.type === 'quote')
    .map(({ kind, parts }) => parts.map(({ text }) => (kind === 'direct' ? `“${text}”` : text)).join(' … '));

/** Without what no platform shows: control characters but line breaks, halves of pairs, marks that turn the direction. */
export const visible = (text: string): string =>
  text.toWellFormed().replace(/(?!\s)\p{Cc}|[\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/gu, '');

export const solid = (text: string): string => visible(text).replace(/\s/g, '');

const label = /^(?:partly quoted|paraphrase):\s/;
const [again, goesOn] = [/^\[…\]\s/, /\s\[…\]$/];

/** Joins what goes on, piece by piece; what is not marked as cut stands for itself. */
function joined(pieces: readonly string[]): Shown[] {
  const out: string[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const words = piece.replace(goesOn, '').replace(isOpen ? again : '', '');
    if (isOpen) out.at(-1)?.push(words);
    else out.push([words]);
    isOpen = goesOn.test(piece);
  }
  return out;
}

export function slackQuotations(posts: readonly SlackPost[]): Shown[] {
  const pieces = posts
    .flatMap(({ blocks }) => blocks)
    .flatMap(block => (block.type === 'rich_text' ? block.elements : []))
    .filter(({ type }) => type === 'rich_text_quote')
    .map(({ elements }) =>
      elements.map(piece => ('text' in piece && typeof piece.text === 'string' ? piece.text : '')).join(''),
    );
  return joined(pieces.map(piece => piece.replace(label, '')));
}

const unescaped = (markdown: string): string => markdown.replace(/\\([\\*_~`|<@[\]:#>+\-.)])/g, '$1');

export function discordQuotations(posts: readonly DiscordPost[]): Shown[] {
  const pieces = posts
    .flatMap(({ embeds = [] }) => embeds.map(({ description = '' }) => description))
    .flatMap(description => description.match(/^> .*(?:\n> .*)*/gm) ?? [])
    .map(quote => unescaped(quote.replace(/^> /gm, '').replace(/^\*([a-z ]+:)\* /, '$1 ')));
  return joined(pieces.map(piece => piece.replace(label, '')));
}

export const terminalQuotations = (text: string): Shown[] =>
  (text.match(/^ {2}│ .*(?:\n {2}│ .*)*/gm) ?? []).map(quote => [
    quote.replace(/^ {2}│ /gm, '').replace(label, ''),
  ]);

const wordsOf = new Intl.Segmenter('und', { granularity: 'word' });
const graphemesOf = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * What is wrong with the places where a quotation was cut: a cut stands between two words, in a script without spaces
 * between two words of it, and within what is longer than `longest` between two characters as a reader sees them.
 */
export function badCuts(said: string, shown: Shown, longest: number): string[] {
  const text = visible(said);
  const faults: string[] = [];
  let units = 0;
  for (const piece of shown.slice(0, -1)) {
    units += solid(piece).length;
    const at = placeAfter(text, units);
    if (/\s/.test(text[at] ?? ' ')) continue;
    const run = /\S*$/.exec(text.slice(0, at))?.[0].length ?? 0;
    const rest = /^\S*/.exec(text.slice(at))?.[0].length ?? 0;
    const word = wordsOf.segment(text).containing(at);
    const isInWord = word?.index !== at && (word?.segment.length ?? 0) <= longest;
    const around = `${text.slice(Math.max(0, at - 20), at)}|${text.slice(at, at + 20)}`;
    if (graphemesOf.segment(text).containing(at)?.index !== at) faults.push(`in a character: ${around}`);
    else if (run + rest <= longest) faults.push(`in what has no space: ${around}`);
    else if (isInWord) faults.push(`in a word: ${around}`);
  }
  return faults;
}

/** The place in a text behind so many units that are no space. */
function placeAfter(text: string, units: number): number {
  let at = 0;
  for (let seen = 0; seen < units && at < text.length; at++) if (!/\s/.test(text[at] ?? '')) seen += 1;
  return at;
}
