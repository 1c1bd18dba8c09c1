import { parseArgs } from 'node:util';
import { UserError } from '../core/errors.ts';
import { feedDocument } from '../feeds/document.ts';
import { feedLimits } from '../feeds/fetch.ts';
import { given } from './given.ts';
import { printLine, type Subcommand } from './subcommand.ts';

export const feed: Subcommand = {
  name: 'feed',
  takes: 'FILE-OR-URL…',
  summary: 'the parsed feed, as JSON lines (--content-type T, --url BASE)',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'content-type': { type: 'string' }, url: { type: 'string' } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new UserError('feed needs a file or an address.');
    const contentType = values['content-type'] ?? null;
    for (const name of positionals) {
      const {
        doc,
        text,
        url,
        contentType: stated,
      } = await given(name, 'application/rss+xml, */*;q=0.5', feedLimits, contentType);
      printLine(await feedDocument(doc, text, { url: values.url ?? url ?? '', contentType: stated }));
    }
    return 0;
  },
};
