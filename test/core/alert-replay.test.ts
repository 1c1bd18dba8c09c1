import { describe, expect, it } from 'vitest';
import { type Record, replayed } from '../../src/core/alert-replay.ts';
import type { AlertRule } from '../../src/core/desk.ts';
import { shifts } from '../../src/core/position.ts';
import type { Statement } from '../../src/core/statement.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { alertRule, at, statement } from '../support/made.ts';

const until = at('2025-11-28T08:00Z');
const period = { from: until - 7 * day, until };
const said = (before: number, given: Parameters<typeof statement>[0] = {}) =>
  statement({ at: until - before, stems: [`word${before}`], ...given });

function result(rule: Partial<AlertRule>, statements: readonly Statement[], given: Partial<Record> = {}) {
  const moved = shifts(statements).filter(({ holder }) => holder === 'nordland');
  const found = replayed(alertRule(rule), { statements, shifts: moved, firsts: [], ...given }, period);
  return [found.messages, found.utterances.length, found.shifts.length];
}

describe('what a rule would have told', () => {
  it('is what was said in the period, each once, an article in one message', () => {
    const twice = [said(2 * hour, { article: 'one' }), said(2 * hour + 1, { article: 'one' })];
    const again = statement({ at: until - 1, stems: [`word${2 * hour}`], outlet: 'gazette' });
    expect(result({}, [...twice, again, said(8 * day)])).toEqual([1, 2, 0]);
  });

  it('counts what came with a first poll, and the grades, topics and outlets of the rule alone', () => {
    const all = [said(hour, { quiet: true }), said(2 * hour, { grade: 'anonymous' })];
    const quota = said(3 * hour, { topic: 'quota', outlet: 'gazette' });
    expect(result({}, [...all, quota])).toEqual([2, 2, 0]);
    expect(result({ topics: ['quota'] }, [...all, quota])).toEqual([1, 1, 0]);
    expect(result({ outlets: ['lakeside'] }, [...all, quota])).toEqual([1, 1, 0]);
  });

  it('tells a shift as a shift, once', () => {
    const all = [said(3 * day, { stance: 'supports' }), said(hour)];
    expect(result({}, all)).toEqual([2, 1, 1]);
    expect(result({ kinds: ['shift'] }, all)).toEqual([1, 0, 1]);
  });

  it('takes a night together, keeps to the ceiling and leaves out repetitions', () => {
    const night = [8, 9, 10].map(hours => said(hours * hour));
    const quietHours = { from: '22:00', until: '07:00', zone: 'Europe/Kyiv', through: 'nothing' } as const;
    expect(result({}, night)).toEqual([3, 3, 0]);
    expect(result({ quietHours }, night)).toEqual([1, 3, 0]);
    const hourly = [1, 2, 3, 4].map(n => said(n * 10 * minute));
    expect(result({ perHour: 2 }, hourly)).toEqual([2, 4, 0]);
    expect(result({ cooldownHours: 6 }, hourly)).toEqual([1, 1, 0]);
  });

  it('tells first statements alone where the rule is for them', () => {
    const all = [said(3 * hour), said(hour)];
    const firsts = [
      { topic: 'dam', holder: 'nordland', ref: all[0]?.ref ?? '', at: until - 3 * hour, silentSince: null },
    ];
    expect(result({ kinds: ['first'] }, all, { firsts })).toEqual([1, 1, 0]);
  });
});
