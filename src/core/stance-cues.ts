/**
 * What decides between support and opposition in one language. All lists hold words and phrases that match by stem;
 * "…" stands for up to six words, "a|b" for either.
 */
export interface StanceCues {
  /** Words of one stem that do not look it: `withdraw: [withdrew, withdrawn, withdrawal]`. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
  /** Attitudes that approve of what they go with: "supports", "ready", "is needed". */
  readonly favour: readonly string[];
  /** Attitudes that disapprove of it: "opposes", "unacceptable". */
  readonly against: readonly string[];
  /** Acts that make their object last or happen: "continue", "impose". They take no side until someone is to do them. */
  readonly affirm: readonly string[];
  /** Acts that undo their object: "lift", "abandon", "lack of". */
  readonly reverse: readonly string[];
  /** What calls a claim false: "dismissed claims", "denied". */
  readonly deny: readonly string[];
  /** Nouns that hold a claim of others: "allegations". */
  readonly claims: readonly string[];
  /** What makes another party's attitude doubtful that it is said of: "doubted that Moscow wants …". */
  readonly doubts: readonly string[];
  /** Acts done that a denial only leaves open: "agreed". */
  readonly settled: readonly string[];
  /** Verbs by which a speaker grants what follows: "acknowledged". */
  readonly grants: readonly string[];
  /** Words that accuse. To condemn what they name is to say it again: "condemned the aggression". */
  readonly charges: readonly string[];
  /** What leaves a matter open: "discuss", "whether". */
  readonly open: readonly string[];
  readonly negators: readonly string[];
  /** Negated or doubly negated words that take no side: "refused to rule out", "not yet". */
  readonly unsure: readonly string[];
  /** Phrases with a negator or a condition word that is none: "not only", "no one … more than", "even if". */
  readonly idle: readonly string[];
  /** What is asked for after a negation ("no truce without guarantees"), and undoes its object elsewhere. */
  readonly lacking: readonly string[];
  /** What makes an act a demand or an intention: "must", "will". */
  readonly duties: readonly string[];
  /** What makes it a mere possibility: "could". */
  readonly hedges: readonly string[];
  /** Conditions whose fulfilment is asked for: "unless", "only if". */
  readonly demanded: readonly string[];
  /** Conditions that are only named: "if". */
  readonly named: readonly string[];
  /** What must come first stands before these, what it opens the way to behind: "is a precondition for". */
  readonly preceding: readonly string[];
  /** What begins the consequence of a demand: "and then", "otherwise". */
  readonly consequences: readonly string[];
  /** Consequences that are threatened: "respond", "escalation". */
  readonly threats: readonly string[];
  /** Forms of "be" and the like, which join a subject and what is said of it. */
  readonly copulas: readonly string[];
  /** Verbs that do the same with an object: "call", "describe". */
  readonly naming: readonly string[];
  /** Words that may stand between a subject and its verb: "has", "repeatedly". */
  readonly auxiliaries: readonly string[];
  /** The speaker's own side: "we", "our". */
  readonly ourselves: readonly string[];
  /** Somebody else who is not named: "critics", "they". */
  readonly others: readonly string[];
  /** What stands for something said before: "it", "such a step". */
  readonly pronouns: readonly string[];
  readonly prepositions: readonly string[];
  /** Words that begin a clause of its own: "but", "while". */
  readonly joints: readonly string[];
  /** Those of them after which the later clause prevails: "but". */
  readonly turns: readonly string[];
  /** Phrases that name the occasion rather than the matter: "during … talks". */
  readonly occasions: readonly string[];
}
