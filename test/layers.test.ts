import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What a platform needs to ask: the ports, what a command looks like, and how a line becomes one. */
const asking = ['ports', 'command', 'asked', 'line', 'turns']
  .map(file => `src/app/${file}.ts`)
  .concat('src/core');

/**
 * What each layer may import: our own folders or files, and packages (`node:` stands for every built-in module). This
 * table is the one of the design; a new layer begins here.
 */
const layers: Record<string, { own: readonly string[]; packages: readonly string[] }> = {
  'src/core': { own: ['src/core'], packages: [] },
  'src/views': { own: ['src/core', 'src/views'], packages: [] },
  'src/reading': { own: ['src/core', 'src/reading'], packages: ['wink-nlp', 'wink-eng-lite-web-model'] },
  'src/app': { own: ['src/core', 'src/reading', 'src/views', 'src/app'], packages: [] },
  commands: { own: ['src/core', 'src/views', 'src/app', 'commands'], packages: [] },
  'src/config': {
    own: ['src/core', 'src/config'],
    packages: ['zod', 'yaml', 'node:fs', 'node:path', 'node:util'],
  },
  'src/feeds': {
    own: ['src/core', 'src/app/ports.ts', 'src/feeds'],
    packages: ['undici', 'ipaddr.js', 'rss-parser', 'feedsmith', 'linkedom', '@mozilla/readability', 'node:'],
  },
  'src/store': {
    own: ['src/core', 'src/app/ports.ts', 'src/store'],
    packages: ['kysely', 'pg', 'node:'],
  },
  'src/vault': { own: ['src/core', 'src/app/ports.ts', 'src/vault'], packages: ['node:crypto'] },
  'src/platforms/slack': {
    own: [...asking, 'src/platforms/slack'],
    packages: ['@slack/bolt', '@slack/web-api', '@slack/socket-mode', 'node:'],
  },
  'src/platforms/discord': {
    own: [...asking, 'src/platforms/discord'],
    packages: ['discord.js', 'node:'],
  },
  'src/platforms/terminal': {
    own: [...asking, 'src/platforms/terminal'],
    packages: ['node:'],
  },
  'src/worker': {
    own: ['src/core', 'src/app/ports.ts', 'src/feeds', 'src/reading', 'src/worker'],
    packages: ['piscina', 'node:'],
  },
  'src/clock': { own: ['src/core', 'src/app/ports.ts', 'src/clock'], packages: ['node-cron'] },
  'src/demo': {
    own: ['src/core', 'src/app/ports.ts', 'src/clock', 'src/demo'],
    packages: ['yaml', 'node:'],
  },
};

/** Time and chance enter as arguments; the environment is read in one file. */
const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bfetch\(|\bnode:/;

const files = globSync('{src,commands}/**/*.ts');
const layerOf = (file: string): string | undefined =>
  Object.keys(layers).find(layer => file.startsWith(`${layer}/`));

interface Import {
  readonly file: string;
  readonly of: string;
}

const importing =
  /^\s*(?:import|export)\b(?:[^'";]*?\bfrom)?\s*['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]/gm;

const imports: Import[] = files.flatMap(file =>
  [...readFileSync(file, 'utf8').matchAll(importing)].map(([, stated, called]) => {
    const of = stated ?? called ?? '';
    return { file, of: of.startsWith('.') ? normalize(join(dirname(file), of)) : of };
  }),
);

const isOwn = (of: string): boolean => /^(src|commands|test|config|bench)\//.test(of);
const within = (of: string, allowed: readonly string[]): boolean =>
  allowed.some(each => of === each || of.startsWith(`${each}/`) || (each === 'node:' && of.startsWith(each)));

describe('layers', () => {
  it('every file belongs to a layer, except the composition root', () => {
    const roots = ['src/main.ts', 'src/cli.ts', 'src/log.ts'];
    expect(
      files.filter(file => !layerOf(file) && !roots.includes(file) && !file.startsWith('src/cli/')),
    ).toEqual([]);
  });

  it('import only what their layer may', () => {
    const broken = imports.filter(({ file, of }) => {
      const layer = layers[layerOf(file) ?? ''];
      return layer && !within(of, isOwn(of) ? layer.own : layer.packages);
    });
    expect(broken.map(({ file, of }) => `${file} imports ${of}`)).toEqual([]);
  });

  it('core and views know no clock, chance, process or network', () => {
    const pure = files.filter(file => /^src\/(core|views|reading)\//.test(file));
    const lines = pure.flatMap(file =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter(line => impure.test(line.replace(/\/\*\*.*|^\s*\*.*|\/\/.*/, '')))
        .map(line => `${file}: ${line.trim()}`),
    );
    expect(lines).toEqual([]);
  });

  it('process.env is read in config/env.ts alone', () => {
    const readers = files.filter(file => readFileSync(file, 'utf8').includes('process.env'));
    expect(readers).toEqual(['src/config/env.ts']);
  });

  it('the tokenizer is imported by reading/tokens.ts alone', () => {
    const users = imports.filter(({ of }) => of.startsWith('wink-')).map(({ file }) => file);
    expect(new Set(users)).toEqual(new Set(['src/reading/tokens.ts']));
  });
});

describe('house style', () => {
  it('no folder or file has a name that says nothing', () => {
    const banned = /(^|\/)(utils?|helpers?|services?|managers?|types|common|misc)(\/|\.ts$)/;
    expect(globSync('{src,commands,test,bench}/**/*').filter(path => banned.test(path))).toEqual([]);
  });

  it('no barrels, enums, default exports, banners or work left in comments', () => {
    const smells: [string, RegExp][] = [
      ['re-export', /^export (\*|\{[^}]*\}) from/m],
      ['enum', /^\s*(export )?(const )?enum /m],
      ['default export', /^export default/m],
      ['banner', /\/\/ ?[=\-*]{5,}/],
      [
        'TODO',
        new RegExp(`\\b(${['TO', 'FIX', 'XX'].map((a, i) => a + ['DO', 'ME', 'X'][i]).join('|')})\\b`),
      ],
    ];
    const found = files.flatMap(file => {
      const text = readFileSync(file, 'utf8');
      return smells.filter(([, smell]) => smell.test(text)).map(([name]) => `${file}: ${name}`);
    });
    expect(found).toEqual([]);
  });
});
