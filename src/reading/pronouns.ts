import { isOutside, tokenAt } from './clauses.ts';
import {
  type Article,
  type Earlier,
  figureOutcome,
  isPossessor,
  mentionsAround,
  type Outcome,
  plain,
  type Source,
  unclear,
} from './outcomes.ts';
import type { Figure, Gender, Mention } from './people.ts';
import type { Sentence } from './sentences.ts';

export const isPronoun = (word: string): boolean =>
  /^(?:he|she|they|it|we|i|you|who|which|this|his|her|their)$/.test(word);

export function pronoun(article: Article, source: Source): Outcome {
  const word = tokenAt(source.sentence, source.range.from).lower;
  if (word === 'he' || word === 'his') return person(article, source, 'male');
  if (word === 'she' || word === 'her') return person(article, source, 'female');
  if (word === 'they' || word === 'their' || word === 'it') return group(source, word);
  return plain(unclear(`Speaker unclear: "${word}" can be anyone.`));
}

/** "They" and "it": the body or bodies that spoke last, in this or the sentence before. */
function group({ index, earlier }: Source, word: string): Outcome {
  const last = earlier.at(-1);
  const fits =
    last && index - last.sentence <= 1 && last.figure === null && last.resolved.speakers.length > 0;
  if (!fits) return plain(unclear(`Speaker unclear: nobody before is plainly "${word}".`));
  if (word === 'it' && last.resolved.speakers.length > 1)
    return plain(unclear('Speaker unclear: "it" after several speakers.'));
  return plain({
    ...last.resolved,
    why: `"${word}" is ${last.resolved.speakers.map(({ name }) => name).join(' and ')}, who spoke last.`,
  });
}

const lastSpeaker = [3.2, 3.2, 2, 1.2, 0.8];
const recency = [4, 3, 1.6, 0.8, 0.4];

const aloneAsSubject = 1.8;

// Two people are told apart where one fits by so much more.
const leastLead = 0.4;

/**
 * The person a "he" or "she" most plainly stands for: named lately, as a subject, or speaking last. Nobody where two are
 * about as near as each other.
 */
function person(article: Article, source: Source, gender: Gender): Outcome {
  const scores = mentionScores(article, source, gender);
  addLastSpeaker(article, source, gender, scores);
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  const word = gender === 'male' ? 'he' : 'she';
  if (!best) return plain(unclear(`Speaker unclear: nobody before can be "${word}".`));
  const [figure, score] = best;
  if (second && score - second[1] < leastLead)
    return plain(unclear(`Speaker unclear: "${word}" can be ${figure.name} or ${second[0].name}.`));
  return figureOutcome(article, figure, `"${word}" is ${figure.name}, the nearest person whom it fits.`);
}

function mentionScores(
  article: Article,
  { index, sentence, range }: Source,
  gender: Gender,
): Map<Figure, number> {
  const start = tokenAt(sentence, range.from).start;
  const mentions = mentionsAround(article, index, 4);
  // "he told Jane Roe", "… for Jane Roe, he said": who is named beside the pronoun or in the words is hardly meant by it.
  const beside = mentions.filter(each => each.start > start && !each.quoted).map(({ figure }) => figure);
  const wordsFirst = closesWords(sentence, range.from);
  const scores = new Map<Figure, number>();
  for (const mention of mentions) {
    const here = mention.sentence === index;
    if (mention.start >= start || (mention.quoted && here) || beside.includes(mention.figure)) continue;
    const own = genderOf(article, mention.figure);
    if (own !== null && own !== gender) continue;
    const score =
      mentionScore(article, mention, index - mention.sentence, own) * (here && wordsFirst ? 0.4 : 1);
    scores.set(mention.figure, Math.max(scores.get(mention.figure) ?? 0, score));
  }
  return scores;
}

/** "…, he said." and "…, he said, …": the words stand before the pronoun. */
function closesWords(sentence: Sentence, at: number): boolean {
  const before = tokenAt(sentence, at - 1);
  return (
    (!isOutside(sentence, at - 1) || before.text === ',') && /^[,.]$/.test(tokenAt(sentence, at + 2).text)
  );
}

function addLastSpeaker(
  article: Article,
  { index, earlier }: Source,
  gender: Gender,
  scores: Map<Figure, number>,
): void {
  const last = earlier.findLast(each => each.figure !== null || each.resolved.speakers.length > 0);
  if (!last?.figure || index - last.sentence > 4) return;
  const own = genderOf(article, last.figure);
  if (own !== null && own !== gender) return;
  const nearness = (lastSpeaker[index - last.sentence] ?? 0) * (isOvertaken(article, last, index) ? 0.5 : 1);
  const score = nearness + (own === gender ? 0.5 : 0);
  scores.set(last.figure, (scores.get(last.figure) ?? 0) + score);
}

/** Whether a sentence since the last speaker's has somebody else alone as its subject: the article has moved on. */
function isOvertaken(article: Article, last: Earlier, index: number): boolean {
  return mentionsAround(article, index - 1, index - last.sentence - 2).some(
    mention =>
      mention.sentence > last.sentence &&
      mention.figure !== last.figure &&
      subjectScore(article, mention) === aloneAsSubject,
  );
}

function mentionScore(article: Article, mention: Mention, distance: number, own: Gender | null): number {
  const base = recency[distance] ?? 0;
  const possessor = isPossessor(article.text, mention.end);
  return (
    base * (mention.quoted ? 0.3 : 1) * (possessor ? 0.8 : 1) +
    subjectScore(article, mention) +
    (own !== null ? 0.5 : 0)
  );
}

/** A subject is taken up by a pronoun sooner than an object; that of a main clause before that of a relative clause. */
function subjectScore({ sentences, people }: Article, { sentence, start, end, figure }: Mention): number {
  const found = sentences[sentence];
  if (!found || !isSubject(found, end)) return 0;
  if (isSubordinate(found, start)) return 0.6;
  const alone = people.mentionsIn(sentence).every(other => other.figure === figure);
  return alone ? aloneAsSubject : 1.2;
}

function isSubordinate({ tokens, within }: Sentence, start: number): boolean {
  for (let at = tokens.findIndex(token => token.start >= start) - 1; at >= 0; at--) {
    const { lower } = tokens[at] ?? { lower: '' };
    if (within[at] !== -1 || /^[,;:—–]$/.test(lower)) return false;
    if (/^(?:that|which|whom|whose|what|when|after|before|because|as|while|if|whether|where)$/.test(lower))
      return true;
  }
  return false;
}

function isSubject(sentence: Sentence, end: number): boolean {
  const next = sentence.tokens.find(({ start }) => start >= end);
  return next !== undefined && (/^(?:VERB|AUX|ADV)$/.test(next.pos) || /^(?:and|,)$/.test(next.lower));
}

function genderOf(article: Article, figure: Figure): Gender | null {
  return article.roster.person(figure.name)?.gender ?? figure.gender;
}
