import type { CueWords } from './cuewords.ts';
import { phraseBefore } from './phrases.ts';
import type { Sentence } from './sentences.ts';

/** Lower-case titles directly before a name: "spokesman Dmitry Peskov", "the president of Finland, Alexander Stubb". */
export function titlesBefore(sentence: Sentence, from: number, words: CueWords): string[] {
  const found: string[] = [];
  let at = from - 1;
  if (sentence.tokens[at]?.text === ',') return descriptive(phraseWords(sentence, at), words);
  for (; at >= 0 && at >= from - 5; at--) {
    const token = sentence.tokens[at];
    if (!token || !/^(?:NOUN|PROPN|ADJ)$/.test(token.pos)) break;
    found.unshift(token.lower);
  }
  return found.some(word => words.titles.has(word)) ? found : [];
}

/** The words of the phrase that ends before a comma, without "the" and the like. */
export function phraseWords(sentence: Sentence, comma: number): string[] {
  const phrase = sentence.tokens[comma]?.text === ',' ? phraseBefore(sentence, comma) : null;
  if (!phrase) return [];
  return withoutArticle(
    sentence.tokens.slice(phrase.from, phrase.to).map(({ lower }) => lower.replace(/\.$/, '')),
  );
}

const withoutArticle = (phrase: readonly string[]): string[] =>
  phrase.slice(/^(?:the|a|an|its|his|her|their)$/.test(phrase[0] ?? '') ? 1 : 0);

/** The words that say what someone is: "the president of Finland" is a president, "the head of the president's office" none. */
export function descriptive(phrase: readonly string[], words: CueWords): string[] {
  const link = phrase.findIndex(word => /^(?:of|for|at|in|to|on|with|and)$/.test(word));
  const head = link < 0 ? phrase : phrase.slice(0, link);
  if (!head.some(word => words.titles.has(word))) return [];
  return [...head, ...phrase.slice(head.length).filter(word => !words.titles.has(word))];
}

/** ", the Kremlin spokesman," after a name. */
export function apposition(sentence: Sentence, to: number, words: CueWords): string[] {
  if (sentence.tokens[to]?.text !== ',') return [];
  const found: string[] = [];
  for (let at = to + 1; at < Math.min(sentence.tokens.length, to + 14); at++) {
    const token = sentence.tokens[at];
    // "… with Jane Roe, the minister said": what follows the comma is a subject of its own.
    if (token?.pos === 'VERB' && words.verbs.get(token.lower)?.some(({ form }) => form !== 'ing')) return [];
    if (
      !token ||
      /^[,.;:—–]$/.test(token.text) ||
      token.pos === 'VERB' ||
      (sentence.within[at] ?? -1) >= 0 ||
      token.lower === 'who'
    )
      break;
    if (at === to + 1 && !/^(?:DET|NOUN|PROPN|ADJ|PRON)$/.test(token.pos)) break;
    found.push(token.lower.replace(/\.$/, ''));
  }
  return withoutArticle(found);
}
