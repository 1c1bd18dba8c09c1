import { parseArgs } from 'node:util';
import { UserError } from '../core/errors.ts';
import { articleDocument } from '../feeds/article.ts';
import { pageLimits } from '../feeds/fetch.ts';
import { given } from './given.ts';
import { baseAddress, printHelp, printLine, type Subcommand } from './subcommand.ts';

const help = `attache article FILE-OR-URL… [--url U]

  prints one line of JSON a page: {"doc","title","text","published","author"}

  --url U   where the files came from: a date in the address counts where the page names none
`;

export const article: Subcommand = {
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { url: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values.help) return printHelp(help);
    if (positionals.length === 0) throw new UserError(`article needs a file or an address.\n\n${help}`);
    const base = baseAddress(values.url);
    for (const name of positionals) {
      const { doc, text, url } = await given(name, 'text/html, */*;q=0.5', pageLimits, null);
      printLine(articleDocument(doc, text, base ?? url ?? ''));
    }
    return 0;
  },
};
