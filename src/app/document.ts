import type { Found, Reading, Span, Speaker } from '../core/statement.ts';
import type { Term } from '../core/term.ts';

/** What `attache read` prints of one document. Offsets count UTF-16 units of the text. */
export interface DocumentLine {
  readonly doc: string;
  readonly statements: readonly Readonly<Record<string, unknown>>[];
  readonly note?: string;
}

/** `doc` is the file's name without its extension; `text` is what the reading was made from. */
export function documentLine(doc: string, { statements, note }: Reading, text: string): DocumentLine {
  const line = { doc, statements: statements.map(found => statementLine(found, text)) };
  return note === null ? line : { ...line, note };
}

function statementLine(found: Found, text: string): Readonly<Record<string, unknown>> {
  const { id, kind, layer, content, cue, source, quotations, speakers, grade, terms } = found;
  return {
    id,
    kind,
    layer,
    content: content.map(pair),
    cue: cue.map(pair),
    source: source.map(pair),
    quotations: quotations.map(({ start, end }) => text.slice(start, end)),
    ...voices(speakers),
    grade,
    stances: stanceLines(found, text),
    terms: terms.map(({ span, ...term }) => termLine(text.slice(span.start, span.end), pair(span), term)),
  };
}

const pronoun = /^(?:who|which|he|she|it|they|i|we|you)$/i;

/** A stance that is no party's is held by the person who speaks, or whom the text's own words name: "two officials". */
function stanceLines(
  { stances, unheld = [], speakers, source }: Found,
  text: string,
): Readonly<Record<string, string>>[] {
  const named = source.map(({ start, end }) => text.slice(start, end).replace(/^(?:the|an?) /i, ''));
  const holder = speakers[0]?.name ?? named.find(words => !pronoun.test(words)) ?? 'unclear';
  const all = [...stances, ...unheld.map(each => ({ ...each, holder }))];
  return all.map(({ topic, holder, stance }) => ({ topic, holder, stance }));
}

const termLine = (
  text: string,
  span: [number, number],
  { kind, value, unit }: Omit<Term, 'span'>,
): Readonly<Record<string, unknown>> => ({ text, span, kind, value, unit });

type OneOrAll = string | readonly string[] | null;

const pair = ({ start, end }: Span): [number, number] => [start, end];

/**
 * Who speaks, and for which party: one of each, or lists that correspond where several parties speak jointly. Persons
 * of one party, or of none, who speak jointly are named in one text.
 */
function voices(speakers: readonly Speaker[]): { speaker: OneOrAll; actor: OneOrAll } {
  const names = [...new Set(speakers.map(({ name }) => name))];
  const parties = [...new Set(speakers.flatMap(({ party }) => party ?? []))];
  const [party = null] = parties;
  if (names.length === 0) return { speaker: null, actor: null };
  if (names.length > 1 && names.length === parties.length) return { speaker: names, actor: parties };
  return { speaker: names.join(' and '), actor: parties.length > 1 ? parties : party };
}
