import type { Actor } from '../core/actor.ts';
import { partyOf, shownOffice } from '../core/catalog.ts';
import { type Change, type Correction, corrected } from '../core/correction.ts';
import { UserError } from '../core/errors.ts';
import { cellKey, evidenceIn } from '../core/evidence.ts';
import { type Position, positions } from '../core/position.ts';
import type { Speaker, Stance, Statement } from '../core/statement.ts';
import type { Instant } from '../core/time.ts';
import type { Topic } from '../core/topic.ts';
import type { Turn } from '../views/correct.ts';
import type { Context } from './command.ts';

/** What a manager typed. */
export interface Typed {
  readonly what: Change['what'];
  readonly speaker: readonly Actor[] | undefined;
  readonly topic: readonly Topic[] | undefined;
  readonly party: Actor | undefined;
  readonly stance: Stance | undefined;
  readonly with: string | undefined;
}

/** The change that was meant. Throws a UserError where something is missing for it. */
export function changeOf(typed: Typed, statement: Statement, context: Context): Change {
  const { what } = typed;
  switch (what) {
    case 'speaker':
      if (!typed.speaker) throw missing('speaker:', 'speaker:"Name of who spoke", or speaker:unclear');
      return { what, speakers: typed.speaker.map(actor => speakerOf(actor, statement.at, context)) };
    case 'stance':
      if (!typed.stance) throw missing('stance:', 'stance:opposes');
      return { what, stance: typed.stance, ...cellOf(typed, statement) };
    case 'off-topic':
      return { what, topic: topicOf(typed, statement).id };
    case 'together':
      if (!typed.with) throw missing('with:', 'with:7f3a9k02, the reference of the other statement');
      return { what, with: typed.with };
    case 'withdrawn':
    case 'apart':
    case 'restored':
      return { what };
  }
}

const missing = (option: string, example: string): UserError =>
  new UserError(`This correction needs ${option} For example: ${example}`);

const speakerOf = (actor: Actor, at: Instant, { catalog }: Context): Speaker => ({
  name: actor.name,
  actor: actor.id,
  party: partyOf(catalog, actor.id, at),
  office: shownOffice(actor, at),
});

function topicOf({ topic }: Typed, { topics }: Statement): { readonly id: string } {
  const [first, ...more] = topic ?? topics.map(id => ({ id }));
  if (first && more.length === 0) return first;
  const some = (topic ?? topics.map(id => ({ id }))).map(({ id }) => id);
  throw new UserError(`This correction needs one topic. For example: topic:${some[0] ?? 'TOPIC'}`, {
    suggestions: some,
    option: 'topic',
  });
}

/** Whose stance it is: as typed, else who holds one on the topic, else the party that speaks. */
function cellOf(typed: Typed, statement: Statement): { readonly topic: string; readonly holder: string } {
  const topic = topicOf(typed, statement).id;
  if (typed.party) return { topic, holder: typed.party.id };
  const holders = statement.stances.filter(each => each.topic === topic).map(({ holder }) => holder);
  const speaking = statement.speakers.flatMap(({ party }) => (party === null ? [] : [party]));
  const [only, ...others] = new Set(holders.length > 0 ? holders : speaking);
  if (only && others.length === 0) return { topic, holder: only };
  throw missing('party:', `party:${only ?? 'PARTY'}, whose stance it is`);
}

/** The statement as it would stand with one more correction. What was read is corrected anew: corrections can be taken back. */
export async function asCorrected(
  statement: Statement,
  correction: Correction,
  { ledger }: Pick<Context, 'ledger'>,
): Promise<Statement> {
  const [read = statement] = await ledger.asRead([statement.ref]);
  const standing = statement.standing === 'superseded' ? statement.standing : read.standing;
  return corrected({ ...read, standing }, [...statement.corrections, correction]);
}

/** As many statements of one party on one topic as a position is folded from. */
const most = 2_000;

/** The positions that a correction turns, before and after. */
export async function turnsBy(
  statement: Statement,
  after: Statement,
  { ledger }: Pick<Context, 'ledger'>,
): Promise<Turn[]> {
  const cells = changedCells(statement, after);
  const turns: Turn[] = [];
  for (const { topic, holder } of cells) {
    const found = await ledger.statements({ topics: [topic], parties: [holder], limit: most });
    const others = found.filter(({ ref }) => ref !== statement.ref);
    const held = (all: readonly Statement[]): Position | null =>
      positions(all).find(each => each.topic === topic && each.holder === holder) ?? null;
    turns.push({ before: held([...others, statement]), after: held([...others, after]) });
  }
  return turns;
}

/** The cells in which the statement counts for something else than before. */
function changedCells(before: Statement, after: Statement): { topic: string; holder: string }[] {
  const [was, is] = [before, after].map(each =>
    evidenceIn(each).map(({ topic, holder, stance }) => ({
      topic,
      holder,
      stance,
      key: `${cellKey({ topic, holder })} ${stance}`,
    })),
  );
  const differing = [
    ...(was ?? []).filter(({ key }) => !is?.some(each => each.key === key)),
    ...(is ?? []).filter(({ key }) => !was?.some(each => each.key === key)),
  ];
  return [
    ...new Map(differing.map(each => [cellKey(each), { topic: each.topic, holder: each.holder }])).values(),
  ];
}
