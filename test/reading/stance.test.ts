import { describe, expect, it } from 'vitest';
import { stancesOn } from '../../src/reading/stance.ts';
import { type Case, cases } from './stance-cases.ts';
import { labels, saidBy, setting, settingWith } from './stance-setting.ts';

const read = ({ by, cue, text, sentence, before }: Case): Record<string, string> =>
  labels(saidBy(by, cue, text, { ...(sentence && { sentence }), ...(before && { before }) }));

/** What was read where a label is expected; a position of another party may also be left unmentioned. */
function label(found: Record<string, string>, key: string): string {
  return (
    found[key] ?? (Object.keys(found).some(each => each.startsWith(`${key}@`)) ? 'noncommittal' : 'nothing')
  );
}

const opposite: Record<string, string> = { supports: 'opposes', opposes: 'supports' };

describe('stances in sentences', () => {
  it.each(cases.filter(({ misread }) => !misread))('$by [$cue] $text', each => {
    const found = read(each);
    for (const [key, stance] of Object.entries(each.expected))
      expect([key, label(found, key)]).toEqual([key, stance]);
  });

  it.each(cases.filter(({ misread }) => misread))('is not read as the opposite: $text', each => {
    const found = read(each);
    for (const [key, stance] of Object.entries(each.expected))
      expect(label(found, key)).not.toBe(opposite[stance] ?? '');
  });

  it('finds no topic where there is none', () => {
    const bare = cases.filter(({ expected }) => Object.keys(expected).length === 0);
    expect(bare.length).toBeGreaterThan(4);
    for (const each of bare) expect(read(each)).toEqual({});
  });
});

describe('holders', () => {
  it('describes other parties and says so', () => {
    const { stances, reported } = stancesOn(
      saidBy('trump', 'said', 'Russia and Ukraine had agreed to direct talks'),
      setting,
    );
    expect(stances.map(({ holder, stance }) => [holder, stance])).toEqual([
      ['russia', 'supports'],
      ['ukraine', 'supports'],
    ]);
    expect(reported).toBe(true);
  });

  it('reads "backed by" behind what is backed', () => {
    const words =
      'Moscow should accept the ceasefire proposed by Washington and backed by Ukraine and Europe';
    expect(labels(saidBy('macron', 'wrote', words))).toEqual({
      ceasefire: 'supports',
      'ceasefire@united-states': 'supports',
      'ceasefire@ukraine': 'supports',
      'ceasefire@european-leaders': 'supports',
    });
  });

  it('takes a side named by its own voice for the speaker', () => {
    const { stances, reported } = stancesOn(
      saidBy('putin', 'said', 'Moscow was ready for a ceasefire'),
      setting,
    );
    expect(stances).toMatchObject([{ topic: 'ceasefire', holder: 'russia', stance: 'supports' }]);
    expect(reported).toBe(false);
  });

  it('finds the subject beyond an insert between dashes', () => {
    const words = 'The Vatican — whose new pope is an American — is very interested in hosting the talks';
    expect(labels(saidBy('trump', 'added', words))).toEqual({ 'mediation-venue@vatican': 'supports' });
  });

  it('takes a duty of others for what the speaker wants', () => {
    expect(labels(saidBy('macron', 'said', 'Russia must accept a ceasefire'))).toEqual({
      ceasefire: 'supports',
    });
  });

  it('gives a speaker without a party no stance of its own, those it describes theirs', () => {
    const nobody = { speakers: [{ name: 'An expert', actor: null, party: null, office: null }] };
    const said = saidBy('trump', 'said', 'a ceasefire is needed', nobody);
    expect(labels(said)).toEqual({});
    expect(stancesOn(said, setting).unheld).toMatchObject([{ topic: 'ceasefire', stance: 'supports' }]);
    expect(labels(saidBy('trump', 'said', 'Russia rejects a ceasefire', nobody))).toEqual({
      'ceasefire@russia': 'opposes',
    });
  });

  it('gives a joint statement to each party', () => {
    const both = saidBy('trump', 'said', 'sanctions must stay', {
      speakers: ['united-states', 'ukraine'].map(party => ({
        name: party,
        actor: party,
        party,
        office: null,
      })),
    });
    expect(stancesOn(both, setting).stances.map(({ holder, stance }) => [holder, stance])).toEqual([
      ['united-states', 'supports'],
      ['ukraine', 'supports'],
    ]);
  });

  it('leaves open what a party is doubted to want', () => {
    const words = '“We see no sign that Russia is ready for a ceasefire,”';
    expect(labels(saidBy('kallas', 'said', words))).toEqual({ 'ceasefire@russia': 'noncommittal' });
  });
});

describe('explanations', () => {
  it('gives the steps with the words', () => {
    const { stances, why } = stancesOn(saidBy('peskov', 'dismissed', 'calls for a ceasefire'), setting);
    expect(why).toEqual(['“ceasefire” puts it on ceasefire']);
    expect(stances).toMatchObject([{ topic: 'ceasefire', holder: 'russia', stance: 'opposes' }]);
    expect(stances[0]?.why).toEqual([
      '“ceasefire” puts it on ceasefire',
      '“calls for” is for it',
      '“dismissed” is against it',
    ]);
  });

  it('says what a pronoun stands for', () => {
    const said = saidBy('zakharova', 'calling', 'it “unacceptable”', {
      sentence: 'She spoke of an accession to NATO, calling it “unacceptable”.',
    });
    expect(stancesOn(said, setting).why).toEqual(['“it” stands for “accession to NATO”, on nato-accession']);
  });

  it('says that nothing decides', () => {
    const [only] = stancesOn(saidBy('rubio', 'said', 'sanctions came up'), setting).stances;
    expect(only).toMatchObject({ stance: 'noncommittal' });
    expect(only?.why.at(-1)).toBe('nothing decides for or against');
  });
});

describe('another negotiation, by configuration alone', () => {
  const fisheries = settingWith(
    [
      {
        id: 'quota',
        terms: ['herring quota', 'catch limits', 'Skagerrak'],
        named: ['landing rules'],
        pro: ['smaller catch'],
        contra: ['fish freely', 'Skagerrak belongs to no one'],
      },
    ],
    ['norway', 'denmark'],
  );
  it.each([
    ['Norway rejects a herring quota', 'opposes'],
    ['the catch limits must not be lifted', 'supports'],
    ['our boats will fish freely', 'opposes'],
    ['Norway rejects the landing rules', 'noncommittal'],
    ['Norway loves the Skagerrak and supports the Skagerrak', 'noncommittal'],
    ['catch limits were only acceptable if Denmark shared the data', 'conditional'],
    ['a smaller catch is unavoidable', 'supports'],
    ['the herring quotas were discussed', 'noncommittal'],
  ])('%s', (text, stance) => {
    expect(labels(saidBy('norway', 'said', text), fisheries)).toEqual({ quota: stance });
  });
});

describe('hostile text', () => {
  it.each([
    ['one word over and over', 'ceasefire '.repeat(20_000)],
    ['negations', 'not no never without '.repeat(10_000)],
    ['conditions', 'if unless until sanctions '.repeat(10_000)],
    ['quotation marks', '“"«'.repeat(50_000)],
    ['alternating openings', 'Russia and Ukraine and Russia and Ukraine agreed '.repeat(5_000)],
    ['nothing', ''],
  ])('ends soon: %s', (_, text) => {
    const before = performance.now();
    stancesOn(saidBy('putin', 'said', text, { before: text, sentence: text }), setting);
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
