import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { awayPlaces, reached, setAway } from '../../src/app/away.ts';
import { promiseDigests } from '../../src/app/brief.ts';
import { parseCommandLine } from '../../src/app/line.ts';
import type { Bot, Installation, Request, Store } from '../../src/app/ports.ts';
import { configuredNow, configuredToPost } from '../../src/app/settings.ts';
import type { Desk } from '../../src/core/desk.ts';
import { deskFor, type Standpoint } from '../../src/core/space.ts';
import { day } from '../../src/core/time.ts';
import { rendered } from '../../src/platforms/terminal/render.ts';
import { askable, now, recorded } from '../support/asked.ts';
import { alertRule, desk, lakes, statement } from '../support/made.ts';
import { silent } from '../support/silent.ts';

const ours: Desk = desk({
  channels: [{ id: 'news', platform: 'slack', to: 'C0NEWS' }],
  alerts: [alertRule({ id: 'desk-wide', channel: 'news' })],
  managers: { slack: ['UBOSS'], discord: [], terminal: [] },
  spaceManagers: { T2: ['U2'] },
});

const home = { platform: 'slack', space: 'T1', isHome: true, who: 'UBOSS', where: 'C0GEN' } as const;
const far = { platform: 'slack', space: 'T2', isHome: false, who: 'U2', where: 'C0GEN' } as const;
type Person = Omit<Request, 'command' | 'given'>;

let bot: Bot;
let store: Store;

beforeEach(async () => {
  ({ bot, store } = await askable({ desk: ours }));
});

async function asked(line: string, person: Person): Promise<string> {
  const { message } = await bot.answer({ command: '', given: {}, ...parseCommandLine(line), ...person });
  return rendered(message, { colour: false, width: 400 }).replace(/\s+/g, ' ');
}

const current = () => configuredNow({ desk: ours, catalog: lakes(), store });
const seenFrom = async (at: Standpoint): Promise<Desk> => deskFor((await current()).desk, at);

const tick = async (at: number) =>
  promiseDigests(
    {
      ...(await configuredToPost({ desk: ours, catalog: lakes(), store })),
      ...{ platforms: ['slack'], store, log: silent },
    },
    at,
  );

const installed = (given: Partial<Installation> = {}): Installation => ({
  ...{ platform: 'slack', space: 'T2', isHome: false, name: 'Far desk', by: 'UFIRST', at: 1 },
  ...{ sealed: null, paused: null },
  ...given,
});

describe('two workspaces of one installation', () => {
  it('have digests of their own, even in channels of one id', async () => {
    expect(await asked('/digest set at:07:00', home)).toContain('slack-c0gen: daily at 07:00');
    expect(await asked('/digest set at:19:00', far)).toContain('slack-t2-c0gen: daily at 19:00');
    expect(await asked('/digest show', home)).not.toContain('t2');
    expect(await asked('/digest show', far)).toContain('slack-t2-c0gen: daily at 19:00');
    expect(await asked('/digest show', far)).not.toMatch(/slack-c0gen|07:00|C0NEWS/);
    await tick(now);
    await tick(now + day);
    expect((await store.outbox.rows('waiting', 9)).map(({ to }) => to)).toEqual(['T1/C0GEN', 'T2/C0GEN']);
  });

  it('do not know each other’s rules by name', async () => {
    await asked('/digest set at:07:00', home);
    await asked('/alerts add topic:dam save:yes', home);
    for (const line of [
      '/digest show',
      '/digest pause',
      '/digest now',
      '/digest preview',
      '/digest set at:09:00',
    ])
      expect(await asked(`${line} digest:slack-c0gen`, far)).toContain('There is no digest “slack-c0gen”');
    for (const line of ['/alerts remove', '/alerts snooze', '/alerts test']) {
      for (const id of ['desk-wide', 'person-slack-uboss-1'])
        expect(await asked(`${line} alert:${id}`, far)).toContain(`There is no alert “${id}”`);
    }
  });

  it('keep apart two people of one id', async () => {
    await asked('/alerts add topic:dam save:yes', { ...home, who: 'U2' });
    expect(await asked('/alerts list', far)).toContain('None yet');
    expect(await asked('/alerts add topic:quota save:yes', far)).toContain('person-slack-t2-u2-1');
    expect((await seenFrom(far)).channels).toEqual([
      { id: 'person-slack-t2-u2', platform: 'slack', to: 'U2', space: 'T2' },
    ]);
    expect(await asked('/alerts list', { ...home, who: 'U2' })).not.toContain('t2');
  });

  it('each have their managers; what is for all is home’s', async () => {
    expect(await asked('/digest set at:09:00', { ...far, who: 'UBOSS' })).toContain(
      '/digest set is for managers here: who installed Attaché, and whom its operator names.',
    );
    expect(await asked('/digest set at:09:00', { ...home, who: 'U2' })).toContain('managers of this desk');
    for (const line of ['/feeds pause lakeside-world', '/corrections', '/correct latest what:withdrawn'])
      expect(await asked(line, far)).toContain('changes what all workspaces read');
    expect(await asked('/alerts add to:channel audience:water-desk', far)).toContain('There is no audience');
  });

  it('are managed by who installed the bot there, home by those of the file alone', async () => {
    await store.installations.put(installed());
    await store.installations.put(installed({ space: 'T1', isHome: true }));
    expect(await asked('/digest set at:09:00', { ...far, who: 'UFIRST' })).toContain(
      'slack-t2-c0gen: daily at 09:00',
    );
    expect(await asked('/feeds pause lakeside-world', { ...far, who: 'UFIRST' })).toContain('all workspaces');
    expect(await asked('/digest set at:09:00', { ...home, who: 'UFIRST' })).toContain(
      'managers of this desk',
    );
    const elsewhere = { ...far, space: 'T3', who: 'UFIRST' };
    expect(await asked('/digest set at:09:00', elsewhere)).toContain('is for managers here');
  });

  it('wait while nothing can be posted there, and lose nothing; the others go on', async () => {
    await asked('/digest set at:07:00', home);
    await asked('/digest set at:07:00', far);
    await tick(now);
    await store.installations.put(installed({ paused: 'Slack does not take its token' }));
    await tick(now + day);
    const places = async () => (await store.outbox.rows('waiting', 9)).map(({ to }) => to);
    expect(await places()).toEqual(['T1/C0GEN']);
    const reason = 'Far desk (T2): Slack does not take its token';
    expect(await asked('/status', home)).toContain(reason);
    expect(await asked('/status', far)).toContain(reason);
    expect(await asked('/status', { ...home, who: 'UANN' })).not.toContain('T2');
    expect(await asked('/status', { ...far, space: 'T3' })).not.toContain('T2');
    await store.installations.put(installed());
    await tick(now + day + 1);
    expect(await places()).toEqual(['T1/C0GEN', 'T2/C0GEN']);
  });

  it('are paused at home with what names no workspace', async () => {
    await asked('/digest set at:07:00', { ...home, where: 'C0NEWS' });
    await asked('/digest set at:07:00', far);
    await tick(now);
    await store.installations.put(installed({ space: 'T1', isHome: true, paused: 'refused' }));
    await tick(now + day);
    expect((await store.outbox.rows('waiting', 9)).map(({ to }) => to)).toEqual(['T2/C0GEN']);
  });

  it('do not learn who corrected or changed what they all read', async () => {
    const said = statement({
      content: [{ start: 24, end: 47 }],
      quotations: [{ start: 25, end: 46 }],
    });
    await recorded(store, [said]);
    await asked(`/correct ${said.ref} what:withdrawn because:"Not his words" confirm:yes`, home);
    await asked('/feeds pause lakeside-world', home);
    const lines = [`/why ${said.ref}`, '/feeds list'];
    for (const line of lines) expect(await asked(line, home)).toContain('UBOSS');
    for (const line of lines) expect(await asked(line, far)).not.toContain('UBOSS');
    expect(await asked('/why latest', far)).not.toContain('Speaker unclear');
  });

  it('read in /status of their own messages alone, and nobody of another’s', async () => {
    const places = ['T1/C0GEN', 'T1/U0ANN', 'T2/C0GEN', 'C0NEWS', 'C0LOST'];
    await asked('/digest set at:07:00', home);
    await asked('/alerts add topic:dam save:yes', { ...home, who: 'U0ANN' });
    await asked('/digest set at:07:00', far);
    const message = { summary: 'x', blocks: [], ping: [], zone: 'UTC' };
    const common = { platform: 'slack', message, under: null, notBefore: now } as const;
    await store.outbox.promise(
      places.map(to => ({ ...common, key: `key of ${to}`, to })),
      [],
    );
    const keys = async (person: Person): Promise<string[]> =>
      [...(await asked('/status', person)).matchAll(/key of ([^\s`]+)/g)].map(([, to = '']) => to);
    expect(await keys(home)).toEqual(['T1/C0GEN', 'C0NEWS', 'C0LOST']);
    expect(await keys({ ...home, who: 'U0ANN' })).toEqual(['T1/C0GEN', 'T1/U0ANN', 'C0NEWS']);
    expect(await keys(far)).toEqual(['T2/C0GEN']);
    expect(await keys({ ...home, platform: 'terminal', space: null })).toEqual(places);
  });

  it('see and try again what was given up for them alone', async () => {
    await asked('/digest set at:07:00', home);
    await asked('/digest set at:07:00', far);
    const message = { summary: 'x', blocks: [], ping: [], zone: 'UTC' };
    const places = ['T1/C0GEN', 'T2/C0GEN'];
    await store.outbox.promise(
      places.map(to => ({
        platform: 'slack',
        message,
        under: null,
        notBefore: now,
        key: `digest:${to}`,
        to,
      })),
      [],
    );
    for (const to of places) {
      await store.outbox.park(`digest:${to}`, 'not_in_channel');
      await setAway({ platform: 'slack', to }, 'not_in_channel', store, now);
    }
    expect(await asked('/digest show', far)).toContain('not_in_channel');
    expect(await asked('/deliveries list', home)).toContain('T1/C0GEN');
    expect(await asked('/deliveries list', home)).not.toContain('T2');
    expect(await asked('/deliveries list', far)).not.toContain('T1');
    expect(await asked('/deliveries retry delivery:digest:T1/C0GEN', far)).toContain('Nothing was given up');
    const current = await configuredToPost({ desk: ours, catalog: lakes(), store });
    const away = await awayPlaces(store.marks, now);
    expect(reached(current.desk, away).channels.map(({ to }) => to)).toEqual(['C0NEWS', null, null]);
    await asked('/deliveries retry', { ...far, where: 'C0ELSE' });
    expect(await store.outbox.rows('waiting', 9)).toEqual([]);
    await asked('/deliveries retry', far);
    expect((await store.outbox.rows('waiting', 9)).map(({ to }) => to)).toEqual(['T2/C0GEN']);
    await asked('/deliveries retry channel:all', home);
    expect((await store.outbox.rows('waiting', 9)).map(({ to }) => to)).toEqual(places);
  });

  it('are offered the names of their own rules alone', async () => {
    await store.installations.put(installed());
    await asked('/digest set at:07:00', home);
    await asked('/digest set at:07:00', far);
    await asked('/alerts add topic:dam save:yes', { ...home, who: 'U2' });
    const offered = async (who: Person, command: string, option: string): Promise<string[]> => {
      const { where: _, ...person } = who;
      return (await bot.complete({ ...person, command, option, part: '' })).map(({ value }) => value);
    };
    expect(await offered(home, 'digest show', 'digest')).toEqual(['slack-c0gen']);
    expect(await offered(far, 'digest pause', 'digest')).toEqual(['slack-t2-c0gen']);
    expect(await offered({ ...far, who: 'UFIRST' }, 'digest pause', 'digest')).toEqual(['slack-t2-c0gen']);
    expect(await offered({ ...far, who: 'UBOSS' }, 'digest pause', 'digest')).toEqual([]);
    expect(await offered(far, 'alerts remove', 'alert')).toEqual([]);
    expect(await offered(far, 'feeds pause', 'feed')).toEqual([]);
    expect(await offered(home, 'feeds pause', 'feed')).toContain('lakeside-world');
  });

  it('change nothing of each other, whatever is asked', async () => {
    const ids = [
      'news',
      'slack-c0gen',
      'slack-t2-c0gen',
      'desk-wide',
      'person-slack-u2-1',
      'person-slack-t2-u2-1',
    ];
    const id = fc.constantFrom(...ids);
    const line = fc.oneof(
      fc.constantFrom(
        '/digest set at:09:00',
        '/digest set at:10:00 topic:dam',
        '/digest pause',
        '/digest resume',
      ),
      fc.constantFrom('/alerts add topic:dam save:yes', '/alerts add to:channel save:yes'),
      id.map(each => `/digest set at:11:00 digest:${each}`),
      id.map(each => `/digest pause digest:${each}`),
      id.map(each => `/alerts remove alert:${each}`),
      id.map(each => `/alerts snooze alert:${each}`),
    );
    const person = fc.constantFrom<Person>(home, far, { ...home, who: 'U2' }, { ...far, where: 'C0NEWS' });
    const steps = fc.array(fc.tuple(line, person), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async all => {
        ({ bot, store } = await askable({ desk: ours }));
        for (const [words, who] of all) {
          const other = who.space === 'T1' ? far : home;
          const before = await seenFrom(other);
          await asked(words, who);
          expect(await seenFrom(other)).toEqual(before);
        }
      }),
      { numRuns: 40 },
    );
  });
});
