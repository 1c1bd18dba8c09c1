import type { Actor } from '../core/actor.ts';
import { listedBefore, ownerOfAside } from './asides.ts';
import { bodiesBefore, byBodyNoun } from './bodies.ts';
import { type Range, tokenAt } from './clauses.ts';
import { byApposition, byNominal } from './nominals.ts';
import {
  type Article,
  type Earlier,
  figureOutcome,
  isPossessor,
  type Outcome,
  plain,
  type Resolved,
  type Source,
  unclear,
} from './outcomes.ts';
import type { Figure } from './people.ts';
import { isPersonNoun } from './persons.ts';
import { isPronoun, pronoun } from './pronouns.ts';
import { antecedentOf, relative } from './relatives.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

export interface Resolver {
  resolve(sentence: number, source: Range): Resolved;
}

/** Resolves the sources of one article in the order of its text: a pronoun looks back at who spoke before. */
export function resolver(article: Article): Resolver {
  const earlier: Earlier[] = [];
  return {
    resolve(index, source) {
      const sentence = article.sentences[index];
      if (!sentence) return unclear('Speaker unclear: the source is outside the text.');
      const found = resolveRange(article, index, sentence, source, earlier);
      const unnamed = found.resolved.speakers.length > 0 ? null : unnamedPerson(article, sentence, source);
      earlier.push({ sentence: index, resolved: found.resolved, figure: found.figure, unnamed });
      if (earlier.length > memory) earlier.shift();
      return found.resolved;
    },
  };
}

// How many resolved sources a later one can look back at.
const memory = 30;

function resolveRange(
  article: Article,
  index: number,
  sentence: Sentence,
  range: Range,
  earlier: readonly Earlier[],
): Outcome {
  const head = withWholeName(sentence, headOf(sentence, withoutDeterminers(sentence, range)));
  if (head.to <= head.from) return plain(unclear('Speaker unclear: the source names nobody.'));
  const shown = article.text.slice(tokenAt(sentence, head.from).start, tokenAt(sentence, head.to - 1).end);
  const source = { index, sentence, range: head, shown, earlier };
  if (head.to - head.from === 1 && isPronoun(tokenAt(sentence, head.from).lower))
    return byPronoun(article, source);
  const aside = head.to < range.to ? byAntecedent(article, source) : byAside(article, source);
  return listed(article, source) ?? aside ?? byPhrase(article, source);
}

/** "the actress", "a senior official": one person, whatever the name. */
function unnamedPerson({ words }: Article, sentence: Sentence, range: Range): string | null {
  const head = headNoun(sentence, range);
  return isPersonNoun(words, head) ? head : null;
}

function byPronoun(article: Article, source: Source): Outcome {
  const { sentence, range } = source;
  if (!/^(?:who|which)$/.test(tokenAt(sentence, range.from).lower)) return pronoun(article, source);
  return relative(article, source, phrase =>
    resolveRange(article, source.index, sentence, phrase, source.earlier),
  );
}

function byPhrase(article: Article, source: Source): Outcome {
  return (
    configured(article, source) ??
    joint(article, source) ??
    byFigure(article, source) ??
    byApposition(article, source) ??
    byOffice(article, source) ??
    byKind(article, source) ??
    byNominal(article, source) ??
    byBodyNoun(article, source) ??
    byName(article, source)
  );
}

/** "Jane Roe, Peter Poe and Paul Moe" where the source begins with a later one. */
function listed(article: Article, source: Source): Outcome | null {
  const people = listedBefore(article, source).map(
    ({ figure }) => figureOutcome(article, figure, '').resolved,
  );
  const bodies = people.length > 0 ? [] : bodiesBefore(article, source).map(actor => ofActor(article, actor));
  const before = [...people, ...bodies];
  const rest = before.length > 0 ? byPhrase(article, source).resolved : null;
  return rest && rest.speakers.length > 0 ? together([...before, rest]) : null;
}

function byAntecedent(article: Article, source: Source): Outcome | null {
  const mention = antecedentOf(article, source);
  return (
    mention && figureOutcome(article, mention.figure, `"${source.shown}" belongs to ${mention.figure.name}.`)
  );
}

const ofActor = ({ roster }: Article, actor: Actor): Resolved => ({
  speakers: [roster.speaker(actor)],
  grade: 'on-record',
  why: '',
});

function byAside(article: Article, source: Source): Outcome | null {
  const owner = ownerOfAside(article, source);
  const why = `"${source.shown}" belongs to what is said of ${owner?.figure.name}.`;
  return owner && figureOutcome(article, owner.figure, why);
}

function withoutDeterminers(sentence: Sentence, { from, to }: Range): Range {
  let at = from;
  while (
    at < to - 1 &&
    /^(?:the|a|an|both|this|that|and|but|even|also|while)$/.test(tokenAt(sentence, at).lower)
  )
    at++;
  return { from: at, to };
}

/** "the United States Elections Project estimated": the tagger takes part of a name for the verb, and the source ends before it. */
function withWholeName(sentence: Sentence, { from, to }: Range): Range {
  let end = to;
  if (!isCapital(tokenAt(sentence, to - 1)) || isTitleCase(sentence)) return { from, to };
  while (isCapital(tokenAt(sentence, end)) && sentence.within[end] === sentence.within[from]) end++;
  return { from, to: end };
}

const isCapital = ({ text }: Token): boolean => /^\p{Lu}[\p{L}.]*$/u.test(text);

/** A headline that stands in the body: capitals say nothing about names there. */
function isTitleCase({ tokens }: Sentence): boolean {
  const words = tokens.filter(({ text }) => /^\p{L}{4,}/u.test(text));
  return words.filter(({ text }) => /^\p{Lu}/u.test(text)).length > words.length / 2;
}

/** Cuts the apposition after a comma and a relative pronoun; keeps lists ("Washington, Kyiv and Moscow"). */
function headOf(sentence: Sentence, { from, to }: Range): Range {
  for (let at = from; at < to; at++) {
    if (at > from && tokenAt(sentence, at).lower === 'who') return { from, to: at };
    if (tokenAt(sentence, at).text !== ',') continue;
    for (let k = at + 1; k < to; k++) if (tokenAt(sentence, k).lower === 'and') return { from, to };
    return { from, to: at };
  }
  return { from, to };
}

function configured(article: Article, source: Source): Outcome | null {
  const { shown } = source;
  const found = article.roster.named(shown);
  const [only] = found;
  if (found.length !== 1 || !only) return null;
  const figure = only.kind === 'person' ? figureOfActor(article, only) : null;
  if (only.kind === 'person' && ambiguous(article, shown, only)) {
    // Where the configured person is named in full too, the article says which of them a surname means.
    const meant = figure && byFigure(article, source);
    return meant ?? plain(unclear(`Speaker unclear: "${shown}" can be several people here.`));
  }
  return {
    resolved: {
      speakers: [article.roster.speaker(only)],
      grade: 'on-record',
      why: `"${shown}" is ${only.name} in the configuration.`,
    },
    figure,
  };
}

/** A surname that the article gives to someone else than the configured person. */
function ambiguous(article: Article, shown: string, actor: Actor): boolean {
  const others = article.people.bySurname(shown.split(' ').at(-1) ?? '');
  return (
    !shown.includes(' ') &&
    others.some(figure => figure.name.includes(' ') && article.roster.person(figure.name)?.id !== actor.id)
  );
}

const figureOfActor = (article: Article, actor: Actor): Figure | null =>
  article.people.figures.find(({ name }) => article.roster.person(name)?.id === actor.id) ?? null;

function joint(article: Article, source: Source): Outcome | null {
  const parts = conjuncts(source.sentence, source.range);
  if (parts.length < 2) return null;
  const found = parts.map(part => byPhrase(article, partOf(article, source, part)).resolved);
  return found.every(({ speakers }) => speakers.length > 0) ? together(found) : null;
}

function together(found: readonly Resolved[]): Outcome {
  const speakers = found.flatMap(resolved => resolved.speakers);
  return plain({
    speakers,
    grade: found.some(({ grade }) => grade === 'analyst') ? 'analyst' : 'on-record',
    why: `A joint statement of ${speakers.map(({ name }) => name).join(' and ')}.`,
  });
}

function partOf({ text }: Article, source: Source, part: Range): Source {
  const { sentence } = source;
  const range = headOf(sentence, withoutDeterminers(sentence, part));
  const shown = text.slice(tokenAt(sentence, range.from).start, tokenAt(sentence, range.to - 1).end);
  return { ...source, range, shown };
}

function conjuncts(sentence: Sentence, { from, to }: Range): Range[] {
  const parts: Range[] = [];
  let start = from;
  let joined = false;
  for (let at = from; at <= to; at++) {
    const { lower } = tokenAt(sentence, at);
    const divides = at === to || lower === 'and' || lower === ',' || lower === '&';
    if (at < to && /^(?:of|for|at|in|on|with|between)$/.test(lower)) return [];
    if (!divides) continue;
    if (lower === 'and' && at < to) joined = true;
    if (at > start) parts.push({ from: start, to: at });
    start = at + 1;
  }
  return joined && parts.every(part => hasName(sentence, part)) ? parts : [];
}

const hasName = (sentence: Sentence, { from, to }: Range): boolean =>
  sentence.tokens.slice(from, to).some(({ text }) => /^\p{Lu}/u.test(text));

/** A person whose name is the head of the phrase: "Russian President Vladimir Putin", not "Putin's aide" or "a Putin aide". */
function byFigure(article: Article, { index, sentence, range, shown }: Source): Outcome | null {
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

function afterPreposition(sentence: Sentence, { from, to }: Range, start: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokenAt(sentence, at);
    if (token.start >= start) return false;
    if (!/^(?:of|for|at|in|with|from|to|on)$/.test(token.lower)) continue;
    // "Secretary of State Jane Roe": the office's name goes on before the person's.
    const inOffice = token.lower === 'of' && office.test(tokenAt(sentence, at - 1).lower);
    const first = tokenAt(sentence, at + 1).pos === 'DET' ? at + 2 : at + 1;
    if (!inOffice || tokenAt(sentence, first).start >= start) return true;
  }
  return false;
}

/** "The Castle spokesman"; "a Castle spokesman" can be another one. */
function byOffice(article: Article, { sentence, range, shown }: Source): Outcome | null {
  if (/^(?:a|an|another|one)$/.test(beforeRange(sentence, range))) return null;
  const holders = article.roster.holding(shown);
  const [only] = holders;
  if (holders.length !== 1 || !only) return null;
  return {
    resolved: {
      speakers: [article.roster.speaker(only)],
      grade: 'on-record',
      why: `"${shown}" was ${only.name} on the article's day.`,
    },
    figure: figureOfActor(article, only),
  };
}

/** Unnamed people and observers. */
function byKind(article: Article, { sentence, range, shown }: Source): Outcome | null {
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
function headNoun(sentence: Sentence, { from, to }: Range): string {
  let head = '';
  for (let at = from; at < to; at++) {
    const token = tokenAt(sentence, at);
    if (head !== '' && (token.pos === 'ADP' || token.text === ',' || token.lower === 'who')) break;
    if (/\p{L}/u.test(token.text)) head = token.lower;
  }
  return head;
}

/** Someone or something with a name whom neither the article nor the configuration says more about. */
function byName(article: Article, { sentence, range, shown }: Source): Outcome {
  const unknown = plain(unclear(`Speaker unclear: "${shown}" is nobody whom the article names.`));
  if (article.people.bySurname(shown).length > 1)
    return plain(unclear(`Speaker unclear: the article names several people called "${shown}".`));
  const name = nameWithin(article, sentence, range);
  if (name === null || (/['’]s\b/.test(name) && !bodyNouns.test(name.split(' ').at(-1) ?? '')))
    return unknown;
  return plain({
    speakers: [{ name, actor: null, party: null, office: null }],
    grade: 'on-record',
    why: `"${name}" is named so in the text.`,
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
