import type { Actor } from '../core/actor.ts';
import type { Speaker } from '../core/statement.ts';
import { phraseBefore, type Range, tokenAt } from './clauses.ts';
import type { CueWords } from './cuewords.ts';
import type { Figure, Gender, Mention, People } from './people.ts';
import type { Roster } from './roster.ts';
import type { Sentence } from './sentences.ts';

/** Who a source turned out to be. */
export interface Resolved {
  readonly speakers: readonly Speaker[];
  readonly grade: 'on-record' | 'anonymous' | 'analyst';
  readonly why: string;
}

/** A source that was resolved, for the pronouns after it. */
interface Earlier {
  readonly sentence: number;
  readonly resolved: Resolved;
  readonly figure: Figure | null;
}

export interface Resolver {
  resolve(sentence: number, source: Range): Resolved;
}

interface Article {
  readonly sentences: readonly Sentence[];
  readonly text: string;
  readonly people: People;
  readonly words: CueWords;
  readonly roster: Roster;
}

export const unclear = (why: string): Resolved => ({ speakers: [], grade: 'anonymous', why });

/** Resolves the sources of one article in the order of its text: a pronoun looks back at who spoke before. */
export function resolver(article: Article): Resolver {
  const earlier: Earlier[] = [];
  return {
    resolve(index, source) {
      const sentence = article.sentences[index];
      if (!sentence) return unclear('Speaker unclear: the source is outside the text.');
      const found = resolveRange(article, index, sentence, source, earlier);
      earlier.push({ sentence: index, resolved: found.resolved, figure: found.figure });
      if (earlier.length > memory) earlier.shift();
      return found.resolved;
    },
  };
}

// How many resolved sources a later one can look back at.
const memory = 30;

interface Outcome {
  readonly resolved: Resolved;
  readonly figure: Figure | null;
}

const plain = (resolved: Resolved): Outcome => ({ resolved, figure: null });

function resolveRange(
  article: Article,
  index: number,
  sentence: Sentence,
  source: Range,
  earlier: readonly Earlier[],
): Outcome {
  const range = headOf(sentence, withoutDeterminers(sentence, source));
  const shown = article.text.slice(tokenAt(sentence, range.from).start, tokenAt(sentence, range.to - 1).end);
  if (range.to <= range.from) return plain(unclear('Speaker unclear: the source names nobody.'));
  const word = tokenAt(sentence, range.from).lower;
  if (range.to - range.from === 1 && isPronoun(word))
    return pronoun(article, index, sentence, range.from, word, earlier);
  return (
    configured(article, shown) ??
    joint(article, index, sentence, range, earlier) ??
    byFigure(article, index, sentence, range, shown) ??
    byOffice(article, shown) ??
    byKind(article, sentence, range, shown) ??
    byNominal(article, index, sentence, range, shown, earlier) ??
    byName(article, sentence, range, shown)
  );
}

const isPronoun = (word: string): boolean =>
  /^(?:he|she|they|it|we|i|you|who|which|this|his|her|their)$/.test(word);

function withoutDeterminers(sentence: Sentence, { from, to }: Range): Range {
  let at = from;
  while (
    at < to - 1 &&
    /^(?:the|a|an|both|this|that|and|but|even|also|while)$/.test(tokenAt(sentence, at).lower)
  )
    at++;
  return { from: at, to };
}

/** Cuts the apposition after a comma; keeps lists ("Washington, Kyiv and Moscow"). */
function headOf(sentence: Sentence, { from, to }: Range): Range {
  for (let at = from; at < to; at++) {
    if (tokenAt(sentence, at).text !== ',') continue;
    for (let k = at + 1; k < to; k++) if (tokenAt(sentence, k).lower === 'and') return { from, to };
    return { from, to: at };
  }
  return { from, to };
}

function configured(article: Article, shown: string): Outcome | null {
  const found = article.roster.named(shown);
  const [only] = found;
  if (found.length !== 1 || !only) return null;
  const figure = only.kind === 'person' ? figureOfActor(article, only) : null;
  if (only.kind === 'person' && ambiguous(article, shown, only))
    return plain(unclear(`Speaker unclear: "${shown}" can be several people here.`));
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

function joint(
  article: Article,
  index: number,
  sentence: Sentence,
  range: Range,
  earlier: readonly Earlier[],
): Outcome | null {
  const parts = conjuncts(sentence, range);
  if (parts.length < 2) return null;
  const found = parts.map(part => resolveRange(article, index, sentence, part, earlier).resolved);
  const speakers = found.flatMap(resolved => resolved.speakers);
  if (speakers.length < parts.length) return null;
  return plain({
    speakers,
    grade: found.some(({ grade }) => grade === 'analyst') ? 'analyst' : 'on-record',
    why: `A joint statement of ${speakers.map(({ name }) => name).join(' and ')}.`,
  });
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

/** A person whose name stands in the phrase, not as a possessor: "Russian President Vladimir Putin", not "Putin's aide". */
function byFigure(
  article: Article,
  index: number,
  sentence: Sentence,
  range: Range,
  shown: string,
): Outcome | null {
  const from = tokenAt(sentence, range.from).start;
  const to = tokenAt(sentence, range.to - 1).end;
  const inside = article.people
    .mentionsIn(index)
    .filter(mention => mention.start >= from && mention.end <= to && !isPossessor(article.text, mention.end));
  const mention = inside.findLast(each => !afterPreposition(sentence, range, each.start));
  if (!mention) return null;
  const { figure } = mention;
  const actor = article.roster.person(figure.name);
  if (actor)
    return {
      resolved: {
        speakers: [article.roster.speaker(actor)],
        grade: 'on-record',
        why: `"${shown}" is ${actor.name}, named so in the article.`,
      },
      figure,
    };
  const grade = [...figure.titles].some(title => article.words.observers.has(title))
    ? 'analyst'
    : 'on-record';
  return {
    resolved: {
      speakers: [{ name: figure.name, actor: null, party: null, office: null }],
      grade,
      why: `"${shown}" is ${figure.name}, named so in the article.`,
    },
    figure,
  };
}

const isPossessor = (text: string, end: number): boolean =>
  /^['’]s?\b/.test(text.slice(end, end + 2)) || /^['’]\s/.test(text.slice(end, end + 2));

function afterPreposition(sentence: Sentence, { from, to }: Range, start: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokenAt(sentence, at);
    if (token.start >= start) return false;
    if (!/^(?:of|for|at|in|with|from|to|on)$/.test(token.lower)) continue;
    // "Secretary of State Jane Roe": the office's name goes on before the person's.
    const inOffice =
      token.lower === 'of' &&
      /^(?:secretary|minister|head|chief|director|speaker|attorney|commissioner|president|premier|chancellor|mayor|governor)$/.test(
        tokenAt(sentence, at - 1).lower,
      ) &&
      tokenAt(sentence, at + 1).start < start;
    if (!inOffice) return true;
  }
  return false;
}

function byOffice(article: Article, shown: string): Outcome | null {
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
function byKind(article: Article, sentence: Sentence, range: Range, shown: string): Outcome | null {
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

/** "The minister", "the spokeswoman": someone whom the article gave this title, if there is only one nearby. */
function byNominal(
  article: Article,
  index: number,
  sentence: Sentence,
  range: Range,
  shown: string,
  earlier: readonly Earlier[],
): Outcome | null {
  const asked = sentence.tokens
    .slice(range.from, range.to)
    .map(({ lower }) => lower)
    .filter(word => /\p{L}/u.test(word));
  const spoken = earlier.findLast(
    ({ resolved }) => resolved.speakers.length === 1 && endsWith(resolved.speakers[0]?.name ?? '', asked),
  );
  if (spoken)
    return {
      resolved: {
        ...spoken.resolved,
        why: `"${shown}" is ${spoken.resolved.speakers[0]?.name}, who was quoted before.`,
      },
      figure: spoken.figure,
    };
  if (!asked.some(word => article.words.titles.has(word))) return null;
  const fitting = article.people.figures.filter(({ titles }) => asked.every(word => titles.has(word)));
  const near = fitting.filter(figure =>
    around(article, index, 12).some(mention => mention.figure === figure),
  );
  const [only] = near;
  if (near.length !== 1 || !only) return null;
  return figureOutcome(article, only, `"${shown}" is ${only.name}, who has this title in the article.`);
}

const endsWith = (name: string, words: readonly string[]): boolean =>
  words.length > 0 && name.toLowerCase().split(' ').slice(-words.length).join(' ') === words.join(' ');

function figureOutcome(article: Article, figure: Figure, why: string): Outcome {
  const actor = article.roster.person(figure.name);
  const speaker = actor
    ? article.roster.speaker(actor)
    : { name: figure.name, actor: null, party: null, office: null };
  const grade =
    !actor && [...figure.titles].some(title => article.words.observers.has(title)) ? 'analyst' : 'on-record';
  return { resolved: { speakers: [speaker], grade, why }, figure };
}

/** Someone or something with a name whom neither the article nor the configuration says more about. */
function byName(article: Article, sentence: Sentence, range: Range, shown: string): Outcome {
  const unknown = plain(unclear(`Speaker unclear: "${shown}" is nobody whom the article names.`));
  if (article.people.bySurname(shown).length > 1)
    return plain(unclear(`Speaker unclear: the article names several people called "${shown}".`));
  const name = nameWithin(article, sentence, range);
  if (name === null || /['’]s\b/.test(name)) return unknown;
  return plain({
    speakers: [{ name, actor: null, party: null, office: null }],
    grade: 'on-record',
    why: `"${name}" is named so in the text.`,
  });
}

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
  if (
    head <= start ||
    !isName(start) ||
    !isName(head - 1) ||
    article.words.titles.has(last) ||
    article.words.unnamed.has(last)
  )
    return null;
  const end = isName(to - 1) ? to : head;
  return article.text.slice(tokenAt(sentence, start).start, tokenAt(sentence, end - 1).end);
}

function pronoun(
  article: Article,
  index: number,
  sentence: Sentence,
  at: number,
  word: string,
  earlier: readonly Earlier[],
): Outcome {
  if (word === 'he' || word === 'his') return person(article, index, sentence, at, 'male', earlier);
  if (word === 'she' || word === 'her') return person(article, index, sentence, at, 'female', earlier);
  if (word === 'who' || word === 'which') return relative(article, index, sentence, at, earlier);
  if (word === 'they' || word === 'their' || word === 'it') return group(index, word, earlier);
  return plain(unclear(`Speaker unclear: "${word}" can be anyone.`));
}

/** "They" and "it": the body or bodies that spoke last, in this or the sentence before. */
function group(index: number, word: string, earlier: readonly Earlier[]): Outcome {
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

/** "X, who said": the phrase before the comma. */
function relative(
  article: Article,
  index: number,
  sentence: Sentence,
  at: number,
  earlier: readonly Earlier[],
): Outcome {
  const start = tokenAt(sentence, at).start;
  const mention = article.people
    .mentionsIn(index)
    .findLast(each => each.end <= start && start - each.end < 80);
  if (mention) return figureOutcome(article, mention.figure, `"who" is ${mention.figure.name}.`);
  const before = phraseBefore(sentence, at - 1);
  const actors = before
    ? article.roster.named(
        article.text.slice(tokenAt(sentence, before.from).start, tokenAt(sentence, before.to - 1).end),
      )
    : [];
  const [actor] = actors;
  if (actor && actors.length === 1)
    return plain({
      speakers: [article.roster.speaker(actor)],
      grade: 'on-record',
      why: `The pronoun stands for ${actor.name}.`,
    });
  const last = earlier.at(-1);
  return last && last.sentence === index
    ? { resolved: last.resolved, figure: last.figure }
    : plain(unclear('Speaker unclear: "who" has no name before it.'));
}

/** The mentions of a sentence and of so many before it. */
function around(article: Article, index: number, before: number): Mention[] {
  const found: Mention[] = [];
  for (let at = Math.max(0, index - before); at <= index; at++) found.push(...article.people.mentionsIn(at));
  return found;
}

interface Candidate {
  readonly figure: Figure;
  readonly score: number;
}

const lastSpeaker = [3.2, 3.2, 2, 1.2, 0.8];
const recency = [4, 3, 1.6, 0.8, 0.4];

/**
 * The person a "he" or "she" most plainly stands for: named lately, as a subject, or speaking last. Null where two are
 * about as near as each other.
 */
function person(
  article: Article,
  index: number,
  sentence: Sentence,
  at: number,
  gender: Gender,
  earlier: readonly Earlier[],
): Outcome {
  const start = tokenAt(sentence, at).start;
  const scores = new Map<Figure, number>();
  for (const mention of around(article, index, 4)) {
    if (mention.start >= start) continue;
    const distance = index - mention.sentence;
    const own = genderOf(article, mention.figure);
    if (own !== null && own !== gender) continue;
    scores.set(
      mention.figure,
      Math.max(scores.get(mention.figure) ?? 0, mentionScore(article, mention, distance, own)),
    );
  }
  const last = earlier.findLast(each => each.figure !== null || each.resolved.speakers.length > 0);
  if (last?.figure && index - last.sentence <= 4) {
    const own = genderOf(article, last.figure);
    if (own === null || own === gender)
      scores.set(
        last.figure,
        (scores.get(last.figure) ?? 0) +
          (lastSpeaker[index - last.sentence] ?? 0) +
          (own === gender ? 0.5 : 0),
      );
  }
  const ranked: Candidate[] = [...scores]
    .map(([figure, score]) => ({ figure, score }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  const word = gender === 'male' ? 'he' : 'she';
  if (!best) return plain(unclear(`Speaker unclear: nobody before can be "${word}".`));
  if (second && best.score - second.score < 0.4)
    return plain(unclear(`Speaker unclear: "${word}" can be ${best.figure.name} or ${second.figure.name}.`));
  return figureOutcome(
    article,
    best.figure,
    `"${word}" is ${best.figure.name}, the nearest person whom it fits.`,
  );
}

function mentionScore(article: Article, mention: Mention, distance: number, own: Gender | null): number {
  const base = recency[distance] ?? 0;
  const sentence = article.sentences[mention.sentence];
  const subject = sentence !== undefined && isSubject(sentence, mention.end);
  const possessor = isPossessor(article.text, mention.end);
  return (
    base * (mention.quoted ? 0.3 : 1) * (possessor ? 0.8 : 1) + (subject ? 1.2 : 0) + (own !== null ? 0.5 : 0)
  );
}

function isSubject(sentence: Sentence, end: number): boolean {
  const next = sentence.tokens.find(({ start }) => start >= end);
  return (
    next !== undefined &&
    (next.lower === 'and' ||
      next.pos === 'VERB' ||
      next.pos === 'AUX' ||
      next.pos === 'ADV' ||
      next.text === ',')
  );
}

function genderOf(article: Article, figure: Figure): Gender | null {
  return article.roster.person(figure.name)?.gender ?? figure.gender;
}
