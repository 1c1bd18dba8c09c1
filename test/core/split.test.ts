import { describe, expect, it } from 'vitest';
import { positions as all, shifts as allShifts } from '../../src/core/position.ts';
import type { Speaker, Stance, Statement } from '../../src/core/statement.ts';
import { at, speakerOf, statement } from '../support/made.ts';

const official = (actor: string, name: string): Speaker => ({
  name,
  actor,
  party: 'nordland',
  office: 'Official of Nordland',
});

const who = {
  berg: speakerOf.berg,
  dahl: official('dahl', 'Per Dahl'),
  holm: official('holm', 'Ida Holm'),
  unknown: { ...official('x', 'Nils Lie'), actor: null },
  ministry: { name: 'Nordish Water Ministry', actor: 'ministry', party: 'nordland', office: null },
  party: { name: 'Nordland', actor: 'nordland', party: 'nordland', office: null },
} satisfies Record<string, Speaker>;

/** `1 berg opposes`, on a day of November 2025; a clock may follow the day, `~` makes it a paraphrase. */
function said(line: string): Statement {
  const [when = '', by = '', stance = ''] = line.split(' ');
  const [day = '', clock = '10:00'] = when.split('T');
  const paraphrase = stance.startsWith('~') ? ({ kind: 'indirect', quotations: [] } as const) : {};
  return statement({
    at: at(`2025-11-${day.padStart(2, '0')}T${clock}Z`),
    speakers: [who[by as keyof typeof who]],
    stance: stance.replace('~', '') as Stance,
    ...paraphrase,
  });
}

function told(...lines: string[]) {
  const statements = lines.map(said);
  const [position] = all(statements).filter(({ holder }) => holder === 'nordland');
  const shifts = allShifts(statements).filter(({ holder }) => holder === 'nordland');
  return { position, split: position?.split ?? null, shifts };
}

const on = (day: number): number => at(`2025-11-${String(day).padStart(2, '0')}T10:00Z`);

describe('two officials of one party', () => {
  it('who contradict each other within a week are a split: the position stays, no shift is told', () => {
    const { position, split, shifts } = told('1 berg opposes', '5 dahl supports');
    expect(position).toMatchObject({ stance: 'opposes', since: on(1), count: 2 });
    expect(split).toMatchObject({ stance: 'supports', since: on(5), evidence: { official: 'dahl' } });
    expect(shifts).toEqual([]);
  });

  it('one who changes his mind shifts the position', () => {
    const { position, split, shifts } = told('1 berg opposes', '5 berg supports');
    expect(position).toMatchObject({ stance: 'supports', since: on(5) });
    expect([split, shifts.length]).toEqual([null, 1]);
  });

  it('a week later the other stands for the party', () => {
    expect(told('1 berg opposes', '8 dahl supports').split).not.toBeNull();
    const { position, split, shifts } = told('1 berg opposes', '9 dahl supports');
    expect([position?.stance, split, shifts.length]).toEqual(['supports', null, 1]);
  });

  it('the week counts hours, not days', () => {
    expect(told('1T10:00 berg opposes', '8T10:00 dahl supports').shifts).toEqual([]);
    expect(told('1T10:00 berg opposes', '8T10:01 dahl supports').shifts).toHaveLength(1);
  });

  it('a split becomes a shift, since the dissent began, with its words', () => {
    const { position, split, shifts } = told('1 berg opposes', '5 dahl supports', '10 dahl ~supports');
    expect(position).toMatchObject({ stance: 'supports', since: on(5) });
    expect(split).toBeNull();
    expect(shifts).toMatchObject([{ from: 'opposes', to: 'supports', at: on(10), after: { at: on(5) } }]);
  });

  it('is told once, though it was first told with the words of the dissent', () => {
    const lines = ['1 berg opposes', '5 dahl supports', '10 dahl ~supports', '11 dahl supports'];
    expect(told(...lines).shifts).toHaveLength(1);
  });

  it('what was held again after the dissent began lasted until then', () => {
    const { position } = told('1 berg opposes', '3 dahl supports', '9 berg opposes', '20 dahl supports');
    expect(position).toMatchObject({ stance: 'supports', since: on(20) });
  });

  it('a dissent of long ago says nothing of a turn, unless it is he who says it again', () => {
    expect(told('1 berg opposes', '3 dahl supports', '13 berg ~supports').shifts).toEqual([]);
    expect(told('1 berg opposes', '3 dahl supports', '13 dahl supports').position?.since).toBe(on(3));
  });

  it('who set the position or speaks for it most changes it, though others repeated it yesterday', () => {
    const repeated = ['2 dahl opposes', '3 dahl opposes', '4 holm opposes'];
    expect(told('1 berg opposes', ...repeated, '5 berg supports').shifts).toHaveLength(1);
    expect(told('1 berg opposes', ...repeated, '5 dahl supports').shifts).toHaveLength(1);
    expect(told('1 berg opposes', ...repeated, '5 holm supports').shifts).toEqual([]);
    expect(told('1 berg opposes', '12 dahl opposes', '20 berg supports').shifts).toHaveLength(1);
  });

  it('the dissenter is joined by who held it: a shift since the dissent', () => {
    const { position, shifts } = told('1 berg opposes', '3 dahl supports', '4 berg supports');
    expect(position).toMatchObject({ stance: 'supports', since: on(3), split: null });
    expect(shifts).toMatchObject([{ before: { at: on(1) }, after: { at: on(4) } }]);
  });

  it('and the dissenter then counts as holding it: his own change is a shift back', () => {
    const { shifts } = told('1 berg opposes', '3 dahl supports', '4 berg supports', '6 dahl opposes');
    expect(shifts.map(({ to }) => to)).toEqual(['supports', 'opposes']);
  });

  it('a split ends when the dissenter comes back, or a week later', () => {
    expect(told('1 berg opposes', '3 dahl supports', '5 dahl opposes').split).toBeNull();
    expect(told('1 berg opposes', '3 dahl supports', '9 berg opposes').split).not.toBeNull();
    expect(told('1 berg opposes', '3 dahl supports', '12 berg opposes').split).toBeNull();
  });

  it('one is contradicted on the day he turns: a split, whoever of them turned', () => {
    const { position, split, shifts } = told(
      '1 berg opposes',
      '3T08:00 berg supports',
      '3T12:00 dahl opposes',
    );
    expect(position?.stance).toBe('opposes');
    expect(split).toMatchObject({ stance: 'supports', evidence: { official: 'berg' } });
    expect(shifts).toEqual([]);
  });

  it('both on the first day: what most words say is held, the other is shown beside it', () => {
    const { position, split } = told('3T08:00 dahl supports', '3T09:00 berg opposes', '3T12:00 berg opposes');
    expect(position?.stance).toBe('opposes');
    expect(split).toMatchObject({ stance: 'supports', evidence: { official: 'dahl' } });
  });

  it('however often outlets repeat the dissent, it is one', () => {
    const repeated = ['5T08:00', '5T09:00', '5T10:00', '6T08:00'].map(when => `${when} dahl supports`);
    const { position, split, shifts } = told('1 berg opposes', ...repeated);
    expect(position?.stance).toBe('opposes');
    expect(split).toMatchObject({
      since: at('2025-11-05T08:00Z'),
      evidence: { at: at('2025-11-06T08:00Z') },
    });
    expect(shifts).toEqual([]);
  });

  it('a paraphrase alone is no split: that is a claim about words', () => {
    expect(told('1 berg opposes', '5 dahl ~supports')).toMatchObject({
      position: { stance: 'opposes' },
      split: null,
      shifts: [],
    });
  });

  it('one misread paraphrase beside his own quoted words takes nobody from what he holds', () => {
    const lines = [
      '1 berg opposes',
      '4T08:00 berg opposes',
      '4T09:00 berg ~supports',
      '4T10:00 dahl supports',
    ];
    const { position, split, shifts } = told(...lines);
    expect(position?.stance).toBe('opposes');
    expect(split).toMatchObject({ evidence: { official: 'dahl' } });
    expect(shifts).toEqual([]);
  });

  it('persons the desk does not follow are told apart by name', () => {
    expect(told('1 berg opposes', '5 unknown supports').split).toMatchObject({
      evidence: { official: 'Nils Lie' },
    });
  });

  it.each(['ministry', 'party'])('an institution is the voice of all: %s', by => {
    expect(told('1 berg opposes', `5 ${by} supports`)).toMatchObject({
      position: { stance: 'supports' },
      split: null,
      shifts: [{ to: 'supports' }],
    });
    expect(told(`1 ${by} opposes`, '5 berg supports').shifts).toHaveLength(1);
  });

  it('a condition against a side is a split too', () => {
    expect(told('1 berg opposes', '2 dahl conditional').split?.stance).toBe('conditional');
  });

  it('a noncommittal colleague is none', () => {
    expect(told('1 berg opposes', '2 dahl noncommittal')).toMatchObject({ split: null, shifts: [] });
  });

  it('each has a position of his own', () => {
    const found = all(['1 berg opposes', '5 dahl supports'].map(said));
    expect(found.map(({ holder, stance, split }) => [holder, stance, split === null])).toEqual([
      ['nordland', 'opposes', false],
      ['berg', 'opposes', true],
      ['dahl', 'supports', true],
    ]);
  });
});
