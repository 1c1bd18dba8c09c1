import { setTimeout as sleep } from 'node:timers/promises';
import type { App, Context } from '@slack/bolt';
import type { Bot, Log, Reply, Request } from '../../app/ports.ts';
import type { Audience } from '../../core/desk.ts';
import { homeTab } from './home.ts';
import { limits } from './limits.ts';
import { patiently } from './patience.ts';
import { type Post, posts } from './render.ts';
import { surfaces, type ViewPress } from './surfaces.ts';
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
  const home = homeTab(tools);
  const { pressed } = surfaces(tools, home);

  /** Begins a task unless the same `id` came before, and does not wait for it: Bolt's listeners end at the ack. */
  function work(id: string, task: () => Promise<void>): void {
    if (!isNew(id)) return;
    const done = task()
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
    else work(body.trigger_id, () => answerPress(body as Press, askedIn(context), tools));
  });
  app.event('app_home_opened', async ({ event, body, context }) => {
    if (event.tab !== 'home') return;
    const { hash } = (event.view ?? {}) as { readonly hash?: string };
    work(body.event_id, () => home({ ...askedIn(context), who: event.user }, hash));
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
  const seen = new Set<string>();
  return id => {
    if (seen.has(id)) return false;
    seen.add(id);
    for (const oldest of seen) {
      if (seen.size <= remembered) break;
      seen.delete(oldest);
    }
    return true;
  };
}

const remembered = 5_000;

/** Where an answer goes: Slack's address for it, good for 30 minutes, and the thread of the button that was pressed. */
interface Place {
  readonly url: string;
  readonly thread: string | undefined;
}

async function answer(request: Request, place: Place, tools: Answering): Promise<void> {
  await respond(request, place, await tools.bot.answer(request), tools);
}

async function answerPress(
  { user, channel, container, response_url, actions }: Press,
  workspace: AskedIn,
  tools: Answering,
): Promise<void> {
  const request = pressedRequest(actions[0]?.value, { who: user.id, where: channel?.id ?? null }, workspace);
  if (!request || !response_url) return;
  await answer(request, { url: response_url, thread: container?.thread_ts }, tools);
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

async function respond(
  request: Request,
  { url, thread }: Place,
  { message, visibility }: Reply,
  tools: Answering,
): Promise<void> {
  const response_type = visibility === 'channel' ? 'in_channel' : 'ephemeral';
  const inThread = thread ? { thread_ts: thread } : {};
  const parts = atMost(limits.responses, posts(message, tools.audiences)).map(part => ({
    ...part,
    ...inThread,
  }));
  for (const [n, part] of parts.entries()) {
    const status = await sent(url, { ...part, response_type, replace_original: false });
    if (status >= 200 && status <= 299) continue;
    tools.log.warn('slack response refused', { status });
    // After a fault of Slack's own the part may stand there; a refusal means that it does not.
    if (status < 500) await whisper(request, parts.slice(n), tools);
    return;
  }
}

/** The rest of an answer whose address is gone, for the person alone: what was private stays so. */
async function whisper(
  { who, where, space }: Request,
  parts: readonly (Post & { readonly thread_ts?: string })[],
  { workspaces }: Answering,
): Promise<void> {
  if (where === null) return;
  for (const part of parts)
    await workspaces.calling(space, client =>
      patiently(() => client.chat.postEphemeral({ ...part, channel: where, user: who })),
    );
}

/** Posts the answer; once more where Slack was in trouble. Nothing is assumed of the address but that Slack gave it. */
async function sent(url: string, body: object, again = true): Promise<number> {
  const { status } = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  return status >= 500 && again ? sent(url, body, false) : status;
}

function atMost(count: number, all: readonly Post[]): readonly Post[] {
  if (all.length <= count) return all;
  const left = all.length - count;
  const words = `${left + 1} more parts do not fit an answer in Slack: ask for less, such as fewer days or one topic.`;
  return [...all.slice(0, count - 1), ...posts({ summary: words, blocks: [], ping: [], zone: 'UTC' }, [])];
}
