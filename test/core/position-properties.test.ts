import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellKey, evidenceByCell } from '../../src/core/evidence.ts';
import { dayOf, history, type Position, positions, shifts } from '../../src/core/position.ts';
import type { Kind, Speaker, Stance, Statement } from '../../src/core/statement.ts';
import { at, speakerOf, statement } from '../support/made.ts';

const dahl: Speaker = { name: 'Per Dahl', actor: 'dahl', party: 'nordland', office: 'Official of Nordland' };
const ministry: Speaker = { name: 'Ministry', actor: 'ministry', party: 'nordland', office: null };
const nobody: Speaker = { name: 'An expert', actor: null, party: null, office: null };

const spoken = fc.record({
  at: fc.integer({ min: 0, max: 40 * 24 }).map(hours => at('2025-10-20') + hours * 3_600_000),
  stance: fc.constantFrom<Stance>('supports', 'opposes', 'conditional', 'noncommittal'),
  topic: fc.constantFrom('dam', 'quota'),
  kind: fc.constantFrom<Kind>('direct', 'mixed', 'indirect'),
  speaker: fc.constantFrom(speakerOf.berg, dahl, ministry, speakerOf.ost, nobody),
  grade: fc.constantFrom<Statement['grade']>('on-record', 'on-record', 'on-record', 'reported', 'anonymous'),
  layer: fc.constantFrom<Statement['layer']>('body', 'body', 'body', 'heading'),
  standing: fc.constantFrom<Statement['standing']>(
    'current',
    'current',
    'current',
    'withdrawn',
    'superseded',
  ),
  gates: fc.option(fc.constantFrom(3, 6, 9)),
});

type Spoken = typeof spoken extends fc.Arbitrary<infer T> ? T : never;

const made = ({ speaker, gates, ...given }: Spoken): Statement =>
  statement({
    ...given,
    speakers: [speaker],
    terms:
      gates === null
        ? []
        : [{ span: { start: 0, end: 3 }, kind: 'number', value: gates, unit: 'gates', topic: given.topic }],
  });

const ledger = fc.array(spoken, { maxLength: 25 }).map(all => all.map(made));
const quotedLedger = fc
  .array(spoken, { maxLength: 25 })
  .map(all => all.map(each => made({ ...each, kind: 'direct' })));

const byCell = (found: readonly Position[]) => new Map(found.map(each => [cellKey(each), each]));

describe('the fold', () => {
  it('does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(ledger, fc.infiniteStream(fc.nat()), (all, chance) => {
        const keys = new Map(all.map(({ ref }) => [ref, chance.next().value ?? 0]));
        const shuffled = all.toSorted((a, b) => (keys.get(a.ref) ?? 0) - (keys.get(b.ref) ?? 0));
        expect(byCell(positions(shuffled))).toEqual(byCell(positions(all)));
        const told = (list: readonly Statement[]) => new Set(shifts(list));
        expect(told(shuffled)).toEqual(told(all));
      }),
    );
  });

  it('goes on from any day as if it had gone through all of them', () => {
    fc.assert(
      fc.property(ledger, fc.integer({ min: 0, max: 41 }), (all, cut) => {
        for (const evidence of evidenceByCell(all).values()) {
          const isEarly = (each: { readonly at: number }): boolean =>
            each.at < at('2025-10-20') + cut * 86_400_000;
          const whole = history(evidence);
          const early = history(evidence.filter(isEarly));
          const stored: unknown = JSON.parse(JSON.stringify(early.at(-1)?.position ?? null));
          const late = history(
            evidence.filter(each => !isEarly(each)),
            stored as Position | null,
          );
          expect([...early, ...late]).toEqual(whole);
        }
      }),
    );
  });

  it('shows no position without current words on the record of its holder', () => {
    fc.assert(
      fc.property(ledger, all => {
        for (const { holder, topic, evidence, stance, split, previous, first, latest } of positions(all)) {
          expect(evidence.length).toBeGreaterThan(0);
          const shown = [
            ...evidence,
            ...(split ? [split.evidence] : []),
            ...(previous ? [previous.evidence] : []),
          ];
          for (const { ref } of shown) {
            const [said] = all.filter(each => each.ref === ref);
            expect(said).toMatchObject({ layer: 'body', standing: 'current' });
            expect(['on-record', 'reported']).toContain(said?.grade);
            expect(said?.topics).toContain(topic);
            expect(said?.speakers.flatMap(({ actor, party }) => [actor, party])).toContain(holder);
          }
          expect(new Set(evidence.map(each => each.stance))).toEqual(new Set([stance]));
          expect(first).toBeLessThanOrEqual(latest);
        }
      }),
    );
  });

  it('loses or changes a position whose words are taken away', () => {
    fc.assert(
      fc.property(ledger, all => {
        for (const position of positions(all)) {
          const refs = position.evidence.map(({ ref }) => ref);
          const left = byCell(positions(all.filter(({ ref }) => !refs.includes(ref)))).get(cellKey(position));
          expect(left).not.toEqual(position);
          expect(left?.count ?? 0).toBeLessThan(position.count);
        }
      }),
    );
  });

  it('what was held on a later day is what was held before with the shifts between, where all was quoted', () => {
    fc.assert(
      fc.property(quotedLedger, fc.nat({ max: 40 }), fc.nat({ max: 40 }), (all, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map(
          each => dayOf(at('2025-10-20')) + each,
        );
        const until = (limit = 0): Map<string, Position> =>
          byCell(positions(all.filter(each => dayOf(each.at) <= limit)));
        const [before, after] = [until(early), until(late)];
        const between = shifts(all).filter(
          each => dayOf(each.at) > (early ?? 0) && dayOf(each.at) <= (late ?? 0),
        );
        for (const [key, { stance }] of before) {
          if (stance === 'noncommittal') continue;
          const moved = between.filter(each => cellKey(each) === key && each.figure === null);
          let held: Stance = stance;
          for (const { from, to } of moved) {
            expect(from).toBe(held);
            held = to;
          }
          expect(after.get(key)?.stance).toBe(held);
        }
      }),
    );
  });

  it('tells shifts from one side to another, with both in quotation marks and in the order of time', () => {
    fc.assert(
      fc.property(ledger, all => {
        const told = shifts(all);
        expect(told.map(each => each.at)).toEqual(told.map(each => each.at).sort((a, b) => a - b));
        for (const { before, after, from, to, figure, at: when } of told) {
          expect([before.kind, after.kind]).not.toContain('indirect');
          expect(before.at).toBeLessThanOrEqual(after.at);
          expect(after.at).toBeLessThanOrEqual(when);
          if (figure) expect(figure.from).not.toBe(figure.to);
          else {
            expect(from).not.toBe(to);
            expect([from, to]).not.toContain('noncommittal');
          }
        }
      }),
    );
  });
});
