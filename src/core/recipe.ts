import type { AlertRule, DigestRule } from './desk.ts';
import type { First } from './firsts.ts';
import type { FeedHealth } from './health.ts';
import type { Instant, Period } from './time.ts';

/** What a message was made of, so that it can be made again of the same statements as they stand later. */
export type Recipe = AlertRecipe | DigestRecipe;

interface Made {
  /** Refs of all renderings of the utterances that are told. */
  readonly said: readonly string[];
  /** Refs of the statements with which something moved. */
  readonly moved: readonly string[];
  /** Refs of the words before them. */
  readonly before: readonly string[];
  readonly now: Instant;
}

export interface AlertRecipe extends Made {
  readonly kind: 'alert';
  readonly rule: AlertRule;
  readonly firsts: readonly First[];
  /** How many outlets had it. */
  readonly outlets: number;
  /** Until when the rule tells nothing more; null where its ceiling was not reached. */
  readonly full: Instant | null;
}

export interface DigestRecipe extends Made {
  readonly kind: 'digest';
  readonly rule: Pick<DigestRule, 'topics' | 'parties' | 'zone' | 'language'>;
  readonly period: Period;
  readonly late: boolean;
  readonly feeds: FeedHealth;
  /** Keys of the deliveries with the detail. */
  readonly details: readonly string[];
}

/** Every statement that a message rests on. */
export const restsOn = ({ said, moved, before }: Recipe): string[] => [
  ...new Set([...said, ...moved, ...before]),
];
