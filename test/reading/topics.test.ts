import { describe, expect, it } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { topicsIn } from '../../src/reading/topics.ts';
import { setting, settingWith } from './stance-setting.ts';

const ids = (text: string, at = setting): string[] => topicsIn(text, at).map(({ topic }) => topic.id);

describe('topics', () => {
  it.each([
    ['The senator spoke of coordination.', []],
    ['NATO is watching.', ['nato-role']],
    ['Ukraine’s accession to NATO', ['nato-accession']],
    ['the 28-point plan', ['plan-basis']],
    ['A CEASE-FIRE, AT LAST', ['ceasefire']],
    ['Ukrainian troops withdrew from the region', ['withdrawal']],
    ['the withdrawal of troops', ['withdrawal']],
    ['troops withdrawn yesterday', ['withdrawal']],
    ['a demilitarized zone', ['dmz']],
    ['a demilitarised zone', ['dmz']],
    ['direct talks between Russia and Ukraine', ['direct-talks']],
    ['the talks go on', ['negotiation-process']],
    ['рада членство в НАТО', ['nato-accession']],
    ['Они обсуждали санкции', ['sanctions']],
    ['the status of Crimea was raised during ongoing talks', ['territory-crimea']],
    ['Witkoff is expected in Moscow', ['envoy-visits']],
    ['an army of 600,000', ['forces-cap']],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it('gives the matched words with their place', () => {
    const text = 'They fear a hasty withdrawal of Ukrainian forces.';
    const [found] = topicsIn(text, setting);
    expect(found?.matches.map(({ words }) => words)).toEqual(['withdrawal of Ukrainian forces']);
    expect(found?.matches.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'withdrawal of Ukrainian forces',
    ]);
  });

  it('spans at most six words in a gap, and no sentence', () => {
    const at = settingWith([{ terms: ['lift … embargo'] }], ['norway']);
    expect(ids('lift one two three four five six embargo', at)).toEqual(['topic']);
    expect(ids('lift one two three four five six seven embargo', at)).toEqual([]);
    expect(ids('They lift it. The embargo stays.', at)).toEqual([]);
  });

  it('takes what is only faintly spoken of where there is nothing else', () => {
    const at = settingWith(
      [
        { id: 'talks', terms: ['negotiations'], faint: ['deal'] },
        { id: 'fish', terms: ['herring'] },
      ],
      ['norway'],
    );
    expect(ids('We want a deal', at)).toEqual(['talks']);
    expect(ids('We want a deal on herring', at)).toEqual(['fish']);
    expect(ids('Negotiations on a deal on herring', at)).toEqual(['talks', 'fish']);
  });

  it('takes either word of an alternative', () => {
    const at = settingWith([{ terms: ['grain|wheat exports'] }], ['norway']);
    expect(ids('Wheat export is up', at)).toEqual(['topic']);
    expect(ids('grain imports', at)).toEqual([]);
  });

  it('takes U.S. for a country and "us" for ourselves', () => {
    const at = settingWith([{ terms: ['US plan'] }], ['norway']);
    expect(ids('a U.S. plan', at)).toEqual(['topic']);
    expect(ids('help us plan', at)).toEqual([]);
  });

  it('keeps short words apart from their look-alikes', () => {
    const at = settingWith([{ terms: ['not'] }], ['norway']);
    expect(ids('he noted it', at)).toEqual([]);
  });

  it('has a topic for each of the shipped families', () => {
    const topics = [...setting.catalog.topics.values()];
    expect(topics).toHaveLength(29);
    expect(topics.filter(({ descriptive }) => descriptive).map(({ id }) => id)).toEqual(['plan-status']);
    for (const topic of topics)
      expect(topic.terms.flatMap(term => ids(term.replace(/…|\|.*/g, ' '))).length).toBeGreaterThan(0);
  });
});

describe('the topics of a statement', () => {
  it.each([
    ['an expert of no party', '“A ceasefire is near,” said Anna Weber, a historian in Basel.'],
    ['nobody in particular', '“A ceasefire is near,” officials said on Monday.'],
    ['a party', '“A ceasefire is near,” said Kremlin spokesman Dmitry Peskov.'],
  ])('are found whoever speaks: %s', (_, sentence) => {
    const text = `Talks go on\n\nThe talks went on in Geneva on Monday morning.\n${sentence}`;
    const { statements } = read(text, setting);
    expect(statements.map(({ topics }) => topics)).toEqual([['ceasefire']]);
  });

  it('of a party each have a stance, if only that it takes no side', () => {
    const text = 'Talks go on\n\nSanctions and a ceasefire came up, said Kremlin spokesman Dmitry Peskov.';
    const [found] = read(text, setting).statements;
    expect(found?.topics).toEqual(['ceasefire', 'sanctions']);
    expect(found?.stances.map(({ topic }) => topic)).toEqual(['ceasefire', 'sanctions']);
  });
});
