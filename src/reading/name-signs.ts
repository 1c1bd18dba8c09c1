import type { CueWords } from './cuewords.ts';
import type { Gender } from './people.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** What the words beside a name call its bearer: "the actress", "a father of two", "his wife". */
export function genderBeside(
  { tokens }: Sentence,
  from: number,
  after: readonly string[],
  relative: string | null,
  words: CueWords,
): Gender | null {
  const link = after.findIndex(word => /^(?:of|for|from|at|in|to|on|with|who|and)$/.test(word));
  const described = link < 0 ? after : after.slice(0, link);
  const before = tokens[from - 1];
  const beside = [
    ...(before?.pos === 'NOUN' ? [before.lower] : []),
    ...described.slice(-1),
    ...(relative ? [relative] : []),
  ];
  return beside.map(word => words.titleGender.get(word)).find(known => known !== undefined) ?? null;
}

/** "Roe lost her seat": of the subject that opens the sentence, as long as nobody else is named before the pronoun. */
export function ownerGender({ tokens, within }: Sentence, from: number, to: number): Gender | null {
  const opens =
    from <= 12 && tokens.slice(0, from).every(({ pos }) => /^(?:NOUN|PROPN|ADJ|DET|PUNCT)$/.test(pos));
  if (!opens || within[from] !== -1) return null;
  for (let at = to; at < tokens.length; at++) {
    const token = tokens[at];
    if (
      !token ||
      within[at] !== -1 ||
      /^\p{Lu}\p{Ll}/u.test(token.text) ||
      /^(?:he|she|him)$/.test(token.lower)
    )
      return null;
    if (token.lower === 'his' || token.lower === 'himself') return 'male';
    if (token.lower === 'herself') return 'female';
    if (token.lower === 'her') return /^(?:NOUN|ADJ)$/.test(tokens[at + 1]?.pos ?? '') ? 'female' : null;
  }
  return null;
}

/** A place or a thing by the word before it. */
export function isThing({ tokens }: Sentence, from: number): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  return /^(?:in|at|near|the|into|across|inside|outside)$/.test(before);
}

/** "Jack" of "Jack and Jane Roe", if it is a name of one word. */
export function partnerBefore({ tokens }: Sentence, from: number): string | null {
  const [and, partner, before] = tokens.slice(Math.max(0, from - 3), from).reverse();
  if (and?.lower !== 'and' || !partner || !isCapital(partner)) return null;
  return before && (isCapital(before) || before.end === partner.start) ? null : partner.text;
}

const isCapital = ({ text, pos }: Token): boolean => pos === 'PROPN' && /^\p{Lu}/u.test(text);
