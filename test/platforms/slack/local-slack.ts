import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { withServer } from '../../support/server.ts';
import { localViews } from './local-views.ts';

export interface Call {
  readonly method: string;
  readonly token: string;
  readonly given: Record<string, string>;
}

export interface Held {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly Record<string, unknown>[];
  readonly thread_ts?: string;
  readonly metadata?: { readonly event_type: string; readonly event_payload: Record<string, unknown> };
  readonly mrkdwn: string | undefined;
  readonly unfurl_links: string | undefined;
}

/** Done instead of the usual answer, once for every fault in the list; `after` lets the usual thing happen first. */
export interface Fault {
  readonly method: string;
  readonly after?: true;
  readonly answer: (response: ServerResponse) => void;
}

export const json =
  (body: object, status = 200, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

export const refusal = (error: string, more: object = {}) => json({ ok: false, error, ...more });

export const botToken = 'xoxb-local-bot';
export const appToken = 'xapp-local-app';
export const signingSecret = 'local-signing-secret';
export const client = { clientId: '1.1', clientSecret: 'local-client-secret' };

/** A workspace in which the app is, or can be installed. */
export interface LocalWorkspace {
  readonly team: string;
  readonly name: string;
  /** Who installs it. */
  readonly user: string;
  readonly token: string;
  /** The code of the refusal of every call with its token. */
  refused?: string;
}

/** A small Slack: the Web API methods the bot calls, Socket Mode, signed HTTP, response_url. */
export async function localSlack() {
  const calls: Call[] = [];
  const messages: Held[] = [];
  const faults: Fault[] = [];
  const responses: { path: string; body: Record<string, unknown> }[] = [];
  const sockets: WebSocket[] = [];
  const whispers: Record<string, string>[] = [];
  const opened = new EventTarget();
  const surfaces = localViews();
  const state = { hello: true, statuses: [] as number[] };
  const wss = new WebSocketServer({ noServer: true });
  const home: LocalWorkspace = { team: 'T0LOCAL', name: 'Local', user: 'U0ANN', token: botToken };
  const workspaces = [home];
  /** What a code is good for, once; an organisation has no team. */
  const codes = new Map<string, { workspace: LocalWorkspace; redirect: string | undefined; more: object }>();
  let clock = 1_700_000_000;

  const { url, server } = await withServer(async (request, response) => {
    const body = await bodyOf(request);
    if (request.url?.startsWith('/response/')) return respond(request.url, body, response);
    if (request.url?.startsWith('/oauth/v2/authorize?')) return authorize(request.url, response);
    const method = /^\/api\/(.+)$/.exec(request.url ?? '')?.[1];
    if (!method) return response.writeHead(404).end('nothing here');
    const given = Object.fromEntries(new URLSearchParams(body));
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    calls.push({ method, given, token });
    const at = faults.findIndex(fault => fault.method === method);
    const [fault] = at < 0 ? [] : faults.splice(at, 1);
    if (fault && !fault.after) return fault.answer(response);
    const answer = usual(method, given, token);
    return fault ? fault.answer(response) : json(answer)(response);
  });

  function respond(path: string, body: string, response: ServerResponse): void {
    const status = state.statuses.shift() ?? 200;
    if (status === 200) responses.push({ path, body: JSON.parse(body) });
    response.writeHead(status).end(status === 200 ? 'ok' : 'no');
    opened.dispatchEvent(new Event('change'));
  }

  /** Whoever is asked allows it, in the workspace that was made ready last. */
  function authorize(path: string, response: ServerResponse): void {
    const { client_id, redirect_uri = '', state = '' } = Object.fromEntries(new URL(path, url).searchParams);
    const code = [...codes.keys()].at(-1) ?? '';
    const ready = codes.get(code);
    if (client_id !== client.clientId || !ready) return void response.writeHead(400).end('bad client_id');
    codes.set(code, { ...ready, redirect: redirect_uri });
    const location = `${redirect_uri}?${new URLSearchParams({ code, state })}`;
    response.writeHead(302, { location }).end();
  }

  function access({ code = '', client_id, client_secret, redirect_uri }: Record<string, string>): object {
    const found = codes.get(code);
    if (client_id !== client.clientId || client_secret !== client.clientSecret)
      return { ok: false, error: 'bad_client_secret' };
    if (!found) return { ok: false, error: 'invalid_code' };
    if (found.redirect !== undefined && found.redirect !== redirect_uri)
      return { ok: false, error: 'bad_redirect_uri' };
    codes.delete(code);
    const { workspace, more } = found;
    if (!workspaces.includes(workspace)) workspaces.push(workspace);
    return {
      ...{ ok: true, access_token: workspace.token, token_type: 'bot', scope: 'commands,chat:write' },
      ...{ bot_user_id: `U0BOT${workspace.team}`, app_id: 'A0', enterprise: null },
      ...{ team: { id: workspace.team, name: workspace.name }, is_enterprise_install: false },
      ...{ authed_user: { id: workspace.user }, ...more },
    };
  }

  /** A code as Slack hands it out, good once for this workspace. */
  function grant(workspace: LocalWorkspace, more: object = {}): string {
    const code = randomUUID();
    codes.set(code, { workspace, redirect: undefined, more });
    return code;
  }

  function usual(method: string, given: Record<string, string>, token: string): object {
    if (method === 'oauth.v2.access') return access(given);
    if (method === 'apps.connections.open') {
      return token === appToken
        ? { ok: true, url: `${url.replace('http', 'ws')}/link` }
        : { ok: false, error: 'invalid_auth' };
    }
    const at = workspaces.find(each => each.token === token);
    if (!at || at.refused) return { ok: false, error: at?.refused ?? 'invalid_auth' };
    switch (method) {
      case 'auth.test':
        return { ok: true, ...identityIn(at) };
      case 'chat.postMessage':
        return post(given);
      case 'chat.update':
      case 'chat.delete':
        return change(method, given);
      case 'chat.postEphemeral':
        whispers.push(given);
        opened.dispatchEvent(new Event('change'));
        return { ok: true, message_ts: '1.1' };
      case 'conversations.open':
        return { ok: true, channel: { id: `D${given.users}` } };
      case 'conversations.history':
        if (/^[UW]/.test(given.channel ?? '')) return { ok: false, error: 'channel_not_found' };
        return page(
          messages.filter(({ channel, thread_ts }) => channel === given.channel && !thread_ts).reverse(),
          given,
        );
      case 'conversations.replies':
        return page(
          messages.filter(({ ts, thread_ts }) => ts === given.ts || thread_ts === given.ts),
          given,
        );
      default:
        opened.dispatchEvent(new Event('change'));
        return surfaces.answer(method, given) ?? { ok: false, error: 'unknown_method' };
    }
  }

  function change(method: string, { channel, ts, text = '', blocks = '[]' }: Record<string, string>): object {
    const index = messages.findIndex(each => each.channel === channel && each.ts === ts);
    const message = messages[index];
    if (!message) return { ok: false, error: 'message_not_found' };
    if (method === 'chat.delete') messages.splice(index, 1);
    else Object.assign(message, { text, blocks: JSON.parse(blocks) });
    return { ok: true, channel, ts };
  }

  function post({
    channel = '',
    text = '',
    blocks = '[]',
    thread_ts,
    metadata,
    mrkdwn,
    unfurl_links,
  }: Record<string, string>): object {
    clock += 1;
    const ts = `${clock}.000100`;
    messages.push({
      ...{ channel, ts, text, blocks: JSON.parse(blocks), mrkdwn, unfurl_links },
      ...(thread_ts ? { thread_ts } : {}),
      ...(metadata ? { metadata: JSON.parse(metadata) } : {}),
    });
    opened.dispatchEvent(new Event('change'));
    return { ok: true, channel, ts };
  }

  const page = (
    found: Held[],
    { cursor = '0', limit = '100', include_all_metadata }: Record<string, string>,
  ): object => {
    const end = Number(cursor) + Math.min(Number(limit), 15);
    const shown = found
      .slice(Number(cursor), end)
      .map(each => ({ ...each, ...(include_all_metadata === 'true' ? {} : { metadata: undefined }) }));
    return {
      ok: true,
      messages: shown,
      response_metadata: { next_cursor: end < found.length ? String(end) : '' },
    };
  };

  server.on('upgrade', (request, socket, head) => {
    wss.handleUpgrade(request, socket, head, ws => {
      sockets.push(ws);
      if (state.hello) ws.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
      opened.dispatchEvent(new Event('change'));
    });
  });
  onTestFinished(() => {
    for (const ws of wss.clients) ws.terminate();
  });

  /** Waits for something the bot does. */
  async function until<T>(look: () => T | undefined | false): Promise<T> {
    for (;;) {
      const found = look();
      if (found) return found;
      await once(opened as never, 'change');
    }
  }

  const standing = (): WebSocket[] => sockets.filter(({ readyState }) => readyState === 1);

  /** Sends an envelope over the newest connection, or this one, and waits for its acknowledgement, in milliseconds. */
  async function deliver(...envelope: Parameters<typeof acknowledged>): Promise<number> {
    return (await acknowledged(...envelope)).took;
  }

  /** The same, with what the acknowledgement carries. */
  async function acknowledged(
    type: 'slash_commands' | 'events_api' | 'interactive',
    payload: object,
    over?: WebSocket,
  ): Promise<{ readonly took: number; readonly payload: object | undefined }> {
    const ws = over ?? (await until(() => standing().at(-1)));
    const envelope_id = randomUUID();
    const sent = performance.now();
    ws.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: type !== 'events_api' }));
    for (;;) {
      const [data] = await once(ws, 'message');
      const ack = JSON.parse(String(data));
      if (ack.envelope_id === envelope_id) return { took: performance.now() - sent, payload: ack.payload };
    }
  }

  return {
    ...{ url, apiUrl: `${url}/api/`, calls, messages, faults, responses, sockets, whispers, state },
    ...{ home, grant },
    ...{ standing, until, deliver, acknowledged },
    ...{ views: surfaces.views, homes: surfaces.homes },
  };
}

const identityIn = ({ team, name }: LocalWorkspace) => {
  const ids = team === 'T0LOCAL' ? ['U0BOT', 'B0BOT'] : [`U0BOT${team}`, `B0BOT${team}`];
  return { user_id: ids[0], bot_id: ids[1], team: name, team_id: team };
};

/** A loopback port that is taken until `close`. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const close = async (): Promise<void> => {
    server.close();
    await once(server, 'close');
  };
  return { port, close };
}

/** A request as Slack signs it. */
export function signed(body: string, at = Date.now(), secret = signingSecret): Record<string, string> {
  const timestamp = String(Math.floor(at / 1_000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

let count = 0;

const next = (): number => {
  count += 1;
  return count;
};

const answerable = (url: string) => {
  const n = next();
  return { trigger_id: `t${n}`, response_url: `${url}/response/${n}` };
};

export const slash = (
  command: string,
  text: string,
  url: string,
  more: object = {},
): Record<string, string> => ({
  ...{ command, text, user_id: 'U0ANN', user_name: 'ann', channel_id: 'C0DESK', channel_name: 'desk' },
  ...{
    team_id: 'T0LOCAL',
    team_domain: 'local',
    api_app_id: 'A0',
    token: 'old',
    is_enterprise_install: 'false',
  },
  ...answerable(url),
  ...more,
});

export const event = (given: object, more: object = {}): object => ({
  ...{
    type: 'event_callback',
    team_id: 'T0LOCAL',
    api_app_id: 'A0',
    event_id: `Ev${next()}`,
    event_time: 1,
  },
  authorizations: [{ team_id: 'T0LOCAL', enterprise_id: null, user_id: 'U0BOT', is_bot: true }],
  event: given,
  ...more,
});

export const press = (value: string, url: string, more: object = {}): object => ({
  ...{
    type: 'block_actions',
    user: { id: 'U0ANN', team_id: 'T0LOCAL' },
    team: { id: 'T0LOCAL' },
    api_app_id: 'A0',
  },
  ...{
    channel: { id: 'C0DESK', name: 'desk' },
    container: { type: 'message', message_ts: '1.1', channel_id: 'C0DESK' },
  },
  ...answerable(url),
  actions: [{ type: 'button', action_id: 'run-0', block_id: 'b', action_ts: '1.2', value }],
  ...more,
});
