import { describe, expect, it } from 'vitest';
import { alert } from '../../src/core/alert.ts';
import type { AlertRule } from '../../src/core/desk.ts';
import { type First, opening } from '../../src/core/firsts.ts';
import { shifts } from '../../src/core/position.ts';
import type { Statement } from '../../src/core/statement.ts';
import { day, hour } from '../../src/core/time.ts';
import { alertRule, at, speakerOf, statement } from '../support/made.ts';

const now = at('2025-11-27T12:00Z');

function told(
  rule: Partial<AlertRule>,
  news: readonly Statement[],
  { known = [], firsts = [] }: { known?: readonly Statement[]; firsts?: readonly First[] } = {},
): readonly string[] {
  const moved = shifts([...known, ...news]).filter(({ holder }) => holder === 'nordland');
  const found = alert(alertRule(rule), { news, known, shifts: moved, firsts }, now);
  return [
    ...(found?.utterances ?? []).map(({ ref }) => ref),
    ...(found?.shifts ?? []).map(({ after }) => `shift ${after.ref}`),
  ];
}

describe('a rule for some people and outlets', () => {
  it('takes what they say, and nothing else', () => {
    const berg = statement({ at: now, stems: ['a'] });
    const league = statement({ at: now, speakers: [speakerOf.league], outlet: 'gazette', stems: ['b'] });
    expect(told({ people: ['berg'] }, [berg, league])).toEqual([berg.ref]);
    expect(told({ people: ['league', 'berg'] }, [berg, league])).toHaveLength(2);
    expect(told({ people: ['ost'] }, [berg, league])).toEqual([]);
    expect(told({ outlets: ['gazette'] }, [berg, league])).toEqual([league.ref]);
    expect(told({ outlets: ['gazette'], people: ['berg'] }, [berg, league])).toEqual([]);
  });
});

describe('a rule for first statements', () => {
  it('takes the earliest of a party on a topic, and of its own voice only', () => {
    const early = statement({ at: now - hour, stems: ['a'] });
    const late = statement({ at: now, stems: ['b'] });
    const heading = statement({ at: now - 2 * hour, layer: 'heading' });
    const anonymous = statement({ at: now - 2 * hour, grade: 'anonymous' });
    const open = opening([late, early, heading, anonymous], Number.POSITIVE_INFINITY);
    const firsts = open.map(each => ({ ...each, silentSince: null }));
    expect(firsts.map(({ ref }) => ref)).toEqual([early.ref]);
    expect(told({ kinds: ['first'] }, [late, early], { firsts })).toEqual([early.ref]);
    expect(told({ kinds: ['first'] }, [late, early])).toEqual([]);
  });
});

describe('a rule for broken silences', () => {
  const kinds = ['silence'] as const;
  const spoken = statement({ at: now, stems: ['a'] });
  const after = (days: number): First[] =>
    opening([spoken], 30 * day).map(each => ({ ...each, silentSince: now - days * day }));

  it.each([
    ['30 days', {}, 30, 1],
    ['29 days', {}, 29, 0],
    ['29 days where fewer are enough', { silentDays: 7 }, 29, 1],
    ['60 days on a topic that the rule is not for', { topics: ['quota'] }, 60, 0],
  ])('after %s', (_, rule, days, count) => {
    expect(told({ kinds, ...rule }, [spoken], { firsts: after(days) })).toHaveLength(count);
    expect(told({ kinds: ['first'], ...rule }, [spoken], { firsts: after(days) })).toEqual([]);
  });

  it('leaves to rules for first statements what was never spoken of', () => {
    const firsts = after(0).map(each => ({ ...each, silentSince: null }));
    expect(told({ kinds }, [spoken], { firsts })).toEqual([]);
    expect(told({ kinds: ['first'] }, [spoken], { firsts })).toHaveLength(1);
  });

  it('takes of an archive the earliest of a party on a topic, and what comes after a gap', () => {
    const days = [90, 80, 45, 44, 0].map(before => statement({ at: now - before * day }));
    const firsts = opening([...days.toReversed(), statement({ at: now, topic: 'quota' })], 30 * day);
    expect(firsts.map(({ topic, at }) => `${topic} ${(now - at) / day}`)).toEqual([
      'dam 90',
      'dam 45',
      'dam 0',
      'quota 0',
    ]);
  });
});

describe('the cooldown', () => {
  const cooldownHours = 6;
  const again = statement({ at: now, stems: ['again'] });
  const before = (hours: number, given: Parameters<typeof statement>[0] = {}) =>
    statement({ at: now - hours * hour, stems: ['before'], ...given });

  it.each<[string, Statement, number]>([
    ['a position just held is no news', before(5), 0],
    ['one held longer ago is', before(7), 1],
    ['one on another topic is', before(5, { topic: 'quota' }), 1],
    ['another stance is', before(5, { stance: 'noncommittal' }), 1],
    ['what a headline said before is', before(5, { layer: 'heading' }), 1],
    ['what somebody else held is', before(5, { speakers: [speakerOf.league] }), 1],
  ])('%s', (_, known, count) => {
    expect(told({ cooldownHours }, [again], { known: [known] })).toHaveLength(count);
    expect(told({}, [again], { known: [known] })).toHaveLength(1);
  });

  it('never silences a shift', () => {
    const known = [before(30), before(3, { stance: 'supports', kind: 'indirect' })];
    const turned = statement({ at: now, stance: 'supports', stems: ['turned'] });
    expect(told({ cooldownHours }, [turned], { known })).toEqual([`shift ${turned.ref}`]);
  });
});
