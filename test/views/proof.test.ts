import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/core/message.ts';
import { utterances } from '../../src/core/utterance.ts';
import { outletsOf, utteranceQuote } from '../../src/views/proof.ts';
import { article, lakes, statement } from '../support/made.ts';

const here = statement({ article: 'a1', outlet: 'lakeside' });
const there = statement({ article: 'a2', outlet: 'gazette' });
const proof = (copyOf: string | null) => ({
  catalog: lakes(),
  statements: new Map(),
  articles: new Map([
    ['a1', article()],
    ['a2', article({ id: 'a2', outlet: 'gazette', copyOf })],
  ]),
});
const line = (blocks: readonly Block[]): string => JSON.stringify(blocks);

describe('the same text in two outlets', () => {
  it('counts once, as the outlet that had it first', () => {
    expect(outletsOf([there, here], proof(null))).toEqual(['gazette', 'lakeside']);
    expect(outletsOf([there, here], proof('a1'))).toEqual(['lakeside']);
    expect(outletsOf([there], proof('a1'))).toEqual(['gazette']);
  });

  it('is named for what it is', () => {
    const [utterance] = utterances([here, there]);
    if (!utterance) throw new Error('no utterance');
    expect(line(utteranceQuote(utterance, proof(null)))).not.toContain('the same text');
    expect(line(utteranceQuote(utterance, proof('a1')))).toMatch(/also in .* \(the same text\)/);
  });
});
