import type { Alert } from '../core/alert.ts';
import type { Desk } from '../core/desk.ts';
import type { Block, Message } from '../core/message.ts';
import { bestRendering } from '../core/utterance.ts';
import { shiftBlocks, stanceBlocks } from './digest.ts';
import { type Proof, utteranceQuote } from './proof.ts';
import { counted, listed } from './words.ts';

const shown = 10;

/** One message and one ping for all that one rule found in one poll. */
export function alertMessage(alert: Alert, view: Proof & { readonly desk: Desk }): Message {
  const { rule, utterances, shifts } = alert;
  const { zone } = view.desk;
  const rest = utterances.length - shown;
  const title = headline(alert);
  const blocks: Block[] = [
    { type: 'heading', text: title },
    ...shifts.flatMap(shift => shiftBlocks(shift, { ...view, zone })),
    ...utterances
      .slice(0, shown)
      .flatMap(utterance => [
        ...stanceBlocks(bestRendering(utterance), view),
        ...utteranceQuote(utterance, view),
      ]),
    ...(rest > 0
      ? [{ type: 'note', line: [`${counted(rest, 'more statement')} in the next briefing.`] } as const]
      : []),
    { type: 'note', line: [`For ${audienceNames(alert, view.desk)} · rule ${rule.id}`] },
  ];
  return { summary: title, blocks, ping: rule.audiences, zone };
}

function headline({ utterances, shifts }: Alert): string {
  const speakers = new Set(utterances.flatMap(each => bestRendering(each).speakers.map(({ name }) => name)));
  const moved = shifts.length > 0 ? [counted(shifts.length, 'shift')] : [];
  const said = utterances.length > 0 ? [counted(utterances.length, 'new statement')] : [];
  const who = speakers.size > 0 && speakers.size <= 3 ? `: ${listed([...speakers])}` : '';
  return [...moved, ...said].join(' and ') + who;
}

function audienceNames({ rule }: Alert, { audiences }: Desk): string {
  const names = rule.audiences.map(id => audiences.find(audience => audience.id === id)?.name ?? id);
  return names.length > 0 ? listed(names) : 'everyone here';
}
