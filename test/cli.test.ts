import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'attache-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function attache(args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  const settings = { PATH: process.env.PATH ?? '', ATTACHE_DATA: folder, ...env };
  return new Promise(resolve => {
    execFile(process.execPath, ['src/cli.ts', ...args], { env: settings }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('the command line', () => {
  it('answers bad input with one sentence and exit code 1', async () => {
    const cases: [readonly string[], string][] = [
      [['raed'], 'There is no subcommand raed. Did you mean read'],
      [['read', join(folder, 'nowhere.txt')], 'There is no file'],
      [['read', '--wrong'], "Unknown option '--wrong'"],
      [['read', '--articles', file('list.jsonl', '{"file":1}\n')], 'list.jsonl:1: "file" is missing'],
      [['start'], 'SLACK_BOT_TOKEN is set alone'],
    ];
    const runs = cases.map(([args]) =>
      attache(args, { SLACK_BOT_TOKEN: args[0] === 'start' ? 'xoxb-1' : '' }),
    );
    for (const [i, { code, err }] of (await Promise.all(runs)).entries()) {
      expect([code, err.includes('    at ')], err).toEqual([1, false]);
      expect(err).toContain(cases[i]?.[1]);
    }
  }, 30_000);

  it('reads articles as JSON lines, and names their utterances', async () => {
    const text = `Kyiv asks for a truce

The Ukrainian foreign minister, Andrii Sybiha, spoke to reporters in Kyiv on Thursday after a meeting of the government.
“We want a ceasefire now,” Sybiha said.`;
    const list = file(
      'two.jsonl',
      `{"file":"${file('one.txt', text)}","published":"2025-11-27T10:00:00Z"}\n`,
    );
    const { out, code } = await attache(['read', '--articles', list]);
    const [document, utterances] = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(code).toBe(0);
    expect(document).toMatchObject({
      doc: 'one',
      statements: [{ speaker: 'Andrii Sybiha', actor: 'ukraine', quotations: ['We want a ceasefire now,'] }],
    });
    expect(utterances).toEqual({ utterances: [['one#s1']] });
  }, 20_000);

  it('one document that is no feed does not keep the others from being parsed', async () => {
    const rss = '<rss version="2.0"><channel><title>T</title><item><title>A</title></item></channel></rss>';
    const { out, code } = await attache(['feed', file('bad.xml', 'nothing'), file('good.xml', rss)]);
    const lines = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(code).toBe(1);
    expect(lines).toMatchObject([
      { doc: 'bad', items: [] },
      { doc: 'good', title: 'T', items: [{ title: 'A' }] },
    ]);
  }, 20_000);

  it('names the feeds of a page that is none, and reads the others', async () => {
    const page =
      '<html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head></html>';
    const rss = '<rss version="2.0"><channel><title>T</title><item><title>A</title></item></channel></rss>';
    const { out, err, code } = await attache([
      ...['feed', file('page.html', page), file('fine.xml', rss)],
      ...['--url', 'https://news.example/world/'],
    ]);
    expect(code).toBe(1);
    expect(err).toBe(
      'page: no feed could be read, the answer is a web page. It names this feed: https://news.example/rss.xml\n',
    );
    expect(out).toContain('{"doc":"fine","title":"T"');
  }, 20_000);

  it.for([['feed'], ['article']] as const)(
    '%s explains itself and says what it cannot take',
    { timeout: 20_000 },
    async ([name]) => {
      expect(await attache([name, '--help'])).toMatchObject({
        code: 0,
        out: expect.stringContaining('--url'),
      });
      const { err, code } = await attache([name, 'a.xml', '--url', 'news']);
      expect(code).toBe(1);
      expect(err).toContain('--url news is no web address.');
    },
  );

  it('says one command on standard output', async () => {
    const { out, code } = await attache(['say', '/stance', 'Zelenky']);
    expect(code).toBe(1);
    expect(out).toContain('Did you mean Volodymyr Zelenskyy?');
  }, 20_000);

  // Three starts of the program; the document is tested in test/platforms/terminal/json.test.ts.
  it.skipIf(!process.env.SLOW)(
    'says one command as a document, and what is wrong too',
    async () => {
      const asked = [['/topics'], ['/stance', 'Zelenky'], []];
      const runs = await Promise.all(asked.map(words => attache(['say', '--json', ...words])));
      expect(runs.map(({ code }) => code)).toEqual([0, 1, 1]);
      expect(runs.map(({ out }) => JSON.parse(out))).toMatchObject([
        { asked: '/topics', failed: false, summary: '29 topics are followed' },
        { asked: '/stance Zelenky', failed: true, actions: [{ line: '/stance Volodymyr Zelenskyy' }] },
        {
          asked: null,
          failed: true,
          summary: expect.stringContaining('say needs a command'),
          quotations: [],
        },
      ]);
    },
    20_000,
  );
});
