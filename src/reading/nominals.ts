import { tokenAt } from './clauses.ts';
import {
  type Article,
  figureOutcome,
  mentionsAround,
  type Outcome,
  plain,
  type Source,
  unclear,
} from './outcomes.ts';
import type { Figure, Mention } from './people.ts';
import { phraseBefore } from './phrases.ts';
import type { Token } from './tokens.ts';

/** "Its foreign policy chief, Jane Roe," or "Jane Roe, the editor,": the name beyond the comma. */
export function byApposition(article: Article, source: Source): Outcome | null {
  const words = wordsOf(source);
  if (!words.some(word => article.words.titles.has(word))) return null;
  const mention = nameBefore(article, source) ?? nameAfter(article, source);
  return mention && figureOutcome(article, mention.figure, `The name stands beside "${words.join(' ')}".`);
}

function nameBefore(article: Article, { index, sentence, range }: Source): Mention | null {
  const first = isDeterminer(tokenAt(sentence, range.from - 1)) ? range.from - 1 : range.from;
  // "After a talk with Jane Roe, the minister said": no comma closes an apposition.
  const isClosed = first === range.from || /^\W*$/.test(tokenAt(sentence, range.to).text);
  if (tokenAt(sentence, first - 1).text !== ',' || !isClosed) return null;
  const end = tokenAt(sentence, first - 2).end;
  return article.people.mentionsIn(index).find(each => each.end === end) ?? null;
}

const isDeterminer = ({ lower }: Token): boolean => /^(?:the|a|an)$/.test(lower);

function nameAfter(article: Article, { index, sentence, range }: Source): Mention | null {
  if (tokenAt(sentence, range.to).text !== ',') return null;
  const start = tokenAt(sentence, range.to + 1).start;
  const mention = article.people.mentionsIn(index).find(each => each.start >= start);
  if (!mention || !opensWith(article, sentence.tokens.slice(range.to + 1), mention.start)) return null;
  const after = sentence.tokens.find(token => token.start >= mention.end);
  return after && !/^[,.]$/.test(after.text) ? null : mention;
}

/** Whether nothing but titles stands before the name: ", President Anton Berg,". */
function opensWith({ words }: Article, tokens: readonly Token[], name: number): boolean {
  return tokens
    .filter(({ start }) => start < name)
    .every(({ lower }) => lower === '.' || words.titles.has(lower.replace(/\.$/, '')));
}

// An office is looked for in so many sentences before it.
const reach = 12;

/**
 * "The minister", "the head of state": the body or person that spoke under this name before; else someone near whom the
 * article or the configuration gives this title. Of several, the one who spoke last or whom the article is about.
 */
export function byNominal(article: Article, source: Source): Outcome | null {
  const asked = wordsOf(source);
  const spoken = source.earlier.findLast(
    ({ resolved }) => resolved.speakers.length === 1 && endsWith(resolved.speakers[0]?.name ?? '', asked),
  );
  if (spoken) {
    const why = `"${source.shown}" is ${spoken.resolved.speakers[0]?.name}, who was quoted before.`;
    return { resolved: { ...spoken.resolved, why }, figure: spoken.figure };
  }
  if (!asked.some(word => article.words.titles.has(word))) return null;
  const fitting = holdersNear(article, source, asked);
  if (fitting.length === 0) return null;
  const only = fitting.length === 1 ? fitting[0] : plainlyMeant(article, source, fitting);
  if (only)
    return figureOutcome(
      article,
      only,
      `"${source.shown}" is ${only.name}, who has this title in the article.`,
    );
  const names = fitting.map(({ name }) => name).join(' or ');
  return plain(unclear(`Speaker unclear: "${source.shown}" can be ${names}.`));
}

const wordsOf = ({ sentence, range }: Pick<Source, 'sentence' | 'range'>): string[] =>
  sentence.tokens
    .slice(range.from, range.to)
    .map(({ lower }) => lower)
    .filter(word => /\p{L}/u.test(word));

const endsWith = (name: string, words: readonly string[]): boolean =>
  words.length > 0 && name.toLowerCase().split(' ').slice(-words.length).join(' ') === words.join(' ');

/** Those named before, not in the same sentence after it: nobody is called by office and name in one breath. */
function holdersNear(
  article: Article,
  { index, sentence, range }: Source,
  asked: readonly string[],
): Figure[] {
  const start = tokenAt(sentence, range.from).start;
  const mentions = mentionsAround(article, index, reach).filter(({ quoted }) => !quoted);
  const later = new Set(mentions.filter(mention => mention.start > start).map(({ figure }) => figure));
  const near = new Set(mentions.map(({ figure }) => figure).filter(figure => !later.has(figure)));
  return [...near].filter(figure => holds(article, figure, asked));
}

function holds({ roster }: Article, figure: Figure, asked: readonly string[]): boolean {
  const phrase = asked.join(' ');
  if (figure.designations.has(phrase) || isTitled(figure, asked)) return true;
  const actor = roster.person(figure.name);
  const titles = actor ? roster.titlesOf(actor) : [];
  return titles.some(
    title =>
      title === phrase ||
      title.startsWith(`${phrase} of `) ||
      (phrase === 'head of state' && /^(?:president|king|queen|emperor|monarch)\b/.test(title)),
  );
}

/** "The president" is no vice president, and no former one. */
const isTitled = ({ titles }: Figure, asked: readonly string[]): boolean =>
  asked.every(word => titles.has(word)) &&
  !['vice', 'deputy', 'former'].some(word => titles.has(word) && !asked.includes(word));

function plainlyMeant(article: Article, source: Source, fitting: readonly Figure[]): Figure | null {
  const last = source.earlier.findLast(({ figure }) => figure !== null && fitting.includes(figure));
  if (
    last?.figure &&
    source.index - last.sentence <= 3 &&
    !overtaken(article, source, last.sentence, fitting)
  )
    return last.figure;
  const counts = new Map(fitting.map(figure => [figure, 0]));
  for (const { figure } of mentionsAround(article, source.index, reach))
    if (counts.has(figure)) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 3 * (second?.[1] ?? 0) ? first[0] : null;
}

/** Whether a sentence after the last speaker's has another of them as its subject. */
function overtaken(article: Article, { index }: Source, since: number, fitting: readonly Figure[]): boolean {
  for (let at = since + 1; at < index; at++) {
    const sentence = article.sentences[at];
    const first = article.people.mentionsIn(at).find(({ figure }) => fitting.includes(figure));
    if (!sentence || !first) continue;
    const verb = sentence.tokens.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
    const subject = verb > 0 ? phraseBefore(sentence, verb) : null;
    if (subject && first.end === tokenAt(sentence, subject.to - 1).end) return true;
  }
  return false;
}
