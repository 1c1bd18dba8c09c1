import type { StatementQuery } from '../app/ports.ts';
import type { Statement } from '../core/statement.ts';
import type { FacetRow } from './tables.ts';

/** What a statement is found by in the index of words: its words in their order, and facets that stand nowhere. */
export interface Indexed {
  readonly words: readonly string[];
  readonly facets: readonly string[];
}

/** All of them must hold; of each, one alternative. A phrase is words that follow each other. */
export interface Wanted {
  readonly phrases: readonly (readonly string[])[];
  readonly facets: readonly (readonly string[])[];
}

export const facet = {
  topic: (id: string): string => `topic ${id}`,
  party: (id: string): string => `party ${id}`,
  speaker: (id: string): string => `speaker ${id}`,
} as const;

/** What a statement is looked for by, each once. */
export function facetsOf({ topics, stances, speakers }: Statement): string[] {
  const parties = [...stances.map(({ holder }) => holder), ...speakers.map(({ party }) => party)];
  return [
    ...new Set([
      ...[...topics, ...stances.map(({ topic }) => topic)].map(facet.topic),
      ...parties.filter(party => party !== null).map(facet.party),
      ...speakers.flatMap(({ actor }) => (actor === null ? [] : [facet.speaker(actor)])),
    ]),
  ];
}

export function indexed(statement: Statement): Indexed {
  const { stems, told, grade } = statement;
  const facets = [...facetsOf(statement), `grade ${grade}`];
  return {
    words: stems.slice(0, mostTokens).map(word).filter(Boolean),
    facets: [...facets.map(mark), ...(told?.figures ?? []).map(word).filter(Boolean)],
  };
}

/** What a query asks of the index; null where it asks for no word, or for one that nothing can hold. */
export function wantedOf(query: StatementQuery): Wanted | null {
  const phrases = (query.words ?? []).map(phrase => phrase.split(' ').map(word));
  if (query.words?.length === 0 || phrases.flat().includes('')) return null;
  const lists = [
    query.topics?.map(facet.topic),
    query.parties?.map(facet.party),
    query.speakers?.map(facet.speaker),
    query.grades?.map(grade => `grade ${grade}`),
  ].filter(list => list !== undefined);
  return { phrases, facets: lists.map(list => list.map(mark)) };
}

/** How much of one statement is searched: PostgreSQL counts places up to 16,383. */
const mostTokens = 4_000;

/** The longest sign that both engines take as one. */
const longest = 60;

/**
 * A stem as it is indexed and asked for: without accents and endings, so that "Erdogan" finds "Erdoğan" and "troop"
 * "troops". Nothing of it is a sign to either engine: what is not letter or digit becomes its full-width form.
 */
export function word(stem: string): string {
  const plain = stem.normalize('NFKD').replace(/[\p{M}\p{Z}\p{C}\s]/gu, '');
  return wide(withoutEnding(plain.toLowerCase()).slice(0, longest).toWellFormed());
}

/** A facet as one sign that no word can be. Upper case is marked: one of the engines knows none. */
const mark = (facet: FacetRow['facet']): string =>
  wide(
    `#${encodeURIComponent(facet.toWellFormed()).replace(/[A-Z]/g, letter => `^${letter.toLowerCase()}`)}`,
  ).slice(0, 500);

const wide = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** English plurals, pasts and participles, and the final e that they hide. */
function withoutEnding(text: string): string {
  const bare = text.replace(/[’'](?:s|$)/g, '').replace(/['’.]/g, '');
  const singular = bare
    .replace(/(?<=[a-z]{2})ies$/, 'y')
    .replace(/(?<=(?:s|x|z|ch|sh))es$/, '')
    .replace(/(?<=[a-rtv-z]{2}|[a-z]e)s$/, '');
  const plain = singular
    .replace(/(?<=[a-z]*[aeiouy][a-z]*[a-z])(?:ed|ing)$/, '')
    .replace(/(?<=[a-z]{2})([bdgmnprt])\1$/, '$1');
  return plain.replace(/(?<=[a-z]{2})ee?$|(?<=[a-z]{4})[yi]$/, '');
}
