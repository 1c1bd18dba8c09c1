import type { Bot, Request } from '../../app/ports.ts';
import type { Message } from '../../core/message.ts';
import { fault } from './faults.ts';
import { type FormTools, forms } from './forms.ts';
import { homeTab, type Visitor } from './home.ts';
import { patiently, steadily } from './patience.ts';
import { posts } from './render.ts';
import type { Responding } from './responses.ts';
import { type Pressed, pressedRequest } from './translate.ts';
import { answerView, waitingView } from './view.ts';

export interface SurfaceTools extends Responding {
  readonly bot: Bot;
}

/** A button that was pressed in the home tab or in a window. */
export interface ViewPress {
  /** Opens a window within three seconds, once. */
  readonly trigger_id: string;
  readonly user: { readonly id: string };
  readonly view: { readonly id: string; readonly type: string; readonly hash?: string };
  readonly actions: readonly { readonly value?: string }[];
}

export interface Surfaces extends Pick<ReturnType<typeof forms>, 'open' | 'choices' | 'submitted'> {
  readonly home: (visitor: Visitor, hash?: string) => Promise<void>;
  /** What the home tab shows, in a window, from anywhere in Slack. */
  shortcut(trigger_id: string, visitor: Visitor): Promise<void>;
  /** Answers in a window, and shows the home tab anew. */
  pressed(press: ViewPress, workspace: Pick<Request, 'space' | 'isHome'>): Promise<void>;
}

/** What people see outside of channels: the home tab, and windows with answers and forms. */
export function surfaces(tools: SurfaceTools): Surfaces {
  const { bot, workspaces, audiences, log } = tools;
  const home = homeTab(tools);
  const { open, choices, submitted } = forms({ ...tools, home, show } satisfies FormTools);

  async function pressed(press: ViewPress, workspace: Pick<Request, 'space' | 'isHome'>): Promise<void> {
    const { actions, user, view } = press;
    const request = pressedRequest(actions[0]?.value, { who: user.id, where: null }, workspace);
    if (!request) return;
    if (request.asks) return openForm(press, request);
    const window = view.type === 'home' ? await opened(press, request) : view.id;
    const { message } = await bot.answer(request);
    await Promise.all([show(message, window, request), home(request, view.type === 'home' ? view.hash : '')]);
  }

  async function shortcut(trigger_id: string, visitor: Visitor): Promise<void> {
    const asked = { command: 'home', given: {}, platform: 'slack', where: null } as const;
    const { space, isHome, who } = visitor;
    const request = { ...asked, space, isHome, who };
    const window = await opened({ trigger_id }, request);
    await show((await bot.answer(request)).message, window, request);
  }

  async function openForm(press: ViewPress, request: Pressed): Promise<void> {
    const isHome = press.view.type === 'home';
    const reply = await open(request, press.trigger_id, isHome ? 'home' : { window: press.view.id });
    if (!reply) return;
    const window = isHome ? await opened(press, request) : press.view.id;
    await show(reply.message, window, request);
  }

  /** A window for the answer, opened before it is known: the right to do so ends after three seconds. */
  async function opened(
    { trigger_id }: Pick<ViewPress, 'trigger_id'>,
    { space }: Request,
  ): Promise<string | null> {
    try {
      const { view: made } = await workspaces.calling(space, client =>
        client.views.open({ trigger_id, view: waitingView() }),
      );
      return made?.id ?? null;
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
        steadily(() => client.views.update({ view_id: window, view: answerView(message) })),
      );
    } catch (error) {
      const found = fault(error);
      if (found.kind !== 'refused' || found.code !== 'not_found') throw error;
    }
  }

  return { home, shortcut, pressed, open, choices, submitted };
}
