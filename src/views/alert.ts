import type { Alert } from '../core/alert.ts';
import type { AlertRule, Desk } from '../core/desk.ts';
import type { First } from '../core/firsts.ts';
import type { Block, Line, Message } from '../core/message.ts';
import { type Instant, shownAge } from '../core/time.ts';
import { bestRendering, type Utterance } from '../core/utterance.ts';
import { shiftBlocks, stanceBlocks } from './digest.ts';
import { type Proof, utteranceQuote } from './proof.ts';
import { actorName, counted, listed, topicTitle } from './words.ts';

const shown = 10;

export type AlertView = Proof & {
  readonly desk: Desk;
  /** Until when the rule tells nothing more, where it has reached its ceiling. */
  readonly full: Instant | null;
  /** How many outlets have it now, where it was fewer when it was told. */
  readonly grownTo: number | null;
};

/** One message and one ping for all that one rule found in one poll. */
export function alertMessage(alert: Alert, view: AlertView): Message {
  const { rule, utterances, shifts } = alert;
  const { zone } = view.desk;
  const rest = utterances.length - shown;
  const title = headline(alert) || 'Withdrawn';
  const blocks: Block[] = [
    { type: 'heading', text: title },
    ...shifts.flatMap(shift => shiftBlocks(shift, { ...view, zone })),
    ...utterances
      .slice(0, shown)
      .flatMap(utterance => [
        ...stanceBlocks(bestRendering(utterance), view),
        ...utteranceQuote(utterance, view),
        ...firstNotes(utterance, alert, view),
      ]),
    ...(rest > 0
      ? [{ type: 'note', line: [`${counted(rest, 'more statement')} in the next briefing.`] } as const]
      : []),
    ...(view.grownTo === null ? [] : [grownNote(view.grownTo)]),
    ...(view.full === null ? [] : [ceilingNote(view.full)]),
    { type: 'note', line: [`For ${audienceNames(alert, view.desk)} · rule ${rule.id}`] },
    ...(rule.owner === null ? [] : [quietButtons(rule)]),
  ];
  return { summary: title, blocks, ping: rule.audiences, zone };
}

const grownNote = (outlets: number): Block => ({
  type: 'note',
  line: [{ bold: `Now in ${counted(outlets, 'outlet')}.` }],
});
/** What makes an utterance a first: that there was nothing before, or since when. */
function firstNotes({ renderings }: Utterance, { firsts }: Alert, { catalog }: Proof): Block[] {
  const own = firsts.filter(({ ref }) => renderings.some(each => each.ref === ref));
  return own.map(({ holder, topic, at, silentSince }: First) => {
    const who = `${actorName(catalog, holder)} on ${topicTitle(catalog, topic)}: `;
    const line: Line =
      silentSince === null
        ? [`${who}its first words of its own on record.`]
        : [
            `${who}nothing of its own was on record since `,
            { date: silentSince, as: 'day' },
            ` (${shownAge(silentSince, at)}).`,
          ];
    return { type: 'note', line };
  });
}

const ceilingNote = (full: Instant): Block => ({
  type: 'note',
  line: [
    'That is all for this hour: what comes until ',
    { date: full, as: 'moment' },
    ' is in the next briefing.',
  ],
});

const quietButtons = ({ id }: AlertRule): Block => ({
  type: 'actions',
  actions: [
    { label: 'Snooze 24 h', command: 'alerts snooze', given: { alert: id, hours: '24' } },
    { label: 'Mute', command: 'alerts mute', given: { alert: id } },
  ],
});

function headline({ utterances, shifts }: Alert): string {
  const speakers = new Set(utterances.flatMap(each => bestRendering(each).speakers.map(({ name }) => name)));
  const moved = shifts.length > 0 ? [counted(shifts.length, 'shift')] : [];
  const said = utterances.length > 0 ? [counted(utterances.length, 'new statement')] : [];
  const who = speakers.size > 0 && speakers.size <= 3 ? `: ${listed([...speakers])}` : '';
  return [...moved, ...said].join(' and ') + who;
}

function audienceNames({ rule }: Alert, { audiences }: Desk): string {
  if (rule.owner !== null) return 'you';
  const names = rule.audiences.map(id => audiences.find(audience => audience.id === id)?.name ?? id);
  return names.length > 0 ? listed(names) : 'everyone here';
}
