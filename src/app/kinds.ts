import type { Actor } from '../core/actor.ts';
import {
  actorsNamed,
  type Catalog,
  familyTitle,
  folded,
  lookalikes,
  namesOf,
  parties,
  topicsNamed,
  wordsOf,
} from '../core/catalog.ts';
import { UserError } from '../core/errors.ts';
import type { Negotiation, Topic } from '../core/topic.ts';
import { familyOf } from './asked.ts';
import type { CommandSpec, Kind } from './command.ts';
import { type Completion, cut, matching, plainChoice } from './completion.ts';

/** What a word such as NATO can stand for: topics, an actor, or both. At least one of them. */
export interface Subject {
  readonly words: string;
  readonly topics: readonly Topic[];
  readonly actor: Actor | null;
  /** Whose position on the topics is meant, where words name topics and somebody: "NATO Russia". */
  readonly only: Actor | null;
}

/** A topic, a party or a person, or a topic and a name; a word that names both keeps both readings. */
export const subject: Kind<Subject> = {
  name: 'topic or name',
  parse(word, { catalog }) {
    const topics = topicsNamed(catalog, word);
    const actor = oneActor(word, catalog, topics.length > 0);
    if (topics.length > 0 || actor) return { words: word, topics, actor, only: null };
    const both = topicAndName(word, catalog);
    if (both) return both;
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
  isClosed: true,
  parse(word, { catalog }) {
    const topics = topicsNamed(catalog, word);
    if (topics.length > 0) return topics;
    throw unknown(`There is no topic “${cut(word)}”.`, word, topicChoices(catalog));
  },
  complete: (part, { catalog }) => matching(part, topicChoices(catalog)),
};

/** What a matrix is drawn of: the topics of a negotiation, a family, or one topic. */
export interface Field {
  readonly title: string;
  readonly topics: readonly Topic[];
}

/** A negotiation, a family of topics or a topic. */
export const field: Kind<Field> = {
  name: 'negotiation or topic',
  parse(word, { catalog }) {
    const found = catalog.negotiations.find(({ id, title }) =>
      [id, title].some(name => folded(name) === folded(word)),
    );
    if (found) return found;
    const topics = topicsNamed(catalog, word);
    const [first, ...more] = topics;
    if (first) return { topics, title: more.length > 0 ? familyTitle(catalog, first) : first.title };
    const choices = [...catalog.negotiations.map(negotiationChoice), ...topicChoices(catalog)];
    throw unknown(`There is no negotiation or topic “${cut(word)}”.`, word, choices);
  },
  complete: (part, { catalog }) =>
    matching(part, [...catalog.negotiations.map(negotiationChoice), ...topicChoices(catalog)]),
};

/** A party, body or person. */
export const actor: Kind<Actor> = {
  name: 'name',
  isClosed: true,
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
  isClosed: true,
  parse(word, { catalog }) {
    const all = parties(catalog);
    const found = actorsNamed(catalog, word).find(({ id }) => all.some(each => each.id === id));
    if (found) return found;
    throw unknown(`“${cut(word)}” is no party here.`, word, all.map(actorChoice));
  },
  complete: (part, { catalog }) => matching(part, parties(catalog).map(actorChoice)),
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

/** A command, or those of a family: `digest set`, `digest`. */
export const commands: Kind<readonly CommandSpec[]> = {
  name: 'command',
  parse(word, { commands: all }) {
    const typed = word.trim().replace(/^\//, '').replace(/\s+/g, ' ').toLowerCase();
    const found = all.find(({ name }) => name === typed);
    const family = found ? [found] : all.filter(each => familyOf(each) === typed);
    if (family.length > 0) return family;
    throw unknown(`There is no command “${cut(word)}”.`, typed, commandChoices(all), '/help lists them.');
  },
  complete: (part, { commands: all }) => matching(part.replace(/^\//, ''), commandChoices(all)),
};

/** "NATO Russia", "Russia security guarantees": words of which a part names topics and the rest somebody. */
function topicAndName(typed: string, catalog: Catalog): Subject | null {
  const words = typed.split(/\s+/).slice(0, 12);
  for (let i = 1; i < words.length; i++) {
    const parts = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    for (const [on = '', by = ''] of [parts, parts.toReversed()]) {
      const topics = topicsNamed(catalog, on);
      const [only, ...others] = topics.length > 0 ? actorsNamed(catalog, by) : [];
      if (only && others.length === 0) return { words: typed, topics, actor: null, only };
    }
  }
  return null;
}

function oneActor(word: string, catalog: Catalog, mayBeNobody: boolean): Actor | null {
  const found = actorsNamed(catalog, word);
  const [first] = found;
  if (!first || found.length === 1) return first ?? null;
  if (mayBeNobody) return null;
  const names = found.map(({ name }) => name);
  throw new UserError(`“${cut(word)}” can be ${names.join(' or ')}. Say which.`, { suggestions: names });
}

function unknown(
  message: string,
  word: string,
  choices: readonly Completion[],
  listed = '/topics lists what is followed.',
): UserError {
  const shown = new Map(choices.flatMap(({ name, names }) => [name, ...names].map(each => [each, name])));
  const suggestions = [...new Set(lookalikes(word, shown.keys()).map(each => shown.get(each) ?? each))];
  const hint = suggestions.length > 0 ? ` Did you mean ${suggestions.join(', ')}?` : ` ${listed}`;
  return new UserError(message + hint, { suggestions });
}

/** Families and their commands; what stands alone is both. */
const commandChoices = (all: readonly CommandSpec[]): Completion[] =>
  [...new Set(all.flatMap(each => [familyOf(each), each.name]))].map(plainChoice);

const negotiationChoice = ({ id, title }: Negotiation): Completion => ({
  name: title,
  value: id,
  names: [id, title],
});

const topicChoices = (catalog: Catalog): Completion[] => [
  ...familyChoices(catalog),
  ...singleTopics(catalog),
];

const singleTopics = ({ topics }: Catalog): Completion[] =>
  [...topics.values()].map(topic => ({
    name: topic.title,
    value: topic.id,
    names: [topic.id, ...wordsOf(topic)],
  }));

const familyChoices = (catalog: Catalog): Completion[] =>
  [...new Map([...catalog.topics.values()].map(each => [each.family, each])).values()].map(each => ({
    name: familyTitle(catalog, each),
    value: each.family,
    names: [each.family],
  }));

const actorChoices = ({ actors }: Catalog): Completion[] => [...actors.values()].map(actorChoice);

const actorChoice = (each: Actor): Completion => ({ name: each.name, value: each.id, names: namesOf(each) });
