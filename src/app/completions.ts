import type { Desk } from '../core/desk.ts';
import { catalogWith, listedFeeds } from '../core/feed-setting.ts';
import { deskWith } from '../core/setting.ts';
import { deskFor } from '../core/space.ts';
import type { Instant } from '../core/time.ts';
import type { About, Choice, CommandSpec, Typing } from './command.ts';
import { best } from './completion.ts';
import type { Log, PartlyTyped, Settings } from './ports.ts';

export interface CompletionTools {
  readonly commands: readonly CommandSpec[];
  readonly catalog: About['catalog'];
  readonly desk: Desk;
  readonly store: { readonly settings: Pick<Settings, 'current'> };
  readonly now: () => Instant;
  readonly log: Log;
}

/** How an option can go on. Nothing for commands that who is typing may not use, and nothing where the store fails. */
export function completions(
  tools: CompletionTools,
  isManager: (typed: PartlyTyped, desk: Desk) => Promise<boolean>,
): (typed: PartlyTyped) => Promise<Choice[]> {
  const known = together(() => knownNow(tools));
  return async typed => {
    const command = tools.commands.find(({ name }) => name === typed.command);
    const option = command?.options.find(({ name }) => name === typed.option);
    if (!command || !option) return [];
    try {
      const about = await known();
      const desk = deskFor(about.desk, typed);
      const who = { platform: typed.platform, who: typed.who, isManager: await isManager(typed, desk) };
      if (!mayUse(command, typed.isHome, who.isManager)) return [];
      return best(option.kind.complete(typed.part, { ...about, desk, ...who }));
    } catch (error) {
      tools.log.warn('completion failed', { command: typed.command, option: typed.option, error });
      return [];
    }
  };
}

const mayUse = ({ access }: CommandSpec, isHome: boolean, isManager: boolean): boolean =>
  access === 'everyone' || (isManager && (access === 'manager' || isHome));

async function knownNow({
  commands,
  catalog,
  desk,
  store,
  now,
}: CompletionTools): Promise<Omit<Typing, 'platform' | 'who' | 'isManager'>> {
  const set = await store.settings.current();
  return {
    ...{ commands, zone: desk.zone, now: now() },
    catalog: catalogWith(catalog, set),
    desk: deskWith(desk, set),
    feeds: listedFeeds(catalog, set),
  };
}

/** Who asks while a task is under way gets its result: every letter that anybody types asks for completions. */
function together<T>(task: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null;
  return () => {
    underWay ??= task().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
