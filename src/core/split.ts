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

/** The officials who showed a stance. */
export type Officials = Readonly<Record<string, Shown>>;

interface Shown {
  readonly first: Instant;
  readonly latest: Instant;
  /** On how many days. */
  readonly days: number;
}

/** How long two officials of one party may contradict each other before the later one stands for it. */
export const week = 7 * day;

/** Who has not shown a stance for so long is not asked any more whether he changed his mind. */
const memory = 60 * day;

/**
 * Whether it is one official against others who showed a stance within the week. Who was the first to show it, or did on
 * more days than they, contradicts nobody: he has changed his mind, and the party's position with it.
 */
export function contradicts(officials: Officials, { official, at }: Evidence): boolean {
  if (official === null) return false;
  const own = shownBy(officials, official);
  const others = Object.keys(officials)
    .filter(name => name !== official)
    .flatMap(name => shownBy(officials, name) ?? []);
  const recent = others.filter(({ latest }) => Math.abs(at - latest) <= week);
  const leads =
    own && (others.every(({ first }) => own.first < first) || recent.every(({ days }) => own.days > days));
  return recent.length > 0 && !leads;
}

const shownBy = (officials: Officials, name: string): Shown | undefined =>
  Object.hasOwn(officials, name) ? officials[name] : undefined;

/**
 * Whether what is said today against a stance leaves it as it is: it contradicts officials who held it within the week,
 * or one who had held it is contradicted in quotation marks on the same day.
 */
export function isSplit(
  officials: Officials,
  saying: readonly Evidence[],
  agreeing: readonly Evidence[],
): boolean {
  const today = officialsIn(agreeing.filter(isQuoted));
  const holding = { ...officials, ...added(officials, officialsIn(agreeing)) };
  return [holding, today].some(each => saying.every(other => contradicts(each, other)));
}

/** Of one day, given in the order of time. */
export const officialsIn = (evidence: readonly Evidence[]): Officials =>
  Object.fromEntries(
    [...Map.groupBy(evidence, ({ official }) => official)].flatMap(([name, said]) => {
      const [first, latest] = [said[0], said.at(-1)];
      return name !== null && first && latest
        ? [[name, { first: first.at, latest: latest.at, days: 1 }]]
        : [];
    }),
  );

const added = (before: Officials, today: Officials): Officials =>
  Object.fromEntries(
    Object.entries(today).map(([name, shown]) => {
      const known = shownBy(before, name);
      return [name, known ? { ...shown, first: known.first, days: known.days + 1 } : shown];
    }),
  );

/** Those who have shown the stance and not said otherwise since. */
export function officialsAfter(before: Officials, today: readonly Evidence[], stance: Stance): Officials {
  const agreeing = officialsIn(today.filter(each => each.stance === stance));
  const left = officialsIn(today.filter(each => each.stance !== stance));
  const remembered = Object.entries(before).filter(
    ([name, { latest }]) => !Object.hasOwn(left, name) && today.some(({ at }) => at - latest <= memory),
  );
  return { ...Object.fromEntries(remembered), ...added(before, agreeing) };
}

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
