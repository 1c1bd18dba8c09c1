import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hour } from '../../src/core/time.ts';
import { bestRendering, utterances } from '../../src/core/utterance.ts';
import { at, speakerOf, statement } from '../support/made.ts';

const morning = at('2025-11-27T08:00Z');
const words = ['dam', 'basis', 'agreement', 'futur', 'serv'];
const said = (given: Parameters<typeof statement>[0] = {}) =>
  statement({ at: morning, stems: words, ...given });

const refs = (all: Parameters<typeof utterances>[0]): string[][] =>
  utterances(all).map(({ renderings }) => renderings.map(({ ref }) => ref));

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

  it('joins the paraphrase of an article with the quotation behind it, but not two quotations', () => {
    const lead = said({ article: 'x', kind: 'indirect', stems: 'the dam must be removed soon'.split(' ') });
    const quoted = said({
      article: 'x',
      content: [{ start: 40, end: 90 }],
      stems: 'we want the dam removed this winter'.split(' '),
    });
    const other = said({
      article: 'x',
      content: [{ start: 140, end: 190 }],
      stems: 'a dam like this kills the trout'.split(' '),
    });
    expect(refs([lead, quoted, other])).toEqual([[lead.ref, quoted.ref], [other.ref]]);
  });

  it('joins what leans on the words before', () => {
    const lead = said({
      article: 'x',
      kind: 'indirect',
      stems: 'nordish opposition to a barrage'.split(' '),
    });
    const leaning = said({
      article: 'x',
      kind: 'mixed',
      content: [{ start: 40, end: 60 }],
      stems: ['it', 'unacceptable'],
    });
    expect(refs([lead, leaning])).toEqual([[lead.ref, leaning.ref]]);
  });

  it('takes freely translated words together where the articles share an occasion', () => {
    const clear = 'nets and buoys must vanish from the strait by spring'.split(' ');
    const [one, two] = [
      'turbines below the falls disturb spawning trout',
      'the machines under the falls disturb fish',
    ].map(line => line.split(' '));
    const first = said({ article: 'x', stances: [], stems: one ?? [] });
    const second = said({ article: 'y', stances: [], at: morning + hour, stems: two ?? [] });
    const [shown, again] = [first, second].map(({ article, at }) =>
      said({ article, at, content: [{ start: 40, end: 90 }], topic: 'quota', stems: clear }),
    );
    expect(utterances([first, second])).toHaveLength(2);
    expect(shown && again && utterances([first, second, shown, again])).toHaveLength(2);
  });

  it('keeps headlines apart: they are no evidence', () => {
    expect(utterances([said(), said({ layer: 'heading' })])).toHaveLength(2);
  });

  it('does not let a vague rendering bring two figures together', () => {
    const figure = (number: string): string[] => [...words, 'seventy', 'boats', number];
    const all = ['600,000', '', '800,000'].map((number, i) =>
      said({ at: morning + i * hour, stems: number ? figure(number) : [...words, 'seventy', 'boats'] }),
    );
    expect(utterances(all).map(({ renderings }) => renderings.length)).toEqual([2, 1]);
  });

  it('does not depend on the order of arrival', () => {
    const all = [
      said(),
      said({ at: morning + hour }),
      said({ at: morning + 2 * hour, stems: ['quota'] }),
      said({ at: morning + 3 * hour, stems: [...words, '600,000'] }),
      said({ at: morning + 4 * hour, stems: [...words, '800,000'], stance: 'noncommittal' }),
      said({ at: morning + 4 * hour, stems: ['quota', 'dam', 'serv'], kind: 'indirect', article: 'x' }),
      said({ at: morning + 4 * hour, stems: ['quota', 'serv', 'basis'], article: 'x' }),
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
