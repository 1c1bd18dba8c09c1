import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { awayFrom } from '../app/away.ts';
import { nextDigest } from '../app/brief.ts';
import type { Store } from '../app/ports.ts';
import { configuredNow } from '../app/settings.ts';
import { type Env, envFrom } from '../config/env.ts';
import type { Config } from '../config/load.ts';
import { deskYaml, feedsYaml } from '../config/written.ts';
import type { Desk } from '../core/desk.ts';
import { UserError } from '../core/errors.ts';
import { listedFeeds } from '../core/feed-setting.ts';
import type { Block, Message } from '../core/message.ts';
import type { Setting } from '../core/setting.ts';
import { configOf, storeOf } from '../main.ts';
import { rendered } from '../platforms/terminal/render.ts';
import { alertsMessage } from '../views/alerts.ts';
import { digestsMessage } from '../views/digests.ts';
import { counted } from '../views/words.ts';
import { print, type Subcommand } from './subcommand.ts';

const options = {
  yaml: { type: 'boolean', default: false },
  feeds: { type: 'boolean', default: false },
  people: { type: 'boolean', default: false },
} as const;

/**
 * The desk as its file and chat say together: as text, or as the YAML file that says the same. What people set for
 * themselves is left out unless `--people` asks for it.
 */
export const desk: Subcommand = {
  async run(args) {
    const { values } = parseArgs({ args: [...args], options });
    if (values.feeds && !values.yaml)
      throw new UserError('--feeds needs --yaml: attache desk --yaml --feeds');
    const env = envFrom('.');
    const config = configOf(env);
    const store = await storeOf(env);
    try {
      const all = await store.settings.current();
      const set = values.people ? all : all.filter(each => !isPersonal(each));
      if (!values.yaml) await print(await deskText(set, config, store));
      else await print(values.feeds ? feedsFile(set, config, env) : deskFile(set, env));
      if (values.yaml) mention(all, set, values.feeds);
    } finally {
      await store.close();
    }
    return 0;
  },
};

const isPersonal = ({ kind, id, value }: Setting): boolean =>
  (kind === 'alert' && value?.owner != null) || (kind === 'channel' && id.startsWith('person-'));

const fileOf = (name: string, { config }: Env): string => readFileSync(join(config, name), 'utf8');

const deskFile = (set: readonly Setting[], env: Env): string => deskYaml(fileOf('desk.yaml', env), set);

const feedsFile = (set: readonly Setting[], { catalog }: Config, env: Env): string =>
  feedsYaml(fileOf('feeds.yaml', env), catalog, set);

/** What the file that was printed does not hold, for whoever keeps it. */
function mention(all: readonly Setting[], set: readonly Setting[], feeds: boolean): void {
  const people = all.filter(each => !set.includes(each) && each.kind === 'alert').length;
  const ofFeeds = all.filter(({ kind, value }) => kind === 'feed' && value !== null).length;
  const lines = [
    ...(people > 0 && !feeds
      ? [`${counted(people, 'alert')} that people set for themselves left out: --people`]
      : []),
    ...(ofFeeds > 0 && !feeds
      ? [`${counted(ofFeeds, 'feed')} set in chat: attache desk --yaml --feeds`]
      : []),
  ];
  for (const line of lines) process.stderr.write(`${line}\n`);
}

async function deskText(set: readonly Setting[], config: Config, store: Store): Promise<string> {
  const { catalog, desk } = await configuredNow({
    ...config,
    store: { settings: { current: async () => [...set] } },
  });
  const view = { catalog, desk, zone: desk.zone, now: Date.now() };
  const digests = desk.digests.map(async rule => ({
    ...(await placed(rule, 'digest', { desk, set }, store)),
    rule,
    next: await nextDigest(rule, store.marks),
  }));
  const alerts = desk.alerts.map(async rule => ({
    ...(await placed(rule, 'alert', { desk, set }, store)),
    // “You alone” is for the owner to read.
    rule: { ...rule, owner: null },
  }));
  const messages = [
    channelsMessage(desk),
    digestsMessage(await Promise.all(digests), view),
    alertsMessage(await Promise.all(alerts), view),
    feedsMessage(set, config),
  ];
  const width = process.stdout.columns ?? 100;
  return messages.map(message => `${rendered(message, { colour: false, width })}\n`).join('\n');
}

async function placed(
  rule: { readonly id: string; readonly channel: string },
  kind: Setting['kind'],
  { desk, set }: { readonly desk: Desk; readonly set: readonly Setting[] },
  { marks }: Store,
) {
  const channel = desk.channels.find(({ id }) => id === rule.channel) ?? null;
  const changed = set.find(each => each.kind === kind && each.id === rule.id && each.value !== null) ?? null;
  return { channel, changed, away: await awayFrom(channel, marks) };
}

function channelsMessage({ channels, zone, notices }: Desk): Message {
  const items = channels.map(({ id, platform, to }) => [
    { bold: id },
    to === null ? `: ${platform}, off (its id is not set)` : `: ${platform} ${to}`,
    notices.includes(id) ? ', takes notices' : '',
  ]);
  return listMessage('Channels', items, zone);
}

/** The feeds that chat changed; those of the file are in the file. */
function feedsMessage(set: readonly Setting[], { catalog, desk: { zone } }: Config): Message {
  const changed = listedFeeds(catalog, set).filter(each => each.added ?? each.changed);
  const items = changed.map(({ feed, outlet, state, added, changed }) => {
    const { by } = changed ?? added ?? { by: 'nobody' };
    return [{ bold: feed.id }, `: ${outlet}, ${state} · set by ${by}`];
  });
  return listMessage('Feeds set in chat', items, zone);
}

function listMessage(title: string, items: Extract<Block, { type: 'list' }>['items'], zone: string): Message {
  const list: Block = items.length > 0 ? { type: 'list', items } : { type: 'text', line: ['None.'] };
  return { summary: title, blocks: [{ type: 'heading', text: title }, list], ping: [], zone };
}
