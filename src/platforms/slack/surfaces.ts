import type { Log, Request } from '../../app/ports.ts';
import type { Audience } from '../../core/desk.ts';
import type { Message } from '../../core/message.ts';
import { fault } from './faults.ts';
import type { HomeTools, Visitor } from './home.ts';
import { patiently } from './patience.ts';
import { posts } from './render.ts';
import { pressedRequest } from './translate.ts';
import { answerView, waitingView } from './view.ts';

export interface SurfaceTools extends HomeTools {
  readonly audiences: readonly Audience[];
  readonly log: Log;
}

/** A button that was pressed in the home tab or in a window. */
export interface ViewPress {
  /** Opens a window within three seconds, once. */
  readonly trigger_id: string;
  readonly user: { readonly id: string };
  readonly view: { readonly id: string; readonly type: string; readonly hash?: string };
  readonly actions: readonly { readonly value?: string }[];
}

interface Surfaces {
  /** Answers in a window, and shows the home tab anew. */
  pressed(press: ViewPress, workspace: Pick<Request, 'space' | 'isHome'>): Promise<void>;
}

/** Answers what is pressed where there is no channel: in the home tab and in windows. */
export function surfaces(
  tools: SurfaceTools,
  home: (visitor: Visitor, hash?: string) => Promise<void>,
): Surfaces {
  const { bot, workspaces, audiences, log } = tools;

  async function pressed(press: ViewPress, workspace: Pick<Request, 'space' | 'isHome'>): Promise<void> {
    const { actions, user, view } = press;
    const request = pressedRequest(actions[0]?.value, { who: user.id, where: null }, workspace);
    if (!request) return;
    const window = view.type === 'home' ? await opened(press, request) : view.id;
    const { message } = await bot.answer(request);
    await Promise.all([
      show(message, window, request),
      home({ ...workspace, who: user.id }, view.type === 'home' ? view.hash : undefined),
    ]);
  }

  /** A window for the answer, opened before it is known: the right to do so ends after three seconds. */
  async function opened({ trigger_id }: ViewPress, { space }: Request): Promise<string | null> {
    try {
      const { view } = await workspaces.calling(space, client =>
        client.views.open({ trigger_id, view: waitingView() }),
      );
      return view?.id ?? null;
    } catch (error) {
      log.warn('slack window not opened', { error: String(error) });
      return null;
    }
  }

  /** In the window; where none could be opened, in a direct message. A window that was closed wants no answer. */
  async function show(message: Message, window: string | null, { space, who }: Request): Promise<void> {
    if (window === null) {
      for (const post of posts(message, audiences))
        await workspaces.calling(space, client =>
          patiently(() => client.chat.postMessage({ ...post, channel: who })),
        );
      return;
    }
    try {
      await workspaces.calling(space, client =>
        patiently(() => client.views.update({ view_id: window, view: answerView(message) })),
      );
    } catch (error) {
      const found = fault(error);
      if (found.kind !== 'refused' || found.code !== 'not_found') throw error;
    }
  }

  return { pressed };
}
