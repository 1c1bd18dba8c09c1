import type { Act } from './stance-lexicon.ts';
import type { Hit } from './stance-phrases.ts';
import type { Word } from './stance-words.ts';

/**
 * How a clause hangs together with the others of its sentence. `free`: no condition. `on`: it holds on a condition. The
 * others are the condition itself: one that is asked for ("unless Kyiv withdraws"), or only named ("if Kyiv withdraws").
 */
export type Condition = 'free' | 'on' | 'demanded' | 'named';

/** Word numbers are half-open. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  /** The word or phrase that opens it, such as "but"; null at a sentence's beginning. */
  readonly opener: Hit<Act> | null;
  readonly sentence: number;
  readonly condition: Condition;
}

interface Cut extends Omit<Clause, 'condition'> {
  /** A condition that a comma ended: what follows depends on it. */
  readonly leads: boolean;
}

/** The clauses of a text. `acts` are the lexicon's phrases found in it, without those that idioms hide. */
export function clausesIn(words: readonly Word[], acts: readonly Hit<Act>[], cueWords: number): Clause[] {
  const cuts = cut({ words, acts, cueWords });
  return cuts.map(({ leads, ...clause }, index) => ({
    ...clause,
    condition: conditionOf(cuts, index, acts),
  }));
}

const opening: ReadonlySet<Act> = new Set([
  'joints',
  'demanded',
  'named',
  'preceding',
  'consequences',
  'lacking',
]);
const conditions: ReadonlySet<Act | undefined> = new Set(['demanded', 'named', 'lacking']);

/** The clause under way. */
interface Open {
  readonly from: number;
  readonly opener: Hit<Act> | null;
  readonly sentence: number;
}

interface Text {
  readonly words: readonly Word[];
  readonly acts: readonly Hit<Act>[];
  readonly cueWords: number;
}

function cut(text: Text): Cut[] {
  const found: Cut[] = [];
  let open: Open = { from: 0, opener: null, sentence: 0 };
  for (const index of text.words.keys()) {
    const boundary = index < open.from ? null : boundaryAt(text, index, open);
    if (!boundary) continue;
    if (index > open.from || boundary.leads) found.push({ ...open, to: index, leads: boundary.leads });
    open = boundary.next;
  }
  const to = text.words.length;
  return to > open.from ? [...found, { ...open, to, leads: false }] : found;
}

interface Boundary {
  readonly leads: boolean;
  readonly next: Open;
}

function boundaryAt(text: Text, index: number, { from, opener, sentence }: Open): Boundary | null {
  const kind = text.words[index]?.kind;
  if (kind === 'stop')
    return { leads: false, next: { from: index + 1, opener: null, sentence: sentence + 1 } };
  const begun = openerAt(text, index, from);
  // "only if there is a truce": what joins right behind a condition is part of it.
  const isWithin = begun?.phrase.of === 'joints' && index === from && conditions.has(opener?.phrase.of);
  if (begun && !isWithin) return begin(text, index, begun, opener, sentence);
  const leads = kind === 'comma' && goesOn(text, index) && leadsOn(text, opener);
  return kind === 'break' || leads ? { leads, next: { from: index + 1, opener: null, sentence } } : null;
}

/** A joint is part of its clause ("and we"), a condition word is not. */
function begin(
  text: Text,
  index: number,
  begun: Hit<Act>,
  opener: Hit<Act> | null,
  sentence: number,
): Boundary {
  const joint = begun.phrase.of === 'joints';
  const leads = joint && opener?.phrase.of === 'lacking' && leadsOn(text, opener);
  return {
    leads,
    next: { from: joint ? index + 1 : begun.last + 1, opener: leads ? null : begun, sentence },
  };
}

function openerAt({ words, acts, cueWords }: Text, index: number, from: number): Hit<Act> | null {
  const begun = acts.filter(({ first, phrase }) => first === index && opening.has(phrase.of));
  const [longest] = begun.toSorted((a, b) => b.last - a.last);
  if (longest?.phrase.of !== 'lacking') return longest ?? null;
  const stop = words.findIndex((word, at) => at > index && word.kind === 'stop');
  const begins =
    (index === from || index === cueWords) && denies(acts, index, stop < 0 ? words.length : stop);
  return begins || denies(acts, from, index) ? longest : null;
}

/** Whether something is negated or ruled out among these words: only then is "without" a condition. */
const denies = (acts: readonly Hit<Act>[], from: number, to: number): boolean =>
  acts.some(
    ({ first, phrase }) =>
      first >= from && first < to && (phrase.of === 'negators' || phrase.of === 'against'),
  );

/** Whether words of the sentence follow: the last comma of a quotation is only its end. */
const goesOn = ({ words }: Text, comma: number): boolean => {
  const next = words[comma + 1]?.kind;
  return next !== undefined && next !== 'stop';
};

/** A condition that begins its sentence, or its part of it, ends with a comma: "If Kyiv withdraws, …". */
function leadsOn({ words, cueWords }: Text, opener: Hit<Act> | null): boolean {
  if (!opener || !conditions.has(opener.phrase.of)) return false;
  if (opener.first === cueWords) return true;
  const before = words[opener.first - 1];
  return before?.kind !== 'word' || ['and', 'but', 'that', 'say'].includes(before.stem);
}

function conditionOf(cuts: readonly Cut[], index: number, acts: readonly Hit<Act>[]): Condition {
  const clause = cuts[index];
  const [before, after] = [cuts[index - 1], cuts[index + 1]];
  const act = clause?.opener?.phrase.of;
  if (act === 'demanded' || act === 'lacking') return 'demanded';
  if (act === 'named') return 'named';
  if (act === 'consequences') return 'on';
  if (act === 'preceding') return before && denies(acts, before.from, before.to) ? 'demanded' : 'on';
  if (before?.leads && !clause?.opener) return 'on';
  if (after?.sentence !== clause?.sentence || after?.leads) return 'free';
  const next = after?.opener?.phrase.of;
  if (next === 'preceding') return clause && denies(acts, clause.from, clause.to) ? 'on' : 'free';
  return conditions.has(next) ? 'on' : 'free';
}
