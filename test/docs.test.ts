import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { settingNames } from '../src/config/env.ts';
import { said } from './support/asked.ts';
import { openDay, openSetting } from './support/world.ts';

const updating = process.env.UPDATE_DOCS !== undefined;

/** Compares what stands between two marks in the README with what the program says, or writes it there. */
function between(mark: string, wanted: string): void {
  const readme = readFileSync('README.md', 'utf8');
  const [begin, end] = [`<!-- ${mark} -->\n`, `\n<!-- /${mark} -->`];
  const [from, until] = [readme.indexOf(begin), readme.indexOf(end)];
  expect(from >= 0 && until > from, `README.md has the marks of ${mark}`).toBe(true);
  if (updating) {
    writeFileSync('README.md', readme.slice(0, from + begin.length) + wanted + readme.slice(until));
    return;
  }
  expect(readme.slice(from + begin.length, until)).toBe(wanted);
}

/** The port is free choice, and references derive from links: both differ from run to run. */
function steady(text: string): string {
  const refs = [
    ...new Set(
      [...text.matchAll(/(?:· |> |^ +)([0-9a-hjkmnp-tv-z]{8})(?=;|$)/gm)].map(([, ref = '']) => ref),
    ),
  ];
  const renamed = refs.reduce((shown, ref, i) => shown.replaceAll(ref, `7f3a9k0${i + 1}`), text);
  return renamed.replaceAll(/127\.0\.0\.1:\d{5}/g, '127.0.0.1:40000');
}

describe('README', () => {
  it('opens with a session that the program gives', async () => {
    const setting = await openSetting();
    const day = await openDay(setting);
    await day.until('12:00');
    const lines = ['/stance legitimacy-signing party:Russia', '/quotes Yermak', '/stance Zelenky'];
    const answers: string[] = [];
    for (const line of lines) answers.push(`› ${line}\n${await said(day.bot.bot, line)}`);
    await day.close();
    await setting.newsroom.close();
    between('session', `\`\`\`\n${steady(answers.join('\n\n'))}\n\`\`\``);
  }, 60_000);

  it('lists every command with an example', () => {
    const rows = commands.map(({ example, summary }) => `| \`${example}\` | ${summary} |`);
    between('commands', ['| ask | answer |', '| --- | --- |', ...rows].join('\n'));
  });

  it('lists every subcommand', () => {
    const help = execFileSync(process.execPath, ['src/cli.ts', 'help'], { encoding: 'utf8' });
    between('subcommands', `\`\`\`\n${help.trim()}\n\`\`\``);
  });
});

describe('documents', () => {
  it('.env.example names every setting', () => {
    const example = readFileSync('.env.example', 'utf8');
    for (const name of settingNames) expect(example).toMatch(new RegExp(`^#? ?${name}=`, 'm'));
  });

  it('every script that a document names exists', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = globSync('*.md').flatMap(file => [
      ...readFileSync(file, 'utf8').matchAll(/npm run (?:-s )?([a-z]+)/g),
    ]);
    expect(named.map(([, name = '']) => name).filter(name => !(name in scripts))).toEqual([]);
  });

  it('every file that a document names exists', () => {
    const paths = globSync('*.md').flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(/`((?:src|test|commands|config|bench)\/[\w./-]+\.\w+)`/g)].map(
        ([, path = '']) => path,
      ),
    );
    expect(paths.filter(path => globSync(path).length === 0)).toEqual([]);
  });

  it('the changelog has a section for what is not released', () => {
    expect(readFileSync('CHANGELOG.md', 'utf8')).toMatch(/^## Unreleased\n\n- /m);
  });
});
