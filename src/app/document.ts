import type { Found, Reading, Span } from '../core/statement.ts';

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
  const { id, kind, layer, content, cue, source, quotations, speakers, grade, stances } = found;
  return {
    id,
    kind,
    layer,
    content: content.map(pair),
    cue: cue.map(pair),
    source: source.map(pair),
    quotations: quotations.map(({ start, end }) => text.slice(start, end)),
    speaker: oneOrAll(speakers.map(({ name }) => name)),
    actor: oneOrAll(speakers.flatMap(({ party }) => party ?? [])),
    grade,
    stances: stances.map(({ topic, holder, stance }) => ({ topic, holder, stance })),
    terms: [],
  };
}

const pair = ({ start, end }: Span): [number, number] => [start, end];

function oneOrAll(values: readonly string[]): string | readonly string[] | null {
  const [first, ...others] = [...new Set(values)];
  if (first === undefined) return null;
  return others.length === 0 ? first : [first, ...others];
}
