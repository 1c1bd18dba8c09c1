import type { AlertRule } from './desk.ts';
import { concerns } from './digest.ts';
import type { Shift } from './position.ts';
import type { Statement } from './statement.ts';
import { hour, type Instant } from './time.ts';
import { type Utterance, utterances } from './utterance.ts';

/** What one rule has to say after one poll: one message and at most one ping, however much it is. */
export interface Alert {
  readonly rule: AlertRule;
  readonly shifts: readonly Shift[];
  readonly utterances: readonly Utterance[];
}

/**
 * `news` are the statements not yet considered, `known` those before them on the same topics, `shifts` what
 * follows from both. A later rendering of a
 * known utterance is no news; neither is what is older than the rule allows, or came with a feed's first poll.
 */
export function alert(
  rule: AlertRule,
  news: readonly Statement[],
  known: readonly Statement[],
  shifts: readonly Shift[],
  now: Instant,
): Alert | null {
  const fresh = new Set(news.filter(statement => isFresh(statement, rule, now)).map(({ ref }) => ref));
  const all = [...known, ...news];
  const moved = rule.kinds.includes('shift') ? shifts.filter(({ after }) => fresh.has(after.ref)) : [];
  const old = refsOf([...known, ...news.filter(statement => isOld(statement, rule, now))]);
  const told = new Set([...old, ...moved.map(({ after }) => after.ref)]);
  const said = rule.kinds.includes('statement') ? newUtterances(all, fresh, told) : [];
  return said.length + moved.length > 0 ? { rule, utterances: said, shifts: moved } : null;
}

const refsOf = (statements: readonly Statement[]): Set<string> => new Set(statements.map(({ ref }) => ref));

/**
 * Utterances with a rendering to tell of which nothing is old: not known, not from a first poll, not past its age, not
 * told as a shift. A rendering beside it that the rule is not for (a paraphrase on another topic) does not silence it.
 */
function newUtterances(
  all: readonly Statement[],
  fresh: ReadonlySet<string>,
  old: ReadonlySet<string>,
): Utterance[] {
  return utterances(all).filter(
    ({ renderings }) =>
      renderings.some(({ ref }) => fresh.has(ref)) && !renderings.some(({ ref }) => old.has(ref)),
  );
}

const isOld = ({ quiet, at }: Statement, { maxAgeHours }: AlertRule, now: Instant): boolean =>
  quiet || at < now - maxAgeHours * hour;

function isFresh(statement: Statement, rule: AlertRule, now: Instant): boolean {
  return (
    !isOld(statement, rule, now) &&
    statement.layer === 'body' &&
    statement.stances.length > 0 &&
    statement.speakers.some(({ party }) => party !== null) &&
    rule.grades.includes(statement.grade) &&
    concerns(statement, rule)
  );
}
