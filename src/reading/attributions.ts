import { isOutside, isVerbal, mainSubject, phraseAfter, type Range, tokenAt } from './clauses.ts';
import { type Cue, cuesIn } from './cues.ts';
import type { CueWords } from './cuewords.ts';
import { contentEnd } from './ends.ts';
import { hasFiniteOutside, isWhollyQuoted, nextMark, withoutStop } from './marks.ts';
import { colonAttribution, opensSentence, phraseAttributions } from './phrase-cues.ts';
import type { Sentence } from './sentences.ts';
import { afterRecipient, infinitiveFrom, rightContent, trimmed } from './words-after.ts';
import {
  adverbialOpenings,
  invertedSubject,
  invertible,
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
  const phrased = phraseAttributions(sentence, words, found);
  const outer = phrased.filter(({ how }) => how === opensSentence);
  const kept = found.filter(
    ({ content }) =>
      !content.every(range =>
        outer.some(each => each.content.some(({ from, to }) => from <= range.from && range.to <= to)),
      ),
  );
  return [...kept, ...colonAttribution(sentence, kept), ...phrased].sort(
    (a, b) => firstPlace(a) - firstPlace(b),
  );
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
  const left = leftContent(sentence, cue, claimed);
  const inverted = left && invertible(sentence, cue) ? invertedSubject(sentence, cue) : null;
  const subject = inverted ?? cue.subject ?? sharedSubject(sentence, cue, last);
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
  if (left && cue.subject) {
    if (left.quoted)
      return built(
        [left, ...quoteAfter(sentence, cue.to, end)],
        'the words come first, then the subject and the cue',
      );
    if (!right) {
      const pronoun = left.to - 1;
      if (
        /^(?:which|who|that|where)$/.test(tokenAt(sentence, pronoun).lower) &&
        tokenAt(sentence, cue.to).text === ','
      ) {
        return built(
          [
            { from: pronoun, to: left.to },
            { from: cue.to + 1, to: end },
          ],
          "a relative clause whose words are the speaker's",
        );
      }
      const rest = restAfterAside(sentence, cue, left, end);
      if (left.clause || rest || closesSentence(sentence, cue, left))
        return built(rest ? [left, rest] : [left], 'the cue stands inside or after the words');
    } else if (tokenAt(sentence, left.from).lower === 'if') {
      return built([left, right], 'the condition before the cue belongs to the words');
    }
  }
  if (!right || !subject)
    return right && !subject && isWhollyQuoted(sentence, right)
      ? built([right], 'a quotation after the cue')
      : null;
  return built([trimmed(sentence, words, right, cue)], 'the words follow the cue');
}

/** "…, which Moscow claims was …": the words are the pronoun and what follows the cue. */
function relativeContent(sentence: Sentence, cue: Cue, end: number): Range[] | null {
  if (!cue.subject || !(cue.word.frames.has('clause') || cue.word.frames.has('belief'))) return null;
  const pronoun = cue.subject.from - 1;
  const next = tokenAt(sentence, cue.to);
  if (
    !/^(?:which|that|who)$/.test(tokenAt(sentence, pronoun).lower) ||
    !isVerbal(next) ||
    /ing$/.test(next.lower)
  )
    return null;
  return [
    { from: pronoun, to: pronoun + 1 },
    { from: cue.to, to: end },
  ];
}

/** `Said the minister: "…"`. */
function openingInversion(
  sentence: Sentence,
  cue: Cue,
  end: number,
): { readonly subject: Range; readonly content: Range } | null {
  if (cue.at > 1 || cue.subject || cue.word.form === 'ing' || cue.word.form === 'base') return null;
  const subject = phraseAfter(sentence, cue.to);
  if (!subject) return null;
  for (let at = subject.to; at < Math.min(end, subject.to + 25); at++) {
    if (!isOutside(sentence, at))
      return /^[,:]$/.test(tokenAt(sentence, at - 1).text)
        ? { subject, content: { from: at, to: end } }
        : null;
  }
  return null;
}

/** "As one aide told the paper, …": the words are the main clause. */
function asClause(sentence: Sentence, cue: Cue, end: number): Range | null {
  const takesClause = cue.word.frames.has('clause') || cue.word.frames.has('recipient');
  if (!cue.subject || cue.start > 2 || tokenAt(sentence, cue.start - 1).lower !== 'as' || !takesClause)
    return null;
  const comma = nextMark(sentence, cue.to, withoutStop(sentence));
  if (comma === null || comma > cue.to + 12 || hasFiniteOutside(sentence, cue.to, comma)) return null;
  return { from: comma + 1, to: Math.max(end, withoutStop(sentence)) };
}

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
  if (infinitiveFrom(sentence, cue.to, end) !== null) return { from: cue.to, to: end };
  const start = afterRecipient(sentence, cue.to, end);
  const marked = /^[,:]$/.test(tokenAt(sentence, start).text) && !isOutside(sentence, start + 1);
  return marked ? { from: start + 1, to: end } : null;
}

function sharedSubject(sentence: Sentence, cue: Cue, last: Attribution | null): Range | null {
  if (!cue.linked) return null;
  if (last?.source) return last.source;
  return mainSubject(sentence, cue.at);
}
