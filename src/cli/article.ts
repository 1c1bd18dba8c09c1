import { parseArgs } from 'node:util';
import { UserError } from '../core/errors.ts';
import { articleDocument } from '../feeds/article.ts';
import { pageLimits } from '../feeds/fetch.ts';
import { given } from './given.ts';
import { printLine, type Subcommand } from './subcommand.ts';

export const article: Subcommand = {
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { url: { type: 'string' } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new UserError('article needs a file or an address.');
    for (const name of positionals) {
      const { doc, text, url } = await given(name, 'text/html, */*;q=0.5', pageLimits, null);
      printLine(articleDocument(doc, text, values.url ?? url ?? ''));
    }
    return 0;
  },
};
