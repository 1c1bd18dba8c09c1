import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exported as subcommand } from '../src/cli/export.ts';
import { openStore } from '../src/store/open.ts';
import { article, at, statement } from './support/made.ts';

const folder = mkdtempSync(join(tmpdir(), 'attache-export-'));
const run = promisify(execFile);

const exported = async (...args: string[]): Promise<string> => {
  const env = { PATH: process.env.PATH ?? '', ATTACHE_DATA: folder };
  const { stdout } = await run(process.execPath, ['src/cli.ts', 'export', ...args], { env, maxBuffer: 9e6 });
  return stdout;
};

const many = 501;
const putin = {
  name: 'Vladimir Putin',
  actor: 'putin',
  party: 'russia',
  office: 'President of Russia',
};

beforeAll(async () => {
  const store = await openStore({ databaseUrl: null, path: join(folder, 'attache.sqlite') });
  await store.articles.add(article(), ['k1']);
  const made = Array.from({ length: many }, (_, i) =>
    statement({
      article: 'a1',
      ref: `e${String(i).padStart(7, '0')}`,
      content: [{ start: 24, end: 47 }],
      quotations: [{ start: 25, end: 46 }],
      topic: i === 0 ? 'ceasefire' : 'sanctions',
      speakers: [putin],
      at: at('2025-11-27') + i,
    }),
  );
  await store.ledger.record('a1', made, null);
  const correction = {
    ref: 'e0000000',
    by: 'slack U1',
    at: at('2025-11-28'),
    reason: 'He quotes a colleague',
  };
  await store.corrections.add({ ...correction, what: 'speaker', speakers: [] });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Each starts the program: with SLOW=1, and in the round of CI. What is exported is tested beside src/app/export.ts. */
describe.skipIf(!process.env.SLOW)('export', () => {
  it('gives every statement once, newest first, with its words', async () => {
    const lines = (await exported())
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines).toHaveLength(many);
    expect(new Set(lines.map(({ ref }) => ref)).size).toBe(many);
    expect(lines[0]).toMatchObject({ ref: 'e0000500', text: '“We will not build it,”' });
  }, 20_000);

  it('filters, and writes CSV', async () => {
    const [head, ...rows] = (await exported('--format', 'csv', '--topic', 'ceasefire')).trim().split('\r\n');
    expect(head).toMatch(/^ref,date,person,office,organisation,concept/);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('“We will not build it,”');
  }, 20_000);

  it('gives corrections as cases for tests', async () => {
    const [only, ...more] = (await exported('--corrections'))
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      ref: 'e0000000',
      passage: '“We will not build it,” Anna Berg said on Thursday.',
      content: [[0, 23]],
      read: { speakers: [{ name: 'Vladimir Putin' }], stances: [{ topic: 'ceasefire', stance: 'opposes' }] },
      right: { speakers: [], grade: 'anonymous' },
      corrections: [{ what: 'speaker', by: 'slack U1', reason: 'He quotes a colleague' }],
    });
  }, 20_000);

  it.each([
    [['--format', 'xml'], '--format is jsonl or csv'],
    [['--since', '2025-02-30'], 'There is no such date as 2025-02-30'],
  ])('answers %j with one sentence', async (args, words) => {
    await expect(subcommand.run(args)).rejects.toThrow(words);
  });
});
