import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseOpml } from 'feedsmith';
import { afterAll, expect, it } from 'vitest';
import { exported } from '../src/cli/export.ts';
import { importing } from '../src/cli/import.ts';
import type { Setting } from '../src/core/setting.ts';
import { openStore } from '../src/store/open.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'attache-opml-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function attache(data: string, ...args: string[]): Promise<string> {
  const env = { PATH: process.env.PATH ?? '', ATTACHE_DATA: join(folder, data) };
  const { stdout } = await run(process.execPath, ['src/cli.ts', ...args], { env, maxBuffer: 9e6 });
  return stdout;
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function settingsOf(data: string): Promise<Setting[]> {
  const store = await openStore({ databaseUrl: null, path: join(folder, data, 'attache.sqlite') });
  const found = await store.settings.history(50);
  await store.close();
  return found;
}

const list = `<opml version="2.0"><body><outline text="Papers">
<outline type="rss" text="Pier Post" xmlUrl="https://pier.example/rss" language="uk"/>
<outline type="rss" text="Pier Post" xmlUrl="https://pier.example/world"/>
<outline type="rss" xmlUrl="https://untitled.example/rss"/>
<outline type="rss" text="Пристань" xmlUrl="https://wharf.example/rss"/>
<outline type="rss" text="twice" xmlUrl="http://www.pier.example/rss/"/>
<outline type="rss" text="Pravda" xmlUrl="https://www.pravda.com.ua/rss/"/>
<outline type="rss" text="Bad" xmlUrl="javascript:alert(1)"/>
</outline></body></opml>`;

it('imports a list, losing nothing: added, already there, or refused with its line', async () => {
  expect(await attache('one', 'import', file('list.opml', list))).toBe(
    [
      '4 added, 2 already there, 1 refused',
      '+ pier-post-uk: Pier Post, uk, https://pier.example/rss',
      '+ pier-post-en: Pier Post, en, https://pier.example/world',
      '+ untitled-example-en: untitled.example, en, https://untitled.example/rss',
      '+ wharf-example-en: Пристань, en, https://wharf.example/rss',
      '= line 6: already there as pier-post-uk',
      '= line 7: already there as ukrainska-pravda-uk',
      '✗ line 8: javascript:alert(1): a javascript: address',
      'Outlets that are new here are taken to be independent; write those of a state into feeds.yaml.',
      '',
    ].join('\n'),
  );
  const set = await settingsOf('one');
  expect(set.map(({ kind, id, by }) => [kind, id, by]).reverse()).toEqual([
    ['feed', 'pier-post-uk', 'cli'],
    ['feed', 'pier-post-en', 'cli'],
    ['feed', 'untitled-example-en', 'cli'],
    ['feed', 'wharf-example-en', 'cli'],
  ]);
});

/** Three starts of the program: with SLOW=1, and in the round of CI. What is written and read is tested beside src/feeds/opml.ts. */
it.skipIf(!process.env.SLOW)(
  'exports what another bot imports: the same feeds, and nothing twice',
  async () => {
    const exported = await attache('one', 'export', 'feeds');
    expect(exported).toContain('xmlUrl="https://pier.example/rss"');
    const outlines = parseOpml(exported).body?.outlines ?? [];
    expect(outlines).toContainEqual(
      expect.objectContaining({ text: 'Пристань', type: 'rss', xmlUrl: 'https://wharf.example/rss' }),
    );
    const again = await attache('two', 'import', file('exported.opml', exported));
    expect(again).toContain(`4 added, ${outlines.length - 4} already there, 0 refused`);
    const back = parseOpml(await attache('two', 'export', '--opml')).body?.outlines ?? [];
    expect(back.map(({ xmlUrl }) => xmlUrl).sort()).toEqual(outlines.map(({ xmlUrl }) => xmlUrl).sort());
  },
  30_000,
);

it.each([
  [importing, [], 'Name one OPML file'],
  [importing, ['nowhere.opml'], 'There is no file nowhere.opml.'],
  [importing, ['package.json'], 'package.json is no OPML: it has no outlines.'],
  [importing, ['package.json', '--language', 'klingonese'], '“klingonese” is no language tag.'],
  [exported, ['people'], 'attache export gives statements or feeds, not people.'],
])('bad input is answered in words, before anything is opened: %#', async (subcommand, args, words) => {
  await expect(subcommand.run(args)).rejects.toThrow(words);
});
