import { type Alert, inOutlets, isFor, isWanted } from './alert.ts';
import type { AlertRule } from './desk.ts';
import { type First, firstsOf } from './firsts.ts';
import type { Shift } from './position.ts';
import { quietUntil } from './quiet-hours.ts';
import type { Statement } from './statement.ts';
import { hour, type Instant, type Period } from './time.ts';
import { utterances } from './utterance.ts';

/** What a rule would have told in a period, and in how many messages. */
export interface Replay extends Alert {
  readonly messages: number;
}

/** What was on record in the period and before it. */
export interface Record {
  readonly statements: readonly Statement[];
  readonly shifts: readonly Shift[];
  readonly firsts: readonly First[];
}

/**
 * How a rule would have done, had the bot heard everything when it was said: what came with a feed's first poll counts
 * too, and what one article brought is one message.
 */
export function replayed(rule: AlertRule, record: Record, { from, until }: Period): Replay {
  const all = inOutlets(record.statements, rule);
  const byRef = new Map(all.map(statement => [statement.ref, statement]));
  const isIn = ({ at }: { readonly at: Instant }): boolean => at >= from && at < until;
  const shifts = rule.kinds.includes('shift')
    ? record.shifts.filter(({ after }) => {
        const statement = byRef.get(after.ref);
        return statement !== undefined && isIn(statement) && isFor(statement, rule);
      })
    : [];
  const told = new Set(shifts.map(({ after }) => after.ref));
  const said = utterances(all).filter(
    utterance =>
      isIn(utterance) &&
      utterance.renderings.some(each => isFor(each, rule)) &&
      !utterance.renderings.some(({ ref }) => told.has(ref)) &&
      isWanted(utterance, rule, all, record.firsts),
  );
  const first = said.flatMap(({ renderings: [earliest] }) => earliest ?? []);
  const moved = shifts.flatMap(({ after }) => byRef.get(after.ref) ?? []);
  const firsts = said.flatMap(each => firstsOf(each, rule, record.firsts));
  return { rule, utterances: said, shifts, firsts, messages: messages(rule, first, moved, until) };
}

function messages(
  rule: AlertRule,
  said: readonly Statement[],
  moved: readonly Statement[],
  until: Instant,
): number {
  const nights = rule.quietHours?.through === 'shifts' ? null : rule.quietHours;
  const times = new Map([
    ...said.map(each => timeOf(each, quietUntil(rule.quietHours, each.at))),
    ...moved.map(each => timeOf(each, quietUntil(nights, each.at))),
  ]);
  return underCeiling(
    [...times.values()].filter(at => at <= until),
    rule.perHour,
  );
}

/** What one article brings is told at once; what one night holds, at its end. */
const timeOf = ({ article, at }: Statement, quiet: Instant | null): [string, Instant] =>
  quiet === null ? [article, at] : [`until ${quiet}`, quiet];

function underCeiling(times: readonly Instant[], perHour: number | null): number {
  const told: Instant[] = [];
  for (const at of times.toSorted((a, b) => a - b)) {
    const recent = told.filter(before => before > at - hour).length;
    if (perHour === null || recent < perHour) told.push(at);
  }
  return told.length;
}
