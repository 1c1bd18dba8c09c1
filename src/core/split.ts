import { type Evidence, isQuoted } from './evidence.ts';
import type { Stance } from './statement.ts';
import { day, type Instant } from './time.ts';

/** An official of the party who said otherwise within a week. */
export interface Split {
  readonly stance: Stance;
  readonly since: Instant;
  /** The newest words of it. */
  readonly evidence: Evidence;
}

/** The officials who showed a stance, with the last time each did. */
export type Officials = Readonly<Record<string, Instant>>;

/** How long two officials of one party may contradict each other before the later one stands for it. */
export const week = 7 * day;

/** Whether it is one official against others who showed a stance within the week. */
export function contradicts(officials: Officials, { official, at }: Evidence): boolean {
  const recent = Object.entries(officials).filter(([, shown]) => Math.abs(at - shown) <= week);
  return official !== null && recent.length > 0 && recent.every(([name]) => name !== official);
}

/**
 * Whether what is said today against a stance leaves it as it is: officials held it within the week and only others
 * contradict, or one who had held it is contradicted in quotation marks on the same day.
 */
export function isSplit(
  officials: Officials,
  saying: readonly Evidence[],
  agreeing: readonly Evidence[],
): boolean {
  const today = officialsIn(agreeing.filter(isQuoted));
  const holding = { ...officials, ...officialsIn(agreeing) };
  return [holding, today].some(each => saying.every(other => contradicts(each, other)));
}

export const officialsIn = (evidence: readonly Evidence[]): Officials =>
  Object.fromEntries(evidence.flatMap(({ official, at }) => (official === null ? [] : [[official, at]])));

/** Those of the last week who have not said otherwise today. */
export function officialsAfter(before: Officials, today: readonly Evidence[], stance: Stance): Officials {
  const [others, agreeing] = [today.filter(each => each.stance !== stance), officialsOf(today, stance)];
  const left = officialsIn(others);
  const recent = Object.entries(before).filter(
    ([name, shown]) => !Object.hasOwn(left, name) && today.some(({ at }) => at - shown <= week),
  );
  return { ...Object.fromEntries(recent), ...agreeing };
}

const officialsOf = (today: readonly Evidence[], stance: Stance): Officials =>
  officialsIn(today.filter(each => each.stance === stance));

/** A split is a claim about words: it is told only where the dissenting ones were quoted. It lapses after a week. */
export function splitAfter(
  earlier: Split | null,
  { stance, officials }: { readonly stance: Stance; readonly officials: Officials },
  today: readonly Evidence[],
): Split | null {
  const against = today.filter(
    each => each.stance !== stance && isQuoted(each) && contradicts(officials, each),
  );
  const newest = against.at(-1);
  const first = against.find(each => each.stance === newest?.stance);
  if (newest && first) {
    const since = earlier?.stance === newest.stance ? earlier.since : first.at;
    return { stance: newest.stance, since, evidence: newest };
  }
  return earlier && lasts(earlier, officials, today) ? earlier : null;
}

const lasts = ({ evidence }: Split, officials: Officials, today: readonly Evidence[]): boolean =>
  today.every(({ at }) => at - evidence.at <= week) &&
  today.every(({ official, stance }) => official !== evidence.official || stance === evidence.stance) &&
  contradicts(officials, evidence);
