import type { Store } from '../app/ports.ts';
import { type Env, envFrom } from '../config/env.ts';
import type { Config } from '../config/load.ts';
import type { Catalog } from '../core/catalog.ts';
import { DeliveryError, StartError } from '../core/errors.ts';
import { isWell } from '../core/feed.ts';
import { catalogWith } from '../core/feed-setting.ts';
import type { Setting } from '../core/setting.ts';
import { fetcher } from '../feeds/fetch.ts';
import { feedReader } from '../feeds/reader.ts';
import { attache, configOf, connected, logOf, storeOf, workOf } from '../main.ts';
import type { Subcommand } from './subcommand.ts';

/** Prints one finding; what is wrong begins with a cross. */
type Report = (well: boolean, line: string) => void;

export const check: Subcommand = {
  async run() {
    let wrong = 0;
    const report: Report = (well, line) => {
      if (!well) wrong += 1;
      process.stdout.write(`${well ? '✓' : '✗'} ${line}\n`);
    };
    const env = envFrom('.');
    const config = configOf(env);
    reportConfig(config, report);
    const settings = await reportStoreAndPlatforms(env, config, report);
    await reportFeeds(env, catalogWith(config.catalog, settings), report);
    return wrong === 0 ? 0 : 1;
  },
};

function reportConfig({ catalog, desk }: Config, report: Report): void {
  const { actors, topics, feeds } = catalog;
  report(true, `configuration: ${actors.size} actors, ${topics.size} topics, ${feeds.size} feeds`);
  for (const { id, to, platform } of desk.channels) {
    if (to === null) report(true, `channel ${id} is off: its ${platform} id is not set in the environment`);
  }
}

/** What was set in chat, where the store can be opened. */
async function reportStoreAndPlatforms(env: Env, config: Config, report: Report): Promise<Setting[]> {
  const store = await attempt('store', report, () => storeOf(env, logOf(env, false)));
  if (!store) return [];
  const settings = await store.settings.current();
  const platforms = await connected(env, config, store, logOf(env, false));
  const bot = attache({
    env,
    config,
    store,
    work: workOf(config),
    now: Date.now,
    platforms,
    log: logOf(env, false),
  });
  if (platforms.length === 0) report(true, 'no tokens are set: the terminal is the platform');
  for (const platform of platforms) {
    await attempt(platform.name, report, () => platform.start(bot.bot));
    await platform.stop();
  }
  await reportPaused(store, report);
  await bot.close();
  return settings;
}

async function reportPaused({ installations }: Store, report: Report): Promise<void> {
  for (const { platform, name, space, paused } of await installations.all()) {
    if (paused !== null) report(false, `${platform} workspace ${name} (${space}) is paused: ${paused}`);
  }
}

async function attempt<T>(what: string, report: Report, task: () => Promise<T>): Promise<T | null> {
  try {
    const result = await task();
    report(true, `${what}: well`);
    return result;
  } catch (error) {
    if (!(error instanceof StartError || error instanceof DeliveryError)) throw error;
    report(false, `${what}: ${error.message}`);
    return null;
  }
}

async function reportFeeds(env: Env, catalog: Catalog, report: Report): Promise<void> {
  const fetch = fetcher(env);
  const reader = feedReader(fetch);
  for (const feed of catalog.feeds.values()) {
    const poll = await reader.poll(feed, { etag: null, lastModified: null });
    const seen =
      poll.outcome === 'ok' ? `${poll.items.length} items` : 'detail' in poll ? poll.detail : poll.outcome;
    const moved =
      'movedTo' in poll && poll.movedTo ? `; it has moved: put ${poll.movedTo} into feeds.yaml` : '';
    report(isWell(poll.outcome), `feed ${feed.id}: ${seen}${moved}`);
  }
  await fetch.close();
}
