import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Found, Span } from '../../src/core/statement.ts';
import { read } from '../../src/reading/read.ts';
import { setting } from './setting.ts';
import { mutated, wireCopy } from './wire.ts';

const texts = fc.oneof(wireCopy, mutated(wireCopy));
const everySpan = ({ content, cue, source, quotations }: Found): readonly Span[] => [
  ...content,
  ...cue,
  ...source,
  ...quotations,
];
const holds = (property: (text: string, statements: readonly Found[]) => void, numRuns = 250): void =>
  fc.assert(
    fc.property(texts, text => property(text, read(text, setting).statements)),
    { numRuns },
  );

const opens = /(?:["“„‟«»”＂'‘’‚‹›`])$/u;
const splitsPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');

describe('of wire copy, whole or damaged', () => {
  test('wire copy is read: most articles have statements', () => {
    const sample = fc.sample(wireCopy, { numRuns: 40, seed: 7 });
    const read40 = sample.filter(text => read(text, setting).statements.length > 0);
    expect(read40.length).toBeGreaterThan(30);
  });

  test('places lie inside the text and no character is cut in two', () => {
    holds((text, statements) => {
      for (const { start, end } of statements.flatMap(everySpan)) {
        expect(0 <= start && start < end && end <= text.length).toBe(true);
        expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false);
      }
    });
  });

  test('the parts of a content follow each other', () => {
    holds((_, statements) => {
      for (const { content } of statements)
        expect(content.every(({ start }, at) => at === 0 || start >= (content[at - 1]?.end ?? 0))).toBe(true);
    });
  });

  test('no word belongs to two statements', () => {
    holds((_, statements) => {
      const all = statements.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
      expect(all.every(({ start }, at) => at === 0 || start >= (all[at - 1]?.end ?? 0))).toBe(true);
    });
  });

  test('a quotation begins at a mark and holds no line break', () => {
    holds((text, statements) => {
      for (const { start, end } of statements.flatMap(({ quotations }) => quotations)) {
        expect(text.slice(0, start)).toMatch(opens);
        expect(text.slice(start, end)).not.toMatch(/[\r\n]/);
      }
    });
  });

  test('reading again gives the same', () => {
    holds((text, statements) => {
      expect(read(text, setting).statements).toEqual(statements);
    }, 80);
  });
});
