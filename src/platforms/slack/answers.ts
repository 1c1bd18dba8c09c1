import { setTimeout as sleep } from 'node:timers/promises';
import type { App, Context, ViewSubmitAction } from '@slack/bolt';
import type { Bot, Log, Request } from '../../app/ports.ts';
import { turns } from '../../app/turns.ts';
import type { Audience } from '../../core/desk.ts';
import { dropOldest } from '../../core/oldest.ts';
import { finderId, formId } from './form-view.ts';
import type { Submitted } from './forms.ts';
import { patiently } from './patience.ts';
import { posts } from './render.ts';
import { type Place, respond } from './responses.ts';
import { type Surfaces, surfaces, type ViewPress } from './surfaces.ts';
import { pressedRequest, saidRequest, slashRequest } from './translate.ts';
import type { Workspaces } from './workspaces.ts';

export interface Answering {
  readonly app: App;
  readonly bot: Bot;
  readonly workspaces: Pick<Workspaces, 'calling'>;
  readonly audiences: readonly Audience[];
  readonly log: Log;
}

/** Answers everything people can ask with. Returns what waits for the answers under way, five seconds at most. */
export function answerPeople(tools: Answering): () => Promise<void> {
  const { app, log } = tools;
  const underWay = new Set<Promise<void>>();
  const isNew = unseen();
  const turn = turns();
  const { home, shortcut: openShortcut, pressed, open, choices, submitted } = surfaces(tools);
  const submission = once<Promise<Submitted>>();

  /** Begins a task unless the same `id` came before, and does not wait for it: Bolt's listeners end at the ack. */
  function work(id: string, task: () => Promise<void>): void {
    if (!isNew(id)) return;
    const done = turn()
      .then(task)
      .catch(error => log.error('slack answer failed', { error: String(error) }))
      .finally(() => underWay.delete(done));
    underWay.add(done);
  }

  app.command(/^\//, async ({ ack, command, context }) => {
    await acknowledged(ack, log);
    const place = { url: command.response_url, thread: undefined };
    work(command.trigger_id, () => answer(slashRequest(command, askedIn(context)), place, tools));
  });
  app.action(/^run-\d+$/, async ({ ack, body, context }) => {
    await acknowledged(ack, log);
    if (body.type !== 'block_actions') return;
    const { view } = body;
    if (view) work(body.trigger_id, () => pressed({ ...body, view } as ViewPress, askedIn(context)));
    else work(body.trigger_id, () => answerPress(body as Press, askedIn(context), { ...tools, open }));
  });
  app.view<ViewSubmitAction>(
    { type: 'view_submission', callback_id: formId },
    async ({ ack, body, view, context }) => {
      const asker = { ...askedIn(context), who: body.user.id };
      const { answer, after } = await submission(body.trigger_id, () => submitted(view, asker));
      await acknowledged(() => ack(answer), log);
      work(body.trigger_id, after);
    },
  );
  app.options<'block_suggestion'>(
    { type: 'block_suggestion', action_id: finderId },
    async ({ ack, body, context }) => {
      const asker = { ...askedIn(context), who: body.user.id };
      const found = await choices(body.view?.private_metadata ?? '', body.block_id, body.value, asker);
      await acknowledged(() => ack({ options: found }), log);
    },
  );
  app.event('app_home_opened', async ({ event, body, context }) => {
    if (event.tab !== 'home') return;
    const { hash } = (event.view ?? {}) as { readonly hash?: string };
    work(body.event_id, () => home({ ...askedIn(context), who: event.user }, hash));
  });
  app.shortcut(/^/, async ({ ack, shortcut, context }) => {
    await acknowledged(ack, log);
    const asker = { ...askedIn(context), who: shortcut.user.id };
    work(shortcut.trigger_id, () => openShortcut(shortcut.trigger_id, asker));
  });
  app.event('app_mention', async ({ event, body, context }) => {
    work(body.event_id, () => answerSaid(event, event.thread_ts ?? event.ts, context, tools));
  });
  app.event('message', async ({ event, body, context }) => {
    const said = event as Message;
    if (said.channel_type !== 'im' || said.subtype !== undefined || said.bot_id !== undefined) return;
    work(body.event_id, () => answerSaid(said, said.thread_ts, context, tools));
  });
  // Comes where the app was also given channels:read or groups:read, and subscribed to it.
  app.event('member_joined_channel', async ({ event, body, context }) => {
    if (event.user !== context.botUserId) return;
    work(body.event_id, () => tools.bot.invited('slack', namesOf(event.channel, askedIn(context))));
  });
  return async () => {
    await Promise.race([Promise.allSettled(underWay), sleep(5_000, undefined, { ref: false })]);
  };
}

interface Message {
  readonly channel: string;
  readonly channel_type?: string;
  readonly subtype?: string;
  readonly bot_id?: string;
  readonly user?: string;
  readonly text?: string;
  readonly thread_ts?: string;
}

interface Press {
  readonly trigger_id: string;
  readonly user: { readonly id: string };
  readonly channel?: { readonly id: string };
  readonly container?: { readonly thread_ts?: string };
  readonly response_url?: string;
  readonly actions: readonly { readonly value?: string }[];
}

/** A channel as deliveries may be addressed there: at home with its workspace or without. */
const namesOf = (channel: string, { space, isHome }: AskedIn): string[] => [
  ...(isHome ? [channel] : []),
  ...(space === null ? [] : [`${space}/${channel}`]),
];

/** The workspace where something is asked: what `Workspaces.authorize` said. */
type AskedIn = Pick<Request, 'space' | 'isHome'>;

const askedIn = ({ teamId, isHome }: Context): AskedIn => ({
  space: teamId ?? null,
  isHome: isHome === true,
});

/** An acknowledgement that is lost with its connection must not cost the answer: response_url goes another way. */
async function acknowledged(ack: () => Promise<void>, log: Log): Promise<void> {
  try {
    await ack();
  } catch (error) {
    log.warn('slack acknowledgement lost', { error: String(error) });
  }
}

/** Slack sends an event again where our acknowledgement came late or was lost: https://docs.slack.dev/apis/events-api */
function unseen(): (id: string) => boolean {
  const first = once<object>();
  return id => {
    const mine = {};
    return first(id, () => mine) === mine;
  };
}

/** Begins something for an id; what has the same id gets what was begun for it. */
function once<T>(): (id: string, begin: () => T) => T {
  const begun = new Map<string, T>();
  return (id, begin) => {
    const result = begun.get(id) ?? begin();
    begun.set(id, result);
    dropOldest(begun, remembered);
    return result;
  };
}

const remembered = 5_000;

async function answer(request: Request, place: Place, tools: Answering): Promise<void> {
  await respond(request, place, await tools.bot.answer(request), tools);
}

async function answerPress(
  { trigger_id, user, channel, container, response_url, actions }: Press,
  workspace: AskedIn,
  tools: Answering & Pick<Surfaces, 'open'>,
): Promise<void> {
  const request = pressedRequest(actions[0]?.value, { who: user.id, where: channel?.id ?? null }, workspace);
  if (!request || !response_url) return;
  const place = { url: response_url, thread: container?.thread_ts };
  if (!request.asks) return answer(request, place, tools);
  const instead = await tools.open(request, trigger_id, place);
  if (instead) await respond(request, place, instead, tools);
}

/** What is asked aloud is answered aloud: in the thread of a channel, or in the direct message. */
async function answerSaid(
  said: Message,
  thread: string | undefined,
  context: Context,
  tools: Answering,
): Promise<void> {
  const workspace = askedIn(context);
  const request = saidRequest(said, context.botUserId ?? '', workspace);
  const { message } = await tools.bot.answer(request);
  for (const post of posts(message, tools.audiences)) {
    const place = { channel: said.channel, ...(thread === undefined ? {} : { thread_ts: thread }) };
    await tools.workspaces.calling(workspace.space, client =>
      patiently(() => client.chat.postMessage({ ...post, ...place })),
    );
  }
}
