import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, type Correction, corrected } from '../../src/core/correction.ts';
import { positions, shifts } from '../../src/core/position.ts';
import type { Stance, Statement } from '../../src/core/statement.ts';
import { at, speakerOf, statement } from '../support/made.ts';

const by = (ref: string, ...changes: Change[]): Correction[] =>
  changes.map((change, index) => ({
    ...change,
    ref,
    by: 'terminal editor',
    at: at('2025-11-28') + index,
    reason: '',
  }));

const after = (given: Statement, ...changes: Change[]): Statement =>
  corrected(given, by(given.ref, ...changes));

const stances = ({ stances: all }: Statement) => all.map(each => [each.topic, each.holder, each.stance]);

describe('an editor', () => {
  it('names another speaker: what the side held becomes that of his side', () => {
    const found = after(statement(), { what: 'speaker', speakers: [speakerOf.ost] });
    expect([stances(found), found.grade]).toEqual([[['dam', 'sudland', 'opposes']], 'on-record']);
    expect(positions([found]).map(({ holder }) => holder)).toEqual(['sudland', 'ost']);
  });

  it('what the words say of a third party stays said of it', () => {
    const about = statement({ stances: [{ topic: 'dam', holder: 'league', stance: 'opposes', why: [] }] });
    const found = after(about, { what: 'speaker', speakers: [speakerOf.ost] });
    expect([stances(found), found.grade]).toEqual([[['dam', 'league', 'opposes']], 'reported']);
    const own = after(about, { what: 'speaker', speakers: [speakerOf.league] });
    expect([stances(own), own.grade]).toEqual([[['dam', 'league', 'opposes']], 'on-record']);
  });

  it('says that nobody knows who speaks: it holds for nobody', () => {
    const found = after(statement(), { what: 'speaker', speakers: [] });
    expect([stances(found), found.grade, positions([found])]).toEqual([[], 'anonymous', []]);
  });

  it('a joint statement is corrected to one of its voices', () => {
    const joint = statement({
      speakers: [speakerOf.berg, speakerOf.ost],
      stances: ['nordland', 'sudland'].map(holder => ({ topic: 'dam', holder, stance: 'opposes', why: [] })),
    });
    expect(stances(after(joint, { what: 'speaker', speakers: [speakerOf.ost] }))).toEqual([
      ['dam', 'sudland', 'opposes'],
    ]);
  });

  it('sets a stance, of the side that speaks or of another', () => {
    const own: Change = { what: 'stance', topic: 'dam', holder: 'nordland', stance: 'supports' };
    expect(positions([after(statement(), own)])[0]).toMatchObject({ stance: 'supports' });
    const other: Change = { what: 'stance', topic: 'quota', holder: 'sudland', stance: 'supports' };
    const found = after(statement(), other);
    expect([found.topics, found.grade]).toEqual([['dam', 'quota'], 'reported']);
  });

  it('gives back to a voice its own position where it was taken for a description', () => {
    const reported = statement({
      grade: 'reported',
      stances: [{ topic: 'dam', holder: 'sudland', stance: 'opposes', why: [] }],
    });
    const own: Change = { what: 'stance', topic: 'dam', holder: 'nordland', stance: 'opposes' };
    expect(positions([after(reported, own)]).map(({ holder }) => holder)).toEqual(['nordland', 'berg']);
  });

  it('takes a statement off a topic, with the figures it named on it', () => {
    const term = {
      span: { start: 0, end: 3 },
      kind: 'number',
      value: 6,
      unit: 'gates',
      topic: 'dam',
    } as const;
    const found = after(statement({ terms: [term] }), { what: 'off-topic', topic: 'dam' });
    expect([found.topics, stances(found), found.terms[0]?.topic]).toEqual([[], [], null]);
  });

  it('withdraws it: it sets no position and is not lost', () => {
    const found = after(statement(), { what: 'withdrawn' });
    expect([found.standing, positions([found])]).toEqual(['withdrawn', []]);
    expect(after(statement(), { what: 'withdrawn' }, { what: 'restored' }).standing).toBe('current');
  });
});

const side = fc.constantFrom<Stance>('supports', 'opposes', 'conditional', 'noncommittal');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>({ what: 'speaker', speakers: [speakerOf.ost] }),
  fc.constant<Change>({ what: 'speaker', speakers: [] }),
  side.map((stance): Change => ({ what: 'stance', topic: 'dam', holder: 'nordland', stance })),
  fc.constantFrom<Change>({ what: 'off-topic', topic: 'dam' }, { what: 'withdrawn' }, { what: 'apart' }),
  fc.constant<Change>({ what: 'together', with: 'r0000000' }),
);

describe('corrections', () => {
  it('taken back leave the statement as it was found', () => {
    fc.assert(
      fc.property(fc.array(change), side, (changes, stance) => {
        const found = statement({ stance });
        const { corrections, ...rest } = after(found, ...changes, { what: 'restored' });
        expect({ ...rest, corrections: [] }).toEqual(found);
        expect(corrections).toHaveLength(changes.length + 1);
      }),
    );
  });

  it('taken back leave positions and shifts as they were', () => {
    const one = fc.tuple(fc.integer({ min: 1, max: 28 }), side, fc.array(change, { maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), all => {
        const found = all.map(([day, stance]) =>
          statement({ at: at('2025-11-01') + day * 86_400_000, stance }),
        );
        const restored = found.map((each, index) =>
          after(each, ...(all[index]?.[2] ?? []), { what: 'restored' }),
        );
        expect(positions(restored)).toEqual(positions(found));
        expect(shifts(restored)).toEqual(shifts(found));
      }),
    );
  });
});
