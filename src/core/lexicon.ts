import type { Cues } from './cues.ts';
import type { StanceCues } from './stance-cues.ts';
import type { TermCues } from './term-cues.ts';

/** What an editor can teach the reading of one language without code: `config/lexicon/en.yaml`. */
export interface Lexicon {
  readonly language: string;
  readonly cues: Cues;
  readonly stance: StanceCues;
  readonly terms: TermCues;
}
