import type { Span } from './statement.ts';
import type { TopicId } from './topic.ts';

/**
 * What a statement asks for in particular: a figure ("600,000 troops"), a deadline ("within 30 days"), a condition
 * ("only if Kyiv withdraws") or an order of steps ("before any talks").
 */
export interface Term {
  /** Where it stands in the snapshot, inside the statement's content. */
  readonly span: Span;
  readonly kind: 'number' | 'deadline' | 'condition' | 'sequence';
  /** A number in its unit; a deadline in days or as a date (`2025-12-31`); null where only the words say it. */
  readonly value: number | string | null;
  /** `troops`, `days`, `date`, `EUR`, `percent` …; null where the words name none. */
  readonly unit: string | null;
  /** The topic whose measure it is (its configuration names the unit); null for any other figure. */
  readonly topic: TopicId | null;
}
