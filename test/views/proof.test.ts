import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/core/message.ts';
import { utterances } from '../../src/core/utterance.ts';
import { outletsOf, utteranceQuote } from '../../src/views/proof.ts';
import { article, lakes, statement } from '../support/made.ts';

const here = statement({ article: 'a1', outlet: 'lakeside' });
const there = (copyOf: string | null) => statement({ article: 'a2', outlet: 'gazette', copyOf });
const proof = {
  catalog: lakes(),
  statements: new Map(),
  articles: new Map([['a1', article()]]),
};
const line = (blocks: readonly Block[]): string => JSON.stringify(blocks);

describe('the same text in two outlets', () => {
  it('counts once, as the outlet that had it first', () => {
    expect(outletsOf([there(null), here])).toEqual(['gazette', 'lakeside']);
    expect(outletsOf([there('a1'), here])).toEqual(['lakeside']);
    expect(outletsOf([there('a1')])).toEqual(['gazette']);
  });

  it('is named for what it is', () => {
    const shown = (copyOf: string | null) =>
      utterances([here, there(copyOf)]).flatMap(utterance => utteranceQuote(utterance, proof));
    expect(line(shown(null))).not.toContain('the same text');
    expect(line(shown('a1'))).toMatch(/also in .* \(the same text\)/);
  });
});
