#!/usr/bin/env node
import { article } from './cli/article.ts';
import { check } from './cli/check.ts';
import { demo } from './cli/demo.ts';
import { feed } from './cli/feed.ts';
import { manifest } from './cli/manifest.ts';
import { once } from './cli/once.ts';
import { read } from './cli/read.ts';
import { register } from './cli/register.ts';
import { say } from './cli/say.ts';
import { start } from './cli/start.ts';
import type { Subcommand } from './cli/subcommand.ts';
import { lookalikes } from './core/catalog.ts';
import { ConfigError, StartError, UserError } from './core/errors.ts';

const subcommands: readonly Subcommand[] = [
  start,
  demo,
  once,
  say,
  read,
  feed,
  article,
  check,
  manifest,
  register,
];

const help = (): string => {
  const lines = subcommands.map(({ name, takes, summary }) => `  ${`${name} ${takes}`.padEnd(36)}${summary}`);
  return ['attache SUBCOMMAND', '', ...lines, ''].join('\n');
};

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    process.stdout.write(help());
    return name === undefined ? 1 : 0;
  }
  const found = subcommands.find(each => each.name === name);
  if (found) return found.run(args);
  const near = lookalikes(
    name,
    subcommands.map(each => each.name),
  );
  throw new UserError(
    `There is no subcommand ${name}.${near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ''}\n\n${help()}`,
  );
}

/** What a person can put right is said in words; anything else is a bug and shows where it is. */
function complain(error: unknown): number {
  const known = error instanceof UserError || error instanceof ConfigError || error instanceof StartError;
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}

// A reader such as `head` that has seen enough closes the pipe: no reason to complain.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exit(await run(process.argv.slice(2)).catch(complain));
