import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchWords } from '../../src/app/search.ts';

describe('searchWords', () => {
  it('takes words by their stems, and what stands in quotation marks as a phrase', () => {
    expect(searchWords('Ceasefire “talks in Geneva” now')).toEqual(['ceasefire', 'talks in geneva', 'now']);
    expect(searchWords('"talks" "in')).toEqual(['talks', 'in']);
    expect(searchWords('Зеленський Erdoğan')).toEqual(['зеленський', 'erdoğan']);
  });

  it('takes figures as they are on record', () => {
    expect(searchWords('600,000 troops')).toEqual(['600000', 'troops']);
  });

  it.each(['***', '"', '""', '( ) OR', '-', '\0', '', '/* --'])(
    'gives %j no other meaning than its words',
    typed => {
      expect(searchWords(typed).join(' ')).toMatch(/^(or)?$/);
    },
  );

  it('gives a dozen words at most of whatever is typed, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000, unit: 'grapheme' }), typed => {
        const words = searchWords(typed);
        expect(words.length).toBeLessThanOrEqual(12);
        expect(words.every(word => word !== '' && word.isWellFormed())).toBe(true);
      }),
    );
  });
});
