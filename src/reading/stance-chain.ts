import type { Clause } from './stance-clauses.ts';
import type { Act } from './stance-lexicon.ts';
import type { Hit } from './stance-phrases.ts';
import { actsAt, type Scene, wordsOf } from './stance-scene.ts';
import { connectors, isAttitude, rowEnding, type Subject, speaker, subjectOf } from './stance-subjects.ts';
import type { Word } from './stance-words.ts';
import type { TopicMatch } from './topics.ts';

/** How the words around a mention of a topic bear on it. */
export interface Chain {
  readonly sign: 1 | -1;
  /** Somebody approves or disapproves. */
  readonly attitude: boolean;
  /** Something is done about it: "lift", "continue". */
  readonly act: boolean;
  /** It is to be done. */
  readonly duty: boolean;
  readonly negated: boolean;
  /** It only may be done. */
  readonly hedged: boolean;
  /** It was denied, and only what should be can be denied of a plain thing. */
  readonly denied: boolean;
  /** It is what others claim. */
  readonly claimed: boolean;
  readonly open: boolean;
  readonly unsure: boolean;
  /** Somebody agreed, offered or promised. */
  readonly settled: boolean;
  readonly steps: readonly string[];
}

export const silent: Chain = {
  sign: 1,
  attitude: false,
  act: false,
  duty: false,
  negated: false,
  hedged: false,
  denied: false,
  claimed: false,
  open: false,
  unsure: false,
  settled: false,
  steps: [],
};

export interface Held {
  readonly by: Subject;
  readonly chain: Chain;
}

const operators: ReadonlySet<Act> = new Set<Act>([
  'favour',
  'against',
  'affirm',
  'reverse',
  'lacking',
  'deny',
  'claims',
  'settled',
  'open',
  'negators',
  'unsure',
  'duties',
  'hedges',
  'grants',
]);

/** Whether a mention accuses: to condemn what it names does not turn it around, and to fear it neither. */
export const accuses = ({ acts }: Scene, { hit, pole }: TopicMatch): boolean =>
  (pole === 'pro' || pole === 'contra') &&
  acts.some(({ phrase, at }) => phrase.of === 'charges' && at.every(each => hit.at.includes(each)));

/** A chain with one more operator, further away from the mention than all before it. */
function longer(
  chain: Chain,
  act: Act,
  words: string,
  nearer: Act | null,
  match: TopicMatch,
  accusing: boolean,
): Chain {
  const noted = (step: string, change: Partial<Chain>): Chain => ({
    ...chain,
    ...change,
    steps: [...chain.steps, step],
  });
  const sign = chain.sign === 1 ? -1 : 1;
  switch (act) {
    case 'favour':
      return noted(`“${words}” is for it`, { attitude: true, hedged: false });
    case 'against':
      if (accusing) return noted(`“${words}” repeats the charge`, { attitude: true, hedged: false });
      return noted(`“${words}” is against it`, { sign, attitude: true, hedged: false, unsure: chain.unsure });
    case 'settled':
      return { ...chain, settled: true };
    case 'affirm':
      return { ...chain, act: true };
    case 'reverse':
    case 'lacking':
      return accusing ? chain : noted(`“${words}” undoes it`, { sign, act: true });
    case 'deny':
      if (chain.settled || match.pole === 'thing' || match.pole === 'name')
        return noted(`“${words}” denies it`, { denied: true });
      return noted(`“${words}” denies it`, { sign, attitude: true, open: false, hedged: false });
    case 'claims':
      return noted(`“${words}” names what others claim`, { open: true, claimed: true, attitude: false });
    case 'open':
      return noted(`“${words}” leaves it open`, { open: true, attitude: false, sign: 1 });
    case 'negators':
      if (nearer === 'negators') return chain;
      if (nearer === 'against' || nearer === 'deny')
        return noted(`“${words}” before a refusal takes no side`, { unsure: true });
      return noted(`“${words}” negates it`, { sign, negated: true });
    case 'unsure':
      return noted(`“${words}” takes no side`, { unsure: true });
    case 'duties':
      return { ...chain, duty: true };
    case 'hedges':
      return { ...chain, hedged: true };
    default:
      return chain;
  }
}

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

function someBetween(from: number, to: number, test: (at: number) => boolean): boolean {
  for (let at = from; at < to; at++) if (test(at)) return true;
  return false;
}

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

/** "Russia does not want …": the negation stands between the subject and its verb. */
function negatedVerb(scene: Scene, chain: Chain, verb: Hit<Act>, match: TopicMatch): Chain {
  const negator = scene.acts.find(
    ({ phrase, last }) => phrase.of === 'negators' && last < verb.first && verb.first - last <= 3,
  );
  return negator ? longer(chain, 'negators', wordsOf(scene, negator), verb.phrase.of, match, false) : chain;
}

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

/** Whether an operator belongs to something else, that stands before "and" or a comma. */
function limitAt(
  scene: Scene,
  act: Hit<Act>,
  nearer: Hit<Act> | null,
  match: TopicMatch,
  chain: Chain,
): 'apart' | 'unsure' | null {
  const end = nearer?.first ?? match.hit.first;
  const between = scene.words.slice(act.last + 1, end);
  if (isAppraisal(scene, between) || nextVerb(scene, act.last + 1, end)) return 'apart';
  if (nextSubject(scene, act.last + 1, end)) return 'apart';
  if (act.phrase.of === 'lacking' && hasVerb(scene, act.last + 1, match.hit.first)) return 'apart';
  const connector = between.find(({ stem }) => connectors.has(stem));
  if (!connector) return null;
  if (act.first < scene.cueWords && !isInflected(scene, nearer)) return null;
  const acts = act.phrase.of === 'affirm' || act.phrase.of === 'reverse';
  if (!chain.attitude && acts) return chain.act || connector.kind === 'comma' ? 'apart' : null;
  if (!chain.attitude) return isPredicate(scene, act) || isParted(scene, act, match) ? 'apart' : null;
  const turns = act.phrase.of === 'against' || act.phrase.of === 'negators';
  return turns && connector.kind === 'word' && mayShare(scene, act, nearer) ? 'unsure' : 'apart';
}

/** "blamed the West and said …": a second verb begins something new. */
const nextVerb = ({ words, isVerb }: Scene, from: number, to: number): boolean =>
  someBetween(
    from,
    to - 1,
    at =>
      connectors.has(words[at]?.stem ?? '') &&
      /(?:[^e]ed|said|s)$/.test(words[at + 1]?.text ?? '') &&
      isVerb(at + 1),
  );

/** "praises Trump, Moscow says no": a comma, a party and its verb. */
const nextSubject = ({ words, mentions, isVerb }: Scene, from: number, to: number): boolean =>
  mentions.some(
    ({ first, last }) => first > from && last < to && words[first - 1]?.kind === 'comma' && isVerb(last + 1),
  ) ||
  words.some(
    ({ kind }, at) =>
      kind === 'comma' &&
      at >= from &&
      at + 2 <= to &&
      /^(?:it|they|he|she|we|i)$/i.test(words[at + 1]?.text ?? ''),
  );

/** "a truce without a settlement would let …": what follows the verb is not what is lacking. */
const hasVerb = (scene: Scene, from: number, to: number): boolean =>
  scene.words.some((_, at) => at > from && at < to && actsAt(scene, at).some(act => finite.has(act)));

const finite: ReadonlySet<Act> = new Set<Act>(['duties', 'hedges', 'copulas']);

/** "rejected the plan as a wish list": the refusal is of the plan, not of the wish list. */
const isAppraisal = ({ words }: Scene, between: readonly Word[]): boolean =>
  between.some(
    (word, index) =>
      word.stem === 'as' && (between[index - 1] ?? words[words.indexOf(word) - 1])?.stem !== 'such',
  );

/** A verb with a subject of its own, after "and": the cue no longer governs it. "to accept" it governs still. */
const isInflected = ({ words }: Scene, act: Hit<Act> | null): boolean =>
  act !== null && words[act.first - 1]?.stem !== 'to' && /(?:s|ed)$/.test(words[act.first]?.text ?? '');

/** "X is unacceptable and …": said of what stands before it, not of what follows. */
function isPredicate({ words, acts }: Scene, act: Hit<Act>): boolean {
  const joined = acts.some(
    ({ phrase, last }) => phrase.of === 'copulas' && last < act.first && act.first - last <= 3,
  );
  const next = words[act.last + 1];
  return joined && (next?.kind !== 'word' || ['and', 'or', 'but'].includes(next.stem));
}

/** A comma parts them, more than five words before the mention. The cue governs beyond it. */
function isParted({ words, cueWords }: Scene, act: Hit<Act>, match: TopicMatch): boolean {
  if (act.first < cueWords) return false;
  const between = words.slice(act.last + 1, match.hit.first);
  const comma = between.findLastIndex(({ kind }) => kind === 'comma');
  return comma >= 0 && between.length - comma > 5;
}

/** "refuses to withdraw and accept a truce": the refusal may hold for both; "refuses a truce and accepts" not. */
function mayShare({ words }: Scene, act: Hit<Act>, nearer: Hit<Act> | null): boolean {
  const inflected = /(?:s|ed)$/.test((nearer && words[nearer.first]?.text) ?? '');
  return !inflected && (act.phrase.of === 'negators' || words[act.last + 1]?.stem === 'to');
}

/** A verb of unknown direction between attitude and mention ("ready to sink the talks"): nobody can tell. */
function strayVerb(scene: Scene, act: Hit<Act>, to: number): boolean {
  for (let at = act.last + 1; at < to; at++) {
    const before = scene.words[at - 1];
    const infinitive = before?.stem === 'to' || /ing$/.test(scene.words[at]?.text ?? '');
    if (!infinitive || !scene.isVerb(at)) continue;
    const inMention = scene.matches.some(({ hit }) => hit.at.includes(at));
    if (!inMention && !actsAt(scene, at).some(kind => directed.has(kind))) return true;
  }
  return false;
}

const directed: ReadonlySet<Act> = new Set<Act>([
  'favour',
  'against',
  'affirm',
  'reverse',
  'deny',
  'settled',
  'open',
  'unsure',
  'copulas',
  'prepositions',
  'auxiliaries',
  'naming',
]);

/** What is said of a mention behind it: "… is unacceptable", "… have failed and must be lifted". */
export function chainAfter(scene: Scene, match: TopicMatch, clause: Clause): Chain {
  const parts = predicates(scene, match, clause).map(([from, to]) =>
    predicate(scene, match, from, to, clause),
  );
  return parts.findLast(tells) ?? silent;
}

export const tells = (chain: Chain): boolean =>
  chain.attitude || (chain.duty && chain.act) || chain.unsure || chain.open;

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

/** "… proposed by Washington and backed by Europe". */
export function heldBy(scene: Scene, match: TopicMatch, clause: Clause): Held[] {
  const next = scene.matches.find(({ hit }) => hit.first > match.hit.last)?.hit.first ?? clause.to;
  return scene.acts
    .filter(
      ({ phrase, first, last }) =>
        isAttitude(phrase.of) && first > match.hit.last && last < Math.min(next, clause.to),
    )
    .filter(({ last }) => scene.words[last + 1]?.stem === 'by')
    .flatMap((act): Held[] => {
      const row = rowAfter(scene, act.last + 1).filter(party => !scene.sides.includes(party));
      const chain = longer(silent, act.phrase.of, wordsOf(scene, act), null, match, accuses(scene, match));
      return row.length > 0 ? [{ by: { who: 'described', parties: row }, chain }] : [];
    });
}

function rowAfter(scene: Scene, by: number): string[] {
  const first = scene.mentions.find(mention => mention.first > by && mention.first - by <= 3);
  const rows = scene.mentions.map(mention => rowEnding(scene, mention)).filter(row => row[0] === first);
  return (rows.at(-1) ?? []).map(({ party }) => party);
}

/** A phrase that holds its own verb: "Zelenskyy does not want peace". */
export function heldWithin(scene: Scene, match: TopicMatch, clause: Clause): Held[] {
  const verb = scene.acts.find(({ phrase, first }) => isAttitude(phrase.of) && first === match.hit.first);
  if (!verb || match.pole === 'name') return [];
  const by = subjectOf(scene, verb, clause);
  return by.who === 'speaker' ? [] : [{ by, chain: negatedVerb(scene, silent, verb, match) }];
}
