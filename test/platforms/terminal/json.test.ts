import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Claimed, Platform } from '../../../src/app/ports.ts';
import { documented } from '../../../src/cli/json.ts';
import { DeliveryError } from '../../../src/core/errors.ts';
import type { Message } from '../../../src/core/message.ts';
import { answerDocument, type deliveryDocument, jsonLine } from '../../../src/platforms/terminal/json.ts';
import { askable, atHome, now, recorded } from '../../support/asked.ts';
import { article, statement } from '../../support/made.ts';

const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }], article: 'a1' };

async function document(command: string, given: Record<string, string>) {
  const { bot, store } = await askable();
  await recorded(store, [statement({ ...words, at: now - 3_600_000 })]);
  const asked = { command, given };
  const reply = await bot.answer({ ...asked, ...atHome, platform: 'terminal', who: 'test', where: null });
  return answerDocument(asked, reply);
}

it('an answer is what was asked, what is seen, and every quotation with its proof', async () => {
  const { text, ...shown } = await document('quotes', { '': 'Anna Berg', days: '7' });
  expect(text).toContain('“We will not build it,”');
  expect(text).not.toContain('\u001b');
  expect(text).not.toContain('───');
  const { text: snapshot, sha256 } = article().snapshot;
  expect(shown).toEqual({
    asked: '/quotes Anna Berg days:7',
    failed: false,
    summary: 'Quotes by Anna Berg: 1 statement in the last 7 days',
    quotations: [
      {
        kind: 'direct',
        by: expect.stringContaining(
          'Anna Berg, Water Minister of Nordland · 28 Nov 2025, 09:00 · Lakeside Post',
        ),
        link: expect.stringMatching(/^https:\/\/lakeside\.example\//),
        parts: [{ text: snapshot.slice(25, 46), article: 'a1', start: 25, end: 46, sha256 }],
      },
    ],
    tables: [],
    actions: expect.any(Array),
    mentions: [],
  });
});

it('a table keeps its cells, and a button its line', async () => {
  const { tables, actions } = await document('matrix', { '': 'dam' });
  expect(tables[0]?.columns).toContain('Nordland');
  expect(tables[0]?.rows[0]?.[0]).toBe('The dam');
  for (const { line } of actions) expect(line).toMatch(/^\/[a-z]/);
});

it('a mistake is a document too', async () => {
  expect(await document('stance', { '': 'Nordlnad' })).toMatchObject({
    failed: true,
    summary: expect.stringContaining('Did you mean Nordland'),
    actions: [{ label: '/stance Nordland', line: '/stance Nordland' }],
  });
});

it('whatever a feed holds is one line that says the same, and commands no terminal', () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.string({ unit }), text => {
      const line = jsonLine({ text });
      expect(line).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
      expect(JSON.parse(line)).toEqual({ text });
    }),
  );
});

const message: Message = { summary: 'news', blocks: [], ping: ['water-desk'], zone: 'UTC' };
const delivery: Claimed = {
  ...{ key: 'alert:x', platform: 'terminal', to: 'newsroom', message, under: null },
  ...{ notBefore: 0, attempts: 0, parent: null, target: null },
};

it('a delivery is told of, with the reason where it failed', async () => {
  const told: ReturnType<typeof deliveryDocument>[] = [];
  const tell = (each: (typeof told)[number]): void => void told.push(each);
  const alone = documented('terminal', null, tell);
  expect(await alone.post(delivery)).toEqual({ to: 'newsroom', key: 'alert:x' });
  const broken: Platform = {
    name: 'slack',
    start: async () => {},
    stop: async () => {},
    post: () => Promise.reject(new DeliveryError('the channel is archived', { permanent: true })),
  };
  await expect(documented('slack', broken, tell).post(delivery)).rejects.toThrow(DeliveryError);
  const where = { platform: 'terminal', to: 'newsroom', key: 'alert:x', under: null };
  expect(told).toMatchObject([
    { ...where, failed: false, reason: null, summary: 'news', mentions: ['water-desk'] },
    { ...where, failed: true, reason: 'the channel is archived' },
  ]);
});
