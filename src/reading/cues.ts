import { isOutside, isVerbal, leadOf, phraseAfter, phraseBefore, type Range, tokenAt } from './clauses.ts';
import type { CueWord, CueWords } from './cuewords.ts';
import { hasFiniteOutside } from './marks.ts';
import { modifiedSubject } from './modified-subjects.ts';
import type { Sentence } from './sentences.ts';
import { hasClause } from './words-after.ts';

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

/** "agreed to the terms" is "agree to", "agreed to sign" is "agree" with an infinitive. */
function isInfinitiveMark(
  sentence: Sentence,
  at: number,
  { after }: CueWord,
  fitting: readonly CueWord[],
): boolean {
  if (after.at(-1) !== 'to' || !isVerbal(tokenAt(sentence, at + 1 + after.length))) return false;
  return fitting.some(other => other.after.length < after.length && other.frames.has('infinitive'));
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

function participle(
  sentence: Sentence,
  words: CueWords,
  base: Omit<Cue, 'subject' | 'start' | 'linked'>,
  subject: Range | null,
  link: boolean,
): Cue | null {
  const beforeGroup = tokenAt(sentence, base.groupStart - 1);
  if (opensWithParticiple(sentence, base.groupStart)) {
    const main = subjectAfterOpening(sentence, base.to);
    if (main) return { ...base, subject: main, start: base.groupStart, linked: false };
  }
  const progressive =
    base.groupStart < base.at &&
    sentence.tokens
      .slice(base.groupStart, base.at)
      .some(({ lower }) => /^(?:is|are|was|were|been|be|'s|’s|'re|’re|am)$/.test(lower));
  if (
    subject &&
    (progressive ||
      tokenAt(sentence, subject.from - 1).lower === 'with' ||
      tokenAt(sentence, subject.from - 1).lower === 'both')
  ) {
    return { ...base, subject, start: subject.from, linked: false };
  }
  if (
    /^(?:,|—|–|-|while|and|but|before|after|;|\))$/.test(beforeGroup.lower) ||
    !isOutside(sentence, base.groupStart - 1) ||
    link
  ) {
    return { ...base, subject: null, start: base.groupStart, linked: true };
  }
  if (beforeGroup.pos === 'NOUN' && isPiece(words, base.word, beforeGroup.lower)) {
    return { ...base, subject: null, start: base.groupStart, linked: true };
  }
  return null;
}

/** "Citing the accord, Berg …", "After saying that …, Berg …", "In calling …". */
const opensWithParticiple = (sentence: Sentence, at: number): boolean =>
  at === 0 ||
  (at === 1 &&
    /^(?:after|before|while|by|in|when|without|despite|and|but)$/.test(tokenAt(sentence, 0).lower));

/** The subject of the main clause behind an opening phrase: what stands after the first comma, before a verb. */
function subjectAfterOpening(sentence: Sentence, from: number): Range | null {
  for (let at = from; at < sentence.tokens.length - 2; at++) {
    if (!isOutside(sentence, at) || tokenAt(sentence, at).text !== ',') continue;
    const found = phraseAfter(sentence, at + 1);
    if (found && isVerbal(tokenAt(sentence, found.to))) return found;
  }
  return null;
}

/** "a statement condemning …"; of the things that are said or written, those that are words only state: "a speech saying …". */
const isPiece = ({ occasions, pieces }: CueWords, { frames }: CueWord, noun: string): boolean =>
  pieces.has(noun) || (occasions.has(noun) && (frames.has('clause') || frames.has('recipient')));

const linkBefore = (sentence: Sentence, at: number): boolean =>
  (!isOutside(sentence, at - 1) && tokenAt(sentence, at - 2).text === ',') ||
  /^(?:and|but|while|though|although|then|yet|or|before|,|—|–)$/.test(tokenAt(sentence, at - 1).lower);

const verbLike = new Set(['VERB', 'AUX']);

/** Whether a word that could be a cue is a verb here: the tagger is unsure of words like "claims" in headlines. */
function isVerbHere(sentence: Sentence, at: number, word: CueWord): boolean {
  const token = tokenAt(sentence, at);
  const before = tokenAt(sentence, at - 1);
  const next = tokenAt(sentence, at + 1);
  if (word.after.length > 0 && token.pos !== 'NOUN') return true;
  if (/^[-‐/]$/.test(before.text) && before.end === token.start) return false;
  if (/^[-‐]$/.test(next.text) && next.start === token.end) return false;
  if (/^(?:the|a|an|of|'s|’s|his|her|their|its|this|these|those|no|any|in|for|with|by)$/.test(before.lower))
    return before.lower === 'by' && word.form === 'ing';
  if (verbLike.has(token.pos)) return true;
  if (word.form === 'past')
    return (
      token.lower === 'said' ||
      token.lower === 'told' ||
      /^(?:PRON|PROPN)$/.test(before.pos) ||
      next.lower === 'that'
    );
  if (word.form === 's' && before.pos === 'PROPN' && (next.pos === 'AUX' || next.lower === 'that'))
    return true;
  if (word.form === 's' && sentence.layer === 'body' && isOnlyVerb(sentence, at, word)) return true;
  if (word.form === 'base' && isPluralsVerb(sentence, at, word)) return true;
  return (
    sentence.layer === 'heading' && word.form !== 'ing' && at > 0 && /^(?:PRON|PROPN|NOUN)$/.test(before.pos)
  );
}

/** "The ministry claims the ferry sank", "…, the ministry reports.": a plural noun by its looks, but the clause has no verb else. */
function isOnlyVerb(sentence: Sentence, at: number, { frames }: CueWord): boolean {
  const before = tokenAt(sentence, at - 1);
  const next = tokenAt(sentence, at + 1);
  if (!/^(?:PROPN|NOUN)$/.test(before.pos) || (before.pos === 'NOUN' && /s$/.test(before.lower)))
    return false;
  let from = at - 1;
  for (; from >= 0 && isOutside(sentence, from) && !/^[,;:—–]$/.test(tokenAt(sentence, from).text); from--) {
    if (isVerbal(tokenAt(sentence, from)) || tokenAt(sentence, from).pos === 'ADP') return false;
  }
  const end = sentence.tokens.length;
  if (!frames.has('clause'))
    return (
      /^(?:PROPN|PRON)$/.test(next.pos) && frames.has('object') && !hasFiniteOutside(sentence, at + 1, end)
    );
  if (/^[.,]$/.test(next.text) || next.text === '')
    return from >= 0 && /^[,”"’']$/.test(tokenAt(sentence, from).text);
  if (next.lower === 'that' || !isOutside(sentence, at + 1)) return true;
  return /^(?:DET|PROPN|PRON)$/.test(next.pos) && hasClause(sentence, at + 1, end, true);
}

/** "Nine in ten say they …", "Critics call it …": what the tagger takes for a noun stands between a plural and a pronoun. */
function isPluralsVerb(sentence: Sentence, at: number, { after, frames }: CueWord): boolean {
  if (after.length > 0 || !(frames.has('clause') || frames.has('naming') || frames.has('belief')))
    return false;
  const before = tokenAt(sentence, at - 1);
  const isPlural =
    before.pos === 'NUM' ||
    (/^(?:NOUN|PROPN)$/.test(before.pos) && /(?:[^s]s|men|people|\d)$/.test(before.lower));
  return isPlural && /^(?:he|she|it|they|him|them|we|that|there)$/.test(tokenAt(sentence, at + 1).lower);
}
