import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hour } from '../../src/core/time.ts';
import { bestRendering, utterances } from '../../src/core/utterance.ts';
import { at, speakerOf, statement } from '../support/made.ts';

const morning = at('2025-11-27T08:00Z');
const words = ['dam', 'basis', 'agreement', 'futur', 'serv'];
const said = (given: Parameters<typeof statement>[0] = {}) =>
  statement({ at: morning, stems: words, ...given });

describe('utterances', () => {
  it('join renderings of several outlets, the earliest first', () => {
    const late = said({ at: morning + 2 * hour, outlet: 'gazette', stems: [...words, 'overal'] });
    const early = said({ stems: words });
    expect(utterances([late, early])).toMatchObject([
      { ref: early.ref, at: morning, renderings: [early, late] },
    ]);
  });

  it.each<[string, Parameters<typeof statement>[0]]>([
    ['another speaker', { speakers: [speakerOf.ost] }],
    ['an unclear speaker', { speakers: [] }],
    ['three days later', { at: morning + 72 * hour }],
    ['the opposite stance', { stance: 'supports' }],
    ['other words', { stems: ['quota', 'water', 'fish', 'season'] }],
  ])('%s is another utterance', (_, given) => {
    expect(utterances([said(), said(given)])).toHaveLength(2);
  });

  it('different figures never match', () => {
    expect(
      utterances([said({ stems: [...words, '600,000'] }), said({ stems: [...words, '800,000'] })]),
    ).toHaveLength(2);
    expect(utterances([said({ stems: [...words, '600,000'] }), said({ stems: words })])).toHaveLength(1);
  });

  it('does not depend on the order of arrival', () => {
    const all = [
      said(),
      said({ at: morning + hour }),
      said({ at: morning + 2 * hour, stems: ['quota'] }),
      said({ speakers: [] }),
    ];
    const wanted = utterances(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), order => {
        expect(utterances(order)).toEqual(wanted);
      }),
    );
  });

  it('shows what is quoted directly before what is paraphrased', () => {
    const paraphrase = said({ kind: 'indirect', content: [{ start: 0, end: 90 }] });
    const quoted = said({ at: morning + hour });
    const [only] = utterances([paraphrase, quoted]);
    expect(only && bestRendering(only).ref).toBe(quoted.ref);
  });
});
