import { describe, expect, it } from 'vitest';
import { positions, shifts } from '../../src/core/position.ts';
import type { Statement } from '../../src/core/statement.ts';
import { at, speakerOf, statement } from '../support/made.ts';

const dahl = { name: 'Per Dahl', actor: 'dahl', party: 'nordland', office: 'Official of Nordland' };

/** Words that name so many gates for the dam, on a day of November 2025. */
function named(day: number, values: readonly number[], given: Partial<Statement> = {}): Statement {
  const terms = values.map(value => ({
    span: { start: 2, end: 5 },
    kind: 'number' as const,
    value,
    unit: 'gates',
    topic: 'dam',
  }));
  return statement({ at: at(`2025-11-${String(day).padStart(2, '0')}`), terms, ...given });
}

const figures = (all: readonly Statement[]) =>
  positions(all)
    .filter(({ holder }) => holder === 'nordland')
    .flatMap(position => position.figures.map(({ unit, value }) => [unit, value]));

const changes = (all: readonly Statement[]) =>
  shifts(all)
    .filter(({ holder }) => holder === 'nordland')
    .flatMap(({ figure }) => (figure ? [[figure.from, figure.to]] : []));

describe('figures of a position', () => {
  it('are the last named; another is a shift with the words before and after', () => {
    const all = [named(1, [600]), named(9, [800])];
    expect([figures(all), changes(all)]).toEqual([[['gates', 800]], [[600, 800]]]);
    const [shift] = shifts(all);
    expect([shift?.before.at, shift?.after.at]).toEqual([at('2025-11-01'), at('2025-11-09')]);
  });

  it('the same again is none', () => {
    expect(changes([named(1, [600]), named(9, [600]), named(12, [])])).toEqual([]);
  });

  it('two in one sentence are no figure of it', () => {
    expect(figures([named(1, [600, 800])])).toEqual([]);
  });

  it('a paraphrase names none', () => {
    expect(changes([named(1, [600]), named(9, [800], { kind: 'indirect' })])).toEqual([]);
  });

  it('on another topic, or without one, are none', () => {
    const [term] = named(1, [600]).terms;
    expect(figures([statement({ terms: term ? [{ ...term, topic: null }] : [] })])).toEqual([]);
    expect(figures([statement({ terms: term ? [{ ...term, topic: 'quota' }] : [] })])).toEqual([]);
  });

  it('another official within the week changes nothing, a week later he does', () => {
    expect(changes([named(1, [600]), named(5, [800], { speakers: [dahl] })])).toEqual([]);
    expect(changes([named(1, [600]), named(9, [800], { speakers: [dahl] })])).toEqual([[600, 800]]);
    expect(changes([named(1, [600], { speakers: [speakerOf.berg] }), named(5, [800])])).toEqual([[600, 800]]);
  });
});
