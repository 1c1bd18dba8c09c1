import type { AlertRule } from './desk.ts';
import { concerns } from './digest.ts';
import { type Shift, shifts } from './position.ts';
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
 * `news` are the statements not yet considered, `known` those before them on the same topics. A later rendering of a
 * known utterance is no news; neither is what is older than the rule allows, or came with a feed's first poll.
 */
export function alert(
  rule: AlertRule,
  news: readonly Statement[],
  known: readonly Statement[],
  now: Instant,
): Alert | null {
  const fresh = new Set(news.filter(statement => isFresh(statement, rule, now)).map(({ ref }) => ref));
  const all = [...known, ...news];
  const moved = rule.kinds.includes('shift') ? shifts(all).filter(({ after }) => fresh.has(after.ref)) : [];
  const told = new Set(moved.map(({ after }) => after.ref));
  const said = rule.kinds.includes('statement') ? newUtterances(all, fresh, told) : [];
  return said.length + moved.length > 0 ? { rule, utterances: said, shifts: moved } : null;
}

/** Utterances of which every rendering is fresh, without those that are shown as a shift already. */
function newUtterances(
  all: readonly Statement[],
  fresh: ReadonlySet<string>,
  told: ReadonlySet<string>,
): Utterance[] {
  return utterances(all).filter(({ renderings }) =>
    renderings.every(({ ref }) => fresh.has(ref) && !told.has(ref)),
  );
}

function isFresh(statement: Statement, rule: AlertRule, now: Instant): boolean {
  return (
    !statement.quiet &&
    statement.layer === 'body' &&
    statement.at >= now - rule.maxAgeHours * hour &&
    statement.stances.length > 0 &&
    statement.speakers.some(({ party }) => party !== null) &&
    rule.grades.includes(statement.grade) &&
    concerns(statement, rule)
  );
}
