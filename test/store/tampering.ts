import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { parseCommandLine } from '../../src/app/line.ts';
import type { Claimed, Reply } from '../../src/app/ports.ts';
import { deliverPromises } from '../../src/app/pump.ts';
import { excerpt } from '../../src/core/excerpt.ts';
import { day } from '../../src/core/time.ts';
import { askable, now, recorded } from '../support/asked.ts';
import { article, speakerOf, statement } from '../support/made.ts';
import { silent } from '../support/silent.ts';
import type { OnDisk } from './processes.ts';

const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }] };

/** What shows the words of the statements below. */
const asking: Readonly<Record<string, readonly string[]>> = {
  stance: ['/stance dam', '/stance Berg', '/stance Nordland', '/stance dam party:nordland'],
  shifts: ['/shifts'],
  brief: ['/brief'],
  quotes: ['/quotes Berg', '/quotes topic:dam'],
  search: ['/search build'],
  why: ['/why latest'],
};
const showing = commands.flatMap(({ name }) => asking[name] ?? []);

/** Declares what every store does when somebody changes a character in it: no changed word is shown. */
export function storeTampering(
  name: string,
  open: () => Promise<OnDisk>,
  change: (place: OnDisk['place'], sql: string) => Promise<unknown>,
): void {
  describe(`${name}, changed behind the program's back`, () => {
    let opened: OnDisk;
    const changed = (sql: string): Promise<unknown> => change(opened.place, sql);

    beforeEach(async () => {
      opened = await open();
      const said = (ago: number, stance: 'opposes' | 'supports') =>
        statement({ ...words, at: now - ago, stance, stems: ['We', 'will', 'not', 'build', 'it'] });
      await recorded(opened.store, [said(5 * day, 'supports'), said(3_600_000, 'opposes')]);
      await recorded(opened.store, [statement({ ...words, at: now - 9 * day, speakers: [speakerOf.ost] })]);
    });
    afterEach(() => opened.destroy());

    async function answer(line: string): Promise<Reply> {
      const { bot } = await askable({ store: opened.store });
      const asked = parseCommandLine(line);
      if (!asked) throw new Error(`no command in ${line}`);
      return bot.answer({
        ...asked,
        platform: 'terminal',
        space: null,
        isHome: true,
        who: 'test',
        where: null,
      });
    }
    const shown = ({ message }: Reply): string => JSON.stringify(message.blocks);

    it.each(showing)('shows the words as they were recorded: %s', async line => {
      const reply = await answer(line);
      expect(reply.failed).toBeUndefined();
      expect(shown(reply)).toContain('We will not build it');
    });

    it.each(showing)('refuses an answer with a character changed in a snapshot: %s', async line => {
      await changed(`update snapshots set text = replace(text, 'not build', 'now build')`);
      const reply = await answer(line);
      expect(reply.failed).toBe(true);
      expect(shown(reply)).not.toMatch(/We will/);
    });

    it.each(showing)('shows nothing of a statement with a character changed in it: %s', async line => {
      await changed(`update statements set body = replace(body, '"start":25', '"start":29')`);
      const reply = await answer(line);
      expect(shown(reply)).not.toMatch(/build it|opposes|supports/);
    });

    it('parks a promise with a character changed in a quotation', async () => {
      const [first] = await opened.store.ledger.statements({ limit: 1 });
      const [held] = [...(await opened.store.articles.get([first?.article ?? '']))].map(([, each]) => each);
      const parts = [excerpt(held ?? article(), words.quotations[0] as { start: number; end: number })];
      const by = ['Anna Berg'];
      const message = {
        summary: 'news',
        blocks: [{ type: 'quote', kind: 'direct', parts, by } as const],
        ping: [],
        zone: 'UTC',
      };
      const place = { platform: 'terminal', to: 'newsroom', under: null, notBefore: 0 } as const;
      await opened.store.outbox.promise([{ key: 'alert', message, ...place }], []);
      await changed(`update outbox set message = replace(message, 'not build', 'now build')`);
      const posted: Claimed[] = [];
      const post = async (claimed: Claimed) => {
        posted.push(claimed);
        return {};
      };
      const platform = { name: 'terminal', start: async () => {}, stop: async () => {}, post } as const;
      await deliverPromises({ platforms: [platform], store: opened.store, now: () => now, log: silent });
      expect(posted).toEqual([]);
      expect(await opened.store.outbox.rows('parked', 9)).toMatchObject([
        { key: 'alert', reason: expect.stringContaining('is not what its snapshot holds') },
      ]);
    });
  });
}
