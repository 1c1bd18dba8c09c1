import { describe, expect, it } from 'vitest';
import { tokens } from '../../src/reading/tokens.ts';

const shown = (text: string): string[] => tokens(text).map(({ text: word, pos }) => `${word}/${pos}`);

describe('tokens', () => {
  it('do not depend on what was read before', () => {
    const before = shown('Holmvik’s allies met.');
    expect(before.slice(0, 2)).toEqual(['Holmvik/PROPN', '’s/PART']);
    tokens('The plan was better than Holmvik’s, the mayor said.');
    expect(shown('Holmvik’s allies met.')).toEqual(before);
  });

  it('stay the same over more new words than the tokenizer keeps', () => {
    const text = 'Berg and Holmvik signed the 1998 straits accord in Torvik.';
    const before = shown(text);
    const words = Array.from({ length: 25_000 }, (_, i) =>
      `Q${i}z`.replace(/\d/g, digit => 'abcdefghij'.charAt(Number(digit))),
    );
    expect(tokens(words.join(' ')).map(token => token.text)).toEqual(words);
    expect(shown(text)).toEqual(before);
  });

  it('have the places of their words in the text', () => {
    const text = 'He didn’t say “no”, 10:30 a.m.\u00a0Erdoğan-led talks…';
    for (const { start, end, text: word } of tokens(text)) expect(text.slice(start, end)).toBe(word);
  });
});
