import { brief } from '../../src/app/cycle.ts';
import { parseCommandLine } from '../../src/app/line.ts';
import type { Platform, Store } from '../../src/app/ports.ts';
import { deliverPromises } from '../../src/app/pump.ts';
import type { PlatformName } from '../../src/core/desk.ts';
import { hour } from '../../src/core/time.ts';
import { rendered } from '../../src/platforms/terminal/render.ts';
import { askable, atHome, recorded } from './asked.ts';
import { alertRule, at, desk, digestRule, lakes, statement } from './made.ts';
import { silent } from './silent.ts';

const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }] };

/** Half past seven in Kyiv on a day of November 2025. */
export const morning = (day: number): number => at(`2025-11-${day}T05:30Z`);

/** A desk with a digest at half past seven and an alert in one channel, and another for notices, over a real platform. */
export async function briefedDesk(platform: Platform, name: PlatformName, [news, ops]: [string, string]) {
  const ours = desk({
    channels: [
      { id: 'news', platform: name, to: news },
      { id: 'ops', platform: name, to: ops },
    ],
    digests: [digestRule({ id: 'morning', channel: 'news' })],
    alerts: [alertRule({ id: 'everything', channel: 'news' })],
    notices: ['ops'],
    managers: { slack: ['UBOSS'], discord: ['1200000000000000007'], terminal: [] },
  });
  const state = { now: morning(20) };
  const now = (): number => state.now;
  const { bot, store } = await askable({ desk: ours, now });
  // Channels need no rest here.
  const deliver = { platforms: [{ ...platform, budget: { atOnce: 10, rest: 0 } }], store, now, log: silent };
  const tools = { desk: ours, catalog: lakes(), platforms: [name], store, log: silent, now };
  const tick = async (time: number): Promise<void> => {
    state.now = time;
    await brief({ ...tools, promised: () => {} });
    await deliverPromises(deliver);
  };
  return {
    ...{ bot, store, tick, tools },
    /** What the clock does in a day: the hour, and a tick after it. */
    async day(number: number): Promise<void> {
      await recorded(store, [
        statement({ ...words, at: morning(number) - hour, stems: [`said on ${number}`] }),
      ]);
      await tick(morning(number));
      await tick(morning(number) + 1_000);
    },
    deliver: () => deliverPromises(deliver),
    parked: async () => (await store.outbox.rows('parked', 99)).map(({ key }) => key),
    async asked(line: string): Promise<string> {
      const who = name === 'slack' ? 'UBOSS' : '1200000000000000007';
      const request = {
        command: '',
        given: {},
        ...parseCommandLine(line),
        ...atHome,
        platform: name,
        who,
        where: news,
      };
      const { message } = await bot.answer(request);
      return rendered(message, { colour: false, width: 300 }).replace(/\s+/g, ' ');
    },
  };
}

/** The summaries of what was promised for a place, sent or not. */
export async function promisedFor(to: string, store: Store): Promise<string[]> {
  const rows = await Promise.all(
    (['sent', 'waiting', 'parked'] as const).map(state => store.outbox.rows(state, 99)),
  );
  return rows
    .flat()
    .filter(row => row.to === to && row.under === null)
    .sort((a, b) => a.notBefore - b.notBefore)
    .map(({ message }) => message.summary);
}
