import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { commands } from '../commands/index.ts';
import { bot } from './app/answer.ts';
import { arrivals } from './app/arrivals.ts';
import { brief, type CycleTools, follow, gather } from './app/cycle.ts';
import type { Bot, Clock, Log, Platform, Store } from './app/ports.ts';
import { deliveryPump } from './app/pump.ts';
import { oneAfterAnother } from './app/turns.ts';
import type { Env, InstallingEnv, SlackEnv } from './config/env.ts';
import { type Config, loadConfig } from './config/load.ts';
import type { Desk } from './core/desk.ts';
import { fetcher } from './feeds/fetch.ts';
import { feedFinder } from './feeds/finder.ts';
import { pageReader } from './feeds/pages.ts';
import { feedReader } from './feeds/reader.ts';
import { logTo } from './log.ts';
import { type Terminal, terminalPlatform } from './platforms/terminal/index.ts';
import { openStore } from './store/open.ts';
import { vaultOf } from './vault/vault.ts';
import { type Work, workerPool } from './worker/pool.ts';

/** The whole bot, put together and not yet started. */
export interface Attache {
  readonly config: Config;
  readonly bot: Bot;
  /** From the feeds to the alerts. */
  gather(): Promise<void>;
  /** From what was gathered so far to the alerts, while feeds are still polled. */
  follow(): Promise<void>;
  /** The digests whose hour has come. */
  brief(): Promise<void>;
  /** The same for a clock, and the delivering as a task of its own: no task waits for another. */
  readonly tasks: readonly (() => Promise<void>)[];
  /** Begins no further delivery. */
  windUp(): void;
  close(): Promise<void>;
}

/** What differs between production, the sample newsroom and a test. */
export interface Parts {
  readonly env: Pick<Env, 'userAgent' | 'allowHosts' | 'spacing'>;
  readonly config: Config;
  readonly store: Store;
  readonly work: Work;
  readonly now: Clock['now'];
  readonly platforms: readonly Platform[];
  readonly log: Log;
  /** From 0 to 1, anew at each call; real chance unless said otherwise. */
  readonly random?: () => number;
}

/** The languages that there is a lexicon for. */
const languages = ['en'];

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

export function attache(parts: Parts): Attache {
  const { env, config, store, work, now, platforms, log, random = Math.random } = parts;
  const { catalog, desk } = config;
  const fetch = fetcher(env);
  const pump = deliveryPump({ platforms, store, now, log });
  const cycle: CycleTools = {
    reader: feedReader(fetch, work),
    pages: pageReader(fetch, work),
    read: work.read,
    promised: pump.begin,
    platforms: platforms.map(({ name }) => name),
    ...{ store, catalog, desk, languages, hash, now, random, log },
    ...{ arrivals: arrivals(), startedAt: now() },
  };
  const inTurn = oneAfterAnother();
  const followInTurn = (): Promise<void> => inTurn(() => follow(cycle));
  const tasks = {
    gather: async () => {
      await gather(cycle);
      await followInTurn();
    },
    follow: followInTurn,
    brief: () => brief(cycle),
    deliver: pump.run,
  };
  const delivered = (task: () => Promise<void>) => async (): Promise<void> => {
    await task();
    await pump.run();
  };
  const reference = (): string => randomBytes(4).toString('hex');
  return {
    config,
    bot: bot({
      ...{ commands, catalog, desk, store, now, reference, log },
      feedFinder: feedFinder(fetch, work),
      mentionFinder: work,
    }),
    gather: delivered(tasks.gather),
    follow: delivered(tasks.follow),
    brief: delivered(tasks.brief),
    tasks: Object.values(tasks),
    windUp: pump.stop,
    close: async () => {
      await fetch.close();
      await work.close();
      await store.close();
    },
  };
}

/** Starts the platforms, ticks until `stopped`, and winds up: what is under way is finished. */
export async function keepGoing(
  bot: Attache,
  { clock, platforms }: { clock: Clock; platforms: readonly Platform[] },
  stopped: Promise<unknown>,
): Promise<void> {
  await Promise.all(platforms.map(platform => platform.start(bot.bot)));
  const tickers = bot.tasks.map(task => clock.ticking(task));
  await stopped;
  bot.windUp();
  await Promise.all(tickers.map(stop => stop()));
  await Promise.all(platforms.map(platform => platform.stop()));
}

export const configOf = (env: Env): Config => loadConfig(env.config, env);

/** A thread of its own for what strangers wrote. It starts with the first document. */
export const workOf = ({ catalog, lexicon }: Config): Work => workerPool({ catalog, lexicon });

/** SQLite in the data folder, or the PostgreSQL that is named. */
export function storeOf({ databaseUrl, data }: Env, log?: Log): Promise<Store> {
  return openStore({ databaseUrl: databaseUrl?.reveal() ?? null, path: join(data, 'attache.sqlite') }, log);
}

/** The whole bot, with a thread for its reading. */
export const botOf = (
  env: Env,
  config: Config,
  parts: Pick<Parts, 'store' | 'now' | 'platforms' | 'log'>,
): Attache => attache({ env, config, work: workOf(config), ...parts });

/** Whether the terminal is the platform: no tokens are set. */
const atTerminal = ({ slack, discord }: Env): boolean => slack === null && discord === null;

/** Where a person sits at the terminal, only what they should know is logged, unless they ask for another level. */
export function logOf(env: Env, seen = atTerminal(env)): Log {
  const level = seen && env.logLevel === 'info' ? 'warn' : env.logLevel;
  return logTo(process.stderr, level, secretsIn(env));
}

function secretsIn({ slack, discord, databaseUrl }: Env): string[] {
  const ofMode = slack?.mode === 'socket' ? slack.appToken : slack?.signingSecret;
  const all = [slack?.botToken, ofMode, slack?.installing?.clientSecret, discord?.token, databaseUrl];
  return all.flatMap(secret => secret?.reveal() ?? []);
}

/**
 * The platforms whose tokens are set; none where there are none. Their clients are loaded here: a third of the start of
 * what needs none of them.
 */
export async function connected(
  { slack, discord }: Env,
  { desk }: Config,
  store: Store,
  log: Log,
): Promise<Platform[]> {
  const platforms = [
    ...(slack ? [slackOf(slack, desk, store, log)] : []),
    ...(discord ? [discordOf(discord, desk, log)] : []),
  ];
  return Promise.all(platforms);
}

async function slackOf(
  { installing, ...slack }: SlackEnv,
  { audiences }: Desk,
  { installations }: Store,
  log: Log,
): Promise<Platform> {
  const { slackPlatform } = await import('./platforms/slack/index.ts');
  const botToken = slack.botToken?.reveal() ?? null;
  const settings =
    slack.mode === 'socket'
      ? { ...slack, botToken, appToken: slack.appToken.reveal(), audiences }
      : { ...slack, botToken, signingSecret: slack.signingSecret.reveal(), audiences };
  return slackPlatform(settings, log, { installations, installing: installing && installingOf(installing) });
}

const installingOf = ({ key, clientSecret, ...installing }: InstallingEnv) => ({
  ...installing,
  clientSecret: clientSecret.reveal(),
  vault: vaultOf(key.reveal()),
});

async function discordOf(
  discord: NonNullable<Env['discord']>,
  { audiences }: Desk,
  log: Log,
): Promise<Platform> {
  const { discordPlatform } = await import('./platforms/discord/index.ts');
  return discordPlatform({ ...discord, token: discord.token.reveal(), audiences }, log);
}

/** This process's terminal as a platform. `left` is called when the person at the prompt has had enough. */
export function ownTerminal(
  { color, dumb, data }: Pick<Env, 'color' | 'dumb' | 'data'>,
  { desk }: Config,
  left: () => void,
): Terminal {
  return terminalPlatform({
    input: process.stdin,
    output: process.stdout,
    colour: color === 'always' || (color === 'auto' && process.stdout.isTTY === true),
    dumb,
    history: join(data, 'terminal-history'),
    audiences: desk.audiences,
    left,
  });
}
