import type { Catalog } from '../core/catalog.ts';
import type { StanceCues } from '../core/stance-cues.ts';
import type { Topic } from '../core/topic.ts';
import { type Phrases, phrases } from './stance-phrases.ts';
import { type Forms, regular, type Word, wordsIn } from './stance-words.ts';

/**
 * How a phrase stands to its topic's proposition: `pro` and `contra` say something for and against it by themselves,
 * attitudes to a `thing` are attitudes to it, a `name` takes no side.
 */
export type Pole = 'pro' | 'contra' | 'thing' | 'name';

export interface TopicPhrase {
  readonly topic: Topic;
  readonly pole: Pole;
  /** It counts only where nothing else does. */
  readonly faint: boolean;
}

/** What a word or phrase does to the stance of what it goes with: the keys of `StanceCues`, but for the forms. */
export type Act = Exclude<keyof StanceCues, 'forms'>;

/** The words of the configuration, compiled. */
export interface Known {
  readonly forms: Forms;
  readonly topics: Phrases<TopicPhrase>;
  readonly acts: Phrases<Act>;
  readonly actors: Phrases<string>;
}

const compiled = new WeakMap<Catalog, WeakMap<StanceCues, Known>>();

/** Compiled once for a catalog and a lexicon. */
export function known(catalog: Catalog, cues: StanceCues): Known {
  const byCues = compiled.get(catalog) ?? new WeakMap<StanceCues, Known>();
  compiled.set(catalog, byCues);
  const found = byCues.get(cues) ?? compile(catalog, cues);
  byCues.set(cues, found);
  return found;
}

function compile(catalog: Catalog, cues: StanceCues): Known {
  const forms = formsOf(cues);
  return {
    forms,
    topics: phrases([...catalog.topics.values()].flatMap(topicPhrases), forms),
    acts: phrases(actPhrases(cues), forms),
    actors: phrases(actorPhrases(catalog), forms),
  };
}

/** A word with an empty list keeps apart from what its ending would make it: "willing" is not "will". */
function formsOf({ forms }: StanceCues): Forms {
  const pairs = Object.entries(forms).flatMap(([base, others]) => {
    const listed = [base, ...others].map(form => form.toLowerCase());
    const all = others.length > 0 ? [...listed, ...listed.map(regular)] : listed;
    return all.map((form): [string, string] => [form, base.toLowerCase()]);
  });
  return new Map(pairs);
}

function topicPhrases(topic: Topic): [string, TopicPhrase][] {
  const { terms, named, faint, pro, contra } = topic;
  const of = (list: readonly string[], pole: Pole, isFaint = false): [string, TopicPhrase][] =>
    list.map(phrase => [phrase, { topic, pole: isName(phrase) ? nameless(pole) : pole, faint: isFaint }]);
  return [
    ...of(pro, 'pro'),
    ...of(contra, 'contra'),
    ...of(named, 'name'),
    ...of(terms, 'thing'),
    ...of(faint, 'thing', true),
  ];
}

/** A thing that is only called by its name takes no side. */
const nameless = (pole: Pole): Pole => (pole === 'thing' ? 'name' : pole);

/** Written in capitals throughout: "Crimea", "Holy See", "Article 5". */
function isName(term: string): boolean {
  const words = wordsIn(term.replaceAll('|', ' '), new Map());
  const capital = (word: Word): boolean => /^\p{Lu}/u.test(word.text);
  return words.some(capital) && words.every(word => capital(word) || /^\p{N}/u.test(word.text));
}

function actPhrases(cues: StanceCues): [string, Act][] {
  const { forms, ...acts } = cues;
  return Object.entries(acts).flatMap(([act, list]) =>
    list.map((phrase): [string, Act] => [phrase, act as Act]),
  );
}

function actorPhrases(catalog: Catalog): [string, string][] {
  return [...catalog.actors.values()].flatMap(actor =>
    [actor.name, ...actor.aliases, ...actor.offices.flatMap(office => [office.title, ...office.aliases])].map(
      (name): [string, string] => [name, actor.id],
    ),
  );
}
