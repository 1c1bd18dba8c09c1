import { beforeEach, describe, expect, it } from 'vitest';
import { promiseDigests } from '../../src/app/brief.ts';
import { parseCommandLine } from '../../src/app/line.ts';
import type { Bot, Store } from '../../src/app/ports.ts';
import type { Action, Message } from '../../src/core/message.ts';
import { render } from '../../src/platforms/discord/render.ts';
import { posts } from '../../src/platforms/slack/render.ts';
import { homeView } from '../../src/platforms/slack/view.ts';
import { rendered } from '../../src/platforms/terminal/render.ts';
import { expectWithinLimits } from '../platforms/discord/check.ts';
import { broken, brokenView } from '../platforms/slack/check.ts';
import { askable, atHome, now } from '../support/asked.ts';
import { alertRule, desk, digestRule, lakes } from '../support/made.ts';
import { silent } from '../support/silent.ts';

const ours = desk({
  channels: [
    { id: 'news', platform: 'slack', to: 'C0NEWS' },
    { id: 'off', platform: 'slack', to: null },
  ],
  digests: [
    digestRule({ id: 'evening', channel: 'news', at: ['18:00'] }),
    digestRule({ id: 'noon', channel: 'news', at: ['12:00'] }),
    digestRule({ id: 'held', channel: 'news', at: ['12:00'], paused: true }),
    digestRule({ id: 'nowhere', channel: 'off', at: ['12:00'] }),
  ],
  alerts: [alertRule({ id: 'desk-wide', channel: 'news' })],
  managers: { slack: ['UBOSS'], discord: [], terminal: [] },
});

let bot: Bot;
let store: Store;

beforeEach(async () => {
  ({ bot, store } = await askable({ desk: ours }));
});

async function ask(asked: { command: string; given: Readonly<Record<string, string>> }, who = 'UANN') {
  const request = { ...asked, platform: 'slack', ...atHome, who, where: null } as const;
  const { message, visibility } = await bot.answer(request);
  expect(visibility).toBe('private');
  return message;
}

const say = (line: string, who?: string): Promise<Message> =>
  ask(parseCommandLine(line) ?? { command: '', given: {} }, who);

const shown = (message: Message): string =>
  rendered(message, { colour: false, width: 200 }).replace(/\s+/g, ' ');

const buttons = ({ blocks }: Message): Action[] =>
  blocks.flatMap(block => (block.type === 'actions' ? block.actions : []));

const home = async (who?: string): Promise<string> => shown(await say('/home', who));

describe('/home', () => {
  it('shows what is one’s own, and nothing of anybody else', async () => {
    expect(await home()).toContain('My alerts None yet.');
    await say('/alerts add topic:dam quiet:22:00-07:00 zone:UTC save:yes');
    expect(await home()).toContain('person-slack-uann-1: new statements and shifts on The dam, to you alone');
    expect(await home('UBEN')).not.toContain('uann');
    expect(await home()).not.toContain('desk-wide');
  });

  it('says when it is quiet, and whether it is now', async () => {
    expect(await home()).toContain('None: an alert comes whenever something is said.');
    await say('/alerts add topic:dam quiet:07:00-09:00 zone:UTC save:yes');
    await say('/alerts add topic:quota quiet:07:00-09:00 zone:UTC save:yes');
    expect(await home()).toContain(
      '07:00 to 09:00 UTC: quiet now, until 28 Nov 2025, 11:00 (person-slack-uann-1, person-slack-uann-2)',
    );
  });

  it('says which digests come next, the soonest first, and none that does not', async () => {
    await promiseDigests({ desk: ours, catalog: lakes(), platforms: ['slack'], store, log: silent }, now);
    const page = await home();
    expect(page).toMatch(
      /Next digests .*noon: .* to slack C0NEWS, next 28 Nov 2025, 12:00.*evening: .* 18:00/,
    );
    expect(page).not.toMatch(/held|nowhere/);
  });

  it('changes by its buttons, which tell several alerts apart', async () => {
    await say('/alerts add topic:dam save:yes');
    await say('/alerts add topic:quota save:yes');
    const press = async (label: string): Promise<void> => {
      const button = buttons(await say('/home')).find(each => each.label === label);
      if (!button) throw new Error(`no button ${label}`);
      await ask(button);
    };
    await press('2. Snooze 24 h');
    expect(await home()).toContain('2. person-slack-uann-2: new statements and shifts on Water quota');
    expect(await home()).toContain('snoozed until 29 Nov 2025, 10:00');
    await press('2. End the snooze');
    expect(await home()).not.toContain('snoozed');
    await press('1. Remove');
    expect(await home()).not.toContain('person-slack-uann-1');
  });

  it('opens forms for a new alert and for each there is', async () => {
    await say('/alerts add topic:dam save:yes');
    const forms = buttons(await say('/home')).filter(({ asks }) => asks);
    expect(forms.map(({ label, command, given }) => [label, command, given])).toEqual([
      ['Change…', 'alerts change', { alert: 'person-slack-uann-1' }],
      ['New alert…', 'alerts add', { save: 'yes' }],
    ]);
  });

  it('lets managers set the digest of a channel, which the form asks for', async () => {
    const labels = async (who: string) => buttons(await say('/home', who)).map(({ label }) => label);
    expect(await labels('UBOSS')).toContain('Set a channel’s digest…');
    expect(await labels('UANN')).not.toContain('Set a channel’s digest…');
  });

  it('has examples that work at this desk', async () => {
    const examples = buttons(await say('/home')).filter(({ label }) => label.startsWith('/'));
    expect(examples.map(({ command }) => command)).toEqual([
      ...['stance', 'matrix', 'shifts', 'brief', 'quotes', 'search'],
    ]);
    for (const each of examples) expect((await ask(each)).summary).not.toMatch(/no command|nothing here is/i);
  });

  it('is within every platform’s limits with as many alerts as there may be', async () => {
    for (let n = 0; n < 20; n++)
      await say(
        `/alerts add topic:dam party:Nordland person:"Anna Berg" perhour:${n + 1} quiet:22:00-07:00 save:yes`,
      );
    const message = await say('/home');
    expect(buttons(message).filter(({ command }) => command === 'alerts remove')).toHaveLength(20);
    expect(brokenView(homeView(message))).toEqual([]);
    expect(JSON.stringify(homeView(message))).toContain('20. Remove');
    for (const post of posts(message, [])) expect(broken(post)).toEqual([]);
    for (const post of render(message, [])) expectWithinLimits(post);
  });
});
