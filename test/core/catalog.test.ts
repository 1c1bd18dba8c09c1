import { describe, expect, it } from 'vitest';
import {
  actorsNamed,
  folded,
  lookalikes,
  parties,
  partyOf,
  shownOffice,
  topicsNamed,
} from '../../src/core/catalog.ts';
import { at, lakes } from '../support/made.ts';

const catalog = lakes();
const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);

describe('names', () => {
  it.each([
    ['the League', 'league'],
    ['Зеленський', 'зеленськии'],
    ["Côte d'Azur", 'cote dazur'],
    ['U.S.', 'us'],
  ])('%s is compared as %s', (name, expected) => {
    expect(folded(name)).toBe(expected);
  });

  it('finds actors by id, name, alias and surname', () => {
    expect(ids(actorsNamed(catalog, 'norden'))).toEqual(['nordland']);
    expect(ids(actorsNamed(catalog, 'ANNA BERG'))).toEqual(['berg']);
    expect(ids(actorsNamed(catalog, 'berg'))).toEqual(['berg']);
    expect(actorsNamed(catalog, 'nobody')).toEqual([]);
  });

  it('an id beats a surname, a shared surname gives both', () => {
    expect(ids(actorsNamed(catalog, 'ost'))).toEqual(['ost']);
    expect(
      ids(
        actorsNamed(
          { ...catalog, actors: new Map([...catalog.actors].filter(([id]) => id !== 'ost')) },
          'Ost',
        ),
      ),
    ).toEqual(['ost-elder']);
  });

  it('finds one topic, a family, or the topics of a term', () => {
    expect(ids(topicsNamed(catalog, 'the dam'))).toEqual(['dam']);
    expect(ids(topicsNamed(catalog, 'water'))).toEqual(['dam', 'quota']);
    expect(ids(topicsNamed(catalog, 'The League'))).toEqual(['league-entry']);
    for (const word of ['join the league', 'The Bloc', 'one big club'])
      expect(ids(topicsNamed(catalog, word))).toEqual(['league-entry']);
    expect(ids(topicsNamed(catalog, 'entry|way into the League'))).toEqual([]);
  });

  it('suggests what looks alike, nearest first', () => {
    expect(lookalikes('Nordlnad', ['Nordland', 'Sudland', 'League'])).toEqual(['Nordland']);
    expect(lookalikes('qqqqqq', ['Nordland'])).toEqual([]);
    expect(lookalikes('x'.repeat(10_000), ['Nordland'])).toEqual([]);
  });
});

describe('partyOf', () => {
  it('follows offices at the date', () => {
    expect(partyOf(catalog, 'ost', at('2025-05-31T12:00Z'))).toBe('sudland');
    expect(partyOf(catalog, 'ost', at('2025-06-02T12:00Z'))).toBe('league');
  });

  it('climbs from a person through a body to the state', () => {
    expect(partyOf(catalog, 'berg', at('2025-11-27'))).toBe('nordland');
    expect(partyOf(catalog, 'berg', at('2024-11-27'))).toBeNull();
  });

  it('is null for someone without office and for an unknown id', () => {
    expect(partyOf(catalog, 'ost-elder', 0)).toBeNull();
    expect(partyOf(catalog, 'nobody', 0)).toBeNull();
  });
});

it('lists the parties and shows the office of the day', () => {
  expect(ids(parties(catalog))).toEqual(['nordland', 'sudland', 'league']);
  const ost = catalog.actors.get('ost');
  expect(ost && shownOffice(ost, at('2025-05-01'))).toBe('President of Sudland');
  expect(ost && shownOffice(ost, at('2025-07-01'))).toBe('Secretary of the League');
});
