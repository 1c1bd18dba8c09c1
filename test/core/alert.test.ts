import { describe, expect, it } from 'vitest';
import { alert } from '../../src/core/alert.ts';
import type { AlertRule } from '../../src/core/desk.ts';
import { shifts } from '../../src/core/position.ts';
import type { Statement } from '../../src/core/statement.ts';
import { alertRule, at, speakerOf, statement } from '../support/made.ts';

const now = at('2025-11-27T12:00Z');
const rule = alertRule({ id: 'new', audiences: ['water-desk'] });

const alerted = (given: AlertRule, news: readonly Statement[], known: readonly Statement[], on: number) =>
  alert(given, { news, known, shifts: partyShifts([...known, ...news]), firsts: [] }, on);

const partyShifts = (all: readonly Statement[]) => shifts(all).filter(({ holder }) => holder === 'nordland');

describe('alert', () => {
  it('tells new utterances of one poll in one alert', () => {
    const news = [statement({ stems: ['a'] }), statement({ stems: ['b'] })];
    expect(alerted(rule, news, [], now)?.utterances).toHaveLength(2);
  });

  it('a later rendering of a known utterance is no news', () => {
    const known = statement({ at: now - 3_600_000 });
    expect(alerted(rule, [statement({ at: now, outlet: 'gazette' })], [known], now)).toBeNull();
  });

  it.each<[string, Parameters<typeof statement>[0], Partial<AlertRule>]>([
    ['what came with the first poll', { quiet: true }, {}],
    ['what is too old', { at: now - 13 * 3_600_000 }, {}],
    ['a headline', { layer: 'heading' }, {}],
    ['a grade the rule does not take', { grade: 'anonymous' }, {}],
    ['another topic', {}, { topics: ['quota'] }],
    ['another party', {}, { parties: ['league'] }],
    ['an unclear speaker', { speakers: [] }, {}],
    ['what is on no topic', { stances: [] }, {}],
  ])('%s does not ping', (_, given, changes) => {
    expect(alerted({ ...rule, ...changes }, [statement(given)], [], now)).toBeNull();
  });

  it('a rendering that the rule is not for does not silence the one beside it', () => {
    const lead = statement({ at: now - 1_000, kind: 'indirect', stances: [] });
    const quoted = statement({ at: now - 1_000 });
    expect(alerted(rule, [lead, quoted], [], now)?.utterances).toMatchObject([
      { renderings: [lead, quoted] },
    ]);
    const quiet = statement({ at: now - 1_000, quiet: true });
    expect(alerted(rule, [quiet, quoted], [], now)).toBeNull();
  });

  it('a shift is told once, as a shift', () => {
    const before = statement({ at: at('2025-11-20'), stance: 'opposes' });
    const after = statement({ at: now, stance: 'supports' });
    const found = alerted(rule, [after], [before], now);
    expect(found?.shifts).toHaveLength(1);
    expect(found?.utterances).toEqual([]);
  });

  it('a rule for shifts alone is silent on statements', () => {
    expect(
      alerted({ ...rule, kinds: ['shift'] }, [statement({ speakers: [speakerOf.ost] })], [], now),
    ).toBeNull();
  });
});
