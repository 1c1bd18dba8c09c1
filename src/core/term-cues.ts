/**
 * What numbers, deadlines, conditions and the order of steps are written with in one language. Phrases match whole words,
 * in any case.
 */
export interface TermCues {
  /** The nouns that name what is counted, by unit: `troops: [troops, soldiers]`. Sizes of durations are in `durations`. */
  readonly units: Readonly<Record<string, readonly string[]>>;
  /** Nouns for the whole that is counted in a unit: "an army of 600,000". */
  readonly wholes: Readonly<Record<string, readonly string[]>>;
  /** How many days a unit of time has; 0 where that is not certain. A deadline is given in days where it is. */
  readonly durations: Readonly<Record<string, number>>;
  /** Signs before or after a number, by unit. */
  readonly signs: Readonly<Record<string, readonly string[]>>;
  readonly numerals: Readonly<Record<string, number>>;
  readonly magnitudes: Readonly<Record<string, number>>;
  /** Between two numbers that are the ends of a range, and before the first of a change: "from 5 to 10". */
  readonly ranges: readonly string[];
  readonly changes: readonly string[];
  readonly months: readonly string[];
  /** From Sunday on. */
  readonly weekdays: readonly string[];
  /** Days of every year, as `12-25`. */
  readonly feasts: Readonly<Record<string, string>>;
  /** What only takes that long: "a two-hour call". */
  readonly events: readonly string[];
  /** "within" a time, "by" a date. */
  readonly within: readonly string[];
  readonly by: readonly string[];
  /** Spans of time that no date is certain of: "next spring". */
  readonly vague: readonly string[];
  readonly conditions: readonly string[];
  /** What makes an "if" none: it stands before or holds it ("even if", "asked if"). */
  readonly unconditional: readonly string[];
  /** Begin an order of steps wherever they stand. */
  readonly sequence: readonly string[];
  /** Do so where something is to be done: "talks can start after …", not "they met after …". */
  readonly steps: readonly string[];
  /** What makes a step none: "the day after". */
  readonly unordered: readonly string[];
  /** Show that the words tell what has been. */
  readonly past: readonly string[];
}
