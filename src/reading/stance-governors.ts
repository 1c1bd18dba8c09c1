import { accuses, type Held, longer, negatedVerb, operators, silent } from './stance-chain.ts';
import type { Clause } from './stance-clauses.ts';
import type { Act } from './stance-lexicon.ts';
import { directed, limitAt, someBetween, strayVerb } from './stance-limits.ts';
import type { Hit } from './stance-phrases.ts';
import { actsAt, type Scene, wordsOf } from './stance-scene.ts';
import { isAttitude, speaker, subjectOf } from './stance-subjects.ts';
import type { TopicMatch } from './topics.ts';

/**
 * The attitudes that govern a mention from before it, nearest first: the subjects of the verbs on the way tell who
 * describes whom.
 */
export function chainsBefore(scene: Scene, match: TopicMatch, clause: Clause): Held[] {
  const accusing = accuses(scene, match);
  const held: (Held & { readonly verb: number })[] = [];
  let chain = silent;
  let own = true;
  let nearer: Hit<Act> | null = null;
  for (const act of actsBefore(scene, match, clause)) {
    const limit = limitAt(scene, act, nearer, match, chain);
    if (limit === 'unsure') chain = { ...chain, unsure: true };
    if (limit !== null || (accusing && isUnrecognised(scene, act, match))) continue;
    chain = longer(chain, act.phrase.of, wordsOf(scene, act), adjacent(act, nearer), match, accusing);
    if (act.phrase.of === 'negators' && isFarOff(scene, act, nearer?.first ?? match.hit.first))
      chain = { ...chain, unsure: true };
    if (act.first < scene.cueWords && (act.phrase.of === 'reverse' || act.phrase.of === 'affirm'))
      chain = { ...chain, duty: true };
    if (act.phrase.of !== 'settled') nearer = act;
    if (held.length > 0 && isDoubt(scene, act)) chain = { ...chain, unsure: true };
    if (!isAttitude(act.phrase.of) && act.phrase.of !== 'grants') continue;
    if (strayVerb(scene, act, match.hit.first)) chain = { ...chain, unsure: true };
    const by = subjectOf(scene, act, clause);
    own = by.who === 'speaker' || act.phrase.of === 'grants';
    if (by.who !== 'speaker')
      held.push({ by, verb: act.first, chain: negatedVerb(scene, chain, act, match) });
  }
  const told = held.map(each => (isDoubted(scene, match, clause, each.verb) ? doubtful(each) : each));
  return own ? [...told, { by: speaker, chain }] : told;
}

const isDoubt = (scene: Scene, { first }: Hit<Act>): boolean => actsAt(scene, first).includes('doubts');

/** "did not recognise the annexation": the charge stands. */
const isUnrecognised = ({ acts }: Scene, { phrase, last }: Hit<Act>, { hit }: TopicMatch): boolean =>
  phrase.of === 'negators' &&
  acts.some(each => each.phrase.of === 'grants' && each.first > last && each.last < hit.first);

/** A negation more than seven words off, or with a verb of unknown direction in between, may mean anything. */
const isFarOff = (scene: Scene, { last }: Hit<Act>, target: number): boolean =>
  target - last > 7 ||
  someBetween(
    last + 1,
    target,
    at => !actsAt(scene, at).some(kind => directed.has(kind) || kind === 'grants') && scene.isVerb(at),
  );

/** "see no sign that Moscow wants …", "doubted that Moscow wants …" */
const isDoubted = ({ acts }: Scene, match: TopicMatch, clause: Clause, verb: number): boolean =>
  acts.some(
    ({ phrase, first, last }) =>
      doubting.has(phrase.of) && first >= clause.from && last < verb - 4 && last < match.hit.first,
  ) || acts.some(({ phrase, first, last }) => phrase.of === 'doubts' && first >= clause.from && last < verb);

const doubting: ReadonlySet<Act> = new Set<Act>(['negators', 'deny', 'claims', 'open', 'unsure']);

const doubtful = ({ by, chain }: Held): Held => ({ by, chain: { ...chain, unsure: true } });

const adjacent = (act: Hit<Act>, nearer: Hit<Act> | null): Act | null =>
  nearer && nearer.first - act.last <= 4 ? nearer.phrase.of : null;

/** How far, in words, an attitude governs. */
const reach = 22;

function actsBefore(scene: Scene, match: TopicMatch, clause: Clause): Hit<Act>[] {
  const others = new Set(scene.matches.flatMap(each => (each === match ? [] : each.hit.at)));
  const free = (act: Hit<Act>): boolean =>
    !act.at.some(at => match.hit.at.includes(at)) &&
    (act.phrase.of === 'negators' || act.phrase.of === 'favour' || !act.at.some(at => others.has(at)));
  const within = (act: Hit<Act>): boolean => act.first < match.hit.first || inGap.has(act.phrase.of);
  return scene.acts
    .filter(act => operators.has(act.phrase.of) && act.first >= clause.from && act.first < match.hit.last)
    .filter(act => free(act) && within(act) && !isAside(scene, act))
    .filter(act => match.hit.first - act.last <= reach || act.first < scene.cueWords)
    .toSorted((a, b) => b.last - a.last || a.first - b.first);
}

/** "the plan discussed in Geneva": no one leaves it open. */
const isAside = (scene: Scene, { phrase, last }: Hit<Act>): boolean =>
  phrase.of === 'open' &&
  /ed$/.test(scene.words[last]?.text ?? '') &&
  actsAt(scene, last + 1).includes('prepositions');

/** What bears on a mention from between its words: "NATO is not a threat", "Moscow and Kyiv agreed to talks". */
const inGap: ReadonlySet<Act> = new Set<Act>(['negators', 'unsure', 'duties', 'favour', 'settled']);
