import { type Context, command } from '../src/app/command.ts';
import { involving, viewOf } from '../src/app/evidence.ts';
import * as kinds from '../src/app/kinds.ts';
import * as times from '../src/app/times.ts';
import type { Actor } from '../src/core/actor.ts';
import { parties } from '../src/core/catalog.ts';
import { type Position, positions } from '../src/core/position.ts';
import { type Statement, speaks } from '../src/core/statement.ts';
import { day } from '../src/core/time.ts';
import type { Topic } from '../src/core/topic.ts';
import { newestFirst, utterances } from '../src/core/utterance.ts';
import { type ActorAnswer, stanceMessage, type TopicAnswer } from '../src/views/stance.ts';

const newest = 2_000;

export const stance = command({
  name: 'stance',
  summary: 'Where each party stands on a topic, or what one of them holds, with the words it rests on',
  example: '/stance NATO',
  reply: 'private',
  access: 'everyone',
  options: {
    about: { kind: kinds.subject, summary: 'a topic, a party or a person', required: true },
    party: { kind: kinds.party, summary: 'only this party' },
    days: { kind: times.days, summary: 'only the last days' },
  },
  async run({ about, party, days }, context) {
    const from = days === undefined ? undefined : context.now - days * day;
    const on = await topicStatements(about.topics, from, context);
    const actor = party ? null : about.actor;
    const by = actor ? await actorStatements(actor, from, context) : [];
    const held = positions(on);
    const asked = party ? [party] : parties(context.catalog);
    const answer = {
      words: about.words,
      on: about.topics.map(topic => topicAnswer(topic, on, held, { asked, only: party })),
      by: actor ? actorAnswer(actor, by) : null,
    };
    const shown = [...answer.on.flatMap(each => each.positions), ...(answer.by?.positions ?? [])];
    return stanceMessage(answer, await viewOf([...on, ...by], context, shown));
  },
});

async function topicStatements(
  topics: readonly Topic[],
  from: number | undefined,
  { ledger }: Context,
): Promise<Statement[]> {
  if (topics.length === 0) return [];
  return ledger.statements({
    topics: topics.map(({ id }) => id),
    limit: newest,
    ...(from === undefined ? {} : { from }),
  });
}

function actorStatements(actor: Actor, from: number | undefined, { ledger }: Context): Promise<Statement[]> {
  return ledger.statements({ ...involving(actor), limit: newest, ...(from === undefined ? {} : { from }) });
}

function topicAnswer(
  topic: Topic,
  statements: readonly Statement[],
  positions: readonly Position[],
  { asked, only }: { asked: readonly Actor[]; only: Actor | undefined },
): TopicAnswer {
  const held = positions.filter(
    each => each.topic === topic.id && asked.some(({ id }) => id === each.holder),
  );
  return {
    topic,
    positions: held.sort(sidesFirst),
    silent: asked.filter(({ id }) => !held.some(({ holder }) => holder === id)),
    reported: reportedOn(topic, statements, only),
  };
}

/** Who takes a side before who does not, then the most recent. */
function sidesFirst(a: Position, b: Position): number {
  return Number(a.stance === 'noncommittal') - Number(b.stance === 'noncommittal') || b.latest - a.latest;
}

function reportedOn(topic: Topic, statements: readonly Statement[], only: Actor | undefined) {
  const reports = statements.filter(
    ({ grade, layer, stances }) =>
      grade === 'reported' &&
      layer === 'body' &&
      stances.some(each => each.topic === topic.id && (!only || each.holder === only.id)),
  );
  return newestFirst(utterances(reports));
}

function actorAnswer(actor: Actor, statements: readonly Statement[]): ActorAnswer {
  const own = statements.filter(
    each => each.layer === 'body' && each.grade === 'on-record' && speaks(each, actor.id),
  );
  return {
    actor,
    positions: positions(own)
      .filter(({ holder }) => holder === actor.id)
      .sort(sidesFirst),
    said: newestFirst(utterances(own.filter(({ stances }) => stances.length > 0))),
  };
}
