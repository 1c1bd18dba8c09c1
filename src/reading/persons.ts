import { isOutside, tokenAt } from './clauses.ts';
import type { CueWords } from './cuewords.ts';
import type { Gender } from './people.ts';
import type { Sentence } from './sentences.ts';

/** Somebody without a name as a sentence brings them in: "A man in a grey coat", "a senior official". */
export interface Stranger {
  readonly noun: string;
  readonly gender: Gender | null;
  readonly start: number;
  /** Whether the sentence begins with them. */
  readonly isSubject: boolean;
}

const people =
  /^(?:teacher|neighbour|neighbor|driver|student|farmer|worker|employee|staffer|donor|caller|guest|passenger|patient|pastor|veteran|activist|organizer|organiser|protester|mother|victim|guard|clerk|nurse|owner|tenant|refugee|pensioner|teenager|child|colleague|friend|relative|cousin|member|delegate|participant)$/;

/** Whether a word in the singular names a person by what they are. */
export function isPersonNoun({ unnamed, titles, titleGender }: CueWords, noun: string): boolean {
  if (titleGender.has(noun)) return true;
  if (/s$/.test(noun) || ofWhatKind.test(noun)) return false;
  return people.test(noun) || unnamed.has(noun) || titles.has(noun);
}

// Words of titles that are no person by themselves, and sources that are papers.
const ofWhatKind =
  /^(?:former|first|foreign|finance|interior|press|policy|opposition|prime|campaign|major|state|senior|special|general|vice|presidential|permanent|interim|defence|defense|acting|report|some|many|people|other)$/;

// "The woman", "my mother": known to the reader without a name; "the minister" has mostly one.
const kept = /^(?:woman|man|girl|boy|mother|father|wife|husband|son|daughter|brother|sister|widow|widower)$/;

// What is longer is no sentence, and every pronoun in it would look through all of it.
const longestSentence = 300;

/** Those whom a sentence introduces as its subject; of men and women also elsewhere. */
export function strangersIn(sentence: Sentence, words: CueWords): Stranger[] {
  if (sentence.tokens.length > longestSentence) return [];
  return sentence.tokens.flatMap((token, at) => {
    if (!/^(?:a|an|another|one|the|my|our|his|her|their)$/.test(token.lower) || !isOutside(sentence, at))
      return [];
    const noun = headAfter(sentence, at + 1);
    const { lower, start } = tokenAt(sentence, noun);
    const isNew = /^(?:a|an|another|one)$/.test(token.lower);
    if (!isNew && !(kept.test(lower) && isSubject(sentence, at, noun))) return [];
    if (noun < 0 || !isPersonNoun(words, lower) || namesSomebody(sentence, noun)) return [];
    const gender = words.titleGender.get(lower) ?? null;
    return introduces(sentence, at, gender) ? [{ noun: lower, gender, start, isSubject: at === 0 }] : [];
  });
}

function headAfter(sentence: Sentence, from: number): number {
  let at = from;
  while (
    at < from + 5 &&
    /^(?:ADJ|NOUN|NUM|PROPN|ADV|PUNCT)$/.test(tokenAt(sentence, at).pos) &&
    tokenAt(sentence, at).text !== ','
  )
    at++;
  return tokenAt(sentence, at - 1).pos === 'NOUN' ? at - 1 : -1;
}

/** "a lawyer, Jane Roe" and "a lawyer named Roe". */
function namesSomebody(sentence: Sentence, noun: number): boolean {
  const next = tokenAt(sentence, noun + 1);
  const name = /^(?:,|named|called)$/.test(next.lower) ? tokenAt(sentence, noun + 2) : next;
  return /^\p{Lu}/u.test(name.text);
}

const isSubject = (sentence: Sentence, at: number, noun: number): boolean =>
  (at === 0 || /^(?:and|but|,)$/.test(tokenAt(sentence, at - 1).lower)) &&
  /^(?:VERB|AUX|ADV)$/.test(tokenAt(sentence, noun + 1).pos);

/** Not "Roe, a pilot", "Roe is a pilot", "as a pilot". */
function introduces(sentence: Sentence, at: number, gender: Gender | null): boolean {
  const before = tokenAt(sentence, at - 1);
  if (at === 0 || /^(?:and|but|when|while|as|until|after|before)$/.test(before.lower))
    return before.lower !== 'as' || gender !== null;
  if (gender === null || /^(?:,|like|of|for)$/.test(before.lower)) return false;
  return !/^(?:is|was|are|were|be|been|being|become|became|remains?)$/.test(before.lower);
}
