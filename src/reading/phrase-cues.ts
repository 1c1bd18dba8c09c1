import type { Attribution } from './attributions.ts';
import { isOutside, isVerbal, type Range, tokenAt } from './clauses.ts';
import type { CueWords } from './cuewords.ts';
import { mainSubject } from './main-subjects.ts';
import { hasFiniteOutside, isWhollyQuoted, untilMark, withoutStop, wordsWithin } from './marks.ts';
import { phraseAfter } from './phrases.ts';
import type { Sentence } from './sentences.ts';

/** "According to X, …" and "…, according to X". */
export function phraseAttributions(
  sentence: Sentence,
  words: CueWords,
  found: readonly Attribution[],
): Attribution[] {
  for (let at = 0; at < sentence.tokens.length; at++) {
    if (!isOutside(sentence, at)) continue;
    const phrase = words.phrases.find(parts =>
      parts.every((part, index) => tokenAt(sentence, at + index).lower === part),
    );
    if (!phrase) continue;
    const made = phraseAttribution(sentence, at, at + phrase.length, found);
    if (made) return [made];
  }
  return [];
}

function phraseAttribution(
  sentence: Sentence,
  at: number,
  to: number,
  found: readonly Attribution[],
): Attribution | null {
  const phrase = phraseAfter(sentence, to) ?? untilMark(sentence, to);
  if (!phrase) return null;
  const source = nameAfter(sentence, phrase) ?? phrase;
  const last = withoutStop(sentence);
  const cue = [{ from: at, to }];
  const how = 'the phrase names who said it';
  const before = tokenAt(sentence, at - 1);
  const linked = before.text === ',' ? tokenAt(sentence, at - 2) : before;
  const opens = at === 0 || (before.text === ',' && !hasFiniteOutside(sentence, 0, at));
  const initial = opens || /^(?:and|but|that|because|:|;|—|–)$/.test(linked.lower);
  if (initial) {
    const comma = commaAfter(sentence, source.to);
    const from = comma === null ? null : comma + 1;
    if (from === null || (!opens && overlaps(found, from, last))) return null;
    return { content: [{ from, to: last }], cue, source, shared: false, how: opens ? opensSentence : how };
  }
  const end = tokenAt(sentence, at - 1).text === ',' ? at - 1 : at;
  let from = 0;
  while (
    from < end &&
    ((sentence.words.connectives.has(tokenAt(sentence, from).lower) &&
      tokenAt(sentence, from + 1).text === ',') ||
      tokenAt(sentence, from).text === ',')
  )
    from++;
  if (end <= from || overlaps(found, from, end)) return null;
  const after = tokenAt(sentence, source.to).text === ',' ? tokenAt(sentence, source.to + 1) : null;
  const goesOn =
    after !== null && isVerbal(after) && !/ing$/.test(after.lower) && !overlaps(found, source.to, last);
  const rest = goesOn ? [{ from: source.to + 1, to: last }] : [];
  return { content: [{ from, to: end }, ...rest], cue, source, shared: false, how };
}

export const opensSentence = 'the phrase that opens the sentence names who said it';

/** `PUTIN: THE CHOICE IS …`, `Clinton: "…"`: a name and a colon. */
export function colonAttribution(sentence: Sentence, found: readonly Attribution[]): Attribution[] {
  const colon = sentence.tokens.findIndex(({ text }, at) => text === ':' && isOutside(sentence, at));
  const last = withoutStop(sentence);
  if (colon < 1 || colon > 6 || colon + 2 >= last || !sentence.first || overlaps(found, 0, last)) return [];
  const names = sentence.tokens.slice(0, colon);
  const named = names.every(({ text, pos }) => /^\p{Lu}/u.test(text) && pos !== 'VERB' && pos !== 'ADV');
  const quoted = !isOutside(sentence, colon + 1);
  if (!named || !(quoted || sentence.layer === 'heading')) return [];
  const how = 'a name and a colon';
  return [
    {
      content: [{ from: colon + 1, to: last }],
      cue: [{ from: colon, to: colon + 1 }],
      source: { from: 0, to: colon },
      shared: false,
      how,
    },
  ];
}

export const isSigned = 'a quotation signed with a name';

/** `“…” — Jane Roe`: a quotation signed with a name. */
export function signedAttribution(sentence: Sentence, found: readonly Attribution[]): Attribution[] {
  const last = sentence.tokens.findLastIndex((_, at) => !isOutside(sentence, at));
  const end = withoutStop(sentence);
  if (last < 3 || isOutside(sentence, 0) || overlaps(found, 0, last + 1)) return [];
  if (!/^[—–―]$/.test(tokenAt(sentence, last + 1).text) || end - last < 4 || end - last > 8) return [];
  const name = sentence.tokens.slice(last + 2, end);
  if (!name.every(({ text }) => /^(?:\p{Lu}|[.-]$)/u.test(text))) return [];
  return [
    {
      content: [{ from: 0, to: last + 1 }],
      cue: [],
      source: { from: last + 2, to: end },
      shared: false,
      how: isSigned,
    },
  ];
}

/** `She has since apologised: “…”`: a quotation after a colon, or after a verb of saying in any form and a comma. */
export function introducedQuotation(
  sentence: Sentence,
  words: CueWords,
  found: readonly Attribution[],
): Attribution[] {
  const end = withoutStop(sentence);
  const at = sentence.within.findIndex(
    (place, index) => place >= 0 && /^[,:]$/.test(tokenAt(sentence, index - 1).text),
  );
  if (at < 3 || sentence.layer === 'heading' || !isOutside(sentence, at - 1)) return [];
  if (overlaps(found, at, end) || wordsWithin(sentence, sentence.within[at] ?? -1) < 4) return [];
  if (!isWhollyQuoted(sentence, { from: at, to: end })) return [];
  const cue = cueBefore(sentence, words, at - 1);
  const source = mainSubject(sentence, at - 1);
  if (!source || isWriter(sentence, source) || (cue === null && tokenAt(sentence, at - 1).text !== ':'))
    return [];
  const kept = cue === null ? { from: at - 1, to: at } : { from: cue, to: cue + 1 };
  return [{ content: [{ from: at, to: end }], cue: [kept], source, shared: false, how: leadsUp }];
}

export const leadsUp = 'a quotation that the sentence leads up to';

/** The nearest verb of saying before a place, in any form. */
function cueBefore(sentence: Sentence, words: CueWords, end: number): number | null {
  for (let at = end - 1; at >= Math.max(0, end - 12) && isOutside(sentence, at); at--) {
    const known = isVerbal(tokenAt(sentence, at)) ? words.verbs.get(tokenAt(sentence, at).lower) : undefined;
    if (known?.some(({ frames, after }) => frames.has('clause') && after.length === 0)) return at;
  }
  return null;
}

const isWriter = (sentence: Sentence, { from }: Range): boolean =>
  /^(?:i|we|you|it|there)$/.test(tokenAt(sentence, from).lower);

const overlaps = (found: readonly Attribution[], from: number, to: number): boolean =>
  found.some(({ content }) => content.some(range => range.from < to && from < range.to));

function commaAfter(sentence: Sentence, from: number): number | null {
  for (let at = from; at < Math.min(sentence.tokens.length, from + 30); at++) {
    if (!isOutside(sentence, at)) continue;
    if (tokenAt(sentence, at).text === ',') {
      return afterAsides(sentence, at);
    }
  }
  return null;
}

/** ", the Kremlin spokesman," and ", Jane Roe, who was there," are asides after the source. */
function afterAsides(sentence: Sentence, comma: number): number {
  const next = tokenAt(sentence, comma + 1);
  const second = nextComma(sentence, comma + 1);
  if (second === null) return comma;
  if (/^(?:who|which)$/.test(next.lower)) return second;
  if (isFullName(sentence, comma + 1, second)) return afterAsides(sentence, second);
  const isAside = /^(?:a|an|the)$/.test(next.lower) && !hasFiniteOutside(sentence, comma + 1, second);
  return isAside ? second : comma;
}

/** "the chief of staff, Jane Roe,": the name says who it is. */
function nameAfter(sentence: Sentence, { to }: Range): Range | null {
  const end = tokenAt(sentence, to).text === ',' ? nextComma(sentence, to + 1) : null;
  return end !== null && isFullName(sentence, to + 1, end) ? { from: to + 1, to: end } : null;
}

const isFullName = (sentence: Sentence, from: number, to: number): boolean =>
  to - from >= 2 &&
  to - from <= 4 &&
  sentence.tokens.slice(from, to).every(({ text, pos }) => /^\p{Lu}/u.test(text) && pos === 'PROPN');

function nextComma(sentence: Sentence, from: number): number | null {
  for (let at = from; at < Math.min(sentence.tokens.length, from + 15); at++)
    if (isOutside(sentence, at) && tokenAt(sentence, at).text === ',') return at;
  return null;
}
