import { describe, expect, it } from 'vitest';
import { digest, isQuiet } from '../../src/core/digest.ts';
import { shifts } from '../../src/core/position.ts';
import { at, speakerOf, statement } from '../support/made.ts';

const period = { from: at('2025-11-27'), until: at('2025-11-28') };
const all = { topics: [], parties: [] };

describe('digest', () => {
  it('puts each utterance under one topic, the busiest topic first, what is reported apart', () => {
    const dam = statement({ stems: ['a'] });
    const quota = [statement({ topic: 'quota', stems: ['b'] }), statement({ topic: 'quota', stems: ['c'] })];
    const reported = statement({ grade: 'reported', stems: ['d'] });
    const found = digest([dam, ...quota, reported], [], all, period);
    expect(found.topics.map(({ topic, utterances }) => [topic, utterances.length])).toEqual([
      ['quota', 2],
      ['dam', 1],
    ]);
    expect(found.reported).toHaveLength(1);
  });

  it('leaves out headlines, unclear speakers, and what is on no topic', () => {
    const news = [statement({ layer: 'heading' }), statement({ speakers: [] }), statement({ stances: [] })];
    expect(isQuiet(digest(news, [], all, period))).toBe(true);
  });

  it('keeps to its scope', () => {
    const news = [statement(), statement({ topic: 'quota' }), statement({ speakers: [speakerOf.ost] })];
    const scoped = digest(news, [], { topics: ['dam'], parties: ['sudland'] }, period);
    expect(scoped.topics).toMatchObject([{ topic: 'dam', utterances: [{ speaker: { actor: 'ost' } }] }]);
  });

  it('tells what moved with the news, not what moved long ago', () => {
    const before = statement({ at: at('2025-11-01'), stance: 'opposes' });
    const between = statement({ at: at('2025-11-10'), stance: 'supports' });
    const news = statement({ at: at('2025-11-27'), stance: 'conditional' });
    const found = digest(
      [news],
      shifts([before, between, news]).filter(({ holder }) => holder === 'nordland'),
      all,
      period,
    );
    expect(found.shifts).toMatchObject([{ from: 'supports', to: 'conditional' }]);
  });
});
