import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../core/errors.ts';
import { feedDocument } from '../feeds/document.ts';
import { feedLimits } from '../feeds/fetch.ts';
import { given } from './given.ts';
import { printLine, type Subcommand } from './subcommand.ts';

const accept = 'application/rss+xml, */*;q=0.5';

export const feed: Subcommand = {
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'content-type': { type: 'string' }, url: { type: 'string' } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new UserError('feed needs a file or an address.');
    let failures = 0;
    for (const name of positionals) {
      const line = await feedLine(name, values['content-type'] ?? null, values.url ?? null);
      if ('problem' in line) failures += 1;
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
