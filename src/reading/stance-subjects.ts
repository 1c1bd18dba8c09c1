import type { ActorId } from '../core/actor.ts';
import type { Clause } from './stance-clauses.ts';
import type { Mention } from './stance-holders.ts';
import type { Act } from './stance-lexicon.ts';
import type { Hit } from './stance-phrases.ts';
import { actsAt, type Scene } from './stance-scene.ts';
import type { Word } from './stance-words.ts';

/** Who has an attitude. `supposed`: another party only might have it. */
export type Subject =
  | { readonly who: 'speaker' | 'other' | 'supposed' }
  | { readonly who: 'described'; readonly parties: readonly ActorId[] };

export const speaker: Subject = { who: 'speaker' };

export const isAttitude = (act: Act): boolean => act === 'favour' || act === 'against' || act === 'deny';

export const connectors: ReadonlySet<string> = new Set(['and', 'or', 'nor', ',']);

/** How many words can stand between a verb and its subject. */
const widest = 7;

/** Whose attitude a verb or noun tells: the speaker's, unless its subject is somebody else. */
export function subjectOf(scene: Scene, act: Hit<Act>, clause: Clause): Subject {
  const accused = accusedOf(scene, act);
  if (accused) return accused;
  if (actsAt(scene, act.first).includes('duties')) return speaker;
  let supposed = false;
  for (const at of placesBefore(scene, act, clause)) {
    const mention = scene.mentions.find(each => each.last === at);
    if (mention) return subjectMentioned(scene, mention, supposed, act);
    const kinds = actsAt(scene, at);
    if (kinds.includes('ourselves')) return speaker;
    if (kinds.includes('others')) return { who: 'other' };
    if (kinds.includes('duties') && !future.has(scene.words[at]?.stem ?? '')) return speaker;
    if (kinds.includes('hedges')) supposed = true;
    if (!kinds.includes('auxiliaries') && !/ly$/.test(scene.words[at]?.text ?? ''))
      return subjectless(scene, act, clause, at);
  }
  return subjectless(scene, act, clause, clause.from - 1);
}

/** Without a subject "calls for a truce" is a noun: somebody else's calls. */
function subjectless(scene: Scene, act: Hit<Act>, clause: Clause, at: number): Subject {
  const found = coordinated(scene, act, clause, at);
  const noun = act.first >= scene.cueWords && nouns.test(scene.words[act.first]?.text ?? '');
  return found === speaker && noun ? { who: 'other' } : found;
}

/** Words that are nouns or verbs, in the form that a verb without a subject cannot have. */
const nouns =
  /^(?:calls|demands|appeals|requests|proposals|offers|wishes|pledges|promises|hopes|objections|doubts|fears|worries)$/i;

/** The words before a verb, nearest first, without what stands between dashes: "The Vatican — … — is interested". */
function placesBefore({ words }: Scene, act: Hit<Act>, clause: Clause): number[] {
  const near = backwards(clause.from, act.first);
  const opens = words.findLastIndex(({ kind }, index) => index < clause.from - 1 && kind === 'break');
  const isInsert = clause.opener === null && words[clause.from - 1]?.kind === 'break' && opens >= 0;
  return [...near, ...(isInsert ? backwards(Math.max(0, opens - widest), opens) : [])].slice(0, widest);
}

const backwards = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => to - 1 - index);

/** "accused Moscow of refusing …" */
function accusedOf(scene: Scene, act: Hit<Act>): Subject | null {
  const before = scene.words[act.first - 1]?.stem;
  if (before !== 'of' || !/ing$/.test(scene.words[act.first]?.text ?? '')) return null;
  const mention = scene.mentions.find(({ last }) => last === act.first - 2);
  if (!mention || scene.sides.includes(mention.party)) return null;
  return { who: 'described', parties: [mention.party] };
}

/** A duty of another party is what the speaker wants; its future is what the speaker says of it. */
const future: ReadonlySet<string> = new Set(['will', 'would', 'can', 'shall']);

function subjectMentioned(scene: Scene, mention: Mention, supposed: boolean, act: Hit<Act>): Subject {
  const named = rowEnding(scene, mention);
  const first = named[0] ?? mention;
  const parties = [...new Set(named.map(({ party }) => party))].filter(party => !scene.sides.includes(party));
  if (parties.length === 0 || isGoverned(scene, first)) return speaker;
  if (scene.words[mention.last]?.possessive && act.first !== mention.last + 1) return speaker;
  if (named.length === 1 && isBare(scene, mention, act)) return speaker;
  return supposed ? { who: 'supposed' } : { who: 'described', parties };
}

/** "demands that Moscow accept", without an "s": what is wanted of Moscow. */
const isBare = ({ words, isVerb }: Scene, { last, words: name }: Mention, act: Hit<Act>): boolean =>
  act.first === last + 1 &&
  !/(?:s|ed|ing)$/.test(words[act.first]?.text ?? '') &&
  !/s$/.test(name) &&
  isVerb(act.first);

/** "of Russia", "to the Kremlin": no subject. */
function isGoverned({ words, acts }: Scene, mention: Mention): boolean {
  const before = words[mention.first - 1]?.stem === 'the' ? mention.first - 2 : mention.first - 1;
  return acts.some(
    ({ phrase, first, last }) => phrase.of === 'prepositions' && first === before && last === before,
  );
}

const rowWords: ReadonlySet<string> = new Set(['and', ',', 'the', 'both']);

/** The parties named in one row that ends with this one: "Russia, China and Belarus". */
export function rowEnding(scene: Scene, last: Mention): Mention[] {
  const joins = (each: Mention): boolean => {
    const between: readonly Word[] = scene.words.slice(each.last + 1, last.first);
    return between.length > 0 && between.length <= 3 && between.every(({ stem }) => rowWords.has(stem));
  };
  const before = scene.mentions.find(each => each.last < last.first && joins(each));
  return before ? [...rowEnding(scene, before), last] : [last];
}

/** "Russia rejects X and demands Y": the second verb has the first one's subject. */
function coordinated(scene: Scene, act: Hit<Act>, clause: Clause, at: number): Subject {
  if (!connectors.has(scene.words[at]?.stem ?? '')) return speaker;
  const earlier = scene.acts.findLast(
    each =>
      isAttitude(each.phrase.of) && each.last < at && each.first >= Math.max(clause.from, scene.cueWords),
  );
  return earlier && earlier !== act ? subjectOf(scene, earlier, clause) : speaker;
}
