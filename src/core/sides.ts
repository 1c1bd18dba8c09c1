import { type Evidence, takesSide } from './evidence.ts';
import type { Stance } from './statement.ts';

const weight = { direct: 3, mixed: 2, indirect: 1 } as const;

/** What takes a side today; of each voice only what most of its words say. */
export function sidesOfDay(today: readonly Evidence[]): Evidence[] {
  const sides = today.filter(takesSide);
  const stances = new Map(
    [...Map.groupBy(sides, ({ official }) => official)].map(([voice, said]) => [voice, stanceOfDay(said)]),
  );
  return sides.filter(({ official, stance }) => stances.get(official) === stance);
}

/** The stance with the most weight; of two that weigh the same, the one taken last. */
export function stanceOfDay(sides: readonly Evidence[]): Stance {
  const weights = new Map<Stance, number>();
  for (const { stance, kind } of sides) {
    const sum = (weights.get(stance) ?? 0) + weight[kind];
    weights.delete(stance);
    weights.set(stance, sum);
  }
  const [heaviest] = [...weights].reverse().sort(([, a], [, b]) => b - a);
  if (!heaviest) throw new RangeError('a day without evidence has no stance');
  return heaviest[0];
}
