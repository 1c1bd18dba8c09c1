import type { Scope } from './desk.ts';
import type { Shift } from './position.ts';
import type { Statement } from './statement.ts';
import type { Period } from './time.ts';
import type { TopicId } from './topic.ts';
import { bestRendering, newestFirst, type Utterance, utterances } from './utterance.ts';

/** What is new for one channel. */
export interface Digest {
  readonly period: Period;
  readonly shifts: readonly Shift[];
  /** What parties said themselves, by topic, the busiest topic first. An utterance stands under one topic only. */
  readonly topics: readonly { readonly topic: TopicId; readonly utterances: readonly Utterance[] }[];
  /** What others say of a party's position. */
  readonly reported: readonly Utterance[];
}

/**
 * `news` are the statements not yet told, `shifts` what moved of late. Headlines are no
 * evidence and do not appear; neither do statements on no tracked topic or by nobody in particular.
 */
export function digest(
  news: readonly Statement[],
  shifts: readonly Shift[],
  scope: Scope,
  period: Period,
): Digest {
  const wanted = utterances(news.filter(statement => isTold(statement, scope)));
  const refs = new Set(news.map(({ ref }) => ref));
  const own = wanted.filter(utterance => bestRendering(utterance).grade === 'on-record');
  return {
    period,
    shifts: shifts.filter(shift => refs.has(shift.after.ref) && inScope(shift, scope)),
    topics: byTopic(own, scope),
    reported: wanted.filter(utterance => bestRendering(utterance).grade === 'reported'),
  };
}

export const isQuiet = ({ topics, reported }: Digest): boolean =>
  topics.length === 0 && reported.length === 0;

/** Whether a statement concerns a scope: one of its topics and one of the parties that speak or hold. */
export function concerns(statement: Statement, { topics, parties }: Scope): boolean {
  const involved = [
    ...statement.speakers.map(({ party }) => party),
    ...statement.stances.map(({ holder }) => holder),
  ];
  return (
    (topics.length === 0 || statement.stances.some(({ topic }) => topics.includes(topic))) &&
    (parties.length === 0 || involved.some(party => party !== null && parties.includes(party)))
  );
}

const isTold = (statement: Statement, scope: Scope): boolean =>
  statement.layer === 'body' &&
  statement.stances.length > 0 &&
  statement.speakers.some(({ party }) => party !== null) &&
  concerns(statement, scope);

const inScope = ({ topic, holder }: Shift, { topics, parties }: Scope): boolean =>
  (topics.length === 0 || topics.includes(topic)) && (parties.length === 0 || parties.includes(holder));

function byTopic(all: readonly Utterance[], scope: Scope): Digest['topics'] {
  const groups = new Map<TopicId, Utterance[]>();
  for (const utterance of all) {
    const topic = mainTopic(utterance, scope);
    if (topic) groups.set(topic, [...(groups.get(topic) ?? []), utterance]);
  }
  return [...groups]
    .map(([topic, found]) => ({ topic, utterances: newestFirst(found) }))
    .sort((a, b) => b.utterances.length - a.utterances.length || (a.topic < b.topic ? -1 : 1));
}

/** The first topic on which a side is taken, else the first. */
function mainTopic(utterance: Utterance, { topics }: Scope): TopicId | null {
  const { stances } = bestRendering(utterance);
  const open = stances.filter(({ topic }) => topics.length === 0 || topics.includes(topic));
  return (open.find(({ stance }) => stance !== 'noncommittal') ?? open[0])?.topic ?? null;
}
