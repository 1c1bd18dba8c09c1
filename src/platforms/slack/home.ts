import type { Bot, Request } from '../../app/ports.ts';
import { fault } from './faults.ts';
import { steadily } from './patience.ts';
import { homeView } from './view.ts';
import type { Workspaces } from './workspaces.ts';

export interface HomeTools {
  readonly bot: Bot;
  readonly workspaces: Pick<Workspaces, 'calling'>;
}

/** Whose home tab it is. */
export type Visitor = Pick<Request, 'space' | 'isHome' | 'who'>;

/**
 * Shows a person's home tab as it is now. One is made after another, so that an older one never takes the place of a
 * newer; what is asked for several times meanwhile is made once more. `hash`: of the view that was seen.
 */
export function homeTab(tools: HomeTools): (visitor: Visitor, hash?: string) => Promise<void> {
  const asked = new Map<string, Visitor | null>();
  return async (visitor, hash) => {
    const key = `${visitor.space} ${visitor.who}`;
    const isUnderWay = asked.has(key);
    asked.set(key, visitor);
    if (isUnderWay) return;
    try {
      for (let seen = hash, next = asked.get(key); next; next = asked.get(key)) {
        asked.set(key, null);
        seen = await published(next, seen, tools);
      }
    } finally {
      asked.delete(key);
    }
  };
}

/** Gives the hash of the view as it is then. Where another process published meanwhile, ours may be the older. */
async function published(
  visitor: Visitor,
  hash: string | undefined,
  tools: HomeTools,
): Promise<string | undefined> {
  try {
    return await publish(visitor, hash, tools);
  } catch (error) {
    const found = fault(error);
    if (found.kind !== 'refused' || found.code !== 'hash_conflict') throw error;
    return publish(visitor, undefined, tools);
  }
}

async function publish(
  { who, space, isHome }: Visitor,
  hash: string | undefined,
  { bot, workspaces }: HomeTools,
): Promise<string | undefined> {
  const asked = { command: 'home', given: {}, platform: 'slack', space, isHome, who, where: null } as const;
  const { message } = await bot.answer(asked);
  const view = homeView(message);
  const { view: now } = await workspaces.calling(space, client =>
    steadily(() => client.views.publish({ user_id: who, view, ...(hash ? { hash } : {}) })),
  );
  return now?.hash;
}
