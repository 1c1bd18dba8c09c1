import type { Speaker } from '../core/statement.ts';
import type { Range } from './clauses.ts';
import type { CueWords } from './cuewords.ts';
import type { Figure, Mention, People } from './people.ts';
import type { Roster } from './roster.ts';
import type { Sentence } from './sentences.ts';

/** Who a source turned out to be. */
export interface Resolved {
  readonly speakers: readonly Speaker[];
  readonly grade: 'on-record' | 'anonymous' | 'analyst';
  readonly why: string;
}

/** A source that was resolved, for the ones after it. */
export interface Earlier {
  readonly sentence: number;
  readonly resolved: Resolved;
  readonly figure: Figure | null;
  /** Whether the source calls its person by what they are, without a name: "the minister". */
  readonly described: boolean;
  /** What a source of one person was called whom nothing names: "the actress". */
  readonly unnamed: string | null;
}

export interface Outcome {
  readonly resolved: Resolved;
  readonly figure: Figure | null;
}

/** What is known of an article when its sources are resolved. */
export interface Article {
  readonly sentences: readonly Sentence[];
  readonly text: string;
  readonly people: People;
  readonly words: CueWords;
  readonly roster: Roster;
}

/** A source whose person or body is asked for. */
export interface Source {
  /** The place of its sentence among all sentences. */
  readonly index: number;
  readonly sentence: Sentence;
  /** Its words without determiners and without an apposition after a comma. */
  readonly range: Range;
  /** The same as the text has them. */
  readonly shown: string;
  readonly earlier: readonly Earlier[];
}

export const unclear = (why: string): Resolved => ({ speakers: [], grade: 'anonymous', why });

export const plain = (resolved: Resolved): Outcome => ({ resolved, figure: null });

/** Someone whom the article names; an observer by their titles is no party. */
export function figureOutcome({ roster, words }: Article, figure: Figure, why: string): Outcome {
  const actor = roster.person(figure.name);
  const speaker = actor
    ? roster.speaker(actor)
    : { name: figure.name, actor: null, party: null, office: null };
  const isObserver = !actor && [...figure.titles].some(title => words.observers.has(title));
  return { resolved: { speakers: [speaker], grade: isObserver ? 'analyst' : 'on-record', why }, figure };
}

/** The figures named in a sentence and in so many before it, in order. */
export function mentionsAround({ people }: Article, index: number, before: number): Mention[] {
  const found: Mention[] = [];
  for (let at = Math.max(0, index - before); at <= index; at++) found.push(...people.mentionsIn(at));
  return found;
}

/** Whether the name that ends here owns what follows: "Putin's aide", "Sanders' plan". */
export const isPossessor = (text: string, end: number): boolean =>
  /^['’]s?\b/.test(text.slice(end, end + 2)) || /^['’]\s/.test(text.slice(end, end + 2));
