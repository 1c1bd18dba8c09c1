#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { isExplained, type Subcommand } from './cli/subcommand.ts';
import { lookalikes } from './core/catalog.ts';
import { UserError } from './core/errors.ts';

// Half of a start is compiling. Beside the packages and not in Node's place for it, which is everybody's temporary folder:
// whoever writes there would have code run here. Where nothing can be written it stays as it was.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/attache'));

interface Entry {
  readonly name: string;
  /** What follows the name: `FILE…`. */
  readonly takes: string;
  readonly summary: string;
  /** Loaded when it is asked for: no subcommand waits for the packages of the others. */
  load(): Promise<Subcommand>;
}

const subcommands: readonly Entry[] = [
  {
    name: 'start',
    takes: '',
    summary: 'the bot, on the platforms whose tokens are set; the terminal where none is',
    load: async () => (await import('./cli/start.ts')).start,
  },
  {
    name: 'demo',
    takes: '',
    summary: 'the sample newsroom on this machine, a fast day in the terminal',
    load: async () => (await import('./cli/demo.ts')).demo,
  },
  {
    name: 'once',
    takes: '[--json]',
    summary: 'one cycle: poll what is due, read, deliver, exit',
    load: async () => (await import('./cli/once.ts')).once,
  },
  {
    name: 'say',
    takes: '[--json] "/stance NATO"',
    summary: 'one command, answered on standard output',
    load: async () => (await import('./cli/say.ts')).say,
  },
  {
    name: 'read',
    takes: 'FILE… | --articles LIST.jsonl',
    summary: 'the statements in article texts (.txt, .html), as JSON lines',
    load: async () => (await import('./cli/read.ts')).read,
  },
  {
    name: 'feed',
    takes: 'FILE-OR-URL…',
    summary: 'the parsed feed, as JSON lines (--content-type T, --url BASE)',
    load: async () => (await import('./cli/feed.ts')).feed,
  },
  {
    name: 'article',
    takes: 'FILE-OR-URL…',
    summary: 'the article found in a page, as JSON lines (--url U)',
    load: async () => (await import('./cli/article.ts')).article,
  },
  {
    name: 'export',
    takes: '[--format csv] [--corrections]',
    summary:
      'statements as JSON lines or CSV (--topic, --party, --since, --days); what editors put right, as test cases',
    load: async () => (await import('./cli/export.ts')).exported,
  },
  {
    name: 'export',
    takes: 'feeds',
    summary: 'every feed, those added in chat too, as OPML',
    load: async () => (await import('./cli/export.ts')).exported,
  },
  {
    name: 'desk',
    takes: '[--yaml [--feeds]] [--people]',
    summary: 'who gets what, as files and chat say together; --yaml: as desk.yaml, or feeds.yaml',
    load: async () => (await import('./cli/desk.ts')).desk,
  },
  {
    name: 'import',
    takes: 'FILE.opml',
    summary: 'adds the feeds of another program’s list (--language L)',
    load: async () => (await import('./cli/import.ts')).importing,
  },
  {
    name: 'check',
    takes: '',
    summary: 'configuration, tokens, store and feeds: what is wrong and what to do',
    load: async () => (await import('./cli/check.ts')).check,
  },
  {
    name: 'manifest',
    takes: '',
    summary:
      'Slack’s app manifest, to paste when the app is created (--url U for HTTP mode, --install U for several workspaces)',
    load: async () => (await import('./cli/manifest.ts')).manifest,
  },
  {
    name: 'register',
    takes: '',
    summary: 'Discord’s commands, where they changed (start does it too)',
    load: async () => (await import('./cli/register.ts')).register,
  },
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
  if (found) return (await found.load()).run(args);
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
  const told = isExplained(error) ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${told}\n`);
  return 1;
}

// A reader such as `head` that has seen enough closes the pipe: no reason to complain.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const code = await run(process.argv.slice(2)).catch(complain);
// Another process may still be reading: leaving now would cut the output off.
await new Promise(written => process.stdout.write('', written));
process.exit(code);
