import type { Away, PlatformName } from '../core/desk.ts';
import type { Action, Block, Line, Message } from '../core/message.ts';
import type { Instant, Zone } from '../core/time.ts';
import { awayLine } from './away.ts';
import { counted, listed } from './words.ts';

export interface Waiting {
  readonly count: number;
  /** False where there may be more than were counted. */
  readonly isAll: boolean;
  /** When the oldest was due. */
  readonly since: Instant | null;
  /** Why the first of them was put off; null where it was not. */
  readonly reason: string | null;
}

/** A message that was given up, and why. */
export interface GivenUpRow {
  readonly key: string;
  readonly platform: PlatformName;
  readonly to: string;
  readonly notBefore: Instant;
  readonly reason: string | null;
}

export interface GivenUp {
  readonly rows: readonly GivenUpRow[];
  /** How many direct messages to people, of which nothing is shown. */
  readonly personal: number;
  /** How many belong under one of them. */
  readonly below: number;
}

interface View {
  readonly waiting: Waiting;
  readonly away: readonly Away[];
  /** Null where it is not for who asks. */
  readonly givenUp: GivenUp | null;
  readonly zone: Zone;
}

const shown = 10;

/** What waits to be posted, and for managers what was given up, with what to do. */
export function deliveriesMessage({ waiting, away, givenUp, zone }: View): Message {
  const blocks: Block[] = [
    { type: 'heading', text: 'Deliveries' },
    { type: 'text', line: waitingLine(waiting) },
    ...list('Paused, the channel takes no messages', away.map(awayLine)),
    ...(givenUp ? givenUpBlocks(givenUp) : []),
  ];
  return { summary: `${counted(waiting.count, 'message')} waiting`, blocks, ping: [], zone };
}

function waitingLine({ count, isAll, since, reason }: Waiting): Line {
  if (since === null) return ['Nothing waits to be posted.'];
  const many = isAll ? counted(count, 'message') : `${count} messages or more`;
  const why = reason === null ? [] : [` The last answer was: ${reason}`];
  return [`${many} to be posted, the oldest since `, { date: since, as: 'moment' }, '.', ...why];
}

function givenUpBlocks({ rows, personal, below }: GivenUp): Block[] {
  if (rows.length + personal === 0) return [{ type: 'text', line: ['Nothing was given up.'] }];
  const rest = rows.length - shown;
  const items = [
    ...rows.slice(0, shown).map(givenUpLine),
    ...(rest > 0 ? [[`and ${counted(rest, 'more message')}`]] : []),
    ...(personal > 0 ? [[`${counted(personal, 'direct message')} to people`]] : []),
  ];
  const note: Line = [
    ...(below > 0 ? [`With ${counted(below, 'message')} in their threads. `] : []),
    'Put right what the reason says, then: ',
    { code: '/deliveries retry' },
    ' in the channel, or one with ',
    { code: 'delivery:…' },
  ];
  const all: Action = { label: 'Try all again', command: 'deliveries retry', given: { channel: 'all' } };
  return [
    ...list('Given up, needs a person', items, rows.length + personal),
    { type: 'note', line: note },
    { type: 'actions', actions: [all] },
  ];
}

const givenUpLine = ({ key, platform, to, notBefore, reason }: GivenUpRow): Line => [
  { code: key },
  ` for ${platform} ${to}, since `,
  { date: notBefore, as: 'moment' },
  reason ? `: ${reason}` : '',
];

function list(title: string, items: readonly Line[], count = items.length): Block[] {
  if (items.length === 0) return [];
  return [
    { type: 'text', line: [{ bold: `${title}: ${count}` }] },
    { type: 'list', items },
  ];
}

interface Retried {
  readonly revived: number;
  readonly tooOld: number;
  readonly back: readonly { readonly platform: PlatformName; readonly to: string }[];
}

/** What is tried again after somebody asked for it. */
export function retriedMessage({ revived, tooOld, back }: Retried, zone: Zone): Message {
  const on = revived === 0 ? nothing(tooOld) : `${counted(revived, 'message')} on the way.`;
  const old =
    tooOld === 0 ? [] : [`${counted(tooOld, 'alert')} too old by now: given up, and in the digest.`];
  const names = listed(back.map(({ platform, to }) => `${platform} ${to}`));
  const open = back.length === 0 ? [] : [`Tried again from now on: ${names}.`];
  const summary = [on, ...old, ...open].join(' ');
  return { summary, blocks: [{ type: 'text', line: [summary] }], ping: [], zone };
}

const nothing = (tooOld: number): string =>
  tooOld > 0
    ? 'Nothing is posted again.'
    : 'Nothing was given up here. /deliveries list shows what was elsewhere; channel:all tries all of it.';
