import { ownerOfAside } from './asides.ts';
import { type Range, tokenAt } from './clauses.ts';
import { type Article, figureOutcome, type Outcome, plain, type Source, unclear } from './outcomes.ts';
import type { Mention } from './people.ts';
import { phraseBefore } from './phrases.ts';
import type { Sentence } from './sentences.ts';

/**
 * "X, who said": the phrase before the pronoun, or whom that phrase describes. `resolved` says who a phrase without a
 * person's name is.
 */
export function relative(article: Article, source: Source, resolved: (range: Range) => Outcome): Outcome {
  const to = withoutLinks(source.sentence, source.range.from);
  const mention = namedBefore(article, source, to) ?? describedBefore(article, source, to);
  if (mention) return figureOutcome(article, mention.figure, `"who" is ${mention.figure.name}.`);
  const phrase = phraseBefore(source.sentence, to);
  if (!phrase || mentionsWithin(article, source, phrase).length > 0)
    return plain(unclear('Speaker unclear: "who" has no name before it.'));
  const found = resolved(phrase);
  // "a candidate who", "voters who": without a comma the pronoun belongs to a kind of people, whatever it is called.
  const isKind = to === source.range.from && found.figure === null && found.resolved.speakers.length > 0;
  return isKind ? plain(unclear('Speaker unclear: "who" stands for a kind of people.')) : found;
}

/** Whose home or description a source is: "Torvik, who" after "Jane Roe of", "a pilot, who" after "Jane Roe,". */
export function antecedentOf(article: Article, { index, sentence, range }: Source): Mention | null {
  const phrase = phraseBefore(sentence, range.to) ?? range;
  const before = [phrase.from, range.from].map(from =>
    tokenAt(sentence, from - 1).pos === 'DET' ? from - 2 : from - 1,
  );
  const ends = before
    .filter(at => /^(?:of|from|,)$/.test(tokenAt(sentence, at).lower))
    .map(at => tokenAt(sentence, at - 1).end);
  return article.people.mentionsIn(index).find(({ end }) => ends.includes(end)) ?? null;
}

/** "Roe, who", "Roe - who", "Roe himself, who". */
function withoutLinks(sentence: Sentence, pronoun: number): number {
  let to = pronoun;
  while (to > 1 && /^(?:[,(]|[-–—]+|himself|herself)$/.test(tokenAt(sentence, to - 1).lower)) to--;
  return to;
}

/** The name that ends before the pronoun; a home may follow it: "Jane Roe of Torvik, who". */
function namedBefore(article: Article, { index, sentence }: Source, to: number): Mention | null {
  const last = article.people.mentionsIn(index).findLast(({ end }) => end <= tokenAt(sentence, to - 1).end);
  if (!last) return null;
  const between = sentence.tokens.slice(0, to).filter(({ start }) => start >= last.end);
  const [link, ...home] = between;
  if (!link) return last;
  return link.lower === 'of' && home.length > 0 && home.every(({ pos }) => pos === 'PROPN') ? last : null;
}

/** "Jane Roe, a pilot from Torvik, who said". */
function describedBefore(article: Article, { index, sentence }: Source, to: number): Mention | null {
  const phrase = phraseBefore(sentence, to);
  if (!phrase) return null;
  const start = tokenAt(sentence, phrase.from - 1).text === ',' ? phrase.from - 1 : -1;
  const end = tokenAt(sentence, start - 1).end;
  return (
    article.people.mentionsIn(index).find(mention => mention.end === end) ??
    ownerOfAside(article, { index, sentence, range: { from: phrase.from, to } })
  );
}

function mentionsWithin({ people }: Article, { index, sentence }: Source, { from, to }: Range): Mention[] {
  const [start, end] = [tokenAt(sentence, from).start, tokenAt(sentence, to - 1).end];
  return people.mentionsIn(index).filter(mention => mention.start >= start && mention.end <= end);
}
