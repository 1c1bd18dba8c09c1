import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as folded from '../../src/core/position.ts';
import type { Stance, Statement } from '../../src/core/statement.ts';
import { at, speakerOf, statement } from '../support/made.ts';

const said = (day: number, stance: Stance, given: Partial<Statement> = {}): Statement =>
  statement({ at: at(`2025-11-${String(day).padStart(2, '0')}`), stance, ...given });

const gradeOf = (all: readonly Statement[], ref: string) => all.find(each => each.ref === ref)?.grade;

const parties = ['nordland', 'sudland'];

const ofParties = <T extends { readonly holder: string }>(found: readonly T[]): T[] =>
  found.filter(({ holder }) => parties.includes(holder));

const positions = (all: readonly Statement[]) => ofParties(folded.positions(all));
const shifts = (all: readonly Statement[]) => ofParties(folded.shifts(all));

describe('positions', () => {
  it('hold since the present run began, rest on its newest statements and its first, and remember what was before', () => {
    const all = [
      said(1, 'opposes'),
      said(5, 'supports'),
      said(7, 'supports'),
      said(9, 'supports'),
      said(11, 'supports'),
    ];
    const [position] = positions(all);
    expect(position).toMatchObject({
      topic: 'dam',
      holder: 'nordland',
      stance: 'supports',
      since: at('2025-11-05'),
      count: 5,
    });
    expect(position?.evidence.map(each => each.at)).toEqual([
      at('2025-11-11'),
      at('2025-11-09'),
      at('2025-11-05'),
    ]);
    expect(position?.previous?.stance).toBe('opposes');
  });

  it('a noncommittal statement after a side is no retreat', () => {
    expect(positions([said(1, 'opposes'), said(5, 'noncommittal')])[0]).toMatchObject({
      stance: 'opposes',
      count: 2,
    });
    expect(positions([said(5, 'noncommittal')])[0]).toMatchObject({ stance: 'noncommittal' });
  });

  it.each<[string, Partial<Statement>]>([
    ['anonymous', { grade: 'anonymous' }],
    ['reported by someone else', { grade: 'reported', speakers: [speakerOf.ost] }],
    ['an analyst', { grade: 'analyst' }],
    ['a headline', { layer: 'heading' }],
    ['an unclear speaker', { speakers: [] }],
  ])('%s sets no position', (_, given) => {
    expect(positions([{ ...said(1, 'opposes'), ...given }])).toEqual([]);
  });

  it('what a party says of another sets no position of the other', () => {
    const about = said(1, 'opposes', {
      stances: [{ topic: 'dam', holder: 'sudland', stance: 'opposes', why: [] }],
    });
    expect(positions([about])).toEqual([]);
  });

  it('shows quoted words before a later paraphrase', () => {
    const paraphrase = said(9, 'opposes', { kind: 'indirect', quotations: [] });
    const [position] = positions([said(1, 'opposes'), paraphrase]);
    expect(position?.evidence.map(each => each.at)).toEqual([at('2025-11-01'), at('2025-11-09')]);
  });

  it('does not depend on the order of arrival', () => {
    const all = [
      said(1, 'opposes'),
      said(5, 'supports'),
      said(5, 'conditional'),
      said(9, 'supports', { speakers: [speakerOf.ost] }),
    ];
    const wanted = positions(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), order => {
        expect(new Set(positions(order))).toEqual(new Set(wanted));
      }),
    );
  });

  it('every position rests on what named voices of its party said', () => {
    const stance = fc.constantFrom<Stance>('supports', 'opposes', 'conditional', 'noncommittal');
    const grade = fc.constantFrom<Statement['grade']>('on-record', 'reported', 'anonymous');
    const one = fc
      .tuple(fc.integer({ min: 1, max: 28 }), stance, grade)
      .map(([day, s, g]) => said(day, s, { grade: g }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), all => {
        for (const { evidence, stance: held } of positions(all)) {
          expect(evidence.length).toBeGreaterThan(0);
          for (const each of evidence)
            expect([gradeOf(all, each.ref) === 'anonymous', each.stance]).toEqual([false, held]);
        }
      }),
    );
  });
});

describe('shifts', () => {
  it('are changes of class, with the words before and after', () => {
    const all = [said(1, 'opposes'), said(3, 'opposes'), said(4, 'noncommittal'), said(5, 'conditional')];
    const found = shifts(all);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ from: 'opposes', to: 'conditional', holder: 'nordland' });
    expect([found[0]?.before.at, found[0]?.after.at]).toEqual([at('2025-11-03'), at('2025-11-05')]);
  });

  it('two sentences of one day are no shift: the day holds what most of its words say', () => {
    const day = [said(1, 'opposes'), said(1, 'opposes'), said(1, 'supports')];
    expect(shifts(day)).toEqual([]);
    expect(positions(day)[0]).toMatchObject({ stance: 'opposes' });
  });

  it('a paraphrase does not outweigh a quotation, and no shift is told of it', () => {
    const paraphrase = { kind: 'indirect', quotations: [] } as const;
    expect(positions([said(1, 'opposes'), said(1, 'supports', paraphrase)])[0]?.stance).toBe('opposes');
    const turned = [said(1, 'opposes'), said(5, 'supports', paraphrase)];
    expect(positions(turned)[0]?.stance).toBe('supports');
    expect(shifts(turned)).toEqual([]);
  });
});
