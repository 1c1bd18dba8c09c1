import type { ActorId } from './actor.ts';
import type { Grade } from './statement.ts';
import type { Instant, Zone } from './time.ts';
import type { TopicId } from './topic.ts';

export type PlatformName = 'slack' | 'discord' | 'terminal';

/** A destination on one platform. */
export interface Channel {
  readonly id: string;
  readonly platform: PlatformName;
  /** The platform's own id of it (`C0123…`, a snowflake); null where the environment does not name it: it is off. */
  readonly to: string | null;
  /** The Slack workspace or Discord server it is in; none is home: see `core/space.ts`. */
  readonly space?: string | null;
}

/** A place that takes no messages of ours until a person puts something right. */
export interface Away {
  readonly platform: PlatformName;
  readonly to: string;
  readonly since: Instant;
  /** What its platform said, and what to do. */
  readonly reason: string;
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
  /** The language (BCP 47) that its dates are written in; absent: as each reader's platform shows them. */
  readonly language?: string;
  /** It notifies nobody, where the platform can do that. */
  readonly silent?: true;
  /** It stays as it is and comes to nobody. */
  readonly paused: boolean;
}

export interface AlertRule extends Scope {
  readonly id: string;
  readonly channel: string;
  readonly audiences: readonly string[];
  /** The person whose own alert it is, as settings name people: `slack U024BE7LH`; null for the channel's. */
  readonly owner: string | null;
  /** `first`: what a party says on a topic for the first time on record; `silence`: what it says after a silence on it. */
  readonly kinds: readonly ('statement' | 'shift' | 'first' | 'silence')[];
  /** How many days without a word of its own on record make a silence. */
  readonly silentDays: number;
  readonly grades: readonly Grade[];
  /** Persons or bodies that speak; none is anybody. */
  readonly people: readonly ActorId[];
  /** None is any outlet. */
  readonly outlets: readonly string[];
  /** Statements older than this many hours go to the digest alone. */
  readonly maxAgeHours: number;
  readonly quietHours: QuietHours | null;
  /** At most so many messages an hour; what is more is left to the next digest. Null is no ceiling. */
  readonly perHour: number | null;
  /** Within so many hours a holder who repeats a position on a topic is no alert; a shift always is. 0 is none. */
  readonly cooldownHours: number;
  /** It stays as it is and tells nobody anything. */
  readonly paused: boolean;
  /** Until then what is found is left to the digest. */
  readonly snoozedUntil: Instant | null;
}

/** Days. */
export const usualSilence = 30;

/** Hours of the night: what is found in them is told in one message at their end, or shifts are told at once. */
export interface QuietHours {
  /** Local times, `HH:MM`; `until` is on the next day where it is not later than `from`. */
  readonly from: string;
  readonly until: string;
  readonly zone: Zone;
  readonly through: 'nothing' | 'shifts';
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
  /** By space: who may use those of them that concern that space alone. */
  readonly spaceManagers: Readonly<Record<string, readonly string[]>>;
}
