import { z } from 'zod';
import type { Cues } from '../core/cues.ts';

const phrase = z.string().trim().min(1);
const phrases = z.array(phrase).default([]);

/** The `cues:` key of a lexicon: how speech is attributed. */
export const cuesSchema: z.ZodType<Cues> = z.strictObject({
  clause: phrases,
  recipient: phrases,
  object: phrases,
  naming: phrases,
  infinitive: phrases,
  belief: phrases,
  quoting: phrases,
  nouns: phrases,
  phrases,
  irregular: z.record(z.string(), z.array(phrase)).default({}),
  occasions: phrases,
  pieces: phrases,
  days: phrases,
  periods: phrases,
  months: phrases,
  abbreviations: phrases,
  connectives: phrases,
  unnamed: phrases,
  observers: phrases,
  titles: phrases,
  maleTitles: phrases,
  femaleTitles: phrases,
  maleNames: phrases,
  femaleNames: phrases,
  boilerplate: phrases,
});
