import { UserError } from '../core/errors.ts';
import { commandAsked } from './asked.ts';
import type { CommandSpec, OptionSpec, Typing } from './command.ts';
import { commandLine, parseCommandLine } from './line.ts';

/**
 * A command's example as it works at this desk: what it does not know gives way to the first of what it does. A feed, a
 * digest or an alert of which there is none is left open: `/feeds resume …`.
 */
export function exampleHere(command: CommandSpec, typing: Typing): string {
  const line = parseCommandLine(command.example);
  const given = line && commandAsked([command], line)?.given;
  if (!given) return command.example;
  const words = Object.entries(given).map(([name, word]) => {
    const option = command.options.find(each => each.name === name) ?? command.options[0];
    return [name, option ? wordHere(word, option, typing) : word];
  });
  const here = Object.fromEntries(words);
  return words.every(([name, word]) => given[name ?? ''] === word)
    ? command.example
    : commandLine(command.name, here);
}

function wordHere(word: string, { kind }: OptionSpec, typing: Typing): string {
  const [first, ...others] = kind.complete('', typing).map(({ value }) => value);
  if (kind.ofTheDesk) return [first, ...others].includes(word) ? word : (first ?? '…');
  return isKnown(word, { kind }, typing) ? word : (first ?? word);
}

function isKnown(word: string, { kind }: Pick<OptionSpec, 'kind'>, typing: Typing): boolean {
  try {
    kind.parse(word, typing);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
