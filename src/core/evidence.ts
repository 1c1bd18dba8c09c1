import type { ActorId } from './actor.ts';
import { byTime, type Kind, type Speaker, type Stance, type Statement } from './statement.ts';
import type { Instant } from './time.ts';
import type { TopicId } from './topic.ts';

/** What one statement shows of one holder's attitude to one topic. */
export interface Evidence {
  readonly ref: string;
  readonly topic: TopicId;
  /** The party, or the person or body that speaks for it: each has a position of its own. */
  readonly holder: ActorId;
  readonly stance: Stance;
  readonly at: Instant;
  readonly kind: Kind;
  /** The person who said it; null where an institution or several persons speak. */
  readonly official: string | null;
  /** What the statement names in the units of the topic; a unit named with two values is left out. */
  readonly figures: readonly Figure[];
}

export interface Figure {
  readonly unit: string;
  readonly value: number | string;
}

/**
 * Whether a statement may set a position: the party's own voice, on the record, in the body of a text. A voice that
 * describes others beside itself (`reported`) is still on the record for its own side.
 */
export function setsPosition(statement: Statement, holder: ActorId): boolean {
  return (
    statement.standing === 'current' &&
    (statement.grade === 'on-record' || statement.grade === 'reported') &&
    statement.layer === 'body' &&
    statement.speakers.some(({ party }) => party === holder)
  );
}

/** The evidence in a statement: for the party that holds the position, and for each person or body that speaks for it. */
export function evidenceIn(statement: Statement): Evidence[] {
  return statement.stances
    .filter(({ holder }) => setsPosition(statement, holder))
    .flatMap(({ topic, holder, stance }) =>
      holders(statement, holder).map(each => ({
        ref: statement.ref,
        topic,
        holder: each,
        stance,
        at: statement.at,
        kind: statement.kind,
        official: official(statement),
        figures: figuresOn(topic, statement),
      })),
    );
}

/** The evidence of each holder and topic, by `cellKey`, in the order of time. */
export function evidenceByCell(statements: readonly Statement[]): Map<string, Evidence[]> {
  return Map.groupBy(statements.toSorted(byTime).flatMap(evidenceIn), cellKey);
}

export const cellKey = ({ topic, holder }: Pick<Evidence, 'topic' | 'holder'>): string =>
  `${topic} ${holder}`;

export const isQuoted = ({ kind }: Evidence): boolean => kind !== 'indirect';

export const takesSide = ({ stance }: Evidence): boolean => stance !== 'noncommittal';

function holders({ speakers }: Statement, party: ActorId): ActorId[] {
  const speaking = speakers.filter(each => each.party === party).map(({ actor }) => actor);
  return [...new Set([party, ...speaking.filter(actor => actor !== null)])];
}

/** Persons have an office, or are nobody the desk follows; bodies are followed and hold none. */
const isPerson = ({ actor, office }: Speaker): boolean => actor === null || office !== null;

function official({ speakers }: Statement): string | null {
  const [only] = speakers;
  return only && speakers.length === 1 && isPerson(only) ? (only.actor ?? only.name) : null;
}

function figuresOn(topic: TopicId, { terms }: Statement): Figure[] {
  const named = terms.flatMap(({ topic: of, unit, value }) =>
    of === topic && unit !== null && value !== null ? [{ unit, value }] : [],
  );
  return [...Map.groupBy(named, ({ unit }) => unit).values()].flatMap(([first, ...others]) =>
    first && others.every(({ value }) => value === first.value) ? [first] : [],
  );
}
