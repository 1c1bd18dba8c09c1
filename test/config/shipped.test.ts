import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { envFrom, readEnv, settingNames } from '../../src/config/env.ts';
import { loadConfig } from '../../src/config/load.ts';
import { type Actor, type Office, officesAt } from '../../src/core/actor.ts';
import { actorsNamed, parties, partyOf } from '../../src/core/catalog.ts';
import { day } from '../../src/core/time.ts';
import { folderOf } from './folder.ts';

const { catalog, desk } = loadConfig('config', readEnv({}));
const people = [...catalog.actors.values()].filter(({ kind }) => kind === 'person');
const at = (date: string): number => Date.parse(`${date}T12:00Z`);

describe('config/', () => {
  it('follows the talks', () => {
    expect(catalog.topics.size).toBe(29);
    expect(people.length + people.flatMap(({ offices }) => offices).length).toBeGreaterThanOrEqual(40);
    expect(parties(catalog).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['ukraine', 'russia', 'united-states', 'nato']),
    );
  });

  it('polls 25 to 40 feeds of several countries and languages', () => {
    const feeds = [...catalog.feeds.values()];
    const outlets = [...catalog.outlets.values()];
    expect(feeds.length).toBeGreaterThanOrEqual(25);
    expect(feeds.length).toBeLessThanOrEqual(40);
    expect(new Set(outlets.map(({ country }) => country)).size).toBeGreaterThanOrEqual(5);
    expect(new Set(feeds.map(({ language }) => language)).size).toBeGreaterThanOrEqual(3);
    expect(outlets.filter(({ ownership }) => ownership.kind === 'state').length).toBeGreaterThanOrEqual(5);
  });

  it('has every platform off but the terminal while no variable is set', () => {
    expect(desk.channels.filter(({ to }) => to !== null).map(({ platform }) => platform)).toEqual([
      'terminal',
    ]);
    expect(new Set(desk.channels.map(({ platform }) => platform))).toEqual(
      new Set(['slack', 'discord', 'terminal']),
    );
  });

  it('has a digest for each platform, and alerts that mention an audience', () => {
    const platform = (id: string) => desk.channels.find(channel => channel.id === id)?.platform;
    expect(desk.digests.map(({ channel }) => platform(channel)).sort()).toEqual([
      'discord',
      'slack',
      'terminal',
    ]);
    for (const { audiences } of desk.alerts) expect(audiences).toEqual(['ukraine-desk']);
  });

  it('serves as the base of the sample newsroom', () => {
    const demo = loadConfig('config/demo', readEnv({ DEMO_URL: 'http://127.0.0.1:1' }), 'config');
    expect(demo.catalog.topics.size).toBe(29);
    expect(demo.catalog.feeds.size).toBeGreaterThan(0);
  });
});

describe('actors.yaml', () => {
  it.each([
    ['Volodymyr Zelensky', 'zelenskyy'],
    ['Zelenskiy', 'zelenskyy'],
    ['Зеленський', 'zelenskyy'],
    ['Зеленский', 'zelenskyy'],
    ['Andriy Sybiga', 'sybiha'],
    ['Путін', 'putin'],
    ['Lawrow', 'lavrov'],
    ['Erdogan', 'erdogan'],
    ['Kristrun Frostadottir', 'frostadottir'],
    ['Leo XIV', 'pope-leo'],
    ['the Kremlin', 'kremlin'],
    ['Kiev', 'ukraine'],
    ['Moscow', 'russia'],
    ['U.S.', 'united-states'],
    ['the White House', 'white-house'],
    ['Holy See', 'vatican'],
    ['European allies', 'european-leaders'],
    ['the Alliance', 'nato'],
  ])('knows %s', (name, id) => {
    expect(actorsNamed(catalog, name).map(actor => actor.id)).toEqual([id]);
  });

  it.each([
    ['putin', 'russia'],
    ['zakharova', 'russia'],
    ['ushakov', 'russia'],
    ['sybiha', 'ukraine'],
    ['yermak', 'ukraine'],
    ['witkoff', 'united-states'],
    ['rutte', 'nato'],
    ['macron', 'france'],
    ['von-der-leyen', 'european-union'],
    ['kallas', 'european-union'],
    ['coalition-of-the-willing', 'european-leaders'],
    ['pope-leo', 'vatican'],
    ['scholz', null],
    ['frostadottir', null],
  ])('%s speaks for %s in November 2025', (id, party) => {
    expect(partyOf(catalog, id, at('2025-11-27'))).toBe(party);
  });

  it.each([
    ['Prime Minister of Ukraine', '2025-06-01', 'shmyhal'],
    ['Prime Minister of Ukraine', '2025-11-01', 'svyrydenko'],
    ['Defence Minister of Ukraine', '2025-06-01', 'umerov'],
    ['Defence Minister of Ukraine', '2025-11-01', 'shmyhal'],
    ['Defence Minister of Ukraine', '2026-02-01', 'fedorov'],
    ['Secretary of the National Security and Defence Council of Ukraine', '2025-06-01', 'lytvynenko'],
    ['Secretary of the National Security and Defence Council of Ukraine', '2025-11-01', 'umerov'],
    ['Head of the Office of the President of Ukraine', '2025-11-28', 'yermak'],
    ['Head of the Office of the President of Ukraine', '2026-02-01', 'budanov'],
    ['Chancellor of Germany', '2025-05-01', 'scholz'],
    ['Chancellor of Germany', '2025-05-19', 'merz'],
    ['Foreign Minister of Germany', '2025-05-01', 'baerbock'],
    ['Foreign Minister of Germany', '2025-05-19', 'wadephul'],
    ['President of Poland', '2025-08-01', 'duda'],
    ['President of Poland', '2025-09-01', 'nawrocki'],
    ['Prime Minister of France', '2025-09-01', 'bayrou'],
    ['Prime Minister of France', '2025-11-01', 'lecornu'],
    ['Prime Minister of Czechia', '2025-11-28', 'fiala'],
    ['Prime Minister of Czechia', '2026-01-15', 'babis'],
    ['Pope', '2025-04-01', 'pope-francis'],
    ['Pope', '2025-05-19', 'pope-leo'],
    ['President of the United States', '2024-12-01', 'biden'],
    ['President of the United States', '2025-11-28', 'trump'],
  ])('%s on %s is %s', (title, date, id) => {
    const holders = people.filter(person =>
      officesAt(person, at(date)).some(office => office.title === title),
    );
    expect(holders.map(holder => holder.id)).toEqual([id]);
  });

  it('has nobody in office beside a predecessor but on the day of the change', () => {
    const shared = ['Deputy Foreign Minister of Russia', 'Aide to the President of Russia'];
    const held = people.flatMap(person => person.offices.map(office => ({ person, office })));
    const overlaps = held.flatMap(one =>
      held.filter(other => overlap(one, other)).map(() => one.office.title),
    );
    expect(overlaps.filter(title => !shared.includes(title))).toEqual([]);
  });
});

interface Held {
  readonly person: Actor;
  readonly office: Office;
}

function overlap(one: Held, other: Held): boolean {
  if (one.person.id >= other.person.id || one.office.title !== other.office.title) return false;
  const from = Math.max(one.office.from ?? -Infinity, other.office.from ?? -Infinity);
  const until = Math.min(one.office.until ?? Infinity, other.office.until ?? Infinity);
  return until - from > day;
}

describe('.env.example', () => {
  const example = readFileSync('.env.example', 'utf8');
  const lines = example.split('\n');
  const names = lines.flatMap(line => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
  const inConfig = globSync('config/*.yaml').flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/["']\$\{([A-Z_]+)\}["']/g)].map(([, name = '']) => name),
  );

  it('names every variable that is read, and no other', () => {
    expect([...names].sort()).toEqual([...new Set([...settingNames, ...inConfig])].sort());
  });

  it('has one comment line above each', () => {
    for (const name of names) {
      const index = lines.findIndex(line => line.startsWith(`${name}=`));
      expect(lines[index - 1], name).toMatch(/^# .+\.$/);
      expect(lines[index - 2], name).not.toMatch(/^# (?!---)/);
    }
  });

  it('changes nothing when it is copied as it is', () => {
    const { variable: _, ...copied } = envFrom(folderOf({ '.env': example }), {});
    const { variable: __, ...defaults } = readEnv({});
    expect(copied).toEqual(defaults);
  });
});
