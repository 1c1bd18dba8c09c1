import type { AlertRule, QuietHours } from '../core/desk.ts';
import type { FeedHealth } from '../core/health.ts';
import type { Action, Block, Inline, Line, Message } from '../core/message.ts';
import { quietUntil } from '../core/quiet-hours.ts';
import { alertLine, type ShownAlert, type View } from './alerts.ts';
import { digestLine, type ShownDigest } from './digests.ts';
import { feedLine } from './footer.ts';

/** What a person sees of what is theirs. */
export interface HomeView extends View {
  readonly alerts: readonly ShownAlert[];
  /** Those that come next, soonest first. */
  readonly digests: readonly ShownDigest[];
  readonly feeds: FeedHealth;
  /** What opens forms. */
  readonly forms: {
    readonly add: Action;
    readonly change: (rule: AlertRule) => Action;
    /** Null where who asks sets no digests. */
    readonly digest: Action | null;
  };
  /** Lines that work here, labelled with themselves. */
  readonly examples: readonly Action[];
}

/** One page of what is theirs: alerts, quiet hours, the next digests, how the feeds are, and what can be asked. */
export function homeMessage(view: HomeView): Message {
  const { alerts, digests, feeds, examples, zone, now } = view;
  const blocks: Block[] = [
    { type: 'heading', text: 'My alerts' },
    ...alertBlocks(view),
    { type: 'heading', text: 'Quiet hours' },
    { type: 'list', items: quietItems(view) },
    { type: 'heading', text: 'Next digests' },
    ...digestBlocks(view),
    { type: 'heading', text: 'Feeds' },
    { type: 'text', line: feedLine(feeds) },
    { type: 'actions', actions: [{ label: 'Status', command: 'status', given: {} }] },
    { type: 'heading', text: 'Ask' },
    { type: 'actions', actions: [...examples, { label: 'All commands', command: 'help', given: {} }] },
    { type: 'note', line: ['As of ', { date: now, as: 'moment' }] },
  ];
  const summary = `My alerts: ${alerts.length} · next digests: ${digests.length}`;
  return { summary, blocks, ping: [], zone };
}

function alertBlocks(view: HomeView): Block[] {
  const { alerts, forms } = view;
  const add: Block = { type: 'actions', actions: [forms.add] };
  if (alerts.length === 0) return [{ type: 'text', line: ['None yet.'] }, add];
  const blocks = alerts.flatMap((each, n): Block[] => {
    // Some platforms put all buttons below everything, and who has them read aloud hears nothing but their labels.
    const number = alerts.length > 1 ? `${n + 1}. ` : '';
    return [
      { type: 'text', line: [number, ...alertLine(each, view)] },
      { type: 'actions', actions: alertActions(each.rule, number, view) },
    ];
  });
  return [...blocks, add];
}

function alertActions(rule: AlertRule, number: string, { now, forms }: HomeView): Action[] {
  const { id, snoozedUntil } = rule;
  const change = forms.change(rule);
  const isSnoozed = snoozedUntil !== null && now < snoozedUntil;
  const [words, hours] = isSnoozed ? ['End the snooze', '0'] : ['Snooze 24 h', '24'];
  return [
    { ...change, label: `${number}${change.label}` },
    { label: `${number}${words}`, command: 'alerts snooze', given: { alert: id, hours } },
    { label: `${number}Remove`, command: 'alerts remove', given: { alert: id } },
  ];
}

/** Which alerts are quiet when, those of the same hours together. */
function quietItems(view: HomeView): Line[] {
  const quiet = view.alerts.flatMap(({ rule: { id, quietHours } }) =>
    quietHours ? [{ id, quietHours }] : [],
  );
  if (quiet.length === 0) return [['None: an alert comes whenever something is said.']];
  return [...Map.groupBy(quiet, each => JSON.stringify(each.quietHours)).values()].map(same => {
    const ids = same.map(({ id }) => id).join(', ');
    return same.slice(0, 1).flatMap(({ quietHours }) => [...quietLine(quietHours, view), ` (${ids})`]);
  });
}

function quietLine(hours: QuietHours, { now }: HomeView): Inline[] {
  const { from, until, zone, through } = hours;
  const end = quietUntil(hours, now);
  return [
    { bold: `${from} to ${until}` },
    ` ${zone}${through === 'shifts' ? ', but for shifts' : ''}`,
    ...(end === null ? [] : [': quiet now, until ', { date: end, as: 'moment' } as const]),
  ];
}

function digestBlocks({ digests, catalog, forms }: HomeView): Block[] {
  const more: Block = {
    type: 'actions',
    actions: [
      ...(forms.digest ? [forms.digest] : []),
      { label: 'All digests', command: 'digest show', given: {} },
    ],
  };
  if (digests.length === 0) return [{ type: 'text', line: ['None comes.'] }, more];
  return [{ type: 'list', items: digests.map(each => digestLine(each, catalog)) }, more];
}
