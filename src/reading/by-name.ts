import { type Range, tokenAt } from './clauses.ts';
import {
  type Article,
  figureOutcome,
  isPossessor,
  type Outcome,
  plain,
  type Source,
  unclear,
} from './outcomes.ts';
import type { Sentence } from './sentences.ts';

/** A person whose name is the head of the phrase: "Russian President Vladimir Putin", not "Putin's aide" or "a Putin aide". */
export function byFigure(article: Article, { index, sentence, range, shown }: Source): Outcome | null {
  const from = tokenAt(sentence, range.from).start;
  const to = tokenAt(sentence, range.to - 1).end;
  const inside = article.people
    .mentionsIn(index)
    .filter(
      ({ start, end }) => start >= from && end <= to && !(isPossessor(article.text, end) && end + 2 < to),
    );
  const mention = inside.findLast(each => !afterPreposition(sentence, range, each.start));
  if (!mention || isFollowedByNoun(sentence, range, mention.end)) return null;
  const name = article.roster.person(mention.figure.name)?.name ?? mention.figure.name;
  return figureOutcome(article, mention.figure, `"${shown}" is ${name}, named so in the article.`);
}

/** "the Roe campaign", "a Roe aide": the name says only whose it is. */
function isFollowedByNoun(sentence: Sentence, { to }: Range, end: number): boolean {
  const at = sentence.tokens.findIndex(({ start }) => start >= end);
  const next = tokenAt(sentence, at);
  return at >= 0 && at < to && /^(?:NOUN|ADJ)$/.test(next.pos) && /^\p{Ll}/u.test(next.text);
}

const office =
  /^(?:secretary|minister|head|chief|director|speaker|attorney|commissioner|president|premier|chancellor|mayor|governor)$/;

/** "Head of the Office of the President Jane Roe" is she, "the office of President Jane Roe" is not. */
const isOffice = (sentence: Sentence, from: number, at: number): boolean =>
  office.test(tokenAt(sentence, at).lower) || (at > from && tokenAt(sentence, at).lower === 'office');

function afterPreposition(sentence: Sentence, { from, to }: Range, start: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokenAt(sentence, at);
    if (token.start >= start) return false;
    if (!/^(?:of|for|at|in|with|from|to|on)$/.test(token.lower)) continue;
    // "Secretary of State Jane Roe": the office's name goes on before the person's.
    const inOffice = token.lower === 'of' && isOffice(sentence, from, at - 1);
    const first = tokenAt(sentence, at + 1).pos === 'DET' ? at + 2 : at + 1;
    if (!inOffice || tokenAt(sentence, first).start >= start) return true;
  }
  return false;
}

export const isOnlyNamed = 'is named so in the text.';

/** Someone or something with a name whom neither the article nor the configuration says more about. */
export function byName(article: Article, { sentence, range, shown }: Source): Outcome {
  const unknown = plain(unclear(`Speaker unclear: "${shown}" is nobody whom the article names.`));
  if (article.people.bySurname(shown).length > 1)
    return plain(unclear(`Speaker unclear: the article names several people called "${shown}".`));
  const name = nameWithin(article, sentence, range);
  if (name === null || (/['’]s\b/.test(name) && !bodyNouns.test(name.split(' ').at(-1) ?? '')))
    return unknown;
  return plain({
    speakers: [{ name, actor: null, party: null, office: null }],
    grade: 'on-record',
    why: `"${name}" ${isOnlyNamed}`,
  });
}

/** "the Roe campaign", "the Associated Press": bodies although their last word is no name, or is a title elsewhere. */
const bodyNouns = /^(?:campaign|administration|camp|cabinet|foundation|family|press)$/;

/** "the nonpartisan Commission on Harbour Debates" without what comes before the capitals; null where the head is no name. */
function nameWithin(article: Article, sentence: Sentence, { from, to }: Range): string | null {
  const isName = (at: number): boolean => {
    const { text, pos } = tokenAt(sentence, at);
    return /^\p{Lu}/u.test(text) && (pos === 'PROPN' || (at > 0 && /^(?:NOUN|ADJ)$/.test(pos)));
  };
  let start = from;
  while (
    start < to &&
    !isName(start) &&
    /^(?:ADJ|NUM|DET|ADV|NOUN|PUNCT|VERB)$/.test(tokenAt(sentence, start).pos)
  )
    start++;
  let head = start;
  while (head < to && tokenAt(sentence, head).pos !== 'ADP') head++;
  const last = tokenAt(sentence, head - 1).lower;
  if (head <= start || !isName(start)) return null;
  const isBody = bodyNouns.test(last) && head - start >= 2;
  const isKind = article.words.titles.has(last) || article.words.unnamed.has(last);
  if (!isBody && (!isName(head - 1) || isKind)) return null;
  const end = isName(to - 1) ? to : head;
  return article.text.slice(tokenAt(sentence, start).start, tokenAt(sentence, end - 1).end);
}
