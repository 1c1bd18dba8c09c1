import { type Context, command } from '../src/app/command.ts';
import { involving, viewOf } from '../src/app/evidence.ts';
import { characterises, type Held, heldIn, type Span, spanOf, within } from '../src/app/held.ts';
import * as kinds from '../src/app/kinds.ts';
import * as times from '../src/app/times.ts';
import type { Actor } from '../src/core/actor.ts';
import { parties, partyOf } from '../src/core/catalog.ts';
import type { Position } from '../src/core/position.ts';
import { type Statement, speaks } from '../src/core/statement.ts';
import type { Topic } from '../src/core/topic.ts';
import { bestRendering, newestFirst, type Utterance, utterances } from '../src/core/utterance.ts';
import {
  type ActorAnswer,
  furtherSaid,
  type StanceAnswer,
  shownReported,
  stanceMessage,
  type TopicAnswer,
} from '../src/views/stance.ts';

/** As many as a glance takes: what others report, and what somebody said beside the positions. */
const newest = 60;

export const stance = command({
  name: 'stance',
  summary: 'Where each party stands on a topic, or what one of them holds, with the words it rests on',
  example: '/stance NATO',
  reply: 'private',
  access: 'everyone',
  options: {
    about: {
      kind: kinds.subject,
      summary: 'a topic, a party or a person; or a topic and a name',
      required: true,
    },
    party: { kind: kinds.actor, summary: 'only this party, body or person' },
    days: { kind: times.days, summary: 'only what was said in the last days' },
    'as-of': { kind: times.date, summary: 'what was held at the end of that day' },
    page: { kind: times.page, summary: 'further positions' },
  },
  async run({ about, party, days, 'as-of': asOf, page }, context) {
    const span = spanOf(days, asOf, context.now);
    const only = party ?? about.only;
    const actor = only && about.topics.length > 0 ? null : about.actor;
    const on = await onTopics(about.topics, only, span, context);
    const by = actor ? await byActor(actor, span, context) : null;
    const answer = {
      words: about.words,
      on: on.answers,
      by: by?.answer ?? null,
      figureShifts: [...on.held.figureShifts, ...(by?.held.figureShifts ?? [])],
    };
    const resting = [...on.held.positions, ...(by?.held.positions ?? []), ...answer.figureShifts];
    return stanceMessage(answer, {
      ...(await viewOf(toldBeside(answer).map(bestRendering), context, resting)),
      asked: { command: 'stance', given: context.given },
      page: page ?? { number: 1, until: null },
      asOf: asOf?.date ?? null,
      days: days ?? null,
      until: Math.min(context.now, span.until ?? context.now),
    });
  },
});

/** The utterances that may be shown beside positions. */
const toldBeside = ({ on, by }: Pick<StanceAnswer, 'on' | 'by'>): Utterance[] => [
  ...[...on, ...(by ? [by] : [])].flatMap(({ reported }) => reported.slice(0, shownReported)),
  ...(by ? furtherSaid(by) : []),
];

const nothing: Held = { positions: [], figureShifts: [] };

async function onTopics(topics: readonly Topic[], only: Actor | null, span: Span, context: Context) {
  if (topics.length === 0) return { answers: [], held: nothing };
  const ids = topics.map(({ id }) => id);
  const asked = only ? [only] : parties(context.catalog);
  const held = await heldIn({ topics: ids, holders: asked.map(({ id }) => id) }, span, context);
  const reports = await context.ledger.statements({
    topics: ids,
    grades: ['reported'],
    ...within(span),
    limit: newest * topics.length,
  });
  const reported = reports.filter(each =>
    asked.some(actor => characterises(each, named(actor, each, context))),
  );
  return { answers: topics.map(topic => topicAnswer(topic, asked, held, reported)), held };
}

const named = ({ id }: Actor, { at }: Statement, { catalog }: Context) => ({
  id,
  party: partyOf(catalog, id, at),
});

function topicAnswer(
  topic: Topic,
  asked: readonly Actor[],
  held: Held,
  reported: readonly Statement[],
): TopicAnswer {
  const found = held.positions.filter(each => each.topic === topic.id);
  return {
    topic,
    positions: found.sort(sidesFirst),
    silent: asked.filter(({ id }) => !found.some(({ holder }) => holder === id)),
    reported: newestFirst(
      utterances(reported.filter(({ stances }) => stances.some(each => each.topic === topic.id))),
    ),
  };
}

/** Who takes a side before who does not, then the most recent. */
function sidesFirst(a: Position, b: Position): number {
  return Number(a.stance === 'noncommittal') - Number(b.stance === 'noncommittal') || b.latest - a.latest;
}

async function byActor(actor: Actor, span: Span, context: Context) {
  const held = await heldIn({ holders: [actor.id] }, span, context);
  const party = partyOf(context.catalog, actor.id, span.until ?? context.now);
  const own = await context.ledger.statements({
    ...involving(actor),
    grades: ['on-record'],
    ...within(span),
    limit: newest,
  });
  const others = await context.ledger.statements({
    parties: [party ?? actor.id],
    grades: ['reported'],
    ...within(span),
    limit: newest,
  });
  const said = own.filter(each => isOwn(each, actor));
  const reported = others.filter(
    each => characterises(each, { id: actor.id, party }) && !speaks(each, actor.id),
  );
  const answer: ActorAnswer = {
    actor,
    positions: [...held.positions].sort(sidesFirst),
    said: newestFirst(utterances(said)),
    reported: newestFirst(utterances(reported)),
  };
  return { answer, held };
}

const isOwn = (statement: Statement, { id }: Actor): boolean =>
  statement.layer === 'body' &&
  statement.grade === 'on-record' &&
  statement.stances.length > 0 &&
  speaks(statement, id);
