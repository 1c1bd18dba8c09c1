import { describe, expect, it } from 'vitest';
import { dayOf, told } from '../../src/core/utterance-told.ts';
import { at, speakerOf } from '../support/made.ts';

/** The content stands in «», the cue in {}. The article is of Friday, 28 November 2025, noon. */
function toldOf(marked: string, published = '2025-11-28T12:00Z'): ReturnType<typeof told> {
  const bare = (part: string): string => part.replace(/[«»{}]/g, '');
  const span = (open: string, close: string) => ({
    start: bare(marked.slice(0, marked.indexOf(open))).length,
    end: bare(marked.slice(0, marked.indexOf(close))).length,
  });
  const found = { content: [span('«', '»')], cue: [span('{', '}')], source: [], speakers: [speakerOf.berg] };
  const known: Record<string, string> = {
    Sudland: 'sudland',
    Sudish: 'sudland',
    Ost: 'sudland/ost',
    Nordland: 'nordland',
  };
  return told(bare(marked), found, at(published), words => known[words] ?? null);
}

describe('the day on which words were said', () => {
  it.each([
    ['Berg {said} on Thursday that «the dam leaks».', '2025-11-27'],
    ['Berg {said} on Friday that «the dam leaks».', '2025-11-28'],
    ['«The dam leaks on Monday», Berg {said} on Wednesday.', '2025-11-26'],
    ['Berg {said} on 21 November that «the dam leaks».', '2025-11-21'],
    ['On December 30, Berg {said} «the dam leaks».', '2024-12-30'],
    ['Berg {said} yesterday that «the dam leaks».', '2025-11-27'],
    [
      'In an interview published on Tuesday, Berg spoke of water.\n“Look,” she {said}, «the dam leaks».',
      '2025-11-25',
    ],
    ['Sudland attacked on Tuesday. Berg {said} «the dam leaks».', null],
    ['Berg, who will leave on Thursday, {said} «the dam leaks».', null],
  ])('%s → %s', (text, day) => {
    const wanted = day === null ? null : dayOf(at(day));
    expect(toldOf(text).days).toEqual(wanted === null ? null : { first: wanted, last: wanted });
  });

  it('a Friday that has begun in Tokyo is not the Friday before', () => {
    expect(toldOf('Berg {said} on Friday «the dam leaks».', '2025-11-27T17:00Z').days?.last).toBe(
      dayOf(at('2025-11-28')),
    );
  });
});

describe('figures, names and addressees', () => {
  it.each([
    ['Berg {said} «the quota of 600,000 tonnes ends on 3 March».', { figures: ['600000'] }],
    ['Berg {said} «three boats carried 1.5 tonnes».', { figures: ['1.5', '3'] }],
    ['Berg {said} «Sudish boats must leave Nordland».', { names: ['sudland'] }],
    ['Berg {said} «President Ost would come to Vestmark».', { names: ['sudland/ost', 'vestmark'] }],
    ['Berg {said} «Boats are FINAL».', { names: [] }],
    ['Berg {said} «talks would be held in Torvik».', { names: [], places: ['torvik'] }],
    ['Berg {told} the Assembly that «the dam leaks».', { to: ['assembly'] }],
    ['Berg {told} reporters that «the dam leaks».', { to: [] }],
    ['Berg {urged} Sudland «to mend the dam».', { to: ['sudland'] }],
  ])('%s', (text, wanted) => {
    expect(toldOf(text)).toMatchObject(wanted);
  });
});
