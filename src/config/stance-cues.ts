import { z } from 'zod';
import type { StanceCues } from '../core/stance-cues.ts';

const phrases = z.array(z.string().trim().min(1));

/** The `stance:` key of `lexicon/*.yaml`. */
export const stanceCuesSchema: z.ZodType<StanceCues> = z.strictObject({
  forms: z.record(z.string(), phrases),
  favour: phrases,
  against: phrases,
  affirm: phrases,
  reverse: phrases,
  deny: phrases,
  claims: phrases,
  doubts: phrases,
  settled: phrases,
  grants: phrases,
  charges: phrases,
  open: phrases,
  negators: phrases,
  unsure: phrases,
  idle: phrases,
  lacking: phrases,
  duties: phrases,
  hedges: phrases,
  demanded: phrases,
  named: phrases,
  preceding: phrases,
  consequences: phrases,
  threats: phrases,
  copulas: phrases,
  naming: phrases,
  auxiliaries: phrases,
  ourselves: phrases,
  others: phrases,
  pronouns: phrases,
  prepositions: phrases,
  joints: phrases,
  turns: phrases,
  occasions: phrases,
});
