import { heldAlert } from '../core/alert.ts';
import { parties } from '../core/catalog.ts';
import type { AlertRule } from '../core/desk.ts';
import { quietUntil } from '../core/quiet-hours.ts';
import type { Instant } from '../core/time.ts';
import { type AlertTools, deliveryOf, isSilent, knownBeside } from './alert-post.ts';
import { type AlertState, markOf, roomIn, stateIn, statePrefix, withTold } from './alert-state.ts';
import { shiftsWith } from './evidence.ts';
import { firstsIn } from './firsts.ts';
import { type Place, placeOf } from './place.ts';
import type { Delivery } from './ports.ts';

/**
 * Promises in one message what the quiet hours that are over have held. It is let go in the transaction that writes the
 * promise, and only as it was read: neither a crash nor a second process loses or doubles it.
 */
export async function promiseHeld(tools: AlertTools, now: Instant): Promise<void> {
  for (const mark of await tools.store.marks.due(statePrefix, now)) {
    const rule = tools.desk.alerts.find(({ id }) => `${statePrefix}${id}` === mark.key);
    await release(rule, stateIn(mark), tools, now);
  }
}

async function release(
  rule: AlertRule | undefined,
  state: AlertState,
  tools: AlertTools,
  now: Instant,
): Promise<void> {
  const { outbox } = tools.store;
  const place = rule && placeOf(rule, tools.desk, tools.platforms);
  // A channel that is off for now loses nothing of what is held but what grows too old.
  if (rule && !place) return;
  const later = rule ? quietUntil(rule.quietHours, now) : null;
  if (later !== null) {
    await outbox.promise([], [markOf({ ...state, dueAt: later })], [state.seen]);
    return;
  }
  const isTold = rule && place && !isSilent(rule, now);
  const delivery = isTold ? await heldDelivery(rule, place, state, tools, now) : null;
  const after = delivery ? withTold(state, now) : state;
  await outbox.promise(delivery ? [delivery] : [], [markOf({ ...after, held: [] })], [state.seen]);
}

async function heldDelivery(
  rule: AlertRule,
  place: Place,
  state: AlertState,
  tools: AlertTools,
  now: Instant,
): Promise<Delivery | null> {
  const { store, catalog } = tools;
  const room = roomIn(rule, state, now);
  if (!room.isOpen) return null;
  const held = await store.ledger.withRefs(state.held);
  const known = await knownBeside(held, new Set(state.held), tools, now);
  const shifts = await shiftsWith(held, parties(catalog), store.positions);
  const firsts = await firstsIn(held, [rule], store.ledger);
  const found = heldAlert(rule, held, { known, shifts, firsts }, now);
  return found && deliveryOf(found, { place, full: room.full }, tools, now);
}
