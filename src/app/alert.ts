import { type Alert, alert, type News, refsIn } from '../core/alert.ts';
import { parties } from '../core/catalog.ts';
import { quietUntil } from '../core/quiet-hours.ts';
import type { Statement } from '../core/statement.ts';
import type { Instant } from '../core/time.ts';
import { type AlertTools, deliveryOf, isSilent, knownBeside } from './alert-post.ts';
import { type AlertState, markOf, roomIn, stateOf, withTold } from './alert-state.ts';
import { shiftsWith } from './evidence.ts';
import { firstsIn } from './firsts.ts';
import { grownAlerts } from './grown.ts';
import { promiseHeld } from './held-alerts.ts';
import { type Place, placeOf } from './place.ts';
import type { Delivery, Mark, Numbered } from './ports.ts';

const cursorKey = 'alerts';
const batch = 500;
const farAhead = 5_000;

/**
 * Promises alerts for the statements recorded since the last time, and what quiet hours held until now. The cursor and
 * what is held move in the transaction that writes the promises: a crash in between repeats the step and promises
 * nothing twice.
 */
export async function promiseAlerts(tools: AlertTools, now: Instant): Promise<void> {
  await promiseHeld(tools, now);
  while (await promiseNext(tools, now));
}

/** One batch of statements; false where there are none. */
async function promiseNext(tools: AlertTools, now: Instant): Promise<boolean> {
  const { store } = tools;
  const value = (await store.marks.get(cursorKey))?.value ?? null;
  const rows = await store.ledger.after(Number(value), batch);
  const last = rows.at(-1);
  if (!last) return false;
  const mark: Mark = { key: cursorKey, dueAt: null, value: String(last.number) };
  const news = await newsOf(rows, tools, now);
  const steps = await stepsFor(news, tools, now);
  const grown = await grownAlerts(news, { number: last.number, now }, tools);
  await store.outbox.promise(
    [...steps.flatMap(({ delivery }) => delivery ?? []), ...grown],
    [mark, ...steps.flatMap(({ state }) => (state ? [markOf(state)] : []))],
    [{ key: cursorKey, value }, ...steps.flatMap(({ state }) => state?.seen ?? [])],
  );
  return true;
}

async function newsOf(rows: readonly Numbered[], tools: AlertTools, now: Instant): Promise<News> {
  const news = rows.map(({ statement }) => statement);
  const known = await knownBefore(rows, tools, now);
  const shifts = await shiftsWith(news, parties(tools.catalog), tools.store.positions);
  return { news, known, shifts, firsts: await firstsIn(news, tools.desk.alerts, tools.store.ledger) };
}

/** What one rule does with the news: promises something, remembers something, or both. */
interface Step {
  readonly delivery: Delivery | null;
  readonly state: AlertState | null;
}

async function stepsFor(news: News, tools: AlertTools, now: Instant): Promise<Step[]> {
  const steps: Step[] = [];
  for (const rule of tools.desk.alerts) {
    const place = placeOf(rule, tools.desk, tools.platforms);
    const found = place && !isSilent(rule, now) ? alert(rule, news, now) : null;
    if (place && found) steps.push(await stepFor(found, place, tools, now));
  }
  return steps;
}

async function stepFor(found: Alert, place: Place, tools: AlertTools, now: Instant): Promise<Step> {
  const { rule } = found;
  if (rule.quietHours === null && rule.perHour === null) {
    return { delivery: await deliveryOf(found, { place, full: null }, tools, now), state: null };
  }
  const state = await stateOf(rule, tools.store.marks);
  const { told, held } = parted(found, now);
  const room = roomIn(rule, state, now);
  const delivery =
    told && room.isOpen ? await deliveryOf(told, { place, full: room.full }, tools, now) : null;
  if (told && !delivery) tools.log.info('alert left to the digest', { rule: rule.id });
  const after = delivery ? withTold(state, now) : state;
  return { delivery, state: held ? withHeld(after, held, now) : after };
}

/** What is told now, and what the quiet hours hold. */
function parted(found: Alert, now: Instant): { told: Alert | null; held: Alert | null } {
  const { quietHours } = found.rule;
  if (quietUntil(quietHours, now) === null) return { told: found, held: null };
  const shifts = quietHours?.through === 'shifts' ? found.shifts : [];
  if (shifts.length === 0) return { told: null, held: found };
  const held = found.utterances.length > 0 ? { ...found, shifts: [] } : null;
  return { told: { ...found, utterances: [] }, held };
}

const withHeld = (state: AlertState, held: Alert, now: Instant): AlertState => ({
  ...state,
  held: [...new Set([...state.held, ...refsIn(held)])],
  dueAt: quietUntil(held.rule.quietHours, now),
});

/** Earlier statements on the same topics, for telling what is new from what was said before. */
async function knownBefore(rows: readonly Numbered[], tools: AlertTools, now: Instant): Promise<Statement[]> {
  const news = rows.map(({ statement }) => statement);
  const known = await knownBeside(news, new Set(news.map(({ ref }) => ref)), tools, now);
  // What was recorded meanwhile is no earlier statement: each of two renderings would silence the other.
  const ahead = await tools.store.ledger.after(rows.at(-1)?.number ?? 0, farAhead);
  const coming = new Set(ahead.map(({ statement }) => statement.ref));
  return known.filter(({ ref }) => !coming.has(ref));
}
