import { familyOf, memberName } from '../../app/asked.ts';
import type { CommandSpec } from '../../app/command.ts';
import type { Bot } from '../../app/ports.ts';

/** The candidates, and the end of the line that they replace: as readline wants them. */
export type Completed = [string[], string];

type Known = Pick<Bot, 'commands' | 'complete'>;

/** Who types at the terminal. */
export const here = { platform: 'terminal', who: 'terminal', space: null, isHome: true } as const;

/** How a line can go on: command families, their members, option names, and values by the kinds of the options. */
export async function completed(line: string, bot: Known): Promise<Completed> {
  const [, name = '', words] = /^\s*\/?(\S*)(?:\s+(.*))?$/s.exec(line) ?? [];
  const typed = name.toLowerCase();
  if (words === undefined) {
    const families = [...new Set(bot.commands.map(familyOf))];
    return [families.filter(each => each.startsWith(typed)).map(each => `/${each} `), line];
  }
  const command = bot.commands.find(each => each.name === typed);
  return command ? completedWords(words, command, bot) : completedMember(typed, words, bot);
}

/** `/digest s` has the commands of the family that begin so; after `/digest set ` come that command's options. */
async function completedMember(family: string, words: string, bot: Known): Promise<Completed> {
  const [, member = '', rest] = /^(\S*)(?:\s+(.*))?$/s.exec(words) ?? [];
  const commands = bot.commands.filter(each => familyOf(each) === family);
  if (rest === undefined) {
    const names = commands.map(memberName).filter(each => each.startsWith(member.toLowerCase()));
    return [names.map(each => `${each} `), words];
  }
  const command = commands.find(each => memberName(each) === member.toLowerCase());
  return command ? completedWords(rest, command, bot) : [[], words];
}

const named = /(?:^|\s)([a-z][a-z-]*):((?:["“][^"”]*|[^\s"“]*))$/i;

async function completedWords(words: string, command: CommandSpec, bot: Known): Promise<Completed> {
  const [, option, part] = named.exec(words) ?? [];
  if (option === undefined || part === undefined) return completedNameless(words, command, bot);
  const values = await valuesOf(option.toLowerCase(), part.replace(/^["“]/, ''), command, bot);
  return [values.map(value => (part.startsWith('“') || /\s/.test(value) ? `"${value}"` : value)), part];
}

/**
 * Words without a name fill the first option together (`Anna B`), or its last word begins something (`NATO Rus`), or the
 * name of an option.
 */
async function completedNameless(words: string, command: CommandSpec, bot: Known): Promise<Completed> {
  const run = /(?:^|\s)((?:[^\s:]+(?:\s+|$))*)$/.exec(words)?.[1] ?? '';
  const last = /\S*$/.exec(words)?.[0] ?? '';
  const options = optionsLeft(words, command).filter(name => name.startsWith(last.toLowerCase()));
  if (last === '' && words !== '') return [options, ''];
  const first = command.options[0]?.name ?? '';
  const whole = await valuesOf(first, run, command, bot);
  if (run === last) return [[...whole, ...options], last];
  if (whole.length > 0) return [whole, run];
  return [[...(await valuesOf(first, last, command, bot)), ...options], last];
}

const optionsLeft = (words: string, { options }: CommandSpec): string[] =>
  options.map(({ name }) => `${name}:`).filter(name => !` ${words.toLowerCase()}`.includes(` ${name}`));

async function valuesOf(option: string, part: string, command: CommandSpec, bot: Known): Promise<string[]> {
  const found = await bot.complete({ ...here, command: command.name, option, part });
  return found.map(({ value }) => value);
}
