import type { Replay } from '../core/alert-replay.ts';
import type { Catalog } from '../core/catalog.ts';
import type { AlertRule, Away, Channel, Desk } from '../core/desk.ts';
import type { Action, Block, Inline, Line, Message } from '../core/message.ts';
import type { Instant, Zone } from '../core/time.ts';
import { alertMessage } from './alert.ts';
import { awayWords } from './away.ts';
import type { Proof } from './proof.ts';
import { actorName, counted, gradeWord, listed, outletName, topicTitle } from './words.ts';

/** What the words of an alert need beside it. */
export interface View {
  readonly catalog: Catalog;
  readonly desk: Pick<Desk, 'audiences'>;
  readonly zone: Zone;
  readonly now: Instant;
}

export interface ShownAlert {
  readonly rule: AlertRule;
  readonly channel: Channel | null;
  readonly away: Away | null;
  readonly changed: { readonly by: string; readonly at: Instant } | null;
}

/** Alerts as `/alerts list` shows them, and buttons for more. */
export function alertsMessage(
  shown: readonly ShownAlert[],
  view: View,
  actions: readonly Action[] = [],
): Message {
  const none: Block = {
    type: 'text',
    line: [
      'None yet. For yourself: ',
      { code: '/alerts add topic:…' },
      ' or ',
      { code: '/alerts add party:…' },
    ],
  };
  const blocks: Block[] = [
    { type: 'heading', text: 'Alerts' },
    shown.length > 0 ? { type: 'list', items: shown.map(each => alertLine(each, view)) } : none,
    ...(actions.length > 0 ? [{ type: 'actions', actions } as const] : []),
  ];
  return { summary: `Alerts: ${shown.length}`, blocks, ping: [], zone: view.zone };
}

/** One alert after something was done with it. */
export const alertDone = (done: string, shown: ShownAlert, view: View): Message => ({
  summary: done,
  blocks: [
    { type: 'text', line: [done] },
    { type: 'list', items: [alertLine(shown, view)] },
  ],
  ping: [],
  zone: view.zone,
});

/** What an alert would have told of late, and whether it is to be kept. */
export function alertProposed(shown: ShownAlert, replay: Replay, save: Action, view: View): Message {
  const blocks: Block[] = [
    { type: 'heading', text: 'New alert' },
    { type: 'list', items: [alertLine(shown, view)] },
    { type: 'text', line: [replayWords(replay)] },
    { type: 'actions', actions: [save] },
  ];
  return { summary: 'Not saved yet: see what it would have told.', blocks, ping: [], zone: view.zone };
}

/** What an alert told in the past seven days, or would have, and the latest of it as it would look. */
export function alertTested(
  replay: Replay,
  latest: Replay,
  view: Proof & { readonly desk: Desk; readonly zone: Zone },
): Message {
  const words = replayWords(replay);
  const isEmpty = latest.utterances.length + latest.shifts.length === 0;
  const example = isEmpty ? [] : alertMessage(latest, { ...view, full: null, grownTo: null }).blocks;
  const blocks: Block[] = [
    { type: 'text', line: [{ bold: replay.rule.id }, `: ${words}`] },
    ...example.filter(({ type }) => type !== 'actions'),
  ];
  return { summary: words, blocks, ping: [], zone: view.zone };
}

/** `In the past 7 days it would have come 3 times: 5 statements and 1 shift.` */
export function replayWords({ messages, utterances, shifts }: Replay): string {
  const found = [
    ...(utterances.length > 0 ? [counted(utterances.length, 'statement')] : []),
    ...(shifts.length > 0 ? [counted(shifts.length, 'shift')] : []),
  ];
  if (found.length === 0) return 'In the past 7 days it would not have come: nothing it is for was said.';
  return `In the past 7 days it would have come ${counted(messages, 'time')}: ${listed(found)}.`;
}

const kindWords = {
  statement: () => 'new statements',
  shift: () => 'shifts',
  first: () => 'first statements',
  silence: ({ silentDays }: AlertRule) => `statements after ${counted(silentDays, 'day')} of silence`,
} as const;

/** An alert in one line: what it tells, to whom, when not, and who set it. */
export function alertLine({ rule, channel, away, changed }: ShownAlert, view: View): Line {
  const { snoozedUntil } = rule;
  const isSnoozed = snoozedUntil !== null && view.now < snoozedUntil;
  const snoozed: Inline[] = isSnoozed ? [', snoozed until ', { date: snoozedUntil, as: 'moment' }] : [];
  const by: Inline[] = changed ? [` · set by ${changed.by}, `, { date: changed.at, as: 'moment' }] : [];
  const what = listed(rule.kinds.map(kind => kindWords[kind](rule)));
  return [
    { bold: rule.id },
    `: ${[what, ...scopeWords(rule, view.catalog)].join(' ')}, to ${placeWords(rule, channel, view)}`,
    ...conditions(rule).map(words => `, ${words}`),
    ...(rule.paused ? [', ', { bold: 'paused' }] : awayWords(away)),
    ...(away && rule.owner !== null
      ? ['. Tried again with ', { code: `/alerts snooze alert:${rule.id} hours:0` }]
      : []),
    ...snoozed,
    ...by,
  ];
}

function scopeWords({ topics, parties, people, outlets, grades }: AlertRule, catalog: Catalog): string[] {
  const isUsual = grades.length === 1 && grades[0] === 'on-record';
  const scopes: [lead: string, names: string[]][] = [
    ['on', topics.map(id => topicTitle(catalog, id))],
    ['involving', parties.map(id => actorName(catalog, id))],
    ['by', people.map(id => actorName(catalog, id))],
    ['in', outlets.map(id => outletName(catalog, id))],
    ['that are', isUsual ? [] : grades.map(grade => gradeWord[grade])],
  ];
  return scopes.flatMap(([lead, names]) => (names.length > 0 ? [`${lead} ${listed(names)}`] : []));
}

function placeWords(rule: AlertRule, channel: Channel | null, { desk }: View): string {
  if (rule.owner !== null) return 'you alone';
  const where = channel ? `${channel.platform} ${channel.to ?? `${channel.id} (off)`}` : rule.channel;
  const names = rule.audiences.map(id => desk.audiences.find(each => each.id === id)?.name ?? id);
  return names.length > 0 ? `${where} for ${listed(names)}` : where;
}

function conditions({ quietHours, perHour, cooldownHours }: AlertRule): string[] {
  const through = quietHours?.through === 'shifts' ? ' but for shifts' : '';
  return [
    ...(quietHours ? [`quiet ${quietHours.from} to ${quietHours.until} ${quietHours.zone}${through}`] : []),
    ...(perHour === null ? [] : [`at most ${perHour} an hour`]),
    ...(cooldownHours === 0 ? [] : [`no repetition within ${counted(cooldownHours, 'hour')}`]),
  ];
}
