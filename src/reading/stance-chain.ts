import type { Act } from './stance-lexicon.ts';
import type { Hit } from './stance-phrases.ts';
import { type Scene, wordsOf } from './stance-scene.ts';
import type { Subject } from './stance-subjects.ts';
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

export const operators: ReadonlySet<Act> = new Set<Act>([
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
export function longer(
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

export const tells = (chain: Chain): boolean =>
  chain.attitude || (chain.duty && chain.act) || chain.unsure || chain.open;

/** "Russia does not want …": the negation stands between the subject and its verb. */
export function negatedVerb(scene: Scene, chain: Chain, verb: Hit<Act>, match: TopicMatch): Chain {
  const negator = scene.acts.find(
    ({ phrase, last }) => phrase.of === 'negators' && last < verb.first && verb.first - last <= 3,
  );
  return negator ? longer(chain, 'negators', wordsOf(scene, negator), verb.phrase.of, match, false) : chain;
}
