import type { Stance, StanceOn, Statement } from './statement.ts';
import { day, hour } from './time.ts';
import { type Days, dayOf } from './utterance-told.ts';
import { type Sense, senses } from './utterance-words.ts';

/** A statement as it is compared with others of its speaker. */
export interface Rendering {
  readonly statement: Statement;
  /** Its place among all renderings of the speaker, in the order of time. */
  readonly order: number;
  /** Its place among the statements of its article, headings left out. */
  readonly place: number;
  /** Weights by sense. */
  readonly weights: ReadonlyMap<string, number>;
  readonly norm: number;
  /** Senses that are negated somewhere, and those of them that stand nowhere without a negation. */
  readonly negated: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  /** When it can have been said. */
  readonly days: Days;
  /** Whether the text names the day. */
  readonly dated: boolean;
  /** Whether it leans on the statement before: "it is unacceptable". */
  readonly leans: boolean;
}

/** What of a rendering follows from the statement alone. */
type Wording = Omit<Rendering, 'order' | 'place'>;

/** The news of the day is put together again with every answer: each statement's words are weighed once. */
const weighed = new WeakMap<Statement, Wording>();

export function rendering(statement: Statement, order: number, place: number): Rendering {
  const wording = weighed.get(statement) ?? wordingOf(statement);
  weighed.set(statement, wording);
  return { ...wording, order, place };
}

function wordingOf(statement: Statement): Wording {
  const { told, stems, at } = statement;
  const today = dayOf(at);
  const found = senses(stems);
  const weights = weightsOf(found);
  const negated = setOf(found.filter(sense => sense.negated).map(({ name }) => name));
  return {
    statement,
    weights,
    norm: normOf(weights),
    negated,
    denied: negated.size === 0 ? none : deniedOf(found, negated),
    figures: setOf(told?.figures ?? stems.filter(isFigure)),
    names: setOf(told?.names),
    places: setOf(told?.places),
    to: setOf(told?.to),
    days: told?.days ?? { first: today - 2, last: today },
    dated: (told?.days ?? null) !== null,
    leans: /^(?:it|this|that|they|these)$/.test(stems[0] ?? ''),
  };
}

/** Most renderings have no figures, places or negations: they share one set. Thousands are compared at a time. */
const none: ReadonlySet<string> = new Set();

const setOf = (list: readonly string[] = []): ReadonlySet<string> =>
  list.length === 0 ? none : new Set(list);

function weightsOf(found: readonly Sense[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { name, weight } of found) weights.set(name, weight);
  return weights;
}

function normOf(weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

function deniedOf(found: readonly Sense[], negated: ReadonlySet<string>): ReadonlySet<string> {
  const denied = new Set(negated);
  for (const { name, negated: isNegated } of found) if (!isNegated) denied.delete(name);
  return denied;
}

const counting = new Set(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety hundred thousand million billion half third quarter dozen'.split(
    ' ',
  ),
);

const isFigure = (stem: string): boolean => /\d/.test(stem) || counting.has(stem);

/** Where no day is named, reports of one occasion appear within this time; the slow ones must bring nearly its words. */
const [longest, usual] = [2 * day, 30 * hour];

/** Whether both can have been said on one occasion. A day that is named decides; nothing is reported before it is said. */
export function sameDay(a: Rendering, b: Rendering): boolean {
  if (!a.dated && !b.dated) return Math.abs(a.statement.at - b.statement.at) <= longest;
  return a.days.first <= b.days.last && b.days.first <= a.days.last;
}

const isSlow = (a: Rendering, b: Rendering): boolean =>
  !(a.dated && b.dated) && Math.abs(a.statement.at - b.statement.at) > usual;

/** How alike the words are, 0 to 1. */
export function wordsAlike(a: Rendering, b: Rendering): number {
  let shared = 0;
  for (const [key, weight] of a.weights) shared += weight * (b.weights.get(key) ?? 0);
  return alikeBy(shared, a, b);
}

/**
 * The same from `shared`, the sum over shared senses of the products of their weights. A part of the other's words counts
 * too; one shared word alone says little.
 */
export function alikeBy(shared: number, a: Rendering, b: Rendering): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  const cosine = shared / (a.norm * b.norm);
  const part = Math.min(1, shared / Math.min(a.norm, b.norm) ** 2);
  return (0.75 * cosine + 0.25 * part) * Math.min(1, (shared + 1) / 3);
}

/** How well the topics agree, -1 to 1: the share of topics on which both take the same stance; -1 where none is shared. */
function topicsAlike({ statement: a }: Rendering, { statement: b }: Rendering): number {
  if (a.stances.length === 0 || b.stances.length === 0) return 0;
  let [agreed, common] = [0, 0];
  for (const held of a.stances) {
    const other = sameCell(held, b);
    if (other !== null) common += 1;
    if (other === held.stance) agreed += held.stance === 'noncommittal' ? 0.5 : 1;
  }
  if (common === 0 && !a.topics.some(topic => b.topics.includes(topic))) return -1;
  return agreed / (a.stances.length + b.stances.length - common);
}

/** What another statement says of the same holder on the same topic. */
const sameCell = ({ topic, holder }: StanceOn, { stances }: Statement): Stance | null =>
  stances.find(each => each.topic === topic && each.holder === holder)?.stance ?? null;

/** The share of words, of all senses, that stand in both. */
function sameWords({ statement: a }: Rendering, { statement: b }: Rendering): number {
  const [left, right] = [new Set(a.stems), new Set(b.stems)];
  return left.intersection(right).size / left.union(right).size;
}

const isQuoted = ({ statement }: Rendering): boolean => statement.kind === 'direct';

/** From this on two renderings are of one utterance. */
export const enough = 0.5;

/**
 * How much speaks for two renderings of one speaker being of one utterance, 0 to about 1.3. `linked` says that their
 * articles report the same occasion, as other words in both have shown.
 */
export function likeness(a: Rendering, b: Rendering, linked: boolean, words = wordsAlike(a, b)): number {
  const topics = topicsAlike(a, b);
  const within = a.statement.article === b.statement.article;
  const next = within && Math.abs(a.place - b.place) === 1;
  const later = a.order < b.order ? b : a;
  if (next && later.leans && topics > 0 && later.norm <= 2) return 0.6;
  if (words < 0.1) return 0;
  if (within && isQuoted(a) && isQuoted(b)) return words;
  if (isSlow(a, b)) return words >= 0.6 && sameWords(a, b) >= 0.6 ? words : 0;
  const support = topics < 0 ? 0.15 * topics : 0.25 * topics;
  return words + support + (next && isQuoted(a) !== isQuoted(b) ? 0.1 : 0) + (linked && !within ? 0.08 : 0);
}

/** Whether two renderings can never be of one utterance, whatever their words. */
export function isForbidden(a: Rendering, b: Rendering): boolean {
  if (!sameDay(a, b) || isTurned(a, b)) return true;
  if (differ(a.figures, b.figures) || nameOthers(a.names, b.names) || differ(a.places, b.places)) return true;
  if (a.to.size > 0 && b.to.size > 0 && a.to.isDisjointFrom(b.to)) return true;
  const within = a.statement.article === b.statement.article;
  return within && isQuoted(a) && isQuoted(b) && wordsAlike(a, b) < enough;
}

/** Two sets of which neither holds the other. */
const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  !a.isSubsetOf(b) && !b.isSubsetOf(a);

/** Whether each names somebody whom the other does not. A party stands for any of its people, but not one of them for another. */
function nameOthers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const isIn = (name: string, names: ReadonlySet<string>): boolean =>
    names.has(name) || [...names].some(each => each.startsWith(`${name}/`) || name.startsWith(`${each}/`));
  return [...a].some(name => !isIn(name, b)) && [...b].some(name => !isIn(name, a));
}

/**
 * Whether one says what the other denies: opposite sides on a topic and the same side on none; or nearly the same words
 * of which some are negated on one side only. Where the sides agree, only the same words with a "not" can undo it.
 */
function isTurned(a: Rendering, b: Rendering): boolean {
  const sides = sidesTaken(a, b);
  if (sides === 'opposite') return true;
  const alike = wordsAlike(a, b);
  if (alike < (sides === 'same' ? 0.8 : enough)) return false;
  return a.negated.isDisjointFrom(b.negated) && (negatesOf(a, b) || negatesOf(b, a));
}

function sidesTaken({ statement: a }: Rendering, { statement: b }: Rendering): 'same' | 'opposite' | 'none' {
  let opposite = false;
  for (const held of a.stances) {
    const { stance } = held;
    const other = sameCell(held, b);
    if (stance === other && stance !== 'noncommittal') return 'same';
    if (stance === 'supports' ? other === 'opposes' : stance === 'opposes' && other === 'supports')
      opposite = true;
  }
  return opposite ? 'opposite' : 'none';
}

const negatesOf = (a: Rendering, b: Rendering): boolean =>
  [...a.denied].some(name => b.weights.has(name) && !b.negated.has(name));
