import { afterAll, describe, expect, it } from 'vitest';
import { dayOf, positions, type Shift, shifts } from '../../src/core/position.ts';
import type { Statement } from '../../src/core/statement.ts';
import { type NinetyDays, ninetyDays, type Planted } from '../support/ninety-days.ts';

const seeds = Array.from({ length: 25 }, (_, index) => index + 1);

const isOf = ({ topic, holder, stance, at }: Planted, shift: Shift): boolean =>
  shift.topic === topic && shift.holder === holder && shift.to === stance && dayOf(shift.at) === dayOf(at);

const isParty = ({ holder }: { readonly holder: string }): boolean => !holder.includes('-');

/** What was held at the end of a day. */
const heldOn = (statements: readonly Statement[], { topic, holder, at }: Planted) =>
  positions(statements.filter(each => dayOf(each.at) <= dayOf(at))).find(
    each => each.topic === topic && each.holder === holder,
  );

function measured({ statements, shifts: planted, splits, ...rest }: NinetyDays) {
  const told = shifts(statements).filter(isParty);
  return {
    ...rest,
    statements: statements.length,
    planted: [planted.length, splits.length],
    found: planted.filter(each => told.some(shift => isOf(each, shift))).length,
    false: told.filter(shift => !planted.some(each => isOf(each, shift))).length,
    labelled: splits.filter(each => heldOn(statements, each)?.split?.stance === each.stance).length,
    splitsToldAsShifts: splits.filter(each => told.some(shift => isOf(each, shift))).length,
  };
}

describe('ninety days with 12 shifts, 60 repetitions and 6 splits', () => {
  const all: ReturnType<typeof measured>[] = [];
  const sum = (key: 'statements' | 'misread' | 'found' | 'false' | 'labelled'): number =>
    all.reduce((total, each) => total + each[key], 0);

  afterAll(() => {
    process.stderr.write(
      `ninety days, ${all.length} seeds, ${sum('statements')} statements, ${sum('misread')} misread: ` +
        `${sum('found')} of ${12 * all.length} shifts, ${sum('false')} false, ` +
        `${sum('labelled')} of ${6 * all.length} splits\n`,
    );
  });

  it.each(seeds)('are told as they were planted, seed %i', seed => {
    const found = measured(ninetyDays(seed));
    all.push(found);
    expect([found.planted, found.repetitions]).toEqual([[12, 6], 60]);
    expect(found.found).toBeGreaterThanOrEqual(11);
    expect(found.false).toBeLessThanOrEqual(1);
    expect(found.labelled).toBe(6);
    expect(found.splitsToldAsShifts).toBe(0);
  });
});
