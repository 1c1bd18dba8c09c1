import { z } from 'zod';
import type { TermCues } from '../core/term-cues.ts';

const phrases = z.array(z.string().trim().min(1));
const byName = z.record(z.string(), phrases);
const numbers = z.record(z.string(), z.number());

/** The `terms:` key of `lexicon/*.yaml`. */
export const termCuesSchema: z.ZodType<TermCues> = z.strictObject({
  units: byName,
  wholes: byName,
  durations: numbers,
  signs: byName,
  numerals: numbers,
  magnitudes: numbers,
  ranges: phrases,
  changes: phrases,
  months: phrases,
  weekdays: phrases,
  feasts: z.record(z.string(), z.string().regex(/^\d\d-\d\d$/, 'a day is written month and day, as 12-25')),
  events: phrases,
  within: phrases,
  by: phrases,
  vague: phrases,
  conditions: phrases,
  unconditional: phrases,
  sequence: phrases,
  steps: phrases,
  unordered: phrases,
  past: phrases,
});
