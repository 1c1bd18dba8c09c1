import { beforeEach, describe, expect, it } from 'vitest';
import { promiseDigests } from '../../src/app/brief.ts';
import { parseCommandLine } from '../../src/app/line.ts';
import type { Bot, Store } from '../../src/app/ports.ts';
import { configuredNow } from '../../src/app/settings.ts';
import type { Desk, DigestRule } from '../../src/core/desk.ts';
import type { Action } from '../../src/core/message.ts';
import { day, hour } from '../../src/core/time.ts';
import { rendered } from '../../src/platforms/terminal/render.ts';
import { askable, atHome, now, recorded } from '../support/asked.ts';
import { desk, lakes, statement } from '../support/made.ts';
import { silent } from '../support/silent.ts';

const morning: DigestRule = {
  ...{ id: 'morning', channel: 'news', at: ['07:30'], weekdays: [0, 1, 2, 3, 4, 5, 6], zone: 'Europe/Kyiv' },
  ...{ whenQuiet: 'line', paused: false, topics: [], parties: [] },
};
const ours: Desk = desk({
  channels: [
    { id: 'news', platform: 'slack', to: 'C0NEWS' },
    { id: 'off', platform: 'slack', to: null },
  ],
  digests: [morning, { ...morning, id: 'nowhere', channel: 'off' }],
  managers: { slack: ['UBOSS'], discord: [], terminal: [] },
});
const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }] };

let bot: Bot;
let store: Store;

beforeEach(async () => {
  ({ bot, store } = await askable({ desk: ours }));
});

async function asked(line: string, { who = 'UBOSS', where = 'C0NEWS' } = {}): Promise<string> {
  const { message, visibility } = await bot.answer({
    ...{ command: '', given: {}, ...parseCommandLine(line) },
    ...{ platform: 'slack', ...atHome, who, where },
  });
  expect(visibility).toBe('private');
  return rendered(message, { colour: false, width: 100 }).replace(/\s+/g, ' ');
}

const current = () => configuredNow({ desk: ours, catalog: lakes(), store });

const tick = async (at: number) =>
  promiseDigests({ ...(await current()), platforms: ['slack'], store, log: silent }, at);

/** 07:30 of the next day. */
const half7 = now + day - 2.5 * hour;

const promised = async () => (await store.outbox.rows('waiting', 50)).filter(({ under }) => under === null);

describe('/digest', () => {
  it('shows what comes where and when, to everyone', async () => {
    await tick(now);
    const shown = await asked('/digest', { who: 'UANN' });
    expect(shown).toContain('morning: daily at 07:30, Europe/Kyiv, to slack C0NEWS, next 29 Nov 2025, 07:30');
    expect(shown).toContain('nowhere: daily at 07:30, Europe/Kyiv, to slack off (off: its id is not set)');
    expect(await asked('/digest show digest:evening')).toContain(
      'There is no digest “evening”. There are morning',
    );
  });

  it('changes the digest of the channel where it is asked, and says who did', async () => {
    expect(await asked('/digest set at:18:00,07:45 days:mon,thu topic:dam quiet:skip')).toContain(
      'morning: Mondays and Thursdays at 07:45 and 18:00, Europe/Kyiv, to slack C0NEWS, only The dam, nothing on a quiet day · set by slack UBOSS',
    );
    expect((await store.settings.history(5)).map(({ kind, id, by }) => [kind, id, by])).toEqual([
      ['digest', 'morning', 'slack UBOSS'],
    ]);
  });

  it('once a week tells all that was said since the last one, and the first as much', async () => {
    expect(await asked('/digest set days:mon')).toContain('morning: Mondays at 07:30, Europe/Kyiv');
    await tick(now);
    const monday = half7 + 2 * day;
    const said = (before: number) => statement({ ...words, at: monday - before, stems: [`said ${before}`] });
    await recorded(store, [said(6 * day), said(2 * day), said(hour)]);
    for (let time = now; time <= monday; time += 6 * hour) await tick(time);
    await tick(monday);
    await recorded(store, [said(-hour), said(-3 * day), said(-7 * day + hour)]);
    for (let time = monday; time <= monday + 7 * day; time += 6 * hour) await tick(time);
    expect((await promised()).map(({ key, message }) => [key, message.summary])).toEqual([
      ['digest:morning:2025-12-01', 'Briefing, 1 Dec 2025: 3 statements on 1 topic, 0 shifts'],
      ['digest:morning:2025-12-08', 'Briefing, 8 Dec 2025: 3 statements on 1 topic, 0 shifts'],
    ]);
    expect(await asked('/digest show')).toContain('next 15 Dec 2025, 07:30');
  });

  it('writes its dates in a language where one is set, in its own zone, and its words stay', async () => {
    await tick(now - hour);
    await recorded(store, [
      statement({ ...words, at: now - 30 * hour, stance: 'supports', stems: ['a'] }),
      statement({ ...words, at: now - 2 * hour, stems: ['b'] }),
    ]);
    expect(await asked('/digest set language:uk zone:UTC')).toContain(
      'UTC, to slack C0NEWS, dates in Ukrainian',
    );
    const told = await asked('/digest preview');
    expect(told).toContain('Briefing, 28 лист. 2025 р.');
    expect(told).toContain('Covers 27 лист. 2025 р., 08:00 to 28 лист. 2025 р., 08:00.');
    expect(told).toContain('Before (27 лист. 2025 р., 02:00)');
    expect(told).toContain('Water Minister of Nordland · 28 лист. 2025 р., 06:00 · Lakeside Post');
    await tick(half7 + 2 * hour);
    const dates = (await store.outbox.rows('waiting', 50)).filter(row => /"date":/.test(JSON.stringify(row)));
    expect(dates).toEqual([]);
    expect(await asked('/digest set language:off')).not.toContain('dates in');
  });

  it.each([
    ['en', '28 Nov 2025'],
    ['de-AT', '28. Nov. 2025'],
    ['fr', '28 nov. 2025'],
    ['es', '28 nov 2025'],
    ['ru', '28 нояб. 2025 г.'],
    ['th', '28 พ.ย. 2025'],
  ])('in %s a day is %s', async (language, shown) => {
    await asked(`/digest set language:${language}`);
    expect(await asked('/digest preview')).toContain(`Briefing, ${shown}`);
  });

  it('makes one where none comes yet, and it comes', async () => {
    expect(await asked('/digest set at:09:00', { where: 'C0ELSE' })).toContain(
      'slack-c0else: daily at 09:00, Europe/Kyiv, to slack C0ELSE',
    );
    await tick(now);
    await tick(now + day);
    expect((await promised()).map(({ key, to }) => [key, to])).toContainEqual([
      'digest:slack-c0else:2025-11-29',
      'C0ELSE',
    ]);
  });

  it.each([
    ['/digest set', { where: 'C0ELSE' }, 'None yet. In a channel: /digest set at:07:30'],
    ['/digest set days:mon', { where: 'C0ELSE' }, 'Say when it comes: /digest set at:07:30'],
    ['/digest set at:25:00', {}, '“25:00” is no time of day. Write it as 07:30.'],
    ['/digest set days:someday', {}, 'Write daily, weekdays, or days as mon,thu.'],
    ['/digest set zone:Mars/Base', {}, '“Mars/Base” is no time zone. Write it as Europe/Kyiv.'],
    ['/digest set language:tlh', {}, 'is no language that dates are known in'],
    ['/digest set language:<b>', {}, 'is no language that dates are known in'],
    ['/digest set quiet:loud', {}, '“loud” is none of line, skip.'],
    ['/digest pause digest:<b>', {}, 'is no name'],
    ['/digest pause', { where: 'C0ELSE' }, 'No digest comes here.'],
    ['/digest now digest:nowhere', {}, 'The channel off of the digest nowhere is not set'],
    ['/digest set at:08:00', { who: 'UANN' }, 'is for managers of this desk'],
    ['/digest pause', { who: 'UANN' }, 'is for managers of this desk'],
    ['/digest now', { who: 'UANN' }, 'is for managers of this desk'],
  ])('%s %j is answered in words, and changes nothing', async (line, by, answer) => {
    expect(await asked(line, by)).toContain(answer);
    expect(await store.settings.history(5)).toEqual([]);
    expect(await promised()).toEqual([]);
  });

  it('is held back while it is paused and comes again when it is resumed', async () => {
    await tick(now);
    expect(await asked('/digest pause')).toContain('paused');
    await tick(now + day);
    expect(await promised()).toEqual([]);
    expect(await asked('/digest resume')).not.toContain('paused');
    await tick(now + 2 * day);
    expect((await promised()).map(({ key }) => key)).toEqual(['digest:morning:2025-11-30']);
  });

  it('is previewed for the one who asks, and moves nothing', async () => {
    await tick(now - hour);
    await recorded(store, [statement({ ...words, at: now - 2 * hour })]);
    expect(await asked('/digest preview', { who: 'UANN' })).toContain('“We will not build it,”');
    expect(await promised()).toEqual([]);
    await tick(half7);
    expect((await promised())[0]?.message.summary).toContain('1 statement on 1 topic');
  });

  it('is sent at once, and the one of the hour goes on from there', async () => {
    await tick(now - hour);
    await recorded(store, [statement({ ...words, at: now - 2 * hour })]);
    expect(await asked('/digest now')).toContain('The digest morning is on its way.');
    expect((await promised())[0]?.message.summary).toContain('1 statement on 1 topic');
    await tick(half7);
    expect((await promised())[1]?.message.summary).toContain('no new statements');
  });
});

describe('the forms of a digest', () => {
  const boss = { platform: 'slack', ...atHome, who: 'UBOSS', where: 'C0NEWS' } as const;

  async function buttons(line: string, who = 'UBOSS', where = 'C0NEWS'): Promise<Action[]> {
    const { message } = await bot.answer({
      ...{ command: '', given: {}, ...parseCommandLine(line) },
      ...{ ...boss, who, where },
    });
    return message.blocks.flatMap(block => (block.type === 'actions' ? block.actions : []));
  }

  async function opened(action: Action | undefined, who = 'UBOSS') {
    if (!action) throw new Error('no such button');
    const { command, given, asks = [] } = action;
    return bot.form({ command, given, asks, ...boss, who });
  }

  async function form(action: Action | undefined) {
    const found = await opened(action);
    if ('reply' in found) throw new Error(found.reply.message.summary);
    return found.form;
  }

  async function refusal(action: Action | undefined, who?: string): Promise<string> {
    const found = await opened(action, who);
    return 'reply' in found ? found.reply.message.summary : 'none';
  }

  it('are offered to managers, filled in with what holds, and submitted as they are they change nothing', async () => {
    await asked('/digest set at:07:45,18:00 days:mon,thu topic:dam quiet:skip language:uk');
    const [change, look, ...more] = await buttons('/digest show digest:morning');
    expect([change?.label, look?.label, more]).toEqual(['Change…', 'How it looks…', []]);
    const shown = await form(change);
    expect(shown).toMatchObject({
      ...{ command: 'digest set', given: { digest: 'morning' } },
      asks: ['at', 'days', 'zone', 'topic', 'party'],
    });
    const before = (await current()).desk.digests[0];
    const fields = [...shown.fields, ...(await form(look)).fields];
    expect(Object.fromEntries(fields.map(({ name, value }) => [name, value]))).toEqual({
      ...{ at: '07:45,18:00', days: 'mon,thu', zone: 'Europe/Kyiv', topic: 'dam', party: 'all' },
      ...{ quiet: 'skip', language: 'uk', silent: 'no' },
    });
    const given = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    await bot.answer({ command: 'digest set', given: { ...shown.given, ...given }, ...boss });
    expect((await current()).desk.digests[0]).toEqual(before);
  });

  it('let one of a few be chosen, and what is free be typed', async () => {
    const shown = await form((await buttons('/digest set'))[0]);
    const choices = new Map(shown.fields.map(field => [field.name, field.choices.map(({ value }) => value)]));
    expect(choices.get('at')).toEqual([]);
    expect(choices.get('topic')).toContain('all');
    expect(choices.get('topic')).toContain('dam');
    expect(choices.get('party')).toContain('nordland');
    const look = await form((await buttons('/digest set'))[1]);
    expect(look.fields[0]?.choices.map(({ value }) => value)).toEqual(['line', 'skip']);
  });

  it('say what is wrong with what was filled in, and open again with it', async () => {
    const asks = ['at', 'days', 'zone', 'topic', 'party'];
    const given = { digest: 'morning', at: '25:00', days: 'daily', zone: 'Europe/Kyiv' };
    const { message, failed } = await bot.answer({ command: 'digest set', given, asks, ...boss });
    expect(failed).toBe(true);
    expect(message.summary).toBe('“25:00” is no time of day. Write it as 07:30.');
    const again = message.blocks.flatMap(block => (block.type === 'actions' ? block.actions : []))[0];
    expect(again).toEqual({ label: 'Correct it…', command: 'digest set', given, asks });
    expect((await form(again)).fields[0]?.value).toBe('25:00');
  });

  it('are for managers alone: nobody else is offered one, or gets one that was made up', async () => {
    expect(await buttons('/digest show', 'UANN')).toEqual([]);
    const [change] = await buttons('/digest show digest:morning');
    expect(await refusal(change, 'UANN')).toContain('is for managers of this desk');
    const madeUp = { label: '', given: { digest: 'gone' }, asks: ['at'] };
    expect(await refusal({ ...madeUp, command: 'nothing' })).toContain('There is no command /nothing');
    expect(await refusal({ ...madeUp, command: 'digest set' })).toContain('There is no digest “gone”');
  });

  it('make a digest where none comes yet', async () => {
    const [add] = await buttons('/digest set', 'UBOSS', 'C0OTHER');
    expect(add?.label).toBe('New digest here…');
    expect((await buttons('/digest show', 'UBOSS', 'C0OTHER')).map(({ label }) => label)).toContain(
      'New digest here…',
    );
    const { command = '', given = {}, asks = [] } = add ?? {};
    const found = await bot.form({ command, given, asks, ...boss, where: 'C0OTHER' });
    if ('reply' in found) throw new Error(found.reply.message.summary);
    expect(found.form.fields.map(({ value }) => value)).toEqual(['', 'daily', 'Europe/Kyiv', 'all', 'all']);
  });

  it('are lines to type at the terminal', async () => {
    expect(await asked('/digest show digest:morning')).toContain(
      'type /digest set digest:morning at:… days:… zone:… topic:… party:… (Change…)',
    );
  });

  it('makes a digest silent, which comes so with its details, and loud again', async () => {
    await tick(now - hour);
    await recorded(store, [statement({ ...words, at: now - 2 * hour, stems: ['b'] })]);
    expect(await asked('/digest set silent:yes')).toContain('notifying nobody where that can be');
    await asked('/digest now');
    const rows = await store.outbox.rows('waiting', 50);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map(({ message }) => message.silent)).toEqual(rows.map(() => true));
    await asked('/digest set silent:no');
    expect((await current()).desk.digests[0]).toEqual(morning);
  });

  it('takes topics back that were set', async () => {
    expect(await asked('/digest set topic:dam party:nordland')).toContain('only The dam and Nordland');
    expect(await asked('/digest set topic:all party:all')).not.toContain('only');
  });
});
