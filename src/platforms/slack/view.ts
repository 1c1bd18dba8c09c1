import type { types } from '@slack/bolt';
import type { Block, Message } from '../../core/message.ts';
import { viewLimits } from './limits.ts';
import { rendered, text } from './render.ts';
import { aligned } from './table.ts';
import { literal } from './text.ts';

export const plainText = (text: string): types.PlainTextElement => ({
  type: 'plain_text',
  text,
  emoji: false,
});

export const homeView = (message: Message): types.HomeView => ({ type: 'home', blocks: viewBlocks(message) });

/** An answer in a window of its own. */
export const answerView = (message: Message): types.ModalView => ({
  ...{ type: 'modal', title: plainText('Attaché'), close: plainText('Close') },
  blocks: viewBlocks(message),
});

/** What stands in the window while the answer is made. */
export const waitingView = (): types.ModalView =>
  answerView({ summary: 'One moment …', blocks: [], ping: [], zone: 'UTC' });

/** A message for one person's eyes: Slack takes tables in messages alone, and what is shared needs a channel. */
function viewBlocks({ summary, blocks, zone }: Message): types.KnownBlock[] {
  const shown = blocks.flatMap(forOne).flatMap(block => {
    return block.type === 'table' ? aligned(block, zone) : rendered(block, zone);
  });
  return fitted(shown.length > 0 ? shown : text([literal(summary).trim() || 'Attaché'], zone));
}

function forOne(block: Block): Block[] {
  if (block.type !== 'actions') return [block];
  const actions = block.actions.filter(({ aloud }) => !aloud);
  return actions.length > 0 ? [{ ...block, actions }] : [];
}

/** Room for what stands around the blocks. */
const frame = 5_000;

/** As many as fit, and a word where that is not all. */
function fitted(blocks: readonly types.KnownBlock[]): types.KnownBlock[] {
  let size = frame;
  const sizes = blocks.map(block => (size += Buffer.byteLength(JSON.stringify(block)) + 1));
  const fit = sizes.filter((each, n) => each <= viewLimits.size && n < viewLimits.blocks).length;
  if (fit === blocks.length) return [...blocks];
  const rest = text(['The rest does not fit here. Ask for it in a message to me.'], 'UTC');
  return [...blocks.slice(0, Math.min(fit, viewLimits.blocks - rest.length)), ...rest];
}
