import type { Context, OptionSpec, Typing } from './command.ts';
import { feedsListed } from './feeds.ts';
import type { Field, Form } from './ports.ts';

interface Asked {
  readonly command: string;
  readonly given: Readonly<Record<string, string>>;
  /** Those the form asks, in its order. */
  readonly options: readonly OptionSpec[];
  /** What holds now. */
  readonly holds: Readonly<Record<string, string>>;
}

/** A form over the options that it asks; each begins with what is given, else with what holds now. */
export async function formOf({ command, given, options, holds }: Asked, context: Context): Promise<Form> {
  const typing = { ...context, feeds: await feedsListed(context) };
  const asks = options.map(({ name }) => name);
  const kept = Object.entries(given).filter(([name]) => !asks.includes(name));
  const fields = options.map(option =>
    fieldOf(option, given[option.name] ?? holds[option.name] ?? '', typing),
  );
  return { command, given: Object.fromEntries(kept), asks, fields };
}

function fieldOf({ name, summary, required, kind }: OptionSpec, value: string, typing: Typing): Field {
  const offered = kind.isClosed || kind.ofTheDesk ? kind.complete('', typing) : [];
  // As many as completions ever are may be only the first of them.
  const isWhole = offered.length < mostOffered;
  const isOffered = value === '' || offered.some(choice => choice.value === value);
  return { name, summary, required, value, choices: isWhole && isOffered ? offered : [] };
}

const mostOffered = 25;
