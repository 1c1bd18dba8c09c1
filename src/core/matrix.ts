import type { Actor, ActorId } from './actor.ts';
import type { Position } from './position.ts';
import type { Topic } from './topic.ts';

/** Who holds what on which topics: a row for each topic, a cell for each party, null where nothing is on record. */
export interface Matrix {
  readonly parties: readonly Actor[];
  readonly rows: readonly MatrixRow[];
  /** Topics and parties without anything on record: they have no row and no column. */
  readonly silentTopics: readonly Topic[];
  readonly silentParties: readonly Actor[];
}

export interface MatrixRow {
  readonly topic: Topic;
  readonly cells: readonly (Position | null)[];
}

/** The positions laid out; parties with the most of them first, topics in the order given. */
export function matrix(
  positions: readonly Position[],
  topics: readonly Topic[],
  parties: readonly Actor[],
): Matrix {
  const cells = new Map(positions.map(position => [cell(position.topic, position.holder), position]));
  const held = ({ id }: Actor): number => topics.filter(topic => cells.has(cell(topic.id, id))).length;
  const shown = parties.filter(party => held(party) > 0).sort((a, b) => held(b) - held(a));
  const rows = topics.map(topic => ({
    topic,
    cells: shown.map(({ id }) => cells.get(cell(topic.id, id)) ?? null),
  }));
  return {
    parties: shown,
    rows: rows.filter(isFilled),
    silentTopics: rows.filter(row => !isFilled(row)).map(({ topic }) => topic),
    silentParties: parties.filter(party => held(party) === 0),
  };
}

const cell = (topic: string, holder: ActorId): string => `${topic} ${holder}`;

const isFilled = ({ cells }: MatrixRow): boolean => cells.some(each => each !== null);
