import type { FeedHealth } from '../core/health.ts';
import type { Block, Message } from '../core/message.ts';
import type { Instant, Zone } from '../core/time.ts';
import type { Utterance } from '../core/utterance.ts';
import { footer } from './footer.ts';
import { type Proof, utteranceQuote } from './proof.ts';
import { counted } from './words.ts';

const shown = 10;

/** The words of somebody, newest first. `who` and `on` say what was asked, for the heading. */
export function quotesMessage(
  found: readonly Utterance[],
  asked: { readonly who: string | null; readonly on: string | null; readonly days: number },
  view: Proof & { readonly feeds: FeedHealth; readonly zone: Zone; readonly now: Instant },
): Message {
  const title = ['Quotes', asked.who && `by ${asked.who}`, asked.on && `on ${asked.on}`]
    .filter(Boolean)
    .join(' ');
  const span = `the last ${counted(asked.days, 'day')}`;
  const rest = found.length - shown;
  const blocks: Block[] = [
    { type: 'heading', text: title },
    ...(found.length === 0 ? [{ type: 'text', line: [`No statement on record in ${span}.`] } as const] : []),
    ...found.slice(0, shown).flatMap(utterance => utteranceQuote(utterance, view)),
    ...(rest > 0
      ? [
          {
            type: 'note',
            line: [`${counted(rest, 'more statement')} in ${span}: ask for fewer days or a topic.`],
          } as const,
        ]
      : []),
    footer(view.feeds, view.now),
  ];
  return {
    summary: `${title}: ${counted(found.length, 'statement')} in ${span}`,
    blocks,
    ping: [],
    zone: view.zone,
  };
}
