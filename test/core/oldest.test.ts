import { expect, test } from 'vitest';
import { dropOldest } from '../../src/core/oldest.ts';

test('what came first goes first, until no more than the most are left', () => {
  const kept = new Set(['a', 'b', 'c', 'd']);
  kept.delete('a');
  kept.add('a');
  dropOldest(kept, 2);
  expect([...kept]).toEqual(['d', 'a']);
  dropOldest(kept, 2);
  expect(kept.size).toBe(2);
});
