import type { ActorId } from '../core/actor.ts';
import type { Stance, StanceOn, StanceUnheld } from '../core/statement.ts';
import type { TopicId } from '../core/topic.ts';
import type { Said, Setting } from './said.ts';
import { accuses, type Chain, type Held, silent, tells } from './stance-chain.ts';
import type { Clause } from './stance-clauses.ts';
import { chainsBefore } from './stance-governors.ts';
import { heldBy, heldWithin } from './stance-held.ts';
import type { Act } from './stance-lexicon.ts';
import { chainAfter } from './stance-predicates.ts';
import { mayRefer, withReferents } from './stance-referents.ts';
import { actsAt, type Scene, sceneOf, spokenIn } from './stance-scene.ts';
import { connectors } from './stance-subjects.ts';
import { grouped, type TopicMatch } from './topics.ts';

export interface Stances {
  /** What the words are on, whether or not a stance follows from them. */
  readonly topics: readonly TopicId[];
  readonly stances: readonly StanceOn[];
  readonly unheld: readonly StanceUnheld[];
  /** Whether the speaker describes the position of another party. */
  readonly reported: boolean;
  /** The steps that led to the topics, one sentence each. */
  readonly why: readonly string[];
}

const offTopic: Stances = { topics: [], stances: [], unheld: [], reported: false, why: [] };

/** Who is for or against what, in the words of one statement. In doubt, nobody. */
export function stancesOn(said: Said, setting: Setting): Stances {
  const spoken = spokenIn(said, setting);
  if (spoken.matches.length === 0 && !mayRefer(spoken, said, setting)) return offTopic;
  const scene = withReferents(sceneOf(spoken, said, setting), said, setting);
  const opinions = scene.matches.flatMap(match => opinionsOn(scene, match));
  const on = grouped(scene.matches, setting);
  const verdicts = on.map(({ topic, matches }): Verdict => {
    const steps = matches.map(step);
    if (topic.descriptive) return described(topic.id, steps);
    return verdictOn(
      scene,
      topic.id,
      opinions.filter(({ match }) => match.topic.id === topic.id),
      steps,
    );
  });
  const stances = verdicts.flatMap(each => [...heldBySides(scene, each), ...each.others]);
  const reported = stances.some(({ holder }) => !scene.sides.includes(holder));
  return {
    topics: on.map(({ topic }) => topic.id),
    stances,
    unheld: scene.sides.length > 0 ? [] : verdicts.filter(isTold).map(({ own }) => own),
    reported,
    why: [...new Set(scene.matches.map(step))],
  };
}

const step = ({ words, topic, standsFor }: TopicMatch): string =>
  standsFor ? `“${words}” stands for “${standsFor}”, on ${topic.id}` : `“${words}” puts it on ${topic.id}`;

/** "sanctions are illegal" says all there is to say; "and must be lifted" is said of the sanctions. */
const isSentence = ({ words }: Scene, { hit }: TopicMatch): boolean =>
  words.slice(hit.first, hit.last + 1).some(({ text }) => /^(?:is|are|was|were)$/i.test(text));

/** One reading of one mention: what a holder thinks of the topic's proposition. */
interface Opinion {
  readonly match: TopicMatch;
  /** Null for the speaker's own side. */
  readonly parties: readonly ActorId[] | null;
  readonly stance: Stance;
  readonly clause: Clause;
  readonly steps: readonly string[];
}

function opinionsOn(scene: Scene, match: TopicMatch): Opinion[] {
  const clause = scene.clauses.find(({ from, to }) => match.hit.last >= from && match.hit.last < to);
  if (!clause) return [];
  const within = heldWithin(scene, match, clause);
  const isSaid = match.pole !== 'thing' && (isRelative(clause) || isSentence(scene, match));
  const apart = isSaid || isLacking(match, clause);
  const after = apart ? silent : chainAfter(scene, match, clause);
  const passive = heldBy(scene, match, clause);
  const outer = chainsBefore(scene, match, clause);
  const before = within.length > 0 ? [...within, ...outer.filter(isOwnView)] : outer;
  const governed = before.map(each => joined(scene, match, each, passive.length > 0 ? null : after));
  return [...governed, ...passive].flatMap(({ by, chain }): Opinion[] => {
    if (by.who === 'other' || by.who === 'supposed') return [];
    const only = by.who === 'described' && (clause.condition === 'named' || clause.condition === 'demanded');
    const stance = conditioned(scene, match, clause, chain);
    return [
      {
        match,
        clause,
        stance,
        parties: by.who === 'described' && !only ? by.parties : null,
        steps: chain.steps,
      },
    ];
  });
}

const isOwnView = ({ by, chain }: Held): boolean => by.who === 'speaker' && chain.attitude;

/** "without a truce Kyiv will not sign": what follows is not said of the truce. */
const isLacking = ({ hit }: TopicMatch, { opener }: Clause): boolean =>
  opener?.phrase.of === 'lacking' && hit.first - opener.last <= 2;

/** "people who lost their legitimacy …": what follows is said of the people. */
const isRelative = ({ opener }: Clause): boolean => ['who', 'which'].includes(opener?.phrase.text ?? '');

/** What is said behind a mention counts where nothing before it does, or where that governs the whole clause. */
function joined(scene: Scene, match: TopicMatch, { by, chain }: Held, after: Chain | null): Held {
  if (!after || !tells(after)) return { by, chain };
  if (chain.denied && after.duty)
    return { by, chain: { ...after, sign: turned(after.sign), attitude: true } };
  if (chain.claimed && after.attitude) return { by, chain: after };
  const doubled = chain.negated && !chain.act && after.sign < 0;
  if (!chain.attitude) return { by, chain: doubled ? { ...after, unsure: true } : merged(chain, after) };
  const behind = scene.words.slice(match.hit.last + 1, match.hit.last + 3);
  if (behind.some(({ stem }) => stem === 'as')) return { by, chain };
  const from = Math.max(
    0,
    ...scene.acts.filter(({ last }) => last < match.hit.first).map(({ last }) => last),
  );
  const apart = scene.words.slice(from, match.hit.first).some(({ stem }) => connectors.has(stem));
  return { by, chain: apart ? after : { ...merged(chain, after), attitude: true } };
}

function merged(outer: Chain, inner: Chain): Chain {
  return {
    ...inner,
    sign: outer.sign === inner.sign ? 1 : -1,
    act: outer.act || inner.act,
    duty: outer.duty || inner.duty,
    unsure: outer.unsure || inner.unsure,
    open: outer.open || inner.open,
    steps: [...inner.steps, ...outer.steps],
  };
}

type Side = 1 | 0 | -1;

const turned = (sign: 1 | -1): 1 | -1 => (sign === 1 ? -1 : 1);

const poleSide = ({ pole }: TopicMatch, sign: 1 | -1): 1 | -1 => (pole === 'contra' ? turned(sign) : sign);

/** For or against the proposition, before conditions are looked at. */
function side(scene: Scene, match: TopicMatch, chain: Chain): Side {
  if (match.pole === 'name' || chain.unsure || chain.denied) return 0;
  if (chain.open && !(chain.attitude && chain.sign < 0)) return 0;
  if (match.pole === 'thing')
    return takesSide(scene, match, chain) && !isSpecial(scene, match, chain) ? chain.sign : 0;
  if (chain.hedged && !chain.negated && !accuses(scene, match)) return 0;
  if (isGerund(scene, match, chain)) return 0;
  return isSpecial(scene, match, chain) ? 0 : poleSide(match, chain.sign);
}

/** "abandoning Donbas would …": what is only named is not asserted; "is playing for time" is. */
function isGerund(scene: Scene, match: TopicMatch, chain: Chain): boolean {
  const { first } = match.hit;
  if (chain.attitude || chain.duty || accuses(scene, match)) return false;
  return (
    /ing$/.test(scene.words[first]?.text ?? '') &&
    scene.isVerb(first) &&
    !actsAt(scene, first - 1).includes('auxiliaries')
  );
}

/** "We do not want a peace that is a capitulation": one kind is refused, not the thing. */
const isSpecial = (scene: Scene, match: TopicMatch, chain: Chain): boolean =>
  chain.sign < 0 &&
  chain.attitude &&
  (relatives.includes(scene.words[match.hit.last + 1]?.stem ?? '') || isOfSpecial(scene, match));

const relatives = ['that', 'which', 'whose'];

/** The words say what kind of the thing is refused: "a deal that sells out our farmers". */
const isOfSpecial = ({ words, matches }: Scene, { hit, topic }: TopicMatch): boolean =>
  relatives.includes(words[hit.first - 1]?.stem ?? '') &&
  matches.some(other => other.topic === topic && other.hit.last === hit.first - 2);

function takesSide(scene: Scene, match: TopicMatch, chain: Chain): boolean {
  if (chain.hedged && !chain.negated) return false;
  if (chain.attitude) return true;
  if (match.standsFor) return false;
  if (chain.hedged && chain.negated && chain.act) return true;
  if (chain.negated && isRefused(scene, match)) return true;
  return chain.duty && (chain.act || isDuty(scene, match, chain));
}

/** "does not recognise": the mention is the verb that is negated. */
const isRefused = ({ words }: Scene, { hit }: TopicMatch): boolean =>
  words[hit.first - 1]?.stem === 'not' && /^(?:do|does|did)$/i.test(words[hit.first - 2]?.text ?? '');

/** "must first withdraw", "will not join": the mention itself is what is to be done. A plain "will" only announces. */
function isDuty({ acts, words }: Scene, { hit }: TopicMatch, chain: Chain): boolean {
  const duty = acts.findLast(({ phrase, last }) => phrase.of === 'duties' && last < hit.last);
  if (!duty) return false;
  const announces = ['will', 'would', 'can', 'shall'].includes(words[duty.last]?.stem ?? '');
  if (announces && !chain.negated) return false;
  if (duty.first > hit.first) return true;
  const light = (at: number): boolean =>
    acts.some(({ phrase, first, last }) => first <= at && at <= last && lightWords.has(phrase.of)) ||
    /^(?:first|again|the|an?|any|all|its|their|our)$|ly$/.test(words[at]?.text.toLowerCase() ?? '');
  return words.slice(duty.last + 1, hit.first).every((_, index) => light(duty.last + 1 + index));
}

const lightWords: ReadonlySet<Act> = new Set<Act>(['negators', 'auxiliaries', 'copulas', 'affirm']);

function conditioned(scene: Scene, match: TopicMatch, clause: Clause, chain: Chain): Stance {
  const plain = side(scene, match, chain);
  if (match.pole === 'name' || chain.unsure || accuses(scene, match)) return stanceOf(plain);
  switch (clause.condition) {
    case 'free':
      return stanceOf(plain);
    case 'on':
      return dependent(scene, match, clause, chain, plain);
    case 'demanded':
      return chain.open ? 'noncommittal' : stanceOf(poleSide(match, chain.sign));
    case 'named':
      return supposed(scene, match, clause, chain);
  }
}

/** "We keep up sanctions until …" is support, "no truce until …" is a condition. */
function dependent(scene: Scene, match: TopicMatch, clause: Clause, chain: Chain, plain: Side): Stance {
  const next = scene.clauses[scene.clauses.indexOf(clause) + 1];
  const opener = next?.opener?.phrase.text ?? '';
  if (opener === 'until' && plain > 0) return 'supports';
  if (/^in (?:exchange|return)/.test(opener) && chain.negated) return stanceOf(plain);
  if (lastsAsLong(scene, clause)) return stanceOf(plain);
  const said =
    plain !== 0 || chain.duty || chain.negated || chain.hedged || chain.act || match.pole === 'thing';
  return said ? 'conditional' : 'noncommittal';
}

/** "as long as I am president" sets a term, no condition. */
const lastsAsLong = ({ clauses }: Scene, clause: Clause): boolean =>
  [clauses[clauses.indexOf(clause) - 1], clauses[clauses.indexOf(clause) + 1]].some(each =>
    /^(?:as|so) long as$/.test(each?.opener?.phrase.text ?? ''),
  );

/** What is only supposed: who threatens its consequences opposes it. */
function supposed(scene: Scene, match: TopicMatch, clause: Clause, chain: Chain): Stance {
  if (chain.open) return 'noncommittal';
  const at = scene.clauses.indexOf(clause);
  if (scene.clauses[at + 1]?.opener?.phrase.of === 'consequences')
    return stanceOf(poleSide(match, chain.sign));
  const main = [scene.clauses[at - 1], scene.clauses[at + 1]].filter(
    each => each?.condition === 'on' && each.sentence === clause.sentence,
  );
  const has = (act: Act): boolean =>
    scene.acts.some(
      ({ phrase, first }) =>
        phrase.of === act && main.some(each => each && first >= each.from && first < each.to),
    );
  if (main.length === 0 && (chain.attitude || match.pole === 'pro')) return 'conditional';
  if (has('threats')) return stanceOf(turned(poleSide(match, chain.sign)));
  return has('favour') && match.pole !== 'contra' ? 'conditional' : 'noncommittal';
}

function stanceOf(value: Side): Stance {
  if (value === 0) return 'noncommittal';
  return value > 0 ? 'supports' : 'opposes';
}

/** What one statement comes to on one topic: by its speaker, and by those the speaker describes. */
interface Verdict {
  readonly own: StanceUnheld;
  readonly others: readonly StanceOn[];
}

const described = (topic: TopicId, why: readonly string[]): Verdict => ({
  own: { topic, stance: 'noncommittal', why: [...why, 'the topic only describes'] },
  others: [],
});

function verdictOn(scene: Scene, topic: TopicId, about: readonly Opinion[], why: readonly string[]): Verdict {
  const holders = [...new Set(about.flatMap(({ parties }) => parties ?? []))];
  const others = holders.map((holder): StanceOn => {
    const theirs = about.filter(({ parties }) => parties?.includes(holder));
    const reasons = [...why, ...steps(theirs), `the words describe ${holder}`];
    return { topic, holder, stance: verdict(scene, theirs), why: reasons };
  });
  const own = about.filter(({ parties }) => parties === null);
  const stance = verdict(scene, own);
  const undecided = stance === 'noncommittal' ? ['nothing decides for or against'] : [];
  return { own: { topic, stance, why: [...why, ...steps(own), ...undecided] }, others };
}

/** The speaker is left out where he only speaks of others. */
const isTold = ({ own, others }: Verdict): boolean => others.length === 0 || own.stance !== 'noncommittal';

const heldBySides = ({ sides }: Scene, verdict: Verdict): StanceOn[] =>
  isTold(verdict) ? sides.map(holder => ({ ...verdict.own, holder })) : [];

const steps = (opinions: readonly Opinion[]): string[] => [...new Set(opinions.flatMap(each => each.steps))];

/** What several mentions come to: a condition outweighs, the clause after "but" prevails, else contradiction is doubt. */
function verdict(scene: Scene, opinions: readonly Opinion[]): Stance {
  const clear = opinions.filter(({ stance }) => stance !== 'noncommittal');
  const kinds = new Set(clear.map(({ stance }) => stance));
  if (kinds.size <= 1) return clear[0]?.stance ?? 'noncommittal';
  if (kinds.has('conditional')) return 'conditional';
  const last = clear.at(-1);
  return last && prevails(scene, last) ? last.stance : 'noncommittal';
}

/** Behind "but" and the like. */
const prevails = (scene: Scene, { clause }: Opinion): boolean =>
  clause.opener !== null && actsAt(scene, clause.opener.first).includes('turns');
