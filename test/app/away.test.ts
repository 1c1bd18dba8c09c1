import { beforeEach, expect, it } from 'vitest';
import { awayPlaces, promiseAwayNotice, reached, setAway, setBack } from '../../src/app/away.ts';
import type { Store } from '../../src/app/ports.ts';
import { minute } from '../../src/core/time.ts';
import { openStore } from '../../src/store/open.ts';
import { askable, said } from '../support/asked.ts';
import { at, desk } from '../support/made.ts';
import { silent } from '../support/silent.ts';

const now = at('2025-11-28T07:00Z');
const news = { platform: 'slack', to: 'C0NEWS' } as const;
const ops = { platform: 'slack', to: 'C0OPS' } as const;
const person = { platform: 'discord', to: 'user:1200000000000000007' } as const;
const ours = desk({
  channels: [
    { id: 'news', ...news },
    { id: 'ops', ...ops },
  ],
  notices: ['ops'],
});

let store: Store;
beforeEach(async () => {
  store = await openStore({ databaseUrl: null, path: ':memory:' });
});

async function noticed(time: number): Promise<string[]> {
  const away = await awayPlaces(store.marks, time);
  const tools = { desk: reached(ours, away), platforms: ['slack'] as const, store, log: silent };
  await Promise.all([promiseAwayNotice(tools, time), promiseAwayNotice(tools, time)]);
  return (await store.outbox.rows('waiting', 9)).map(({ message }) => message.summary);
}

it('the first reason and time stay, and it is told once however often it is seen', async () => {
  await setAway(news, 'it is archived', store, now);
  await setAway(news, 'it is gone', store, now + minute);
  expect(await awayPlaces(store.marks, now + minute)).toMatchObject([
    { ...news, since: now, reason: 'it is archived' },
  ]);
  for (let n = 1; n < 4; n++) expect(await noticed(now + n * minute)).toHaveLength(1);
  expect(reached(ours, [news]).channels.map(({ to }) => to)).toEqual([null, 'C0OPS']);
});

it('what goes away again is told again', async () => {
  await setAway(news, 'it is archived', store, now);
  await noticed(now);
  expect(await setBack(news, store)).toBe(true);
  expect(await setBack(news, store)).toBe(false);
  expect(await awayPlaces(store.marks, now)).toEqual([]);
  await setAway(news, 'it is archived', store, now + minute);
  expect(await noticed(now + minute)).toHaveLength(2);
});

it('is told in one message, and as soon as a channel for notices can be reached', async () => {
  await setAway(news, 'it is archived', store, now);
  await setAway(ops, 'it is archived', store, now);
  expect(await noticed(now)).toEqual([]);
  await setBack(ops, store);
  expect(await noticed(now + minute)).toEqual(['1 channel takes no messages']);
});

it('nobody is told of a person who takes no direct messages', async () => {
  await setAway(person, 'they do not allow it', store, now);
  expect(await noticed(now)).toEqual([]);
  const { bot } = await askable({ store });
  expect(await said(bot, '/status')).not.toContain('1200000000000000007');
});

it('what a platform says the bot was put out of pauses where the desk knows it, until it is let in again', async () => {
  const { bot } = await askable({ desk: ours, store, now: () => now });
  await bot.dismissed('slack', ['C0NEWS', 'C0ELSE'], 'the bot was removed');
  await bot.dismissed('slack', ['C0NEWS'], 'another reason');
  await bot.dismissed('discord', ['C0OPS'], 'the bot was removed');
  expect(await awayPlaces(store.marks, now)).toMatchObject([
    { ...news, since: now, reason: 'the bot was removed' },
  ]);
  expect(await noticed(now)).toEqual(['1 channel takes no messages']);
  await bot.invited('slack', ['C0NEWS', 'C0ELSE']);
  expect(await awayPlaces(store.marks, now)).toEqual([]);
});
