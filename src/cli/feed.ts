import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../core/errors.ts';
import { feedDocument } from '../feeds/document.ts';
import { feedLimits } from '../feeds/fetch.ts';
import { given } from './given.ts';
import { baseAddress, printHelp, printLine, type Subcommand } from './subcommand.ts';

const accept = 'application/rss+xml, */*;q=0.5';

const help = `attache feed FILE-OR-URL… [--content-type T] [--url BASE]

  prints one line of JSON a document: {"doc","title","items":[{"id","title","link","published","author","summary","content"}]}

  --content-type T   what a server said of the files, for their encoding: "text/xml; charset=koi8-r"
  --url BASE         where the files came from: relative links are relative to it
`;

export const feed: Subcommand = {
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        'content-type': { type: 'string' },
        url: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
    if (values.help) return printHelp(help);
    if (positionals.length === 0) throw new UserError(`feed needs a file or an address.\n\n${help}`);
    const base = baseAddress(values.url);
    let failures = 0;
    for (const name of positionals) {
      const line = await feedLine(name, values['content-type'] ?? null, base);
      if ('problem' in line) {
        failures += 1;
        process.stderr.write(`${line.problem}\n`);
      }
      printLine(line);
    }
    return failures === 0 ? 0 : 1;
  },
};

/** One document that is no feed must not keep the others from being read. */
async function feedLine(name: string, contentType: string | null, base: string | null): Promise<object> {
  try {
    const found = await given(name, accept, feedLimits, contentType);
    const { doc, text, url } = found;
    return await feedDocument(doc, text, { url: base ?? url ?? '', contentType: found.contentType });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { doc: basename(name, extname(name)), title: null, items: [], problem: error.message };
  }
}
