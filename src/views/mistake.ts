import type { UserError } from '../core/errors.ts';
import type { Action, Block, Line, Message } from '../core/message.ts';
import type { Zone } from '../core/time.ts';

/**
 * What the person can do about it, with ready-made repetitions of what they asked. The commands that it names are lines
 * to type, which each platform shows as they work there. `commands`: the names of all.
 */
export function mistakeMessage(
  error: UserError,
  actions: readonly Action[],
  { zone, commands }: { readonly zone: Zone; readonly commands: readonly string[] },
): Message {
  const buttons: Block[] = actions.length > 0 ? [{ type: 'actions', actions }] : [];
  return {
    summary: error.message,
    blocks: [{ type: 'text', line: withCommands(error.message, commands) }, ...buttons],
    ping: [],
    zone,
  };
}

/** A sentence with the commands in it as lines to type. What stands in “…” was typed by somebody and is left as it is. */
export function withCommands(text: string, commands: readonly string[]): Line {
  const families = commands.map(name => name.split(' ', 1)[0] ?? name);
  // Names are letters, hyphens and spaces; longer ones first: `digest set` before `digest`.
  const names = [...commands, ...families].sort((a, b) => b.length - a.length).join('|');
  const typed = '“[^”]*”';
  const example = '(?<=For example: )/.+$';
  const command = `(?<![\\p{L}\\p{N}/])/(?:${names})(?![\\p{L}\\p{N}/_-])(?: [a-z][a-z-]*:[^\\s“”]*[^\\s“”.,;:!?)])*`;
  const pieces = text.split(new RegExp(`(${typed}|${example}|${command})`, 'u'));
  // What was split at stands between what it splits.
  const line = pieces.map((piece, i) => (i % 2 === 1 && piece.startsWith('/') ? { code: piece } : piece));
  return line.filter(piece => piece !== '');
}

/** A fault of ours: the number stands in the log beside the reason. */
export function bugMessage(reference: string, zone: Zone): Message {
  const summary = `Something went wrong here. Tell whoever runs this bot the number ${reference}; the log has the reason.`;
  return { summary, blocks: [{ type: 'text', line: [summary] }], ping: [], zone };
}
