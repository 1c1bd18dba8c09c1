import type { CommandSpec } from './command.ts';
import type { Reply, Request } from './ports.ts';

/** The first word of a command's name: commands such as `digest set` and `digest show` are one family. */
export const familyOf = ({ name }: Pick<CommandSpec, 'name'>): string => name.split(' ', 1)[0] ?? name;

/** What a command is called within its family; empty where it stands alone. */
export const memberName = (command: Pick<CommandSpec, 'name'>): string =>
  command.name.slice(familyOf(command).length + 1);

/**
 * The command that is asked, with the words that are left for it: by its whole name, or by its family and the first
 * word given. A family alone asks its first command. Null where there is none.
 */
export function commandAsked<C extends CommandSpec>(
  commands: readonly C[],
  { command: name, given }: Pick<Request, 'command' | 'given'>,
): { readonly command: C; readonly given: Request['given'] } | null {
  const exact = commands.find(command => command.name === name);
  if (exact) return { command: exact, given };
  const family = commands.filter(command => familyOf(command) === name);
  const { '': nameless = '', ...named } = given;
  const [member = '', ...rest] = nameless.trim().split(/\s+/);
  const asked = member ? family.find(command => memberName(command) === member.toLowerCase()) : family[0];
  if (!asked) return null;
  return { command: asked, given: rest.length > 0 ? { '': rest.join(' '), ...named } : named };
}

/** Aloud only what may be shared: a button's words can be made up. */
export const visibilityOf = (
  { aloud }: Pick<Request, 'aloud'>,
  command: Pick<CommandSpec, 'reply'> | undefined,
): Reply['visibility'] =>
  command?.reply === 'channel' || (aloud && command?.reply === 'private') ? 'channel' : 'private';
