import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { read } from '../../src/reading/read.ts';
import { folderOf } from '../config/folder.ts';
import type { Case } from './stance-cases.ts';
import { labels, saidBy } from './stance-setting.ts';
import { tradeCases } from './trade-cases.ts';
import { trade } from './trade-setting.ts';

const opposite: Record<string, string> = { supports: 'opposes', opposes: 'supports' };
const found = ({ by, cue, text }: Case): Record<string, string> =>
  labels(saidBy(by, cue, text, {}, trade), trade);

/** 74.6 % with one flip when they were first read, before the word lists were looked at again. */
const floor = 0.88;

describe('a second negotiation, followed by one file', () => {
  it.each(tradeCases.filter(({ misread }) => !misread))('$by [$cue] $text', each => {
    expect(found(each)).toMatchObject(each.expected);
  });

  it.each(tradeCases.filter(({ misread }) => misread))('is not read as the opposite: $text', each => {
    const stances = found(each);
    for (const [key, stance] of Object.entries(each.expected))
      expect(stances[key]).not.toBe(opposite[stance] ?? '');
  });

  it(`reads ${floor * 100} % of the stances`, () => {
    const count = (all: readonly Case[]): number =>
      all.reduce((sum, { expected }) => sum + Object.keys(expected).length, 0);
    const right = count(tradeCases.filter(({ misread }) => !misread));
    expect(count(tradeCases)).toBeGreaterThanOrEqual(60);
    expect(right / count(tradeCases)).toBeGreaterThanOrEqual(floor);
  });
});

const articles: readonly [lines: readonly string[], expected: readonly string[]][] = [
  [
    [
      'France holds out as trade vote nears',
      '',
      'PARIS — French Agriculture Minister Annie Genevard said on Thursday that her country would not sign the agreement with Mercosur.',
      '“Imported meat must meet the same standards as ours,” Genevard told reporters.',
      'German Chancellor Friedrich Merz said the deal had to be signed this year.',
    ],
    [
      'Annie Genevard · france · deal-approval opposes',
      'Annie Genevard · france · mirror-clauses supports',
      'Friedrich Merz · germany · deal-approval supports',
    ],
  ],
  [
    [
      'Brussels promises help for farmers',
      '',
      'EU agriculture commissioner Christophe Hansen called for robust safeguards on Monday.',
      '“We stand by our farmers,” EU agriculture commissioner Christophe Hansen said.',
      'Massimiliano Giansanti, the president of Copa, rejected the deal.',
    ],
    [
      'Christophe Hansen · european-union · farm-safeguards supports',
      'Massimiliano Giansanti · copa-cogeca · deal-approval opposes',
    ],
  ],
  [
    [
      'Lula presses Europe',
      '',
      'Brazilian President Luiz Inácio Lula da Silva urged the Europeans on Saturday to sign the agreement without delay.',
      'Lula criticised the deforestation law, and said that Brazil was willing to discuss its public procurement.',
    ],
    [
      'Luiz Inácio Lula da Silva · brazil · deal-approval supports',
      'Luiz Inácio Lula da Silva · brazil · deforestation-rule opposes',
      'Luiz Inácio Lula da Silva · brazil · public-procurement noncommittal',
    ],
  ],
];

describe('its articles', () => {
  it.each(articles)('%#', (lines, expected) => {
    const { statements } = read(lines.join('\n'), trade);
    const stances = statements
      .filter(({ layer }) => layer === 'body')
      .flatMap(({ speakers, stances: all }) =>
        all.map(
          ({ topic, holder, stance }) =>
            `${speakers.map(({ name }) => name)} · ${holder} · ${topic} ${stance}`,
        ),
      );
    expect(stances).toEqual(expect.arrayContaining([...expected]));
  });

  it('name figures in the units of its topics', () => {
    const text =
      'Beef\n\nThe talks went on in Brussels on Monday.\n“The beef quota will be 99,000 tonnes,” EU agriculture commissioner Christophe Hansen said.';
    const [said] = read(text, trade).statements;
    expect(said?.terms).toMatchObject([{ value: 99_000, unit: 'tonnes', topic: 'beef-quota' }]);
  });
});

describe('its file', () => {
  it('is followed beside the first where it is copied to it', () => {
    const folder = folderOf({});
    cpSync('config/negotiations/ukraine.yaml', join(folder, 'negotiations/ukraine.yaml'));
    cpSync('config/negotiations/examples/eu-mercosur.yaml', join(folder, 'negotiations/eu-mercosur.yaml'));
    const { catalog } = loadConfig(folder, { variable: () => null }, 'config');
    expect(catalog.negotiations.map(({ id }) => id)).toEqual(['eu-mercosur', 'ukraine']);
  });

  it('is not followed where it is shipped', () => {
    const { catalog } = loadConfig('config', { variable: () => null });
    expect(catalog.negotiations.map(({ id }) => id)).toEqual(['ukraine']);
  });

  it('has ten topics and more, each with a proposition, and people with their offices', () => {
    expect(trade.catalog.topics.size).toBeGreaterThanOrEqual(10);
    for (const { proposition } of trade.catalog.topics.values()) expect(proposition).toMatch(/\.$/);
  });
});
