import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorsNamed, folded, partyOf } from '../../src/core/catalog.ts';
import { told } from '../../src/core/utterance-told.ts';
import { type Rendered, wordings } from '../../src/core/wording.ts';
import { at, lakes, speakerOf, statement } from '../support/made.ts';

const when = at('2025-11-27T10:00Z');
const catalog = lakes();

const nameOf = (words: string): string | null => {
  const ofState = [...catalog.actors.values()].filter(({ adjectives }) => adjectives.includes(words));
  const [only, ...others] = [...actorsNamed(catalog, folded(words)), ...ofState];
  if (!only || others.length > 0) return null;
  return partyOf(catalog, only.id, when) ?? only.id;
};

/** An article that says nothing but this. */
function rendered(words: string): Rendered {
  const text = `Berg said: ${words}`;
  const content = [{ start: 11, end: text.length }];
  const placed = { content, cue: [], source: [], speakers: [speakerOf.berg] };
  return { text, statement: statement({ content, told: told(text, placed, when, nameOf) }) };
}

const shown = (...words: string[]): string[] => {
  const all = words.map(rendered);
  const textOf = new Map(all.map(({ statement: { ref }, text }) => [ref, text]));
  return wordings(all).map(({ what, one, other }) =>
    [
      what,
      ...[one, other].map(({ statement: { ref }, span }) => textOf.get(ref)?.slice(span.start, span.end)),
    ].join(' | '),
  );
};

describe('differences in wording', () => {
  it.each([
    [
      'the settlement requires recognition of a new political framework',
      'a settlement requires recognition of Nordish territorial gains',
      'matter | a new political framework | Nordish territorial gains',
    ],
    [
      'we will discuss the shore line with the League',
      'we will discuss the fishing villages with the League',
      'matter | the shore line | the fishing villages',
    ],
    ['the dam needs 40 gates', 'the dam needs several gates', 'figure | 40 | several'],
    ['a quota of 600 boats is enough', 'a quota of 600,000 boats is enough', 'figure | 600 | 600,000'],
    [
      'we want a temporary truce on the lakes',
      'we want a lasting truce on the lakes',
      'extent | a temporary | a lasting',
    ],
    [
      'we demand a full withdrawal from the narrows',
      'we demand a gradual withdrawal from the narrows',
      'extent | a full | a gradual',
    ],
    [
      'we spoke with Sudland about the dam',
      'we spoke with Westmark about the dam',
      'name | Sudland | Westmark',
    ],
  ])('%s / %s', (one, other, expected) => {
    expect(shown(one, other)).toEqual([expected]);
  });

  it.each([
    ['the dam will never be built', 'the dam will never be built'],
    ['this could serve as a basis for a quota', 'it can be used as the foundation of a quota'],
    ['we cannot accept a dam on the upper lake', 'Nordland rejects a dam on the upper lake'],
    [
      'Sudish troops must pull back from the areas they occupy',
      'the forces of Sudland should withdraw from the territories they hold',
    ],
    ['the talks will resume next week', 'negotiations are to restart in the coming week'],
    ['we are ready to talk', 'we are prepared for a dialogue'],
    ['the dam needs 40 gates', 'the dam needs 40 big gates'],
    ['a quota of 600,000 boats', 'a quota of 600 000 boats'],
    ['we spoke with Sudland about the dam', 'we spoke with the Sudish side about the dam'],
    ['no dam', 'the quota is too small'],
    ['', 'the quota is too small'],
    [
      'we thank the League for its work on the dam',
      'we are grateful to the League for what it did on the dam',
    ],
    ['she hopes for an agreement soon', 'she expects a deal before long'],
    ['the dam is a mistake, and it will cost us the trout', 'the dam is a mistake'],
    [
      'the dam would flood the valley within days',
      'the dam would put the valley under water in a matter of days',
    ],
  ])('none: %s / %s', (one, other) => {
    expect(shown(one, other)).toEqual([]);
  });

  it('are told of the first rendering against each other one, three at most', () => {
    const others = ['several', 'many', '600', '50', '30'].map(word => `the dam needs ${word} gates`);
    expect(shown('the dam needs 40 gates', ...others)).toHaveLength(3);
    expect(shown('the dam needs 40 gates')).toEqual([]);
    expect(shown()).toEqual([]);
  });

  it('stand in the content of their statements, whatever the words', () => {
    const word = fc.constantFrom(
      'the',
      'dam',
      'a',
      '40',
      'Sudland',
      'temporary',
      'truce',
      'not',
      'quota',
      'new',
      'framework',
      '“',
      '.',
      'é',
      '🕊',
    );
    const words = fc.array(word, { maxLength: 25 }).map(all => all.join(' '));
    fc.assert(
      fc.property(words, words, (one, other) => {
        for (const each of wordings([rendered(one), rendered(other)]))
          for (const { statement: said, span } of [each.one, each.other]) {
            const [content] = said.content;
            expect(content && content.start <= span.start && span.end <= content.end).toBe(true);
            expect(span.start).toBeLessThan(span.end);
          }
      }),
    );
  });
});
