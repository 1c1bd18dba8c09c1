import type { ActorId } from './actor.ts';
import type { Speaker, Stance, Statement } from './statement.ts';
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
  /** It is an utterance of its own. */
  | { readonly what: 'apart' }
  /** It reports the same utterance as another statement. */
  | { readonly what: 'together'; readonly with: string }
  /** All corrections before this one are taken back. */
  | { readonly what: 'restored' };

/** The statement as its corrections leave it, in the order they were made. */
export function corrected(statement: Statement, corrections: readonly Correction[]): Statement {
  const since = corrections.findLastIndex(({ what }) => what === 'restored') + 1;
  const changed = corrections.slice(since).reduce(changedBy, statement);
  return { ...changed, corrections };
}

function changedBy(statement: Statement, change: Change): Statement {
  switch (change.what) {
    case 'speaker':
      return { ...statement, speakers: change.speakers, grade: gradeOf(change.speakers, statement) };
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

/** A voice that an editor names is on the record, unless it describes somebody else's position. */
const gradeOf = (speakers: readonly Speaker[], { grade, stances }: Statement): Statement['grade'] => {
  const isOwn = stances.every(({ holder }) => speakers.some(({ party }) => party === holder));
  if (speakers.length === 0) return 'anonymous';
  return isOwn ? 'on-record' : grade === 'anonymous' ? 'reported' : grade;
};

function withStance(
  statement: Statement,
  { topic, holder, stance }: Extract<Change, { what: 'stance' }>,
): Statement {
  const others = statement.stances.filter(each => each.topic !== topic || each.holder !== holder);
  const why = ['An editor set this.'];
  return {
    ...statement,
    topics: [...new Set([...statement.topics, topic])],
    stances: [...others, { topic, holder, stance, why }],
  };
}

const withoutTopic = (statement: Statement, topic: TopicId): Statement => ({
  ...statement,
  topics: statement.topics.filter(each => each !== topic),
  stances: statement.stances.filter(each => each.topic !== topic),
});
