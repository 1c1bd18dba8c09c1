import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SnowflakeUtil } from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';

export const token = 'test-token';
export const applicationId = '100000000000000001';
export const channel = '500000000000000001';
export const asker = '200000000000000001';
/** The token of an interaction: what nobody else may learn. */
export const secretOf = (interaction: string): string => `secret-${interaction}`;
export const me = { id: applicationId, username: 'attache', discriminator: '0', avatar: null, bot: true };

export interface Call {
  readonly method: string;
  /** Without `/api/v10`, with the query. */
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** What happens to calls that match: an answer, or a connection that drops before or after the call took effect. */
export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  times: number;
  readonly answer?: Answer;
  /** The call takes effect although it is answered so. */
  readonly happens?: boolean;
  readonly drop?: 'before' | 'after';
}

interface ForumPost {
  readonly id: string;
  readonly name: string;
  readonly parent_id: string;
  readonly owner_id: string;
}

interface Held {
  readonly id: string;
  readonly channel_id: string;
  readonly author: unknown;
  readonly timestamp: string;
  readonly [name: string]: unknown;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const refused = (status: number, code: number, message: string): Answer => ({
  status,
  body: { code, message },
});

/** The part of Discord's REST interface and gateway that the platform uses, on loopback, for one bot. */
export class DiscordServer {
  readonly calls: Call[] = [];
  readonly messages: Held[] = [];
  /** Threads that Discord has put away. */
  readonly archived = new Set<string>();
  readonly threads = new Set<string>();
  /** Channels that hold posts instead of messages, and their posts. */
  readonly forums = new Set<string>();
  readonly posts: ForumPost[] = [];
  /** What interactions were answered with, by their webhooks, beside the first part. */
  readonly followUps: (Record<string, unknown> & { readonly flags?: number })[] = [];
  readonly faults: Fault[] = [];
  commands: Record<string, unknown>[] = [];
  /** How the gateway greets: says hello, says nothing, or closes with this code when the bot identifies. */
  greeting: 'hello' | 'silence' | number = 'hello';
  remembersNonces = true;
  /** How many connections the gateway asks for. */
  shards = 1;
  identified = 0;
  resumed = 0;
  readonly sockets = new Set<WebSocket>();
  readonly #shardOf = new Map<WebSocket, number>();
  #waiting: (() => void)[] = [];
  #sequence = 0;
  #nextId = 1n;
  readonly #answered = new Set<string>();
  readonly #sent: { readonly s: number; readonly shard: number }[] = [];
  readonly #http: Server = createServer((request, response) => void this.#serve(request, response));
  readonly #gateway = new WebSocketServer({ server: this.#http });

  async listen(): Promise<this> {
    this.#gateway.on('connection', socket => this.#greet(socket));
    this.#http.listen(0, '127.0.0.1');
    await once(this.#http, 'listening');
    return this;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}/api`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    this.#gateway.close();
    this.#http.closeAllConnections();
    this.#http.close();
  }

  /** Waits until something that was called or said makes `found` give a value. */
  async until<T>(found: () => T | undefined | false): Promise<T> {
    for (;;) {
      const value = found();
      if (value !== undefined && value !== false) return value;
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
  }

  called(method: string, path: RegExp): Call[] {
    return this.calls.filter(call => call.method === method && path.test(call.path));
  }

  /** Somebody does something with the bot, in a direct message. Gives the interaction's id. */
  interact(data: Record<string, unknown>, { type = 2, id = this.#id(), shard = 0 } = {}): string {
    const user = { id: asker, username: 'alice', discriminator: '0', avatar: null };
    const pressed = {
      id: '1',
      channel_id: channel,
      author: me,
      content: '',
      timestamp: new Date(0).toISOString(),
    };
    this.send(
      'INTERACTION_CREATE',
      {
        id,
        token: secretOf(id),
        application_id: applicationId,
        type,
        version: 1,
        user,
        channel_id: channel,
        channel: { id: channel, type: 1 },
        context: 1,
        locale: 'en-US',
        entitlements: [],
        authorizing_integration_owners: {},
        app_permissions: '0',
        data,
        ...(type === 3 ? { message: pressed } : {}),
      },
      shard,
    );
    return id;
  }

  command(name: string, given: Record<string, string> = {}, id?: string, shard = 0): string {
    const options = Object.entries(given).map(([option, value]) => ({ name: option, type: 3, value }));
    return this.interact({ id: '1', name, type: 1, options }, { ...(id ? { id } : {}), shard });
  }

  press(customId: string): string {
    return this.interact({ custom_id: customId, component_type: 2 }, { type: 3 });
  }

  /** Somebody chooses an option of a select. */
  choose(value: string): string {
    return this.interact({ custom_id: 'choice-0', component_type: 3, values: [value] }, { type: 3 });
  }

  /** Somebody submits a form; a list is what was chosen in a select. */
  submit(customId: string, fields: Readonly<Record<string, string | readonly string[]>>): string {
    const components = Object.entries(fields).map(([custom_id, filled], i) => ({
      ...{ type: 18, id: 2 * i + 1 },
      component: {
        ...{ id: 2 * i + 2, custom_id },
        ...(typeof filled === 'string' ? { type: 4, value: filled } : { type: 3, values: filled }),
      },
    }));
    return this.interact({ custom_id: customId, components }, { type: 5 });
  }

  /** `name` may be of two words: a family and its member. */
  complete(name: string, option: string, value: string): string {
    const [family = '', member] = name.split(' ');
    const typed = [{ name: option, type: 3, value, focused: true }];
    const options = member ? [{ name: member, type: 1, options: typed }] : typed;
    return this.interact({ id: '1', name: family, type: 1, options }, { type: 4 });
  }

  /** Drops all connections, or that of one shard. */
  dropConnections(shard?: number): void {
    for (const socket of this.sockets)
      if (shard === undefined || this.#shardOf.get(socket) === shard) socket.terminate();
  }

  /** The gateway hangs up: 4004 says that the token is no longer valid. */
  hangUp(code: number): void {
    for (const socket of this.sockets) socket.close(code);
  }

  /** The gateway says something that is no event: 7 asks to reconnect, 9 ends the session, `d` says whether for good. */
  tell(op: 7 | 9, d: boolean | null = null): void {
    for (const socket of this.sockets) socket.send(JSON.stringify({ op, d }));
  }

  /** Sends the newest event again, as Discord does where it believes it lost. */
  repeat(): void {
    const last = this.#sent.at(-1);
    if (last) this.#pass(last);
  }

  /** Ids hold their time, as Discord's do. */
  #id(): string {
    return String((BigInt(Date.now() - 1_420_070_400_000) << 22n) + this.#nextId++);
  }

  /** Sends an event to the bot on one of its connections, now or when it is back. */
  send(t: string, d: unknown, shard = 0): void {
    const event = { op: 0, t, s: ++this.#sequence, d, shard };
    this.#sent.push(event);
    this.#pass(event);
  }

  #pass({ shard, ...event }: { readonly s: number; readonly shard: number }): void {
    for (const [socket, each] of this.#shardOf) if (each === shard) socket.send(JSON.stringify(event));
  }

  #changed(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  #greet(socket: WebSocket): void {
    this.sockets.add(socket);
    socket.on('close', () => {
      this.sockets.delete(socket);
      this.#shardOf.delete(socket);
      this.#changed();
    });
    socket.on('message', data => this.#hear(socket, JSON.parse(String(data))));
    if (this.greeting !== 'silence')
      socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
    this.#changed();
  }

  #hear(socket: WebSocket, { op, d }: { op: number; d: Record<string, unknown> }): void {
    if (op === 1) socket.send(JSON.stringify({ op: 11 }));
    if (op === 2) this.#identify(socket, (d.shard as [number, number] | undefined)?.[0] ?? 0);
    if (op === 6) this.#resume(socket, Number(d.session_id), Number(d.seq));
    this.#changed();
  }

  #identify(socket: WebSocket, shard: number): void {
    if (typeof this.greeting === 'number') {
      socket.close(this.greeting);
      return;
    }
    this.identified++;
    this.#shardOf.set(socket, shard);
    const resume_gateway_url = this.apiUrl.replace('http', 'ws').replace('/api', '');
    const application = { id: applicationId, flags: 0 };
    const d = { v: 10, user: me, guilds: [], session_id: `${shard}`, resume_gateway_url, application };
    socket.send(JSON.stringify({ op: 0, t: 'READY', s: ++this.#sequence, d }));
  }

  #resume(socket: WebSocket, session: number, after: number): void {
    this.resumed++;
    this.#shardOf.set(socket, session);
    for (const { shard, ...event } of this.#sent)
      if (shard === session && event.s > after) socket.send(JSON.stringify(event));
    socket.send(JSON.stringify({ op: 0, t: 'RESUMED', s: ++this.#sequence, d: {} }));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const path = (request.url ?? '').replace(/^\/api\/v10/, '');
    const call = { method: request.method ?? '', path, body: text ? JSON.parse(text) : {} };
    this.calls.push(call);
    const fault = this.faults.find(
      each => each.times > 0 && each.method === call.method && each.path.test(path),
    );
    if (fault) fault.times--;
    if (fault?.drop === 'before') request.socket.destroy();
    else {
      const own =
        fault?.answer && !fault.happens ? undefined : this.#answer(call, request.headers.authorization ?? '');
      const answer = fault?.answer ?? own ?? { status: 500 };
      if (fault?.drop === 'after') request.socket.destroy();
      else this.#reply(response, answer);
    }
    this.#changed();
  }

  #reply(response: ServerResponse, { status, body, headers = {} }: Answer): void {
    response.writeHead(status, {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  #answer({ method, path, body }: Call, authorization: string): Answer {
    const [, kind, first = '', second = '', third] = path.replace(/\?.*/, '').split('/');
    if (kind === 'interactions') return this.#acknowledge(first);
    if (kind === 'webhooks') return this.#webhook(method, second, body);
    if (authorization !== `Bot ${token}`) return refused(401, 0, '401: Unauthorized');
    if (kind === 'gateway') return { status: 200, body: this.#gatewayInformation() };
    if (kind === 'applications')
      return this.#commands(method, body, path.includes('with_localizations=true'));
    if (kind === 'users' && second === 'channels')
      return { status: 200, body: { id: `9${(body as { recipient_id: string }).recipient_id}`, type: 1 } };
    if (kind === 'guilds') return { status: 200, body: { threads: this.posts, members: [] } };
    if (second === 'threads') return this.#forumPost(first, body);
    if (path.endsWith('/threads')) return this.#thread(third ?? '');
    if (kind === 'channels' && second === 'messages' && this.forums.has(first))
      return refused(400, 50008, 'Cannot send messages in a non-text channel');
    if (kind === 'channels' && second === 'messages' && third)
      return this.#change(method, third, body as Record<string, unknown>);
    if (kind === 'channels' && second === 'messages')
      return this.#channel(method, first, body, new URLSearchParams(path.split('?')[1]));
    if (kind === 'channels' && method === 'GET')
      return { status: 200, body: { id: first, type: 15, guild_id: '600000000000000001' } };
    if (kind === 'channels' && method === 'PATCH') return this.#openThread(first);
    return refused(404, 0, '404: Not Found');
  }

  #gatewayInformation() {
    const url = this.apiUrl.replace('http', 'ws').replace('/api', '');
    const session_start_limit = {
      total: 1_000,
      remaining: 1_000,
      reset_after: 0,
      max_concurrency: this.shards,
    };
    return { url, shards: this.shards, session_start_limit };
  }

  #acknowledge(id: string): Answer {
    if (this.#answered.has(id)) return refused(400, 40060, 'Interaction has already been acknowledged.');
    this.#answered.add(id);
    return { status: 204 };
  }

  #webhook(method: string, secret: string, body: Record<string, unknown>): Answer {
    const interaction_metadata = { id: secret.replace('secret-', '') };
    const [id, timestamp] = [this.#id(), new Date().toISOString()];
    const message = { ...body, id, channel_id: channel, author: me, timestamp, interaction_metadata };
    if (method !== 'DELETE') this.followUps.push(message);
    return { status: 200, body: message };
  }

  #commands(method: string, body: unknown, localised: boolean): Answer {
    // As Discord lists them: with ids, without what is false, and without translations unless asked for.
    if (method === 'PUT') {
      this.commands = (body as Record<string, unknown>[]).map(command => ({
        ...command,
        id: this.#id(),
        version: '1',
        options: (command.options as Record<string, unknown>[]).map(({ required, ...option }) => ({
          ...option,
          ...(required ? { required } : {}),
        })),
      }));
    }
    return {
      status: 200,
      body: localised ? this.commands : JSON.parse(JSON.stringify(this.commands, untranslated)),
    };
  }

  /** History does not repeat nonces. The oldest after an id, and of those the newest first. */
  #history(here: readonly Held[], query: URLSearchParams): object[] {
    const after = BigInt(query.get('after') ?? 0);
    const later = here.filter(({ id }) => BigInt(id) > after).slice(0, Number(query.get('limit') ?? 50));
    return later.map(({ nonce: _, ...message }) => message).reverse();
  }

  #thread(message: string): Answer {
    if (this.threads.has(message))
      return refused(400, 160004, 'A thread has already been created for this message');
    this.threads.add(message);
    return { status: 201, body: { id: message, type: 11 } };
  }

  #forumPost(forum: string, body: Record<string, unknown>): Answer {
    if (!this.forums.has(forum)) return refused(400, 50024, 'Cannot execute action on this channel type');
    const id = String(SnowflakeUtil.generate());
    const post = { id, name: String(body.name), parent_id: forum, owner_id: me.id };
    const timestamp = new Date().toISOString();
    const message = { ...(body.message as object), id, channel_id: id, author: me, timestamp };
    this.posts.push(post);
    this.messages.push(message);
    return { status: 201, body: { ...post, type: 11, message } };
  }

  #change(method: string, id: string, body: Record<string, unknown>): Answer {
    const index = this.messages.findIndex(message => message.id === id);
    const message = this.messages[index];
    if (!message) return refused(404, 10008, 'Unknown Message');
    if (this.archived.has(message.channel_id)) return refused(400, 50083, 'Thread is archived');
    if (method === 'DELETE') this.messages.splice(index, 1);
    else Object.assign(message, body);
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: message };
  }

  #openThread(id: string): Answer {
    this.archived.delete(id);
    return { status: 200, body: { id, type: 11 } };
  }

  #channel(method: string, id: string, body: Record<string, unknown>, query: URLSearchParams): Answer {
    const here = this.messages.filter(message => message.channel_id === id);
    const shown = this.followUps.filter(each => id === channel && !((each.flags ?? 0) & 64));
    if (method === 'GET' && shown.length > 0) return { status: 200, body: shown };
    if (method === 'GET') return { status: 200, body: this.#history(here, query) };
    const known = here.find(
      ({ nonce }) => this.remembersNonces && body.enforce_nonce && nonce === body.nonce,
    );
    if (known) return { status: 200, body: known };
    const message = {
      ...body,
      id: this.#id(),
      channel_id: id,
      author: me,
      timestamp: new Date().toISOString(),
    };
    this.messages.push(message);
    return { status: 200, body: message };
  }
}

const untranslated = (key: string, value: unknown): unknown =>
  key.endsWith('_localizations') ? undefined : value;
