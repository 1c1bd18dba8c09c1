import { type Evidence, type Figure, isQuoted } from './evidence.ts';
import { week } from './split.ts';

/** A figure a holder named in quotation marks, with the words. */
export interface NamedFigure extends Figure {
  readonly evidence: Evidence;
}

/** The figures last named, one for each unit, after those named today. */
export function figuresAfter(
  named: readonly NamedFigure[],
  today: readonly Evidence[],
): readonly NamedFigure[] {
  const found = figuresIn(today, named);
  return [...named.filter(({ unit }) => !found.some(each => each.unit === unit)), ...found];
}

/** What of them changed today, each with the one before. */
export function figureChanges(
  named: readonly NamedFigure[],
  today: readonly Evidence[],
): { readonly from: NamedFigure; readonly to: NamedFigure }[] {
  return figuresIn(today, named).flatMap(to => {
    const from = named.find(({ unit }) => unit === to.unit);
    return from && from.value !== to.value ? [{ from, to }] : [];
  });
}

/** The last of each unit that was named in quotation marks. */
function figuresIn(today: readonly Evidence[], named: readonly NamedFigure[]): NamedFigure[] {
  const found = today
    .filter(isQuoted)
    .flatMap(evidence => evidence.figures.map(figure => ({ ...figure, evidence })))
    .filter(figure => !isDissent(figure, named));
  return [...new Map(found.map(figure => [figure.unit, figure])).values()];
}

/** A figure of another official within the week changes nothing: what he says is not yet what the party says. */
function isDissent({ unit, value, evidence }: NamedFigure, named: readonly NamedFigure[]): boolean {
  const known = named.find(each => each.unit === unit);
  if (!known || known.value === value || known.evidence.official === null) return false;
  return (
    evidence.official !== null &&
    evidence.official !== known.evidence.official &&
    evidence.at - known.evidence.at <= week
  );
}
