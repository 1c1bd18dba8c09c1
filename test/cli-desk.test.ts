import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { setAway } from '../src/app/away.ts';
import { desk as subcommand } from '../src/cli/desk.ts';
import { openStore } from '../src/store/open.ts';
import { alertRule, at, digestRule } from './support/made.ts';

const folder = mkdtempSync(join(tmpdir(), 'attache-desk-'));
const when = at('2025-11-22T05:30Z');

/** What the subcommand writes, in this process: one of its own takes seconds to start on a busy machine. */
async function desk(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  vi.stubEnv('ATTACHE_DATA', folder);
  for (const stream of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[stream], 'write').mockImplementation(text => {
      written[stream] += String(text);
      return true;
    });
  }
  try {
    expect(await subcommand.run(args)).toBe(0);
    return written;
  } finally {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  }
}

beforeAll(async () => {
  const store = await openStore({ databaseUrl: null, path: join(folder, 'attache.sqlite') });
  const by = { by: 'slack UBOSS', at: when };
  const own = { id: 'person-slack-uann', platform: 'slack', to: 'UANN' } as const;
  const news = { id: 'slack-c0news', platform: 'slack', to: 'C0NEWS' } as const;
  await store.settings.put({ kind: 'channel', id: news.id, value: news, ...by });
  const digest = digestRule({ id: news.id, channel: news.id, weekdays: [1] });
  await store.settings.put({ kind: 'digest', id: news.id, value: digest, ...by });
  await store.settings.put({ kind: 'channel', id: own.id, value: own, ...by });
  const rule = alertRule({ id: 'person-slack-uann-1', channel: own.id, owner: 'slack UANN' });
  await store.settings.put({ kind: 'alert', id: rule.id, value: rule, ...by });
  const paused = { added: null, state: 'paused' } as const;
  await store.settings.put({ kind: 'feed', id: 'tass-en', value: paused, ...by });
  await setAway(news, 'Slack refused: it is archived', store, when);
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

it('gives the desk as text, with what keeps a channel from getting anything', async () => {
  const { stdout } = await desk();
  expect(stdout).toContain('slack-c0news: slack C0NEWS');
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'paused since 22 Nov 2025, 07:30: Slack refused: it is archived · set by slack UBOSS, 22 Nov 2025, 07:30',
  );
  expect(stdout).toContain('tass-en: TASS, paused · set by slack UBOSS');
  expect(stdout).not.toMatch(/uann/i);
});

it('gives desk.yaml and feeds.yaml, and says on standard error what is not in them', async () => {
  const { stdout, stderr } = await desk('--yaml');
  expect(parse(stdout).digests['slack-c0news']).toEqual({
    ...{ channel: 'slack-c0news', at: '07:30', days: ['mon'], zone: 'Europe/Kyiv', quiet: 'line' },
  });
  expect(stdout).not.toMatch(/uann/i);
  expect(stderr).toContain('1 alert that people set for themselves left out: --people');
  expect(stderr).toContain('1 feed set in chat: attache desk --yaml --feeds');
  const feeds = await desk('--yaml', '--feeds');
  expect(parse(feeds.stdout).outlets.tass.feeds['tass-en'].paused).toBe(true);
});

it('gives what people set for themselves where it is asked for', async () => {
  const { stdout } = await desk('--yaml', '--people');
  expect(parse(stdout).alerts['person-slack-uann-1'].owner).toBe('slack UANN');
});

it('refuses what it does not know in words', async () => {
  await expect(subcommand.run(['--feeds'])).rejects.toThrow('--feeds needs --yaml');
  await expect(subcommand.run(['--json'])).rejects.toThrow('--json');
});
