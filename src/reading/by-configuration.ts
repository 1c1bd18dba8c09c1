import type { Actor } from '../core/actor.ts';
import { byFigure } from './by-name.ts';
import { tokenAt } from './clauses.ts';
import { type Article, type Outcome, plain, type Source, unclear } from './outcomes.ts';
import type { Figure } from './people.ts';

export function configured(article: Article, source: Source): Outcome | null {
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

/** "The Castle spokesman"; "a Castle spokesman" can be another one. */
export function byOffice(article: Article, { sentence, range, shown }: Source): Outcome | null {
  if (/^(?:a|an|another|one)$/.test(tokenAt(sentence, range.from - 1).lower)) return null;
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
