import type { UserError } from '../core/errors.ts';
import type { Block, Message } from '../core/message.ts';
import type { Zone } from '../core/time.ts';

/** What the person can do about it, with ready-made repetitions of what they asked. */
export function mistakeMessage(
  error: UserError,
  again: readonly { line: string; command: string; given: Readonly<Record<string, string>> }[],
  zone: Zone,
): Message {
  const actions = again.map(({ line, command, given }) => ({ label: line, command, given }));
  const buttons: Block[] = actions.length > 0 ? [{ type: 'actions', actions }] : [];
  return {
    summary: error.message,
    blocks: [{ type: 'text', line: [error.message] }, ...buttons],
    ping: [],
    zone,
  };
}

/** A fault of ours: the number stands in the log beside the reason. */
export function bugMessage(reference: string, zone: Zone): Message {
  const summary = `Something went wrong here. Tell whoever runs this bot the number ${reference}; the log has the reason.`;
  return { summary, blocks: [{ type: 'text', line: [summary] }], ping: [], zone };
}
