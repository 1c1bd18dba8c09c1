import { ConfigError, StartError, UserError } from '../core/errors.ts';

/** What a subcommand of `attache` does. */
export interface Subcommand {
  /** Resolves with the exit code. Rejects with a UserError, ConfigError or StartError for what the person can put right. */
  run(args: readonly string[]): Promise<number>;
}

/** Whether an error says all of itself to a person, who can put it right. Anything else is a bug. */
export const isExplained = (error: unknown): error is Error =>
  error instanceof UserError ||
  error instanceof ConfigError ||
  error instanceof StartError ||
  isBadArgument(error);

/** What `parseArgs` says of an option that it does not know. */
const isBadArgument = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** Text on standard output; resolves when the reader can take more. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise(drained => process.stdout.once('drain', drained));
}

/** Machine-readable output: one JSON document a line on standard output. */
export function printLine(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document)}\n`);
}

/** The answer to --help. */
export function printHelp(help: string): number {
  process.stdout.write(help);
  return 0;
}

/** The value of `--url`, null where it is not given. Throws a UserError for what is no web address. */
export function baseAddress(url: string | undefined): string | null {
  if (url === undefined) return null;
  if (/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return url;
  throw new UserError(`--url ${url} is no web address. For example: --url https://news.example/feed.xml`);
}
