import { ownerOfAside } from './asides.ts';
import { byBodyNoun } from './bodies.ts';
import { byOffice, configured } from './by-configuration.ts';
import { byKind, headNoun } from './by-kind.ts';
import { byFigure, byName } from './by-name.ts';
import { type Range, tokenAt } from './clauses.ts';
import { joint, listed } from './joint.ts';
import { byApposition, byNominal } from './nominals.ts';
import {
  type Article,
  type Earlier,
  figureOutcome,
  type Outcome,
  plain,
  type Resolved,
  type Source,
  unclear,
} from './outcomes.ts';
import { isPersonNoun } from './persons.ts';
import { isPronoun, pronoun } from './pronouns.ts';
import { antecedentOf, relative } from './relatives.ts';
import type { Sentence } from './sentences.ts';
import { headRange, withWholeName } from './source-heads.ts';

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
      const described = isDescribed(article, index, source, found);
      earlier.push({ sentence: index, resolved: found.resolved, figure: found.figure, described, unnamed });
      if (earlier.length > memory) earlier.shift();
      return found.resolved;
    },
  };
}

const isDescribed = (article: Article, index: number, { from, to }: Range, { figure }: Outcome): boolean =>
  figure !== null &&
  to - from > 1 &&
  !article.people.mentionsIn(index).some(mention => mention.figure === figure);

// How many resolved sources a later one can look back at.
const memory = 30;

function resolveRange(
  article: Article,
  index: number,
  sentence: Sentence,
  range: Range,
  earlier: readonly Earlier[],
): Outcome {
  const head = withWholeName(sentence, headRange(sentence, range));
  if (head.to <= head.from) return plain(unclear('Speaker unclear: the source names nobody.'));
  const shown = article.text.slice(tokenAt(sentence, head.from).start, tokenAt(sentence, head.to - 1).end);
  const source = { index, sentence, range: head, shown, earlier };
  if (head.to - head.from === 1 && isPronoun(tokenAt(sentence, head.from).lower))
    return byPronoun(article, source);
  const aside = head.to < range.to ? byAntecedent(article, source) : byAside(article, source);
  const resolve = (each: Source): Outcome => byPhrase(article, each);
  return listed(article, source, resolve) ?? aside ?? byPhrase(article, source);
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
    joint(article, source, each => byPhrase(article, each)) ??
    byFigure(article, source) ??
    byApposition(article, source) ??
    byOffice(article, source) ??
    byKind(article, source) ??
    byNominal(article, source) ??
    byBodyNoun(article, source) ??
    byName(article, source)
  );
}

function byAntecedent(article: Article, source: Source): Outcome | null {
  const mention = antecedentOf(article, source);
  return (
    mention && figureOutcome(article, mention.figure, `"${source.shown}" belongs to ${mention.figure.name}.`)
  );
}

function byAside(article: Article, source: Source): Outcome | null {
  const owner = ownerOfAside(article, source);
  const why = `"${source.shown}" belongs to what is said of ${owner?.figure.name}.`;
  return owner && figureOutcome(article, owner.figure, why);
}
