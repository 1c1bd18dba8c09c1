import type { Instant } from './time.ts';

/** A short name that never changes: `russia`, `putin`, `russian-foreign-ministry`. */
export type ActorId = string;

/** A state, body or person that can hold a position. */
export interface Actor {
  readonly id: ActorId;
  readonly kind: 'state' | 'body' | 'person';
  readonly name: string;
  /** Other spellings and names, in any script: `Zelensky`, `Зеленський`, `the Kremlin`. */
  readonly aliases: readonly string[];
  /** For bodies: whose position the body's own words are. `russian-foreign-ministry` speaks for `russia`. */
  readonly speaksFor: ActorId | null;
  /** For states and bodies: adjectives that qualify an office, as in "the Russian president". */
  readonly adjectives: readonly string[];
  /** For persons, what "he" or "she" can stand for; null where the configuration does not say. */
  readonly gender: 'female' | 'male' | null;
  /** For persons, in order of time. */
  readonly offices: readonly Office[];
}

/** A post held in a state or body. `until` is the first instant at which it was no longer held. */
export interface Office {
  readonly title: string;
  readonly aliases: readonly string[];
  readonly of: ActorId;
  readonly from: Instant | null;
  readonly until: Instant | null;
}

/** The offices an actor holds at an instant. */
export function officesAt(actor: Actor, at: Instant): readonly Office[] {
  return actor.offices.filter(
    office => (office.from === null || office.from <= at) && (office.until === null || at < office.until),
  );
}
