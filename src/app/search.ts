import { type Token, tokens } from '../reading/tokens.ts';

/** A person's words beyond these are not looked for. */
const [mostSigns, mostWords] = [300, 12];

/**
 * What a person typed as the words of a `StatementQuery`: each word by its stem, what stands in quotation marks as one
 * phrase. Nothing else has a meaning: stars, brackets and operators are marks like any other. Empty where there is no word.
 */
export function searchWords(typed: string): string[] {
  const text = typed.slice(0, mostSigns).toWellFormed();
  const found = parts(text).flatMap(({ words, isPhrase }) => {
    const stems = tokens(words).filter(isWord).map(stemOf);
    return isPhrase && stems.length > 0 ? [stems.join(' ')] : stems;
  });
  return [...new Set(found)].slice(0, mostWords);
}

interface Part {
  readonly words: string;
  readonly isPhrase: boolean;
}

const quoted = /["“”«»„]/u;

/** Between the marks and outside them, in turn. What begins after the last mark of an odd number is no phrase. */
function parts(text: string): Part[] {
  const all = text.split(quoted);
  return all.map((words, i) => ({ words, isPhrase: i % 2 === 1 && i < all.length - 1 }));
}

const isWord = ({ text }: Token): boolean => /^[\p{L}\p{N}]/u.test(text);

/** Figures are on record without the signs between their thousands. */
const stemOf = ({ text }: Token): string =>
  /^\p{N}/u.test(text) ? text.replace(/,(?=\d{3})/g, '').replace(/\s/g, '') : text.toLowerCase();
