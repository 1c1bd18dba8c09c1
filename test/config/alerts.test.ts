import { expect, it } from 'vitest';
import { readEnv } from '../../src/config/env.ts';
import { loadConfig } from '../../src/config/load.ts';
import { folderOf, sound } from './folder.ts';

const withAlert = (fields: string): string =>
  folderOf({
    ...sound,
    'desk.yaml': (sound['desk.yaml'] ?? '').replace('parties: [russia], maxAge: 2d', () => fields),
  });

const load = (fields: string) => loadConfig(withAlert(fields), readEnv({})).desk.alerts[0];

it('reads all that an alert rule can say', () => {
  const fields =
    "kinds: [first], people: [putin], outlets: [tass], perHour: 6, cooldown: 1d, paused: true, quietHours: { from: '22:00', until: '07:00' }";
  expect(load(fields)).toMatchObject({
    ...{
      kinds: ['first'],
      people: ['putin'],
      outlets: ['tass'],
      perHour: 6,
      cooldownHours: 24,
      paused: true,
    },
    quietHours: { from: '22:00', until: '07:00', zone: 'Europe/Kyiv', through: 'nothing' },
  });
  expect(load('kinds: [silence]')).toMatchObject({ kinds: ['silence'], silentDays: 30 });
  expect(load('kinds: [silence], silentDays: 45')?.silentDays).toBe(45);
  expect(
    load("quietHours: { from: '12:00', until: '13:00', zone: UTC, through: shifts }")?.quietHours,
  ).toEqual({ from: '12:00', until: '13:00', zone: 'UTC', through: 'shifts' });
});

it.each([
  ['people: [nobody]', 'an actor of actors.yaml is expected'],
  ['outlets: [nowhere]', 'an outlet of feeds.yaml is expected'],
  ['perHour: 0', 'a whole number from 1 to 1000'],
  ['silentDays: 0', 'a whole number from 1 to 3650'],
  ['cooldown: soon', '“soon” is no age'],
  ["quietHours: { from: '22:00', until: '22:00' }", 'from and until are the same'],
  ["quietHours: { from: '22', until: '07:00' }", '“22” is no time of day'],
  ["quietHours: { from: '22:00', until: '07:00', through: all }", 'write one of nothing, shifts'],
])('refuses %s in words', (fields, said) => {
  expect(() => load(fields)).toThrow(said);
});
