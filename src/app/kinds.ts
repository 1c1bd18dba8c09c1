import type { Actor } from '../core/actor.ts';
import {
  actorsNamed,
  type Catalog,
  folded,
  lookalikes,
  namesOf,
  parties,
  topicsNamed,
} from '../core/catalog.ts';
import { UserError } from '../core/errors.ts';
import type { Topic } from '../core/topic.ts';
import type { Choice, CommandSpec, Kind } from './command.ts';

/** What a word such as NATO can stand for: topics, an actor, or both. At least one of them. */
export interface Subject {
  readonly words: string;
  readonly topics: readonly Topic[];
  readonly actor: Actor | null;
}

const offered = 25;

/** A topic, a party or a person; a word that names both keeps both readings. */
export const subject: Kind<Subject> = {
  name: 'topic or name',
  parse(word, { catalog }) {
    const topics = topicsNamed(catalog, word);
    const actor = oneActor(word, catalog, topics.length > 0);
    if (topics.length > 0 || actor) return { words: word, topics, actor };
    throw unknown(`Nothing here is called “${cut(word)}”.`, word, [
      ...topicChoices(catalog),
      ...actorChoices(catalog),
    ]);
  },
  complete: (part, { catalog }) => matching(part, [...topicChoices(catalog), ...actorChoices(catalog)]),
};

/** One topic or a family of topics. */
export const topic: Kind<readonly Topic[]> = {
  name: 'topic',
  parse(word, { catalog }) {
    const topics = topicsNamed(catalog, word);
    if (topics.length > 0) return topics;
    throw unknown(`There is no topic “${cut(word)}”.`, word, topicChoices(catalog));
  },
  complete: (part, { catalog }) => matching(part, topicChoices(catalog)),
};

/** A party, body or person. */
export const actor: Kind<Actor> = {
  name: 'name',
  parse(word, { catalog }) {
    const found = oneActor(word, catalog, false);
    if (found) return found;
    throw unknown(`Nobody here is called “${cut(word)}”.`, word, actorChoices(catalog));
  },
  complete: (part, { catalog }) => matching(part, actorChoices(catalog)),
};

/** A party of one of the negotiations. */
export const party: Kind<Actor> = {
  name: 'party',
  parse(word, { catalog }) {
    const all = parties(catalog);
    const found = actorsNamed(catalog, word).find(({ id }) => all.some(each => each.id === id));
    if (found) return found;
    throw unknown(`“${cut(word)}” is no party here.`, word, all.map(actorChoice));
  },
  complete: (part, { catalog }) => matching(part, parties(catalog).map(actorChoice)),
};

const longest = 3_650;

/** A number of days, 1 to 3,650. */
export const days: Kind<number> = {
  name: 'days',
  parse(word) {
    const count = /^\d{1,5}$/.test(word.trim()) ? Number(word) : Number.NaN;
    if (count >= 1 && count <= longest) return count;
    throw new UserError(
      `“${cut(word)}” is no number of days. Type a whole number from 1 to ${longest}, such as 7.`,
      {
        suggestions: ['7', '30'],
      },
    );
  },
  complete: part => matching(part, ['1', '7', '30', '90', '365'].map(plainChoice)),
};

/** The ref of a statement, the beginning of one, or `latest`. */
export const ref: Kind<string> = {
  name: 'ref',
  parse(word) {
    const typed = word.trim().toLowerCase().replace(/^#/, '');
    if (/^[0-9a-z]{4,8}$/.test(typed)) return typed;
    const hint = 'It is the eight letters and digits after a quotation; “latest” is the newest one.';
    throw new UserError(`“${cut(word)}” is no reference. ${hint}`, { suggestions: ['latest'] });
  },
  complete: part => matching(part, [plainChoice('latest')]),
};

/** The name of a command. */
export const commandName: Kind<CommandSpec> = {
  name: 'command',
  parse(word, { commands }) {
    const typed = word.replace(/^\//, '').toLowerCase();
    const found = commands.find(({ name }) => name === typed);
    if (found) return found;
    throw unknown(`There is no command “${cut(word)}”.`, word, commands.map(commandChoice));
  },
  complete: (part, { commands }) => matching(part, commands.map(commandChoice)),
};

function oneActor(word: string, catalog: Catalog, mayBeNobody: boolean): Actor | null {
  const found = actorsNamed(catalog, word);
  const [first] = found;
  if (!first || found.length === 1) return first ?? null;
  if (mayBeNobody) return null;
  const names = found.map(({ name }) => name);
  throw new UserError(`“${cut(word)}” can be ${names.join(' or ')}. Say which.`, { suggestions: names });
}

function unknown(message: string, word: string, choices: readonly Completion[]): UserError {
  const shown = new Map(choices.flatMap(({ name, names }) => [name, ...names].map(each => [each, name])));
  const suggestions = [...new Set(lookalikes(word, shown.keys()).map(each => shown.get(each) ?? each))];
  const hint =
    suggestions.length > 0 ? ` Did you mean ${suggestions.join(', ')}?` : ' /topics lists what is followed.';
  return new UserError(message + hint, { suggestions });
}

/** A typed word as it is repeated to the person who typed it: never ten thousand characters. */
const cut = (word: string): string => (word.length > 60 ? `${word.slice(0, 60)}…` : word);

/** A choice with all the names it goes by. */
interface Completion extends Choice {
  readonly names: readonly string[];
}

const plainChoice = (word: string): Completion => ({ name: word, value: word, names: [] });

const commandChoice = ({ name }: CommandSpec): Completion => plainChoice(name);

const topicChoices = ({ topics }: Catalog): Completion[] =>
  [...topics.values()].map(({ id, title, family, terms }) => ({
    name: title,
    value: id,
    names: [id, title, family, ...terms],
  }));

const actorChoices = ({ actors }: Catalog): Completion[] => [...actors.values()].map(actorChoice);

const actorChoice = (each: Actor): Completion => ({ name: each.name, value: each.id, names: namesOf(each) });

/** What begins with the part comes first, then what has a word that does. */
function matching(part: string, choices: readonly Completion[]): Choice[] {
  const wanted = folded(part);
  const rank = ({ name, names }: Completion): number => {
    const all = [name, ...names].map(folded);
    if (all.some(each => each.startsWith(wanted))) return 0;
    return all.some(each => each.includes(` ${wanted}`)) ? 1 : 2;
  };
  return choices
    .map(choice => ({ choice, rank: rank(choice) }))
    .filter(each => each.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, offered)
    .map(({ choice: { name, value } }) => ({ name, value }));
}
