import { beforeAll, expect, test } from 'vitest';
import type { Bot } from '../../../src/app/ports.ts';
import type { Actor } from '../../../src/core/actor.ts';
import { completed } from '../../../src/platforms/terminal/completed.ts';
import { askable, say } from '../../support/asked.ts';
import { lakes } from '../../support/made.ts';

let bot: Bot;

beforeAll(async () => {
  const catalog = lakes();
  const berg = { ...(catalog.actors.get('berg') as Actor), aliases: ['Анна Берг'] };
  const actors = new Map([...catalog.actors, ['berg', berg]]);
  ({ bot } = await askable({ catalog: { ...catalog, actors } }));
  await say(bot, '/feeds pause lakeside-world');
});

test.each([
  ['/st', ['/stance ', '/status '], '/st'],
  ['st', ['/stance ', '/status '], 'st'],
  ['/dig', ['/digest '], '/dig'],
  ['/digest ', ['show ', 'set ', 'pause ', 'resume ', 'preview ', 'now '], ''],
  ['/digest pr', ['preview '], 'pr'],
  ['/nothing x', [], 'x'],
  ['/nothing x y', [], 'x y'],
])('%j: commands and families', async (line, found, replaced) => {
  expect(await completed(line, bot)).toEqual([found, replaced]);
});

test.each([
  ['/stance nor', ['nordland', 'ministry'], 'nor'],
  ['/stance АНН', ['berg'], 'АНН'],
  ['/stance Берг', ['berg'], 'Берг'],
  ['/stance Anna B', ['berg'], 'Anna B'],
  ['/stance the d', ['dam'], 'the d'],
  ['/stance dam Su', ['sudland'], 'Su'],
  ['/stance dam party:su', ['sudland'], 'su'],
  ['/STANCE dam PARTY:su', ['sudland'], 'su'],
  ['/feeds resume ', ['lakeside-world', 'feed:'], ''],
  ['/feeds pause feed:', ['gazette-all'], ''],
  ['/brief since:yes', ['yesterday', '"yesterday 18:00"'], 'yes'],
  ['/brief since:"yesterday 1', ['"yesterday 18:00"'], '"yesterday 1'],
  ['/why ', ['latest', 'ref:'], ''],
  ['/help digest s', ['digest show', 'digest set'], 'digest s'],
])('%j: values', async (line, found, replaced) => {
  expect(await completed(line, bot)).toEqual([found, replaced]);
});

test.each([
  ['/stance dam da', ['dam', 'days:'], 'da'],
  ['/stance dam ', ['about:', 'party:', 'days:', 'as-of:', 'page:'], ''],
  ['/stance dam days:7 ', ['about:', 'party:', 'as-of:', 'page:'], ''],
  ['/stance dam DAYS:7 d', ['dam'], 'd'],
  ['/stance dam as', ['as-of:'], 'as'],
])('%j: names of options that are not given yet', async (line, found, replaced) => {
  expect(await completed(line, bot)).toEqual([found, replaced]);
});
