import type { Catalog } from '../core/catalog.ts';
import type { Lexicon } from '../core/lexicon.ts';
import type { Kind, Layer, Speaker } from '../core/statement.ts';
import type { Instant } from '../core/time.ts';

/** What a reading may know besides the text. */
export interface Setting {
  readonly catalog: Catalog;
  readonly lexicon: Lexicon;
  /** The article's date: offices are looked up at it. */
  readonly at: Instant;
}

/** One attribution as the reading of topics and stances sees it: words, no offsets. */
export interface Said {
  /** The content's spans, joined by a space. */
  readonly text: string;
  /** The whole sentence, or sentences, in which content and cue stand. */
  readonly sentence: string;
  /** The cue's words in lower case; empty where a quotation runs on without one. */
  readonly cue: string;
  readonly kind: Kind;
  readonly layer: Layer;
  /** Empty where the speaker is unclear or unnamed. */
  readonly speakers: readonly Speaker[];
  /** Up to two sentences that precede. */
  readonly before: string;
  /** The headline. */
  readonly title: string;
}
