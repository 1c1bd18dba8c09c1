import type { ActorId } from './actor.ts';
import type { ArticleId } from './article.ts';
import type { Correction } from './correction.ts';
import type { Term } from './term.ts';
import type { Instant } from './time.ts';
import type { TopicId } from './topic.ts';
import type { Told } from './utterance-told.ts';

/** Half-open, in UTF-16 code units of the snapshot's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `direct`: wholly in quotation marks; `mixed`: partly; `indirect`: the outlet's own words. */
export type Kind = 'direct' | 'mixed' | 'indirect';

/** Headlines and subheadings are not evidence for a position. */
export type Layer = 'body' | 'heading';

/**
 * `on-record`: the party's own named voice, office or document; `anonymous`: "officials say"; `reported`: someone
 * else describing the holder; `analyst`: an observer. Only what a named voice says for its own side sets a position.
 */
export type Grade = 'on-record' | 'anonymous' | 'reported' | 'analyst';

/** The attitude of one statement to one topic's proposition; `noncommittal` is also the answer to doubt. */
export type Stance = 'supports' | 'opposes' | 'conditional' | 'noncommittal';

export interface StanceOn {
  readonly topic: TopicId;
  /** The party whose position it is. */
  readonly holder: ActorId;
  readonly stance: Stance;
  /** The steps that led to the label, one sentence each, for `/why`. */
  readonly why: readonly string[];
}

/** What a speaker for no party that the desk follows says: words on a topic, nobody's position. */
export type StanceUnheld = Omit<StanceOn, 'holder'>;

export interface Speaker {
  /** As a reader would write it: the configured name, or the fullest form in the article. */
  readonly name: string;
  /** The configured person or body, null for someone the desk does not follow. */
  readonly actor: ActorId | null;
  /** The party the speaker speaks for on the day. */
  readonly party: ActorId | null;
  /** The office held on the day, as "President of Russia". */
  readonly office: string | null;
}

/** One attribution as it was found in a text. */
export interface Found {
  /** `s1`, `s2` … in the order of the text. */
  readonly id: string;
  readonly kind: Kind;
  readonly layer: Layer;
  /** What was said, with its quotation marks, without cue, source and "that"; several spans where a cue interrupts. */
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  /** The verbatim words, between the marks. */
  readonly quotations: readonly Span[];
  /** Several for a joint statement; none where the speaker is unclear or unnamed. */
  readonly speakers: readonly Speaker[];
  readonly grade: Grade;
  /** What it is on, whether or not anybody's stance follows from it. */
  readonly topics: readonly TopicId[];
  readonly stances: readonly StanceOn[];
  /** Where nobody who speaks is of a party; absent where there is none. */
  readonly unheld?: readonly StanceUnheld[];
  readonly terms: readonly Term[];
  /** The content's words in lower case; sameness and search take the roots of them. */
  readonly stems: readonly string[];
  /** Figures, names, addressees and day, on which sameness turns; absent where nobody looked. */
  readonly told?: Told;
  /** The steps that led to the speaker and the grade, one sentence each, for `/why`. */
  readonly why: readonly string[];
}

/**
 * `withdrawn`: an editor said that it is no statement; `superseded`: the outlet took the words out of its article. Neither
 * is shown as evidence any more; both stay in the ledger.
 */
export type Standing = 'current' | 'withdrawn' | 'superseded';

/** A found statement in its article, as its corrections leave it. What was found is never changed once written. */
export interface Statement extends Found {
  /** Eight letters and digits by which people name it: `/why 7f3a9k2c`. */
  readonly ref: string;
  readonly article: ArticleId;
  readonly outlet: string;
  readonly url: string;
  /** The article whose text its article carries, null where it is its own. */
  readonly copyOf: ArticleId | null;
  /** When it was said, as far as is known: the article's date. */
  readonly at: Instant;
  /** Carried over from the article: announces nothing. */
  readonly quiet: boolean;
  readonly standing: Standing;
  /** What editors said of it, in the order they said it; the fields above follow them. */
  readonly corrections: readonly Correction[];
  /** The refs of other readings of the same words: corrections may name it by them. Absent where it was read once. */
  readonly otherRefs?: readonly string[];
}

/** Whether an actor speaks in a statement, or somebody for it. */
export const speaks = ({ speakers }: Statement, id: ActorId): boolean =>
  speakers.some(({ actor, party }) => actor === id || party === id);

/** The order of time; within an article, the order of its text. */
export function byTime(a: Statement, b: Statement): number {
  const place = ({ content }: Statement): number => content[0]?.start ?? 0;
  return a.at - b.at || compared(a.article, b.article) || place(a) - place(b) || compared(a.ref, b.ref);
}

const compared = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** What a reading of one text gives. */
export interface Reading {
  readonly statements: readonly Found[];
  /** Why there are none, in words for an editor ("not English", "no prose"); null where nothing was unusual. */
  readonly note: string | null;
}
