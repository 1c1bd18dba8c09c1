import type { ActorId } from './actor.ts';
import type { Grade } from './statement.ts';
import type { Zone } from './time.ts';
import type { TopicId } from './topic.ts';

export type PlatformName = 'slack' | 'discord' | 'terminal';

/** A destination on one platform. */
export interface Channel {
  readonly id: string;
  readonly platform: PlatformName;
  /** The platform's own id of it (`C0123…`, a snowflake); null where the environment does not name it: it is off. */
  readonly to: string | null;
}

/** A name for people to mention, and what stands for it on each platform. */
export interface Audience {
  readonly id: string;
  readonly name: string;
  /** A user group (`S0123…`) or user (`U0123…`). */
  readonly slack: string | null;
  /** A role's snowflake. */
  readonly discord: string | null;
}

/** What to look at; an empty list means all. */
export interface Scope {
  readonly topics: readonly TopicId[];
  readonly parties: readonly ActorId[];
}

export interface DigestRule extends Scope {
  readonly id: string;
  readonly channel: string;
  /** Local times, `HH:MM`, at least one, earliest first. */
  readonly at: readonly string[];
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  readonly zone: Zone;
  /** On a day without news: nothing, or one line. */
  readonly whenQuiet: 'skip' | 'line';
  /** It stays as it is and comes to nobody. */
  readonly paused: boolean;
}

export interface AlertRule extends Scope {
  readonly id: string;
  readonly channel: string;
  readonly audiences: readonly string[];
  readonly kinds: readonly ('statement' | 'shift')[];
  readonly grades: readonly Grade[];
  /** Statements older than this many hours go to the digest alone. */
  readonly maxAgeHours: number;
}

/** Who gets what. */
export interface Desk {
  readonly zone: Zone;
  readonly channels: readonly Channel[];
  readonly digests: readonly DigestRule[];
  readonly alerts: readonly AlertRule[];
  readonly audiences: readonly Audience[];
  /** Channels that are told when a feed fails for long, is gone, or is back. */
  readonly notices: readonly string[];
  /** Platform user ids who may use managing commands. */
  readonly managers: Readonly<Record<PlatformName, readonly string[]>>;
}
