import type { Attribution } from './attributions.ts';
import { isOutside } from './clauses.ts';
import type { Sentence } from './sentences.ts';

const turn = /^["“]?\p{Lu}[\p{Lu}.'’ -]{1,40}(?=:\s)/u;

/** Who takes turns in capitals, again and again: two at least. A few such lines are datelines or labels. */
export function turnTakers(lines: readonly string[]): ReadonlySet<string> {
  const turns = new Map<string, number>();
  for (const line of lines) {
    const name = turn.exec(line)?.[0].replace(/^["“]/, '');
    if (name !== undefined) turns.set(name, (turns.get(name) ?? 0) + 1);
  }
  const takers = [...turns].filter(([, count]) => count >= 2).map(([name]) => name);
  return new Set(takers.length >= 2 ? takers : []);
}

export const takesTurn = 'a turn in a transcript';

/** `ROE: We came early.`: a turn in a transcript. Some outlets put every paragraph of one in marks that never close. */
export function transcriptTurn(sentence: Sentence, takers: ReadonlySet<string>): Attribution | null {
  if (takers.size === 0) return null;
  const start = isOutside(sentence, 0) ? 0 : 1;
  const colon = sentence.tokens.findIndex(({ text }) => text === ':');
  if (!sentence.first || sentence.layer === 'heading' || colon <= start || colon > start + 3) return null;
  const name = sentence.tokens
    .slice(start, colon)
    .map(({ text }) => text)
    .join(' ');
  if (!takers.has(name) || colon + 2 >= sentence.tokens.length) return null;
  return {
    content: [{ from: colon + 1, to: sentence.tokens.length }],
    cue: [{ from: colon, to: colon + 1 }],
    source: { from: start, to: colon },
    shared: false,
    how: takesTurn,
  };
}
