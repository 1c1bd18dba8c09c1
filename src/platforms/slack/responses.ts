import type { Log, Reply, Request } from '../../app/ports.ts';
import type { Audience } from '../../core/desk.ts';
import { limits } from './limits.ts';
import { patiently } from './patience.ts';
import { type Post, posts } from './render.ts';
import type { Workspaces } from './workspaces.ts';

export interface Responding {
  readonly workspaces: Pick<Workspaces, 'calling'>;
  readonly audiences: readonly Audience[];
  readonly log: Log;
}

/** Where an answer goes: Slack's address for it, good for 30 minutes, and the thread of the button that was pressed. */
export interface Place {
  readonly url: string;
  readonly thread: string | undefined;
}

/** Answers at the address that came with the question, for the person alone or for the channel. */
export async function respond(
  request: Request,
  { url, thread }: Place,
  { message, visibility }: Reply,
  tools: Responding,
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
  { workspaces }: Responding,
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
