import { isOutside, isVerbal, type Range, tokenAt } from './clauses.ts';
import { isInfinitiveMark, isVerbHere } from './cue-verbs.ts';
import type { CueWord, CueWords } from './cuewords.ts';
import { modifiedSubject } from './modified-subjects.ts';
import { linkBefore, participle } from './participles.ts';
import { phraseAfter, phraseBefore } from './phrases.ts';
import type { Sentence } from './sentences.ts';
import { leadOf } from './verb-groups.ts';

/** A cue with what is known of its subject. */
export interface Cue {
  readonly at: number;
  /** After the cue's last word. */
  readonly to: number;
  readonly groupStart: number;
  readonly word: CueWord;
  readonly subject: Range | null;
  /** Where the subject's phrase, with what belongs to it, begins; the cue's group where there is none. */
  readonly start: number;
  readonly linked: boolean;
}

export function cuesIn(sentence: Sentence, words: CueWords): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < sentence.tokens.length; at++) {
    if (!isOutside(sentence, at)) continue;
    const cue = cueAt(sentence, words, at);
    if (cue) cues.push(cue);
  }
  return cues;
}

function cueAt(sentence: Sentence, words: CueWords, at: number): Cue | null {
  const token = tokenAt(sentence, at);
  const candidates = words.verbs.get(token.lower);
  const fitting = candidates?.filter(({ after }) =>
    after.every((next, index) => tokenAt(sentence, at + 1 + index).lower === next),
  );
  const word = fitting?.find(each => !isInfinitiveMark(sentence, at, each, fitting)) ?? fitting?.[0];
  if (!word || !isVerbHere(sentence, at, word)) return null;
  const lead = leadOf(sentence, at, word.form === 'past');
  if (lead.passive || lead.infinitive || lead.modal) return null;
  if (lead.negated && word.base !== 'deny') return null;
  if (word.form === 'base' && /^(?:let|help|make|made)$/.test(tokenAt(sentence, at - 1).lower)) return null;
  const to = at + 1 + word.after.length;
  if (tokenAt(sentence, to).lower === 'no' && !word.frames.has('clause')) return null;
  const near = phraseBefore(sentence, lead.subjectEnd);
  const subject =
    subjectAfterQuotation(sentence, near?.from ?? lead.groupStart) ??
    modifiedSubject(sentence, words, near?.from ?? lead.subjectEnd) ??
    near;
  if (subject && (isColumnist(sentence, subject) || namesIt(sentence, word, subject))) return null;
  if (subject && word.form === 'base' && lead.groupStart === at && isSingular(sentence, subject)) return null;
  const base = { at, to, groupStart: lead.groupStart, word };
  if (subject && word.form !== 'ing') return { ...base, subject, start: subject.from, linked: false };
  const link = linkBefore(sentence, lead.groupStart);
  if (word.form === 'ing') return participle(sentence, words, base, subject, link);
  const inner = word.form === 'base' && goesOnAsBase(sentence, lead.groupStart);
  return { ...base, subject: null, start: lead.groupStart, linked: link && !inner };
}

/** "would have Kyiv cut its army and renounce …": the base form goes on another whose subject is not the cue's. */
function goesOnAsBase(sentence: Sentence, at: number): boolean {
  let verb = at - 2;
  while (verb >= 0 && !(isVerbal(tokenAt(sentence, verb)) && isOutside(sentence, verb))) verb--;
  const before = sentence.tokens.slice(Math.max(0, verb - 4), Math.max(0, verb)).map(({ lower }) => lower);
  const isNamed = /^(?:PROPN|NOUN|PRON)$/.test(tokenAt(sentence, verb - 1).pos);
  return (
    isNamed && before.some(word => /^(?:have|has|had|let|lets|make|makes|made|help|helps|see)$/.test(word))
  );
}

/** `"…," Jane Roe, a lawyer in Torvik and once a judge, said`: whatever stands between the commas, the name is the subject. */
function subjectAfterQuotation(sentence: Sentence, end: number): Range | null {
  if (tokenAt(sentence, end - 1).text !== ',' || isOutside(sentence, 0)) return null;
  const from = sentence.within.indexOf(-1);
  const subject = from > 3 && from < end ? phraseAfter(sentence, from) : null;
  if (!subject || tokenAt(sentence, subject.to).text !== ',' || subject.to >= end) return null;
  const states = sentence.tokens
    .slice(subject.to, end)
    .some(token => isVerbal(token) && !/(?:ed|ing)$/.test(token.lower));
  return !states && tokenAt(sentence, subject.to - 1).pos === 'PROPN' ? subject : null;
}

/** "a company called Norsail" in any case but the subject's: the verb gives the thing its name. */
function namesIt(sentence: Sentence, { form, frames, after }: CueWord, { from, to }: Range): boolean {
  if (form !== 'past' || after.length > 0 || !frames.has('naming') || to - from < 2) return false;
  const before = tokenAt(sentence, from - 1);
  return before.pos === 'ADP' || (before.pos === 'VERB' && isOutside(sentence, from - 1));
}

/** Outside quotation marks "I", "we" and "you" are the writer's. */
const isColumnist = (sentence: Sentence, { from, to }: Range): boolean =>
  to - from === 1 && /^(?:i|we|you)$/.test(tokenAt(sentence, from).lower);

/** "help Mr Putin maintain …": a base form has no singular subject. */
function isSingular(sentence: Sentence, { from, to }: Range): boolean {
  const last = tokenAt(sentence, to - 1);
  if (/^(?:he|she|it)$/.test(last.lower)) return true;
  const joined = sentence.tokens.slice(from, to).some(({ lower }) => lower === 'and');
  return last.pos === 'PROPN' && !joined && !/s$/.test(last.lower);
}
