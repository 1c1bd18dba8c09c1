import { z } from 'zod';
import type { Lexicon } from '../core/lexicon.ts';
import { cuesSchema } from './cues.ts';
import { text } from './fields.ts';
import { stanceCuesSchema } from './stance-cues.ts';

/** The schema of `lexicon/en.yaml`. */
export const lexiconSchema: z.ZodType<Lexicon> = z.strictObject({
  language: text,
  cues: cuesSchema,
  stance: stanceCuesSchema,
});
