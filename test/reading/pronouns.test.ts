import { describe, expect, it } from 'vitest';
import { pronounCases } from './pronoun-cases.ts';
import { article, shown } from './setting.ts';

interface Resolved {
  readonly what: string;
  readonly gold: string | null;
  readonly found: string | null | undefined;
}

/** The speaker of each passage's last statement, beside the editor's. */
const resolved: readonly Resolved[] = pronounCases.map(([what, paragraphs, gold]) => ({
  what,
  gold,
  found: shown(article(...paragraphs)).at(-1)?.speaker,
}));

const described = ({ what, gold, found }: Resolved): string => `${what}: ${found}, not ${gold}`;

describe('pronouns in passages labelled by hand', () => {
  it('stand for whom the editor says in nine of ten', () => {
    const missed = resolved.filter(({ gold, found }) => found !== gold);
    expect(missed.length / resolved.length, missed.map(described).join('\n')).toBeLessThanOrEqual(0.1);
  });

  it('stand for nobody where the editor could not tell', () => {
    const guessed = resolved.filter(({ gold, found }) => gold === null && found !== null);
    expect(guessed.map(described)).toEqual([]);
  });
});
