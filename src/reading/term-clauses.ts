import type { Lexicon } from '../core/lexicon.ts';
import type { StanceCues } from '../core/stance-cues.ts';
import type { TermCues } from '../core/term-cues.ts';
import { type Measured, once, word } from './term-words.ts';

const compiled = once(cues => ({
  conditions: new RegExp(word(cues.conditions), 'giu'),
  unconditional: new RegExp(word(cues.unconditional), 'giu'),
  sequence: new RegExp(word(cues.sequence), 'giu'),
  steps: new RegExp(word(cues.steps), 'giu'),
  unordered: new RegExp(word(cues.unordered), 'giu'),
  past: new RegExp(word(cues.past), 'iu'),
  first: /\bfirst\b(?=[^.;!?]{1,120}?[\s,]then\b)/giu,
}));

const duties = new WeakMap<StanceCues, RegExp>();

function dutyOf(stance: StanceCues): RegExp {
  const known = duties.get(stance) ?? new RegExp(word([...stance.duties, ...stance.hedges]), 'iu');
  duties.set(stance, known);
  return known;
}

/** "only if Kyiv withdraws", from the word that begins it to the end of its clause. */
export function conditionsIn(text: string, cues: TermCues): Measured[] {
  const { conditions, unconditional } = compiled(cues);
  const none = placesOf(text, unconditional);
  return placesOf(text, conditions)
    .filter(each => !none.some(other => overlap(each, other)))
    .flatMap(each => clauseFrom(text, each) ?? []);
}

/** "before any talks", "only then", "first a truce, then talks". What has been is no order of steps. */
export function sequencesIn(text: string, { terms: cues, stance }: Lexicon): Measured[] {
  const { sequence, steps, unordered, past, first } = compiled(cues);
  const none = placesOf(text, unordered);
  const duty = dutyOf(stance);
  const toDo = (each: Place): boolean => {
    const sentence = sentenceAround(text, each.start);
    return duty.test(sentence) && !past.test(sentence);
  };
  const ordered = placesOf(text, steps)
    .filter(each => !none.some(other => overlap(each, other)) && toDo(each))
    .flatMap(each => clauseFrom(text, each) ?? []);
  const plain = placesOf(text, sequence).flatMap(each =>
    /then$/i.test(text.slice(each.start, each.end)) ? [bare(each)] : (clauseFrom(text, each) ?? []),
  );
  const chains = placesOf(text, first).flatMap(({ start }) => {
    const then = start + text.slice(start).search(/[\s,]then\b/i);
    const end = clauseFrom(text, { start: then + 1, end: then + 6 })?.end ?? 0;
    return end > 0 ? [bare({ start, end })] : [];
  });
  const only = [...text.matchAll(/\b(?:must|should|needs? to|ha(?:ve|s) to|will)\s+(first)\b/giu)].map(
    ({ index, 0: whole }) => bare({ start: index + whole.length - 5, end: index + whole.length }),
  );
  return [
    ...chains,
    ...plain,
    ...ordered,
    ...only.filter(each => !chains.some(other => overlap(each, other))),
  ];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

const bare = ({ start, end }: Place): Measured => ({ start, end, value: null, unit: null });

const placesOf = (text: string, words: RegExp): Place[] =>
  [...text.matchAll(words)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));

const overlap = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;

const longest = 200;

/** From the words that begin a clause to where it ends; null where nothing follows them. */
function clauseFrom(text: string, { start, end }: Place): Measured | null {
  const [rest = ''] =
    /^(?:[^,.;:!?—…“”"()]|[.,](?=\d)|(?<=\b\p{Lu})\.|(?<=\d),(?=\d))*/u.exec(
      text.slice(end, end + longest),
    ) ?? [];
  const [inner = ''] = rest.split(/\s+(?:[–-]|then|but|and (?:we|they|he|she|it|I)|while|because)(?=\s)/iu);
  const whole = end + longest > text.length || inner.length < longest ? inner : inner.replace(/\s+\S*$/, '');
  const clause = whole.trimEnd().replace(/(?:\s+(?:and|or|but))?[’']?$/, '');
  return /\p{L}|\p{N}/u.test(clause) ? bare({ start, end: end + clause.length }) : null;
}

function sentenceAround(text: string, at: number): string {
  const [before = ''] = /[^.!?;]*$/.exec(text.slice(Math.max(0, at - 300), at)) ?? [];
  const [after = ''] = /^[^.!?;]*/.exec(text.slice(at, at + 300)) ?? [];
  return before + after;
}
