import { inForce } from './correction.ts';
import { byTime, type Statement } from './statement.ts';

/** Whether an editor said that a statement is an utterance of its own. */
export const isApart = ({ corrections }: Statement): boolean =>
  inForce(corrections).some(({ what }) => what === 'apart');

/** The refs of what an editor said it belongs with, since it was last taken apart. */
function belongsWith({ corrections }: Statement): string[] {
  const all = inForce(corrections);
  const since = all.findLastIndex(({ what }) => what === 'apart') + 1;
  return all.slice(since).flatMap(each => (each.what === 'together' ? [each.with] : []));
}

/** Groups, each in the order of time, after editors brought some together; also two that belong with an absent third. */
export function joinedAsCorrected(groups: readonly Statement[][]): Statement[][] {
  const all = groups.flat();
  if (all.every(({ corrections }) => corrections.length === 0)) return [...groups];
  const setOf = new Map<string, Set<string>>();
  for (const group of groups) {
    const refs = new Set(group.map(({ ref }) => ref));
    for (const ref of refs) setOf.set(ref, refs);
  }
  const standsFor = presentRefs(all);
  for (const statement of all)
    for (const ref of belongsWith(statement)) merge(setOf, statement.ref, standsFor.get(ref) ?? ref);
  const bySet = Map.groupBy(all, ({ ref }) => setOf.get(ref));
  return [...bySet.values()].map(group => group.sort(byTime));
}

/** What each ref names among these statements: the statement itself, or another reading of the same words. */
const presentRefs = (all: readonly Statement[]): ReadonlyMap<string, string> =>
  new Map([
    ...all.flatMap(({ ref, otherRefs = [] }) => otherRefs.map(other => [other, ref] as const)),
    ...all.map(({ ref }) => [ref, ref] as const),
  ]);

function merge(setOf: Map<string, Set<string>>, one: string, other: string): void {
  const [left, right] = [setOf.get(one) ?? new Set([one]), setOf.get(other) ?? new Set([other])];
  const both = left.union(right);
  for (const ref of both) setOf.set(ref, both);
}
