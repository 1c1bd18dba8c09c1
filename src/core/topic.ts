import type { ActorId } from './actor.ts';

export type TopicId = string;

/** What is argued about. A stance always refers to the proposition. */
export interface Topic {
  readonly id: TopicId;
  readonly negotiation: string;
  /** Topics of one family are answered together: `nato` holds accession and the alliance's role. */
  readonly family: string;
  readonly title: string;
  /** A sentence one can be for or against: "Ukraine may join NATO". */
  readonly proposition: string;
  /** A descriptive topic (the state of a draft) carries no stance: every statement on it is noncommittal. */
  readonly descriptive: boolean;
  /** Words and phrases that put a statement on this topic. */
  readonly terms: readonly string[];
  /** The same, but attitudes to them are none to the proposition. */
  readonly named: readonly string[];
  /** The same as terms, but only where the statement is on no other topic: what most statements speak of in passing. */
  readonly faint: readonly string[];
  /** Phrases that by themselves speak for the proposition, and against it. */
  readonly pro: readonly string[];
  readonly contra: readonly string[];
  /** What its figures count, as `terms:` of the lexicon names it: `troops`, `days`. */
  readonly units: readonly string[];
}

/** A process that is followed: its parties and what they argue about. */
export interface Negotiation {
  readonly id: string;
  readonly title: string;
  readonly parties: readonly ActorId[];
  readonly families: Readonly<Record<string, string>>;
  readonly topics: readonly Topic[];
}
