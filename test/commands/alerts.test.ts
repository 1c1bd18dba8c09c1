import { beforeEach, describe, expect, it } from 'vitest';
import { promiseAlerts } from '../../src/app/alert.ts';
import { awayPlaces, setAway } from '../../src/app/away.ts';
import { parseCommandLine } from '../../src/app/line.ts';
import type { Bot, Store } from '../../src/app/ports.ts';
import { configuredNow } from '../../src/app/settings.ts';
import type { Action, Message } from '../../src/core/message.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { customId } from '../../src/platforms/discord/translate.ts';
import { rendered } from '../../src/platforms/terminal/render.ts';
import { askable, atHome, now, recorded } from '../support/asked.ts';
import { alertRule, desk, lakes, statement } from '../support/made.ts';
import { silent } from '../support/silent.ts';

const ours = desk({
  channels: [{ id: 'news', platform: 'slack', to: 'C0NEWS' }],
  alerts: [alertRule({ id: 'desk-wide', channel: 'news' })],
  managers: { slack: ['UBOSS'], discord: [], terminal: [] },
});
const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }] };

let bot: Bot;
let store: Store;

beforeEach(async () => {
  ({ bot, store } = await askable({ desk: ours }));
});

const shown = (message: Message): string =>
  rendered(message, { colour: false, width: 100 }).replace(/\s+/g, ' ');

interface By {
  readonly who?: string;
  readonly platform?: 'slack' | 'discord';
}

async function answered(line: string, { who = 'UANN', platform = 'slack' }: By = {}): Promise<Message> {
  const { message, visibility } = await bot.answer({
    ...{ command: '', given: {}, ...parseCommandLine(line) },
    ...{ platform, ...atHome, who, where: 'C0NEWS' },
  });
  expect(visibility).toBe('private');
  return message;
}

const asked = async (line: string, by?: By): Promise<string> => shown(await answered(line, by));

const buttonsOf = ({ blocks }: Message): Action[] =>
  blocks.flatMap(block => (block.type === 'actions' ? block.actions : []));

async function pressed(message: Message, label: string, who = 'UANN'): Promise<string> {
  const action = buttonsOf(message).find(each => each.label === label);
  if (!action) throw new Error(`no button ${label}`);
  const { command, given } = action;
  return shown(
    (await bot.answer({ command, given, platform: 'slack', ...atHome, who, where: 'D1' })).message,
  );
}

const current = () => configuredNow({ desk: ours, catalog: lakes(), store });

const tick = async (at: number) =>
  promiseAlerts({ ...(await current()), platforms: ['slack'], store, log: silent }, at);

const promisedTo = async (to: string) =>
  (await store.outbox.rows('waiting', 50)).filter(row => row.to === to);

describe('/alerts add', () => {
  it('says how often it would have told something, and is saved by a button', async () => {
    await recorded(store, [
      statement({ ...words, at: now - 30 * hour, stems: ['a'] }),
      statement({ ...words, at: now - 2 * hour, stems: ['b'] }),
    ]);
    const proposed = await answered('/alerts add topic:dam');
    expect(shown(proposed)).toContain('new statements and shifts on The dam, to you alone');
    expect(shown(proposed)).toContain('In the past 7 days it would have come 2 times: 2 statements.');
    expect(await store.settings.history(5)).toEqual([]);
    expect(await pressed(proposed, 'Save')).toContain(
      'Saved. • person-slack-uann-1: new statements and shifts',
    );
    expect(await pressed(proposed, 'Save')).toContain('There is this alert already.');
    expect((await store.settings.history(5)).map(({ kind, id, by }) => [kind, id, by])).toEqual([
      ['alert', 'person-slack-uann-1', 'slack UANN'],
      ['channel', 'person-slack-uann', 'slack UANN'],
    ]);
  });

  it('comes in a direct message, with a button that snoozes it', async () => {
    await asked('/alerts add topic:dam save:yes');
    await recorded(store, [statement({ ...words, at: now })]);
    await tick(now);
    const [own] = await promisedTo('UANN');
    if (!own) throw new Error('nothing was promised');
    expect(own.message).toMatchObject({ summary: '1 new statement: Anna Berg', ping: [] });
    expect(shown(own.message)).toContain('For you · rule person-slack-uann-1');
    expect(await pressed(own.message, 'Snooze 24 h', 'UBEN')).toContain('There is no alert');
    expect(await pressed(own.message, 'Snooze 24 h')).toContain('Snoozed');
    await recorded(store, [statement({ ...words, at: now, stems: ['more'] })]);
    await tick(now + minute);
    expect(await promisedTo('UANN')).toHaveLength(1);
    expect(await promisedTo('C0NEWS')).toHaveLength(2);
  });

  it('is muted by a button until it is unmuted', async () => {
    await asked('/alerts add topic:dam save:yes');
    await recorded(store, [statement({ ...words, at: now })]);
    await tick(now);
    const [own] = await promisedTo('UANN');
    if (!own) throw new Error('nothing was promised');
    expect(await pressed(own.message, 'Mute', 'UBEN')).toContain('There is no alert');
    expect(await pressed(own.message, 'Mute')).toContain('paused');
    await recorded(store, [statement({ ...words, at: now, stems: ['more'] })]);
    await tick(now + minute);
    expect(await promisedTo('UANN')).toHaveLength(1);
    await asked('/alerts snooze hours:8');
    expect(await asked('/alerts unmute')).not.toMatch(/paused|snoozed/);
    await recorded(store, [statement({ ...words, at: now, stems: ['still', 'more'] })]);
    await tick(now + 2 * minute);
    expect(await promisedTo('UANN')).toHaveLength(2);
  });

  it('is for a family of topics, or all of a negotiation', async () => {
    expect(await asked('/alerts add topic:water')).toContain('on The dam and Water quota');
    expect(await asked('/alerts add topic:lakes')).toMatch(/on The dam, Water quota and Entry to the League/);
  });

  it('takes all that a rule can say', async () => {
    const line =
      '/alerts add topic:dam party:Nordland person:"Anna Berg" outlet:"Lakeside Post" kind:first quiet:22:00-07:00 through:shifts zone:UTC perhour:3 cooldown:6';
    expect(await asked(line)).toContain(
      'first statements on The dam involving Nordland by Anna Berg in Lakeside Post, to you alone, quiet 22:00 to 07:00 UTC but for shifts, at most 3 an hour, no repetition within 6 hours',
    );
  });

  it('asks for what breaks a silence, of thirty days or as many as are said', async () => {
    await recorded(store, [
      statement({ ...words, at: now - 25 * day, stems: ['a'] }),
      statement({ ...words, at: now - 2 * hour, stems: ['b'] }),
    ]);
    const line = '/alerts add topic:dam kind:silence';
    expect(await asked(line)).toContain('statements after 30 days of silence on The dam, to you alone');
    expect(await asked(line)).toContain('it would not have come');
    expect(await asked(`${line} days:20`)).toContain('it would have come 1 time: 1 statement.');
    await asked(`${line} days:20 save:yes`);
    expect(await asked('/alerts test')).toContain('nothing of its own was on record since 3 Nov 2025');
  });

  it('is for the channel where a manager asks', async () => {
    expect(
      await asked('/alerts add topic:dam to:channel audience:water-desk save:yes', { who: 'UBOSS' }),
    ).toContain('news-1: new statements and shifts on The dam, to slack C0NEWS for Water desk');
    await recorded(store, [statement({ ...words, at: now })]);
    await tick(now);
    const pings = (await promisedTo('C0NEWS')).map(({ message }) => message.ping);
    expect(pings).toEqual([[], ['water-desk']]);
  });

  it('goes to a person on Discord by an address that says so, with a button that fits', async () => {
    const who = '1200000000000000007';
    expect(await asked('/alerts add topic:dam save:yes', { who, platform: 'discord' })).toContain(
      `person-discord-${who}-1: new statements and shifts on The dam, to you alone`,
    );
    const [, channel] = await store.settings.history(5);
    expect(channel?.value).toMatchObject({
      id: `person-discord-${who}`,
      platform: 'discord',
      to: `user:${who}`,
    });
    const given = { alert: `person-discord-${who}-20`, hours: '24' };
    expect(customId({ command: 'alerts snooze', given })).not.toBeNull();
  });

  it('stops at twenty of one person', async () => {
    for (let n = 1; n <= 20; n++) await asked(`/alerts add perhour:${n} save:yes`);
    expect(await asked('/alerts add perhour:21 save:yes')).toContain('You have 20 alerts');
  });
});

describe('what is not to be', () => {
  it.each<[string, By, string]>([
    ['/alerts add to:channel', {}, 'Alerts for a channel are for managers of this desk.'],
    ['/alerts add audience:water-desk', {}, 'add to:channel'],
    ['/alerts add to:channel audience:night-desk', { who: 'UBOSS' }, 'There is no audience “night-desk”'],
    ['/alerts add quiet:late', {}, 'is no time of day'],
    ['/alerts add quiet:22:00-22:00', {}, 'Write them as 22:00-07:00.'],
    ['/alerts add outlet:Seaside', {}, 'There is no outlet “Seaside”.'],
    ['/alerts add days:20', {}, 'add kind:silence'],
    ['/alerts add perhour:0', {}, 'Type a whole number from 1 to 1000.'],
    ['/alerts snooze alert:desk-wide', {}, 'it is for managers of this desk to change'],
    ['/alerts remove alert:desk-wide', {}, 'it is for managers of this desk to change'],
    ['/alerts remove alert:desk-wide', { who: 'UBOSS' }, 'The alert desk-wide stands in desk.yaml'],
    ['/alerts snooze', {}, 'Say which one with alert:NAME.'],
    ['/alerts test alert:none', {}, 'There is no alert “none”.'],
  ])('%s %j is answered in words, and changes nothing', async (line, by, answer) => {
    expect(await asked(line, by)).toContain(answer);
    expect(await store.settings.history(5)).toEqual([]);
  });

  it.each([
    'list',
    'test alert:person-slack-uann-1',
    'snooze alert:person-slack-uann-1',
    'remove alert:person-slack-uann-1',
  ])('nobody else learns of a person’s alerts from /alerts %s, not even a manager', async member => {
    await asked('/alerts add topic:quota save:yes');
    for (const who of ['UBEN', 'UBOSS']) {
      const answer = await asked(`/alerts ${member}`, { who });
      expect(answer).not.toContain('Water quota');
      expect(answer.replace('There is no alert “person-slack-uann-1”', '')).not.toContain('uann');
    }
    expect(await asked('/alerts list')).toContain(
      'person-slack-uann-1: new statements and shifts on Water quota',
    );
    expect(await store.settings.history(5)).toHaveLength(2);
  });
});

describe('/alerts', () => {
  it('lists those of channels for everyone', async () => {
    expect(await asked('/alerts')).toContain('desk-wide: new statements and shifts, to slack C0NEWS');
  });

  it('tests what would have been told, without a ping and without a promise', async () => {
    await recorded(store, [statement({ ...words, at: now - hour })]);
    const message = await answered('/alerts test alert:desk-wide');
    expect(message.ping).toEqual([]);
    expect(shown(message)).toContain('desk-wide: In the past 7 days it would have come 1 time: 1 statement.');
    expect(shown(message)).toContain('“We will not build it,”');
    expect(await store.outbox.rows('waiting', 5)).toEqual([]);
  });

  it('removes, and never uses a name again', async () => {
    await asked('/alerts add topic:dam save:yes');
    expect(await asked('/alerts remove alert:person-slack-uann-1')).toContain('Removed.');
    expect(await asked('/alerts list')).not.toContain('uann');
    expect(await asked('/alerts add topic:dam save:yes')).toContain('person-slack-uann-2');
  });

  it('says why a person gets none, to that person alone, and tries again when they ask', async () => {
    await asked('/alerts add topic:dam save:yes');
    await setAway({ platform: 'slack', to: 'UANN' }, 'the person has to allow direct messages', store, now);
    const paused = 'paused since 28 Nov 2025, 10:00: the person has to allow direct messages';
    expect(await asked('/alerts list')).toContain(
      `${paused}. Tried again with /alerts snooze alert:person-slack-uann-1 hours:0`,
    );
    expect(await asked('/alerts list', { who: 'UBOSS' })).not.toContain('direct messages');
    await asked('/alerts snooze hours:8');
    expect(await awayPlaces(store.marks, now)).toHaveLength(1);
    expect(await asked('/alerts snooze hours:0')).not.toContain('paused');
    expect(await awayPlaces(store.marks, now)).toEqual([]);
  });

  it('snoozes the only one for as long as said, and ends it', async () => {
    await asked('/alerts add topic:dam save:yes');
    expect(await asked('/alerts snooze hours:8')).toContain('snoozed until 28 Nov 2025, 18:00');
    expect(await asked('/alerts snooze hours:0')).not.toContain('snoozed until');
  });
});

describe('the form of a new alert', () => {
  const buttons = async (who: string) =>
    buttonsOf(await answered('/alerts list', { who })).map(({ label, given }) => [label, given]);

  it('is offered to everyone for themselves, and to managers for the channel', async () => {
    expect(await buttons('UANN')).toEqual([['New alert…', { save: 'yes' }]]);
    expect(await buttons('UBOSS')).toEqual([
      ['New alert…', { save: 'yes' }],
      ['New for this channel…', { save: 'yes', to: 'channel' }],
    ]);
  });

  it('is saved as it is filled in, and its buttons fit into Discord’s', async () => {
    const [add] = buttonsOf(await answered('/alerts list'));
    const { command = '', given = {}, asks = [] } = add ?? {};
    const person = { platform: 'slack', ...atHome, who: 'UANN', where: 'C0NEWS' } as const;
    const found = await bot.form({ command, given, asks, ...person });
    if ('reply' in found) throw new Error(found.reply.message.summary);
    expect(found.form.fields.map(({ name }) => name)).toEqual(['topic', 'party', 'person', 'kind', 'quiet']);
    const filled = { topic: 'dam', kind: 'shift', quiet: '22:00-07:00' };
    const { message } = await bot.answer({
      command,
      given: { ...found.form.given, ...filled },
      asks,
      ...person,
    });
    expect(message.summary).toBe('Saved.');
    expect(await asked('/alerts list')).toContain('shifts on The dam');
  });
});

describe('/alerts change', () => {
  const full =
    '/alerts add topic:dam party:Nordland person:"Anna Berg" outlet:"Lakeside Post" kind:first quiet:22:00-07:00 through:shifts zone:UTC perhour:3 cooldown:6 save:yes';

  it('changes what is said, and nothing else', async () => {
    await asked(full);
    expect(await asked('/alerts change quiet:21:00-06:00 kind:shift')).toContain(
      'Changed. • person-slack-uann-1: shifts on The dam involving Nordland by Anna Berg in Lakeside Post, to you alone, quiet 21:00 to 06:00 UTC but for shifts, at most 3 an hour, no repetition within 6 hours',
    );
    const all = 'topic:all party:all person:all outlet:all kind:all quiet:off perhour:0 cooldown:0';
    expect(await asked(`/alerts change ${all}`)).toMatch(
      /person-slack-uann-1: new statements and shifts, to you alone$/,
    );
  });

  it('begins its form with the words that set the alert as it is', async () => {
    await asked(full);
    const [before] = (await current()).desk.alerts.filter(({ owner }) => owner !== null);
    const options = ['topic', 'party', 'person', 'outlet', 'kind', 'quiet', 'through', 'zone', 'perhour'];
    const request = { command: 'alerts change', given: { alert: 'person-slack-uann-1' }, asks: options };
    const found = await bot.form({ ...request, platform: 'slack', ...atHome, who: 'UANN', where: null });
    if (!('form' in found)) throw new Error(found.reply.message.summary);
    const given = Object.fromEntries(found.form.fields.map(({ name, value }) => [name, value]));
    expect(given).toMatchObject({ topic: 'dam', kind: 'first', quiet: '22:00-07:00', perhour: '3' });
    const again = { command: 'alerts change', given: { ...request.given, ...given } };
    await bot.answer({ ...again, platform: 'slack', ...atHome, who: 'UANN', where: null });
    expect((await current()).desk.alerts.filter(({ owner }) => owner !== null)).toEqual([before]);
  });

  it('is not for somebody else’s, and explains what does not fit', async () => {
    await asked(full);
    expect(await asked('/alerts change alert:person-slack-uann-1 kind:all', { who: 'UBEN' })).toContain(
      'There is no alert',
    );
    expect(await asked('/alerts change alert:desk-wide kind:all')).toContain('managers of this desk');
    expect(await asked('/alerts change days:20')).toContain('add kind:silence');
    expect(await asked('/alerts change kind:silence days:20')).toContain('after 20 days of silence');
  });
});
