import { accuses, type Chain, longer, operators, silent, tells } from './stance-chain.ts';
import type { Clause } from './stance-clauses.ts';
import type { Act } from './stance-lexicon.ts';
import type { Hit } from './stance-phrases.ts';
import { actsAt, type Scene, wordsOf } from './stance-scene.ts';
import { connectors, isAttitude } from './stance-subjects.ts';
import type { TopicMatch } from './topics.ts';

/** What is said of a mention behind it: "… is unacceptable", "… have failed and must be lifted". */
export function chainAfter(scene: Scene, match: TopicMatch, clause: Clause): Chain {
  const parts = predicates(scene, match, clause).map(([from, to]) =>
    predicate(scene, match, from, to, clause),
  );
  return parts.findLast(tells) ?? silent;
}

/** The stretches of words in which something is said of a mention: "and must …" begins another one. */
function predicates(scene: Scene, match: TopicMatch, clause: Clause): [number, number][] {
  const found: [number, number][] = [];
  let from: number | null = afterTo(scene, afterAddressee(scene, match.hit.last + 1));
  for (let at = from; at <= clause.to; at++) {
    if (at < clause.to && !endsPredicate(scene, at)) continue;
    if (from !== null && at > from) found.push([from, at]);
    const goesOn: boolean =
      connectors.has(scene.words[at]?.stem ?? '') && (isJoint(scene, at + 1) || at === from);
    from = goesOn ? at + 1 : null;
  }
  return found;
}

/** "wants the vote to be postponed": what is to be done with it. */
const isToBe = ({ words }: Scene, at: number): boolean =>
  words[at]?.stem === 'to' && words[at + 1]?.text.toLowerCase() === 'be';

const afterTo = (scene: Scene, at: number): number => (isToBe(scene, at) ? at + 1 : at);

function endsPredicate(scene: Scene, at: number): boolean {
  const stem = scene.words[at]?.stem ?? '';
  if (stem === 'to') return !isJoint(scene, at - 1);
  return stem === 'that' || (connectors.has(stem) && !isNameAt(scene, at + 1));
}

/** "sanctions on Rosneft and Lukoil must stay": the row goes on. */
const isNameAt = ({ matches, mentions }: Scene, at: number): boolean =>
  matches.some(({ hit }) => hit.first === at) || mentions.some(({ first }) => first === at);

/** Behind the "to Kyiv" of "deliveries to Kyiv must end". */
function afterAddressee(scene: Scene, at: number): number {
  if (!actsAt(scene, at).includes('prepositions')) return at;
  const mention = scene.mentions.find(
    ({ first }) => first === at + 1 || (first === at + 2 && scene.words[at + 1]?.stem === 'the'),
  );
  return mention ? mention.last + 1 : at;
}

const joins: ReadonlySet<Act> = new Set<Act>(['copulas', 'duties', 'hedges', 'auxiliaries']);

const isJoint = (scene: Scene, at: number): boolean => actsAt(scene, at).some(kind => joins.has(kind));

function predicate(scene: Scene, match: TopicMatch, from: number, to: number, clause: Clause): Chain {
  const joint = scene.acts.find(
    ({ phrase, first }) => first >= from && first < Math.min(to, from + 6) && joins.has(phrase.of),
  );
  const bare =
    clause.condition === 'demanded' || clause.condition === 'named' || isNamed(scene, match, clause);
  const opens = scene.acts.some(
    ({ phrase, first, at }) => phrase.of === 'favour' && first === from && at.length > 1,
  );
  if (!joint && !bare && !opens) return silent;
  const others = new Set(scene.matches.flatMap(each => (each.topic === match.topic ? each.hit.at : [])));
  const acts = scene.acts.filter(
    act =>
      operators.has(act.phrase.of) &&
      act.first >= from &&
      act.last < to &&
      !act.at.some(at => others.has(at)) &&
      act.phrase.of !== 'lacking' &&
      (!isDeed(act) || (isVerbal(scene, act, from) && isSuffered(scene, act, to))) &&
      (!isNeed(scene, act) || isPassive(scene, act)),
  );
  const claimed = scene.acts.some(
    ({ phrase, last }) => phrase.of === 'claims' && last >= clause.from && last < match.hit.first,
  );
  const accusing = accuses(scene, match) && !claimed;
  let [chain, nearer]: [Chain, Act | null] = [
    {
      ...silent,
      duty: clause.condition === 'demanded' || clause.condition === 'named' || isToBe(scene, from - 1),
    },
    null,
  ];
  for (const act of acts.slice(0, endOfAttitude(acts)).toReversed()) {
    chain = longer(chain, act.phrase.of, wordsOf(scene, act), nearer, match, accusing);
    nearer = act.phrase.of;
  }
  return chain;
}

/** "is needed" is for it, "needs work" is not. */
const isNeed = (scene: Scene, { phrase, first }: Hit<Act>): boolean =>
  phrase.of === 'favour' && actsAt(scene, first).includes('duties');

const isPassive = (scene: Scene, { first }: Hit<Act>): boolean =>
  [1, 2].some(back => actsAt(scene, first - back).includes('copulas'));

const isDeed = ({ phrase }: Hit<Act>): boolean => phrase.of === 'affirm' || phrase.of === 'reverse';

/** "must end", "will not be lifted": not "make up for the damage", "needs more work". */
function isVerbal(scene: Scene, { first }: Hit<Act>, from: number): boolean {
  const before = scene.words[first - 1]?.text.toLowerCase() ?? '';
  const acts = actsAt(scene, first - 1);
  if (/^(?:more|further|less)$/.test(before)) return false;
  return first === from || /^(?:to|and|or|then)$|ly$/.test(before) || acts.some(act => verbal.has(act));
}

const verbal: ReadonlySet<Act> = new Set<Act>([
  ...joins,
  'negators',
  'unsure',
  'settled',
  'favour',
  'against',
]);

/** "must be lifted", "must end": not "would end the war", where something else is undone. */
function isSuffered(scene: Scene, act: Hit<Act>, to: number): boolean {
  const next = scene.words[act.last + 1];
  const alone =
    act.last + 1 >= to ||
    !next ||
    next.kind !== 'word' ||
    actsAt(scene, act.last + 1).includes('prepositions');
  return (
    isPassive(scene, act) || alone || /^(?:now|soon|first|again|as|until|here)$|ly$/.test(next?.text ?? '')
  );
}

function endOfAttitude(acts: readonly Hit<Act>[]): number {
  const index = acts.findIndex(
    ({ phrase }) => isAttitude(phrase.of) || phrase.of === 'reverse' || phrase.of === 'open',
  );
  return index < 0 ? acts.length : index + 1;
}

/** "called the plan unacceptable" */
const isNamed = ({ acts }: Scene, { hit }: TopicMatch, clause: Clause): boolean =>
  acts.some(({ phrase, last, first }) => phrase.of === 'naming' && last < hit.first && first >= clause.from);
