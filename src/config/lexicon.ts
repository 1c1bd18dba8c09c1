import { z } from 'zod';
import type { Lexicon } from '../core/lexicon.ts';
import { cuesSchema } from './cues.ts';
import { text } from './fields.ts';
import { stanceCuesSchema } from './stance-cues.ts';
import { termCuesSchema } from './term-cues.ts';
import { rawKeys, type YamlFile } from './yaml.ts';

/** The schema of `lexicon/en.yaml`. */
export const lexiconSchema: z.ZodType<Lexicon> = z.strictObject({
  language: text,
  cues: cuesSchema,
  stance: stanceCuesSchema,
  terms: termCuesSchema,
});

/** What figures can be counted in. */
export const unitNames = (file: YamlFile): string[] => [
  ...new Set(['units', 'wholes', 'signs'].flatMap(key => rawKeys(file, 'terms', key))),
];
