import { opensClause, placeAfter } from './asides.ts';
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
import { strangersIn } from './persons.ts';
import type { Sentence } from './sentences.ts';

const lastSpeaker = [3.2, 3.2, 2, 1.2, 0.8];
const recency = [4, 3, 1.6, 0.8, 0.4];

const aloneAsSubject = 1.8;
const knownGender = 1;
const unsure = 0.8;

// Two people are told apart where one fits by so much more; by more where no first name says of either what they are.
const leastLead = 0.4;
const leastLeadUnknown = 1.5;

/**
 * The person a "he" or "she" most plainly stands for: named lately, as a subject, or speaking last. Nobody where two are
 * about as near as each other, or somebody without a name is.
 */
export function antecedent(article: Article, source: Source, gender: Gender): Outcome {
  const scores = mentionScores(article, source, gender);
  addDescribed(article, source, gender, scores);
  addLastSpeaker(article, source, gender, scores);
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  const word = gender === 'male' ? 'he' : 'she';
  if (!best) return plain(unclear(`Speaker unclear: nobody before can be "${word}".`));
  const [figure, score] = best;
  if (second && isOpen(article, source, best, second))
    return plain(unclear(`Speaker unclear: "${word}" can be ${figure.name} or ${second[0].name}.`));
  const stranger = unnamedScore(article, source, gender);
  if (score - stranger < leastLead)
    return plain(unclear(`Speaker unclear: "${word}" can be ${figure.name} or somebody without a name.`));
  return figureOutcome(article, figure, `"${word}" is ${figure.name}, the nearest person whom it fits.`);
}

type Scored = readonly [figure: Figure, score: number];

function isOpen(
  article: Article,
  { index }: Source,
  [best, score]: Scored,
  [second, other]: Scored,
): boolean {
  const unknown = [best, second].every(figure => genderOf(article, figure) === null);
  return score - other < (unknown ? leastLeadUnknown : leastLead) || areJoined(article, index, best, second);
}

/** "Peter Poe and Paul Moe left": the pronoun is neither more than the other, unless one was named again since. */
function areJoined(article: Article, index: number, best: Figure, second: Figure): boolean {
  const [last, ...before] = mentionsAround(article, index, 4)
    .filter(({ figure, quoted }) => !quoted && (figure === best || figure === second))
    .reverse();
  const first = before[0];
  if (!last || !first || first.figure === last.figure || first.sentence !== last.sentence) return false;
  const sentence = article.sentences[last.sentence];
  const between = sentence?.tokens.filter(({ start }) => start >= first.end && start < last.start) ?? [];
  const joined = between[0]?.lower === 'and' && between.length <= 4;
  return joined && sentence !== undefined && isSubject(sentence, first.start, first.end);
}

function mentionScores(
  article: Article,
  { index, sentence, range, earlier }: Source,
  gender: Gender,
): Map<Figure, number> {
  const start = tokenAt(sentence, range.from).start;
  const mentions = mentionsAround(article, index, 4);
  // "he told Jane Roe", "… for Jane Roe, he said": who is named beside the pronoun or in the words is hardly meant by it.
  const beside = mentions.filter(each => each.start > start && !each.quoted).map(({ figure }) => figure);
  const wordsFirst = closesWords(sentence, range.from) || tokenAt(sentence, 0).lower === 'if';
  const spoke = new Set(earlier.map(({ figure }) => figure));
  const scores = new Map<Figure, number>();
  for (const mention of mentions) {
    const here = mention.sentence === index;
    if (mention.start >= start || (mention.quoted && here) || beside.includes(mention.figure)) continue;
    const own = genderOf(article, mention.figure);
    if ((own !== null && own !== gender) || mention.figure.kind === 'thing') continue;
    const score =
      mentionScore(article, mention, index - mention.sentence, own) * (here && wordsFirst ? 0.4 : 1) -
      (mention.figure.kind === 'person' || spoke.has(mention.figure) ? 0 : unsure);
    scores.set(mention.figure, Math.max(scores.get(mention.figure) ?? 0, score));
  }
  return scores;
}

/** "The Russian leader renewed his attack on Roe": who is meant is the subject as much as by his name. */
function addDescribed(
  article: Article,
  { index, earlier }: Source,
  gender: Gender,
  scores: Map<Figure, number>,
): void {
  for (const { figure, sentence, described } of earlier) {
    if (!figure || !described || index - sentence > 4 || figure.kind === 'thing') continue;
    const own = genderOf(article, figure);
    if (own !== null && own !== gender) continue;
    const score = (recency[index - sentence] ?? 0) + 1.2 + (own !== null ? knownGender : 0);
    scores.set(figure, Math.max(scores.get(figure) ?? 0, score));
  }
}

/** "…, he said." and "…, he said, …": the words stand before the pronoun. */
function closesWords(sentence: Sentence, at: number): boolean {
  const before = tokenAt(sentence, at - 1);
  return (
    (!isOutside(sentence, at - 1) || before.text === ',') && /^[,.]$/.test(tokenAt(sentence, at + 2).text)
  );
}

function addLastSpeaker(article: Article, source: Source, gender: Gender, scores: Map<Figure, number>): void {
  const { index, earlier } = source;
  const last = earlier.findLast(
    each => (each.figure !== null || each.resolved.speakers.length > 0) && each.figure?.kind !== 'thing',
  );
  if (!last?.figure || index - last.sentence > 4) return;
  const own = genderOf(article, last.figure);
  if (own !== null && own !== gender) return;
  const nearness = (lastSpeaker[index - last.sentence] ?? 0) + (own === gender ? 0.5 : 0);
  const score = nearness * (isOvertaken(article, last, source) ? 0.3 : 1);
  scores.set(last.figure, (scores.get(last.figure) ?? 0) + score);
}

/** Whether somebody else alone is the subject of a sentence since the last speaker's: the article has moved on. */
function isOvertaken(article: Article, last: Earlier, { index, sentence, range }: Source): boolean {
  const start = tokenAt(sentence, range.from).start;
  const here = closesWords(sentence, range.from) ? -1 : index;
  const since = article.sentences.slice(last.sentence + 1, index);
  if (since.some(each => opensWithStranger(article, each))) return true;
  return mentionsAround(article, index, index - last.sentence - 1).some(
    mention =>
      mention.sentence > last.sentence &&
      (mention.sentence < index || (mention.sentence === here && mention.start < start)) &&
      mention.figure !== last.figure &&
      subjectScore(article, mention) === aloneAsSubject,
  );
}

const opensWithStranger = ({ words }: Article, sentence: Sentence): boolean =>
  strangersIn(sentence, words).some(({ isSubject }) => isSubject);

/** How near somebody is whom nothing names: a man whom the text brings in, the last speaker who was "the actress". */
function unnamedScore(article: Article, { index, sentence, range, earlier }: Source, gender: Gender): number {
  const start = tokenAt(sentence, range.from).start;
  const scores = [index - 2, index - 1, index].flatMap(at =>
    strangersIn(article.sentences[at] ?? sentence, article.words)
      .filter(stranger => stranger.start < start && (stranger.gender === null || stranger.gender === gender))
      .map(
        stranger =>
          (recency[index - at] ?? 0) +
          (stranger.isSubject ? 2.2 : 1.2) +
          (stranger.gender === gender ? knownGender : 0),
      ),
  );
  const last = earlier.at(-1);
  const spoke = last?.unnamed
    ? (lastSpeaker[index - last.sentence] ?? 0) + (recency[index - last.sentence] ?? 0)
    : 0;
  return Math.max(0, spoke, ...scores);
}

function mentionScore(article: Article, mention: Mention, distance: number, own: Gender | null): number {
  const base = recency[distance] ?? 0;
  const possessor = isPossessor(article.text, mention.end);
  return (
    base * (mention.quoted ? 0.3 : 1) * (possessor ? 0.8 : 1) +
    subjectScore(article, mention) +
    (own !== null ? knownGender : 0)
  );
}

/** A subject is taken up by a pronoun sooner than an object; that of a main clause before that of a relative clause. */
function subjectScore({ sentences, people }: Article, { sentence, start, end, figure }: Mention): number {
  const found = sentences[sentence];
  if (!found || !isSubject(found, start, end)) return 0;
  if (isSubordinate(found, start)) return 0.6;
  const alone = people
    .mentionsIn(sentence)
    .every(other => other.figure === figure || other.figure.kind === 'thing');
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

function isSubject(sentence: Sentence, start: number, end: number): boolean {
  const at = placeAfter(sentence, end);
  const next = tokenAt(sentence, at);
  const isFollowed =
    /^(?:VERB|AUX|ADV)$/.test(next.pos) || /^(?:and|,|of|\(|himself|herself)$/.test(next.lower);
  if (!isFollowed) return false;
  return opensClause(sentence, start, at);
}

const genderOf = ({ roster }: Article, figure: Figure): Gender | null =>
  roster.person(figure.name)?.gender ?? figure.gender;
