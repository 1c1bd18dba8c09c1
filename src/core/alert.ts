import { isRepeated } from './cooldown.ts';
import type { AlertRule } from './desk.ts';
import { concerns } from './digest.ts';
import { type First, firstsOf } from './firsts.ts';
import type { Shift } from './position.ts';
import { type Statement, speaks } from './statement.ts';
import { hour, type Instant } from './time.ts';
import { type Utterance, utterances } from './utterance.ts';

/** What one rule has to say after one poll: one message and at most one ping, however much it is. */
export interface Alert {
  readonly rule: AlertRule;
  readonly shifts: readonly Shift[];
  readonly utterances: readonly Utterance[];
  /** Which of them are first statements, or break a silence, where the rule asks for that. */
  readonly firsts: readonly First[];
}

/** Statements as a poll brought them. */
export interface News {
  /** Not yet considered. */
  readonly news: readonly Statement[];
  /** Those before them on the same topics. */
  readonly known: readonly Statement[];
  /** What follows from both. */
  readonly shifts: readonly Shift[];
  readonly firsts: readonly First[];
}

/**
 * What a rule tells of the news. A later rendering of a known utterance is no news; neither is what is older than the
 * rule allows, came with a feed's first poll, or repeats a position within the rule's cooldown.
 */
export function alert(rule: AlertRule, given: News, now: Instant): Alert | null {
  const { shifts, firsts } = given;
  const [news, known] = [inOutlets(given.news, rule), inOutlets(given.known, rule)];
  const fresh = new Set(news.filter(statement => isFresh(statement, rule, now)).map(({ ref }) => ref));
  const all = [...known, ...news];
  const moved = rule.kinds.includes('shift') ? shifts.filter(({ after }) => fresh.has(after.ref)) : [];
  const old = refsOf([...known, ...news.filter(statement => isOld(statement, rule, now))]);
  const told = new Set([...old, ...moved.map(({ after }) => after.ref)]);
  const said = newUtterances(all, fresh, told).filter(each => isWanted(each, rule, all, firsts));
  return alertOf(rule, said, moved, firsts);
}

/**
 * What a rule tells at the end of its quiet hours of the statements it held, given what else is known by then: nothing
 * of an utterance that has grown too old, or was withdrawn.
 */
export function heldAlert(
  rule: AlertRule,
  held: readonly Statement[],
  { known, shifts, firsts }: Omit<News, 'news'>,
  now: Instant,
): Alert | null {
  const fresh = refsOf(held.filter(statement => isFresh(statement, rule, now)));
  const moved = rule.kinds.includes('shift') ? shifts.filter(({ after }) => fresh.has(after.ref)) : [];
  const all = inOutlets([...known, ...held], rule);
  const old = refsOf(all.filter(statement => isOld(statement, rule, now)));
  const told = new Set([...old, ...moved.map(({ after }) => after.ref)]);
  const kept = rule.kinds.some(kind => kind !== 'shift');
  const said = kept ? newUtterances(all, fresh, told) : [];
  return alertOf(rule, said, moved, firsts);
}

/** Null where there is nothing to tell. */
function alertOf(
  rule: AlertRule,
  said: readonly Utterance[],
  shifts: readonly Shift[],
  firsts: readonly First[],
): Alert | null {
  if (said.length + shifts.length === 0) return null;
  return { rule, utterances: said, shifts, firsts: said.flatMap(each => firstsOf(each, rule, firsts)) };
}

/** What the outlets of a rule carry: what others had before is news to it. */
export const inOutlets = (all: readonly Statement[], { outlets }: AlertRule): readonly Statement[] =>
  outlets.length === 0 ? all : all.filter(({ outlet }) => outlets.includes(outlet));

/** The statements that an alert tells of: what quiet hours have to hold. */
export const refsIn = ({ utterances: said, shifts }: Alert): string[] => [
  ...said.flatMap(({ renderings }) => renderings.map(({ ref }) => ref)),
  ...shifts.map(({ after }) => after.ref),
];

const refsOf = (statements: readonly Statement[]): Set<string> => new Set(statements.map(({ ref }) => ref));

/** Whether a new utterance is one that the rule asks for. */
export function isWanted(
  utterance: Utterance,
  rule: AlertRule,
  all: readonly Statement[],
  firsts: readonly First[],
): boolean {
  if (firstsOf(utterance, rule, firsts).length > 0) return true;
  return rule.kinds.includes('statement') && !isRepeated(utterance, rule, all);
}

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

const isFresh = (statement: Statement, rule: AlertRule, now: Instant): boolean =>
  !isOld(statement, rule, now) && statement.standing === 'current' && isFor(statement, rule);

/** Whether a rule is for a statement, whenever it was said. */
export const isFor = (statement: Statement, rule: AlertRule): boolean =>
  statement.layer === 'body' &&
  statement.stances.length > 0 &&
  statement.speakers.some(({ party }) => party !== null) &&
  rule.grades.includes(statement.grade) &&
  (rule.people.length === 0 || rule.people.some(id => speaks(statement, id))) &&
  (rule.outlets.length === 0 || rule.outlets.includes(statement.outlet)) &&
  concerns(statement, rule);
