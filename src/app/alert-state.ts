import type { AlertRule } from '../core/desk.ts';
import { hour, type Instant } from '../core/time.ts';
import type { Mark, Marks, Seen } from './ports.ts';

/** What a rule with quiet hours or a ceiling has to remember. */
export interface AlertState {
  /** Refs of the statements that its quiet hours hold. */
  readonly held: readonly string[];
  /** When it told something in the last hour. */
  readonly told: readonly Instant[];
  /** When what is held is due. */
  readonly dueAt: Instant | null;
  /** The mark as it was read: another process may have changed it since. */
  readonly seen: Seen;
}

export const statePrefix = 'alert:';

const keyOf = ({ id }: Pick<AlertRule, 'id'>): string => `${statePrefix}${id}`;

export async function stateOf(rule: Pick<AlertRule, 'id'>, marks: Pick<Marks, 'get'>): Promise<AlertState> {
  const mark = await marks.get(keyOf(rule));
  return mark ? stateIn(mark) : { ...none, seen: { key: keyOf(rule), value: null } };
}

const none = { held: [], told: [], dueAt: null };

export function stateIn({ key, dueAt, value }: Mark): AlertState {
  const { held, told } = JSON.parse(value) as Pick<AlertState, 'held' | 'told'>;
  return { held, told, dueAt, seen: { key, value } };
}

export const markOf = ({ held, told, dueAt, seen }: AlertState): Mark => ({
  key: seen.key,
  dueAt: held.length > 0 ? dueAt : null,
  value: JSON.stringify({ held, told }),
});

/** Those of the last hour. */
const recent = (told: readonly Instant[], now: Instant): Instant[] =>
  told.filter(at => at > now - hour && at <= now);

/** Whether a rule may tell one thing more in this hour; `full` is until when it may not after that. */
export function roomIn(
  { perHour }: AlertRule,
  { told }: AlertState,
  now: Instant,
): { readonly isOpen: boolean; readonly full: Instant | null } {
  if (perHour === null) return { isOpen: true, full: null };
  const before = recent(told, now);
  const isLast = before.length + 1 === perHour;
  return { isOpen: before.length < perHour, full: isLast ? Math.min(...before, now) + hour : null };
}

export const withTold = (state: AlertState, now: Instant): AlertState => ({
  ...state,
  told: [...recent(state.told, now), now],
});
