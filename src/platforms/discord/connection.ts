import { setTimeout as pause } from 'node:timers/promises';
import {
  Client,
  type DMChannel,
  Events,
  GatewayDispatchEvents,
  type GatewayGuildDeleteDispatchData,
  GatewayIntentBits,
  type Guild,
  type Interaction,
  type NonThreadGuildBasedChannel,
  PermissionFlagsBits,
  REST,
} from 'discord.js';
import type { Bot, Claimed, Log, Receipt } from '../../app/ports.ts';
import { turns } from '../../app/turns.ts';
import { DeliveryError } from '../../core/errors.ts';
import { dropOldest } from '../../core/oldest.ts';
import { deliver } from './delivery.ts';
import { goneFor, lost, reason, startError } from './failures.ts';
import { Drafts } from './forms.ts';
import { answerInteraction } from './interactions.ts';
import { registerCommands } from './registration.ts';
import {
  answerOptions,
  callbackOptions,
  type DiscordSettings,
  onceOptions,
  restOptions,
} from './settings.ts';
import { Shards } from './shards.ts';

export interface Connection {
  post(delivery: Claimed): Promise<Receipt>;
  close(): Promise<void>;
}

interface Clients {
  readonly client: Client;
  /** Repeats nothing, as `answers`, which is for interactions alone. */
  readonly once: REST;
  readonly answers: REST;
}

/** Within the 15 seconds a start may take. */
const startWithin = 11_000;
/** Answers in work when the bot stops get so long to be shown. */
const lastAnswers = 3_000;
/** Interactions remembered to know a repetition: Discord sends again what it believes lost when a session resumes. */
const remembered = 1_000;

/** Connects, registers the commands where they changed, and answers from then on. Rejects with a StartError. */
export async function connect(
  settings: DiscordSettings,
  bot: Bot,
  log: Log,
  within = startWithin,
): Promise<Connection> {
  const clients = clientsFor(settings, log);
  const { client, answers } = clients;
  const heard = listen(clients, settings, bot, log);
  const close = async (): Promise<void> => {
    client.off(Events.InteractionCreate, heard.take);
    await Promise.race([Promise.allSettled(heard.running), pause(lastAnswers, undefined, { ref: false })]);
    await client.destroy();
    answers.clearHashSweeper();
    answers.clearHandlerSweeper();
  };
  try {
    await inTime(begin(client, settings, bot, log), within);
  } catch (error) {
    await close();
    throw startError(error, settings);
  }
  return { post: delivery => post(delivery, clients, settings, log), close };
}

const clientsFor = (settings: DiscordSettings, log: Log): Clients => ({
  client: newClient(settings, log),
  once: new REST(onceOptions(settings)),
  answers: new REST(answerOptions(settings)),
});

/** The guilds intent alone: no message is read. Sharded as the gateway asks. */
function newClient(settings: DiscordSettings, log: Log): Client {
  const failed = (error: unknown): void => log.error('discord event failed', { reason: reason(error) });
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: 'auto',
    allowedMentions: { parse: [] },
    waitGuildTimeout: 5_000,
    rest: restOptions(settings),
    ws: { buildStrategy: manager => new Shards(manager, failed) },
  });
}

async function begin(client: Client, settings: DiscordSettings, bot: Bot, log: Log): Promise<void> {
  // login() may settle after the client is ready: the listener comes first.
  const ready = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve));
  await client.login(settings.token);
  const { application, user, guilds } = await ready;
  const registry = { applicationId: settings.applicationId ?? application.id, guildId: settings.guildId };
  const registered = await registerCommands(client.rest, registry, bot.commands);
  log.info('discord ready', { bot: user.username, servers: guilds.cache.size, registered });
}

async function inTime(work: Promise<void>, within: number): Promise<void> {
  const stop = new AbortController();
  const late = pause(within, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`not ready within ${Math.ceil(within / 1_000)} s`);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    stop.abort();
    late.catch(() => {});
  }
}

function listen({ client, answers }: Clients, settings: DiscordSettings, bot: Bot, log: Log) {
  const callbacks = new REST(callbackOptions(settings));
  const { audiences, guildId: home } = settings;
  const tools = { bot, audiences, log, home, callbacks, answers, drafts: new Drafts(), turn: turns() };
  const running = new Set<Promise<void>>();
  const seen = new Set<string>();
  const take = (interaction: Interaction): void => {
    if (seen.has(interaction.id)) {
      log.warn('discord interaction repeated', { interaction: interaction.id });
      return;
    }
    seen.add(interaction.id);
    dropOldest(seen, remembered);
    const answer = answerInteraction(interaction, tools).finally(() => running.delete(answer));
    running.add(answer);
  };
  client.on(Events.InteractionCreate, take);
  listenForChannels(client, bot, log);
  client.on(Events.Error, error => log.error('discord error', { reason: reason(error) }));
  client.on(Events.ShardError, error => log.warn('discord connection error', { reason: reason(error) }));
  client.on(Events.ShardReconnecting, shard => log.info('discord reconnecting', { shard }));
  client.on(Events.ShardDisconnect, ({ code }, shard) =>
    log.error('discord paused', { shard, code, error: goneFor(code) }),
  );
  return { running, take };
}

/** An outage is no removal. */
function listenForChannels(client: Client, bot: Bot, log: Log): void {
  const tell = (told: Promise<void>): void => {
    told.catch(error => log.error('discord event failed', { reason: reason(error) }));
  };
  const invited = ({ channels }: Guild): void => tell(bot.invited('discord', [...channels.cache.keys()]));
  client.on(Events.GuildCreate, invited);
  client.on(Events.GuildAvailable, invited);
  // Of the event that discord.js makes of this one, the channels are gone already.
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: GatewayGuildDeleteDispatchData) => {
    if (unavailable) return;
    log.warn('discord server lost', { server: id });
    const channels = client.guilds.cache.get(id)?.channels.cache.keys() ?? [];
    tell(bot.dismissed('discord', [...channels], lost.server));
  });
  client.on(Events.ChannelDelete, ({ id }) => tell(bot.dismissed('discord', [id], lost.channel)));
  client.on(Events.ChannelUpdate, (before, channel) => {
    if (isOpen(channel, client)) tell(bot.invited('discord', [channel.id]));
    else if (isOpen(before, client)) tell(bot.dismissed('discord', [channel.id], lost.permission));
  });
}

/** Whether the bot may post there now. */
function isOpen(channel: DMChannel | NonThreadGuildBasedChannel, { user }: Client): boolean {
  if (channel.isDMBased() || !user) return false;
  const own = channel.permissionsFor(user);
  return own?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]) ?? false;
}

async function post(
  delivery: Claimed,
  { client, once }: Clients,
  { token, audiences }: DiscordSettings,
  log: Log,
): Promise<Receipt> {
  // discord.js forgets the token at the first 401; without it, a passing fault would end all posting.
  client.rest.setToken(token);
  once.setToken(token);
  const me = client.user?.id;
  if (!me) throw new DeliveryError('Discord is not connected', {});
  try {
    return await deliver(delivery, { rest: client.rest, once, me, audiences, log });
  } catch (error) {
    throw isOut(delivery.to, client) ? duringOutage(error) : error;
  }
}

/** Whether Discord has said that the channel's server is unavailable for now. */
function isOut(to: string, { channels }: Client): boolean {
  const channel = channels.cache.get(to);
  return channel !== undefined && !channel.isDMBased() && !channel.guild.available;
}

/** What is refused in an outage may be taken after it. */
const duringOutage = (error: unknown): DeliveryError =>
  new DeliveryError(`Discord has an outage: ${reason(error)}`, { cause: error });
