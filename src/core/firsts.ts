import type { ActorId } from './actor.ts';
import type { AlertRule } from './desk.ts';
import type { Statement } from './statement.ts';
import { day, type Instant } from './time.ts';
import type { TopicId } from './topic.ts';
import type { Utterance } from './utterance.ts';

/** What a party says itself on a topic. */
export interface OwnWords {
  readonly topic: TopicId;
  readonly holder: ActorId;
  readonly ref: string;
  readonly at: Instant;
}

/** What a party says itself on a topic for the first time on record, or after it had been silent on it. */
export interface First extends OwnWords {
  /** When it last had spoken on it, as far as is on record; null: never. */
  readonly silentSince: Instant | null;
}

/** The topics on which a party speaks for itself in a statement. */
export const ownWords = (statement: Statement): OwnWords[] =>
  statement.layer !== 'body' || statement.grade !== 'on-record'
    ? []
    : statement.stances
        .filter(({ holder }) => statement.speakers.some(({ party }) => party === holder))
        .map(({ topic, holder }) => ({ topic, holder, ref: statement.ref, at: statement.at }));

/**
 * What each party says for itself on each topic where nothing among the news is from the `silence` milliseconds before:
 * the earliest, and what comes after a gap.
 */
export function opening(news: readonly Statement[], silence: number): OwnWords[] {
  const last = new Map<string, Instant>();
  return news
    .toSorted((a, b) => a.at - b.at)
    .flatMap(ownWords)
    .filter(({ topic, holder, at }) => {
      const key = `${topic} ${holder}`;
      const before = last.get(key) ?? Number.NEGATIVE_INFINITY;
      last.set(key, at);
      return at - before >= silence;
    });
}

/** How long, in milliseconds, the silence has to be that one of the rules asks for; infinite where none asks. */
export const leastSilence = (rules: readonly AlertRule[]): number =>
  Math.min(
    Number.POSITIVE_INFINITY,
    ...rules.filter(({ kinds }) => kinds.includes('silence')).map(({ silentDays }) => silentDays * day),
  );

export const asksFirsts = ({ kinds }: AlertRule): boolean =>
  kinds.includes('first') || kinds.includes('silence');

/** What of an utterance a rule for first statements or for broken silences is for. */
export const firstsOf = (
  { renderings }: Utterance,
  rule: AlertRule,
  firsts: readonly First[],
): readonly First[] =>
  firsts.filter(each => renderings.some(({ ref }) => ref === each.ref) && isAsked(each, rule));

function isAsked({ topic, at, silentSince }: First, { kinds, topics, silentDays }: AlertRule): boolean {
  if (topics.length > 0 && !topics.includes(topic)) return false;
  if (silentSince === null) return kinds.includes('first');
  return kinds.includes('silence') && at - silentSince >= silentDays * day;
}
