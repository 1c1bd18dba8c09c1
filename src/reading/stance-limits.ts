import type { Chain } from './stance-chain.ts';
import type { Act } from './stance-lexicon.ts';
import type { Hit } from './stance-phrases.ts';
import { actsAt, type Scene } from './stance-scene.ts';
import { connectors } from './stance-subjects.ts';
import type { Word } from './stance-words.ts';
import type { TopicMatch } from './topics.ts';

/** Whether an operator belongs to something else, that stands before "and" or a comma. */
export function limitAt(
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

export function someBetween(from: number, to: number, test: (at: number) => boolean): boolean {
  for (let at = from; at < to; at++) if (test(at)) return true;
  return false;
}

/** A verb of unknown direction between attitude and mention ("ready to sink the talks"): nobody can tell. */
export function strayVerb(scene: Scene, act: Hit<Act>, to: number): boolean {
  for (let at = act.last + 1; at < to; at++) {
    const before = scene.words[at - 1];
    const infinitive = before?.stem === 'to' || /ing$/.test(scene.words[at]?.text ?? '');
    if (!infinitive || !scene.isVerb(at)) continue;
    const inMention = scene.matches.some(({ hit }) => hit.at.includes(at));
    if (!inMention && !actsAt(scene, at).some(kind => directed.has(kind))) return true;
  }
  return false;
}

/** Acts that show which way a verb turns what it goes with. */
export const directed: ReadonlySet<Act> = new Set<Act>([
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
