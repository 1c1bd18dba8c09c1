import { parseArgs } from 'node:util';
import { language } from '../app/feed-kinds.ts';
import { type Import, imported } from '../app/import.ts';
import type { Store } from '../app/ports.ts';
import { envFrom } from '../config/env.ts';
import { UserError } from '../core/errors.ts';
import { decoded } from '../feeds/decode.ts';
import { type Outlines, outlinesIn } from '../feeds/opml.ts';
import { configOf, storeOf } from '../main.ts';
import { bytesOf } from './given.ts';
import { print, printHelp, type Subcommand } from './subcommand.ts';

const help = `attache import FILE.opml [--language en]

  adds the feeds of a list that another program wrote; a running bot polls them in its next round

  --language L   of feeds whose outline does not say theirs; en unless given
`;

/** Feeds of an OPML file become settings, as if they were added in chat. */
export const importing: Subcommand = {
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        language: { type: 'string', default: 'en' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
    if (values.help) return printHelp(help);
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0)
      throw new UserError('Name one OPML file: attache import FILE.opml');
    const usual = tagOf(values.language);
    const env = envFrom('.');
    const found = outlinesIn(decoded(bytesOf(file), null), env.allowHosts);
    if (!found) throw new UserError(`${file} is no OPML: it has no outlines.`);
    const { catalog } = configOf(env);
    const store = await storeOf(env);
    try {
      const entries = found.feeds.map(each => ({ ...each, language: tagOf(each.language ?? usual, usual) }));
      const by = { by: 'cli', at: Date.now() };
      const result = imported(entries, catalog, await store.settings.current(), by);
      await keep(result, store);
      await print(summary(result, found));
    } finally {
      await store.close();
    }
    return 0;
  },
};

/** A tag that another program wrote may be none; one that was typed has to be. */
function tagOf(word: string, otherwise?: string): string {
  try {
    return language.parse(word, { catalog: nothing, now: 0, zone: 'UTC', commands: [] });
  } catch (error) {
    if (otherwise === undefined) throw error;
    return otherwise;
  }
}

const nothing = {
  ...{ negotiations: [], actors: new Map(), topics: new Map() },
  ...{ outlets: new Map(), feeds: new Map() },
};

async function keep({ added }: Import, { settings }: Store): Promise<void> {
  for (const each of added) {
    const { by, at } = each;
    await settings.put({ kind: 'feed', id: each.feed.id, value: { added: each, state: 'polled' }, by, at });
  }
}

/** Every outline is in it: added, there already, or refused with its line. */
function summary({ added, newOutlets, known }: Import, { refused }: Outlines): string {
  const lines = [
    `${added.length} added, ${known.length} already there, ${refused.length} refused`,
    ...added.map(({ feed, outlet }) => `+ ${feed.id}: ${outlet.name}, ${feed.language}, ${feed.url}`),
    ...known.map(({ line, feed }) => `= line ${line}: already there as ${feed}`),
    ...refused.map(({ line, reason }) => `✗ line ${line}: ${reason}`),
    ...(newOutlets.length > 0
      ? [`Outlets that are new here are taken to be independent; write those of a state into feeds.yaml.`]
      : []),
  ];
  return `${lines.map(line => line.replace(/\p{Cc}/gu, ' ')).join('\n')}\n`;
}
