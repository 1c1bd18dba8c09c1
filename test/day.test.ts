import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutboxRow } from '../src/app/ports.ts';
import { isProven } from '../src/core/excerpt.ts';
import { type Block, excerptsIn } from '../src/core/message.ts';
import { type Day, openDay, openSetting, type Setting } from './support/world.ts';

type Quote = Extract<Block, { type: 'quote' }>;

const quotesIn = (rows: readonly OutboxRow[]): Quote[] =>
  rows.flatMap(({ message }) => message.blocks.filter(block => block.type === 'quote'));

const sent = (day: Day): Promise<OutboxRow[]> => day.store.outbox.rows('sent', 1_000);

const keys = async (day: Day): Promise<string[]> => (await sent(day)).map(({ key }) => key).sort();

let setting: Setting;
let day: Day;
beforeAll(async () => {
  setting = await openSetting();
  day = await openDay(setting);
  await day.until('12:00');
}, 60_000);
afterAll(async () => {
  await day.close();
  await setting.newsroom.close();
});

describe('a day of the sample newsroom', () => {
  it('posts the morning digest once, at its minute', async () => {
    const parents = (await sent(day)).filter(({ key }) => /^digest:[^:]+:[^:]+$/.test(key));
    expect(parents.map(({ key }) => key)).toEqual(['digest:morning:2025-11-28']);
  });

  it('quotes at least 8 times verbatim, by at least 4 parties, each with outlet, date and link', async () => {
    const digest = (await sent(day)).filter(({ key }) => key.startsWith('digest:'));
    const direct = quotesIn(digest).filter(({ kind }) => kind === 'direct');
    const parties = new Set(direct.map(({ by }) => JSON.stringify(by[0])));
    expect(direct.length).toBeGreaterThanOrEqual(8);
    expect(parties.size).toBeGreaterThanOrEqual(4);
    for (const { by } of direct) {
      expect(by.some(piece => typeof piece === 'object' && 'link' in piece && /^http/.test(piece.href))).toBe(
        true,
      );
      expect(by.some(piece => typeof piece === 'object' && 'date' in piece)).toBe(true);
    }
  });

  it('every word that was sent as a quotation stands in its snapshot', async () => {
    for (const { message } of await sent(day)) {
      for (const words of excerptsIn(message)) {
        const article = (await day.store.articles.get([words.article])).get(words.article);
        expect(article && isProven(words, article)).toBe(true);
      }
    }
  });

  it('raises alerts for what appears during the day, naming the audience, and none for the first poll', async () => {
    const alerts = (await sent(day)).filter(({ key }) => key.startsWith('alert:'));
    expect(alerts.length).toBeGreaterThanOrEqual(3);
    for (const { message, sentAt } of alerts) {
      expect(message.ping).toEqual(['ukraine-desk']);
      expect(sentAt).toBeGreaterThan(Date.parse('2025-11-28T06:00Z'));
    }
    expect(day.shown()).toContain('@Ukraine desk');
  });

  it('parks nothing and leaves nothing waiting', async () => {
    expect(await day.store.outbox.rows('parked', 10)).toEqual([]);
    expect(await day.store.outbox.rows('waiting', 10)).toEqual([]);
  });

  it('knows which feed is not well, and says so under every answer', async () => {
    const { message } = await day.bot.bot.answer({
      command: 'stance',
      given: { '': 'NATO' },
      platform: 'terminal',
      space: null,
      isHome: true,
      who: 'test',
      where: null,
    });
    const note = message.blocks.at(-1);
    expect(JSON.stringify(note)).toContain('Sample Silent Gazette failing');
  });
});

describe('a day that is cut short again and again', () => {
  it('posts what the undisturbed day posts: nothing twice, nothing lost', async () => {
    const disturbed = await openDay(setting);
    while (disturbed.now() <= Date.parse('2025-11-28T10:00Z')) {
      await disturbed.tick();
      await disturbed.restart();
    }
    const [expected, found] = [await keys(day), await keys(disturbed)];
    await disturbed.close();
    expect(found).toEqual(expected);
    expect(new Set(found).size).toBe(found.length);
  }, 60_000);
});
