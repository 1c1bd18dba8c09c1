import type { Action } from '../core/message.ts';

const word = /(?:([a-z][a-z-]*):(?!\/\/))?(?:"([^"]*)"|“([^”]*)”|(\S+))/giu;

/**
 * The options of a line as typed: `NATO party:russia days:7` is `{ '': 'NATO', party: 'russia', days: '7' }`. Values with
 * spaces stand in straight or curly quotation marks; words without a name are joined under `''` and keep their marks,
 * which mean a phrase to a search; a name given twice keeps its last value.
 */
export function parseLine(text: string): Record<string, string> {
  const named = new Map<string, string>();
  const nameless: string[] = [];
  for (const [, name, straight, curly, bare] of text.matchAll(word)) {
    const value = straight ?? curly ?? bare ?? '';
    if (name) named.set(name.toLowerCase(), value);
    else nameless.push(bare ?? `"${value}"`);
  }
  if (nameless.length > 0) named.set('', nameless.join(' '));
  return Object.fromEntries(named);
}

/** The command's name and its options in a line such as `/stance NATO`; null where there is no word. */
export function parseCommandLine(line: string): { command: string; given: Record<string, string> } | null {
  const [, command, rest] = /^\s*\/?([^\s/]+)\s*(.*)$/su.exec(line) ?? [];
  if (!command) return null;
  return { command: command.toLowerCase(), given: parseLine(rest ?? '') };
}

/** The line that a person would type instead of pressing a button; `…` stands for what a form would ask. */
export function actionLine({ command, given, asks = [] }: Action): string {
  const open = asks.filter(name => given[name] === undefined).map(name => [name, '…']);
  return commandLine(command, { ...given, ...Object.fromEntries(open) });
}

/** The line that a person would type for a command and its options. */
export function commandLine(command: string, given: Readonly<Record<string, string>>): string {
  const { '': nameless, ...named } = given;
  const options = Object.entries(named).map(([name, value]) => {
    const shown = /[\s"“”]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value;
    return `${name}:${shown}`;
  });
  return [`/${command}`, ...(nameless === undefined ? [] : [nameless]), ...options].join(' ');
}
