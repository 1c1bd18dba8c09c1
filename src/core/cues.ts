/**
 * How speech is attributed in one language. Verbs are given in the infinitive, one word or more ("point out"); a verb may
 * stand in several frames. Everything else is given in lower case.
 */
export interface Cues {
  /** Verbs that take a clause or a quotation: "said (that) …". */
  readonly clause: readonly string[];
  /** Verbs that take a clause after the person spoken to: "told reporters that …". */
  readonly recipient: readonly string[];
  /** Verbs whose object is what was said: "condemned the attack", "voiced support for …". */
  readonly object: readonly string[];
  /** Verbs that judge their object: "called the plan unacceptable", "dismissed it as …". */
  readonly naming: readonly string[];
  /** Verbs that take "to" and an infinitive, with or without a person before it: "vowed to …", "urged Kyiv to …". */
  readonly infinitive: readonly string[];
  /** Verbs of thinking that take a clause: "believes that …". */
  readonly belief: readonly string[];
  /** Verbs that attribute only a quotation: "joked", "wrote on X". */
  readonly quoting: readonly string[];
  /** Nouns that stand for saying: "a warning that …", "his call for …". */
  readonly nouns: readonly string[];
  /** Phrases that name a speaker without a verb: "according to". */
  readonly phrases: readonly string[];
  /** Past forms that are not regular, by infinitive. */
  readonly irregular: Readonly<Record<string, readonly string[]>>;
  /** Nouns of a speech's occasion or medium: "in an interview", "at a briefing". A closing phrase with one is no content. */
  readonly occasions: readonly string[];
  /** Things said or written that state: "a statement condemning …". */
  readonly pieces: readonly string[];
  /** Days and times that stand alone beside a cue: "said Thursday". */
  readonly days: readonly string[];
  /** Stretches of time that follow "this", "last" and "next": "last week". */
  readonly periods: readonly string[];
  /** How the names of months begin. */
  readonly months: readonly string[];
  /** Words that a full stop follows inside a sentence, without it. */
  readonly abbreviations: readonly string[];
  /** Words that open a sentence before a comma and are no part of what was said: "However, …". */
  readonly connectives: readonly string[];
  /** Head nouns of unnamed speakers: "official", "source". */
  readonly unnamed: readonly string[];
  /** Head nouns of observers: "analyst", "poll". */
  readonly observers: readonly string[];
  /** Nouns before or after a person's name that say what they are: "president", "spokeswoman". */
  readonly titles: readonly string[];
  /** Titles that tell who "he" or "she" can be. */
  readonly maleTitles: readonly string[];
  readonly femaleTitles: readonly string[];
  /** First names that tell it. */
  readonly maleNames: readonly string[];
  readonly femaleNames: readonly string[];
  /** Whole lines, or how lines begin, that are never part of an article. A phrase ending in "…" is a beginning. */
  readonly boilerplate: readonly string[];
}
