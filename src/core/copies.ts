import type { Article, ArticleId } from './article.ts';
import { hour, type Period } from './time.ts';

/*
 * Agencies' articles run in many outlets, with another headline, a paragraph less, a "subscribe" more. Measured on
 * syndicated copies against other articles on the same event: runs of a few words in common are .65 and more of the
 * shorter text in copies, .02 in articles on the same event, .14 at most in strangers.
 */

/** Words in a run. */
const run = 5;
const enough = 0.5;
/** Shorter texts are often little more than the quotation that all outlets carry: nobody's copy. */
const shortest = 80;
const longest = 20_000;
const apart = 72 * hour;

/** The runs of words of a text, each as a number of 32 bits. */
export function runsOf(text: string): ReadonlySet<number> {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, longest).map(hashed);
  const runs = new Set<number>();
  for (let i = 0; i + run <= words.length; i++) runs.add(mixed(words.slice(i, i + run)));
  return runs;
}

/** FNV-1a. */
function hashed(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** One number for several in their order, whose bits are all worth the same (the end of MurmurHash3). */
function mixed(hashes: readonly number[]): number {
  let mix = 0;
  for (const hash of hashes) mix = Math.imul(mix, 31) + hash;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

const marks = 32;

/**
 * The smallest of a text's runs: two texts that share many runs share some of these, so an index over them finds the
 * few articles that are worth comparing. Empty for a text that is too short to be anybody's copy.
 */
export function sketch(text: string): readonly number[] {
  const runs = runsOf(text);
  return runs.size < shortest ? [] : [...runs].sort((a, b) => a - b).slice(0, marks);
}

/** How much of the shorter of two texts stands in the other, from 0 to 1. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const each of small) if (large.has(each)) shared += 1;
  return shared / small.size;
}

const dated = ({ published, fetched }: Article): number => published ?? fetched;

/** When the articles appeared that this one may be a copy of. */
export const periodOfCopies = (article: Article): Period => ({
  from: dated(article) - apart,
  until: dated(article) + apart,
});

/** Of articles kept before, the one whose text this is; where that is itself a copy, the one it is a copy of. */
export function originalOf(article: Article, candidates: readonly Article[]): ArticleId | null {
  const runs = runsOf(article.snapshot.text);
  if (runs.size < shortest) return null;
  const original = candidates.find(({ snapshot }) => {
    const theirs = runsOf(snapshot.text);
    return theirs.size >= shortest && containment(runs, theirs) >= enough;
  });
  return original ? (original.copyOf ?? original.id) : null;
}
