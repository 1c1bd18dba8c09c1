import { type Range, tokenAt } from './clauses.ts';
import { type Article, type Outcome, plain, type Source, unclear } from './outcomes.ts';
import type { Sentence } from './sentences.ts';

/** Unnamed people and observers. */
export function byKind(article: Article, { sentence, range, shown }: Source): Outcome | null {
  const head = headNoun(sentence, range);
  if (article.words.observers.has(head)) {
    // Whose poll or map it is says more than no name; "experts" are nobody.
    const speakers = /\p{Lu}/u.test(shown) ? [{ name: shown, actor: null, party: null, office: null }] : [];
    return plain({ speakers, grade: 'analyst', why: `"${shown}" is an observer, not a party.` });
  }
  const plural = /s$|^(?:people|others|some|many|men|women)$/.test(head);
  const indefinite =
    /^(?:a|an|one|another|some|several|two|three|many|other|senior|unnamed|anonymous)$/.test(
      beforeRange(sentence, range),
    ) || /^(?:another|one|some|several|many|other|two|three|few)$/.test(tokenAt(sentence, range.from).lower);
  if (article.words.unnamed.has(head) && (plural || indefinite || head === 'source'))
    return plain(unclear(`"${shown}" is not named.`));
  return null;
}

const beforeRange = (sentence: Sentence, { from }: Range): string => tokenAt(sentence, from - 1).lower;

/** The last noun before "of", "in", "who" and the like. */
export function headNoun(sentence: Sentence, { from, to }: Range): string {
  let head = '';
  for (let at = from; at < to; at++) {
    const token = tokenAt(sentence, at);
    if (head !== '' && (token.pos === 'ADP' || token.text === ',' || token.lower === 'who')) break;
    if (/\p{L}/u.test(token.text)) head = token.lower;
  }
  return head;
}
