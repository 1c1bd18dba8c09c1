import type { Span } from '../core/statement.ts';
import type { Term } from '../core/term.ts';
import type { TopicId } from '../core/topic.ts';
import type { Said, Setting } from './said.ts';
import { actsAt, sceneOf, spokenIn } from './stance-scene.ts';
import { conditionsIn, sequencesIn } from './term-clauses.ts';
import { deadlinesIn } from './term-deadlines.ts';
import { type Quantity, quantitiesIn } from './term-quantities.ts';
import type { Measured } from './term-words.ts';

/** What was said, where its spans stand in the text, and what it is on. */
interface On {
  readonly text: string;
  readonly content: readonly Span[];
  readonly said: Said;
  readonly topics: readonly TopicId[];
}

/** A term in one span of the content, before its place in the text and its topic are known. */
interface Inner extends Measured {
  readonly kind: Term['kind'];
  readonly isFormer: boolean;
}

/** The figures, deadlines, conditions and orders of steps in a statement, in the order of the text. */
export function termsIn({ text, content, said, topics }: On, setting: Setting): Term[] {
  let before = said.cue === '' ? 0 : said.cue.length + 1;
  const found: Term[] = [];
  for (const span of content) {
    const words = text.slice(span.start, span.end);
    for (const term of innerTerms(words, setting)) {
      const { start, end, kind, value, unit } = term;
      const own = (): boolean => !term.isFormer && isOwn(before + start, before + end, said, setting);
      const topic = measured(kind, unit, topics, setting);
      found.push({
        span: { start: span.start + start, end: span.start + end },
        kind,
        value,
        unit,
        topic: topic !== null && own() ? topic : null,
      });
    }
    before += words.length + 1;
  }
  return found;
}

function innerTerms(words: string, { lexicon, at }: Setting): Inner[] {
  const quantities = quantitiesIn(words, lexicon.terms);
  const deadlines = deadlinesIn(words, quantities, lexicon.terms, at);
  const within = (each: Measured, others: readonly Measured[]): boolean =>
    others.some(other => each.start >= other.start && each.start < other.end);
  const numbers = quantities.filter(each => !within(each, deadlines));
  const conditions = conditionsIn(words, lexicon.terms);
  const sequences = sequencesIn(words, lexicon).filter(
    each => !deadlines.some(other => other.start === each.start) && !isBegun(each, conditions),
  );
  const as = (kind: Term['kind'], all: readonly (Measured & Partial<Quantity>)[]): Inner[] =>
    all.map(({ start, end, value, unit, isFormer = false }) => ({ kind, start, end, value, unit, isFormer }));
  const all = [
    ...as('number', numbers),
    ...as('deadline', deadlines),
    ...as('condition', conditions),
    ...as('sequence', sequences),
  ];
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** "only after …" is a condition as a whole. */
const isBegun = (each: Measured, conditions: readonly Measured[]): boolean =>
  conditions.some(
    other => each.start >= other.start && each.start <= other.start + 6 && each.end === other.end,
  );

/** The one topic of the statement that counts in this unit. */
function measured(
  kind: Term['kind'],
  unit: string | null,
  topics: readonly TopicId[],
  { catalog }: Setting,
): TopicId | null {
  if (unit === null || (kind !== 'number' && kind !== 'deadline')) return null;
  const fitting = topics.filter(id => catalog.topics.get(id)?.units.includes(unit));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

const notOwn: ReadonlySet<string> = new Set([
  'negators',
  'against',
  'deny',
  'doubts',
  'claims',
  'unsure',
  'lacking',
]);

/** Whether the speaker stands for a figure: not what he refuses, denies, doubts or asks. */
function isOwn(start: number, end: number, said: Said, setting: Setting): boolean {
  const scene = sceneOf(spokenIn(said, setting), said, setting);
  const at = scene.words.findIndex(word => word.end > start);
  const clause = scene.clauses.find(({ from, to }) => from <= at && at < to);
  if (at < 0 || !clause || isAsked(said, end)) return false;
  const cue = scene.words.slice(0, scene.cueWords).map((_, index) => index);
  const around = Array.from({ length: clause.to - clause.from }, (_, index) => clause.from + index);
  const isOther = (index: number): boolean =>
    index + 1 !== at && /^\d/.test(scene.words[index + 1]?.text ?? '');
  const limit = new Set(limits(scene, at));
  return ![...cue, ...around].some(
    index => !limit.has(index) && !isOther(index) && actsAt(scene, index).some(act => notOwn.has(act)),
  );
}

/** "no more than 600,000", "not less than": the negation belongs to the figure. */
function limits({ words }: ReturnType<typeof sceneOf>, at: number): number[] {
  const [no, more, than] = [at - 3, at - 2, at - 1].map(index => words[index]?.text.toLowerCase() ?? '');
  const isLimit =
    /^(?:no|not)$/.test(no ?? '') && /^(?:more|less|fewer|under|over)$/.test(more ?? '') && than === 'than';
  return isLimit ? [at - 3, at - 2, at - 1] : [];
}

function isAsked({ text, cue }: Said, end: number): boolean {
  const [rest = ''] =
    /^[^.!?]*[.!?]?/.exec(text.slice(Math.max(0, end - (cue === '' ? 0 : cue.length + 1)))) ?? [];
  return rest.endsWith('?');
}
