import type { Actor } from '../core/actor.ts';
import { type Range, tokenAt } from './clauses.ts';
import { type Article, type Outcome, plain, type Source } from './outcomes.ts';
import type { Sentence } from './sentences.ts';

const bodyNoun =
  /^(?:ministry|department|agency|commission|council|committee|bank|union|court|board|office|bureau|alliance|bloc|administration|campaign|group|party|parliament|senate)$/;

// A body is called by its kind alone for so many sentences after its name.
const reach = 6;

/** "The ministry": the one body of this kind that the sentences before name; nobody where they name two. */
export function byBodyNoun(article: Article, { index, sentence, range, shown }: Source): Outcome | null {
  const noun = shown.toLowerCase();
  const isDefinite = /^(?:the|this|that)$/.test(tokenAt(sentence, range.from - 1).lower);
  if (!isDefinite || !bodyNoun.test(noun)) return null;
  const before = article.sentences.slice(Math.max(0, index - reach), index);
  const names = before.flatMap(each => namesEndingIn(article, each, noun));
  const meant = new Map(names.map(name => [actorOf(article, name)?.id ?? name, name]));
  const [name, ...others] = meant.values();
  if (name === undefined || others.length > 0) return null;
  const actor = actorOf(article, name);
  const speaker = actor ? article.roster.speaker(actor) : { name, actor: null, party: null, office: null };
  const why = `"${shown}" is ${speaker.name}, the one body of this kind named before.`;
  return plain({ speakers: [speaker], grade: 'on-record', why });
}

function actorOf({ roster }: Article, name: string): Actor | null {
  const [actor, ...others] = roster.named(name);
  return actor && others.length === 0 ? actor : null;
}

function namesEndingIn({ text }: Article, sentence: Sentence, noun: string): string[] {
  if (sentence.layer !== 'body') return [];
  return sentence.tokens.flatMap((token, at) => {
    if (token.lower !== noun || !isCapital(sentence, at)) return [];
    let from = at;
    while (isCapital(sentence, from - 1)) from--;
    return from < at ? [text.slice(tokenAt(sentence, from).start, token.end)] : [];
  });
}

const isCapital = (sentence: Sentence, at: number): boolean =>
  /^\p{Lu}/u.test(tokenAt(sentence, at).text) && tokenAt(sentence, at).pos !== 'DET';

/** States and bodies of the configuration before these in one list: "Norland, Suderia and the Union". */
export function bodiesBefore(article: Article, { sentence, range }: Source): readonly Actor[] {
  const joint = sentence.tokens.slice(range.from, range.to).some(({ lower }) => lower === 'and');
  const found: Actor[] = [];
  let link = beforeArticle(sentence, range.from) - 1;
  if (!joint && tokenAt(sentence, link).lower !== 'and') return [];
  while (
    tokenAt(sentence, link).text === ',' ||
    (found.length === 0 && tokenAt(sentence, link).lower === 'and')
  ) {
    const name = capitalsBefore(sentence, link);
    const actor =
      name &&
      actorOf(
        article,
        article.text.slice(tokenAt(sentence, name.from).start, tokenAt(sentence, name.to - 1).end),
      );
    if (!name || !actor) break;
    found.unshift(actor);
    link = beforeArticle(sentence, name.from) - 1;
  }
  // "In Norland, Suderia said": what a preposition or a verb leads to is no subject.
  return link < 0 || /^[,:;—–"”“]$/.test(tokenAt(sentence, link).text) ? found : [];
}

const beforeArticle = (sentence: Sentence, from: number): number =>
  tokenAt(sentence, from - 1).pos === 'DET' ? from - 1 : from;

function capitalsBefore(sentence: Sentence, to: number): Range | null {
  let from = to;
  while (isCapital(sentence, from - 1) && to - from < 6) from--;
  return from < to ? { from, to } : null;
}
