import { antecedent } from './antecedents.ts';
import { tokenAt } from './clauses.ts';
import { type Article, type Earlier, type Outcome, plain, type Source, unclear } from './outcomes.ts';

export const isPronoun = (word: string): boolean =>
  /^(?:he|she|they|it|we|i|you|who|which|this|his|her|their|him|them)$/.test(word);

export function pronoun(article: Article, source: Source): Outcome {
  const word = tokenAt(source.sentence, source.range.from).lower;
  if (/^(?:he|his|him)$/.test(word)) return antecedent(article, source, 'male');
  if (/^(?:she|her)$/.test(word)) return antecedent(article, source, 'female');
  if (/^(?:they|their|them|it)$/.test(word)) return group(source, word);
  return plain(unclear(`Speaker unclear: "${word}" can be anyone.`));
}

const isBody = ({ figure }: Earlier): boolean => figure === null || figure.kind === 'thing';

/** "They" and "it": the body or bodies that spoke last, in this or the sentence before. */
function group({ index, earlier }: Source, word: string): Outcome {
  const last = earlier.at(-1);
  const fits = last && index - last.sentence <= 1 && isBody(last) && last.resolved.speakers.length > 0;
  if (!fits) return plain(unclear(`Speaker unclear: nobody before is plainly "${word}".`));
  if (word === 'it' && last.resolved.speakers.length > 1)
    return plain(unclear('Speaker unclear: "it" after several speakers.'));
  return plain({
    ...last.resolved,
    why: `"${word}" is ${last.resolved.speakers.map(({ name }) => name).join(' and ')}, who spoke last.`,
  });
}
