import type { ActorId } from './actor.ts';
import type { Grade, Speaker, Stance, Statement } from './statement.ts';
import type { Instant } from './time.ts';
import type { TopicId } from './topic.ts';

/** What an editor says of a statement. A row of the ledger: never changed, only followed by another. */
export type Correction = Change & {
  readonly ref: string;
  /** The platform and the person's id on it, as `slack U024BE7LH`. */
  readonly by: string;
  readonly at: Instant;
  /** In the editor's words; may be empty. */
  readonly reason: string;
};

export type Change =
  /** Who speaks; none where it is unclear. */
  | { readonly what: 'speaker'; readonly speakers: readonly Speaker[] }
  | { readonly what: 'stance'; readonly topic: TopicId; readonly holder: ActorId; readonly stance: Stance }
  /** The statement is not on the topic. */
  | { readonly what: 'off-topic'; readonly topic: TopicId }
  /** It is no statement, or not the speaker's. */
  | { readonly what: 'withdrawn' }
  /** It is an utterance of its own, unless a later `together` says otherwise. */
  | { readonly what: 'apart' }
  /** It reports the same utterance as another statement. */
  | { readonly what: 'together'; readonly with: string }
  /** All corrections before this one are taken back. */
  | { readonly what: 'restored' };

/** Those that still hold: a `restored` takes back all before it. */
export const inForce = (corrections: readonly Correction[]): readonly Correction[] =>
  corrections.slice(corrections.findLastIndex(({ what }) => what === 'restored') + 1);

/** The statement as its corrections leave it, in the order they were made. */
export function corrected(statement: Statement, corrections: readonly Correction[]): Statement {
  return { ...inForce(corrections).reduce(changedBy, statement), corrections };
}

function changedBy(statement: Statement, change: Change): Statement {
  switch (change.what) {
    case 'speaker':
      return spokenBy(statement, change.speakers);
    case 'stance':
      return withStance(statement, change);
    case 'off-topic':
      return withoutTopic(statement, change.topic);
    case 'withdrawn':
      return { ...statement, standing: 'withdrawn' };
    case 'apart':
    case 'together':
    case 'restored':
      return statement;
  }
}

/** The stances of the side that was thought to speak become those of the side that does. */
function spokenBy(statement: Statement, speakers: readonly Speaker[]): Statement {
  const [was, is] = [partiesOf(statement.speakers), partiesOf(speakers)];
  const described = statement.stances.filter(({ holder }) => !was.includes(holder));
  const own = statement.stances.filter(({ holder }) => was.includes(holder));
  const moved = is
    .flatMap(holder => own.map(stance => ({ ...stance, holder })))
    .filter(each => !described.some(other => other.topic === each.topic && other.holder === each.holder));
  const once = new Map([...moved, ...described].map(each => [`${each.topic} ${each.holder}`, each]));
  const stances = [...once.values()];
  return { ...statement, speakers, stances, grade: gradeOf(speakers, { ...statement, stances }) };
}

const partiesOf = (speakers: readonly Speaker[]): ActorId[] => [
  ...new Set(speakers.flatMap(({ party }) => party ?? [])),
];

/** A voice that an editor names is on the record, unless it describes somebody else's position. */
function gradeOf(speakers: readonly Speaker[], { stances }: Statement): Grade {
  if (speakers.length === 0) return 'anonymous';
  const sides = partiesOf(speakers);
  return stances.every(({ holder }) => sides.includes(holder)) ? 'on-record' : 'reported';
}

function withStance(
  statement: Statement,
  { topic, holder, stance }: Extract<Change, { what: 'stance' }>,
): Statement {
  const others = statement.stances.filter(each => each.topic !== topic || each.holder !== holder);
  const stances = [...others, { topic, holder, stance, why: ['An editor set this.'] }];
  const topics = [...new Set([...statement.topics, topic])];
  return { ...statement, topics, stances, grade: gradeWith(holder, { ...statement, stances }) };
}

/** A position an editor ascribes to the side that speaks is its own, whatever else it describes. */
function gradeWith(holder: ActorId, statement: Statement): Grade {
  const { speakers, grade } = statement;
  if (grade !== 'on-record' && grade !== 'reported') return grade;
  return partiesOf(speakers).includes(holder) ? 'on-record' : gradeOf(speakers, statement);
}

const withoutTopic = (statement: Statement, topic: TopicId): Statement => ({
  ...statement,
  topics: statement.topics.filter(each => each !== topic),
  stances: statement.stances.filter(each => each.topic !== topic),
  terms: statement.terms.map(term => (term.topic === topic ? { ...term, topic: null } : term)),
});
