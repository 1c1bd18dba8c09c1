import { commands } from '../../commands/index.ts';
import { type AnswerTools, bot } from '../../src/app/answer.ts';
import { parseCommandLine } from '../../src/app/line.ts';
import type { Bot, Store } from '../../src/app/ports.ts';
import type { Article } from '../../src/core/article.ts';
import type { Message } from '../../src/core/message.ts';
import type { Statement } from '../../src/core/statement.ts';
import { rendered } from '../../src/platforms/terminal/render.ts';
import { openStore } from '../../src/store/open.ts';
import { finders } from './finders.ts';
import { article, at, desk, lakes } from './made.ts';
import { silent } from './silent.ts';

export const now = at('2025-11-28T08:00Z');

/** A bot over an empty store in memory and the invented talks on two lakes, with the shipped commands or others. */
export async function askable(
  given: Partial<
    Pick<AnswerTools, 'commands' | 'catalog' | 'desk' | 'log' | 'now' | 'store' | 'feedFinder'>
  > = {},
): Promise<{ bot: Bot; store: Store }> {
  const store = given.store ?? (await openStore({ databaseUrl: null, path: ':memory:' }));
  const tools: AnswerTools = {
    commands,
    catalog: lakes(),
    desk: desk(),
    store,
    now: () => now,
    reference: () => 'abcd1234',
    log: silent,
    ...finders([]),
    ...given,
  };
  return { store, bot: bot(tools) };
}

/** Puts statements on record, each in an article of its own that holds their words. */
export async function recorded(
  store: Store,
  statements: readonly Statement[],
  given: Partial<Article> = {},
): Promise<void> {
  for (const statement of statements) {
    const { article: id, outlet, url, at: published } = statement;
    await store.articles.add(article({ id, outlet, url, published, ...given }), [`id:${id}`]);
    await store.ledger.record(id, [statement], null);
  }
}

export async function say(bot: Bot, line: string): Promise<Message> {
  const asked = parseCommandLine(line);
  if (!asked) throw new Error(`no command in ${line}`);
  const { message } = await bot.answer({
    ...asked,
    platform: 'terminal',
    space: null,
    isHome: true,
    who: 'test',
    where: null,
  });
  return message;
}

/** The answer as a terminal of 100 columns would show it. */
export async function said(bot: Bot, line: string): Promise<string> {
  return rendered(await say(bot, line), { colour: false, width: 100 });
}

/** Where there is one workspace or server. */
export const atHome = { space: null, isHome: true } as const;
