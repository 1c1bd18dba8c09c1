import { parseArgs } from 'node:util';
import { envFrom } from '../config/env.ts';
import { botOf, configOf, connected, logOf, ownTerminal, storeOf } from '../main.ts';
import { documented, inDocuments, printDocument } from './json.ts';
import type { Subcommand } from './subcommand.ts';

export const once: Subcommand = {
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    return values.json ? inDocuments(null, () => cycle(true)) : cycle(false);
  },
};

async function cycle(json: boolean): Promise<number> {
  const env = envFrom('.');
  const config = configOf(env);
  const log = logOf(env);
  let code = 0;
  const tell: Parameters<typeof documented>[2] = document => {
    if (document.failed) code = 1;
    printDocument(document);
  };
  const store = await storeOf(env, log);
  const connectedTo = await connected(env, config, store, log);
  const outside = json ? connectedTo.map(each => documented(each.name, each, tell)) : connectedTo;
  const terminal = json ? documented('terminal', null, tell) : ownTerminal(env, config, () => {});
  const platforms = outside.length > 0 ? outside : [terminal];
  const bot = botOf(env, config, { store, now: Date.now, platforms, log });
  await Promise.all(outside.map(platform => platform.start(bot.bot)));
  await bot.gather();
  await bot.brief();
  await Promise.all(outside.map(platform => platform.stop()));
  await bot.close();
  return code;
}
