import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Correction } from '../../src/core/correction.ts';
import type { Statement } from '../../src/core/statement.ts';
import { hour } from '../../src/core/time.ts';
import { utterances } from '../../src/core/utterance.ts';
import { at, speakerOf, statement } from '../support/made.ts';

const morning = at('2025-11-27T08:00Z');
const words = ['dam', 'basis', 'agreement', 'futur', 'serv'];
const other = ['quota', 'trout', 'season', 'nets'];

/** A, b and c are renderings of one utterance; d is another; `x` has an unclear speaker. */
const found = {
  a: statement({ ref: 'a', at: morning, stems: words }),
  b: statement({ ref: 'b', at: morning + hour, stems: words }),
  c: statement({ ref: 'c', at: morning + 2 * hour, stems: words }),
  d: statement({ ref: 'd', at: morning + 3 * hour, stems: other, topic: 'quota' }),
  x: statement({ ref: 'x', at: morning - hour, stems: words, speakers: [] }),
};
type Ref = keyof typeof found;

const withChanges = (ref: Ref, changes: readonly Change[]): Statement => ({
  ...found[ref],
  corrections: changes.map(
    (change): Correction => ({ ...change, ref, by: 'terminal editor', at: morning, reason: '' }),
  ),
});

const grouped = (
  changes: Partial<Record<Ref, Change[]>> = {},
  refs = Object.keys(found) as Ref[],
): string[] =>
  utterances(refs.map(ref => withChanges(ref, changes[ref] ?? [])))
    .map(({ renderings }) => renderings.map(({ ref }) => ref).join(''))
    .sort();

const apart: Change = { what: 'apart' };
const restored: Change = { what: 'restored' };
const together = (ref: string): Change => ({ what: 'together', with: ref });

describe('what an editor said of utterances', () => {
  it('is nothing at first', () => {
    expect(grouped()).toEqual(['abc', 'd', 'x']);
  });

  it.each<[string, Partial<Record<Ref, Change[]>>, string[]]>([
    ['takes one apart', { b: [apart] }, ['ac', 'b', 'd', 'x']],
    ['takes the earliest apart', { a: [apart] }, ['a', 'bc', 'd', 'x']],
    ['brings two utterances together', { d: [together('b')] }, ['abcd', 'x']],
    ['brings an unclear speaker in', { x: [together('a')] }, ['d', 'xabc']],
    ['takes one from here to there', { c: [apart, together('d')] }, ['ab', 'cd', 'x']],
    ['apart undoes what was brought together before', { d: [together('b'), apart] }, ['abc', 'd', 'x']],
    ['taken back, it is as found', { d: [together('b'), restored], b: [apart, restored] }, ['abc', 'd', 'x']],
    [
      'with itself or with what is gone, nothing changes',
      { d: [together('d'), together('zz')] },
      ['abc', 'd', 'x'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(grouped(changes)).toEqual(expected);
  });

  it('brings together what belongs with a third that is not looked at', () => {
    expect(grouped({ d: [together('b')], x: [together('b')] }, ['d', 'x'])).toEqual(['xd']);
  });

  it('knows a statement by the refs of its earlier readings', () => {
    const all = [withChanges('d', [together('old')]), { ...found.b, otherRefs: ['old'] }];
    expect(utterances(all).map(({ ref }) => ref)).toEqual(['b']);
  });

  it('takes a ref for the statement that bears it, not for another that once did', () => {
    const all = [withChanges('d', [together('b')]), found.b, { ...found.x, otherRefs: ['b'] }];
    expect(utterances(all).map(({ ref }) => ref)).toEqual(['x', 'b']);
  });

  it('names the speaker whom one rendering names', () => {
    const [joined] = utterances([withChanges('x', [together('a')]), found.a]);
    expect(joined).toMatchObject({ ref: 'x', speaker: speakerOf.berg });
  });

  it('holds in any order of arrival', () => {
    const refs = fc.constantFrom('a', 'b', 'c', 'd', 'x', 'zz');
    const change = fc.oneof(fc.constantFrom(apart, restored), refs.map(together));
    const all = fc.record({
      a: fc.array(change, { maxLength: 2 }),
      b: fc.array(change, { maxLength: 2 }),
      c: fc.array(change, { maxLength: 2 }),
      d: fc.array(change, { maxLength: 2 }),
      x: fc.array(change, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(
        all,
        fc.shuffledSubarray(Object.keys(found) as Ref[], { minLength: 5 }),
        (changes, order) => {
          expect(grouped(changes, order)).toEqual(grouped(changes));
        },
      ),
    );
  });
});
