import { afterRecipient, trimmed } from './adjuncts.ts';
import { isOutside, type Range, tokenAt } from './clauses.ts';
import { type Closing, closing } from './closing-cues.ts';
import { type Cue, cuesIn } from './cues.ts';
import type { CueWords } from './cuewords.ts';
import { contentEnd } from './ends.ts';
import { mainSubject } from './main-subjects.ts';
import { isTime, isWhollyQuoted, withoutStop } from './marks.ts';
import { reasonAfter } from './objects.ts';
import { asClause, openingInversion } from './openings.ts';
import {
  colonAttribution,
  introducedQuotation,
  opensSentence,
  phraseAttributions,
  signedAttribution,
} from './phrase-cues.ts';
import { antecedent, relativeContent } from './relative-contents.ts';
import type { Sentence } from './sentences.ts';
import { infinitiveFrom, rightContent } from './words-after.ts';
import {
  adverbialOpenings,
  invertedSubject,
  invertible,
  type Left,
  leftContent,
  quoteAfter,
  restAfterAside,
} from './words-before.ts';

/** Words, a cue and a source in one sentence, before it is known who the source is. Places are tokens of the sentence. */
export interface Attribution {
  readonly content: readonly Range[];
  readonly cue: readonly Range[];
  /** Null where the sentence names nobody. */
  readonly source: Range | null;
  /** True where the source was taken over from an earlier cue or the main clause. */
  readonly shared: boolean;
  readonly how: string;
}

/** The attributions of one sentence, in the order of their cues. Words claimed by one are not looked at again. */
export function attributions(sentence: Sentence, words: CueWords): Attribution[] {
  const cues = cuesIn(sentence, words);
  const closed = closing(sentence, cues);
  const found = closed ? [closingAttribution(sentence, words, closed)] : byCues(sentence, words, cues);
  const phrased = phraseAttributions(sentence, words, found);
  const outer = phrased.filter(({ how }) => how === opensSentence);
  const kept = found.filter(
    ({ content }) =>
      !content.some(range =>
        outer.some(each => each.content.some(({ from, to }) => from < range.to && range.from < to)),
      ),
  );
  const named = [
    ...kept,
    ...phrased,
    ...colonAttribution(sentence, kept),
    ...signedAttribution(sentence, kept),
  ];
  return [...named, ...introducedQuotation(sentence, words, named)].sort(
    (a, b) => firstPlace(a) - firstPlace(b),
  );
}

function byCues(sentence: Sentence, words: CueWords, cues: readonly Cue[]): Attribution[] {
  const found: Attribution[] = [];
  let claimed = 0;
  let last: Attribution | null = null;
  for (const [index, cue] of cues.entries()) {
    if (cue.at < claimed) continue;
    const made = attribution(sentence, words, cue, cues.slice(index + 1), claimed, last);
    if (!made) continue;
    found.push(made);
    last = made;
    claimed = Math.max(...made.content.map(({ to }) => to), cue.to);
  }
  return found;
}

function closingAttribution(sentence: Sentence, words: CueWords, { cue, words: left }: Closing): Attribution {
  return {
    content: [{ from: left.from, to: left.to }],
    cue: [{ from: cue.groupStart, to: cue.to }],
    source: cue.subject ? antecedent(sentence, words, cue.subject) : null,
    shared: false,
    how: 'the cue that closes the sentence takes all before it',
  };
}

const firstPlace = ({ content }: Attribution): number => content[0]?.from ?? 0;

function attribution(
  sentence: Sentence,
  words: CueWords,
  cue: Cue,
  later: readonly Cue[],
  claimed: number,
  last: Attribution | null,
): Attribution | null {
  const end = contentEnd(sentence, cue, later);
  const left = cue.subject && cue.subject.from > cue.to ? null : leftContent(sentence, cue, claimed);
  const inverted = left && invertible(sentence, cue) ? invertedSubject(sentence, cue) : null;
  const own = inverted ?? cue.subject;
  const subject = own ? antecedent(sentence, words, own) : sharedSubject(sentence, cue, last);
  const shared = cue.subject === null && inverted === null && subject !== null;
  if (!subject && sentence.layer === 'heading') return null;
  const cueRange = [{ from: cue.groupStart, to: cue.to }];
  const built = (content: readonly Range[], how: string, at = cueRange): Attribution | null => {
    const kept = content.filter(({ from, to }) => to > from);
    return kept.length > 0 ? { content: kept, cue: at, source: subject, shared, how } : null;
  };
  if (left && inverted)
    return built(
      [left, ...quoteAfter(sentence, inverted.to, end)],
      'the words come first, then the cue and its subject',
    );
  const relative = relativeContent(sentence, cue, end);
  if (relative) return built(relative, "a relative clause whose words are the speaker's");
  const opened = openingInversion(sentence, cue, end);
  if (opened)
    return {
      content: [opened.content],
      cue: cueRange,
      source: opened.subject,
      shared: false,
      how: 'the cue and its subject come first',
    };
  const compared = asClause(sentence, cue, end);
  if (compared) return built([compared], 'the words follow a clause with "as"');
  const right =
    cue.word.base === 'ask' && !cue.word.frames.has('object')
      ? requested(sentence, cue, end)
      : rightContent(sentence, words, cue, end);
  const before = left && cue.subject ? wordsBefore(sentence, cue, left, right, end) : null;
  if (before) return built(before.content, before.how);
  if (!right || !subject)
    return right && !subject && isWhollyQuoted(sentence, right)
      ? built([right], 'a quotation after the cue')
      : null;
  const kept = trimmed(sentence, words, right);
  const reason = cue.word.frames.has('object') ? reasonAfter(sentence, words, kept.to, end) : null;
  return built(reason ? [kept, reason] : [kept], 'the words follow the cue');
}

interface Words {
  readonly content: readonly Range[];
  readonly how: string;
}

/** Words before a cue with its subject, and what of them goes on after it; null where they are the reporter's. */
function wordsBefore(
  sentence: Sentence,
  cue: Cue,
  left: Left,
  right: Range | null,
  end: number,
): Words | null {
  if (left.quoted) {
    const content = [left, ...quoteAfter(sentence, cue.to, end)];
    return { content, how: 'the words come first, then the subject and the cue' };
  }
  if (right && !isAsideAfter(sentence, cue, left) && !isTail(sentence, left, right)) {
    const isCondition = tokenAt(sentence, left.from).lower === 'if';
    return isCondition
      ? { content: [left, right], how: 'the condition before the cue belongs to the words' }
      : null;
  }
  const pronoun = left.to - 1;
  const isRelative = /^(?:which|who|that|where)$/.test(tokenAt(sentence, pronoun).lower);
  if (isRelative && tokenAt(sentence, cue.to).text === ',') {
    const content = [
      { from: pronoun, to: left.to },
      { from: cue.to + 1, to: end },
    ];
    return { content, how: "a relative clause whose words are the speaker's" };
  }
  const rest = restAfterAside(sentence, cue, left, end);
  if (!left.clause && !rest && !closesSentence(sentence, cue, left)) return null;
  return { content: rest ? [left, rest] : [left], how: 'the cue stands inside or after the words' };
}

/** "The talks go on, she said Thursday, the day that …": what follows the day is the reporter's. */
function isAsideAfter(sentence: Sentence, cue: Cue, left: Left): boolean {
  if (!left.clause || !cue.word.frames.has('clause')) return false;
  let at = cue.to;
  while (isTime(sentence, at) || /^(?:on|late|early)$/.test(tokenAt(sentence, at).lower)) at++;
  return at > cue.to && tokenAt(sentence, at).text === ',' && tokenAt(sentence, at + 1).pos === 'DET';
}

/** "The talks go on, she told the nation, as ministers scrambled …": the reporter tells what else went on. */
const isTail = (sentence: Sentence, left: Left, { from }: Range): boolean =>
  left.clause &&
  tokenAt(sentence, from - 1).text === ',' &&
  isOutside(sentence, from) &&
  /^(?:as|in|at|after|before|during|amid|with|a|an|hours|days)$/.test(tokenAt(sentence, from).lower);

/** "…, one friend said.": whatever the tagger makes of the words before, nothing else can be what was said. */
function closesSentence(sentence: Sentence, cue: Cue, { from, to }: Range): boolean {
  const isSay = cue.word.frames.has('clause') && cue.word.form !== 'ing' && cue.word.form !== 'base';
  return (
    isSay &&
    cue.to >= withoutStop(sentence) &&
    to - from >= 4 &&
    !adverbialOpenings.test(tokenAt(sentence, from).lower)
  );
}

/** Who asks to do something says something; the words of a question do not. */
function requested(sentence: Sentence, cue: Cue, end: number): Range | null {
  if (asksForNoName(sentence, cue.to)) return null;
  if (infinitiveFrom(sentence, cue.to, end) !== null) return { from: cue.to, to: end };
  const start = afterRecipient(sentence, cue.to, end);
  const marked = /^[,:]$/.test(tokenAt(sentence, start).text) && !isOutside(sentence, start + 1);
  return marked ? { from: start + 1, to: end } : null;
}

/** "asked not to be named": no words on anything. */
const asksForNoName = ({ tokens }: Sentence, at: number): boolean =>
  /^(?:not to be (?:named|identified|quoted)|to (?:remain|stay) (?:anonymous|unnamed)|for anonymity)\b/.test(
    tokens
      .slice(at, at + 4)
      .map(({ lower }) => lower)
      .join(' '),
  );

function sharedSubject(sentence: Sentence, cue: Cue, last: Attribution | null): Range | null {
  if (!cue.linked) return null;
  if (last?.source) return last.source;
  return mainSubject(sentence, cue.at);
}
